#!/usr/bin/env bash
# Opens the interactive pages in a browser and uses them: pointer, keyboard, without script, in print, on a phone.
#
#   scripts/check-browser.sh THROUGHLINE [CHECK...]
#
# THROUGHLINE is the command that was built; a CHECK is the stem of a script in scripts/check-browser, all of them
# unless given. Needed are Chromium (CHROMIUM names another program than `chromium`) and two Python packages, which are
# installed into a virtual environment under .build unless they are there already.
# Exit codes: 0 all is well, 1 something is not, 69 the browser or the packages cannot be had.
set -euo pipefail
cd "$(dirname "$0")/.."

command=$(realpath "${1:?usage: scripts/check-browser.sh THROUGHLINE [CHECK...]}")
shift
CHROMIUM=$(command -v "${CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome || true)
if [[ -z $CHROMIUM ]]; then
  echo "check-browser: there is no Chromium; on Debian: apt-get install chromium" >&2
  exit 69
fi
export CHROMIUM
packages=(playwright axe-playwright-python)
all='import playwright.sync_api, axe_playwright_python'
python=python3
if ! "$python" -c "$all" 2>/dev/null; then
  folder=$PWD/.build/browser-venv
  python=$folder/bin/python
  if [[ ! -x $python ]] || ! "$python" -c "$all" 2>/dev/null; then
    echo "check-browser: installing ${packages[*]}" >&2
    { python3 -m venv "$folder" && "$python" -m pip install --quiet "${packages[@]}"; } || {
      echo "check-browser: could not install them; by hand: pip install ${packages[*]}" >&2
      exit 69
    }
  fi
fi

export PYTHONDONTWRITEBYTECODE=1
checks=("$@")
if ((!${#checks[@]})); then
  for script in scripts/check-browser/[a-z]*.py; do checks+=("$(basename "$script" .py)"); done
fi
failed=0
for check in "${checks[@]}"; do
  echo "== $check"
  "$python" "scripts/check-browser/$check.py" "$command" || failed=1
done
exit $failed
