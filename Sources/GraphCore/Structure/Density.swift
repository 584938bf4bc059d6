extension Graph {
  /// The density: the edges as a share of those that a simple graph of these nodes could have.
  ///
  /// m over n(n - 1), twice that in an undirected graph. Parallel edges and loops count as edges,
  /// so a graph with many of them can be denser than 1; `simplified()` leaves them out.
  /// [Wasserman1994]
  ///
  /// - Returns: A number from 0, at most 1 in a simple graph; nil with fewer than two nodes.
  /// - Complexity: O(1).
  public func density() -> Double? {
    guard nodeCount > 1 else { return nil }
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    return Double(edgeCount) * (isDirected ? 1 : 2) / pairs
  }

  /// The reciprocity: the share of edges that are answered by one in the other direction.
  ///
  /// Loops are left out and parallel edges count once, so it is the share of ordered pairs of
  /// joined nodes that are joined the other way too. [Garlaschelli2004] calls this r. Every edge of
  /// an undirected graph is mutual.
  ///
  /// - Returns: A number from 0 to 1; nil without an edge between two nodes.
  /// - Complexity: O(n + m) time and space: two sorted rows are compared for each node.
  public func reciprocity() -> Double? {
    let graph = simplified()
    guard graph.edgeCount > 0 else { return nil }
    guard isDirected else { return 1 }
    var mutual = 0
    for node in graph.nodes {
      var back = graph.incoming.row(node)
      for entry in graph.outgoing.row(node) {
        let target = graph.outgoing.targets[entry]
        while let first = back.first, graph.incoming.targets[first] < target {
          back.removeFirst()
        }
        if let first = back.first, graph.incoming.targets[first] == target { mutual += 1 }
      }
    }
    return Double(mutual) / Double(graph.edgeCount)
  }
}
