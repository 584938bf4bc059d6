#!/usr/bin/env python3
"""Holds the plots for Vega-Lite against its published schema, and has Vega draw them.

    scripts/check-interchange/vega_lite.py THROUGHLINE [FOLDER]

The schema is the one that Altair brings; vl-convert compiles a specification to Vega and draws it without a browser.
Where a FOLDER is given, the drawings are left there. The exit code is 0 if all agree, 1 if not.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import altair
import jsonschema
import networkx
import vl_convert

GRAPH = "graphs/isis-inspired-attacks.yaml"
PLOTS = {
    "centrality": ["centrality", GRAPH, "--measures", "betweenness,pagerank", "--top", "8"],
    "worlds": ["centrality", GRAPH, "--measures", "reach", "--top", "8", "--samples", "50"],
    "undefined": ["centrality", GRAPH, "--measures", "eigenvector"],
    "plain": ["centrality", "NETWORK"],
    "chains": ["trace", GRAPH, "--from", "isis", "--to", "sousse-2015"],
    "none": ["trace", GRAPH, "--from", "isis", "--to", "westminster-2017"],
    "reach": ["trace", GRAPH, "--from", "Anwar al-Awlaki"],
    "timeline": ["timeline", GRAPH],
}


def marks(svg):
    """How many marks of data a drawing holds, by the role that Vega gives them."""
    return svg.count('aria-roledescription="')


def main(command, folder=None):
    schema_file = next(
        pathlib.Path(altair.__file__).parent.glob("vegalite/*/schema/vega-lite-schema.json"))
    schema = json.loads(schema_file.read_text())
    validator = jsonschema.validators.validator_for(schema)(schema)
    failed = False
    network = pathlib.Path(tempfile.mkdtemp()) / "karate.gml"
    networkx.write_gml(networkx.karate_club_graph(), network)
    for name, arguments in PLOTS.items():
        arguments = [str(network) if word == "NETWORK" else word for word in arguments]
        run = subprocess.run(
            [command, *arguments, "--format", "vega-lite", "--quiet"], capture_output=True,
            text=True)
        specification = json.loads(run.stdout)
        wrong = jsonschema.exceptions.best_match(validator.iter_errors(specification))
        errors = [f"{wrong.json_path}: {wrong.message[:200]}"] if wrong else []
        rows = sum(len(view["data"]["values"]) for view in specification["vconcat"])
        drawn = marks(vl_convert.vegalite_to_svg(specification, allowed_base_urls=[]))
        if folder:
            png = vl_convert.vegalite_to_png(specification, allowed_base_urls=[], scale=1.5)
            (pathlib.Path(folder) / f"{name}.png").write_bytes(png)
        if rows and drawn < rows:
            errors.append(f"{rows} rows and only {drawn} marks")
        failed = failed or bool(errors)
        print(f"{name}: {rows} rows, {'; '.join(errors) if errors else 'as the schema says, drawn'}")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(main(*sys.argv[1:]))
