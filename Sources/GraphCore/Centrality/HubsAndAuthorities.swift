/// The two scores of each node that HITS gives.
public struct HubsAndAuthorities: Sendable, Equatable {
  /// High for nodes that lead to good authorities.
  public let hubs: NodeValues<Double?>
  /// High for nodes to which good hubs lead.
  public let authorities: NodeValues<Double?>
}

extension Graph {
  /// Hubs and authorities: a good hub leads to good authorities, which are led to by good hubs.
  ///
  /// Authorities are the leading eigenvector of A^T A and hubs of A A^T, A being the adjacency
  /// matrix [Kleinberg1999], found by power iteration from equal scores. Parallel edges count each;
  /// a loop counts once. In an undirected graph both scores are the same. If the largest eigenvalue
  /// is not single, the shares follow from the equal start. In a graph without edges (of any weight
  /// but zero) neither is defined: all values are nil and `undefinedBecause` says why.
  ///
  /// - Parameters:
  ///   - usesWeights: Whether the entries of A are the weights, which must be 0 or more.
  ///   - limits: When to stop.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Scores from 0 to 1; hubs sum to 1 and so do authorities. The residual is the sum of
  ///   the changes of hubs in the last round.
  /// - Throws: `GraphError` if a limit is out of range or a weight that is used is negative.
  /// - Complexity: O((n + m) k) time for k rounds; each round shrinks the residual by the squared
  ///   ratio of the second to the first singular value of A; O(n) space.
  public func hubsAndAuthorities(
    usesWeights: Bool = false, limits: IterationLimits = IterationLimits(),
    execution: Execution = Execution()
  ) throws(GraphError) -> HubsAndAuthorities {
    try limits.check()
    let weights = usesWeights ? try checkedWeights(.notNegative) : nil
    let normalization = Normalization(rule: "sums to 1", denominator: nil)
    let hasEdges = weights.map { $0.contains { $0 > 0 } } ?? (edgeCount > 0)
    guard hasEdges else {
      func none(_ name: String) -> NodeValues<Double?> {
        NodeValues(
          measure: name, values: [Double?](repeating: nil, count: nodeCount),
          normalization: normalization, undefinedBecause: "the graph has no edges")
      }
      return HubsAndAuthorities(hubs: none("hits-hub"), authorities: none("hits-authority"))
    }
    var hubs = [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
    var authorities = hubs
    var residual = Double.infinity
    var iterations = 0
    var progress = IterationProgress(execution, tolerance: limits.tolerance)
    while iterations < limits.maximum, residual > limits.tolerance {
      iterations += 1
      authorities = gathered(
        hubs, weights: weights, direction: .inward, threads: execution.threads
      ).scaledToOne()
      let next = gathered(
        authorities, weights: weights, direction: .outward, threads: execution.threads
      ).scaledToOne()
      residual = zip(next, hubs).reduce(0) { $0 + abs($1.0 - $1.1) }
      hubs = next
      try progress.endRound(residual: residual)
    }
    let convergence = Convergence(
      converged: residual <= limits.tolerance, iterations: iterations, residual: residual)
    return HubsAndAuthorities(
      hubs: NodeValues(
        measure: "hits-hub", values: hubs, normalization: normalization, convergence: convergence),
      authorities: NodeValues(
        measure: "hits-authority", values: authorities, normalization: normalization,
        convergence: convergence))
  }
}

extension [Double] {
  /// The entries divided by their sum.
  fileprivate func scaledToOne() -> [Double] {
    let sum = reduce(0, +)
    return map { $0 / sum }
  }
}
