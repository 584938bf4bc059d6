#!/usr/bin/env bash
# Runs the tests under the thread sanitizer and under the address sanitizer, each in a build folder of its own.
#
#   scripts/sanitize.sh [thread|address] [FILTER]
#
# Without a name both run, one after the other. FILTER is a regular expression over the names of tests, as
# `swift test --filter` takes it; all of them unless given. Exit codes: 0 clean, 64 wrong argument, else that of
# the first run that fails.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
'') sanitizers=(thread address) ;;
thread | address) sanitizers=("$1") ;;
*)
  echo "usage: scripts/sanitize.sh [thread|address] [FILTER]" >&2
  exit 64
  ;;
esac
filter=()
(($# < 2)) || filter=(--filter "$2")
# The sanitizers take more room for addresses than these tests leave to the processes that they start.
limited='aDrawingThatEatsAllMemoryIsEnded|what goes beyond a limit ends with status 1'

# Reports must fail the run; Graphviz keeps memory of its own until the process ends, which is no leak of ours.
export TSAN_OPTIONS="halt_on_error=1 ${TSAN_OPTIONS:-}"
export ASAN_OPTIONS="detect_leaks=0 ${ASAN_OPTIONS:-}"

for sanitizer in "${sanitizers[@]}"; do
  echo "== $sanitizer sanitizer"
  swift test --sanitize "$sanitizer" --scratch-path ".build-$sanitizer" --disable-xctest --quiet \
    --skip "$limited" ${filter[@]+"${filter[@]}"}
done
