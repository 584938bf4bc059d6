#!/usr/bin/env bash
# Measures how many lines of the libraries the tests run, and prints a table by target.
#
#   scripts/coverage.sh [MINIMUM]
#
# MINIMUM is the share of lines in percent below which it fails, 90 unless given. The command's own sources do
# not count: its tests run it as a program of its own. Exit codes: 0 enough, 1 too little or a test failed.
set -euo pipefail
cd "$(dirname "$0")/.."

minimum=${1:-90}
# A scratch folder of its own: building for coverage would otherwise undo the ordinary build.
scratch=.build/coverage
swift test --scratch-path "$scratch" --enable-code-coverage --disable-xctest --quiet
# swift test leaves what the toolchain's llvm-cov exports.
export_file=$(swift test --scratch-path "$scratch" --show-codecov-path)

python3 - "$export_file" "$PWD/Sources/" "$minimum" <<'EOF'
import collections
import json
import sys

export_file, sources, minimum = sys.argv[1], sys.argv[2], float(sys.argv[3])
with open(export_file, encoding="utf-8") as file:
    files = json.load(file)["data"][0]["files"]

lines = collections.Counter()
covered = collections.Counter()
for entry in files:
    if entry["filename"].startswith(sources):
        target = entry["filename"][len(sources):].split("/")[0]
        if target != "throughline":
            lines[target] += entry["summary"]["lines"]["count"]
            covered[target] += entry["summary"]["lines"]["covered"]
if not lines:
    sys.exit("coverage: the export names no file of Sources/")


def row(name, part, whole):
    print(f"{name:<20} {whole:>7} {part:>8} {100 * part / whole:>7.1f} %")


print(f"{'target':<20} {'lines':>7} {'covered':>8} {'share':>7}")
for target in sorted(lines):
    row(target, covered[target], lines[target])
total, part = sum(lines.values()), sum(covered.values())
row("all libraries", part, total)
if 100 * part / total < minimum:
    sys.exit(f"coverage: under {minimum:g} %; add tests to the targets at the low end")
EOF
