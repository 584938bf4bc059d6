extension Graph {
  /// A simple graph with given degrees, the same each time.
  ///
  /// Found as [Havel1955] and [Hakimi1962] show: a node is joined to those that want the most edges,
  /// then another to those that still want the most, and so on; if that fails, no graph without loops
  /// and parallel edges has these degrees. The order of the nodes is free [Kleitman1973]; here the
  /// one that wants the fewest edges comes first. Nodes of high degree come out joined to each other more than by chance; for
  /// a random graph see `simpleConfiguration(degrees:switchesPerEdge:using:)`.
  ///
  /// - Parameter degrees: By node, its degree.
  /// - Returns: The graph, undirected, without loops and parallel edges.
  /// - Throws: `GraphError.degreesNotGraphical` if there is none; `GraphError` if a degree is
  ///   negative, their sum is odd, or the graph would be too large.
  /// - Complexity: O(n + m): the nodes are sorted once, by counting, and stay sorted.
  public static func havelHakimi(degrees: [Int]) throws(GraphError) -> Graph {
    try EdgeList(realizing: degrees).graph(isDirected: false)
  }
}

extension EdgeList {
  /// Edges without loops and parallel ones that give nodes their degrees.
  init(realizing degrees: [Int]) throws(GraphError) {
    let endCount = try GraphError.requireDegrees(degrees, "degrees")
    try GraphError.requireEven(endCount)
    try self.init(nodeCount: degrees.count, expecting: Double(endCount / 2))
    guard (degrees.max() ?? 0) < max(degrees.count, 1) else { throw .degreesNotGraphical }
    var waiting = WaitingNodes(degrees)
    while let (node, wanted) = waiting.removeLeast() {
      guard let partners = waiting.mostWanting(wanted) else { throw .degreesNotGraphical }
      for range in [partners.above, partners.level] {
        for place in range {
          try append(Int(node), Int(waiting.order[place]))
          waiting.lower(place)
        }
      }
    }
  }
}

/// Nodes sorted by the number of edges that they still want, the most first.
private struct WaitingNodes {
  private(set) var order: [Int32]
  /// By place in the order, how many edges that node wants.
  private var wanted: [Int]
  /// By number, how many nodes want as many edges or more: where their part of the order ends.
  private var ends: [Int]

  init(_ degrees: [Int]) {
    let most = degrees.max() ?? 0
    ends = Array(repeating: 0, count: most + 2)
    for degree in degrees { ends[degree] += 1 }
    for degree in stride(from: most - 1, through: 0, by: -1) { ends[degree] += ends[degree + 1] }
    order = Array(repeating: 0, count: degrees.count)
    wanted = Array(repeating: 0, count: degrees.count)
    var places = Array(ends.dropFirst())
    for (node, degree) in degrees.enumerated() {
      order[places[degree]] = Int32(truncatingIfNeeded: node)
      places[degree] += 1
    }
    for (place, node) in order.enumerated() { wanted[place] = degrees[Int(node)] }
  }

  /// Takes out a node that wants the fewest edges.
  mutating func removeLeast() -> (node: Int32, wanted: Int)? {
    guard let node = order.popLast(), let number = wanted.popLast() else { return nil }
    for degree in 0...number { ends[degree] -= 1 }
    return (node, number)
  }

  /// The places of the nodes that want the most edges; nil if fewer want any.
  ///
  /// - Parameter count: How many nodes.
  /// - Returns: All places of nodes that want more than the last of them, and the last places of
  ///   those that want as many: so the order stays when each is lowered by one.
  func mostWanting(_ count: Int) -> (above: Range<Int>, level: Range<Int>)? {
    if count == 0 { return (0..<0, 0..<0) }
    guard count <= order.count, wanted[count - 1] > 0 else { return nil }
    let least = wanted[count - 1]
    let above = 0..<ends[least + 1]
    return (above, (ends[least] - (count - above.count))..<ends[least])
  }

  /// Notes that the node at a place wants one edge less.
  mutating func lower(_ place: Int) {
    ends[wanted[place]] -= 1
    wanted[place] -= 1
  }
}
