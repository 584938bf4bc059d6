#!/usr/bin/env python3
"""Opens Pajek and UCINET files that the command writes with NetworkX and igraph, and the other way.

Run as: python3 scripts/check-interchange/pajek.py THROUGHLINE_BINARY
Prints a line a check and exits with 1 on any difference.
"""

import json
import os
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


def ends(graph, tail, head):
    return (tail, head) if graph.is_directed() else tuple(sorted((tail, head)))


def of_networkx(graph):
    """Names of nodes and weighted edges of a NetworkX graph."""
    return (sorted(map(str, graph)),
            sorted((ends(graph, str(u), str(v)), float(d.get("weight", 1)))
                   for u, v, d in graph.edges(data=True)))


def of_igraph(graph, key):
    """The same of an igraph graph."""
    names = graph.vs[key] if graph.vcount() else []
    weights = graph.es["weight"] if graph.ecount() and "weight" in graph.es.attributes() else [1] * graph.ecount()
    return (sorted(names),
            sorted((ends(graph, names[e.source], names[e.target]), float(w))
                   for e, w in zip(graph.es, weights)))


def main(binary):
    folder = tempfile.mkdtemp()
    path = lambda name: os.path.join(folder, name)
    odd = networkx.MultiDiGraph()
    odd.add_edge("a b", "Ünï 漢字", weight=2.5)
    odd.add_edge("a b", "Ünï 漢字", weight=1.0)
    odd.add_edge("x;y,z", "x;y,z", weight=-1e-7)
    odd.add_edge("*Arcs", "10", weight=1e21)
    odd.add_edge("% no comment", "1", weight=3.0)
    odd.add_node("alone")
    for name, graph in [
        ("odd names", odd), ("odd names, no direction", networkx.MultiGraph(odd)),
        ("karate club", networkx.karate_club_graph()),
        ("les miserables", networkx.les_miserables_graph()),
        ("one node", networkx.empty_graph(1)),
    ]:
        theirs, ours, again = path("theirs.gml"), path("ours.net"), path("again.net")
        networkx.write_gml(graph, theirs)
        expected = of_networkx(graph)
        if not convert(binary, theirs, ours):
            continue
        found = networkx.read_pajek(ours)
        check(f"NetworkX reads {name}", of_networkx(found) == expected, (of_networkx(found), expected))
        both = igraph.Graph.Read_Pajek(ours)
        key = "name" if "name" in both.vs.attributes() else "id"
        check(f"igraph reads {name}", of_igraph(both, key) == expected, (of_igraph(both, key), expected))
        check(f"direction of {name}", graph.is_directed() == both.is_directed())
        if convert(binary, ours, again):
            check(f"{name}: written, read and written again",
                  open(ours, "rb").read() == open(again, "rb").read())
        project, back = path("ours.paj"), path("back.net")
        if convert(binary, ours, project) and convert(binary, project, back):
            check(f"{name}: through a project", open(ours, "rb").read().split(b"\n", 1)[1]
                  in open(back, "rb").read() or open(ours, "rb").read() == open(back, "rb").read())

        # What they write.
        networkx.write_pajek(graph, path("theirs.net"))
        if convert(binary, path("theirs.net"), ours):
            check(f"what NetworkX writes of {name}",
                  of_networkx(networkx.read_pajek(ours)) == expected)
        plain = igraph.Graph(directed=graph.is_directed())
        plain.add_vertices([str(n) for n in graph])
        plain.vs["id"] = plain.vs["name"]
        plain.add_edges([(str(u), str(v)) for u, v in graph.edges()])
        plain.es["weight"] = [float(d.get("weight", 1)) for _, _, d in graph.edges(data=True)]
        plain.write_pajek(path("theirs.net"))
        if convert(binary, path("theirs.net"), ours):
            check(f"what igraph writes of {name}",
                  of_networkx(networkx.read_pajek(ours)) == expected,
                  (of_networkx(networkx.read_pajek(ours)), expected))

        # UCINET: igraph reads lists of edges, each edge without direction once each way.
        # It knows no quotation marks, so the names have no blanks here.
        listed = path("ours.dl")
        plain_names = networkx.relabel_nodes(
            graph, {n: str(n).replace(" ", "_").replace(",", "_") for n in graph})
        networkx.write_gml(plain_names, theirs)
        expected, graph = of_networkx(plain_names), plain_names
        if convert(binary, theirs, listed):
            both = igraph.Graph.Read_DL(listed, directed=True)
            want = expected if graph.is_directed() else of_networkx(networkx.MultiDiGraph(graph))
            key = "name" if "name" in both.vs.attributes() else None
            got = of_igraph(both, key) if key else None
            check(f"igraph reads {name} in DL", got == want, (got, want))
            if convert(binary, listed, path("again.dl")):
                check(f"{name} in DL: written, read and written again",
                      open(listed, "rb").read() == open(path("again.dl"), "rb").read())
    return failures > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
