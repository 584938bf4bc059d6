extension Graph {
  /// The fragmentation when some nodes are gone: the share of pairs left without a path.
  ///
  /// Of the ordered pairs of remaining nodes, those with no path from the first to the second
  /// [Borgatti2006]. Loops and parallel edges change nothing.
  ///
  /// - Parameter removed: The nodes that are gone; none unless set.
  /// - Returns: A number from 0, where all reach all, to 1, where nobody reaches anybody; nil with
  ///   fewer than two nodes left.
  /// - Complexity: O(n + m) time in an undirected graph and O(n m) in a directed one, O(n) space.
  public func fragmentation(without removed: [Int] = []) -> Double? {
    var search = FragmentSearch(graph: self)
    return search.fragmentation(without: membership(removed), byDistance: false)
  }

  /// The fragmentation by distance when some nodes are gone: how far apart the others are left.
  ///
  /// One less the mean, over ordered pairs of remaining nodes, of one over their distance in hops,
  /// 0 without a path [Borgatti2006]. Loops and parallel edges change nothing.
  ///
  /// - Parameter removed: The nodes that are gone; none unless set.
  /// - Returns: A number from 0, where all are joined, to 1, where nobody reaches anybody; nil with
  ///   fewer than two nodes left.
  /// - Complexity: O(n m) time, O(n) space.
  public func distanceFragmentation(without removed: [Int] = []) -> Double? {
    var search = FragmentSearch(graph: self)
    return search.fragmentation(without: membership(removed), byDistance: true)
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
    var sum = 0.0
    if !byDistance, !graph.isDirected {
      for node in graph.nodes { isCounted[node] = isRemoved[node] }
      for root in graph.nodes where !isCounted[root] {
        walk(from: root, isRemoved)
        for node in queue { isCounted[Int(node)] = true }
        sum += Double(queue.count) * Double(queue.count - 1)
      }
    } else {
      for root in graph.nodes where !isRemoved[root] {
        walk(from: root, isRemoved)
        if byDistance {
          for node in queue.dropFirst() { sum += 1 / Double(hops[Int(node)]) }
        } else {
          sum += Double(queue.count - 1)
        }
      }
    }
    return 1 - sum / (Double(left) * Double(left - 1))
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
