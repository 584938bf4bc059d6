import GraphCore

/// The functions that return a number, for a graph or for a pair of nodes.
extension NetworkXCall {
  /// The number by each way to find it; truth is 1.
  func foundNumbers(_ graph: Graph) throws -> [Double?]? {
    if let tail, let head { return try foundNumbers(graph, from: tail, to: head) }
    if let found = try foundDistanceNumber(graph) { return [found] }
    return try foundStructureNumber(graph).map { [$0] }
  }

  private func foundNumbers(_ graph: Graph, from tail: Int, to head: Int) throws -> [Double?]? {
    switch function {
    case "edge_connectivity": return [Double(try graph.edgeConnectivity(from: tail, to: head))]
    case "node_connectivity": return [Double(try graph.nodeConnectivity(from: tail, to: head))]
    case "has_path": return [graph.breadthFirst(from: tail).distance(to: head) == nil ? 0 : 1]
    case "efficiency":
      return [graph.bidirectionalBreadthFirst(from: tail, to: head).map { 1 / $0.length } ?? 0]
    case "bellman_ford_path":
      guard case .paths(let tree) = try graph.bellmanFord(from: tail, lengths: lengths)
      else { return nil }
      return [tree.distance(to: head)]
    case "dijkstra_path", "dijkstra_path_length", "shortest_path", "shortest_path_length":
      guard case .paths(let tree) = try graph.bellmanFord(from: tail, lengths: lengths)
      else { return nil }
      return try [
        tree.distance(to: head),
        graph.shortestPath(from: tail, to: head, lengths: lengths)?.length,
        graph.bidirectionalDijkstra(from: tail, to: head, lengths: lengths)?.length,
        graph.aStar(from: tail, to: head, lengths: lengths) { _ in 0 }?.length,
        graph.allDistances(lengths: lengths).distance(from: tail, to: head),
      ]
    default: return nil
    }
  }

  private func foundDistanceNumber(_ graph: Graph) throws -> Double?? {
    switch function {
    case "diameter": return .some(try graph.diameter(lengths: lengths))
    case "radius": return .some(try graph.radius(lengths: lengths))
    case "wiener_index": return .some(try pathSum(graph))
    // NetworkX gives 0 for a single node, here and for efficiency.
    case "average_shortest_path_length":
      return try graph.averagePathLength(lengths: lengths) ?? 0
    case "global_efficiency": return try graph.efficiency() ?? 0
    case "local_efficiency":
      return try mean(
        graph.nodes.map { try graph.egoNetwork(of: $0, includesEgo: false).graph.efficiency() ?? 0 }
      )
    case "local_reaching_centrality": return try tail.map { try reach(graph)[$0] }
    case "global_reaching_centrality":
      let reach = try reach(graph)
      let top = reach.max() ?? 0
      return reach.reduce(0) { $0 + top - $1 } / Double(graph.nodeCount - 1)
    default: return nil
    }
  }

  /// The share of the others that each node reaches; without direction, their mean nearness.
  private func reach(_ graph: Graph) throws -> [Double] {
    guard graph.isDirected else { return try graph.harmonic(isNormalized: true).values }
    return graph.nodes.map {
      Double(graph.breadthFirst(from: $0).reached.count - 1) / Double(graph.nodeCount - 1)
    }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func foundStructureNumber(_ graph: Graph) throws -> Double?? {
    switch function {
    case "reciprocity": return graph.reciprocity()
    case "edge_connectivity": return .some(try graph.edgeConnectivity().map(Double.init))
    case "node_connectivity": return .some(try graph.nodeConnectivity().map(Double.init))
    case "minimum_spanning_edges":
      return try graph.minimumSpanningForest(lengths: lengths).length
    case "attribute_assortativity_coefficient":
      return .some(try classes.flatMap { try graph.assortativity(ofGroups: $0) })
    // NetworkX gives 0 where no two edges meet.
    case "transitivity": return try graph.transitivity() ?? 0
    case "average_clustering":
      let scores = try graph.clustering(usesWeights: usesWeights == true)
      let chosen = (nodes ?? Array(graph.nodes)).map { scores[$0] }
      return mean(skipsZeros == true ? chosen.filter { $0 > 0 } : chosen)
    case "is_directed_acyclic_graph": return graph.isAcyclic() ? 1 : 0
    case "is_biconnected":
      return graph.biconnectedComponents().members == [Array(graph.nodes)] ? 1 : 0
    case "has_bridges":
      let components = graph.weakComponents()
      let bridges = graph.bridges().filter { bridge in
        tail.map { components.joins($0, graph.edges[bridge].tail) } ?? true
      }
      return bridges.isEmpty ? 0 : 1
    case "flow_hierarchy":
      let components = graph.strongComponents()
      let inside = graph.edges.filter { components.joins($0.tail, $0.head) }
      return 1 - Double(inside.count) / Double(graph.edgeCount)
    case "number_connected_components", "number_weakly_connected_components":
      return Double(graph.weakComponents().count)
    case "number_strongly_connected_components": return Double(graph.strongComponents().count)
    case "degree_assortativity_coefficient", "degree_pearson_correlation_coefficient":
      return graph.degreeAssortativity(
        from: tailKind == "in" ? .incoming : .outgoing,
        to: headKind == "out" ? .outgoing : .incoming)
    default: return nil
    }
  }

  /// The last number of each row of the table, whose other two are the ends.
  func foundTable(_ graph: Graph) throws -> [Double?]? {
    let ends = (table ?? []).map { row in row.prefix(2).map { Int($0 ?? -1) } }
    switch function {
    case "shortest_path", "shortest_path_length":
      let distances = try graph.allDistances(lengths: lengths)
      return ends.map { distances.distance(from: $0[0], to: $0[1]) }
    case "local_bridges":
      guard localBridges(graph) == ends else { return [] }
      return try ends.map { ends in
        let rest = graph.edges.filter { Set([$0.tail, $0.head]) != Set(ends) }
        let without = try Graph(nodeCount: nodeCount, edges: rest, isDirected: false)
        return try without.shortestPath(from: ends[0], to: ends[1], lengths: lengths)?.length
      }
    default: return nil
    }
  }
}
