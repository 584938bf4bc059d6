extension Graph {
  /// A random graph in which each pair of nodes is joined with the same probability, each on its
  /// own: G(n, p).
  ///
  /// The model of [Gilbert1959], drawn by skipping over the pairs that stay apart [Batagelj2005].
  /// No loops, no parallel edges. The number of edges is binomial: N p on average with variance
  /// N p (1 - p), where N is n (n - 1) / 2, or n (n - 1) in a directed graph. Edges are ordered by
  /// tail, then by head.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - probability: The probability p of each edge, 0 to 1.
  ///   - isDirected: Whether the two directions between two nodes are pairs of their own.
  ///   - generator: Draws the edges.
  /// - Returns: The graph.
  /// - Throws: `GraphError` if p is not 0 to 1, or the graph would be too large.
  /// - Complexity: O(n + m), since a pair that is not joined is never looked at.
  public static func erdosRenyi(
    nodeCount: Int, probability: Double, isDirected: Bool = false,
    using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    try GraphError.requireProbability(probability, "probability")
    try GraphError.requireNodeCount(nodeCount)
    var pairs = NodePairs(nodeCount: nodeCount, isDirected: isDirected)
    var edges = try EdgeList(nodeCount: nodeCount, expecting: probability * Double(pairs.count))
    var drawn = DrawnPositions(count: pairs.count, probability: probability)
    while let position = drawn.next(using: &generator) {
      let pair = pairs.pair(at: position)
      try edges.append(pair.tail, pair.head)
    }
    return edges.graph(isDirected: isDirected)
  }

  /// A random graph with a given number of edges, every such graph equally likely: G(n, m).
  ///
  /// The model of [Erdos1959]. No loops, no parallel edges. Pairs are drawn until enough different
  /// ones are found; of more than half of all pairs, those that stay apart are drawn instead.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - edgeCount: The number of edges m, 0 to n (n - 1) / 2, or to n (n - 1) in a directed graph.
  ///   - isDirected: Whether the two directions between two nodes are pairs of their own.
  ///   - generator: Draws the edges.
  /// - Returns: The graph; the order of its edges means nothing.
  /// - Throws: `GraphError` if there are not so many pairs, or the graph would be too large.
  /// - Complexity: O(n + m) expected, since each draw finds a new pair at least every other time.
  public static func erdosRenyi(
    nodeCount: Int, edgeCount: Int, isDirected: Bool = false,
    using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    try GraphError.requireNodeCount(nodeCount)
    var pairs = NodePairs(nodeCount: nodeCount, isDirected: isDirected)
    try GraphError.require(edgeCount, "edgeCount", in: 0...pairs.count)
    var edges = try EdgeList(nodeCount: nodeCount, expecting: Double(edgeCount))
    let drawsEdges = edgeCount <= pairs.count / 2
    let drawCount = drawsEdges ? edgeCount : pairs.count - edgeCount
    var drawn = PairSet(capacity: drawCount, isDirected: isDirected)
    var found = 0
    while found < drawCount {
      let tail = Int.random(in: 0..<nodeCount, using: &generator)
      let other = Int.random(in: 0..<(nodeCount - 1), using: &generator)
      let head = other < tail ? other : other + 1
      guard drawn.insert(tail, head) else { continue }
      found += 1
      if drawsEdges { try edges.append(tail, head) }
    }
    if !drawsEdges {
      for position in 0..<pairs.count {
        let pair = pairs.pair(at: position)
        if !drawn.contains(pair.tail, pair.head) { try edges.append(pair.tail, pair.head) }
      }
    }
    return edges.graph(isDirected: isDirected)
  }
}
