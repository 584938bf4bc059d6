extension Graph {
  /// The eigenvector centrality of each node: central is whoever central nodes lead to.
  ///
  /// The scores x satisfy lambda x = A^T x for the largest eigenvalue lambda of the adjacency
  /// matrix A [Bonacich1972]: a node's score is the sum of those of the tails of its incoming
  /// edges, over lambda. Found by power iteration with A^T + I from equal scores, as in NetworkX.
  /// Parallel edges count each; a loop counts once. Where the largest eigenvalue belongs to one
  /// part of the graph, the nodes of other parts come out as 0; where it belongs to several, their
  /// shares follow from the equal start.
  ///
  /// Without a cycle the largest eigenvalue is 0, every score would be 0 over 0, and the measure is
  /// not defined: all values are nil and `undefinedBecause` says why.
  ///
  /// - Parameters:
  ///   - usesWeights: Whether the entries of A are the weights, which must be 0 or more.
  ///   - limits: When to stop.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Scores from 0 to 1 whose squares sum to 1. The residual is the length of
  ///   A^T x - lambda x, over lambda.
  /// - Throws: `GraphError` if a limit is out of range or a weight that is used is negative.
  /// - Complexity: O((n + m) k) time for k rounds; each round shrinks the residual by the ratio of
  ///   the second largest to the largest size among the eigenvalues plus 1; O(n) space.
  public func eigenvector(
    usesWeights: Bool = false, limits: IterationLimits = IterationLimits(),
    execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double?> {
    try limits.check()
    let weights = usesWeights ? try checkedWeights(.notNegative) : nil
    let unit = Normalization(rule: "squares sum to 1", denominator: nil)
    if isAcyclic(ignoringZeros: weights) {
      return NodeValues(
        measure: "eigenvector", values: [Double?](repeating: nil, count: nodeCount),
        normalization: unit,
        undefinedBecause: "the graph has no cycle, so its largest eigenvalue is 0")
    }
    var scores = [Double](
      repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
    var residual = Double.infinity
    var iterations = 0
    var progress = IterationProgress(execution, tolerance: limits.tolerance)
    while iterations < limits.maximum, residual > limits.tolerance {
      iterations += 1
      let product = gathered(scores, weights: weights, threads: execution.threads)
      let eigenvalue = zip(scores, product).reduce(0) { $0 + $1.0 * $1.1 }
      residual =
        zip(product, scores).reduce(0.0) {
          let gap = $1.0 - eigenvalue * $1.1
          return $0 + gap * gap
        }.squareRoot() / eigenvalue
      let next = zip(scores, product).map { $0 + $1 }
      let norm = next.euclideanNorm
      scores = next.map { $0 / norm }
      try progress.endRound(residual: residual)
    }
    return NodeValues(
      measure: "eigenvector", values: scores, normalization: unit,
      convergence: Convergence(
        converged: residual <= limits.tolerance, iterations: iterations, residual: residual))
  }
}
