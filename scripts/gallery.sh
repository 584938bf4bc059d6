#!/usr/bin/env bash
# Draws the pictures of the gallery, each light and dark, as SVG and as PNG, and two pages.
#
#   scripts/gallery.sh THROUGHLINE FOLDER
#
# THROUGHLINE is the built command. A line of the list below is one picture: its name, then how to render it.
# The exit code is that of the first rendering that fails, 64 when arguments are missing.
set -euo pipefail

(($# == 2)) || { echo "usage: scripts/gallery.sh THROUGHLINE FOLDER" >&2; exit 64; }
throughline=$1 folder=$2
attacks=graphs/isis-inspired-attacks.yaml
europe=graphs/is-network-in-europe.yaml
florence=graphs/florentine-families.yaml

mkdir -p "$folder"

draw() {
  local name=$1 theme extension
  shift
  for theme in light dark; do
    for extension in svg png; do
      "$throughline" render "$@" --theme "$theme" --quiet -o "$folder/$name-$theme.$extension"
    done
    # Smaller files where the tool is at hand: 256 colors are more than a diagram has.
    if command -v pngquant >/dev/null; then
      pngquant --force --skip-if-larger --ext .png "$folder/$name-$theme.png" || (($? == 98 || $? == 99))
    fi
  done
  echo "$folder/$name-{light,dark}.{svg,png}"
}

# The bundled graph of five articles, in every view.
draw attacks-network "$attacks" --page a3
draw attacks-chain "$attacks" --chain anwar-al-awlaki,syed-rizwan-farook
draw attacks-chains "$attacks" --chain abu-muhammad-al-adnani,magnanville-2016 --chain anwar-al-awlaki,omar-mateen
draw attacks-ego "$attacks" --focus anwar-al-awlaki --hops 2
draw attacks-attribution "$attacks" --view attribution
draw attacks-timeline "$attacks" --view timeline
draw attacks-matrix "$attacks" --view matrix
draw attacks-communities "$attacks" --view communities
draw attacks-backbone "$attacks" --view backbone --alpha 0.3
draw attacks-diff "$attacks" --view diff --as-of 2016-12-31 --against "$attacks"

# Who was in touch with whom: the default projection holds influence only, and these have little or none of it.
contacts=(--projection associations)
draw europe-network "$europe" "${contacts[@]}"
draw europe-ego "$europe" "${contacts[@]}" --focus abdelhamid-abaaoud --hops 1
draw europe-chain "$europe" --chain oussama-atar,stade-de-france
draw europe-attribution "$europe" --view attribution
draw europe-timeline "$europe" --view timeline
draw europe-matrix "$europe" --view matrix "${contacts[@]}"
draw europe-communities "$europe" --view communities "${contacts[@]}"
draw europe-backbone "$europe" --view backbone --alpha 0.5 "${contacts[@]}"
draw europe-diff "$europe" --view diff --as-of 2015-12-31 "${contacts[@]}"
draw florence-network "$florence" "${contacts[@]}" --color-by betweenness --size-by degree
draw florence-ego "$florence" "${contacts[@]}" --focus medici --hops 1
draw florence-chain "$florence" "${contacts[@]}" --chain strozzi,medici
draw florence-diff "$florence" --view diff --as-of 1990-01-01 "${contacts[@]}"
draw florence-matrix "$florence" --view matrix "${contacts[@]}"
draw florence-communities "$florence" --view communities "${contacts[@]}"
