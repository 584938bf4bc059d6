extension Graph {
  /// The assortativity by groups: whether edges join nodes of the same group.
  ///
  /// With e(i, j) the share of edges that lead from group i to group j, and a(i), b(j) its sums, it
  /// is (sum of e(i, i) - sum of a(i) b(i)) / (1 - sum of a(i) b(i)) [Newman2003a]. Each edge of an
  /// undirected graph is read in both directions, a loop once; parallel edges count each.
  ///
  /// - Parameter groups: By node index, any number that names its group.
  /// - Returns: 1 where every edge stays inside, 0 where groups mean nothing, below 0, but never
  ///   below -1, where edges lead to other groups. Nil without edges, or if all ends are of one
  ///   group.
  /// - Throws: `GraphError.wrongCount` if there is not one group for each node.
  /// - Complexity: O(n + m) time and O(n) space.
  public func assortativity(ofGroups groups: [Int]) throws(GraphError) -> Double? {
    let groups = try numberedGroups(groups)
    var leaving = [Int](repeating: 0, count: groups.count)
    var arriving = leaving
    var inside = 0
    for node in nodes {
      for entry in outgoing.row(node) {
        let (near, far) = (groups.labels[node], groups.labels[Int(outgoing.targets[entry])])
        leaving[Int(near)] += 1
        arriving[Int(far)] += 1
        if near == far { inside += 1 }
      }
    }
    let ends = Double(outgoing.targets.count)
    let chance = zip(leaving, arriving).reduce(0) {
      $0 + Double($1.0) / ends * (Double($1.1) / ends)
    }
    let isOneGroup = zip(leaving, arriving).contains { Double($0) == ends && Double($1) == ends }
    guard ends > 0, !isOneGroup else { return nil }
    return (Double(inside) / ends - chance) / (1 - chance)
  }

  /// The assortativity by a number: whether edges join nodes of similar values.
  ///
  /// The correlation, over all edges, between the values of their two ends [Newman2003a]. Each edge
  /// of an undirected graph is read in both directions, a loop once; parallel edges count each.
  ///
  /// - Parameter values: By node index, any finite number.
  /// - Returns: A number from -1 to 1; nil without edges, or where all ends on one side have the
  ///   same value, since then there is nothing to correlate.
  /// - Throws: `GraphError` if there is not one value for each node or one is not finite.
  /// - Complexity: O(n + m) time and O(n) space.
  public func assortativity(ofValues values: [Double]) throws(GraphError) -> Double? {
    guard values.count == nodeCount else {
      throw .wrongCount(of: "values", expected: nodeCount, actual: values.count)
    }
    for (node, value) in values.enumerated() where !value.isFinite {
      throw .optionOutOfRange(name: "the value of node \(node)", value: value, range: "finite")
    }
    // The values of both ends of each entry.
    var (near, far): ([Double], [Double]) = ([], [])
    for node in nodes {
      for entry in outgoing.row(node) {
        near.append(values[node])
        far.append(values[Int(outgoing.targets[entry])])
      }
    }
    return near.correlation(with: far)
  }

  /// Names of groups as numbers from 0, in the order of their first nodes.
  func numberedGroups(_ groups: [Int]) throws(GraphError) -> DenseLabels {
    guard groups.count == nodeCount else {
      throw .wrongCount(of: "groups", expected: nodeCount, actual: groups.count)
    }
    var numbers: [Int: Int32] = [:]
    return DenseLabels(
      groups.map { name in
        let number = numbers[name] ?? Int32(truncatingIfNeeded: numbers.count)
        numbers[name] = number
        return number
      })
  }
}

extension [Double] {
  /// The correlation of two lists of the same length; nil where one of them is constant or empty.
  func correlation(with other: [Double]) -> Double? {
    guard let first, let otherFirst = other.first, contains(where: { $0 != first }),
      other.contains(where: { $0 != otherFirst })
    else { return nil }
    let mean = reduce(0, +) / Double(count)
    let otherMean = other.reduce(0, +) / Double(count)
    var (joint, spread, otherSpread) = (0.0, 0.0, 0.0)
    for (left, right) in zip(self, other) {
      joint += (left - mean) * (right - otherMean)
      spread += (left - mean) * (left - mean)
      otherSpread += (right - otherMean) * (right - otherMean)
    }
    // One root for each, so that neither product leaves the range of numbers.
    let correlation = joint / spread.squareRoot() / otherSpread.squareRoot()
    return correlation.isFinite ? correlation : nil
  }
}
