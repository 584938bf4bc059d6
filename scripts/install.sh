#!/usr/bin/env bash
# Installs the built command with its shell completions and its manual page.
#
#   scripts/install.sh THROUGHLINE PREFIX
#
# The binary stands alone: it needs no file of this folder, only libgvc of the system.
# Exit codes: 0 installed, 64 arguments missing, else that of the step that failed.
set -euo pipefail
(($# == 2)) || { echo "usage: scripts/install.sh THROUGHLINE PREFIX" >&2; exit 64; }
throughline=$1 prefix=$2

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
swift package plugin --allow-writing-to-directory "$pages" generate-manual --output-directory "$pages" >/dev/null

install -d "$prefix/bin" "$prefix/share/man/man1" "$prefix/share/bash-completion/completions" \
  "$prefix/share/zsh/site-functions" "$prefix/share/fish/vendor_completions.d"
install -m 755 "$throughline" "$prefix/bin/throughline"
install -m 644 "$pages"/*.1 "$prefix/share/man/man1/"
"$throughline" --generate-completion-script bash >"$prefix/share/bash-completion/completions/throughline"
"$throughline" --generate-completion-script zsh >"$prefix/share/zsh/site-functions/_throughline"
"$throughline" --generate-completion-script fish >"$prefix/share/fish/vendor_completions.d/throughline.fish"
echo "installed $prefix/bin/throughline, its manual page, and completions for bash, zsh and fish"
