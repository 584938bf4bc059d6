extension Graph {
  /// The core number of each node: the largest k for which it belongs to the k-core.
  ///
  /// The k-core is the largest part of the graph in which every node has at least k edges
  /// [Seidman1983]; nodes are peeled off in the order of their remaining edges, kept by counting
  /// [Batagelj2003]. Edges in either direction count, as in NetworkX, so a tie and its answer are
  /// two; parallel edges count each, and loops do not count.
  ///
  /// - Returns: Raw numbers from 0 to the largest degree; 0 for an isolate.
  /// - Complexity: O(n + m) time, since each edge moves a node by one place; O(n + m) space.
  public func coreNumbers() -> NodeValues<Int> {
    let graph = asUndirected()
    let rows = graph.outgoing
    var degree = nodes.map { node in
      rows.row(node).reduce(0) { $0 + (rows.targets[$1] == node ? 0 : 1) }
    }
    // In the paper's words: order is vert, place is pos, starts is bin.
    var starts = [Int](repeating: 0, count: (degree.max() ?? 0) + 2)
    for node in nodes { starts[degree[node] + 1] += 1 }
    for bin in starts.indices.dropFirst() { starts[bin] += starts[bin - 1] }
    var free = starts
    var order = [Int](repeating: 0, count: nodeCount)
    var place = order
    for node in nodes {
      place[node] = free[degree[node]]
      order[place[node]] = node
      free[degree[node]] += 1
    }
    for position in 0..<nodeCount {
      let node = order[position]
      for entry in rows.row(node) {
        let target = Int(rows.targets[entry])
        guard degree[target] > degree[node] else { continue }
        // The target changes places with the first of its bin and so moves one bin down.
        let first = starts[degree[target]]
        let other = order[first]
        order.swapAt(first, place[target])
        place[other] = place[target]
        place[target] = first
        starts[degree[target]] += 1
        degree[target] -= 1
      }
    }
    return NodeValues(measure: "core", values: degree)
  }
}
