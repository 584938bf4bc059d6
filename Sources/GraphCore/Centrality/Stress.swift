extension Graph {
  /// The stress of each node: the number of shortest paths between others that run through it.
  ///
  /// [Shimbel1953], counted as betweenness is [Brandes2008b], but each path in full instead of its
  /// share of the paths of its pair. Pairs are ordered in a directed graph and unordered in an
  /// undirected one. Parallel edges are routes of their own; loops lie on no shortest path; pairs
  /// without a path add nothing. Lengths that differ by less than one part in 10^12 count as equal.
  ///
  /// - Parameters:
  ///   - lengths: What the length of an edge is; every length must be more than zero.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw numbers of 0 or more, exact up to 2^53; at least the raw betweenness.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: As `betweenness(_:)`: one search for each node.
  public func stress(
    lengths: EdgeLengths = .hops, execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double> {
    let lengths = try resolve(lengths, needed: .positive)
    let sums = try credited(
      roots: Array(nodes), lengths: lengths, size: nodeCount, execution: execution
    ) { search, onward, sums in
      // By node, the shortest paths that go on from it away from the root, each up to any end.
      for node in search.order.reversed() {
        var paths = 0.0
        for entry in search.rows.row(Int(node)) where search.isStep(from: Int(node), entry: entry) {
          paths += 1 + onward[Int(search.rows.targets[entry])]
        }
        onward[Int(node)] = paths
      }
      for node in search.order.dropFirst() {
        sums[Int(node)] += search.counts[Int(node)] * onward[Int(node)]
      }
    }
    return NodeValues(measure: "stress", values: isDirected ? sums : sums.map { $0 / 2 })
  }
}
