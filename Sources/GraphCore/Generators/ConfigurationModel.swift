extension Graph {
  /// A random graph with given degrees, loops and parallel edges allowed.
  ///
  /// Each node has as many ends of edges as its degree says, and the ends are paired, every pairing
  /// equally likely: the configuration model [Bollobas1980]. Degrees are kept exactly; a loop uses
  /// two ends. A graph with loops or parallel edges comes from fewer pairings than a simple one, so
  /// all simple graphs are equally likely and others less so. On average there are
  /// (sum of d (d - 1) / 2) / (2 m - 1) loops. `simplified()` takes away loops and parallel edges,
  /// and with them some of the degrees; `simpleConfiguration(degrees:switchesPerEdge:using:)` keeps
  /// them.
  ///
  /// - Parameters:
  ///   - degrees: By node, its degree.
  ///   - generator: Pairs the ends.
  /// - Returns: The graph, undirected; the order of its edges means nothing.
  /// - Throws: `GraphError` if a degree is negative, their sum is odd, or the graph would be too
  ///   large.
  /// - Complexity: O(n + m): one shuffle.
  public static func configuration(
    degrees: [Int], using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    let endCount = try GraphError.requireDegrees(degrees, "degrees")
    try GraphError.requireEven(endCount)
    var edges = try EdgeList(nodeCount: degrees.count, expecting: Double(endCount / 2))
    let ends = repeated(degrees).shuffled(using: &generator)
    for edge in 0..<(endCount / 2) {
      try edges.append(Int(ends[2 * edge]), Int(ends[2 * edge + 1]))
    }
    return edges.graph(isDirected: false)
  }

  /// A random directed graph with given out- and in-degrees, loops and parallel edges allowed.
  ///
  /// Each node has as many tails and heads as its degrees say, and each tail is given a head, every
  /// assignment equally likely [Newman2001]. Degrees are kept exactly; a loop uses one tail and one
  /// head. On average there are (sum of out-degree times in-degree) / m loops.
  ///
  /// - Parameters:
  ///   - outDegrees: By node, the number of edges that begin there.
  ///   - inDegrees: By node, the number of edges that end there.
  ///   - generator: Gives each tail a head.
  /// - Returns: The graph, directed, its edges ordered by tail.
  /// - Throws: `GraphError` if the lists differ in length or sum, a degree is negative, or the graph
  ///   would be too large.
  /// - Complexity: O(n + m): one shuffle.
  public static func configuration(
    outDegrees: [Int], inDegrees: [Int], using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    guard inDegrees.count == outDegrees.count else {
      throw .wrongCount(of: "in-degrees", expected: outDegrees.count, actual: inDegrees.count)
    }
    let edgeCount = try GraphError.requireDegrees(outDegrees, "outDegrees")
    let headCount = try GraphError.requireDegrees(inDegrees, "inDegrees")
    try GraphError.require(headCount, "the sum of inDegrees", in: edgeCount...edgeCount)
    var edges = try EdgeList(nodeCount: outDegrees.count, expecting: Double(edgeCount))
    let tails = repeated(outDegrees)
    let heads = repeated(inDegrees).shuffled(using: &generator)
    for edge in 0..<edgeCount { try edges.append(Int(tails[edge]), Int(heads[edge])) }
    return edges.graph(isDirected: true)
  }

  /// Each node as often as its degree says.
  private static func repeated(_ degrees: [Int]) -> [Int32] {
    var ends: [Int32] = []
    ends.reserveCapacity(degrees.reduce(0, +))
    for (node, degree) in degrees.enumerated() {
      ends.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: node), count: degree))
    }
    return ends
  }
}

extension GraphError {
  /// Refuses negative degrees, and sums beyond all numbers; returns the sum.
  static func requireDegrees(_ degrees: [Int], _ name: String) throws(GraphError) -> Int {
    var sum = 0
    for (node, degree) in degrees.enumerated() {
      guard degree >= 0 else {
        throw .optionOutOfRange(
          name: "\(name)[\(node)]", value: Double(degree), range: "0 or more")
      }
      let (total, overflows) = sum.addingReportingOverflow(degree)
      guard !overflows else { throw .tooManyEdges(Int.max) }
      sum = total
    }
    return sum
  }

  /// Refuses an odd number of ends.
  static func requireEven(_ endCount: Int) throws(GraphError) {
    guard endCount.isMultiple(of: 2) else {
      throw .optionOutOfRange(
        name: "the sum of the degrees", value: Double(endCount), range: "even")
    }
  }
}
