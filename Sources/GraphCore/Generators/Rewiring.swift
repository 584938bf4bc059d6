extension Graph {
  /// A random graph in which every node has the degree that it has here, every such graph nearly
  /// equally likely.
  ///
  /// Two edges a - b and c - d become a - d and c - b, again and again, as long as that makes no loop
  /// and no parallel edge [Maslov2002]; a switch that cannot be leaves the graph as it is, which keeps
  /// all graphs equally likely. Directed edges keep out- and in-degrees; besides switches, directed
  /// triangles are turned round, without which some graphs would never be reached [Rao1996]. How many
  /// switches are needed is known from trials only [Milo2003]. In contrast to
  /// `simpleConfiguration(degrees:switchesPerEdge:using:)` it begins with this graph, is for directed
  /// graphs too, and can keep it connected.
  ///
  /// An edge keeps its index and its weight, and goes elsewhere with them; strengths are not kept.
  ///
  /// - Parameters:
  ///   - switchesPerEdge: How many switches are tried for each edge, 0 to 1,000,000.
  ///   - keepsConnected: Whether switches that would make the graph fall apart are left out; direction
  ///     does not count in this.
  ///   - generator: Draws the switches.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The graph.
  /// - Throws: `GraphError.optionOutOfRange` if there are loops or parallel edges, which
  ///   `simplified()` takes away, the number of switches is out of range, or the graph is to be kept
  ///   connected and is not; `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n + m s) for s switches per edge; if it is kept connected, each switch takes up to
  ///   twice the smaller side of the cut that it might make; O(n + m) space.
  public func rewired(
    switchesPerEdge: Int = 10, keepsConnected: Bool = false,
    using generator: inout SeededGenerator, execution: Execution = Execution()
  ) throws(GraphError) -> Graph {
    try GraphError.require(switchesPerEdge, "switchesPerEdge", in: 0...1_000_000)
    var ends = SwitchedEnds(self, needsRows: isDirected || keepsConnected)
    let unfit = edgeCount - ends.pairCount
    guard unfit == 0 else {
      throw .optionOutOfRange(
        name: "the number of loops and parallel edges", value: Double(unfit),
        range: "0; take them away first")
    }
    if keepsConnected {
      let parts = weakComponents().count
      guard parts <= 1 else {
        throw .optionOutOfRange(
          name: "the number of components of a graph to be kept connected",
          value: Double(parts), range: "1")
      }
    }
    guard edgeCount > 1 else { return self }
    let count = switchesPerEdge * edgeCount
    let monitor = WorkMonitor(count: count, progress: execution.progress, task: nil)
    // A switch that must keep the graph connected may take a search.
    let atOnce = keepsConnected ? 16 : 1_024
    for first in stride(from: 0, to: count, by: atOnce) {
      try Execution.checkCancellation()
      monitor.advance(by: atOnce)
      for _ in first..<min(first + atOnce, count) {
        ends.trySwitch(keepsConnected: keepsConnected, using: &generator)
      }
    }
    return Graph(
      nodeCount: nodeCount, tails: ends.tails, heads: ends.heads, weights: weights,
      isDirected: isDirected)
  }
}

/// The ends of edges while they are switched, with the rows of the nodes.
private struct SwitchedEnds {
  private(set) var tails: [Int32]
  private(set) var heads: [Int32]
  private let isDirected: Bool
  /// Whether rows are kept, which searches and turning triangles go over.
  private let needsRows: Bool
  private var joined: PairSet
  /// How many different pairs without loops there were at the beginning.
  let pairCount: Int
  // By node, the edges that begin or end there; and where each edge stands in the rows of its ends.
  private var starts: [Int]
  private var slots: [Int32]
  private var tailSlots: [Int32]
  private var headSlots: [Int32]
  // For searches: the side from which a node was reached, in which search.
  private var reached: [UInt64]
  private var search: UInt64 = 0
  private var queues: [[Int32]] = [[], []]

  init(_ graph: Graph, needsRows: Bool) {
    tails = Array(graph.tails)
    heads = Array(graph.heads)
    isDirected = graph.isDirected
    self.needsRows = needsRows
    joined = PairSet(capacity: graph.edgeCount, isDirected: graph.isDirected)
    var pairCount = 0
    for edge in tails.indices where tails[edge] != heads[edge] {
      if joined.insert(Int(tails[edge]), Int(heads[edge])) { pairCount += 1 }
    }
    self.pairCount = pairCount
    guard needsRows else {
      (starts, slots, tailSlots, headSlots, reached) = ([], [], [], [], [])
      return
    }
    starts = [Int](repeating: 0, count: graph.nodeCount + 1)
    for edge in tails.indices {
      starts[Int(tails[edge]) + 1] += 1
      starts[Int(heads[edge]) + 1] += 1
    }
    for node in 0..<graph.nodeCount { starts[node + 1] += starts[node] }
    slots = [Int32](repeating: 0, count: 2 * tails.count)
    tailSlots = [Int32](repeating: 0, count: tails.count)
    headSlots = tailSlots
    reached = [UInt64](repeating: 0, count: graph.nodeCount)
    var next = starts
    for edge in tails.indices {
      for isTail in [true, false] {
        let node = Int(isTail ? tails[edge] : heads[edge])
        slots[next[node]] = Int32(edge)
        if isTail {
          tailSlots[edge] = Int32(next[node])
        } else {
          headSlots[edge] = Int32(next[node])
        }
        next[node] += 1
      }
    }
  }

  /// Draws two edges and switches their heads if that can be.
  mutating func trySwitch(keepsConnected: Bool, using generator: inout SeededGenerator) {
    let first = Int.random(in: 0..<tails.count, using: &generator)
    let second: Int
    if isDirected {
      second = Int.random(in: 0..<tails.count, using: &generator)
    } else {
      // From which of its ends the second edge is read is a matter of chance too.
      let draw = Int.random(in: 0..<(2 * tails.count), using: &generator)
      second = draw >> 1
      if draw & 1 == 1, second != first { turn(second) }
    }
    let (a, b) = (Int(tails[first]), Int(heads[first]))
    let (c, d) = (Int(tails[second]), Int(heads[second]))
    if first == second { return }
    if isDirected, b == c, a != d { return tryTurningTriangle(first, second) }
    // Two edges with a common end would give an edge that is there, or a loop.
    if a == d || c == b || joined.contains(a, d) || joined.contains(c, b) { return }
    switchHeads(first, second)
    if keepsConnected, !areConnected(a, c) {
      switchHeads(first, second)
      return
    }
    joined.remove(a, b)
    joined.remove(c, d)
    _ = joined.insert(a, d)
    _ = joined.insert(c, b)
  }

  /// Turns a directed triangle round of which two edges in a row are known, if there is one.
  private mutating func tryTurningTriangle(_ first: Int, _ second: Int) {
    let (a, b, d) = (Int(tails[first]), Int(heads[first]), Int(heads[second]))
    guard joined.contains(d, a), !joined.contains(b, a), !joined.contains(d, b),
      !joined.contains(a, d)
    else { return }
    var third = -1
    for slot in starts[d]..<starts[d + 1] {
      let edge = Int(slots[slot])
      if Int(tails[edge]) == d, Int(heads[edge]) == a { third = edge }
    }
    for edge in [first, second, third] {
      joined.remove(Int(tails[edge]), Int(heads[edge]))
      turn(edge)
      _ = joined.insert(Int(tails[edge]), Int(heads[edge]))
    }
  }

  private mutating func turn(_ edge: Int) {
    (tails[edge], heads[edge]) = (heads[edge], tails[edge])
    if needsRows { (tailSlots[edge], headSlots[edge]) = (headSlots[edge], tailSlots[edge]) }
  }

  private mutating func switchHeads(_ first: Int, _ second: Int) {
    heads.swapAt(first, second)
    guard needsRows else { return }
    slots[Int(headSlots[first])] = Int32(second)
    slots[Int(headSlots[second])] = Int32(first)
    headSlots.swapAt(first, second)
  }

  /// Whether two nodes are joined by a path when direction is ignored: searched from both, a node at a
  /// time, until the searches meet or one has seen its whole side.
  private mutating func areConnected(_ first: Int, _ second: Int) -> Bool {
    search += 2
    for (side, node) in [first, second].enumerated() {
      queues[side].removeAll(keepingCapacity: true)
      queues[side].append(Int32(node))
      reached[node] = search + UInt64(side)
    }
    var next = [0, 0]
    while true {
      for side in 0..<2 {
        guard next[side] < queues[side].count else { return false }
        let node = queues[side][next[side]]
        next[side] += 1
        for slot in starts[Int(node)]..<starts[Int(node) + 1] {
          let edge = Int(slots[slot])
          let other = tails[edge] ^ heads[edge] ^ node
          if reached[Int(other)] == search + UInt64(1 - side) { return true }
          if reached[Int(other)] == search + UInt64(side) { continue }
          reached[Int(other)] = search + UInt64(side)
          queues[side].append(other)
        }
      }
    }
  }
}
