/// Whether the links of a chain can have followed each other in time.
public enum TimeOrder: String, Sendable, Codable, Comparable {
  /// On every reading of the dates.
  case certain
  /// On some reading of the dates.
  case possible
  /// On no reading of the dates.
  case impossible

  /// Orders from certain to impossible.
  ///
  /// - Parameters:
  ///   - left: An order.
  ///   - right: Another.
  /// - Returns: Whether the left one is the surer.
  public static func < (left: TimeOrder, right: TimeOrder) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .certain: 0
    case .possible: 1
    case .impossible: 2
    }
  }
}
