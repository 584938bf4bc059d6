extension Graph {
  /// Communities by the algorithm of Leiden: groups that hold together better than chance, each of
  /// them connected.
  ///
  /// Nodes move to where they gain most; each community is divided into parts that hang together;
  /// the parts become the nodes of the next level, until every node is a community [Traag2019].
  /// Rounds start from the result of the one before until nothing changes, or as often as the
  /// options allow. In the division into
  /// parts a node takes the best part rather than one drawn by chance; chance decides the order of
  /// the nodes.
  ///
  /// Direction counts in what chance would join (see `modularity(of:resolution:usesWeights:)`), and
  /// only there; parallel edges add up; loops count in strengths. Edges of weight zero do not
  /// connect. An isolate is a community of its own. The result is a good division, not always the
  /// best: that is hard to find [Brandes2008].
  ///
  /// - Parameter options: Quality, resolution, seed, weights, rounds, execution.
  /// - Returns: The communities, connected when direction is ignored; none can gain by one node's
  ///   move if the rounds converged.
  /// - Throws: `GraphError` if the resolution or a weight that is used is negative, or no round is
  ///   allowed, or the task has been cancelled.
  /// - Complexity: O(m) time for each level of each round, levels being few in practice; O(n + m)
  ///   space.
  public func leiden(
    _ options: CommunityOptions = CommunityOptions()
  ) throws(GraphError) -> Communities {
    try options.check()
    let network = try CommunityNetwork(self, options)
    var generator = SeededGenerator(seed: options.seed)
    var best = DenseLabels(nodes.map { Int32($0) })
    var quality = try quality(of: best, options)
    var converged = nodeCount == 0
    var rounds = 0
    let mostRounds = options.mostRounds(self)
    while rounds < mostRounds, !converged {
      rounds += 1
      let found = DenseLabels(
        try network.leidenRound(
          from: best.labels, execution: options.execution(ofRound: rounds, of: mostRounds),
          using: &generator))
      let gained = try self.quality(of: found, options)
      // Only rounding can make a round lose.
      if (gained ?? 0) > (quality ?? 0) {
        (best, quality) = (found, gained)
      } else {
        converged = true
      }
    }
    return Communities(best, quality: quality, options, rounds: rounds, converged: converged)
  }
}

extension CommunityNetwork {
  /// One round through all levels.
  ///
  /// - Parameters:
  ///   - start: By node, its community at the beginning, from 0 to n - 1.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  ///   - generator: Decides the order of the nodes.
  /// - Returns: By node, its community.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  fileprivate func leidenRound(
    from start: [Int32], execution: Execution, using generator: inout SeededGenerator
  ) throws(GraphError) -> [Int32] {
    let workers = execution.workers
    var level = self
    var labels = start
    // By node of the graph, the node of this level that stands for it.
    var place = start.indices.map { Int32($0) }
    while true {
      try Execution.checkCancellation()
      execution.progress?(1 - Double(level.nodeCount) / Double(max(nodeCount, 1)))
      let order = level.nodeOrder(using: &generator)
      _ = level.moveNodes(&labels, order: order, workers: workers)
      let communities = DenseLabels(labels)
      if communities.count == level.nodeCount { return place }
      let parts = DenseLabels(
        level.refined(communities, order: level.nodeOrder(using: &generator), workers: workers))
      var partLabels = [Int32](repeating: 0, count: parts.count)
      for node in labels.indices { partLabels[Int(parts.labels[node])] = communities.labels[node] }
      for node in place.indices { place[node] = parts.labels[Int(place[node])] }
      // Rounding alone can leave all nodes as parts of their own.
      if parts.count == level.nodeCount { return place }
      level = level.joined(by: parts, workers: workers)
      labels = partLabels
    }
  }
}
