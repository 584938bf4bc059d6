extension Graph {
  /// The reach of a group: the share of nodes within some hops of a member.
  ///
  /// [Borgatti2006] Members count as reached.
  ///
  /// - Parameters:
  ///   - group: The members; the order means nothing, and naming one twice changes nothing.
  ///   - hops: How many edges away a node may be, 0 or more.
  ///   - direction: Outward for nodes that the group reaches, inward for nodes that reach it.
  /// - Returns: A number from 0 to 1, divided by n; nil without nodes.
  /// - Complexity: O(n + m) time, O(n) space.
  public func groupReach(
    of group: [Int], hops: Int = 1, direction: Direction = .outward
  ) -> Double? {
    precondition(hops >= 0, "a reach of \(hops) hops; give 0 or more")
    var search = ReachSearch(graph: self, direction: direction)
    return search.reach(of: membership(group), hops: hops)
  }

  /// The reach of a group by distance: the mean, over all nodes, of one over their distance from
  /// the nearest member.
  ///
  /// In hops, 0 without a path; members count 1, so the reach is 1 if every other node is joined to
  /// a member [Borgatti2006].
  ///
  /// - Parameters:
  ///   - group: The members; the order means nothing, and naming one twice changes nothing.
  ///   - direction: Outward for nodes that the group reaches, inward for nodes that reach it.
  /// - Returns: A number from 0 to 1, divided by n; nil without nodes.
  /// - Complexity: O(n + m) time, O(n) space.
  public func groupDistanceReach(
    of group: [Int], direction: Direction = .outward
  ) -> Double? {
    var search = ReachSearch(graph: self, direction: direction)
    return search.reach(of: membership(group), hops: nil)
  }
}

/// Measures how far one group of nodes after another reaches.
struct ReachSearch {
  private let rows: Adjacency
  private var hops: [Int32]
  private var queue: [Int32] = []

  init(graph: Graph, direction: Graph.Direction) {
    rows = graph.adjacency(direction)
    hops = [Int32](repeating: -1, count: graph.nodeCount)
  }

  /// The share of nodes within some hops; with none given, the mean of one over the distance.
  mutating func reach(of isMember: [Bool], hops limit: Int?) -> Double? {
    guard !isMember.isEmpty else { return nil }
    for node in queue { hops[Int(node)] = -1 }
    queue.removeAll(keepingCapacity: true)
    for node in isMember.indices where isMember[node] {
      hops[node] = 0
      queue.append(Int32(node))
    }
    var sum = 0.0
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      sum += limit == nil ? 1 / Double(max(hops[node], 1)) : 1
      if let limit, Int(hops[node]) >= limit { continue }
      for entry in rows.row(node) {
        let target = Int(rows.targets[entry])
        if hops[target] < 0 {
          hops[target] = hops[node] + 1
          queue.append(Int32(target))
        }
      }
    }
    return sum / Double(isMember.count)
  }
}
