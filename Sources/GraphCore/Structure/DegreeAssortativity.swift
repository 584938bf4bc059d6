extension Graph {
  /// The degree assortativity: whether nodes of many edges are joined to nodes of many edges.
  ///
  /// The correlation, over all edges, between the degrees of their two ends [Newman2002]; each edge
  /// of an undirected graph is read in both directions, a loop once. Parallel edges count each, and
  /// degrees are those of `degree(_:normalized:)`.
  ///
  /// - Parameters:
  ///   - tailKind: Which degree of the tail is compared; outgoing unless set, as in NetworkX.
  ///   - headKind: Which degree of the head; incoming unless set.
  /// - Returns: A number from -1, where many meet few, to 1; nil without edges or where all ends on
  ///   one side have the same degree, since then there is nothing to correlate.
  /// - Complexity: O(n + m) time, O(n) space.
  public func degreeAssortativity(
    from tailKind: DegreeKind = .outgoing, to headKind: DegreeKind = .incoming
  ) -> Double? {
    let near = degreeCounts(tailKind).map(Double.init)
    let far = degreeCounts(headKind).map(Double.init)
    let ends = Double(outgoing.targets.count)
    guard ends > 0 else { return nil }
    var sums = (near: 0.0, far: 0.0)
    for node in nodes {
      for entry in outgoing.row(node) {
        sums.near += near[node]
        sums.far += far[Int(outgoing.targets[entry])]
      }
    }
    let mean = (near: sums.near / ends, far: sums.far / ends)
    var joint = 0.0
    var spread = (near: 0.0, far: 0.0)
    for node in nodes {
      let left = near[node] - mean.near
      for entry in outgoing.row(node) {
        let right = far[Int(outgoing.targets[entry])] - mean.far
        joint += left * right
        spread.near += left * left
        spread.far += right * right
      }
    }
    // Degrees are whole numbers, so a true spread is far above what rounding leaves.
    let smallest = 1e-12 * ends
    guard spread.near > smallest, spread.far > smallest else { return nil }
    return joint / (spread.near * spread.far).squareRoot()
  }
}
