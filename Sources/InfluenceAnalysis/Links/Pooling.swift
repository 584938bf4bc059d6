/// Where the statements on a link leave it.
public enum LinkStatus: String, Sendable, Codable, CaseIterable {
  /// Established with a probability of at least 0.45.
  case supported
  /// Both established and refuted with a probability of at least 0.05.
  case disputed
  /// Affirmed, but with little weight.
  case weak
  /// Refuted more than established, or only denied.
  case denied
  /// Spoken of, but neither affirmed nor denied with any weight.
  case raised
  /// Affirmed by nobody but the party that it credits.
  case claimedOnly = "claimed only"
}

/// What the statements on a link come to when their independent voices are weighed together.
public struct Pooled: Sendable, Equatable {
  /// The chance that some affirming voice is right, taken alone.
  public let support: Double
  /// The chance that some denying voice is right, taken alone.
  public let opposition: Double
  /// The chance that what the sources say establishes the link.
  public let probability: Double
  /// The chance that it refutes the link.
  public let refuted: Double
  /// The rest: nobody vouches for either.
  public let unknown: Double
  /// The largest trust of one affirming voice: what is left if all of them are one.
  public let echo: Double
  /// Where that leaves the link.
  public let status: LinkStatus
}
