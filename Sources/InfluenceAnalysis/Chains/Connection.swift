/// The chance that some chain connects two entities.
public struct Connection: Sendable, Equatable {
  /// How the chance was found.
  public enum Method: Sendable, Hashable, CustomStringConvertible {
    /// Over all cases that differ.
    case exact
    /// Over so many random worlds.
    case sampled(Int)

    /// `exact` or `sampled (10000 worlds)`.
    public var description: String {
      switch self {
      case .exact: "exact"
      case .sampled(let worlds): "sampled (\(worlds) worlds)"
      }
    }
  }

  /// The chance; never below that of the best chain.
  public let probability: Double
  /// The lower end of the 95 % interval; the chance itself if exact.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// How it was found.
  public let method: Method
}
