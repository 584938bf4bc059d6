/// The first and the last day that an unknown day can be.
///
/// An absent bound is unbounded: nothing is known on that side. It does not say that the day is
/// infinitely far away.
public struct DayBounds: Sendable, Hashable {
  /// The earliest possible day; nil if there is none.
  public let first: Day?
  /// The latest possible day; nil if there is none.
  public let last: Day?

  /// Bounds from their two ends.
  /// - Parameters:
  ///   - first: The earliest possible day; nil if there is none.
  ///   - last: The latest possible day; nil if there is none. It is not before `first`.
  public init(first: Day?, last: Day?) {
    if let first, let last {
      precondition(first <= last, "bounds run backwards: \(first) to \(last)")
    }
    self.first = first
    self.last = last
  }

  /// Whether a day lies within.
  /// - Parameter day: Any day.
  /// - Returns: True if the day is possible.
  public func contains(_ day: Day) -> Bool {
    (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
  }

  /// The bounds with both ends moved outwards.
  /// - Parameter slack: By how many days, 0 or more. Absent ends stay absent.
  /// - Returns: The wider bounds.
  public func widened(by slack: Int) -> DayBounds {
    precondition(slack >= 0, "slack widens; it cannot be \(slack)")
    return DayBounds(first: first?.adding(days: -slack), last: last?.adding(days: slack))
  }
}

extension DayBounds: CustomStringConvertible {
  /// Both ends with two dots between them, as in `2015-06-01...2015-06-30`; an absent end is empty.
  public var description: String {
    (first?.description ?? "") + "..." + (last?.description ?? "")
  }
}
