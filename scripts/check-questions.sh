#!/usr/bin/env bash
# Checks that GraphCore's page from questions to functions names every function that a graph, or contacts in time,
# can be asked, and that each is documented.
#
#   scripts/check-questions.sh [SYMBOLS]
#
# SYMBOLS is the symbol graph of GraphCore; it is made unless given. Methods of `Graph` and `ContactSequence` count,
# those of their nested types do not. Exit codes: 0 clean, 1 findings, 66 no such input.
set -euo pipefail
cd "$(dirname "$0")/.."

page=Sources/GraphCore/GraphCore.docc/GraphCore.md
symbols=${1:-}
if [[ -z $symbols ]]; then
  swift package dump-symbol-graph --minimum-access-level public >/dev/null
  symbols=$(swift build --show-bin-path)/../symbolgraph/GraphCore.symbols.json
fi
for file in "$page" "$symbols"; do
  [[ -f $file ]] || { echo "check-questions: no file $file" >&2; exit 66; }
done

python3 - "$page" "$symbols" <<'PYTHON'
import json, re, sys

page = open(sys.argv[1], encoding="utf-8").read()
linked = set(re.findall(r"``([^`]+)``", page))
findings, count = [], 0
for symbol in json.load(open(sys.argv[2], encoding="utf-8"))["symbols"]:
    if "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
        continue
    path, kind = "/".join(symbol["pathComponents"]), symbol["kind"]["identifier"]
    place = symbol.get("location", {}).get("uri", "").split("/Sources/")[-1]
    inherited = path.endswith("init(rawValue:)")
    if "docComment" not in symbol and not inherited:
        findings.append(f"Sources/{place}: {path} has no documentation comment; write one")
    asked = kind in ("swift.method", "swift.type.method") and re.fullmatch(
        r"(Graph|ContactSequence)/\w+\(.*\)", path)
    if asked:
        count += 1
        if path not in linked:
            findings.append(f"{sys.argv[1]}: {path} answers no question; add it to a table")
for finding in sorted(findings):
    print(finding)
if findings:
    sys.exit(f"check-questions: {len(findings)} findings")
print(f"check-questions: {count} functions, each with a question")
PYTHON
