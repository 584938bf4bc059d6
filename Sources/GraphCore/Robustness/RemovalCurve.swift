/// What is left of a graph while its nodes or edges go one after another.
public struct RemovalCurve: Sendable, Equatable {
  /// The nodes or edges in the order in which they went.
  public let removed: [Int]
  /// By the number that went, from none, the nodes in the largest component over all nodes of the
  /// whole graph; direction is ignored. Empty for a graph without nodes.
  public let largestShares: [Double]
  /// By the number that went, the sum of one over the distance in hops, over all ordered pairs of
  /// nodes left, over the n (n - 1) of the whole graph; nil where it was not asked for or the graph
  /// has fewer than two nodes.
  public let efficiencies: [Double]?
  /// How many there were to go: the nodes of the graph, or its edges.
  public let whole: Int

  /// The robustness index: the mean of the shares after the first, the second and so on to the last
  /// removal [Schneider2011].
  ///
  /// Of nodes it is from (n - 1) / n^2, where the first leaves single nodes, to 1/2 - 1 / (2 n), that
  /// of a complete graph. Nil unless all have gone, and where there was nothing to go.
  public var robustness: Double? {
    guard removed.count == whole, whole > 0, !largestShares.isEmpty else { return nil }
    return largestShares.dropFirst().reduce(0, +) / Double(whole)
  }
}

extension Graph {
  /// The order in which nodes or edges are removed.
  public enum RemovalOrder: Sendable {
    /// As chance has it; the same seed gives the same order.
    case random(seed: UInt64)
    /// The highest score first, one score for each node or edge; ties by index.
    case highest([Double])
    /// As listed, each once.
    case listed([Int])
  }

  /// What is left while nodes are removed in an order that is known beforehand.
  ///
  /// Random failures and attacks on the nodes that score highest [Albert2000]. Components ignore
  /// direction; loops and parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - order: The order of removal.
  ///   - recordsEfficiency: Whether the efficiency of what is left is measured after each removal.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: One share for each number of nodes gone, from 0 to 1.
  /// - Throws: `GraphError` if there is not one score for each node, a score is NaN, or the task has
  ///   been cancelled.
  /// - Complexity: O(n log n + m a) time for the shares, a being the inverse of Ackermann's function,
  ///   since the nodes are put back in the opposite order [NewmanZiff2001]; O(n) space. The
  ///   efficiency takes O(n m) for each removal.
  public func removalCurve(
    _ order: RemovalOrder, recordsEfficiency: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> RemovalCurve {
    let removed = try self.order(order, count: nodeCount, of: "node scores")
    let efficiencies =
      try recordsEfficiency
      ? efficiencies(steps: removed.count, execution) { step in
        var isGone = [Bool](repeating: false, count: nodeCount)
        for node in removed.prefix(step) { isGone[node] = true }
        return subgraph(of: nodes.filter { !isGone[$0] }).graph
      } : nil
    return RemovalCurve(
      removed: removed, largestShares: shares(without: removed), efficiencies: efficiencies,
      whole: nodeCount)
  }

  /// What is left while the node is removed, again and again, that scores highest in what is left.
  ///
  /// - Parameters:
  ///   - count: How many nodes to remove; nil for all, and at most all.
  ///   - recordsEfficiency: Whether the efficiency of what is left is measured after each removal.
  ///   - execution: On how many threads the efficiency is computed, and who is told how far the
  ///     removal is.
  ///   - score: Scores the nodes of what is left; it is given the part with the way back to the nodes
  ///     of the whole. The highest goes first, ties by index.
  /// - Returns: One share for each number of nodes gone, from 0 to 1.
  /// - Throws: What `score` throws; `GraphError` if it does not give one score for each node, a score
  ///   is NaN, or the task has been cancelled.
  /// - Complexity: That of `score`, and O(n + m), for each removal; O(n + m) space.
  public func removalCurve(
    adaptively count: Int? = nil, recordsEfficiency: Bool = false,
    execution: Execution = Execution(), score: (Part) throws(GraphError) -> [Double]
  ) throws(GraphError) -> RemovalCurve {
    let most = min(max(count ?? nodeCount, 0), nodeCount)
    var removed: [Int] = []
    var isGone = [Bool](repeating: false, count: nodeCount)
    while removed.count < most {
      try Execution.checkCancellation()
      execution.progress?(Double(removed.count) / Double(most) * (recordsEfficiency ? 0.5 : 1))
      let part = subgraph(of: nodes.filter { !isGone[$0] })
      let scores = try score(part)
      guard
        let best = try part.graph.order(
          .highest(scores), count: part.graph.nodeCount, of: "node scores"
        ).first
      else { break }
      isGone[part.nodes[best]] = true
      removed.append(part.nodes[best])
    }
    let curve = try removalCurve(
      .listed(removed), recordsEfficiency: recordsEfficiency, execution: execution.part(0.5...1))
    return curve
  }

  /// What is left while edges are removed in an order that is known beforehand.
  ///
  /// Every node stays, so the last share is 1 / n. Parallel edges go one by one.
  ///
  /// - Parameters:
  ///   - order: The order of removal.
  ///   - recordsEfficiency: Whether the efficiency of what is left is measured after each removal.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: One share for each number of edges gone, from 1 / n to 1.
  /// - Throws: `GraphError` if there is not one score for each edge, a score is NaN, or the task has
  ///   been cancelled.
  /// - Complexity: O(m log m + n) time for the shares, O(n + m) space; the efficiency takes O(n m) for
  ///   each removal.
  public func edgeRemovalCurve(
    _ order: RemovalOrder, recordsEfficiency: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> RemovalCurve {
    let removed = try self.order(order, count: edgeCount, of: "edge scores")
    let efficiencies =
      try recordsEfficiency
      ? efficiencies(steps: removed.count, execution) { step in
        var isGone = [Bool](repeating: false, count: edgeCount)
        for edge in removed.prefix(step) { isGone[edge] = true }
        return without(edges: isGone)
      } : nil
    return RemovalCurve(
      removed: removed, largestShares: shares(withoutEdges: removed), efficiencies: efficiencies,
      whole: edgeCount)
  }
}

extension Graph {
  /// The indices in order of removal.
  fileprivate func order(
    _ order: RemovalOrder, count: Int, of what: String
  ) throws(GraphError) -> [Int] {
    switch order {
    case .random(let seed):
      var generator = SeededGenerator(seed: seed)
      return (0..<count).shuffled(using: &generator)
    case .highest(let scores):
      guard scores.count == count else {
        throw .wrongCount(of: what, expected: count, actual: scores.count)
      }
      if let place = scores.firstIndex(where: \.isNaN) {
        throw .optionOutOfRange(name: "score \(place)", value: scores[place], range: "a number")
      }
      return scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    case .listed(let indices):
      var isListed = [Bool](repeating: false, count: count)
      for index in indices {
        precondition(
          isListed.indices.contains(index) && !isListed[index],
          "\(index) is listed twice or is not one of \(count)")
        isListed[index] = true
      }
      return indices
    }
  }

  /// The shares of the largest component, found by putting the nodes back, the last first.
  func shares(without removed: [Int]) -> [Double] {
    guard nodeCount > 0 else { return [] }
    var components = GrowingComponents(nodeCount: nodeCount)
    var isGone = [Bool](repeating: false, count: nodeCount)
    for node in removed { isGone[node] = true }
    for node in nodes where !isGone[node] { components.add(node, of: self) }
    var largest = [components.largest]
    for node in removed.reversed() {
      components.add(node, of: self)
      largest.append(components.largest)
    }
    return largest.reversed().map { Double($0) / Double(nodeCount) }
  }

  /// The shares of the largest component, found by putting the edges back, the last first.
  func shares(withoutEdges removed: [Int]) -> [Double] {
    guard nodeCount > 0 else { return [] }
    var components = GrowingComponents(nodeCount: nodeCount)
    for node in nodes { components.add(node) }
    var isGone = [Bool](repeating: false, count: edgeCount)
    for edge in removed { isGone[edge] = true }
    for edge in isGone.indices where !isGone[edge] {
      components.join(Int(tails[edge]), Int(heads[edge]))
    }
    var largest = [components.largest]
    for edge in removed.reversed() {
      components.join(Int(tails[edge]), Int(heads[edge]))
      largest.append(components.largest)
    }
    return largest.reversed().map { Double($0) / Double(nodeCount) }
  }

  /// The efficiency of what is left after each number of steps, over the pairs of the whole.
  private func efficiencies(
    steps: Int, _ execution: Execution, _ left: (Int) -> Graph
  ) throws(GraphError) -> [Double]? {
    guard nodeCount > 1 else { return nil }
    var found: [Double] = []
    for step in 0...steps {
      found.append(
        try left(step).sumOfInverseDistances(execution.part(step, of: steps + 1))
          / (Double(nodeCount) * Double(nodeCount - 1)))
    }
    return found
  }

  /// The sum of one over the distance in hops, over all ordered pairs of nodes that have a path.
  func sumOfInverseDistances(_ execution: Execution) throws(GraphError) -> Double {
    try harmonic(DistanceOptions(execution: execution)).values.reduce(0, +)
  }
}
