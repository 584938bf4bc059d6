"""Checks that NetworkX and igraph read what `throughline convert` writes as GraphML, and the other way round.

Usage: python3 scripts/check-interchange/graphml.py THROUGHLINE_BINARY
"""

import json
import math
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import igraph
import networkx

ROOT = Path(__file__).resolve().parents[2]
failures = 0
warnings.simplefilter("ignore")


def check(name, found, wanted):
    global failures
    fine = found == wanted
    failures += not fine
    print(("ok   " if fine else "FAIL ") + name + ("" if fine else f"\n  found  {found!r}\n  wanted {wanted!r}"))


def convert(source, target, to):
    done = subprocess.run([binary, "convert", str(source), "--to", to, "-o", str(target)],
                          capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"convert {source} --to {to} failed: {done.stderr}")
    return done.stderr


def awkward(directed):
    """Parallel edges, loops, names and texts of every syntax, typed attributes with gaps."""
    graph = (networkx.MultiDiGraph if directed else networkx.MultiGraph)(title='Ärger & "Söhne" <Ltd>', version=3)
    names = ["plain", "a b", "x;y,z", "1", "-", "Ünï-cödé 漢字", 'q"uote', "back\\slash", "<tag> & &amp;",
             "line\nbreak\ttab", "=1+1", "node", "end", "alone"]
    for index, name in enumerate(names):
        graph.add_node(name, label=f"label of {name}", kind="person" if index % 2 else "group")
        if index != 3:
            graph.nodes[name]["count"] = index * 7 - 20
        if index != 5:
            graph.nodes[name]["score"] = index / 8 - 0.5
        if index % 3 == 0:
            graph.nodes[name]["known"] = index % 2 == 0
    graph.nodes["a b"]["note"] = 'a < b && c > d; "x"\r\nnext — {"k": [1]} ]]>'
    graph.nodes["x;y,z"]["note"] = " leading and trailing "
    graph.nodes["1"]["note"] = ""
    for key, (tail, head, weight, rest) in enumerate([
            ("plain", "a b", 1.0, {"kind": "knows", "start": "2015-06-26"}), ("plain", "a b", 0.5, {"kind": "met"}),
            ("a b", "plain", 2.0, {"sure": False}), ("x;y,z", "x;y,z", 3.0, {"label": 'loop "quoted"\nline'}),
            ("1", "-", 0.125, {"times": 12}), ("Ünï-cödé 漢字", 'q"uote', 7.0, {"label": "größer → 漢"}),
            ("<tag> & &amp;", "back\\slash", 1e-7, {"kind": "a&b<c>"}), ("line\nbreak\ttab", "=1+1", 1e21, {"share": 0.1})]):
        graph.add_edge(tail, head, key=f"e{key}", weight=weight, **rest)
    return graph


def nodes_of(graph):
    return {name: dict(data) for name, data in graph.nodes(data=True)}


def edges_of(graph):
    return sorted((tail, head, str(key), sorted((k, v) for k, v in data.items() if k not in ("id", "edge_id")))
                  for tail, head, key, data in graph.edges(keys=True, data=True))


def ends(graph, tail, head):
    return (tail, head) if graph.is_directed() else tuple(sorted((tail, head)))


def plain(value):
    """A value as igraph can hold it: numbers are floats, and a gap is None."""
    if isinstance(value, float) and math.isnan(value):
        return None
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def rows(items, columns):
    return [[plain(item.get(column)) for column in columns] for item in items]


def name_of(vertex):
    """The name of a node. igraph 1.0.0 does not undo the escape of `&` in attributes of elements."""
    return vertex["id"].replace("&#38;", "&")


def against_igraph(name, path, graph):
    """igraph knows no gaps but in numbers: a missing text is empty, and a missing truth value false."""
    found = igraph.Graph.Read_GraphML(str(path))
    check(f"{name}: igraph counts nodes, edges, direction", [found.vcount(), found.ecount(), found.is_directed()],
          [len(graph), graph.number_of_edges(), graph.is_directed()])
    wanted = nodes_of(graph)
    columns = sorted({key for data in wanted.values() for key in data})
    samples = {c: next(data[c] for data in wanted.values() if c in data) for c in columns}
    empty = {c: "" if isinstance(s, str) else False if isinstance(s, bool) else None for c, s in samples.items()}
    check(f"{name}: igraph reads the values of nodes",
          {name_of(v): rows([v.attributes()], columns)[0] for v in found.vs},
          {n: [plain(d.get(c, empty[c])) for c in columns] for n, d in wanted.items()})
    data = {str(key): (ends(graph, tail, head), d) for tail, head, key, d in graph.edges(keys=True, data=True)}
    columns = sorted({key for _, d in data.values() for key in d} - {"id", "edge_id"})
    samples = {c: next(d[c] for _, d in data.values() if c in d) for c in columns}
    empty = {c: "" if isinstance(s, str) else False if isinstance(s, bool) else None for c, s in samples.items()}
    check(f"{name}: igraph reads ids, ends and values of edges",
          {e["edge_id"]: (ends(graph, name_of(found.vs[e.source]), name_of(found.vs[e.target])),
                          rows([e.attributes()], columns)[0]) for e in found.es},
          {k: (pair, [plain(d.get(c, empty[c])) for c in columns]) for k, (pair, d) in data.items()})


def check_awkward(folder, directed):
    name = "awkward, " + ("directed" if directed else "undirected")
    graph = awkward(directed)
    written, back, again = folder / "nx.graphml", folder / "ours.graphml", folder / "again.graphml"
    networkx.write_graphml(graph, written)
    convert(written, back, "graphml")
    convert(back, again, "graphml")
    check(f"{name}: write, read, write changes no byte", again.read_bytes(), back.read_bytes())
    found = networkx.read_graphml(back, force_multigraph=True, edge_key_type=str)
    check(f"{name}: NetworkX reads direction and the whole", [found.is_directed(), found.graph["title"],
          found.graph["version"]], [directed, graph.graph["title"], 3])
    check(f"{name}: NetworkX reads the values of nodes", nodes_of(found), nodes_of(graph))
    check(f"{name}: NetworkX reads the values of edges", edges_of(found), edges_of(graph))
    against_igraph(name, back, graph)
    # What igraph writes of it, with the ids of nodes in place of those of edges, comes back with the right ones.
    igraph.Graph.Read_GraphML(str(back)).write_graphml(str(written))
    convert(written, back, "graphml")
    keys = sorted(d["edge_id"] for _, _, d in networkx.read_graphml(back, force_multigraph=True).edges(data=True))
    check(f"{name}: ids of edges survive igraph", keys, sorted(str(k) for _, _, k in graph.edges(keys=True)))


def check_json(folder):
    """A list is text to others, and a list again to us."""
    source, target = folder / "list.graphml", folder / "list2.graphml"
    source.write_text(
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="v" for="node" attr.name="v" '
        'attr.type="vector_double"/><graph edgedefault="directed"><node id="a"><data key="v">1, 2.5</data></node>'
        "</graph></graphml>")
    convert(source, target, "graphml")
    check("lists: NetworkX reads text", networkx.read_graphml(target).nodes["a"]["v"], "[1,2.5]")
    check("lists: igraph reads text", igraph.Graph.Read_GraphML(str(target)).vs["v"], ["[1,2.5]"])
    convert(target, source, "graphml")
    check("lists: nothing changes", source.read_text(), target.read_text())


def check_evidence(folder, name):
    source = ROOT / "graphs" / f"{name}.yaml"
    written, document = folder / "e.graphml", folder / "e.json"
    convert(source, written, "graphml")
    convert(source, document, "json")
    data = json.loads(document.read_text())
    statements = {s["id"]: s for s in data["statements"]
                  if "relation" in s and isinstance(s["subject"], str) and isinstance(s["object"], str)}
    found = networkx.read_graphml(written, force_multigraph=True, edge_key_type=str)
    entities = {e["id"]: e for e in data["entities"]}
    check(f"{name}: NetworkX counts entities and statements with two ends", [len(found), found.number_of_edges()],
          [len(entities), len(statements)])
    check(f"{name}: NetworkX reads kinds", {n: d["kind"] for n, d in found.nodes(data=True)},
          {i: e["kind"] for i, e in entities.items()})
    check(f"{name}: NetworkX reads names", {n: d.get("label", n) for n, d in found.nodes(data=True)},
          {i: e.get("name", i) for i, e in entities.items()})
    check(f"{name}: NetworkX reads statements",
          sorted((t, h, k, d["relation"], d["cite"]) for t, h, k, d in found.edges(keys=True, data=True)),
          sorted((s["subject"], s["object"], s["id"], s["relation"],
                  json.dumps(s["cite"], ensure_ascii=False, separators=(",", ":"))) for s in statements.values()))
    other = igraph.Graph.Read_GraphML(str(written))
    check(f"{name}: igraph reads statements",
          sorted((other.vs[e.source]["id"], other.vs[e.target]["id"], e["edge_id"], e["relation"]) for e in other.es),
          sorted((s["subject"], s["object"], s["id"], s["relation"]) for s in statements.values()))
    first, second = folder / "first.yaml", folder / "second.yaml"
    convert(source, first, "native")
    convert(written, second, "native")
    check(f"{name}: YAML, GraphML, YAML changes no byte", second.read_text(), first.read_text())


binary = Path(sys.argv[1]).resolve()
with tempfile.TemporaryDirectory() as place:
    for is_directed in (True, False):
        check_awkward(Path(place), is_directed)
    check_json(Path(place))
    for graph_name in ("isis-inspired-attacks", "florentine-families", "is-network-in-europe"):
        check_evidence(Path(place), graph_name)
sys.exit(1 if failures else 0)
