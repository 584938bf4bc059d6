extension Graph {
  /// The modularity of a division: how much more weight lies inside its groups than chance would
  /// put there.
  ///
  /// With e the weight of the edges inside a group, k the strength of its nodes and m the weight of
  /// all edges, the sum over groups of e / m - resolution (k / 2m)^2 [Newman2004]. In a directed
  /// graph k^2 / 4 becomes the strength of leaving edges times that of arriving ones [Leicht2008].
  /// Parallel edges count each; a loop counts once in e and twice in k, as in NetworkX.
  ///
  /// - Parameters:
  ///   - groups: By node index, any number that names its group.
  ///   - resolution: The weight of what chance would put there, 0 or more.
  ///   - usesWeights: Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
  /// - Returns: A number from -1/2 to 1 at resolution 1, 0 if all are one group; nil if the edges
  ///   weigh nothing.
  /// - Throws: `GraphError` if there is not one group for each node, the resolution is negative or
  ///   a weight that is used is.
  /// - Complexity: O(n + m) time, O(n) space.
  public func modularity(
    of groups: [Int], resolution: Double = 1, usesWeights: Bool = false
  ) throws(GraphError) -> Double? {
    let (names, count) = try numbered(groups)
    return try modularity(
      of: names, count: count, resolution: resolution, usesWeights: usesWeights)
  }

  /// As `modularity(of:resolution:usesWeights:)`, for groups numbered from 0.
  func modularity(
    of groups: [Int32], count: Int, resolution: Double, usesWeights: Bool
  ) throws(GraphError) -> Double? {
    let shares = try groupShares(
      groups, count: count, resolution: resolution, usesWeights: usesWeights)
    guard shares.total > 0 else { return nil }
    var sum = 0.0
    for group in shares.inside.indices {
      let expected =
        isDirected
        ? shares.leaving[group] / shares.total * (shares.arriving[group] / shares.total)
        : squared((shares.leaving[group] + shares.arriving[group]) / (2 * shares.total))
      sum += shares.inside[group] / shares.total - resolution * expected
    }
    return sum
  }

  /// The quality of a division in the constant Potts model: the weight inside its groups less what
  /// the resolution asks for each pair of nodes in them.
  ///
  /// With e the weight of the edges inside a group and n its nodes, the sum over groups of
  /// e - resolution n (n - 1) / 2, pairs being counted in both orders in a directed graph
  /// [Traag2011]. Parallel edges and loops count each.
  ///
  /// - Parameters:
  ///   - groups: By node index, any number that names its group.
  ///   - resolution: The weight that a pair of nodes must bring, 0 or more.
  ///   - usesWeights: Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
  /// - Returns: A raw number, at most the weight of all edges; 0 if each node is a group and there
  ///   are no loops.
  /// - Throws: `GraphError` if there is not one group for each node, the resolution is negative or
  ///   a weight that is used is.
  /// - Complexity: O(n + m) time, O(n) space.
  public func constantPotts(
    of groups: [Int], resolution: Double = 1, usesWeights: Bool = false
  ) throws(GraphError) -> Double {
    let (names, count) = try numbered(groups)
    return try constantPotts(
      of: names, count: count, resolution: resolution, usesWeights: usesWeights)
  }

  /// As `constantPotts(of:resolution:usesWeights:)`, for groups numbered from 0.
  func constantPotts(
    of groups: [Int32], count: Int, resolution: Double, usesWeights: Bool
  ) throws(GraphError) -> Double {
    let shares = try groupShares(
      groups, count: count, resolution: resolution, usesWeights: usesWeights)
    var sum = 0.0
    for group in shares.inside.indices {
      let size = Double(shares.sizes[group])
      let pairs = isDirected ? size * (size - 1) : size * (size - 1) / 2
      sum += shares.inside[group] - resolution * pairs
    }
    return sum
  }

  /// What each group of a division holds.
  private struct GroupShares {
    var total = 0.0
    var sizes: [Int]
    /// The weight of the edges with both ends in the group.
    var inside: [Double]
    /// The weight of the edges whose tail, and of those whose head, is in the group.
    var leaving: [Double]
    var arriving: [Double]
  }

  /// Groups numbered from 0 by their first nodes, so that sums come in the same order whatever the
  /// names.
  private func numbered(_ groups: [Int]) throws(GraphError) -> (groups: [Int32], count: Int) {
    guard groups.count == nodeCount else {
      throw .wrongCount(of: "groups", expected: nodeCount, actual: groups.count)
    }
    var numbers: [Int: Int32] = [:]
    let numbered = groups.map { name -> Int32 in
      let number = numbers[name] ?? Int32(numbers.count)
      numbers[name] = number
      return number
    }
    return (numbered, numbers.count)
  }

  private func groupShares(
    _ groups: [Int32], count: Int, resolution: Double, usesWeights: Bool
  ) throws(GraphError) -> GroupShares {
    guard resolution.isFinite, resolution >= 0 else {
      throw .optionOutOfRange(name: "the resolution", value: resolution, range: "zero or more")
    }
    let weights = usesWeights ? try checkedWeights(.notNegative) : nil
    let zeros = [Double](repeating: 0, count: count)
    var shares = GroupShares(
      sizes: [Int](repeating: 0, count: count), inside: zeros, leaving: zeros, arriving: zeros)
    for group in groups { shares.sizes[Int(group)] += 1 }
    for edge in tails.indices {
      let weight = weights?[edge] ?? 1
      let tail = Int(groups[Int(tails[edge])])
      let head = Int(groups[Int(heads[edge])])
      shares.total += weight
      shares.leaving[tail] += weight
      shares.arriving[head] += weight
      if tail == head { shares.inside[tail] += weight }
    }
    return shares
  }

  private func squared(_ number: Double) -> Double { number * number }
}
