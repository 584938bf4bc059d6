extension Graph {
  /// A random graph of blocks: two nodes are joined with a probability that depends on their blocks
  /// alone.
  ///
  /// The model of [Holland1983], drawn by skipping as `erdosRenyi` does. Nodes are numbered block by
  /// block. No loops, no parallel edges. The number of edges between two blocks is binomial over
  /// the pairs of their nodes, each on its own.
  ///
  /// - Parameters:
  ///   - sizes: By block, the number of its nodes.
  ///   - probabilities: By block and block, the probability of an edge from a node of the first to
  ///     one of the second, 0 to 1; in an undirected graph the same both ways.
  ///   - isDirected: Whether the two directions between two nodes are pairs of their own.
  ///   - generator: Draws the edges.
  /// - Returns: The graph; edges are ordered by the block of the tail, then by that of the head.
  /// - Throws: `GraphError` if a size is negative, the table is not one row and column for each
  ///   block, a probability is not 0 to 1 or not the same both ways, or the graph would be too large.
  /// - Complexity: O(n + m + b^2) for b blocks, since a pair that is not joined is never looked at.
  public static func stochasticBlocks(
    sizes: [Int], probabilities: [[Double]], isDirected: Bool = false,
    using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    let starts = try blockStarts(sizes)
    try check(probabilities, blockCount: sizes.count, isDirected: isDirected)
    var expected = 0.0
    for first in sizes.indices {
      for second in sizes.indices where isDirected || first <= second {
        let pairCount =
          first == second
          ? NodePairs(nodeCount: sizes[first], isDirected: isDirected).count
          : sizes[first] * sizes[second]
        expected += probabilities[first][second] * Double(pairCount)
      }
    }
    var edges = try EdgeList(nodeCount: starts.last ?? 0, expecting: expected)
    for first in sizes.indices {
      for second in sizes.indices where isDirected || first <= second {
        let probability = probabilities[first][second]
        if first == second {
          var pairs = NodePairs(nodeCount: sizes[first], isDirected: isDirected)
          var drawn = DrawnPositions(count: pairs.count, probability: probability)
          while let position = drawn.next(using: &generator) {
            let pair = pairs.pair(at: position)
            try edges.append(starts[first] + pair.tail, starts[first] + pair.head)
          }
        } else {
          var drawn = DrawnPositions(
            count: sizes[first] * sizes[second], probability: probability)
          while let position = drawn.next(using: &generator) {
            let (row, column) = position.quotientAndRemainder(dividingBy: sizes[second])
            try edges.append(starts[first] + row, starts[second] + column)
          }
        }
      }
    }
    return edges.graph(isDirected: isDirected)
  }

  /// The first node of each block, and at the end the number of nodes.
  private static func blockStarts(_ sizes: [Int]) throws(GraphError) -> [Int] {
    var starts = [0]
    for (block, size) in sizes.enumerated() {
      try GraphError.require(size, "sizes[\(block)]", in: 0...Int(Int32.max))
      starts.append(starts[block] + size)
    }
    return starts
  }

  private static func check(
    _ probabilities: [[Double]], blockCount: Int, isDirected: Bool
  ) throws(GraphError) {
    guard probabilities.count == blockCount else {
      throw .wrongCount(
        of: "rows of probabilities", expected: blockCount, actual: probabilities.count)
    }
    for (first, row) in probabilities.enumerated() {
      guard row.count == blockCount else {
        throw .wrongCount(
          of: "probabilities in row \(first)", expected: blockCount, actual: row.count)
      }
      for (second, probability) in row.enumerated() {
        let name = "probabilities[\(first)][\(second)]"
        try GraphError.requireProbability(probability, name)
        if !isDirected, second < first, probability != probabilities[second][first] {
          throw .optionOutOfRange(
            name: name, value: probability,
            range: "\(probabilities[second][first]), as probabilities[\(second)][\(first)] is")
        }
      }
    }
  }
}
