public import GraphCore

/// What is left of a graph, by search from every node in what is left.
public enum SlowRobustness {
  /// The number of nodes of the largest component if some nodes and edges are gone; direction is
  /// ignored.
  public static func largest(
    _ graph: Graph, without nodes: [Int] = [], withoutEdges edges: [Int] = []
  ) -> Int {
    sizes(graph, without: nodes, withoutEdges: edges).max() ?? 0
  }

  /// The size of the component of each node that is left.
  public static func sizes(
    _ graph: Graph, without nodes: [Int] = [], withoutEdges edges: [Int] = []
  ) -> [Int] {
    let left = rest(graph, without: nodes, withoutEdges: edges)
    let hops = SlowHops(GraphFamilies.make(graph.nodeCount, left, isDirected: false)).hops
    return graph.nodes.filter { !nodes.contains($0) }.map { node in
      hops[node].filter { $0 != nil }.count
    }
  }

  /// The mean of one over the distance, over all pairs of the whole graph.
  public static func efficiency(
    _ graph: Graph, without nodes: [Int] = [], withoutEdges edges: [Int] = []
  ) -> Double {
    let left = rest(graph, without: nodes, withoutEdges: edges)
    let hops = SlowHops(
      GraphFamilies.make(graph.nodeCount, left, isDirected: graph.isDirected)
    ).hops
    let sum = hops.joined().compactMap(\.self).filter { $0 > 0 }.reduce(0) { $0 + 1 / Double($1) }
    return sum / Double(graph.nodeCount * (graph.nodeCount - 1))
  }

  /// The collective influence of each node if some are gone, from the table of distances.
  public static func collectiveInfluence(
    _ graph: Graph, radius: Int, without gone: [Int] = []
  ) -> [Double] {
    let left = rest(graph, without: gone, withoutEdges: [])
    let hops = SlowHops(GraphFamilies.make(graph.nodeCount, left, isDirected: false)).hops
    let degrees = hops.map { row in row.filter { $0 == 1 }.count }
    return graph.nodes.map { node in
      let around = graph.nodes.filter { hops[node][$0] == radius }
      return Double(
        max(degrees[node] - 1, 0) * around.reduce(0) { $0 + max(degrees[$1] - 1, 0) })
    }
  }

  private static func rest(
    _ graph: Graph, without nodes: [Int], withoutEdges edges: [Int]
  ) -> [Graph.Edge] {
    graph.edges.enumerated().filter { index, edge in
      !edges.contains(index) && !nodes.contains(edge.tail) && !nodes.contains(edge.head)
    }.map(\.element)
  }
}
