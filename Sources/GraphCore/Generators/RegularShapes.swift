extension Graph {
  /// A path: each node joined to the next, n - 1 edges.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes n; none or one has no edge.
  ///   - isDirected: Whether edges lead only onward, from 0 to n - 1.
  /// - Returns: The path.
  /// - Throws: `GraphError` if it would be too large.
  /// - Complexity: O(n).
  public static func path(
    nodeCount: Int, isDirected: Bool = false
  ) throws(GraphError) -> Graph {
    var edges = try EdgeList(nodeCount: nodeCount, expecting: Double(nodeCount) - 1)
    for node in 0..<max(nodeCount - 1, 0) { try edges.append(node, node + 1) }
    return edges.graph(isDirected: isDirected)
  }

  /// A cycle: a path whose end is joined to its beginning, n edges.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes n. A cycle of one is a loop, of two a pair of parallel (if
  ///     directed, opposite) edges; none has no edge.
  ///   - isDirected: Whether edges lead only onward.
  /// - Returns: The cycle.
  /// - Throws: `GraphError` if it would be too large.
  /// - Complexity: O(n).
  public static func cycle(
    nodeCount: Int, isDirected: Bool = false
  ) throws(GraphError) -> Graph {
    var edges = try EdgeList(nodeCount: nodeCount, expecting: Double(nodeCount))
    for node in 0..<nodeCount { try edges.append(node, node + 1 < nodeCount ? node + 1 : 0) }
    return edges.graph(isDirected: isDirected)
  }

  /// A complete graph: every two nodes joined, n (n - 1) / 2 edges.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes n.
  ///   - isDirected: Whether every two nodes are joined by two edges, one each way.
  /// - Returns: The complete graph, without loops; edges are ordered by tail, then by head.
  /// - Throws: `GraphError` if it would be too large.
  /// - Complexity: O(n^2), the size of the result.
  public static func complete(
    nodeCount: Int, isDirected: Bool = false
  ) throws(GraphError) -> Graph {
    try GraphError.requireNodeCount(nodeCount)
    var pairs = NodePairs(nodeCount: nodeCount, isDirected: isDirected)
    var edges = try EdgeList(nodeCount: nodeCount, expecting: Double(pairs.count))
    for position in 0..<pairs.count {
      let pair = pairs.pair(at: position)
      try edges.append(pair.tail, pair.head)
    }
    return edges.graph(isDirected: isDirected)
  }

  /// A star: node 0 joined to all others, n - 1 edges.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes n, the centre included.
  ///   - isDirected: Whether edges lead only from the centre outward.
  /// - Returns: The star.
  /// - Throws: `GraphError` if it would be too large.
  /// - Complexity: O(n).
  public static func star(
    nodeCount: Int, isDirected: Bool = false
  ) throws(GraphError) -> Graph {
    var edges = try EdgeList(nodeCount: nodeCount, expecting: Double(nodeCount) - 1)
    for leaf in 1..<max(nodeCount, 1) { try edges.append(0, leaf) }
    return edges.graph(isDirected: isDirected)
  }

  /// A tree filled level by level: each node has the same number of children, but perhaps the last
  /// that has any.
  ///
  /// Node 0 is the root; node v is a child of (v - 1) / b, rounded down. The tree is balanced if n
  /// is 1 + b + b^2 + ... .
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes n.
  ///   - branching: The number b of children, 1 or more.
  ///   - isDirected: Whether edges lead only from parent to child.
  /// - Returns: The tree, with n - 1 edges.
  /// - Throws: `GraphError` if a node is to have no children, or the tree would be too large.
  /// - Complexity: O(n).
  public static func tree(
    nodeCount: Int, branching: Int, isDirected: Bool = false
  ) throws(GraphError) -> Graph {
    try GraphError.require(branching, "branching", in: 1...Int(Int32.max))
    var edges = try EdgeList(nodeCount: nodeCount, expecting: Double(nodeCount) - 1)
    for child in 1..<max(nodeCount, 1) { try edges.append((child - 1) / branching, child) }
    return edges.graph(isDirected: isDirected)
  }

  /// A grid of rows and columns, each node joined to those beside, above and below it.
  ///
  /// The node in row r and column c is r times the number of columns plus c.
  ///
  /// - Parameters:
  ///   - rows: The number of rows r.
  ///   - columns: The number of columns c.
  ///   - isDirected: Whether edges lead only onward, to the next column or row.
  /// - Returns: The grid, with r (c - 1) + c (r - 1) edges.
  /// - Throws: `GraphError` if a number is negative or the grid would be too large.
  /// - Complexity: O(r c).
  public static func grid(
    rows: Int, columns: Int, isDirected: Bool = false
  ) throws(GraphError) -> Graph {
    try GraphError.require(rows, "rows", in: 0...Int(Int32.max))
    try GraphError.require(columns, "columns", in: 0...Int(Int32.max))
    let nodeCount = rows * columns
    var edges = try EdgeList(
      nodeCount: nodeCount, expecting: Double(2 * nodeCount - rows - columns))
    for node in 0..<nodeCount {
      if node % columns + 1 < columns { try edges.append(node, node + 1) }
      if node + columns < nodeCount { try edges.append(node, node + columns) }
    }
    return edges.graph(isDirected: isDirected)
  }

  /// A hypercube: the corners of a cube of d dimensions, joined along its d 2^(d - 1) edges.
  ///
  /// Two nodes are joined if their numbers differ in one bit.
  ///
  /// - Parameters:
  ///   - dimension: The number of dimensions d; there are 2^d nodes.
  ///   - isDirected: Whether edges lead only from the smaller node to the larger.
  /// - Returns: The hypercube.
  /// - Throws: `GraphError` if the dimension is negative or the hypercube would be too large.
  /// - Complexity: O(d 2^d), the size of the result.
  public static func hypercube(
    dimension: Int, isDirected: Bool = false
  ) throws(GraphError) -> Graph {
    try GraphError.require(dimension, "dimension", in: 0...30)
    let nodeCount = 1 << dimension
    var edges = try EdgeList(
      nodeCount: nodeCount, expecting: Double(dimension * nodeCount / 2))
    for node in 0..<nodeCount {
      for bit in 0..<dimension where node >> bit & 1 == 0 {
        try edges.append(node, node | 1 << bit)
      }
    }
    return edges.graph(isDirected: isDirected)
  }
}
