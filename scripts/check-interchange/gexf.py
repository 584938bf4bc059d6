"""Checks that NetworkX and the schema take the GEXF that `throughline convert` writes, and the other way round.

Usage: python3 scripts/check-interchange/gexf.py THROUGHLINE_BINARY
"""

import json
import math
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import networkx as nx
import xml.etree.ElementTree as ElementTree

ROOT = Path(__file__).resolve().parents[2]
GRAPHS = ["florentine-families", "isis-inspired-attacks", "is-network-in-europe"]
SCHEMA = Path(__file__).with_suffix(".rnc")
NAMESPACE = "{http://gexf.net/1.3}"
# The types that Gephi, NetworkX and the schema all know.
TYPES = {"string", "integer", "long", "float", "double", "boolean"}
failures = 0


def check(name, fine, detail=""):
    global failures
    print(("ok   " if fine else "FAIL ") + name + ("" if fine else f": {detail}"))
    failures += 0 if fine else 1


def convert(source, target, *more):
    subprocess.run([binary, "convert", str(source), "-o", str(target), *more], check=True, capture_output=True)


def check_schema(name, path):
    if shutil.which("jing"):
        result = subprocess.run(["jing", "-c", str(SCHEMA), str(path)], capture_output=True, text=True)
        check(f"{name}: the schema takes it", result.returncode == 0, result.stdout[:500])
    else:
        print(f"skip {name}: jing is not installed")


def check_gephi(name, path):
    """What Gephi's importer asks for beyond the schema."""
    root = ElementTree.parse(path).getroot()
    graph = root.find(NAMESPACE + "graph")
    types = {a.get("type") for a in root.iter(NAMESPACE + "attribute")}
    check(f"{name}: types that Gephi reads", types <= TYPES, types - TYPES)
    edges = list(root.iter(NAMESPACE + "edge"))
    ids = [e.get("id") for e in edges]
    check(f"{name}: each edge has an id of its own", None not in ids and len(set(ids)) == len(ids), Counter(ids))
    weights = [float(e.get("weight", 1)) for e in edges]
    check(f"{name}: weights are above zero", all(0 < w < math.inf for w in weights), weights)
    nodes = {n.get("id") for n in root.iter(NAMESPACE + "node")}
    ends = {e.get(end) for e in edges for end in ("source", "target")}
    check(f"{name}: the ends of edges are nodes", ends <= nodes, ends - nodes)
    check(f"{name}: no edge has another direction", not any(e.get("type") for e in edges))
    check(f"{name}: the time format is one that all know", graph.get("timeformat") in (None, "date", "double"))
    spans = [(e.get("start"), e.get("end")) for e in root.iter() if e.get("start") and e.get("end")]
    ordered = [a <= b if graph.get("timeformat") == "date" else float(a) <= float(b) for a, b in spans]
    check(f"{name}: no span ends before it begins", all(ordered), spans)
    listed = [(kind, a.get("id")) for kind in ("node", "edge") for s in graph.findall(NAMESPACE + "attributes")
              if s.get("class") == kind for a in s]
    check(f"{name}: each attribute has an id of its own", len(set(listed)) == len(listed), listed)


def plain(value):
    """A value as the same text whatever holds it."""
    return json.dumps(value, sort_keys=True) if isinstance(value, (list, dict)) else value


def node_rows(graph):
    rows = {}
    for node, data in graph.nodes(data=True):
        data = dict(data)
        data["label"] = data.get("label") or node
        rows[node] = {key: plain(value) for key, value in data.items() if value is not None}
    return rows


def edge_rows(graph):
    rows = Counter()
    for tail, head, data in graph.edges(data=True):
        data = {key: plain(value) for key, value in data.items() if value is not None and key != "edge_id"}
        ends = (tail, head) if graph.is_directed() else tuple(sorted((tail, head)))
        rows[ends + (tuple(sorted(data.items())),)] += 1
    return rows


def awkward(make):
    """A graph with everything that formats get wrong."""
    graph = make(name="awkward")
    texts = ["plain", "a b", "x;y,z", "1", "-", "Ünï 漢字", 'q"uote', "<tag> & &amp;", "line\nbreak\ttab"]
    for index, name in enumerate(texts):
        graph.add_node(name, label=f"label of {name}", number=index * 7 - 20, share=index / 8 - 0.5,
                       known=index % 2 == 0, note=f"note <{name}> & 'more' \"text\"")
    graph.nodes["plain"]["viz"] = {"color": {"r": 170, "g": 51, "b": 119, "a": 0.4}, "size": 2.5,
                                   "position": {"x": 1.5, "y": -2.25, "z": 0.0}}
    graph.nodes["a b"]["start"] = "2015-06-26"
    graph.nodes["a b"]["end"] = "2016-12-01"
    graph.nodes["1"]["mixed"] = "text"
    graph.nodes["-"]["mixed"] = 5
    graph.add_node("alone", label="alone")
    edges = [("plain", "a b"), ("plain", "a b"), ("a b", "plain"), ("x;y,z", "x;y,z"), ("1", "-"),
             ("Ünï 漢字", 'q"uote'), ("<tag> & &amp;", "line\nbreak\ttab")]
    for index, (tail, head) in enumerate(edges):
        graph.add_edge(tail, head, id=f"id {index}", weight=index + 0.125, label=f"ties & <{index}>", times=index,
                       sure=index % 2 == 0, why=f"because {index}")
    graph.edges[list(graph.edges(keys=True))[0]]["start"] = "2015-06-26"
    return graph


def compare(name, left, right):
    check(f"{name}: directed alike", left.is_directed() == right.is_directed())
    a, b = node_rows(left), node_rows(right)
    check(f"{name}: {len(a)} nodes with all values", a == b,
          [(key, a.get(key), b.get(key)) for key in a.keys() | b.keys() if a.get(key) != b.get(key)][:3])
    a, b = edge_rows(left), edge_rows(right)
    check(f"{name}: {sum(a.values())} edges with all values", a == b, (list((a - b))[:2], list((b - a))[:2]))


def check_networkx(folder):
    for make in (nx.MultiDiGraph, nx.MultiGraph):
        kind = make.__name__
        source, target = folder / f"{kind}.gexf", folder / f"{kind}-ours.gexf"
        nx.write_gexf(awkward(make), source)
        convert(source, target)
        check_schema(kind, target)
        check_gephi(kind, target)
        compare(kind, nx.read_gexf(source), nx.read_gexf(target))
        again = folder / f"{kind}-again.gexf"
        convert(target, again)
        check(f"{kind}: written again it is the same", again.read_bytes() == target.read_bytes())


def check_evidence(folder):
    for name in GRAPHS:
        native = ROOT / "graphs" / f"{name}.yaml"
        target = folder / f"{name}.gexf"
        convert(native, target)
        check_schema(name, target)
        check_gephi(name, target)
        graph = nx.read_gexf(target)
        tree = json.loads(subprocess.run([binary, "convert", str(native), "--to", "json"], check=True,
                                         capture_output=True).stdout)
        entities = {e["id"]: e for e in tree["entities"]}
        check(f"{name}: {len(entities)} entities are nodes", set(graph.nodes) == set(entities))
        wrong = [i for i, e in entities.items()
                 if graph.nodes[i]["label"] != e.get("name", i) or graph.nodes[i].get("kind") != e.get("kind")]
        check(f"{name}: names and kinds of entities", not wrong, wrong[:3])
        ties = {s["id"]: s for s in tree["statements"]
                if isinstance(s["subject"], str) and isinstance(s.get("object"), str)}
        edges = {d["edge_id"]: (u, v, d) for u, v, d in graph.edges(data=True)}
        check(f"{name}: {len(ties)} statements are edges", set(edges) == set(ties))
        wrong = []
        for key, (tail, head, data) in edges.items():
            tie = ties.get(key, {})
            expected = {"subject": tail, "object": head, "relation": data["relation"]}
            expected["when"] = data.get("when")
            fields = {"asserter", "stance", "words", "note", "said", "credibility"}
            when = tie.get("when")
            if isinstance(when, dict):
                when, expected["when"] = None, None
            found = {"subject": tie.get("subject"), "object": tie.get("object"), "relation": tie.get("relation"),
                     "when": when}
            for field in fields:
                expected[field], found[field] = data.get(field), tie.get(field)
            if expected != found:
                wrong.append((key, expected, found))
        check(f"{name}: what the statements say", not wrong, wrong[:1])
        back, original = folder / f"{name}-back.yaml", folder / f"{name}-original.yaml"
        convert(target, back)
        convert(native, original)
        check(f"{name}: it comes back as it was", back.read_bytes() == original.read_bytes())


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_networkx(folder)
        check_evidence(folder)
    sys.exit(1 if failures else 0)


binary = sys.argv[1]
main()
