#!/usr/bin/env bash
# Does the main job once, on a bundled graph: validate, trace, render, report.
#
#   scripts/demonstrate.sh THROUGHLINE GRAPH FOLDER
#
# THROUGHLINE is the built command; FOLDER receives the diagram and the report. The exit code is that of the
# first command that fails, 64 when arguments are missing.
set -euo pipefail

(($# == 3)) || { echo "usage: scripts/demonstrate.sh THROUGHLINE GRAPH FOLDER" >&2; exit 64; }
throughline=$1 graph=$2 folder=$3
name=$(basename "${graph%.*}")

# Shows a command as one would type it, then runs it.
show() {
  local word line='$ throughline'
  for word in "$@"; do
    if [[ $word == *" "* ]]; then line+=" \"$word\""; else line+=" $word"; fi
  done
  printf '\n%s\n' "$line"
  "$throughline" "$@"
}

mkdir -p "$folder"
show validate "$graph"
show trace "$graph" --from "Anwar al Awlaki" --to "Syed Rizwan Farook"
show render "$graph" -o "$folder/$name.svg"
show report "$graph" --format html -o "$folder/report.html"

printf '\nThe diagram: %s\nThe report:  %s\nOpen both in a browser.\n' \
  "$folder/$name.svg" "$folder/report.html"
