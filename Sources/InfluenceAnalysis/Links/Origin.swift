/// Which side of a link a statement is on.
public enum Side: String, Sendable, Codable, Comparable {
  /// It says that the link is so.
  case affirms
  /// It says that the link is not so, or that nothing was found.
  case denies

  /// Orders affirmations before denials.
  ///
  /// - Parameters:
  ///   - left: A side.
  ///   - right: Another.
  /// - Returns: Whether the left one is the affirming side and the right one is not.
  public static func < (left: Side, right: Side) -> Bool { left == .affirms && right == .denies }
}

/// What one independent voice weighs on one side of a link: the statement of it that counts.
///
/// Copies of one voice count once, by their strongest statement.
public struct OriginVerdict: Sendable, Equatable {
  /// The folded name by which copies are recognised.
  public let id: String
  /// The name to print.
  public let name: String
  /// Which side it is on.
  public let side: Side
  /// The chance that its statement settles the matter: `rho * kappa`.
  public let trust: Double
  /// The reliability of the voice or the document, whichever is lower, as a number.
  public let rho: Double
  /// The credibility of the information, after the weight of its stance and interest.
  public let kappa: Double
  /// Whether its grade is one of those that share a common doubt (D, E and F).
  public let isWeak: Bool
  /// The id of the statement that counts.
  public let statement: String
  /// Whether the voice gains if it is believed.
  public let isInterested: Bool
  /// The grade that counted, such as `B2`.
  public let grade: String
  /// Whether the statement bears on this link through another relation that it states or denies.
  public let isImplied: Bool
}
