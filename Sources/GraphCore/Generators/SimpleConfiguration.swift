extension Graph {
  /// A random graph with given degrees and without loops and parallel edges, every such graph nearly
  /// equally likely.
  ///
  /// Starts from the graph of `havelHakimi(degrees:)` and switches the ends of two edges, a - b and
  /// c - d becoming a - d and c - b, as long as that makes no loop and no parallel edge. Switches
  /// lead from every such graph to every other [Taylor1981], and each is as likely as the one back,
  /// so many of them make all graphs equally likely; how many are needed is known from trials only
  /// [Milo2003]. Degrees are kept exactly.
  ///
  /// - Parameters:
  ///   - degrees: By node, its degree.
  ///   - switchesPerEdge: How many switches are tried for each edge, 0 or more.
  ///   - generator: Draws the switches.
  /// - Returns: The graph, undirected; the order of its edges means nothing.
  /// - Throws: `GraphError.degreesNotGraphical` if no such graph has these degrees; `GraphError` if a
  ///   degree or the number of switches is negative, the sum of degrees is odd, or the graph would be
  ///   too large.
  /// - Complexity: O(n + m s) for s switches per edge.
  public static func simpleConfiguration(
    degrees: [Int], switchesPerEdge: Int = 10, using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    try GraphError.require(switchesPerEdge, "switchesPerEdge", in: 0...1_000_000)
    var edges = try EdgeList(realizing: degrees)
    edges.switchEnds(attempts: switchesPerEdge * edges.count, using: &generator)
    return edges.graph(isDirected: false)
  }

  /// A random graph in which every node has the same degree, without loops and parallel edges, every
  /// such graph nearly equally likely.
  ///
  /// It is `simpleConfiguration(degrees:switchesPerEdge:using:)` with equal degrees.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes n.
  ///   - degree: The degree d of each, 0 to n - 1; n d must be even.
  ///   - switchesPerEdge: How many switches are tried for each edge, 0 or more.
  ///   - generator: Draws the switches.
  /// - Returns: The graph, undirected.
  /// - Throws: `GraphError` if d is not 0 to n - 1, n d is odd, the number of switches is negative,
  ///   or the graph would be too large.
  /// - Complexity: O(n + m s) for s switches per edge.
  public static func randomRegular(
    nodeCount: Int, degree: Int, switchesPerEdge: Int = 10,
    using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    try GraphError.requireNodeCount(nodeCount)
    try GraphError.require(degree, "degree", in: 0...max(nodeCount - 1, 0))
    return try simpleConfiguration(
      degrees: Array(repeating: degree, count: nodeCount), switchesPerEdge: switchesPerEdge,
      using: &generator)
  }
}

extension EdgeList {
  /// Tries to switch the ends of two edges again and again; there are no loops and parallel edges,
  /// and there will be none.
  fileprivate mutating func switchEnds(
    attempts: Int, using generator: inout SeededGenerator
  ) {
    var joined = PairSet(capacity: count, isDirected: false)
    for edge in 0..<count { _ = joined.insert(Int(tails[edge]), Int(heads[edge])) }
    for _ in 0..<attempts {
      let first = Int.random(in: 0..<count, using: &generator)
      // The second edge, and from which of its ends it is read.
      let draw = Int.random(in: 0..<(2 * count), using: &generator)
      let second = draw >> 1
      let (a, b) = (Int(tails[first]), Int(heads[first]))
      var (c, d) = (Int(tails[second]), Int(heads[second]))
      if draw & 1 == 1 { swap(&c, &d) }
      // An edge with itself, or two with a common end, would give an edge that is there, or a loop.
      if a == d || c == b || joined.contains(a, d) || joined.contains(c, b) { continue }
      joined.remove(a, b)
      joined.remove(c, d)
      _ = joined.insert(a, d)
      _ = joined.insert(c, b)
      replace(first, by: a, d)
      replace(second, by: c, b)
    }
  }
}
