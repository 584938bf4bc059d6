#!/usr/bin/env bash
# Checks the reference keys: [Brandes2001] in a comment or a document names an entry of docs/references.bib.
#
#   scripts/check-references.sh [FOLDER]
#
# FOLDER is this package unless given. Keys are looked for in the comments of Sources/, and in Markdown under
# Sources/ and docs/. Findings, as file:line: a key without an entry, an entry that nobody uses, an entry that stands
# twice, an entry out of order. Exit codes: 0 clean, 1 findings, 66 no such input.
set -euo pipefail

root=${1:-$(cd "$(dirname "$0")/.." && pwd)}
bibliography=docs/references.bib
if ! cd "$root" 2>/dev/null || [[ ! -f $bibliography ]]; then
  echo "check-references: no $bibliography in '$root'" >&2
  exit 66
fi

files=()
while IFS= read -r file; do files+=("$file"); done \
  < <(find Sources docs -type f \( -name '*.swift' -o -name '*.md' \) | LC_ALL=C sort)
((${#files[@]})) || { echo "check-references: no file to check in '$root'" >&2; exit 66; }

LC_ALL=C awk -v bibliography="$bibliography" '
  function report(place, message) { print place ": " message; findings++ }

  # Keys: a name, a year, perhaps a letter. Of a Swift file only comments are read.
  function look_for_keys(text,   key) {
    if (FILENAME ~ /\.swift$/) {
      if (!index(text, "//")) return
      text = substr(text, index(text, "//"))
    }
    while (match(text, /\[[A-Z][A-Za-z]*[12][0-9][0-9][0-9][a-z]?\]/)) {
      key = substr(text, RSTART + 1, RLENGTH - 2)
      text = substr(text, RSTART + RLENGTH)
      used[key]
      if (!(key in line_of))
        report(FILENAME ":" FNR, "[" key "] has no entry in " bibliography "; add it, or correct the key")
    }
  }

  FILENAME == bibliography {
    if ($0 !~ /^@[a-z]+\{/) next
    key = $0
    sub(/^@[a-z]+\{/, "", key)
    sub(/,.*/, "", key)
    if (key in line_of) report(FILENAME ":" FNR, key " stands twice; the first is on line " line_of[key])
    else if (key < last) report(FILENAME ":" FNR, key " stands after " last "; entries are in order of keys")
    line_of[key] = FNR
    keys[++count] = key
    last = key
    next
  }

  { look_for_keys($0) }

  END {
    for (i = 1; i <= count; i++)
      if (!(keys[i] in used))
        report(bibliography ":" line_of[keys[i]], keys[i] " is used nowhere; cite it, or remove the entry")
    if (findings) { printf "check-references: %d findings\n", findings; exit 1 }
    printf "check-references: %d entries, each used\n", count
  }
' "$bibliography" "${files[@]}"
