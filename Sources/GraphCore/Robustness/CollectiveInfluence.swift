extension Graph {
  /// The collective influence of each node: its degree less one, times the sum of the degrees less one
  /// of the nodes at a given distance.
  ///
  /// [Morone2015] Nodes whose loss breaks a graph apart need not have many ties: it is enough that
  /// many ties lie around them. Distances are in hops; with radius 0 it is the square of the
  /// degree less one. The graph is taken as simple and undirected: direction, loops and
  /// parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - radius: The distance, 0 or more; 2 to 4 are usual.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw scores, whole numbers from 0. A node without or with one tie scores 0.
  /// - Throws: `GraphError.optionOutOfRange` if the radius is negative; `GraphError.cancelled` if the
  ///   task has been cancelled.
  /// - Complexity: O(n b) time for balls of b edges, at most O(n m); O(n + m) space, and O(n) for each
  ///   thread.
  public func collectiveInfluence(
    radius: Int = 2, execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double> {
    try requireRadius(radius)
    let search = CollectiveInfluenceSearch(self, radius: radius)
    let scores = try influences(search, execution)
    return NodeValues(measure: "collective-influence", values: scores.map(Double.init))
  }

  /// The influence of every node, before any is taken out.
  private func influences(
    _ search: CollectiveInfluenceSearch, _ execution: Execution
  ) throws(GraphError) -> [Int] {
    try ChunkedWork(count: nodeCount, execution: execution).map { nodes in
      var search = search
      return nodes.map { search.influence(of: $0) }
    }
  }

  /// The nodes whose removal breaks the graph apart soonest, by collective influence.
  ///
  /// The node of highest influence in what is left is taken out, again and again [Morone2015]. Give
  /// them to `removalCurve(_:recordsEfficiency:execution:)` to see what is left after each.
  ///
  /// - Parameters:
  ///   - count: The most nodes to take out; nil for as many as it takes until no node that is left
  ///     has any influence.
  ///   - radius: The distance, 0 or more.
  ///   - execution: On how many threads the first scores are found, and who is told how far it is: if
  ///     no count is given, it may be done long before the whole.
  /// - Returns: The nodes in the order in which they are taken out; ties go to the smaller node.
  /// - Throws: `GraphError.optionOutOfRange` if the radius is negative; `GraphError.cancelled` if the
  ///   task has been cancelled.
  /// - Complexity: O(b^2 + b log n) time for each removal, for balls of b edges, since only the nodes
  ///   near it are scored again; O(n + m) space.
  public func collectiveInfluencers(
    _ count: Int? = nil, radius: Int = 2, execution: Execution = Execution()
  ) throws(GraphError) -> [Int] {
    try requireRadius(radius)
    var search = CollectiveInfluenceSearch(self, radius: radius)
    var scores = try influences(search, execution.part(0, of: 2))
    let most = min(count ?? nodeCount, nodeCount)
    let monitor = WorkMonitor(
      count: most, progress: execution.part(1, of: 2).progress, task: nil)
    // A node may wait with a score that is too high; it is put back when it comes to the top.
    var heap = NodeHeap(nodeCount: nodeCount)
    for node in nodes where scores[node] > 0 { heap.push(node, key: -Double(scores[node])) }
    var taken: [Int] = []
    while taken.count < most, let key = heap.smallestKey, let node = heap.pop() {
      try Execution.checkCancellation()
      if -Double(scores[node]) != key {
        if scores[node] > 0 { heap.push(node, key: -Double(scores[node])) }
        continue
      }
      taken.append(node)
      monitor.advance(by: 1)
      let near = search.ball(around: node, radius: radius + 1)
      search.remove(node)
      for other in near where other != node {
        try Execution.checkCancellation()
        scores[other] = search.influence(of: other)
        if scores[other] > 0 { heap.push(other, key: -Double(scores[other])) }
      }
    }
    return taken
  }

  private func requireRadius(_ radius: Int) throws(GraphError) {
    guard radius >= 0 else {
      throw .optionOutOfRange(name: "the radius", value: Double(radius), range: "zero or more")
    }
  }
}

/// Scores nodes while some are taken out.
private struct CollectiveInfluenceSearch {
  private let graph: Graph
  private let radius: Int
  private var degrees: [Int]
  private var isGone: [Bool]
  private var hops: [Int32]
  private var queue: [Int32] = []

  init(_ graph: Graph, radius: Int) {
    self.graph = graph.asUndirected().simplified()
    self.radius = radius
    degrees = self.graph.degreeCounts(.total)
    isGone = [Bool](repeating: false, count: graph.nodeCount)
    hops = [Int32](repeating: -1, count: graph.nodeCount)
  }

  mutating func influence(of node: Int) -> Int {
    guard degrees[node] > 1 else { return 0 }
    walk(from: node, radius: radius)
    var sum = 0
    for found in queue where hops[Int(found)] == radius { sum += max(degrees[Int(found)] - 1, 0) }
    return (degrees[node] - 1) * sum
  }

  mutating func ball(around node: Int, radius: Int) -> [Int] {
    walk(from: node, radius: radius)
    return queue.map(Int.init)
  }

  mutating func remove(_ node: Int) {
    isGone[node] = true
    degrees[node] = 0
    graph.visitNeighbors(of: node) { degrees[$0] -= isGone[$0] ? 0 : 1 }
  }

  private mutating func walk(from root: Int, radius: Int) {
    for node in queue { hops[Int(node)] = -1 }
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(truncatingIfNeeded: root))
    hops[root] = 0
    let rows = graph.outgoing
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      if hops[node] >= radius { continue }
      for entry in rows.row(node) {
        let target = Int(rows.targets[entry])
        if hops[target] < 0, !isGone[target] {
          hops[target] = hops[node] + 1
          queue.append(rows.targets[entry])
        }
      }
    }
  }
}
