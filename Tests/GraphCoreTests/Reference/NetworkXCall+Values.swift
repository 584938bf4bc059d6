import GraphCore

/// The functions that score nodes, edges or degrees.
extension NetworkXCall {
  func foundValues(_ graph: Graph) throws -> [Double?]? {
    try foundCentrality(graph) ?? foundStructure(graph) ?? foundDistances(graph)
  }

  private func foundCentrality(_ graph: Graph) throws -> [Double?]? {
    let weights = usesWeights == true
    let normalized = isNormalized ?? true
    let betweenness = Graph.BetweennessOptions(
      lengths: lengths, isNormalized: normalized, countsEndpoints: countsEndpoints ?? false)
    switch function {
    case "betweenness_centrality":
      guard let k else { return try graph.betweenness(betweenness).values }
      return try foundFromSample(graph, of: k, betweenness)
    case "edge_betweenness_centrality": return try graph.edgeBetweenness(betweenness).values
    case "load_centrality": return try graph.load(betweenness).values
    case "closeness_centrality":
      return try graph.closeness(weighsByReach: weighsByReach ?? true).values
    case "degree_centrality": return graph.degree().values
    case "in_degree_centrality": return graph.degree(.incoming).values
    case "out_degree_centrality": return graph.degree(.outgoing).values
    case "katz_centrality", "katz_centrality_numpy":
      return try graph.katz(
        Graph.KatzOptions(alpha: alpha ?? 0.1, isNormalized: normalized, usesWeights: weights)
      ).values
    case "pagerank":
      return try graph.pageRank(
        Graph.PageRankOptions(
          damping: alpha ?? 0.85, personalization: personalization, usesWeights: weights)
      ).values
    case "eigenvector_centrality", "eigenvector_centrality_numpy":
      return try graph.eigenvector(usesWeights: weights).values
    case "hits": return try graph.hubsAndAuthorities(usesWeights: weights).hubs.values
    case "laplacian_centrality":
      return try graph.laplacianCentrality(isNormalized: normalized, usesWeights: weights).values
    case "current_flow_betweenness_centrality":
      return try graph.currentFlowBetweenness(isNormalized: normalized, usesWeights: weights).values
    case "current_flow_closeness_centrality":
      return try graph.currentFlowCloseness(usesWeights: weights).values
    default: return nil
    }
  }

  /// Betweenness from the k sources that NetworkX drew; which they were is not recorded, so some of
  /// a hundred draws must agree.
  private func foundFromSample(
    _ graph: Graph, of k: Int, _ options: Graph.BetweennessOptions
  ) throws -> [Double?] {
    var found: [Double?] = []
    for seed in 0..<100 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      found = try graph.betweenness(fromSampleOf: k, using: &generator, options).values
      if matches(found, at: values ?? []) { break }
    }
    return found
  }

  private func foundStructure(_ graph: Graph) throws -> [Double?]? {
    let weights = usesWeights == true
    switch function {
    case "clustering": return try graph.clustering(usesWeights: weights).values
    case "triangles": return try graph.triangles().values.map(Double.init)
    case "effective_size": return try graph.effectiveSize(usesWeights: weights).values
    case "constraint": return try graph.constraint(usesWeights: weights).values
    case "rich_club_coefficient": return graph.richClub().coefficients
    case "triadic_census":
      let all = try graph.triadCensus().counts
      guard let nodes else { return all.map(Double.init) }
      let rest = graph.subgraph(of: graph.nodes.filter { !nodes.contains($0) }).graph
      return zip(all, try rest.triadCensus().counts).map { Double($0 - $1) }
    case "immediate_dominators":
      return tail.map { graph.dominatorTree(from: $0).immediate.map { $0.map(Double.init) } }
    case "core_number": return graph.coreNumbers().values.map(Double.init)
    case "average_neighbor_degree":
      return graph.nodes.map {
        let sums = neighborDegrees(of: $0, in: graph)
        return sums.strength == 0 ? 0 : sums.weighted / sums.strength
      }
    case "average_degree_connectivity":
      // NetworkX sums over the outgoing ties alone where both directions are asked for.
      let degrees = graph.degree(kind(tailKind), isNormalized: false)
      return (0...Int(degrees.values.max() ?? 0)).map { degree in
        let sums = (nodes ?? Array(graph.nodes)).filter { Int(degrees[$0]) == degree }
          .map { neighborDegrees(of: $0, in: graph) }
        let strength = sums.reduce(0) { $0 + $1.strength }
        let weighted = sums.reduce(0) { $0 + $1.weighted }
        return strength == 0 ? weighted : weighted / strength
      }
    default: return nil
    }
  }

  /// The degrees of a node's neighbours, each times the weight of the tie, and the node's strength.
  private func neighborDegrees(of node: Int, in graph: Graph) -> (
    weighted: Double, strength: Double
  ) {
    let degrees = graph.degree(kind(headKind), isNormalized: false)
    let isBothWays = isDirected && tailKind == "in+out" && function == "average_neighbor_degree"
    let directions: [Graph.Direction] =
      isBothWays ? [.outward, .inward] : [tailKind == "in" ? .inward : .outward]
    let neighbors = directions.flatMap { graph.neighbors(of: node, direction: $0) }
    let weighted = neighbors.reduce(0) {
      $0 + (usesWeights == true ? graph.edges[$1.edge].weight ?? 1 : 1) * degrees[$1.node]
    }
    let strength =
      usesWeights == true
      ? graph.strength(kind(tailKind)) : graph.degree(kind(tailKind), isNormalized: false)
    return (weighted, strength[node])
  }

  func kind(_ name: String?) -> Graph.DegreeKind {
    guard isDirected else { return .total }
    return switch name {
    case "in": .incoming
    case "out": .outgoing
    default: .total
    }
  }

  private func foundDistances(_ graph: Graph) throws -> [Double?]? {
    switch function {
    case "eccentricity":
      return try graph.eccentricity(
        Graph.DistanceOptions(direction: .outward, lengths: lengths)
      ).values
    case "closeness_vitality":
      return try graph.nodes.map { node in
        let rest = graph.subgraph(of: graph.nodes.filter { $0 != node }).graph
        guard let all = try pathSum(graph), let without = try pathSum(rest) else { return nil }
        return all - without
      }
    case "single_source_shortest_path_length":
      guard let tail else { return nil }
      let tree = graph.breadthFirst(from: tail, maximumHops: maximumHops)
      return graph.nodes.map { tree.distance(to: $0) }
    case "shortest_path", "shortest_path_length":
      guard let tail else { return nil }
      let table = try graph.allDistances(lengths: lengths)
      return graph.nodes.map { table.distance(from: tail, to: $0) }
    default: return nil
    }
  }

  /// The sum of the distances of all pairs of nodes; nil if some pair has no path.
  func pathSum(_ graph: Graph) throws -> Double? {
    guard let mean = try graph.averagePathLength(lengths: lengths) else {
      return graph.nodeCount < 2 ? 0 : nil
    }
    let pairs = graph.nodeCount * (graph.nodeCount - 1) / (graph.isDirected ? 1 : 2)
    return mean * Double(pairs)
  }
}
