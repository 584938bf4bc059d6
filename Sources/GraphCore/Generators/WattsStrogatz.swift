extension Graph {
  /// A small world: a ring of neighbours, some of whose edges are led elsewhere by chance.
  ///
  /// The model of [Watts1998]. Each node of a ring is joined to its k nearest, k / 2 on each side.
  /// Then for each step from 1 to k / 2 and each node, its edge to the node that many places ahead
  /// is taken away with probability p and replaced by one to a node to which it is not joined (the
  /// old one included), all equally likely; where there is none, the edge stays. There are n k / 2
  /// edges, no loops, no parallel edges; each node keeps the k / 2 edges of which it is the tail.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes n.
  ///   - degree: The even number k of nearest nodes, 0 to n - 1.
  ///   - rewiring: The probability p, 0 to 1.
  ///   - generator: Draws the edges.
  /// - Returns: The graph, undirected.
  /// - Throws: `GraphError` if k is odd or not 0 to n - 1, p is not 0 to 1, or the graph would be too
  ///   large.
  /// - Complexity: O(n + m) expected while degrees are below half of n; a node joined to nearly all
  ///   takes up to n draws for an edge.
  public static func wattsStrogatz(
    nodeCount: Int, degree: Int, rewiring: Double, using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    try GraphError.requireProbability(rewiring, "rewiring")
    var ring = try RingLattice(nodeCount: nodeCount, degree: degree, shortcutShare: 0)
    for edge in 0..<ring.edges.count where generator.nextUnit() < rewiring {
      let tail = Int(ring.edges.tails[edge])
      guard let head = ring.drawStranger(of: tail, using: &generator) else { continue }
      ring.lead(edge, to: head)
    }
    return ring.edges.graph(isDirected: false)
  }

  /// A small world: a ring of neighbours, with shortcuts added by chance.
  ///
  /// The model of [Newman1999]. Each node of a ring is joined to its k nearest, k / 2 on each side.
  /// Then for each of these n k / 2 edges, with probability p, one more edge is added from its tail
  /// to a node to which that is not joined yet, all equally likely; none where it is joined to all.
  /// As no edge is taken away, the graph stays connected if k is not 0. No loops, no parallel edges.
  /// Unless a node is joined to all, the number of shortcuts is binomial: n k p / 2 on average.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes n.
  ///   - degree: The even number k of nearest nodes, 0 to n - 1.
  ///   - shortcuts: The probability p, 0 to 1.
  ///   - generator: Draws the edges.
  /// - Returns: The graph, undirected, with the edges of the ring first.
  /// - Throws: `GraphError` if k is odd or not 0 to n - 1, p is not 0 to 1, or the graph would be too
  ///   large.
  /// - Complexity: O(n + m) expected while degrees are below half of n; a node joined to nearly all
  ///   takes up to n draws for an edge.
  public static func newmanWatts(
    nodeCount: Int, degree: Int, shortcuts: Double, using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    try GraphError.requireProbability(shortcuts, "shortcuts")
    var ring = try RingLattice(nodeCount: nodeCount, degree: degree, shortcutShare: 1)
    for edge in 0..<ring.edges.count where generator.nextUnit() < shortcuts {
      let tail = Int(ring.edges.tails[edge])
      guard let head = ring.drawStranger(of: tail, using: &generator) else { continue }
      try ring.add(tail, head)
    }
    return ring.edges.graph(isDirected: false)
  }
}

/// A ring in which each node is joined to its nearest, while edges are led elsewhere or added.
private struct RingLattice {
  private(set) var edges: EdgeList
  private var joined: PairSet
  private var degrees: [Int]

  // `shortcutShare` says how many edges may be added, as a multiple of those of the ring.
  init(nodeCount: Int, degree: Int, shortcutShare: Int) throws(GraphError) {
    try GraphError.requireNodeCount(nodeCount)
    guard degree >= 0, degree <= max(nodeCount - 1, 0), degree.isMultiple(of: 2) else {
      throw .optionOutOfRange(
        name: "degree", value: Double(degree),
        range: nodeCount > 2 ? "even, 0 to \(nodeCount - 1)" : "0")
    }
    edges = try EdgeList(nodeCount: nodeCount, expecting: Double(nodeCount * degree / 2))
    joined = PairSet(capacity: nodeCount * degree / 2 * (1 + shortcutShare), isDirected: false)
    degrees = Array(repeating: degree, count: nodeCount)
    for step in 0..<(degree / 2) {
      for node in 0..<nodeCount {
        let head = (node + step + 1) % nodeCount
        try edges.append(node, head)
        _ = joined.insert(node, head)
      }
    }
  }

  /// A node to which another is not joined, all equally likely; nil if there is none.
  func drawStranger(of node: Int, using generator: inout SeededGenerator) -> Int? {
    if degrees[node] >= edges.nodeCount - 1 { return nil }
    while true {
      let other = Int.random(in: 0..<edges.nodeCount, using: &generator)
      if other != node, !joined.contains(node, other) { return other }
    }
  }

  /// Gives an edge another head.
  mutating func lead(_ edge: Int, to head: Int) {
    let (tail, old) = (Int(edges.tails[edge]), Int(edges.heads[edge]))
    joined.remove(tail, old)
    _ = joined.insert(tail, head)
    degrees[old] -= 1
    degrees[head] += 1
    edges.replace(edge, by: tail, head)
  }

  /// Adds an edge.
  mutating func add(_ tail: Int, _ head: Int) throws(GraphError) {
    try edges.append(tail, head)
    _ = joined.insert(tail, head)
    degrees[tail] += 1
    degrees[head] += 1
  }
}
