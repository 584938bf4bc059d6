/// The range in which a probability lies that was estimated from random trials.
///
/// The score interval of Wilson (1927): it stays within 0 and 1 and holds for small counts too.
public struct WilsonInterval: Sendable, Equatable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// The 95 % interval of a share.
  ///
  /// - Parameters:
  ///   - hits: How many of the trials succeeded; a fraction where worlds have weights.
  ///   - trials: How many there were, at least 1.
  public init(hits: Double, trials: Int) {
    precondition(trials >= 1, "an interval needs at least one trial")
    // Symbols: z is the 97.5 % point of the normal distribution, p the share, n the trials.
    let z = 1.959963984540054
    let n = Double(trials)
    let p = hits / n
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    low = max(0, middle - half)
    high = min(1, middle + half)
  }
}
