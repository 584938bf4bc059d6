/// How closely somebody was involved in an attack: the rungs of a ladder, the closest first.
public enum Rung: String, Sendable, Codable, CaseIterable, Comparable {
  /// Ordered, planned, steered, or carried out by the group's own people.
  case directed
  /// Helped with money, arms, training, recruits or shelter, the act being left to others.
  case enabled
  /// Moved to it by message, without steering or help.
  case inspired

  /// Orders from the closest to the loosest.
  ///
  /// - Parameters:
  ///   - left: A rung.
  ///   - right: Another.
  /// - Returns: Whether the left one is the closer.
  public static func < (left: Rung, right: Rung) -> Bool { left.place < right.place }

  /// 0 for directed, 1 for enabled, 2 for inspired.
  var place: Int {
    switch self {
    case .directed: 0
    case .enabled: 1
    case .inspired: 2
    }
  }
}

/// What the statements on an attack come to.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  /// Somebody directed it.
  case directed
  /// Somebody enabled it.
  case enabled
  /// Somebody inspired it.
  case inspired
  /// Only interested voices say that a group or an ideologue had a part in it.
  case claimedOnly = "claimed only"
  /// Nothing that is said of it joins it to a group or ideologue.
  case noKnownLink = "no known link"

  /// The verdict that stands for a rung.
  ///
  /// - Parameter rung: The rung.
  public init(_ rung: Rung) {
    switch rung {
    case .directed: self = .directed
    case .enabled: self = .enabled
    case .inspired: self = .inspired
    }
  }

  /// The rung; `nil` if there is no link.
  public var rung: Rung? {
    switch self {
    case .directed: .directed
    case .enabled: .enabled
    case .inspired: .inspired
    case .claimedOnly, .noKnownLink: nil
    }
  }
}

/// The chances of the three rungs.
///
/// The three and "none of them" sum to 1.
public struct RungChances: Sendable, Equatable {
  /// The chance that the principal reaches the attack by links that direct.
  public let directed: Double
  /// The chance that links which direct or enable are needed and suffice, in addition.
  public let enabled: Double
  /// The chance that a link which inspires is needed, in addition.
  public let inspired: Double

  /// Chances from those of "this rung or a closer one", which grow from rung to rung.
  init(atLeast: [Double]) {
    directed = atLeast[0]
    enabled = max(0, atLeast[1] - atLeast[0])
    inspired = max(0, atLeast[2] - atLeast[1])
  }

  /// No chance of anything.
  static let none = RungChances(atLeast: [0, 0, 0])

  /// The chance of one rung alone.
  ///
  /// - Parameter rung: The rung.
  /// - Returns: From 0 to 1.
  public subscript(rung: Rung) -> Double {
    switch rung {
    case .directed: directed
    case .enabled: enabled
    case .inspired: inspired
    }
  }

  /// The chance of a rung or any closer one.
  ///
  /// - Parameter rung: The rung.
  /// - Returns: From 0 to 1; it grows from directed to inspired.
  public func atLeast(_ rung: Rung) -> Double {
    Rung.allCases.filter { $0 <= rung }.reduce(0) { $0 + self[$1] }
  }
}
