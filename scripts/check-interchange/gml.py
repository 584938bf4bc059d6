#!/usr/bin/env python3
"""Opens GML that the command writes with NetworkX and igraph, and lets the command read what they write.

Run as: python3 scripts/check-interchange/gml.py THROUGHLINE_BINARY
Prints a line a check and exits with 1 on any difference.
"""

import os
import re
import subprocess
import sys
import tempfile
import warnings

import igraph
import networkx

warnings.simplefilter("ignore")
failures = 0


def check(name, fine, detail=""):
    """Prints the outcome of a check."""
    global failures
    failures += not fine
    print(("ok    " if fine else "WRONG ") + name + ("" if fine else ": " + str(detail)[:500]))


def convert(binary, source, target):
    """Converts a file with the command."""
    done = subprocess.run(
        [binary, "convert", source, "-o", target], capture_output=True, text=True)
    if done.returncode:
        check(f"convert {os.path.basename(source)}", False, done.stderr)
    return done.returncode == 0


def awkward():
    """A network with what formats get wrong, as NetworkX holds it."""
    graph = networkx.MultiDiGraph(title='Ärger & "Söhne" <Ltd>', version=3, scale=0.25)
    names = ["plain", "a b", "x;y,z", "1", "-", "Ünï-cödé 漢字", 'q"uote', "back\\slash",
             "<tag> & &amp;", "first\nsecond\tthird", "=1+1", "node", "]}>)", "alone"]
    for index, name in enumerate(names):
        graph.add_node(name, kind="person" if index % 2 == 0 else "group")
        if index != 3:
            graph.nodes[name]["count"] = index * 7 - 20
        if index != 5:
            graph.nodes[name]["score"] = index / 8 - 0.5
        if index == 1:
            graph.nodes[name]["note"] = 'a < b && c > d; "x"\r\nnext — {"k": [1]}'
    graph.add_edge("plain", "a b", weight=1.0, kind="knows")
    graph.add_edge("plain", "a b", weight=0.5, kind="met")
    graph.add_edge("a b", "plain", weight=2.0)
    graph.add_edge("x;y,z", "x;y,z", weight=3.0, label='loop "quoted"')
    graph.add_edge("1", "-", weight=1e-7, times=12)
    graph.add_edge("Ünï-cödé 漢字", 'q"uote', weight=1e21, kind="größer → 漢")
    return graph


def nodes(graph, leave=()):
    """Names and attributes of the nodes of a NetworkX graph."""
    return {name: {k: v for k, v in data.items() if k not in leave}
            for name, data in graph.nodes(data=True)}


def plain(value):
    """A value whatever the type of a number; igraph leaves entities with numbers as they are."""
    if not isinstance(value, str):
        return float(value)
    return re.sub("&#([0-9]+);", lambda found: chr(int(found[1])), value)


def edges(graph):
    """The edges of a NetworkX graph in an order of their own."""
    return sorted(((u, v) if graph.is_directed() else tuple(sorted((u, v))),
                   sorted((k, plain(x)) for k, x in data.items()))
                  for u, v, data in graph.edges(data=True))


def of_igraph(graph):
    """The nodes and edges of an igraph graph by the labels of its nodes."""
    def there(data, leave=()):
        return {k: plain(v) for k, v in data.items()
                if k not in leave and v is not None and v == v and v != ""}
    labels = [plain(v["label"]) for v in graph.vs]
    ends = lambda e: (labels[e.source], labels[e.target])
    return ({label: there(vertex.attributes(), ("id", "label"))
             for label, vertex in zip(labels, graph.vs)},
            sorted((ends(e) if graph.is_directed() else tuple(sorted(ends(e))),
                    sorted(there(e.attributes(), ("key",)).items())) for e in graph.es))


def main(binary):
    folder = tempfile.mkdtemp()
    path = lambda name: os.path.join(folder, name)

    # What NetworkX writes, through us, as NetworkX reads it again.
    for name, graph in [
        ("awkward", awkward()),
        ("awkward, no direction", networkx.MultiGraph(awkward())),
        ("karate club", networkx.karate_club_graph()),
        ("florentine families", networkx.florentine_families_graph()),
        ("les miserables", networkx.les_miserables_graph()),
        ("nothing", networkx.DiGraph()),
    ]:
        theirs, ours = path("theirs.gml"), path("ours.gml")
        networkx.write_gml(graph, theirs)
        expected = networkx.read_gml(theirs)
        if not convert(binary, theirs, ours):
            continue
        found = networkx.read_gml(ours)
        check(f"NetworkX reads {name}: direction",
              found.is_directed() == expected.is_directed(), found)
        check(f"NetworkX reads {name}: nodes", nodes(found) == nodes(expected),
              (nodes(found), nodes(expected)))
        check(f"NetworkX reads {name}: edges", edges(found) == edges(expected),
              (edges(found), edges(expected)))
        whole = {k: v for k, v in found.graph.items() if k != "attributeTypes"}
        check(f"NetworkX reads {name}: the whole", whole == expected.graph, (whole, expected.graph))
        if len(expected) == 0:
            continue
        both = igraph.Graph.Read_GML(ours)
        same = ({name: {k: plain(v) for k, v in data.items()}
                 for name, data in nodes(expected).items()}, edges(expected))
        check(f"igraph reads {name}: direction", both.is_directed() == expected.is_directed())
        check(f"igraph reads {name}: nodes and edges", of_igraph(both) == same, (of_igraph(both), same))
        again = path("again.gml")
        if convert(binary, ours, again):
            check(f"{name}: written, read and written again",
                  open(ours, "rb").read() == open(again, "rb").read())

    # What igraph writes.
    graph = igraph.Graph(directed=True)
    graph.add_vertices(["Alpha", "Ärger & \"Söhne\"", "alone"], {"count": [1, 2, 3], "share": [0.5, -1e-9, 7]})
    graph.add_edges([(0, 1), (0, 1), (1, 1)], {"weight": [1, 2.5, 3], "kind": ["a", "b", "c & d"]})
    graph.write_gml(path("igraph.gml"))
    if convert(binary, path("igraph.gml"), path("ours.gml")):
        back = igraph.Graph.Read_GML(path("ours.gml"))
        check("igraph reads what it wrote, through us",
              [plain(v["name"]) for v in back.vs] == graph.vs["name"]
              and back.vs["count"] == graph.vs["count"] and back.vs["share"] == graph.vs["share"]
              and back.get_edgelist() == graph.get_edgelist()
              and back.es["weight"] == graph.es["weight"] and back.es["kind"] == graph.es["kind"], back)

    # Names with labels of their own, and evidence.
    for name in ["florentine-families", "isis-inspired-attacks"]:
        source, ours, back = f"graphs/{name}.yaml", path(name + ".gml"), path(name + ".yaml")
        if not os.path.exists(source) or not convert(binary, source, ours):
            continue
        found = networkx.read_gml(ours)
        also = igraph.Graph.Read_GML(ours)
        check(f"NetworkX and igraph agree on {name}",
              (len(found), found.number_of_edges()) == (also.vcount(), also.ecount()))
        check(f"the names of {name} are there",
              sorted(d["name"] for _, d in found.nodes(data=True)) == sorted(also.vs["name"]))
        networkx.write_gml(found, path("through.gml"))
        first, second = path("first.yaml"), path("second.yaml")
        if convert(binary, ours, first) and convert(binary, path("through.gml"), second):
            check(f"{name} is the same after NetworkX read and wrote it",
                  sorted(open(first).read().split("\n")) == sorted(open(second).read().split("\n")))
    return failures > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
