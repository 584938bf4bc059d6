/// Nodes or edges taken out one after another so that something spreads less.
public struct InfluenceBlocking: Sendable, Equatable {
  /// The nodes or edges in the order in which they were chosen.
  public let removed: [Int]
  /// By the number taken out, from none, the mean number of nodes that become active, the seeds among
  /// them.
  public let spreads: [Double]
}

extension Graph {
  /// Nodes without which something spreads least, chosen greedily.
  ///
  /// In each of the same random worlds, a node is in the way of those that are reached through it
  /// alone: it dominates them. So one search of each world measures all nodes at once [Xie2023]. What
  /// two nodes block together is not the sum of what they block alone, in either direction, so no share
  /// of the best is promised; each choice is the best single one.
  ///
  /// - Parameters:
  ///   - count: The most nodes to take out; fewer if no other would change anything.
  ///   - seeds: The nodes that are active at the beginning; they are not taken out.
  ///   - options: Model, samples, seed, execution.
  /// - Returns: The nodes, and the mean spread in these worlds after each; ties go to the smaller node.
  /// - Throws: `GraphError` if an option is outside its range or the task has been cancelled.
  /// - Complexity: O(R (r + n)) time for each choice in practice, for R worlds in which r edges are
  ///   reached; space as in `greedyInfluencers(_:_:)`.
  public func blockingNodes(
    _ count: Int, from seeds: [Int], _ options: InfluenceOptions = InfluenceOptions()
  ) throws(GraphError) -> InfluenceBlocking {
    try blocking(count, from: seeds, options, edges: false)
  }

  /// Edges without which something spreads least, chosen greedily.
  ///
  /// As `blockingNodes(_:from:_:)` [Kimura2009]. Under thresholds a node that loses an edge listens to
  /// the others no more than before.
  ///
  /// - Parameters:
  ///   - count: The most edges to take out; fewer if no other would change anything.
  ///   - seeds: The nodes that are active at the beginning.
  ///   - options: Model, samples, seed, execution.
  /// - Returns: The edges, and the mean spread in these worlds after each; ties go to the smaller
  ///   edge.
  /// - Throws: `GraphError` if an option is outside its range or the task has been cancelled.
  /// - Complexity: As `blockingNodes(_:from:_:)`.
  public func blockingEdges(
    _ count: Int, from seeds: [Int], _ options: InfluenceOptions = InfluenceOptions()
  ) throws(GraphError) -> InfluenceBlocking {
    try blocking(count, from: seeds, options, edges: true)
  }

  private func blocking(
    _ count: Int, from seeds: [Int], _ options: InfluenceOptions, edges: Bool
  ) throws(GraphError) -> InfluenceBlocking {
    try requireSamples(options.samples)
    guard count >= 0 else {
      throw .optionOutOfRange(
        name: "the number to take out", value: Double(count), range: "zero or more")
    }
    let rule = try SpreadRule(self, options.model)
    let isSeed = membership(seeds)
    let worlds = try LiveWorld.drawn(
      options.samples, rule, seed: options.seed, options.execution.part(0...0.1))
    let work = ChunkedWork(
      count: worlds.count, execution: Execution(threads: options.execution.threads),
      smallestChunk: 1)
    var isGone = [Bool](repeating: false, count: edges ? edgeCount : nodeCount)
    var removed: [Int] = []
    var spreads: [Double] = []
    while true {
      let gone = isGone
      let zeros = (size: 0, losses: [Int](repeating: 0, count: gone.count))
      let found = try work.joined(into: zeros) { chunk -> (size: Int, losses: [Int]) in
        var search = DominatorSearch(self, isSeed: isSeed)
        var part = zeros
        for number in chunk {
          search.run(
            in: worlds[number], isNodeGone: edges ? [] : gone, isEdgeGone: edges ? gone : [])
          part.size += search.reachedCount
          if edges {
            search.addEdgeLosses(to: &part.losses)
          } else {
            search.addNodeLosses(to: &part.losses)
          }
        }
        return part
      } join: { whole, part in
        whole.size += part.size
        for index in part.losses.indices { whole.losses[index] += part.losses[index] }
      }
      spreads.append(Double(found.size) / Double(worlds.count))
      options.execution.progress?(
        0.1 + 0.9 * Double(removed.count + 1) / Double(count + 1))
      guard removed.count < count, let most = found.losses.max(), most > 0,
        let best = found.losses.firstIndex(of: most)
      else { break }
      isGone[best] = true
      removed.append(best)
    }
    return InfluenceBlocking(removed: removed, spreads: spreads)
  }
}
