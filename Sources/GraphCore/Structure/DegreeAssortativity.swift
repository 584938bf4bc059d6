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
    let (nearMean, mostNear) = atEnds(near, outgoing)
    let (farMean, mostFar) = isDirected ? atEnds(far, incoming) : (nearMean, mostNear)
    // Over whole numbers near the means first, and then the rest of the way.
    let (nearCenter, farCenter) = (Int(nearMean.rounded()), Int(farMean.rounded()))
    var joint = products(
      near, less: nearCenter, far, less: farCenter, most: max(mostNear, mostFar, 1))
    if !isDirected {
      joint *= 2
      // Rows have a loop once.
      if outgoing.targets.count < 2 * edgeCount {
        for edge in tails.indices where tails[edge] == heads[edge] {
          let distance = Double(near[Int(tails[edge])] - nearCenter)
          joint -= distance * distance
        }
      }
    }
    joint -= ends * (nearMean - Double(nearCenter)) * (farMean - Double(farCenter))
    let nearSpread = spreadAtEnds(near, outgoing, around: nearMean)
    let farSpread = isDirected ? spreadAtEnds(far, incoming, around: farMean) : nearSpread
    // Degrees are whole numbers, so a true spread is far above what rounding leaves.
    let smallest = 1e-12 * ends
    guard nearSpread > smallest, farSpread > smallest else { return nil }
    return joint / (nearSpread * farSpread).squareRoot()
  }

  /// The sum, over all edges, of a degree at the tail times another at the head, each less a number;
  /// no degree is above `most`.
  private func products(
    _ near: [Int], less nearCenter: Int, _ far: [Int], less farCenter: Int, most: Int
  ) -> Double {
    // Whole numbers are added as long as they cannot grow too large.
    let safe = max(Int.max / 2 / most / most, 1)
    return tails.withUnsafeBufferPointer { tails in
      heads.withUnsafeBufferPointer { heads in
        near.withUnsafeBufferPointer { near in
          far.withUnsafeBufferPointer { far in
            var whole = 0.0
            for start in stride(from: 0, to: tails.count, by: safe) {
              var sum = 0
              for edge in start..<(tails.count - start > safe ? start + safe : tails.count) {
                sum &+=
                  (near[Int(tails[edge])] &- nearCenter) &* (far[Int(heads[edge])] &- farCenter)
              }
              whole += Double(sum)
            }
            return whole
          }
        }
      }
    }
  }

  /// The mean of a value over the entries of rows, each at its near end, and the largest value.
  private func atEnds(_ values: [Int], _ rows: Adjacency) -> (mean: Double, most: Int) {
    rows.withUnsafeRows { offsets, targets in
      values.withUnsafeBufferPointer { values in
        var (sum, most) = (0, 0)
        for node in 0..<values.count {
          sum &+= (offsets[node + 1] &- offsets[node]) &* values[node]
          most = max(most, values[node])
        }
        return (Double(sum) / Double(targets.count), most)
      }
    }
  }

  /// The sum, over the entries of rows, of the squared distance of a value from a mean, each at its
  /// near end.
  private func spreadAtEnds(_ values: [Int], _ rows: Adjacency, around mean: Double) -> Double {
    rows.withUnsafeRows { offsets, _ in
      values.withUnsafeBufferPointer { values in
        var sum = 0.0
        for node in 0..<values.count {
          let distance = Double(values[node]) - mean
          sum += Double(offsets[node + 1] &- offsets[node]) * distance * distance
        }
        return sum
      }
    }
  }
}
