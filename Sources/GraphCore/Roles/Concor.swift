extension Graph {
  /// Blocks of nodes with similar ties by CONCOR: correlations of correlations, until all are 1 or -1.
  ///
  /// Two nodes are compared by the correlation of all that leads from them and to them; then by that
  /// of their rows of correlations, and so on, which ends in two blocks [Breiger1975]. Each block is
  /// divided again in the same way, `splits` times in all. A node's tie to itself is 0. A node with
  /// the same tie to all others correlates with none, 0 being put in. In an undirected graph each tie
  /// counts once. A block whose nodes have all the same ties is not divided.
  ///
  /// - Parameters:
  ///   - splits: How many times blocks are divided, 1 to 20; up to 2^splits blocks.
  ///   - usesWeights: Whether a tie is the sum of its weights, any finite numbers; 1 otherwise.
  ///   - maximumRounds: After how many rounds of correlations a division is taken as it is, by sign,
  ///     1 or more.
  /// - Returns: The blocks.
  /// - Throws: `GraphError` if an option is out of range or the task has been cancelled.
  /// - Complexity: O(n^3) time for each round, O(n^2) space.
  public func concor(
    splits: Int = 1, usesWeights: Bool = false, maximumRounds: Int = 100
  ) throws(GraphError) -> NodeClasses {
    try GraphError.require(splits, "the number of splits", in: 1...20)
    try GraphError.require(maximumRounds, "the largest number of rounds", in: 1...1_000_000)
    let ties = TieMatrix(self, usesWeights: usesWeights)
    let profiles = nodes.map { node in
      nodes.map { ties[node, $0] } + (isDirected ? nodes.map { ties[$0, node] } : [])
    }
    var blocks = nodeCount == 0 ? [] : [Array(nodes)]
    for _ in 0..<splits {
      var next: [[Int]] = []
      for block in blocks {
        let isFirst = try Self.halves(block.map { profiles[$0] }, maximumRounds: maximumRounds)
        let parts = [true, false].map { part in
          zip(block, isFirst).filter { $0.1 == part }.map(\.0)
        }
        next += parts.filter { !$0.isEmpty }
      }
      blocks = next
    }
    var labels = [Int32](repeating: 0, count: nodeCount)
    for (number, block) in blocks.enumerated() {
      for node in block { labels[node] = Int32(truncatingIfNeeded: number) }
    }
    return NodeClasses(DenseLabels(labels))
  }

  /// By member, whether it goes with the first.
  private static func halves(
    _ profiles: [[Double]], maximumRounds: Int
  ) throws(GraphError) -> [Bool] {
    var rows = profiles
    for _ in 0..<maximumRounds {
      try Execution.checkCancellation()
      let given = rows
      var next = given.indices.map { first in
        given.indices.map { first == $0 ? 1.0 : 0.0 }
      }
      for first in given.indices {
        for second in 0..<first {
          // Two that have the same constant ties are alike.
          let alike = given[first] == given[second] ? 1.0 : 0.0
          next[first][second] = given[first].correlation(with: given[second]) ?? alike
          next[second][first] = next[first][second]
        }
      }
      rows = next
      if rows.allSatisfy({ row in row.allSatisfy { abs($0) > 1 - 1e-9 } }) { break }
    }
    return rows.first.map { row in row.map { $0 > 0 } } ?? []
  }
}
