extension Graph {
  /// How Katz centrality is computed.
  public struct KatzOptions: Sendable {
    /// How much a step weakens influence; above 0 and below 1 over the largest eigenvalue.
    public var alpha: Double
    /// What each node has of its own; above 0. It cancels out when scores are normalised.
    public var beta: Double
    /// Whether to scale the scores so that their squares sum to 1. True unless set.
    public var isNormalized: Bool
    /// Whether the entries of the adjacency matrix are the weights. False unless set.
    public var usesWeights: Bool
    /// When to stop.
    public var limits: IterationLimits
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - alpha: How much a step weakens influence.
    ///   - beta: What each node has of its own.
    ///   - isNormalized: Whether to scale the scores so that their squares sum to 1.
    ///   - usesWeights: Whether the entries of the adjacency matrix are the weights.
    ///   - limits: When to stop.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      alpha: Double = 0.01, beta: Double = 1, isNormalized: Bool = true, usesWeights: Bool = false,
      limits: IterationLimits = IterationLimits(), execution: Execution = Execution()
    ) {
      self.alpha = alpha
      self.beta = beta
      self.isNormalized = isNormalized
      self.usesWeights = usesWeights
      self.limits = limits
      self.execution = execution
    }
  }

  /// The Katz centrality of each node: all walks that arrive at it, each step weakening them.
  ///
  /// The scores x satisfy x = alpha A^T x + beta [Katz1953], A being the adjacency matrix: a walk
  /// of k edges that ends at the node adds alpha^k beta. Parallel edges count each; a loop counts
  /// once. Disconnected graphs and graphs without a cycle are no special case.
  ///
  /// If the sum over walks does not settle, because alpha is not below 1 over the largest
  /// eigenvalue or because the limit came first, all values are nil and `undefinedBecause` says so.
  ///
  /// - Parameter options: Alpha, beta, normalisation, weights, limits, execution.
  /// - Returns: Scores of at least beta, or from 0 to 1 with squares that sum to 1. The residual is
  ///   the sum of the changes of the last round over the sum of the scores.
  /// - Throws: `GraphError` if an option is out of range or a weight that is used is negative.
  /// - Complexity: O((n + m) k) time for k rounds; each round shrinks the residual by alpha times
  ///   the largest eigenvalue; O(n) space.
  public func katz(_ options: KatzOptions = KatzOptions()) throws(GraphError) -> NodeValues<Double?>
  {
    try options.limits.check()
    for (name, value) in [("alpha", options.alpha), ("beta", options.beta)]
    where !(value.isFinite && value > 0) {
      throw .optionOutOfRange(name: name, value: value, range: "more than zero")
    }
    let weights = options.usesWeights ? try checkedWeights(.notNegative) : nil
    var scores = [Double](repeating: options.beta, count: nodeCount)
    var residual = nodeCount == 0 ? 0 : Double.infinity
    var iterations = 0
    var progress = IterationProgress(options.execution, tolerance: options.limits.tolerance)
    while iterations < options.limits.maximum, residual > options.limits.tolerance {
      iterations += 1
      let next = gathered(scores, weights: weights, threads: options.execution.threads)
        .map { options.alpha * $0 + options.beta }
      let change = zip(next, scores).reduce(0.0) { $0 + abs($1.0 - $1.1) }
      residual = change / next.sumOfSizes
      scores = next
      if !residual.isFinite { break }
      try progress.endRound(residual: residual)
    }
    let convergence = Convergence(
      converged: residual <= options.limits.tolerance, iterations: iterations, residual: residual)
    let normalization =
      options.isNormalized ? Normalization(rule: "squares sum to 1", denominator: nil) : .raw
    guard convergence.converged else {
      return NodeValues(
        measure: "katz", values: [Double?](repeating: nil, count: nodeCount),
        normalization: normalization, convergence: convergence,
        undefinedBecause:
          "the walks did not settle in \(iterations) rounds: alpha \(options.alpha) is not below "
          + "1 over the largest eigenvalue, or too close to it")
    }
    let norm = options.isNormalized ? scores.euclideanNorm : 1
    return NodeValues(
      measure: "katz", values: scores.map { $0 / norm }, normalization: normalization,
      convergence: convergence)
  }
}
