/// Tells how far an iteration is whose residual shrinks by about the same factor in each round.
struct IterationProgress {
  private let execution: Execution
  private let tolerance: Double
  private var first: Double?
  private var told = 0.0

  /// - Parameters:
  ///   - execution: Who is told.
  ///   - tolerance: The residual at which the iteration ends.
  init(_ execution: Execution, tolerance: Double) {
    self.execution = execution
    self.tolerance = tolerance
  }

  /// Notes the end of a round.
  ///
  /// - Parameter residual: How far the round still moved the values.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  mutating func endRound(residual: Double) throws(GraphError) {
    try Execution.checkCancellation()
    guard let progress = execution.progress, residual.isFinite else { return }
    let first = first ?? residual
    self.first = first
    let share =
      residual <= tolerance
      ? 1
      : (first / residual).roughLogarithm / (first / tolerance).roughLogarithm
    guard share > told else { return }
    told = min(share, 1)
    progress(told)
  }
}

extension Double {
  /// The logarithm to base 2 of a positive number, to a tenth: enough to tell how far a work is,
  /// without the C library.
  fileprivate var roughLogarithm: Double { Double(exponent) + significand - 1 }
}
