extension Graph {
  /// Which edges of a node count.
  public enum DegreeKind: Sendable, Hashable, CaseIterable {
    /// Edges in either direction.
    case total
    /// Edges whose head is the node.
    case incoming
    /// Edges whose tail is the node.
    case outgoing
  }

  /// The degree of each node: the number of edges that it has.
  ///
  /// Parallel edges count each. A loop counts twice in the total, once as outgoing and once as
  /// incoming; in an undirected graph every kind is the total. [Freeman1978]
  ///
  /// - Parameters:
  ///   - kind: Which edges count.
  ///   - isNormalized: Whether to divide by n - 1, the largest degree in a simple graph.
  /// - Returns: Raw degrees from 0; normalised ones from 0 to 1 in a simple undirected graph, and
  ///   up to 2 for the total in a directed one. A single node has normalised degree 1, as in
  ///   NetworkX.
  /// - Complexity: O(n + m) time, O(n) space.
  public func degree(_ kind: DegreeKind = .total, isNormalized: Bool = true) -> NodeValues<Double> {
    let raw = degreeCounts(kind).map(Double.init)
    let name = isDirected ? kind.measurePrefix + "degree" : "degree"
    guard isNormalized else { return NodeValues(measure: name, values: raw) }
    let rule = Normalization(rule: "n - 1", denominator: Double(max(nodeCount - 1, 1)))
    if nodeCount == 1 { return NodeValues(measure: name, values: [1], normalization: rule) }
    return NodeValues(
      measure: name, values: raw.map { $0 / Double(nodeCount - 1) }, normalization: rule)
  }

  /// The number of edge ends at each node.
  ///
  /// - Parameter kind: Which edges count.
  /// - Returns: By node index, the number of edge ends of that kind.
  package func degreeCounts(_ kind: DegreeKind) -> [Int] {
    if isDirected {
      switch kind {
      case .outgoing: return nodes.map { outgoing.row($0).count }
      case .incoming: return nodes.map { incoming.row($0).count }
      case .total: return nodes.map { outgoing.row($0).count + incoming.row($0).count }
      }
    }
    var counts = nodes.map { outgoing.row($0).count }
    // Rows have a loop once, and both its ends count.
    if outgoing.targets.count < 2 * edgeCount {
      for edge in tails.indices where tails[edge] == heads[edge] { counts[Int(tails[edge])] += 1 }
    }
    return counts
  }

  /// The strength of each node: the sum of the weights of its edges.
  ///
  /// Edges without weights weigh 1, so the strength in an unweighted graph is the degree. A loop
  /// counts twice in the total, as in the degree. [Barrat2004]
  ///
  /// - Parameter kind: Which edges count.
  /// - Returns: Raw sums, in the unit of the weights; negative weights are added as they are.
  /// - Complexity: O(n + m) time, O(n) space. Weights are added in the order of edge indices.
  public func strength(_ kind: DegreeKind = .total) -> NodeValues<Double> {
    var sums = [Double](repeating: 0, count: nodeCount)
    for edge in tails.indices {
      let weight = weights?[edge] ?? 1
      if kind != .incoming || !isDirected { sums[Int(tails[edge])] += weight }
      if kind != .outgoing || !isDirected { sums[Int(heads[edge])] += weight }
    }
    let name = isDirected ? kind.measurePrefix + "strength" : "strength"
    return NodeValues(measure: name, values: sums)
  }
}

extension Graph.DegreeKind {
  /// What stands before the name of the measure.
  var measurePrefix: String {
    switch self {
    case .total: ""
    case .incoming: "in-"
    case .outgoing: "out-"
    }
  }
}
