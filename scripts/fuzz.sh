#!/usr/bin/env bash
# Feeds each reader with changed files for a while, to find what makes it crash or hang, and what it writes
# otherwise than it read.
#
#   scripts/fuzz.sh [SECONDS] [FORMAT...]
#
# SECONDS for each format, 60 unless given; all formats that are read unless some are named, and `any`, in which
# the format is told by the content. Seeds are the fixtures of the tests, a small network and the bundled
# graphs in each format, and what lies in $FUZZ_SEEDS/FORMAT. An input that makes a reader crash, need more than
# 5 seconds or more than 2 GB is kept under out/fuzz/FORMAT/found: make it smaller by
# `FUZZ_FORMAT=x Fuzzing/.build/release/Fuzz -minimize_crash=1 -max_total_time=60 FILE`, mend the reader, and add
# the file to Tests/InterchangeTests/Fixtures/regressions/FORMAT.
# Exit codes: 0 nothing found, 1 something found, 64 no such format, 69 no fuzzer in this toolchain.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
swift build -c release --package-path Fuzzing --sanitize fuzzer --quiet || {
  echo "fuzz: the toolchain has no libFuzzer, or the build failed" >&2
  exit 69
}
fuzzer=Fuzzing/.build/release/Fuzz
command=.build/debug/throughline
[[ -x $command ]] || swift build --product throughline --quiet
export SWIFT_BACKTRACE=enable=no
known=$(FUZZ_FORMAT=list "$fuzzer")
formats=("$@")
((${#formats[@]})) || mapfile -t formats <<<"$known"$'\n'any
for format in "${formats[@]}"; do
  grep -qx -- "$format" <<<"$known"$'\n'any || {
    echo "fuzz: no format that is read is called '$format'" >&2
    exit 64
  }
done

# A network with what formats differ in: attributes of each type, times, colors, groups, parallel edges,
# loops, and names and texts that are hard to write.
mkdir -p out/fuzz
network=out/fuzz/network.json
cat >"$network" <<'END'
{"directed": true, "multigraph": true,
 "graph": {"title": "Ärger & \"Söhne\" <Ltd>", "version": 3, "scale": 0.25, "tags": ["a", {"b": null}]},
 "nodes": [
  {"id": "plain", "label": "Plain", "kind": "person", "count": 1, "score": 0.5, "known": true,
   "color": "#aa3377", "x": 1, "y": 2.5, "start": "2015-01-01"},
  {"id": "a b", "label": "say \"hi\"\n'x'", "kind": "group", "parent": "plain", "note": " lead & trail "},
  {"id": "-"}, {"id": "x;y,z", "label": "\\N \\u00e9 \t", "list": [1, "a"]},
  {"id": "=1+1", "size": 3, "shape": "box"}, {"id": "1"}],
 "edges": [
  {"source": "plain", "target": "a b", "key": 0, "weight": 2, "id": "e0", "kind": "knows", "start": "2015-06-26"},
  {"source": "plain", "target": "a b", "key": 1, "weight": 0.5, "label": "x\ny", "kind": "met", "end": "2016-12"},
  {"source": "-", "target": "-", "key": 0, "weight": 1e-7, "sure": false},
  {"source": "x;y,z", "target": "1", "key": 0, "weight": -3}]}
END
printf 'a b 2\nb c 3\nc a 1\nd\n' >out/fuzz/letters.edges
printf '1 2\n2 3\n3 1\n' >out/fuzz/numbers.edges
# A graph of evidence as small as it gets: the bundled ones take long.
cat >out/fuzz/evidence.yaml <<'END'
throughline: 1
title: t
sources:
  - {id: s, title: S}
entities:
  - {id: a, kind: person}
  - {id: b, kind: person}
statements:
  s:
    1:
      - a inspired b "inspired"
END

# The seeds of a format, in a folder of its own.
seeds_of() {
  local format=$1 seeds=out/fuzz/$1/seeds folder graph number=0
  mkdir -p "$seeds"
  for folder in Tests/InterchangeTests/Fixtures/{,regressions/}"$format" ${FUZZ_SEEDS:+"$FUZZ_SEEDS/$format"}; do
    [[ -d $folder ]] && find "$folder" -type f -size -64k -exec cp {} "$seeds" \;
  done
  for graph in out/fuzz/evidence.yaml graphs/florentine-families.yaml "$network" \
    out/fuzz/{letters,numbers}.edges; do
    number=$((number + 1))
    "$command" convert "$graph" --to "$format" --quiet -o "$seeds/written-$number" 2>/dev/null || true
  done
}

failed=0
for format in "${formats[@]}"; do
  folder=out/fuzz/$format
  mkdir -p "$folder"/{seeds,found,corpus}
  name=$format
  if [[ $format == any ]]; then
    name=
    find Tests/InterchangeTests/Fixtures ${FUZZ_SEEDS:+"$FUZZ_SEEDS"} out/fuzz/*/seeds -type f -size -16k \
      ! -name '*.md' ! -path '*/any/*' | while read -r file; do
      cp "$file" "$folder/seeds/$(tr '/' '_' <<<"$file")"
    done
  else
    seeds_of "$format"
  fi
  # What is found does not end the search: the fuzzer runs in another process and is started again.
  env ${name:+"FUZZ_FORMAT=$name"} "$fuzzer" "$folder/corpus" "$folder/seeds" -fork=1 \
    -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 -max_total_time="$seconds" -timeout=5 \
    -rss_limit_mb=2048 -max_len=65536 -artifact_prefix="$folder/found/" >"$folder/log" 2>&1 || {
    failed=1
    echo "$format: the fuzzer itself failed, see $folder/log" >&2
    continue
  }
  runs=$(grep -oE '^#[0-9]+' "$folder/log" | tail -1 | tr -d '#' || true)
  count=$(find "$folder/found" -type f | wc -l)
  if ((count)); then
    failed=1
    echo "$format: FOUND $count inputs, see $folder/found and $folder/log" >&2
  else
    echo "$format: ${runs:-?} inputs in $seconds s, nothing found"
  fi
done
exit $failed
