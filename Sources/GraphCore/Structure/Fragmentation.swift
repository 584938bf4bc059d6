extension Graph {
  /// The fragmentation when some nodes are gone: the share of pairs left without a path.
  ///
  /// Of the ordered pairs of remaining nodes, those with no path from the first to the second
  /// [Borgatti2006]. Loops and parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - removed: The nodes that are gone; none unless set.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A number from 0, where all reach all, to 1, where nobody reaches anybody; nil with
  ///   fewer than two nodes left.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n + m) time in an undirected graph and O(n m) in a directed one, O(n) space for
  ///   each of at most 64 chunks.
  public func fragmentation(
    without removed: [Int] = [], execution: Execution = Execution()
  ) throws(GraphError) -> Double? {
    guard isDirected else {
      var search = FragmentSearch(graph: self)
      return search.fragmentation(without: membership(removed), byDistance: false)
    }
    return try pairs(without: removed, execution)?.fragmentation(byDistance: false)
  }

  /// The fragmentation by distance when some nodes are gone: how far apart the others are left.
  ///
  /// One less the mean, over ordered pairs of remaining nodes, of one over their distance in hops,
  /// 0 without a path [Borgatti2006]. Loops and parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - removed: The nodes that are gone; none unless set.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A number from 0, where all are joined, to 1, where nobody reaches anybody; nil with
  ///   fewer than two nodes left.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n m) time, O(n) space for each of at most 64 chunks.
  public func distanceFragmentation(
    without removed: [Int] = [], execution: Execution = Execution()
  ) throws(GraphError) -> Double? {
    try pairs(without: removed, execution)?.fragmentation(byDistance: true)
  }

  /// How far apart the remaining nodes are; nil if there are fewer than two.
  private func pairs(
    without removed: [Int], _ execution: Execution
  ) throws(GraphError) -> JoinedPairs? {
    let isRemoved = membership(removed)
    let left = nodes.filter { !isRemoved[$0] }
    guard left.count > 1 else { return nil }
    let work = ChunkedWork(count: left.count, execution: execution)
    return try work.joined(into: JoinedPairs(nodeCount: left.count)) { chunk -> JoinedPairs in
      var search = FragmentSearch(graph: self)
      var part = JoinedPairs(nodeCount: left.count)
      for place in chunk { search.count(from: left[place], isRemoved, in: &part) }
      return part
    } join: {
      $0.add($1)
    }
  }
}

/// How many ordered pairs of nodes are joined, by their distance: whole numbers, so that it does not
/// matter in which order they are counted.
struct JoinedPairs: Sendable {
  /// Of how many nodes.
  let nodeCount: Int
  /// By distance in hops, how many pairs are so far apart; none at distance 0.
  private(set) var counts: [Int] = []

  init(nodeCount: Int) { self.nodeCount = nodeCount }

  /// Counts pairs of a distance.
  @inline(__always)
  mutating func add(_ pairs: Int, at distance: Int) {
    while counts.count <= distance { counts.append(0) }
    counts[distance] += pairs
  }

  mutating func add(_ other: JoinedPairs) {
    for (distance, pairs) in other.counts.enumerated() { add(pairs, at: distance) }
  }

  /// The share of pairs without a path, or one less the mean of one over the distance.
  func fragmentation(byDistance: Bool) -> Double {
    var sum = 0.0
    for (distance, pairs) in counts.enumerated().dropFirst() {
      sum += byDistance ? Double(pairs) / Double(distance) : Double(pairs)
    }
    return 1 - sum / (Double(nodeCount) * Double(nodeCount - 1))
  }
}

/// Measures what is left of a graph without one set of nodes after another.
struct FragmentSearch {
  private let graph: Graph
  private var hops: [Int32]
  private var queue: [Int32] = []
  private var isCounted: [Bool]

  init(graph: Graph) {
    self.graph = graph
    hops = [Int32](repeating: -1, count: graph.nodeCount)
    isCounted = [Bool](repeating: false, count: graph.nodeCount)
  }

  /// The share of pairs without a path, or one less the mean of one over the distance.
  mutating func fragmentation(without isRemoved: [Bool], byDistance: Bool) -> Double? {
    let left = isRemoved.reduce(0) { $0 + ($1 ? 0 : 1) }
    guard left > 1 else { return nil }
    var pairs = JoinedPairs(nodeCount: left)
    if !byDistance, !graph.isDirected {
      for node in graph.nodes { isCounted[node] = isRemoved[node] }
      for root in graph.nodes where !isCounted[root] {
        walk(from: root, isRemoved)
        for node in queue { isCounted[Int(node)] = true }
        // Only whether there is a path matters here.
        pairs.add(queue.count * (queue.count - 1), at: 1)
      }
    } else {
      for root in graph.nodes where !isRemoved[root] { count(from: root, isRemoved, in: &pairs) }
    }
    return pairs.fragmentation(byDistance: byDistance)
  }

  /// Counts the pairs that a node begins.
  mutating func count(from root: Int, _ isRemoved: [Bool], in pairs: inout JoinedPairs) {
    walk(from: root, isRemoved)
    for node in queue.dropFirst() { pairs.add(1, at: Int(hops[Int(node)])) }
  }

  /// Breadth-first search past the removed nodes.
  private mutating func walk(from root: Int, _ isRemoved: [Bool]) {
    for node in queue { hops[Int(node)] = -1 }
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(root))
    hops[root] = 0
    let rows = graph.outgoing
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      for entry in rows.row(node) {
        let target = Int(rows.targets[entry])
        if hops[target] < 0, !isRemoved[target] {
          hops[target] = hops[node] + 1
          queue.append(Int32(target))
        }
      }
    }
  }
}
