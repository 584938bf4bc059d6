#!/usr/bin/env python3
"""Opens DOT files that the command writes with the programs that read DOT, and compares.

Usage: python3 scripts/check-interchange/dot.py THROUGHLINE
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import networkx
import pydot

failures = 0


def check(what, found, wanted):
    global failures
    same = found == wanted
    print(("ok    " if same else "FAIL  ") + what)
    if not same:
        failures += 1
        print(f"      found  {str(found)[:600]}\n      wanted {str(wanted)[:600]}")


def run(command, *arguments, text=None):
    done = subprocess.run([command, *arguments], input=text, capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        sys.exit(f"{command} {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def plain(raw):
    """What a quoted text says; pydot gives it with its quotes and escapes."""
    if raw.startswith('"'):
        raw = raw[1:-1].replace('\\"', '"')
    raw = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], raw, flags=re.S)
    return raw.replace("&amp;", "&")


SOURCE = r"""
digraph "Ärger & Söhne" {
  kind=test; n=3;
  plain [label="two words", count=1, score=0.5, color="#aa3377", note="a < b; c > d, {e|f} [g]"];
  "a b" [label="first\nsecond", count=-2]; "x;y,z"; "1"; "-"; "q\"uote" [label="say \"hi\""];
  "back\\slash" [label="C:\\new"]; "漢字" [label="naïve 😀"]; alone [pos="1,2.5!"];
  subgraph cluster_g { label="Group"; "a b"; "1"; subgraph cluster_h { "-" } }
  plain -> "a b" [weight=1, id=e0, kind=knows]; plain -> "a b" [weight=0.5, id=e1];
  "a b" -> plain [weight=2, id=e2]; "1" -> "1" [weight=3, label="loop \"x\""];
  "x;y,z":p:n -> "漢字" [weight=7, label="größer → 漢"]; "q\"uote" -> "back\\slash" [weight=0.125];
}
"""


def main(command):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "source.dot")
        source.write_text(SOURCE)
        written = pathlib.Path(folder, "written.dot")
        run(command, "convert", str(source), "-o", str(written), "--quiet")
        again = run(command, "convert", str(written), "--to", "dot", "--quiet")
        check("written again: the same bytes", again, written.read_text())

        # Graphviz: the counts, and every attribute of both files as JSON.
        def counts(path):
            return run("gc", "-n", "-e", "-C", str(path)).split()[:3]

        check("gc: nodes, edges and clusters as in the source", counts(written), counts(source))

        def objects(path):
            text = run("dot", "-Tjson0", str(path))
            graph = json.loads(text)
            drawn = ("_gvid", "pos", "width", "height", "nodes", "edges", "lp", "rects", "bb",
                     "subgraphs", "throughline:types", "tail", "head", "x", "y")
            names = [part["name"] for part in graph["objects"]]
            nodes = {
                part["name"]: {k: v for k, v in part.items() if k not in drawn and v != ""}
                for part in graph["objects"] if "nodes" not in part and "subgraphs" not in part}
            edges = sorted(
                json.dumps([names[part["tail"]], names[part["head"]],
                            {k: v for k, v in part.items() if k not in drawn and v != ""}],
                           sort_keys=True)
                for part in graph["edges"])
            return nodes, edges

        left, right = objects(source), objects(written)
        check("dot: nodes and their attributes as in the source", right[0], left[0])
        # Graphviz takes weights as whole numbers when it lays out; the texts stay.
        check("dot: edges and their attributes as in the source", right[1], left[1])

        # networkx by pydot.
        graph = networkx.nx_pydot.from_pydot(pydot.graph_from_dot_data(written.read_text())[0])
        report = json.loads(
            run(command, "centrality", str(source), "--measures", "degree", "--format", "json", "--quiet"))
        names = {score["id"]: score["name"] for score in report["measures"][0]["scores"]}
        found = {plain(node): plain(data.get("label", node)) for node, data in graph.nodes(data=True)}
        check("networkx: names and labels", found, names)
        check("networkx: directed", graph.is_directed(), True)
        ties = sorted(
            (plain(tail), plain(head), float(plain(data["weight"])), plain(data.get("label", "")))
            for tail, head, data in graph.edges(data=True))
        check("networkx: edges, weights and labels", ties, sorted([
            ("plain", "a b", 1.0, ""), ("plain", "a b", 0.5, ""), ("a b", "plain", 2.0, ""),
            ("1", "1", 3.0, 'loop "x"'), ("x;y,z", "漢字", 7.0, "größer → 漢"),
            ('q"uote', "back\\slash", 0.125, "")]))
        check("networkx: attributes of a node",
              next({k: plain(v) for k, v in data.items()}
                   for node, data in graph.nodes(data=True) if plain(node) == "plain"),
              {"label": "two words", "count": "1", "score": "0.5", "color": "#aa3377",
               "note": "a < b; c > d, {e|f} [g]"})

        # What networkx writes is read.
        theirs = networkx.MultiGraph()
        theirs.add_node("a", label="Alpha", size=3)
        theirs.add_edge("a", "b", weight=0.5)
        theirs.add_edge("a", "b", weight=2)
        path = pathlib.Path(folder, "theirs.dot")
        path.write_text(networkx.nx_pydot.to_pydot(theirs).to_string())
        ours = json.loads(
            run(command, "centrality", str(path), "--measures", "strength", "--normalization", "raw",
                "--weights", "strength", "--format", "json", "--quiet"))
        check("a file of networkx: nodes, edges, direction",
              (ours["nodes"], ours["edges"], ours["directed"]), (2, 2, False))
        check("a file of networkx: strengths",
              {s["name"]: s["score"] for s in ours["measures"][0]["scores"]},
              {"Alpha": 2.5, "b": 2.5})
        # What dot lays out is read.
        path.write_text(run("dot", "-Tdot", str(source)))
        laid = json.loads(
            run(command, "centrality", str(path), "--measures", "degree", "--format", "json", "--quiet"))
        check("a file of dot: nodes and edges", (laid["nodes"], laid["edges"]),
              (report["nodes"], report["edges"]))
    sys.exit(1 if failures else 0)


main(sys.argv[1])
