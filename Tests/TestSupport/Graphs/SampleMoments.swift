/// Mean and variance of a sample, and how far they are from what they should be.
public struct SampleMoments {
  private let count: Double
  /// The mean.
  public let mean: Double
  /// The variance, unbiased.
  public let variance: Double

  /// Takes the moments of some numbers, two at least.
  public init(_ values: [Double]) {
    count = Double(values.count)
    let mean = values.reduce(0, +) / count
    self.mean = mean
    variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
  }

  /// How many standard errors the mean is off, for a known variance of one number.
  public func meanError(_ expected: Double, variance: Double) -> Double {
    abs(mean - expected) / (variance / count).squareRoot()
  }

  /// How many standard errors the variance is off, for numbers that are nearly normal.
  public func varianceError(_ expected: Double) -> Double {
    abs(variance - expected) / (expected * (2 / (count - 1)).squareRoot())
  }
}
