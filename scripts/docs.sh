#!/usr/bin/env bash
# Builds the documentation of the libraries with the toolchain's own DocC, a folder for each library.
#
#   scripts/docs.sh FOLDER
#
# The pages want a web server, for instance `python3 -m http.server --directory FOLDER/GraphCore`, and then
# http://localhost:8000/documentation/graphcore. Exit codes: 0 built, 64 argument missing, 69 no docc in the
# toolchain, else that of the step that failed.
set -euo pipefail
cd "$(dirname "$0")/.."
(($# == 1)) || { echo "usage: scripts/docs.sh FOLDER" >&2; exit 64; }
folder=$1

if command -v docc >/dev/null; then
  docc=(docc)
elif xcrun --find docc >/dev/null 2>&1; then
  docc=(xcrun docc)
else
  echo "docs: the toolchain has no docc; install a release from https://www.swift.org/install" >&2
  exit 69
fi

swift package dump-symbol-graph --minimum-access-level public >/dev/null
symbols=$(swift build --show-bin-path)/../symbolgraph
scripts/check-questions.sh "$symbols/GraphCore.symbols.json"
part=$(mktemp -d)
trap 'rm -rf "$part"' EXIT

for folder_of_sources in Sources/*/; do
  library=$(basename "$folder_of_sources")
  [[ -e $symbols/$library.symbols.json && $library != throughline ]] || continue
  find "$part" -type f -delete
  cp "$symbols/$library.symbols.json" "$part"
  # Extensions of another module's types stand in files of their own, LIBRARY@MODULE.
  find "$symbols" -name "$library@*.symbols.json" -exec cp {} "$part" \;
  catalog=()
  if [[ -d Sources/$library/$library.docc ]]; then catalog=("Sources/$library/$library.docc"); fi
  rm -rf "${folder:?}/$library"
  mkdir -p "$folder"
  "${docc[@]}" convert ${catalog[@]+"${catalog[@]}"} --additional-symbol-graph-dir "$part" \
    --fallback-display-name "$library" --fallback-bundle-identifier "throughline.$library" \
    --output-path "$folder/$library"
  echo "$folder/$library"
done
