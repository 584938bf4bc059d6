/// Something said of two entities that makes no chain between them, and why it does not.
public struct Refusal: Sendable, Equatable {
  /// Why no chain comes of it.
  public enum Reason: String, Sendable, CaseIterable {
    /// Only the party that it credits says so.
    case claimedOnly = "claimed only"
    /// It was only denied, or refuted more than established.
    case denied
    /// It was only supposed or foretold.
    case hypothetical
    /// It was asked or left undecided.
    case leftOpen = "left open"
    /// One of several is meant, and it is not known which.
    case alternatives
    /// The relation hands on no influence, as a claim of responsibility.
    case noInfluence = "no influence"
    /// The relation is not part of the projection.
    case notProjected = "not projected"
    /// Only a part of a collective is meant, perhaps not this member.
    case shareOnly = "share only"
    /// The influence runs the other way.
    case otherWay = "other way"
    /// The dates rule it out.
    case impossibleInTime = "impossible in time"
    /// There is a chain, but with more hops than allowed.
    case tooLong = "too long"
    /// There is a chain, but below the probability asked for.
    case tooImprobable = "too improbable"
  }

  /// Why no chain comes of it.
  public let reason: Reason
  /// The link that is spoken of.
  public let link: LinkKey
  /// Where its statements leave it.
  public let status: LinkStatus
  /// The ids of its statements.
  public let statements: [String]
  /// The whole in a sentence.
  public let sentence: String
}
