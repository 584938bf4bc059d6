/// One value for each group of a division.
public struct GroupValues<Value: Sendable & Equatable>: Sendable, Equatable {
  /// What was measured, such as `conductance`.
  public let measure: String
  /// By node, the number of its group; groups are numbered from 0 by their first node.
  public let groups: [Int]
  /// By group, its value.
  public let values: [Value]

  /// The value of a group.
  ///
  /// - Parameter group: The number of a group.
  /// - Returns: Its value.
  public subscript(group: Int) -> Value { values[group] }
}

extension Graph {
  /// The conductance of each group: how much of what is tied to it leads out of it.
  ///
  /// The weight of the edges with one end in the group, over the smaller of the strengths of its
  /// nodes and of all others [Kannan2004]. Direction is ignored; parallel edges count each; a loop
  /// counts twice in the strength of its node. A group that hangs on the rest by little scores near
  /// 0.
  ///
  /// - Parameters:
  ///   - groups: By node index, any number that names its group.
  ///   - usesWeights: Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
  /// - Returns: By group, a number from 0 to 1; nil if the group or the rest has no edges, or only
  ///   such of weight zero.
  /// - Throws: `GraphError` if there is not one group for each node, or a weight that is used is
  ///   negative.
  /// - Complexity: O(n + m) time, O(n) space.
  public func conductance(
    of groups: [Int], usesWeights: Bool = false
  ) throws(GraphError) -> GroupValues<Double?> {
    // c(S, V - S) is `cut`, and the smaller of c(S) and c(V - S) is `smaller`.
    let (labels, count) = try numbered(groups)
    let weights = usesWeights ? try checkedWeights(.notNegative) : nil
    var cut = [Double](repeating: 0, count: count)
    var volume = cut
    var total = 0.0
    for edge in tails.indices {
      let weight = weights?[edge] ?? 1
      let (tail, head) = (Int(labels[Int(tails[edge])]), Int(labels[Int(heads[edge])]))
      volume[tail] += weight
      volume[head] += weight
      total += 2 * weight
      if tail != head {
        cut[tail] += weight
        cut[head] += weight
      }
    }
    let values = (0..<count).map { group -> Double? in
      // What rounding leaves of the rest of a group that has everything is nothing.
      let rest = total - volume[group] < 1e-12 * total ? 0 : total - volume[group]
      let smaller = min(volume[group], rest)
      return smaller > 0 ? min(cut[group] / smaller, 1) : nil
    }
    return GroupValues(measure: "conductance", groups: labels.map(Int.init), values: values)
  }

  /// The coverage of a division: the share of the weight of all edges that lies inside its groups.
  ///
  /// It is largest, 1, for a single group [Fortunato2010]. Parallel edges and loops count each.
  ///
  /// - Parameters:
  ///   - groups: By node index, any number that names its group.
  ///   - usesWeights: Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
  /// - Returns: A number from 0 to 1; nil if the edges weigh nothing.
  /// - Throws: `GraphError` if there is not one group for each node, or a weight that is used is
  ///   negative.
  /// - Complexity: O(n + m) time, O(n) space.
  public func coverage(
    of groups: [Int], usesWeights: Bool = false
  ) throws(GraphError) -> Double? {
    let (labels, _) = try numbered(groups)
    let weights = usesWeights ? try checkedWeights(.notNegative) : nil
    let total = weights?.reduce(0, +) ?? Double(edgeCount)
    guard total > 0 else { return nil }
    return min(weightInside(labels, weights, workers: Execution().workers) / total, 1)
  }

  /// The performance of a division: the share of pairs of nodes that it sorts rightly, joined ones
  /// into one group and others into two.
  ///
  /// [Fortunato2010]. Loops are left out, parallel edges are one, weights mean nothing; in a directed
  /// graph pairs are ordered ones.
  ///
  /// - Parameter groups: By node index, any number that names its group.
  /// - Returns: A number from 0 to 1: over n (n - 1), halved without direction; nil for fewer than
  ///   two nodes.
  /// - Throws: `GraphError` if there is not one group for each node.
  /// - Complexity: O(n + m) time, O(n) space.
  public func performance(of groups: [Int]) throws(GraphError) -> Double? {
    let numbers = GroupNumbers(try numbered(groups).groups.map(Int.init))
    guard nodeCount > 1 else { return nil }
    var edgeCount = 0
    var inside = 0
    for node in nodes {
      var last = -1
      for entry in outgoing.row(node) {
        let target = Int(outgoing.targets[entry])
        if target == node || target == last || (!isDirected && target < node) { continue }
        last = target
        edgeCount += 1
        if numbers.labels[node] == numbers.labels[target] { inside += 1 }
      }
    }
    let ways = isDirected ? 1.0 : 2.0
    let all = Double(nodeCount) * Double(nodeCount - 1) / ways
    let together = numbers.sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) } / ways
    let between = Double(edgeCount - inside)
    return (Double(inside) + all - together - between) / all
  }
}
