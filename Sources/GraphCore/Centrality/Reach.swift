extension Graph {
  /// The reach of each node: how many others it has a path to.
  ///
  /// The number of nodes at any finite distance [Wasserman1994]: outward of those that the node can
  /// lead to, inward of those that can lead to it. In an undirected graph it is the size of the
  /// component less one. Lengths, loops and parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - direction: Outward for paths from the node, inward for paths to it.
  ///   - isNormalized: Whether to divide by n - 1.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw counts from 0 to n - 1; normalised ones from 0 to 1. A single node scores 0.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: As `harmonic(_:isNormalized:)` by hops.
  public func reach(
    _ direction: Direction = .outward, isNormalized: Bool = true,
    execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double> {
    let options = DistanceOptions(direction: direction, execution: execution)
    return NodeValues(
      measure: "reach", values: try forEachDistances(options) { Double($0.count - 1) },
      normalization: isNormalized && nodeCount > 1
        ? Normalization(rule: "n - 1", denominator: Double(nodeCount - 1)) : .raw
    )
    .scaled()
  }
}
