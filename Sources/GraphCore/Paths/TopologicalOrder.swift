extension Graph {
  /// The nodes in an order in which every edge leads to a later one.
  ///
  /// Nodes without incoming edges are taken away, again and again [Kahn1962]; of several that are
  /// free the smallest is taken, so of all such orders this is the smallest. Parallel edges change
  /// nothing. A loop is a cycle, and so is any edge of an undirected graph, since it can be walked
  /// to and fro.
  ///
  /// - Returns: All nodes.
  /// - Throws: `GraphError.cycle` with the nodes of a cycle, the smallest first, if there is one.
  /// - Complexity: O(m + n log n) time, since each edge is taken away once; O(n) space.
  public func topologicalOrder() throws(GraphError) -> [Int] {
    if !isDirected {
      guard let edge = tails.indices.first else { return Array(nodes) }
      let ends = [Int(min(tails[edge], heads[edge])), Int(max(tails[edge], heads[edge]))]
      throw .cycle(nodes: ends[0] == ends[1] ? [ends[0]] : ends)
    }
    var waiting = nodes.map { incoming.row($0).count }
    var free = NodeHeap(nodeCount: nodeCount)
    for node in nodes where waiting[node] == 0 { free.push(node, key: 0) }
    var order: [Int] = []
    order.reserveCapacity(nodeCount)
    while let node = free.pop() {
      order.append(node)
      for entry in outgoing.row(node) {
        let target = Int(outgoing.targets[entry])
        waiting[target] -= 1
        if waiting[target] == 0 { free.push(target, key: 0) }
      }
    }
    if order.count < nodeCount { throw .cycle(nodes: cycle(among: waiting)) }
    return order
  }

  /// A cycle among the nodes that still wait for some edge.
  private func cycle(among waiting: [Int]) -> [Int] {
    // Each has an incoming edge from another that waits, so going back along such edges, the walk
    // must come to a node where it has been.
    var place = [Int](repeating: -1, count: nodeCount)
    var walk: [Int] = []
    var current = nodes.first { waiting[$0] > 0 }
    while let node = current, place[node] < 0 {
      place[node] = walk.count
      walk.append(node)
      current = incoming.row(node).map { Int(incoming.targets[$0]) }.first { waiting[$0] > 0 }
    }
    guard let start = current else { return [] }
    let cycle = Array(walk[place[start]...].reversed())
    let first = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
    return Array(cycle[first...] + cycle[..<first])
  }
}
