extension Graph {
  /// The s-metric: how far the edges join nodes of many edges to each other.
  ///
  /// The sum over all edges of the product of the degrees of their ends [Li2005]. Among graphs of
  /// the same degrees it is large where hubs are joined to hubs. Degrees are those of
  /// `degree(_:isNormalized:)`: parallel edges count each, a loop twice; direction is ignored.
  ///
  /// - Returns: A raw sum, exact up to 2^53; 0 without edges.
  /// - Complexity: O(n + m) time, O(n) space.
  public func sMetric() -> Double {
    let degrees = degreeCounts(.total)
    return tails.indices.reduce(0) {
      $0 + Double(degrees[Int(tails[$1])]) * Double(degrees[Int(heads[$1])])
    }
  }
}
