extension Graph {
  /// A graph of the same degrees whose edges join nodes that are near each other in a ring: what a
  /// small world is compared with for its clustering.
  ///
  /// Two edges a - b and c - d become a - d and c - b if that makes no loop and no parallel edge and
  /// the ends come no farther apart in the ring of node indices [Sporns2004]. Two things are
  /// different, since switches of any two edges by plain distance come to rest far from a lattice:
  /// half of the time d is a node near a, and what is compared is the sum of squared steps, by which
  /// two edges that cross are not as good as two that nest. Direction is ignored; loops are left out
  /// and parallel edges are one. Degrees are kept exactly, connectedness is not.
  ///
  /// - Parameters:
  ///   - switchesPerEdge: How many switches are tried for each edge, 0 to 1,000,000.
  ///   - generator: Draws the switches.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The graph, simple and undirected; the order of its edges means nothing.
  /// - Throws: `GraphError` if the number of switches is out of range or the task has been
  ///   cancelled.
  /// - Complexity: O(n + m s) time for s switches per edge, O(n + m) space.
  public func latticeReference(
    switchesPerEdge: Int = 100, using generator: inout SeededGenerator,
    execution: Execution = Execution()
  ) throws(GraphError) -> Graph {
    try GraphError.require(switchesPerEdge, "switchesPerEdge", in: 0...1_000_000)
    let simple = asUndirected().simplified()
    var ring = RingSwitches(simple)
    let count = switchesPerEdge * simple.edgeCount
    let monitor = WorkMonitor(count: count, progress: execution.progress, task: nil)
    let atOnce = 1_024
    for first in stride(from: 0, to: count, by: atOnce) {
      try Execution.checkCancellation()
      monitor.advance(by: atOnce)
      for _ in first..<min(first + atOnce, count) { ring.trySwitch(using: &generator) }
    }
    return ring.graph
  }
}

/// The edges of a simple graph as halves, 2 e at the tail of edge e and 2 e + 1 at its head, which
/// change places.
private struct RingSwitches {
  private let nodeCount: Int
  /// How far from a node another is near: the mean degree.
  private let nearness: Int
  /// By half, the node at which it is.
  private var ends: [Int32] = []
  /// Node by node, the halves at it; how many there are never changes.
  private let offsets: [Int]
  private var slots: [Int32]
  /// By half, its place among the slots.
  private var places: [Int]
  private var joined: PairSet

  init(_ graph: Graph) {
    nodeCount = graph.nodeCount
    nearness = max(1, 2 * graph.edgeCount / max(graph.nodeCount, 1))
    var offsets = [0]
    for degree in graph.degreeCounts(.total) { offsets.append(offsets[offsets.count - 1] + degree) }
    self.offsets = offsets
    var next = offsets
    joined = PairSet(capacity: graph.edgeCount, isDirected: false)
    slots = [Int32](repeating: 0, count: 2 * graph.edgeCount)
    places = [Int](repeating: 0, count: 2 * graph.edgeCount)
    for edge in graph.edges {
      _ = joined.insert(edge.tail, edge.head)
      for node in [edge.tail, edge.head] {
        slots[next[node]] = Int32(truncatingIfNeeded: ends.count)
        places[ends.count] = next[node]
        next[node] += 1
        ends.append(Int32(truncatingIfNeeded: node))
      }
    }
  }

  var graph: Graph {
    Graph(
      nodeCount: nodeCount, tails: stride(from: 0, to: ends.count, by: 2).map { ends[$0] },
      heads: stride(from: 1, to: ends.count, by: 2).map { ends[$0] }, weights: nil,
      isDirected: false)
  }

  /// The squared steps between two nodes in the ring.
  private func apart(_ first: Int, _ second: Int) -> Int {
    let steps = min(abs(first - second), nodeCount - abs(first - second))
    return steps * steps
  }

  mutating func trySwitch(using generator: inout SeededGenerator) {
    let first = Int.random(in: 0..<ends.count, using: &generator)
    let (a, b) = (Int(ends[first]), Int(ends[first ^ 1]))
    var second = Int.random(in: 0..<ends.count, using: &generator)
    if Bool.random(using: &generator) {
      let steps = Int.random(in: 1...nearness, using: &generator)
      let sign = Bool.random(using: &generator) ? 1 : -1
      let near = ((a + sign * steps) % nodeCount + nodeCount) % nodeCount
      guard offsets[near] < offsets[near + 1] else { return }
      let slot = Int.random(in: offsets[near]..<offsets[near + 1], using: &generator)
      second = Int(slots[slot])
    }
    let (d, c) = (Int(ends[second]), Int(ends[second ^ 1]))
    if a == d || c == b || joined.contains(a, d) || joined.contains(c, b) { return }
    if apart(a, d) + apart(c, b) > apart(a, b) + apart(c, d) { return }
    joined.remove(a, b)
    joined.remove(c, d)
    _ = joined.insert(a, d)
    _ = joined.insert(c, b)
    // The half at b and the half at d change places.
    let other = first ^ 1
    ends.swapAt(other, second)
    slots.swapAt(places[other], places[second])
    places.swapAt(other, second)
  }
}
