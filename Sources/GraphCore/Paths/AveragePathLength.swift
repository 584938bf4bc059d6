extension Graph {
  /// The average path length: the mean distance over ordered pairs of different nodes.
  ///
  /// [Watts1998] Loops change nothing, and of parallel edges the shortest counts.
  ///
  /// - Parameters:
  ///   - lengths: What the length of an edge is; every length must be more than zero.
  ///   - skipsUnreachable: Whether pairs without a path are left out, as in igraph. Otherwise one
  ///     such pair leaves the mean undefined, as in NetworkX.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The sum of the distances over n (n - 1), or over the number of pairs with a path;
  ///   at least 1 by hops. Nil without a pair, or if a pair has no path and none may be left out.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: O(n m) time by hops and O(n (m + n) log n) by lengths, one search for each node;
  ///   O(n + m) space for each of at most 64 chunks.
  public func averagePathLength(
    lengths: EdgeLengths = .hops, skipsUnreachable: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> Double? {
    let options = DistanceOptions(direction: .outward, lengths: lengths, execution: execution)
    let parts = try forEachDistances(options) { (sum: $0.sum, pairs: $0.count - 1) }
    let sum = parts.reduce(0) { $0 + $1.sum }
    let pairs = parts.reduce(0) { $0 + $1.pairs }
    guard pairs > 0, skipsUnreachable || pairs == nodeCount * (nodeCount - 1) else { return nil }
    return sum / Double(pairs)
  }
}
