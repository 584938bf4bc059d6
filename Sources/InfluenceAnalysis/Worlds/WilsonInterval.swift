internal import GraphCore

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
    let interval = wilsonInterval(hits: hits, trials: trials)
    low = interval.lowerBound
    high = interval.upperBound
  }
}
