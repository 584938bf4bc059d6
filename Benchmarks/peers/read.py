"""Reads a file once with another library, as Sources/Read does with ours.

    read.py LIBRARY FORMAT FILE

Prints one line of JSON: seconds, peak memory, nodes and edges.
"""
import importlib
import json
import resource
import sys
import time


def networkx(format, path):
    nx = importlib.import_module("networkx")
    if format == "nodelink":
        with open(path) as file:
            graph = nx.node_link_graph(json.load(file), edges="edges")
    elif format == "csv":
        pandas = importlib.import_module("pandas")
        graph = nx.from_pandas_edgelist(
            pandas.read_csv(path), "Source", "Target", edge_attr=True, create_using=nx.MultiDiGraph)
    else:
        read = {"graphml": nx.read_graphml, "gexf": nx.read_gexf, "gml": lambda p: nx.read_gml(p, label="id"),
                "pajek": nx.read_pajek}[format]
        graph = read(path)
    return graph.number_of_nodes(), graph.number_of_edges()


def igraph(format, path):
    ig = importlib.import_module("igraph")
    read = {"graphml": ig.Graph.Read_GraphML, "gml": ig.Graph.Read_GML, "pajek": ig.Graph.Read_Pajek}[format]
    graph = read(path)
    return graph.vcount(), graph.ecount()


def networkit(format, path):
    nk = importlib.import_module("networkit")
    reader = {"graphml": nk.graphio.GraphMLReader, "gml": nk.graphio.GMLGraphReader}[format]
    graph = reader().read(path)
    return graph.numberOfNodes(), graph.numberOfEdges()


def ftm(format, path):
    proxy = importlib.import_module("followthemoney.proxy")
    model = importlib.import_module("followthemoney").model
    count = 0
    with open(path) as file:
        for line in file:
            proxy.EntityProxy.from_dict(json.loads(line))
            count += 1
    return count, 0


def stix2(format, path):
    stix2 = importlib.import_module("stix2")
    with open(path) as file:
        bundle = stix2.parse(file, allow_custom=True)
    kinds = [item["type"] for item in bundle["objects"]]
    ties = kinds.count("relationship")
    return len(kinds) - ties, ties


library, format, path = sys.argv[1:]
importlib.import_module({"ftm": "followthemoney"}.get(library, library))
start = time.perf_counter()
nodes, edges = globals()[library](format, path)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print(json.dumps({"seconds": seconds, "megabytes": peak, "nodes": nodes, "edges": edges}))
