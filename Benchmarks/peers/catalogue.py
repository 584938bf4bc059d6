"""The newer catalogue of algorithms in the other libraries: what measure.py runs for `run.py --family catalogue`.

Each function takes an edge list and returns, by task, what makes the graph of the task, which is not timed, and what
is timed. Sources/Measure/CatalogueTasks.swift does the same, and says what each answer is.
"""
import collections
import functools
import math


class Edges:
    """An edge list, and what the tasks need beside it; all libraries make their graphs of these numbers."""

    def __init__(self, path):
        with open(path) as file:
            self.pairs = [tuple(map(int, line.split())) for line in file]
        self.count = 1 + max(max(pair) for pair in self.pairs)
        # Edges are arcs as they stand in the file, and every third leads back as well.
        self.arcs = self.pairs + [(head, tail) for tail, head in self.pairs[::3]]
        self.weights = [weight(*pair) for pair in self.pairs]
        degrees = collections.Counter(end for pair in self.pairs for end in pair)
        # A flow runs from the node of most edges to the next.
        self.source, self.sink = sorted(degrees, key=lambda node: (-degrees[node], node))[:2]
        self.divisions = [node * 31 % 101 for node in range(self.count)], [
            node // 100 for node in range(self.count)]


def weight(first, second):
    low, high = min(first, second), max(first, second)
    return 1 + (low * 73856093 ^ high * 19349663) % 1000


def sizes(cliques):
    """By size, the number of cliques."""
    counts = collections.Counter(map(len, cliques))
    return [counts[size] for size in range(max(counts) + 1)]


def modularity(edges, labels):
    inside = sum(labels[tail] == labels[head] for tail, head in edges.pairs)
    masses = collections.Counter(labels[end] for pair in edges.pairs for end in pair)
    ends = 2 * len(edges.pairs)
    return inside / len(edges.pairs) - sum((mass / ends) ** 2 for mass in masses.values())


def codelength(edges, labels):
    """The map equation with two levels, in bits, of a graph without direction."""
    def h(x):
        return x * math.log2(x) if x > 0 else 0
    ends = 2 * len(edges.pairs)
    degrees = collections.Counter(end for pair in edges.pairs for end in pair)
    visits, leaving = collections.Counter(), collections.Counter()
    for node, degree in degrees.items():
        visits[labels[node]] += degree / ends
    for tail, head in edges.pairs:
        if labels[tail] != labels[head]:
            leaving[labels[tail]] += 1 / ends
            leaving[labels[head]] += 1 / ends
    return (h(sum(leaving.values())) - 2 * sum(map(h, leaving.values()))
            + sum(h(leaving[group] + visits[group]) for group in visits)
            - sum(h(degree / ends) for degree in degrees.values()))


def switched(edges, pairs):
    """Whether degrees were kept and nothing is double; and how many edges are where they were."""
    ends = collections.Counter(end for pair in pairs for end in pair)
    new = {tuple(sorted(pair)) for pair in pairs}
    old = {tuple(sorted(pair)) for pair in edges.pairs}
    simple = len(new) == len(pairs) and all(low < high for low, high in new)
    kept = ends == collections.Counter(end for pair in edges.pairs for end in pair)
    return ("degrees kept, simple; " if kept and simple else "wrong; ") + f"{len(new & old) / len(old):.4f} in place"


def networkit(edges):
    import networkit as nk

    def graph(pairs, weights=None, directed=False):
        made = nk.Graph(edges.count, weights is not None, directed)
        for place, (tail, head) in enumerate(pairs):
            made.addEdge(tail, head, weights[place] if weights else 1)
        made.indexEdges()
        return made

    plain = functools.cache(lambda: graph(edges.pairs))
    weighted = functools.cache(lambda: graph(edges.pairs, edges.weights))
    arcs = functools.cache(lambda: graph(edges.arcs, directed=True))
    both_ways = functools.cache(lambda: graph(
        edges.pairs + [(head, tail) for tail, head in edges.pairs], 2 * edges.weights, directed=True))

    def run(algorithm):
        algorithm.run()
        return algorithm

    def blocks(g):
        found = run(nk.components.BiconnectedComponents(g))
        return found.numberOfComponents(), found.getComponents()

    def cut_points(found):
        count, members = found
        blocks_of = collections.Counter(node for block in members for node in block)
        return [count] + sorted(node for node, blocks in blocks_of.items() if blocks > 1)

    def divisions():
        made = []
        for labels in edges.divisions:
            partition = nk.Partition(edges.count, list(labels))
            partition.setUpperBound(max(labels) + 1)
            made.append(partition)
        return plain(), *made

    def degrees():
        # It counts each edge in one direction, so it is given both.
        return both_ways(), [float(plain().degree(node)) for node in range(edges.count)]

    return {
        "labels": (plain, lambda g: run(nk.community.PLP(g)).getPartition(),
                   lambda p: str(modularity(edges, p.getVector()))),
        "infomap1": (plain, lambda g: run(nk.community.LouvainMapEquation(g, True)).getPartition(),
                     lambda p: str(codelength(edges, p.getVector()))),
        "cliques": (plain, lambda g: run(nk.clique.MaximalCliques(g)).getCliques(), sizes),
        "clique": (plain, lambda g: run(nk.clique.MaximalCliques(g, True)).getCliques(),
                   lambda cliques: str(len(cliques[0]))),
        "blocks": (plain, blocks, cut_points),
        "strong": (arcs, lambda g: run(nk.components.StronglyConnectedComponents(g)).getPartition(),
                   lambda p: f"{p.numberOfSubsets()} {max(p.subsetSizes())}"),
        "forest": (weighted, lambda g: run(nk.graph.KruskalMSF(g)).getForest(),
                   lambda forest: str(int(forest.totalEdgeWeight()))),
        "flow": (both_ways, lambda g: run(nk.flow.Dinic(g, edges.source, edges.sink)).getMaxFlow(),
                 lambda value: str(int(value))),
        "compare": (divisions, lambda made: [
            nk.community.AdjustedRandMeasure().getDissimilarity(*made)], lambda found: [1 - found[0]]),
        "rewire": (plain, lambda g: run(nk.randomization.EdgeSwitching(g, 10, False)).getGraph(),
                   lambda g: switched(edges, list(g.iterEdges()))),
        "assortativity": (degrees, lambda made: run(nk.correlation.Assortativity(*made)).getCoefficient(),
                          lambda value: [value]),
    }


def igraph(edges):
    import igraph as ig

    def graph(pairs, weights=None, directed=False):
        made = ig.Graph(n=edges.count, edges=pairs, directed=directed)
        if weights:
            made.es["weight"] = weights
        return made

    plain = functools.cache(lambda: graph(edges.pairs))
    weighted = functools.cache(lambda: graph(edges.pairs, edges.weights))
    arcs = functools.cache(lambda: graph(edges.arcs, directed=True))

    def rewired(g):
        made = g.copy()
        made.rewire(10 * len(edges.pairs))
        return made

    def motifs(counts):
        # Ways of four nodes by igraph's numbers: star, path, paw, ring, diamond, clique.
        return [counts[number] for number in (4, 6, 7, 8, 9, 10)]

    return {
        "labels": (plain, lambda g: g.community_label_propagation(),
                   lambda found: str(modularity(edges, found.membership))),
        "infomap": (plain, lambda g: g.community_infomap(trials=10),
                    lambda found: str(codelength(edges, found.membership))),
        "infomap1": (plain, lambda g: g.community_infomap(trials=1),
                     lambda found: str(codelength(edges, found.membership))),
        "cliques": (plain, lambda g: g.maximal_cliques(), sizes),
        "clique": (plain, lambda g: g.largest_cliques(), lambda cliques: str(len(cliques[0]))),
        "blocks": (plain, lambda g: g.biconnected_components(return_articulation_points=True),
                   lambda found: [len(found[0])] + sorted(found[1])),
        "strong": (arcs, lambda g: g.connected_components(mode="strong"),
                   lambda found: f"{len(found)} {max(found.sizes())}"),
        "triads": (arcs, lambda g: tuple(g.triad_census()), list),
        "motifs": (plain, lambda g: g.motifs_randesu(4), motifs),
        "forest": (weighted, lambda g: g.spanning_tree(weights="weight", return_tree=False),
                   lambda found: str(sum(edges.weights[edge] for edge in found))),
        "flow": (weighted, lambda g: g.maxflow(edges.source, edges.sink, "weight"),
                 lambda found: str(int(found.value))),
        "cuts": (weighted, lambda g: g.gomory_hu_tree("weight"), lambda tree: sorted(tree.es["flow"])),
        "dominators": (arcs, lambda g: g.dominator(0, mode="out"),
                       lambda found: [above if above >= 0 else -1 for above in found]),
        "compare": (lambda: edges.divisions, lambda pair: [
            ig.compare_communities(*pair, method="adjusted_rand")], list),
        "rewire": (plain, rewired, lambda g: switched(edges, g.get_edgelist())),
        "assortativity": (plain, lambda g: g.assortativity_degree(directed=False), lambda value: [value]),
        "constraint": (plain, lambda g: g.constraint(), list),
    }


def rustworkx(edges):
    import rustworkx as rx

    def graph(pairs, weights=None, made=None):
        made = rx.PyGraph() if made is None else made
        made.add_nodes_from(range(edges.count))
        made.add_edges_from([(*pair, float(weights[place]) if weights else 1.0) for place, pair in enumerate(pairs)])
        return made

    plain = functools.cache(lambda: graph(edges.pairs))
    weighted = functools.cache(lambda: graph(edges.pairs, edges.weights))
    arcs = functools.cache(lambda: graph(edges.arcs, made=rx.PyDiGraph()))

    return {
        "blocks": (plain, lambda g: (rx.biconnected_components(g), rx.articulation_points(g)),
                   lambda found: [len(set(found[0].values()))] + sorted(found[1])),
        "strong": (arcs, rx.strongly_connected_components, lambda found: f"{len(found)} {max(map(len, found))}"),
        "forest": (weighted, lambda g: rx.minimum_spanning_edges(g, weight_fn=float),
                   lambda found: str(int(sum(edge[2] for edge in found)))),
        "dominators": (arcs, lambda g: rx.immediate_dominators(g, 0),
                       lambda found: dominators(edges, found)),
    }


def dominators(edges, found):
    return [-1 if node == 0 or node not in found else found[node] for node in range(edges.count)]


def networkx(edges):
    import networkx as nx

    def graph(pairs, weights=None, kind=nx.Graph):
        made = kind()
        made.add_nodes_from(range(edges.count))
        made.add_edges_from(pairs)
        for pair, weight in zip(pairs, weights or []):
            made.edges[pair]["weight"] = weight
        return made

    plain = functools.cache(lambda: graph(edges.pairs))
    weighted = functools.cache(lambda: graph(edges.pairs, edges.weights))
    arcs = functools.cache(lambda: graph(edges.arcs, kind=nx.DiGraph))

    def labels(groups):
        return {node: place for place, group in enumerate(groups) for node in group}

    return {
        "labels": (plain, lambda g: list(nx.community.asyn_lpa_communities(g, seed=1)),
                   lambda found: str(modularity(edges, labels(found)))),
        "cliques": (plain, lambda g: list(nx.find_cliques(g)), sizes),
        "clique": (plain, lambda g: nx.max_weight_clique(g, weight=None)[1], str),
        "blocks": (plain, lambda g: (list(nx.biconnected_components(g)), set(nx.articulation_points(g))),
                   lambda found: [len(found[0])] + sorted(found[1])),
        "strong": (arcs, lambda g: list(nx.strongly_connected_components(g)),
                   lambda found: f"{len(found)} {max(map(len, found))}"),
        "triads": (arcs, lambda g: list(nx.triadic_census(g).values()), list),
        "forest": (weighted, lambda g: list(nx.minimum_spanning_edges(g)),
                   lambda found: str(sum(edge[2]["weight"] for edge in found))),
        "flow": (weighted, lambda g: nx.maximum_flow(g, edges.source, edges.sink, capacity="weight")[0], str),
        "dominators": (arcs, lambda g: nx.immediate_dominators(g, 0), lambda found: dominators(edges, found)),
        "rewire": (plain, lambda g: nx.double_edge_swap(
            g.copy(), 10 * len(edges.pairs) // 2, max_tries=10 ** 8, seed=1),
                   lambda g: switched(edges, list(g.edges))),
        "assortativity": (plain, nx.degree_assortativity_coefficient, lambda value: [value]),
        "constraint": (plain, lambda g: list(nx.constraint(g).values()), list),
    }
