#!/usr/bin/env bash
# Feeds each reader with changed files for a while, to find what makes it crash or hang.
#
#   scripts/fuzz.sh [SECONDS] [FORMAT...]
#
# SECONDS for each format, 60 unless given; all formats that are read unless some are named. Seeds are the fixtures
# of the tests and the bundled graphs in each format. An input that makes a reader crash, need more than 5
# seconds or more than 2 GB is kept under out/fuzz/FORMAT/: make it smaller by
# `FUZZ_FORMAT=x Fuzzing/.build/release/Fuzz -minimize_crash=1 FILE`, mend the reader, and add the file to
# Tests/InterchangeTests/Fixtures/regressions.
# Exit codes: 0 nothing found, 1 something found, 69 no fuzzer in this toolchain.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
swift build -c release --package-path Fuzzing --sanitize fuzzer --quiet || {
  echo "fuzz: the toolchain has no libFuzzer, or the build failed" >&2
  exit 69
}
command=.build/debug/throughline
[[ -x $command ]] || swift build --product throughline --quiet
if (($#)); then
  formats=("$@")
else
  read -ra formats <<<"$("$command" convert --help | tr -s '\n ' ' ' |
    sed -E 's/.*--input-format <format> Read GRAPH in this format, whatever it looks like: ([a-z0-9, -]*)\..*/\1/; s/,//g')"
fi

failed=0
for format in "${formats[@]}"; do
  seeds=out/fuzz/$format/seeds found=out/fuzz/$format/found corpus=out/fuzz/$format/corpus
  mkdir -p "$seeds" "$found" "$corpus"
  for folder in Tests/InterchangeTests/Fixtures/"$format" Tests/InterchangeTests/Fixtures/regressions/"$format"; do
    [[ -d $folder ]] && find "$folder" -type f -size -64k -exec cp {} "$seeds" \;
  done
  "$command" convert graphs/florentine-families.yaml --to "$format" --quiet -o "$seeds/families" 2>/dev/null || true
  printf 'a b 2\nb c 3\nc a 1\nd\n' >"$seeds/lines.edges"
  "$command" convert "$seeds/lines.edges" --to "$format" --quiet -o "$seeds/lines" 2>/dev/null || true
  log=out/fuzz/$format/log
  if FUZZ_FORMAT=$format SWIFT_BACKTRACE=enable=no Fuzzing/.build/release/Fuzz "$corpus" "$seeds" \
    -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -max_len=65536 -artifact_prefix="$found/" \
    -print_final_stats=1 >"$log" 2>&1; then
    runs=$(sed -nE 's/^stat::number_of_executed_units: *//p' "$log")
    echo "$format: ${runs:-?} inputs in $seconds s, nothing found"
  else
    failed=1
    echo "$format: FOUND $(find "$found" -type f | wc -l) inputs, see $found and $log" >&2
  fi
done
exit $failed
