#!/usr/bin/env bash
# Installs what Throughline needs and is not there yet.
#
#   scripts/setup.sh run     Swift is checked; Graphviz with its headers and a font are installed
#   scripts/setup.sh test    the same, and Python with jsonschema and markdown-it for the checks of the test suite
#   scripts/setup.sh ci      the same, make, and what Python needs to install packages, for a bare machine
#
# It says what it installs before it does, asks no questions, and does nothing when all is there.
# Debian and Ubuntu: apt-get, through sudo when not root. macOS: brew. Elsewhere it names what is missing.
#
# Exit codes: 0 all is there, 64 wrong argument, 69 something is missing and could not be installed.
set -euo pipefail

readonly swift_major=6 swift_minor=2

say() { printf 'setup: %s\n' "$*" >&2; }

give_up() {
  say "$@"
  exit 69
}

check_swift() {
  local advice="install Swift $swift_major.$swift_minor or later from https://www.swift.org/install, \
put its usr/bin folder on the PATH, and run this again"
  command -v swift >/dev/null || give_up "there is no 'swift' on the PATH; $advice"
  local words version major minor
  words=$(swift --version 2>&1) || give_up "'swift --version' fails: $words; $advice"
  version=$(sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' <<<"$words" | head -n 1)
  major=${version%%.*} minor=${version##*.}
  if [[ -z $version ]] || ((major < swift_major || (major == swift_major && minor < swift_minor))); then
    give_up "Swift $swift_major.$swift_minor or later is needed, this one is ${version:-unknown}; $advice"
  fi
}

# --- Debian and Ubuntu -------------------------------------------------------------------------------

as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    # Without a terminal sudo must not wait for a password.
    if [[ -t 0 ]]; then sudo "$@"; else sudo -n "$@"; fi
  else
    return 1
  fi
}

missing_debian_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || echo "$package"
  done
}

install_debian() {
  local missing=()
  while IFS= read -r package; do missing+=("$package"); done < <(missing_debian_packages "$@")
  ((${#missing[@]})) || return 0
  say "installing with apt-get: ${missing[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  local log
  log=$(mktemp)
  # A fresh machine has no package lists. An update may fail where the packages are at hand all the same.
  as_root "${apt[@]}" update >"$log" 2>&1 || say "apt-get update failed; going on with the lists at hand"
  if ! as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    give_up "could not install them; as root: apt-get install ${missing[*]}"
  fi
  rm -f "$log"
}

# --- macOS -------------------------------------------------------------------------------------------

install_brew() {
  local missing=() formula
  for formula in "$@"; do
    brew list --formula "$formula" >/dev/null 2>&1 || missing+=("$formula")
  done
  ((${#missing[@]})) || return 0
  say "installing with brew: ${missing[*]}"
  brew install --quiet "${missing[@]}" || give_up "could not install them; by hand: brew install ${missing[*]}"
}

# --- what each purpose needs -------------------------------------------------------------------------

has_graphviz() { pkg-config --exists libgvc 2>/dev/null; }

has_python_modules() { python3 -c 'import jsonschema, markdown_it' >/dev/null 2>&1; }

for_run() {
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    # graphviz: libgvc's plugins and their registration; a font, for text in PNG and PDF; pkg-config, by which
    # SwiftPM finds libgvc (the package that brings it has other names in other releases).
    local packages=(libgraphviz-dev libarchive-dev libxml2-dev zlib1g-dev libzstd-dev graphviz fonts-dejavu-core)
    command -v pkg-config >/dev/null || packages+=(pkg-config)
    install_debian "${packages[@]}"
  elif command -v brew >/dev/null; then
    install_brew graphviz libarchive libxml2 zstd pkgconf
  elif ! has_graphviz; then
    give_up "Graphviz with its headers is missing; install it (Fedora: graphviz-devel; Arch: graphviz; \
macOS: brew install graphviz pkgconf)"
  fi
}

for_test() {
  for_run
  has_python_modules && return 0
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    install_debian python3 python3-jsonschema python3-markdown-it
  elif command -v brew >/dev/null; then
    say "installing with pip: jsonschema and markdown-it-py, for this user"
    python3 -m pip install --quiet --user --break-system-packages jsonschema markdown-it-py ||
      give_up "could not install it; by hand: python3 -m pip install --user jsonschema markdown-it-py"
  else
    give_up "Python 3 with the modules jsonschema and markdown_it is missing; install them"
  fi
  # A python3 of another making, first on the PATH, does not see Debian's modules.
  has_python_modules || python3 -m pip install --quiet jsonschema markdown-it-py ||
    give_up "python3 on the PATH lacks jsonschema or markdown_it; run: python3 -m pip install jsonschema markdown-it-py"
}

for_ci() {
  if ! command -v make >/dev/null; then
    command -v apt-get >/dev/null || give_up "there is no 'make'; install it"
    install_debian make
  fi
  # The programs that files are checked with come from PyPI, into an environment of their own.
  if command -v apt-get >/dev/null && ! python3 -c 'import ensurepip' >/dev/null 2>&1; then
    install_debian python3 python3-venv
  fi
  for_test
}

case "${1:-}" in
run)
  check_swift
  for_run
  ;;
test)
  check_swift
  for_test
  ;;
ci)
  check_swift
  for_ci
  ;;
*)
  say "usage: scripts/setup.sh run|test|ci"
  exit 64
  ;;
esac
