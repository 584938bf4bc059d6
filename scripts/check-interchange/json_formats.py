#!/usr/bin/env python3
"""Checks the JSON formats against the programs that use them.

  python3 scripts/check-interchange/json_formats.py THROUGHLINE

THROUGHLINE is the command. What NetworkX writes (node_link_data, cytoscape_data, adjacency_data) is read and
written again by the command, and opened by NetworkX (node_link_graph, cytoscape_graph): nodes, edges, keys and
attributes must be the same. Files in the JSON Graph Format must fit the rules of its schema, those of graphology
the rules of its import. Values of JSON are compared with Python's json. Prints a line for each check; exit code 1
if any fails.
"""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import networkx as nx

failures = 0


def check(name, problem):
    """Prints one line; a problem is a failure."""
    global failures
    print(f"{'ok  ' if problem is None else 'FAIL'} {name}" + ("" if problem is None else f": {problem}"))
    failures += problem is not None


def convert(command, source, target, fmt, *more):
    """Runs `throughline convert`; returns what it says."""
    run = subprocess.run(
        [command, "convert", str(source), "--to", fmt, "-o", str(target), *more], capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip())
    return run.stderr


def different(left, right):
    """What differs between two graphs of NetworkX; None if nothing does."""
    if left.is_directed() != right.is_directed():
        return f"directed {left.is_directed()} and {right.is_directed()}"
    if left.is_multigraph() != right.is_multigraph():
        return f"multigraph {left.is_multigraph()} and {right.is_multigraph()}"
    if dict(left.graph) != dict(right.graph):
        return f"graph attributes {dict(left.graph)} and {dict(right.graph)}"
    if list(left.nodes(data=True)) != list(right.nodes(data=True)):
        return f"nodes {list(left.nodes(data=True))} and {list(right.nodes(data=True))}"

    def edges(graph):
        more = {"keys": True} if graph.is_multigraph() else {}
        found = []
        for edge in graph.edges(data=True, **more):
            ends = edge[:2] if graph.is_directed() else sorted(edge[:2], key=repr)
            found.append((*map(repr, ends), *map(repr, edge[2:-1]), sorted(edge[-1].items(), key=lambda item: item[0])))
        return sorted(found, key=repr)

    if edges(left) != edges(right):
        return f"edges {edges(left)} and {edges(right)}"
    return None


def examples():
    """Graphs with what NetworkX can hold: four kinds, typed attributes, keys, tuples left out."""
    for kind in [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph]:
        graph = kind(title='Ärger & "Söhne"', version=3, scale=0.25, open=True, tags=["a", {"b": [1, None]}])
        names = ["plain", "a b", "x;y,z", "1", "-", "漢字 😀", 'q"uote', "back\\slash", "<tag> & &amp;", "line\nbreak", "alone"]
        for index, name in enumerate(names):
            graph.add_node(name, kind="person" if index % 2 else "group", count=index * 7 - 20, score=index / 8 - 0.5)
            if index % 3 == 0:
                graph.nodes[name]["known"] = index % 2 == 0
            if index == 2:
                graph.nodes[name].update(label="two", note=' "quoted"\t\u2028</b>\x00 ', nested={"k": [1, 2.5, "x"]})
        graph.add_edge("plain", "a b", weight=1, id="e0", start="2015-06-26")
        graph.add_edge("a b", "x;y,z", weight=0.5, big=2**70, small=-(2**63))
        graph.add_edge("1", "1", weight=1e21, sure=False)
        graph.add_edge("-", "漢字 😀", weight=1e-7, share=0.1)
        if graph.is_multigraph():
            graph.add_edge("plain", "a b", weight=2, id="e1")
            graph.add_edge("plain", "a b", weight=3)
            graph.add_edge("1", "1", weight=4)
        yield f"{kind.__name__}", graph
        # Numbers as names stay numbers.
        numbered = kind(nx.path_graph(5))
        numbered.add_edge(-7, 3)
        yield f"{kind.__name__} of numbers", numbered
        if graph.is_multigraph():
            keyed = kind()
            keyed.add_edge("a", "b", key="knows")
            keyed.add_edge("a", "b", key="met", when="2015")
            keyed.add_edge("b", "c", key=7)
            yield f"{kind.__name__} with keys", keyed


def without(graph, node_keys, edge_keys):
    """A copy without the attributes that a format of NetworkX adds by itself."""
    copy = graph.copy()
    for node, data in copy.nodes(data=True):
        for key in node_keys:
            if key == "label" and data.get("label") != str(node):
                continue
            data.pop(key, None)
    for edge in copy.edges(data=True):
        for key in edge_keys:
            edge[-1].pop(key, None)
    return copy


def simple(graph):
    """A graph whose keys say nothing and which has no parallel edges comes back as one that cannot have any."""
    if not graph.is_multigraph() or any(key != 0 for *_, key in graph.edges(keys=True)):
        return graph
    return nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)


def networkx_checks(command, folder):
    for name, graph in examples():
        forms = {
            "node_link_data": nx.node_link_data(graph, edges="edges"),
            "node_link_data, links": nx.node_link_data(graph, edges="links"),
            "cytoscape_data": nx.cytoscape_data(graph),
            "adjacency_data": nx.adjacency_data(graph),
        }
        for form, data in forms.items():
            wanted = simple(graph)
            if form == "adjacency_data":
                # There the id is that of the neighbour: NetworkX itself loses those of edges.
                wanted = without(wanted, [], ["id"])
            for sort in [False, True]:
                source = folder / "source.json"
                # Cytoscape data in the order of the alphabet begins with data, which tells nothing.
                source.write_text(json.dumps(data, sort_keys=sort, ensure_ascii=sort), encoding="utf-8")
                for target in ["nodelink", "cyjs"]:
                    title = f"{name}: {form}{' sorted' if sort else ''} -> {target}"
                    try:
                        convert(command, source, folder / "target.json", target)
                    except RuntimeError as error:
                        check(title, str(error))
                        continue
                    back = json.loads((folder / "target.json").read_text(encoding="utf-8"))
                    if target == "nodelink":
                        check(title, different(wanted, nx.node_link_graph(back, edges="edges")))
                    else:
                        read = nx.cytoscape_graph(back)
                        check(
                            title,
                            different(
                                wanted, without(read, ["id", "value", "name", "label"], ["source", "target", "key"])))


JGF_NODE = {
    "type": "object", "additionalProperties": False,
    "properties": {"label": {"type": "string"}, "metadata": {"type": "object"}},
}
JGF_EDGE = {
    "type": "object", "additionalProperties": False, "required": ["source", "target"],
    "properties": {
        **{key: {"type": "string"} for key in ["id", "source", "target", "relation", "label"]},
        "directed": {"type": "boolean"}, "metadata": {"type": "object"},
    },
}
# The rules of version 2 of the JSON Graph Format, in words of our own.
JGF = {
    "type": "object", "additionalProperties": False, "required": ["graph"],
    "properties": {
        "graph": {
            "type": "object", "additionalProperties": False,
            "properties": {
                **{key: {"type": "string"} for key in ["id", "label", "type"]},
                "directed": {"type": "boolean"}, "metadata": {"type": "object"},
                "nodes": {"type": "object", "additionalProperties": JGF_NODE},
                "edges": {"type": "array", "items": JGF_EDGE},
            },
        }
    },
}


def graphology_problem(data):
    """What graphology's import would refuse: its rules, in words of our own."""
    options = data["options"]
    if options["type"] not in ["directed", "undirected", "mixed"]:
        return f"type {options['type']}"
    keys = [node["key"] for node in data["nodes"]]
    if len(set(keys)) != len(keys) or not all(isinstance(key, str) for key in keys):
        return "keys of nodes"
    edge_keys = [edge["key"] for edge in data["edges"] if "key" in edge]
    if len(set(edge_keys)) != len(edge_keys):
        return "keys of edges"
    seen = set()
    for edge in data["edges"]:
        if edge["source"] not in keys or edge["target"] not in keys:
            return f"an end of {edge}"
        if edge.get("undirected", False) != (options["type"] == "undirected"):
            return f"the direction of {edge}"
        if edge["source"] == edge["target"] and not options["allowSelfLoops"]:
            return f"the loop {edge}"
        ends = (edge["source"], edge["target"])
        pair = ends if options["type"] == "directed" else tuple(sorted(ends))
        if pair in seen and not options["multi"]:
            return f"the parallel edge {edge}"
        seen.add(pair)
    return None


def rule_checks(command, folder):
    for name, graph in examples():
        source = folder / "source.json"
        source.write_text(json.dumps(nx.node_link_data(graph, edges="edges")), encoding="utf-8")
        for target in ["jgf", "graphology"]:
            convert(command, source, folder / "target.json", target)
            data = json.loads((folder / "target.json").read_text(encoding="utf-8"))
            if target == "jgf":
                try:
                    jsonschema.validate(data, JGF)
                    problem = None
                except jsonschema.ValidationError as error:
                    problem = error.message
            else:
                problem = graphology_problem(data)
            check(f"{name}: {target} fits its rules", problem)
            convert(command, folder / "target.json", folder / "back.json", "nodelink")
            back = nx.node_link_graph(json.loads((folder / "back.json").read_text(encoding="utf-8")), edges="edges")
            if "numbers" in name:
                back = nx.relabel_nodes(back, int)
            # These formats have no keys for parallel edges of their own, but keep an attribute of that name.
            check(f"{name}: {target} -> node-link", different(simple(graph), back))


def random_value(random_, depth=0):
    """Any JSON value."""
    kind = random_.randrange(7 if depth < 4 else 5)
    if kind == 0:
        letters = "aé漢😀\"\\/\n\t\x01\x7f\u2028 <"
        return "".join(random_.choice(letters) for _ in range(random_.randrange(12)))
    if kind == 1:
        return random_.choice([0, -1, 7, 2**31, -(2**63), 2**63 - 1, 2**80])
    if kind == 2:
        return random_.choice([0.5, -0.0, 1e300, 5e-324, 0.1, 123456.789, 1e22, random_.random()])
    if kind == 3:
        return random_.choice([True, False])
    if kind == 4:
        return None if depth > 0 else "x"
    if kind == 5:
        return [random_value(random_, depth + 1) for _ in range(random_.randrange(5))]
    return {f"k{index}": random_value(random_, depth + 1) for index in range(random_.randrange(5))}


def value_checks(command, folder):
    random_ = random.Random(2026)
    for ascii_only in [False, True]:
        values = {f"v{index}": random_value(random_) for index in range(500)}
        source, target = folder / "values.json", folder / "back.json"
        source.write_text(
            json.dumps({"directed": True, "multigraph": False, "graph": values, "nodes": [], "edges": []},
                       ensure_ascii=ascii_only, indent=random_.choice([None, 2])), encoding="utf-8")
        convert(command, source, target, "nodelink")
        back = json.loads(target.read_text(encoding="utf-8"))["graph"]
        wrong = [key for key in values if repr(values[key]) != repr(back.get(key, "(none)"))]
        problem = None if not wrong else f"{wrong[0]}: {values[wrong[0]]!r} and {back.get(wrong[0])!r}"
        check(f"500 values as Python's json reads them{', escaped' if ascii_only else ''}", problem)


def evidence_checks(command, folder):
    graphs = Path(__file__).resolve().parents[2] / "graphs"
    for graph in ["florentine-families", "isis-inspired-attacks"]:
        source = graphs / f"{graph}.yaml"
        once, again = folder / "once.yaml", folder / "again.yaml"
        convert(command, source, once, "native")
        for target in ["nodelink", "cyjs", "jgf", "graphology"]:
            file = folder / f"{graph}.json"
            convert(command, source, file, target)
            json.loads(file.read_text(encoding="utf-8"))
            convert(command, file, again, "native")
            same = once.read_text(encoding="utf-8") == again.read_text(encoding="utf-8")
            check(f"{graph}: YAML -> {target} -> YAML", None if same else "differs")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    command = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        networkx_checks(command, folder)
        rule_checks(command, folder)
        value_checks(command, folder)
        evidence_checks(command, folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
