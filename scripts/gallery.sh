#!/usr/bin/env bash
# Draws the pictures of the gallery, each as SVG and as PNG.
#
#   scripts/gallery.sh THROUGHLINE FOLDER
#
# THROUGHLINE is the built command. A line of the list below is one picture: its name, then how to render it.
# The exit code is that of the first rendering that fails, 64 when arguments are missing.
set -euo pipefail

(($# == 2)) || { echo "usage: scripts/gallery.sh THROUGHLINE FOLDER" >&2; exit 64; }
throughline=$1 folder=$2
attacks=graphs/isis-inspired-attacks.yaml

mkdir -p "$folder"

draw() {
  local name=$1 extension
  shift
  for extension in svg png; do
    "$throughline" render "$@" --quiet -o "$folder/$name.$extension"
  done
  # Smaller files where the tool is at hand: 256 colors are more than a diagram has.
  if command -v pngquant >/dev/null; then
    pngquant --force --skip-if-larger --ext .png "$folder/$name.png" || (($? == 98 || $? == 99))
  fi
  echo "$folder/$name.svg, .png"
}

draw isis-inspired-attacks "$attacks"
draw awlaki-two-hops "$attacks" --focus anwar-al-awlaki --hops 2
draw awlaki-to-farook "$attacks" --chain anwar-al-awlaki,syed-rizwan-farook
draw adnani-to-magnanville "$attacks" --chain abu-muhammad-al-adnani,magnanville-2016
"$throughline" timeline "$attacks" --window 30d --quiet -o "$folder/timeline.svg"
echo "$folder/timeline.svg"
# Who was in touch with whom: the default projection holds influence only, and these have little or none of it.
draw is-network-in-europe graphs/is-network-in-europe.yaml --projection associations
draw florentine-families graphs/florentine-families.yaml --projection associations --layout neato
