extension Graph {
  /// The global efficiency: the mean of one over the distance, over all pairs of nodes.
  ///
  /// Pairs are ordered, and a pair without a path adds 0 [Latora2001]. Loops change nothing, and of
  /// parallel edges the shortest counts. The smallest distance must be 1 for it to be at most 1.
  ///
  /// - Parameter options: Lengths and execution; the direction changes nothing.
  /// - Returns: By hops from 0, without edges, to 1, where all are joined; nil with fewer than two
  ///   nodes.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: As `harmonic(_:isNormalized:)`, of which it is the mean.
  public func efficiency(
    _ options: DistanceOptions = DistanceOptions()
  ) throws(GraphError) -> Double? {
    let sums = try harmonic(options).values
    guard nodeCount > 1 else { return nil }
    return sums.reduce(0, +) / (Double(nodeCount) * Double(nodeCount - 1))
  }
}
