extension Graph {
  /// The longest path of a graph without cycles.
  ///
  /// From the end of the topological order to its beginning, each node takes the step after which
  /// most is left [Kahn1962]. The path may begin and end anywhere, and has no edges if every edge
  /// would make it shorter. Of several equally long paths the one whose sequence of nodes is
  /// smallest is taken; lengths that differ by less than one part in 10^12 count as equal. Of
  /// parallel edges the longest is taken, and of equally long ones that of smallest index.
  ///
  /// - Parameter lengths: What the length of an edge is; any finite number.
  /// - Returns: The path, its length 0 or more; nil for a graph without nodes.
  /// - Throws: `GraphError` if there is a cycle, if a length is not finite, or if there is not one
  ///   for each edge.
  /// - Complexity: O(m + n log n) time, O(n) space.
  public func longestPath(lengths: EdgeLengths = .weights) throws(GraphError) -> Path? {
    let lengths = try resolve(lengths, needed: .finite)
    let order = try topologicalOrder()
    let rowEdges = outgoing.edges
    // By node, the length of the longest path that begins there, and its first step.
    var best = [Double](repeating: 0, count: nodeCount)
    var steps = [Int](repeating: -1, count: nodeCount)
    for node in order.reversed() {
      for entry in outgoing.row(node) {
        let edge = Int(rowEdges[entry])
        let reach = (lengths?[edge] ?? 1) + best[Int(outgoing.targets[entry])]
        // Rows are sorted, so the first of equally long ways is the smallest.
        if reach > best[node] * (1 + PathLength.tolerance) {
          best[node] = reach
          steps[node] = entry
        }
      }
    }
    guard let longest = best.max(),
      let start = nodes.first(where: { PathLength.isAtMost(longest, best[$0]) })
    else { return nil }
    var path = [start]
    var edges: [Int] = []
    while steps[path[path.count - 1]] >= 0 {
      let entry = steps[path[path.count - 1]]
      edges.append(Int(rowEdges[entry]))
      path.append(Int(outgoing.targets[entry]))
    }
    return Path(
      nodes: path, edges: edges, length: edges.reduce(0.0) { $0 + (lengths?[$1] ?? 1) })
  }
}
