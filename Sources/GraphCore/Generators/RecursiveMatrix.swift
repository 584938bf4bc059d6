extension Graph {
  /// The shares in which edges fall into the four quarters of an adjacency matrix.
  public struct Quadrants: Sendable, Hashable {
    /// Tail and head in the lower half of the node numbers, a.
    public var lowToLow: Double
    /// Tail in the lower half, head in the upper, b.
    public var lowToHigh: Double
    /// Tail in the upper half, head in the lower, c.
    public var highToLow: Double
    /// Tail and head in the upper half, d.
    public var highToHigh: Double

    /// Makes shares; the defaults are those of the Graph500 benchmark.
    ///
    /// - Parameters:
    ///   - lowToLow: Share a, 0 to 1.
    ///   - lowToHigh: Share b, 0 to 1.
    ///   - highToLow: Share c, 0 to 1.
    ///   - highToHigh: Share d, 0 to 1; all four make 1.
    public init(
      lowToLow: Double = 0.57, lowToHigh: Double = 0.19, highToLow: Double = 0.19,
      highToHigh: Double = 0.05
    ) {
      self.lowToLow = lowToLow
      self.lowToHigh = lowToHigh
      self.highToLow = highToLow
      self.highToHigh = highToHigh
    }

    fileprivate func check() throws(GraphError) {
      let shares = [lowToLow, lowToHigh, highToLow, highToHigh]
      for (name, share) in zip(["lowToLow", "lowToHigh", "highToLow", "highToHigh"], shares) {
        try GraphError.requireProbability(share, name)
      }
      let sum = shares.reduce(0, +)
      guard abs(sum - 1) < 1e-9 else {
        throw .optionOutOfRange(name: "the sum of the quadrants", value: sum, range: "1")
      }
    }
  }

  /// A random graph with few nodes of high degree and many of low degree, as large networks have:
  /// R-MAT.
  ///
  /// For each edge the adjacency matrix is quartered again and again, each time one quarter is drawn
  /// with the shares a, b, c, d, until one entry is left [Chakrabarti2004]. Edges are drawn each on
  /// its own, so there are loops and parallel edges, which `simplified()` takes away. A node whose
  /// number has h bits set is the tail of m (a + b)^(scale - h) (c + d)^h edges on average: node 0
  /// has most if a is largest.
  ///
  /// - Parameters:
  ///   - scale: There are 2^scale nodes; 0 to 30.
  ///   - edgeCount: The number of edges m.
  ///   - quadrants: The shares a, b, c, d.
  ///   - isDirected: Whether an edge leads from its tail to its head only.
  ///   - generator: Draws the edges.
  /// - Returns: The graph; its edges are in the order of drawing, which means nothing.
  /// - Throws: `GraphError` if the scale is not 0 to 30, the shares are not 0 to 1 or do not make 1,
  ///   or the number of edges is negative or too large.
  /// - Complexity: O(n + m scale): one draw for each bit.
  public static func recursiveMatrix(
    scale: Int, edgeCount: Int, quadrants: Quadrants = Quadrants(), isDirected: Bool = true,
    using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    try GraphError.require(scale, "scale", in: 0...30)
    try quadrants.check()
    try GraphError.require(edgeCount, "edgeCount", in: 0...EdgeList.mostEdges)
    var edges = try EdgeList(nodeCount: 1 << scale, expecting: Double(edgeCount))
    let firstBound = quadrants.lowToLow
    let secondBound = firstBound + quadrants.lowToHigh
    let thirdBound = 1 - quadrants.highToHigh
    for _ in 0..<edgeCount {
      var tail = 0
      var head = 0
      for _ in 0..<scale {
        let draw = generator.nextUnit()
        let isLowTail = draw < secondBound
        let isLowHead = isLowTail ? draw < firstBound : draw < thirdBound
        tail = 2 * tail + (isLowTail ? 0 : 1)
        head = 2 * head + (isLowHead ? 0 : 1)
      }
      try edges.append(tail, head)
    }
    return edges.graph(isDirected: isDirected)
  }
}
