extension Graph {
  /// The columns of a graph, as a file holds them.
  package struct Columns: Sendable {
    /// The number of nodes.
    package var nodeCount: Int
    /// Whether an edge leads from its tail to its head only.
    package var isDirected: Bool
    /// By edge index, the node at which the edge begins.
    package var tails: Column<Int32>
    /// By edge index, the node at which it ends.
    package var heads: Column<Int32>
    /// By edge index, the weight; nil in an unweighted graph.
    package var weights: [Double]?
    /// Where the rows of the nodes begin, and the nodes to which their edges lead.
    package var outgoing: (offsets: Column<Int>, targets: Column<Int32>)
    /// The same for the nodes from which edges lead; of no use in an undirected graph.
    package var incoming: (offsets: Column<Int>, targets: Column<Int32>)

    /// Collects columns.
    ///
    /// - Parameters:
    ///   - nodeCount: The number of nodes.
    ///   - isDirected: Whether an edge leads from its tail to its head only.
    ///   - tails: By edge index, the node at which the edge begins.
    ///   - heads: By edge index, the node at which it ends.
    ///   - weights: By edge index, the weight, or nil.
    ///   - outgoing: The rows outward.
    ///   - incoming: The rows inward.
    package init(
      nodeCount: Int, isDirected: Bool, tails: Column<Int32>, heads: Column<Int32>,
      weights: [Double]?, outgoing: (offsets: Column<Int>, targets: Column<Int32>),
      incoming: (offsets: Column<Int>, targets: Column<Int32>)
    ) {
      self.nodeCount = nodeCount
      self.isDirected = isDirected
      self.tails = tails
      self.heads = heads
      self.weights = weights
      self.outgoing = outgoing
      self.incoming = incoming
    }
  }

  /// The columns of this graph, to be written to a file.
  package var columns: Columns {
    Columns(
      nodeCount: nodeCount, isDirected: isDirected, tails: tails, heads: heads, weights: weights,
      outgoing: (outgoing.offsets, outgoing.targets),
      incoming: (incoming.offsets, incoming.targets))
  }

  /// Freezes columns of edges without copying the ends.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - tails: By edge index, the node at which the edge begins.
  ///   - heads: By edge index, the node at which it ends.
  ///   - weights: By edge index, the weight, or nil.
  ///   - isDirected: Whether an edge leads from its tail to its head only.
  /// - Throws: `GraphError` if the columns differ in length, an end is outside the graph, a weight is
  ///   not finite, or a count is too large.
  /// - Complexity: O(n + m), on several threads.
  package init(
    checking nodeCount: Int, tails: Column<Int32>, heads: Column<Int32>, weights: [Double]?,
    isDirected: Bool
  ) throws(GraphError) {
    guard nodeCount >= 0, nodeCount <= Int(Int32.max) else { throw .nodeCount(nodeCount) }
    guard tails.count <= Int(Int32.max) / 2 else { throw .tooManyEdges(tails.count) }
    guard heads.count == tails.count else {
      throw .wrongCount(of: "heads", expected: tails.count, actual: heads.count)
    }
    if let weights, weights.count != tails.count {
      throw .wrongCount(of: "weights", expected: tails.count, actual: weights.count)
    }
    for column in [tails, heads] {
      if let edge = column.firstOutside(nodeCount) {
        throw .endpointOutOfRange(edge: edge, node: Int(column[edge]), nodeCount: nodeCount)
      }
    }
    if let weights, let edge = weights.firstIndex(where: { !$0.isFinite }) {
      throw .unusableWeight(edge: edge, weight: weights[edge], needed: .finite)
    }
    self.init(
      nodeCount: nodeCount, tails: tails, heads: heads, weights: weights, isDirected: isDirected)
  }

  /// Takes the columns of a file as they are, after a check that nothing in them can lead astray.
  ///
  /// - Parameter columns: The columns.
  /// - Throws: `BrokenInvariant` naming the first rule that does not hold.
  /// - Complexity: O(n + m) time; O(n) space, which is given back.
  package init(trusting columns: Columns) throws(BrokenInvariant) {
    func require(_ holds: Bool, _ rule: String) throws(BrokenInvariant) {
      if !holds { throw BrokenInvariant(rule) }
    }
    let nodeCount = columns.nodeCount
    let edgeCount = columns.tails.count
    try require(nodeCount >= 0 && nodeCount <= Int(Int32.max), "the number of nodes is possible")
    try require(edgeCount <= Int(Int32.max) / 2, "the number of edges is possible")
    try require(columns.heads.count == edgeCount, "each edge has two ends")
    try require((columns.weights?.count ?? edgeCount) == edgeCount, "each edge has one weight")
    try require(columns.weights?.allSatisfy(\.isFinite) ?? true, "weights are finite")
    for ends in [columns.tails, columns.heads] {
      try require(ends.firstOutside(nodeCount) == nil, "the ends of edges are nodes")
    }
    if columns.isDirected {
      try Self.check(columns.outgoing, nodeCount: nodeCount, ends: [columns.tails], name: "out")
      try Self.check(columns.incoming, nodeCount: nodeCount, ends: [columns.heads], name: "in")
    } else {
      try Self.check(
        columns.outgoing, nodeCount: nodeCount, ends: [columns.tails, columns.heads], name: "out")
    }
    self.init(checked: columns)
  }

  private init(checked columns: Columns) {
    let outgoing = Adjacency(
      offsets: columns.outgoing.offsets, targets: columns.outgoing.targets, near: columns.tails,
      far: columns.heads, isTwoWay: !columns.isDirected)
    let incoming =
      columns.isDirected
      ? Adjacency(
        offsets: columns.incoming.offsets, targets: columns.incoming.targets, near: columns.heads,
        far: columns.tails, isTwoWay: false)
      : outgoing
    self.init(
      nodeCount: columns.nodeCount, isDirected: columns.isDirected, tails: columns.tails,
      heads: columns.heads, weights: columns.weights, outgoing: outgoing, incoming: incoming)
  }

  /// Offsets start at 0, never fall and end at the number of entries; targets are nodes and sorted;
  /// and each row is as long as the edges say.
  private static func check(
    _ rows: (offsets: Column<Int>, targets: Column<Int32>), nodeCount: Int,
    ends: [Column<Int32>], name: String
  ) throws(BrokenInvariant) {
    func require(_ holds: Bool, _ rule: String) throws(BrokenInvariant) {
      if !holds { throw BrokenInvariant("\(name): \(rule)") }
    }
    try require(rows.offsets.count == nodeCount + 1, "one offset for each node and one more")
    try require(rows.offsets.first == 0, "offsets start at 0")
    try require(rows.offsets.last == rows.targets.count, "offsets end at the number of entries")
    try require(rows.targets.firstOutside(nodeCount) == nil, "targets are nodes")
    var lengths = [Int32](repeating: 0, count: nodeCount)
    for node in ends[0] { lengths[Int(node)] += 1 }
    if ends.count == 2 {
      // A loop stands once in its row.
      for (edge, node) in ends[1].enumerated() where ends[0][edge] != node {
        lengths[Int(node)] += 1
      }
    }
    for node in 0..<nodeCount {
      let (start, end) = (rows.offsets[node], rows.offsets[node + 1])
      try require(start >= 0 && start <= end && end <= rows.targets.count, "offsets never fall")
      try require(end - start == Int(lengths[node]), "a row is as long as its node has edges")
      var previous: Int32 = 0
      for entry in start..<end {
        try require(rows.targets[entry] >= previous, "rows are sorted by target")
        previous = rows.targets[entry]
      }
    }
  }
}

extension Column<Int32> {
  /// The first position whose number is not `0 ..< bound`.
  func firstOutside(_ bound: Int) -> Int? {
    withUnsafeBufferPointer { values in
      // The largest of a block tells whether to look closer; negative numbers are large without sign.
      let blockSize = 4096
      for start in stride(from: 0, to: values.count, by: blockSize) {
        let block = start..<Swift.min(start + blockSize, values.count)
        var largest: UInt32 = 0
        for position in block {
          largest = Swift.max(largest, UInt32(bitPattern: values[position]))
        }
        if Int(largest) >= bound {
          return block.first { Int(UInt32(bitPattern: values[$0])) >= bound }
        }
      }
      return nil
    }
  }
}
