extension Graph {
  /// Communities by the algorithm of Louvain: groups that hold together better than chance.
  ///
  /// Nodes move to where they gain most; the communities become the nodes of the next level, until
  /// none moves [Blondel2008]. A queue of those that may gain takes the place of sweeps over all
  /// nodes. A community can come out in pieces; `leiden(_:)` keeps them connected, is as fast and
  /// mostly finds better ones. Direction, parallel edges, loops and isolates count as there.
  ///
  /// - Parameter options: Quality, resolution, seed, weights, rounds, execution.
  /// - Returns: The communities.
  /// - Throws: `GraphError` if the resolution or a weight that is used is negative, or no round is
  ///   allowed.
  /// - Complexity: O(m) time for each level, levels being few in practice; O(n + m) space.
  public func louvain(
    _ options: CommunityOptions = CommunityOptions()
  ) throws(GraphError) -> Communities {
    try options.check()
    var level = try CommunityNetwork(self, options)
    var generator = SeededGenerator(seed: options.seed)
    // By node of the graph, the node of this level that stands for it.
    var place = nodes.map { Int32($0) }
    while true {
      try Execution.checkCancellation()
      var labels = (0..<level.nodeCount).map { Int32($0) }
      let order = labels.shuffled(using: &generator)
      guard level.moveNodes(&labels, order: order) else { break }
      let groups = DenseLabels(labels)
      for node in place.indices { place[node] = groups.labels[Int(place[node])] }
      level = level.joined(by: groups)
      options.execution.progress?(1 - Double(level.nodeCount) / Double(nodeCount))
    }
    let groups = DenseLabels(place)
    return Communities(
      groups, quality: try quality(of: groups, options), options, rounds: 1, converged: true)
  }
}
