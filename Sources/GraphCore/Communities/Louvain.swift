extension Graph {
  /// Communities by the algorithm of Louvain: groups that hold together better than chance.
  ///
  /// Nodes move to where they gain most; the communities become the nodes of the next level, until
  /// none moves [Blondel2008]. A queue of those that may gain takes the place of sweeps over all
  /// nodes. Rounds start from the result of the one before, so that nodes can leave a community that
  /// was joined to others [Traag2019]. A community can come out in pieces; `leiden(_:)` keeps them connected, is as fast and
  /// mostly finds better ones. Direction, parallel edges, loops and isolates count as there.
  ///
  /// - Parameter options: Quality, resolution, seed, weights, rounds, execution.
  /// - Returns: The communities.
  /// - Throws: `GraphError` if the resolution or a weight that is used is negative, or no round is
  ///   allowed, or the task has been cancelled.
  /// - Complexity: O(m) time for each level, levels being few in practice; O(n + m) space.
  public func louvain(
    _ options: CommunityOptions = CommunityOptions()
  ) throws(GraphError) -> Communities {
    try options.check()
    let network = try CommunityNetwork(self, options)
    var generator = SeededGenerator(seed: options.seed)
    var best = DenseLabels(nodes.map { Int32($0) })
    var converged = false
    var rounds = 0
    let mostRounds = options.mostRounds(self)
    while rounds < mostRounds, !converged {
      rounds += 1
      if let found = try network.louvainRound(
        from: best.labels, execution: options.execution(ofRound: rounds, of: mostRounds),
        using: &generator)
      {
        best = found
      } else {
        converged = true
      }
    }
    return Communities(
      best, quality: try quality(of: best, options), options, rounds: rounds, converged: converged)
  }
}

extension CommunityNetwork {
  /// One round through all levels.
  ///
  /// - Parameters:
  ///   - start: By node, its community at the beginning, from 0 to n - 1.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  ///   - generator: Decides the order of the nodes.
  /// - Returns: By node, its community; nil if none gained by moving.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  fileprivate func louvainRound(
    from start: [Int32], execution: Execution, using generator: inout SeededGenerator
  ) throws(GraphError) -> DenseLabels? {
    let workers = execution.workers
    var level = self
    var labels = start
    var found: DenseLabels?
    while true {
      try Execution.checkCancellation()
      execution.progress?(1 - Double(level.nodeCount) / Double(max(nodeCount, 1)))
      let order = level.nodeOrder(using: &generator)
      guard level.moveNodes(&labels, order: order, workers: workers) else {
        return found
      }
      let groups = DenseLabels(labels)
      found = found.map { DenseLabels($0.labels.map { groups.labels[Int($0)] }) } ?? groups
      level = level.joined(by: groups, workers: workers)
      labels = (0..<level.nodeCount).map { Int32($0) }
    }
  }
}
