extension Graph {
  /// How many nodes have each degree.
  ///
  /// Degrees are those of `degree(_:isNormalized:)`: parallel edges count each, and a loop counts
  /// twice in the total. [Newman2003]
  ///
  /// - Parameter kind: Which edges count.
  /// - Returns: By degree, from 0 to the largest, the number of nodes; empty without nodes.
  /// - Complexity: O(n + m) time, O(n + largest degree) space.
  public func degreeDistribution(_ kind: DegreeKind = .total) -> [Int] {
    let degrees = degreeCounts(kind)
    guard let largest = degrees.max() else { return [] }
    var counts = [Int](repeating: 0, count: largest + 1)
    for degree in degrees { counts[degree] += 1 }
    return counts
  }
}
