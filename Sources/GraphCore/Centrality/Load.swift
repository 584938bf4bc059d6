extension Graph {
  /// The load of each node: what it carries if every node sends a packet to every other.
  ///
  /// A packet for a root is handed on along shortest paths; where several last steps lead to a
  /// node, what it carries is divided equally among them, on the way back to the root
  /// [Goh2001]. Betweenness divides by the number of paths instead, so the two differ wherever
  /// shortest paths split more than once [Brandes2008b]. Parallel edges are steps of their own; loops
  /// are none; pairs without a path send nothing. Lengths that differ by less than one part in 10^12
  /// count as equal.
  ///
  /// - Parameter options: Lengths, normalisation, execution. `countsEndpoints` changes nothing.
  /// - Returns: Scores of 0 or more, over ordered pairs even in an undirected graph, since a packet
  ///   and its answer can be divided differently. Normalised they are at most 1: divided by
  ///   (n - 1)(n - 2), as in NetworkX. With fewer than 3 nodes all scores are raw.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: As `betweenness(_:)`: one search for each node.
  public func load(
    _ options: BetweennessOptions = BetweennessOptions()
  ) throws(GraphError) -> NodeValues<Double> {
    let lengths = try resolve(options.lengths, needed: .positive)
    let sums = try credited(
      roots: Array(nodes), lengths: lengths, counting: .lastSteps, size: nodeCount,
      execution: options.execution
    ) { search, carried, sums in
      for node in search.order.reversed() {
        var packets = 0.0
        for entry in search.rows.row(Int(node)) where search.isStep(from: Int(node), entry: entry) {
          let target = Int(search.rows.targets[entry])
          packets += (1 + carried[target]) / search.counts[target]
        }
        carried[Int(node)] = packets
      }
      for node in search.order.dropFirst() { sums[Int(node)] += carried[Int(node)] }
    }
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2)
    return NodeValues(
      measure: "load", values: sums,
      normalization: options.isNormalized && nodeCount > 2
        ? Normalization(rule: "(n - 1) (n - 2)", denominator: pairs) : .raw
    )
    .scaled()
  }
}
