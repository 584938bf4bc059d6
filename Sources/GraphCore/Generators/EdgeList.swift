/// Edges in the making, as the columns of a graph.
struct EdgeList {
  /// Both halves of an undirected edge are counted in 32 bits.
  static let mostEdges = Int(Int32.max) / 2

  let nodeCount: Int
  private(set) var tails: [Int32] = []
  private(set) var heads: [Int32] = []

  /// Starts without edges.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - expected: About how many edges will come.
  /// - Throws: `GraphError` if there are too many of either, before memory is taken for them.
  init(nodeCount: Int, expecting expected: Double = 0) throws(GraphError) {
    try GraphError.requireNodeCount(nodeCount)
    guard expected <= Double(Self.mostEdges) else { throw .tooManyEdges(Int(expected)) }
    self.nodeCount = nodeCount
    tails.reserveCapacity(max(Int(expected), 0))
    heads.reserveCapacity(max(Int(expected), 0))
  }

  var count: Int { tails.count }

  /// Adds an edge whose ends are known to be nodes.
  @inline(__always)
  mutating func append(_ tail: Int, _ head: Int) throws(GraphError) {
    guard tails.count < Self.mostEdges else { throw .tooManyEdges(tails.count + 1) }
    tails.append(Int32(truncatingIfNeeded: tail))
    heads.append(Int32(truncatingIfNeeded: head))
  }

  /// Puts an edge in the place of another.
  @inline(__always)
  mutating func replace(_ edge: Int, by tail: Int, _ head: Int) {
    tails[edge] = Int32(truncatingIfNeeded: tail)
    heads[edge] = Int32(truncatingIfNeeded: head)
  }

  /// Freezes the edges into a graph.
  func graph(isDirected: Bool) -> Graph {
    Graph(nodeCount: nodeCount, tails: tails, heads: heads, weights: nil, isDirected: isDirected)
  }
}

extension GraphError {
  /// Refuses a number of nodes that no graph can have.
  static func requireNodeCount(_ count: Int) throws(GraphError) {
    guard count >= 0, count <= Int(Int32.max) else { throw .nodeCount(count) }
  }

  /// Refuses a number that is no probability.
  static func requireProbability(_ value: Double, _ name: String) throws(GraphError) {
    guard value >= 0, value <= 1 else {
      throw .optionOutOfRange(name: name, value: value, range: "0 to 1")
    }
  }

  /// Refuses a whole number outside a range.
  static func require(
    _ value: Int, _ name: String, in range: ClosedRange<Int>
  ) throws(GraphError) {
    guard range.contains(value) else {
      throw .optionOutOfRange(
        name: name, value: Double(value),
        range: range.count == 1
          ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)")
    }
  }
}
