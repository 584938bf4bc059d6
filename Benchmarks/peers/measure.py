"""Runs tasks on an edge list with another library, as Sources/Measure does with ours.

    measure.py LIBRARY FILE FOLDER TASK,TASK,...

Prints one line of JSON for each task that the library has; long answers go to FOLDER as doubles.
"""
import gc
import importlib
import itertools
import json
import os
import sys
import time

import catalogue


def networkit(path):
    nk = importlib.import_module("networkit")
    nk.setNumberOfThreads(os.cpu_count())
    c, read = nk.centrality, nk.graphio.EdgeListReader(" ", 0, continuous=True, directed=False).read

    def components(g):
        found = nk.components.ParallelConnectedComponents(g)
        found.run()
        partition = found.getPartition()
        return f"{partition.numberOfSubsets()} {max(partition.subsetSizes())}"

    def grouped(g, algorithm):
        algorithm.run()
        return str(nk.community.Modularity().getQuality(algorithm.getPartition(), g))

    return read, lambda g: (g.numberOfNodes(), g.numberOfEdges()), {
        "components": components,
        "pagerank": lambda g: c.PageRank(g, 0.85, 1e-8).run().scores(),
        "cores": lambda g: c.CoreDecomposition(g).run().scores(),
        # Both directions of each pair are counted.
        "betweenness": lambda g: [x / 2 for x in c.Betweenness(g).run().scores()],
        "harmonic": lambda g: c.HarmonicCloseness(g, False).run().scores(),
        "triangles": lambda g: [nk.globals.ClusteringCoefficient.exactGlobal(g)],
        "louvain": lambda g: grouped(g, nk.community.PLM(g)),
        "leiden": lambda g: grouped(g, nk.community.ParallelLeiden(g)),
    }


def igraph(path):
    ig = importlib.import_module("igraph")

    def components(g):
        sizes = g.connected_components(mode="weak").sizes()
        return f"{len(sizes)} {max(sizes)}"

    return lambda p: ig.Graph.Read_Edgelist(p, directed=False), lambda g: (g.vcount(), g.ecount()), {
        "components": components,
        "pagerank": lambda g: g.pagerank(damping=0.85),
        "cores": lambda g: g.coreness(),
        "betweenness": lambda g: g.betweenness(),
        "harmonic": lambda g: [x * (g.vcount() - 1) for x in g.harmonic_centrality()],
        "triangles": lambda g: [g.transitivity_undirected()],
        "louvain": lambda g: str(g.community_multilevel().modularity),
        "leiden": lambda g: str(
            g.community_leiden(objective_function="modularity").modularity),
        "paths": lambda g: [
            len(p) - 1 for p in g.get_k_shortest_paths(0, to=g.vcount() - 1, k=100, output="vpath")],
    }


def rustworkx(path):
    rx = importlib.import_module("rustworkx")

    def components(g):
        found = rx.connected_components(g)
        return f"{len(found)} {max(map(len, found))}"

    def listed(scores):
        return [scores[node] for node in range(len(scores))]

    return lambda p: rx.PyGraph.read_edge_list(p, deliminator=" "), lambda g: (
        g.num_nodes(), g.num_edges()), {
        "components": components,
        "cores": lambda g: listed(rx.core_number(g)),
        "betweenness": lambda g: listed(rx.graph_betweenness_centrality(g, normalized=False)),
        "triangles": lambda g: [rx.transitivity(g)],
    }


def networkx(path):
    nx = importlib.import_module("networkx")

    def components(g):
        sizes = [len(c) for c in nx.connected_components(g)]
        return f"{len(sizes)} {max(sizes)}"

    def listed(scores):
        return [scores[node] for node in range(len(scores))]

    def communities(g, find):
        return str(nx.community.modularity(g, find(g, seed=1)))

    return lambda p: nx.read_edgelist(p, nodetype=int), lambda g: (
        g.number_of_nodes(), g.number_of_edges()), {
        "components": components,
        "pagerank": lambda g: listed(nx.pagerank(g, tol=1e-8 / len(g), max_iter=1000)),
        "cores": lambda g: listed(nx.core_number(g)),
        "betweenness": lambda g: listed(nx.betweenness_centrality(g, normalized=False)),
        "harmonic": lambda g: listed(nx.harmonic_centrality(g)),
        "triangles": lambda g: [nx.transitivity(g)],
        "louvain": lambda g: communities(g, nx.community.louvain_communities),
        "paths": lambda g: [
            len(p) - 1 for p in itertools.islice(nx.shortest_simple_paths(g, 0, len(g) - 1), 100)],
    }


def resident():
    """The memory of the process at this moment, in megabytes."""
    gc.collect()
    try:
        with open("/proc/self/status") as file:
            return next(float(line.split()[1]) / 1000 for line in file if line.startswith("VmRSS:"))
    except OSError:
        return 0.0


def reset_peak():
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass


def peak():
    try:
        with open("/proc/self/status") as file:
            return next(float(line.split()[1]) / 1000 for line in file if line.startswith("VmHWM:"))
    except OSError:
        return 0.0


def again(best, runs, first):
    """Whether to run once more: three times or more, until that took a tenth of a second; once if it takes one."""
    return best <= 1 and (runs < 3 or time.perf_counter() - first < 0.1)


def measured_other(prepare, task, answer):
    """The best time of a task of the catalogue, its peak of memory, and its answer, whose making is not timed."""
    graph = prepare()
    reset_peak()
    best, runs, first = float("inf"), 0, time.perf_counter()
    while runs == 0 or again(best, runs, first):
        found = None
        start = time.perf_counter()
        found = task(graph)
        best = min(best, time.perf_counter() - start)
        runs += 1
    return best, peak(), answer(found)


def show(library, folder, task, seconds, megabytes, answer):
    if not isinstance(answer, str):
        import numpy
        numpy.asarray(answer, dtype="float64").tofile(f"{folder}/{library}-{task}.f64")
        answer = ""
    print(json.dumps(
        {"task": task, "seconds": seconds, "megabytes": megabytes, "answer": answer}), flush=True)


def main():
    library, path, folder, tasks = sys.argv[1:]
    read, size, answers = {
        "networkit": networkit, "igraph": igraph, "rustworkx": rustworkx, "networkx": networkx,
    }[library](path)
    graph = others = None
    for task in tasks.split(","):
        if task == "hold":
            graph = None
            before = resident()
            start = time.perf_counter()
            graph = read(path)
            print(json.dumps(
                {"task": task, "seconds": time.perf_counter() - start, "megabytes": resident() - before,
                 "answer": "%d %d" % size(graph)}), flush=True)
            continue
        if task == "read":
            graph = None
        elif task not in answers:
            if others is None:
                others = getattr(catalogue, library)(catalogue.Edges(path))
            if task in others:
                seconds, memory, answer = measured_other(*others[task])
                show(library, folder, task, seconds, memory, answer)
            continue
        elif graph is None:
            graph = read(path)
        reset_peak()
        best, runs, first = float("inf"), 0, time.perf_counter()
        while runs == 0 or again(best, runs, first):
            start = time.perf_counter()
            if task == "read":
                graph = None
                graph = read(path)
                answer = "%d %d" % size(graph)
            else:
                answer = answers[task](graph)
            best = min(best, time.perf_counter() - start)
            runs += 1
        show(library, folder, task, best, peak(), answer)

main()
