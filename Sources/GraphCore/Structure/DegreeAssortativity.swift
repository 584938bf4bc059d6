extension Graph {
  /// The degree assortativity: whether nodes of many edges are joined to nodes of many edges.
  ///
  /// The correlation, over all edges, between the degrees of their two ends [Newman2002]; each edge
  /// of an undirected graph is read in both directions, a loop once. Parallel edges count each, and
  /// degrees are those of `degree(_:isNormalized:)`.
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
    let near = degreeCounts(tailKind)
    let far = isDirected ? degreeCounts(headKind) : near
    guard !outgoing.targets.isEmpty else { return nil }
    let ends = Double(outgoing.targets.count)
    let nearMean = meanAtEnds(near, outgoing)
    let farMean = isDirected ? meanAtEnds(far, incoming) : nearMean
    var joint = 0.0
    var spread = (near: 0.0, far: 0.0)
    outgoing.withUnsafeRows { offsets, targets in
      near.withUnsafeBufferPointer { near in
        far.withUnsafeBufferPointer { far in
          var start = offsets[0]
          for node in 0..<near.count {
            let end = offsets[node + 1]
            // Whole numbers are added along a row, which is faster than adding fractions.
            var sum = 0
            for entry in start..<end { sum &+= far[Int(targets[entry])] }
            let (count, distance) = (Double(end - start), Double(near[node]) - nearMean)
            joint += distance * (Double(sum) - count * farMean)
            spread.near += count * distance * distance
            start = end
          }
        }
      }
    }
    spread.far = isDirected ? spreadAtEnds(far, incoming, around: farMean) : spread.near
    // Degrees are whole numbers, so a true spread is far above what rounding leaves.
    let smallest = 1e-12 * ends
    guard spread.near > smallest, spread.far > smallest else { return nil }
    return joint / (spread.near * spread.far).squareRoot()
  }

  /// The mean of a value over the entries of rows, each at its near end.
  private func meanAtEnds(_ values: [Int], _ rows: Adjacency) -> Double {
    let sum = rows.withUnsafeRows { offsets, _ in
      var (sum, start) = (0, offsets[0])
      for (node, value) in values.enumerated() {
        let end = offsets[node + 1]
        sum &+= (end - start) &* value
        start = end
      }
      return sum
    }
    return Double(sum) / Double(rows.targets.count)
  }

  /// The sum, over the entries of rows, of the squared distance of a value from a mean.
  private func spreadAtEnds(_ values: [Int], _ rows: Adjacency, around mean: Double) -> Double {
    var sum = 0.0
    for node in nodes {
      let distance = Double(values[node]) - mean
      sum += Double(rows.row(node).count) * distance * distance
    }
    return sum
  }
}
