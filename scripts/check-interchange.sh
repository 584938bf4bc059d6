#!/usr/bin/env bash
# Writes files in every format and opens them with the programs that they are for.
#
#   scripts/check-interchange.sh THROUGHLINE
#
# THROUGHLINE is the command that was built. The programs are Python packages, installed into a virtual environment under
# .build unless they are all there already. Each script in scripts/check-interchange prints a line a check.
# Exit codes: 0 all agree, 1 something differs, 69 the programs cannot be installed.
set -euo pipefail
cd "$(dirname "$0")/.."

command=$(realpath "${1:?usage: scripts/check-interchange.sh THROUGHLINE}")
packages=(networkx igraph pandas pydot lxml jsonschema rdflib stix2 followthemoney openpyxl altair vl-convert-python)
all='import networkx, igraph, pandas, pydot, lxml, jsonschema, rdflib, stix2, followthemoney, openpyxl, altair, vl_convert'
python=python3
if ! "$python" -c "$all" 2>/dev/null; then
  folder=$PWD/.build/interchange-venv
  python=$folder/bin/python
  if [[ ! -x $python ]] || ! "$python" -c "$all" 2>/dev/null; then
    echo "check-interchange: installing ${packages[*]}" >&2
    { python3 -m venv "$folder" && "$python" -m pip install --quiet "${packages[@]}"; } || {
      echo "check-interchange: could not install them; by hand: pip install ${packages[*]}" >&2
      exit 69
    }
  fi
  PATH=$folder/bin:$PATH
fi

failed=0
for script in scripts/check-interchange/*.py; do
  echo "== $(basename "$script" .py)"
  "$python" "$script" "$command" || failed=1
done
exit $failed
