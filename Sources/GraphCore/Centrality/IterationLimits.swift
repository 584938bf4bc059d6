/// When a measure that is computed by iteration stops.
public struct IterationLimits: Sendable, Hashable {
  /// The most rounds; at least 1.
  public var maximum: Int
  /// The residual at which the iteration has converged; each measure says what its residual is.
  public var tolerance: Double

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - maximum: The most rounds.
  ///   - tolerance: The residual at which the iteration has converged.
  public init(maximum: Int = 10_000, tolerance: Double = 1e-12) {
    self.maximum = maximum
    self.tolerance = tolerance
  }

  /// Refuses limits that could never be met.
  func check() throws(GraphError) {
    guard maximum >= 1 else {
      throw .optionOutOfRange(
        name: "the largest number of iterations", value: Double(maximum), range: "1 or more")
    }
    guard tolerance.isFinite, tolerance > 0 else {
      throw .optionOutOfRange(name: "the tolerance", value: tolerance, range: "more than zero")
    }
  }
}

extension [Double] {
  /// The square root of the sum of squares.
  var euclideanNorm: Double { reduce(0) { $0 + $1 * $1 }.squareRoot() }

  /// The sum of the sizes of the entries.
  var sumOfSizes: Double { reduce(0) { $0 + abs($1) } }
}
