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

/// One case of the doubt that voices of grade D, E and F share: how strong the two sides are in it.
///
/// The doubt is a uniform number from 0 to 1; a weak voice can be right only where it is below the
/// voice's reliability. Without weak voices there is one case.
public struct CommonDoubt: Sendable, Equatable {
  /// The least number of the case.
  public let start: Double
  /// The end of the case, which belongs to the next.
  public let end: Double
  /// The chance that some affirming voice is right.
  public let support: Double
  /// The chance that some denying voice is right.
  public let opposition: Double

  /// The chance of the case.
  public var width: Double { end - start }
}

extension Link {
  /// The cases over which support and opposition are averaged, by the doubt that weak voices share;
  /// one for a link without weak voices.
  public var doubts: [CommonDoubt] { Pooling.doubts(origins) }
}

/// Weighs the voices on the two sides of a link against each other.
enum Pooling {
  /// Cases in which both sides would be right cannot be: they are dropped and the rest is
  /// renormalised (Dempster's rule on two outcomes).
  ///
  /// - Parameters:
  ///   - origins: The voices that count, each on one side.
  ///   - policy: The conventions.
  ///   - scale: A factor on every reliability and credibility, to see how much hangs on them.
  /// - Returns: The chances, and the status that follows.
  static func pool(_ origins: [OriginVerdict], policy: Policy, scale: Double = 1) -> Pooled {
    let sides = bothSides(origins, scale: scale)
    let total = 1 - sides.both
    // Two certainties that exclude each other say nothing.
    let established = total > 0 ? (sides.support - sides.both) / total : 0
    let refuted = total > 0 ? (sides.opposition - sides.both) / total : 0
    let unknown = max(0, 1 - established - refuted)
    let affirming = origins.filter { $0.side == .affirms && $0.trust > 0 }
    let probability =
      affirming.isEmpty ? established : established + policy.prior * unknown
    return Pooled(
      support: sides.support, opposition: sides.opposition, probability: probability,
      refuted: refuted, unknown: unknown, echo: affirming.map(\.trust).max() ?? 0,
      status: status(
        affirming: affirming, opposition: sides.opposition, probability: probability,
        refuted: refuted, policy: policy))
  }

  /// The chances that some affirming voice is right, that some denying one is, and that both are.
  private static func bothSides(
    _ origins: [OriginVerdict], scale: Double
  ) -> (support: Double, opposition: Double, both: Double) {
    doubts(origins, scale: scale).reduce((0, 0, 0)) { sums, doubt in
      (
        sums.0 + doubt.width * doubt.support, sums.1 + doubt.width * doubt.opposition,
        sums.2 + doubt.width * doubt.support * doubt.opposition
      )
    }
  }

  /// The cases of the common doubt.
  ///
  /// Voices are independent but for it: a weak voice can be right only if one uniform number, the same
  /// for all of them, is below its reliability. Between the reliabilities that occur nothing changes,
  /// so the average over that number is a sum of a few terms.
  static func doubts(_ origins: [OriginVerdict], scale: Double = 1) -> [CommonDoubt] {
    func rho(_ origin: OriginVerdict) -> Double { min(1, origin.rho * scale) }
    func kappa(_ origin: OriginVerdict) -> Double { min(1, origin.kappa * scale) }
    let cuts = Set(origins.filter(\.isWeak).map(rho) + [0, 1]).sorted()
    return zip(cuts, cuts.dropFirst()).map { start, end in
      func somebodyIsRight(_ side: Side) -> Double {
        1
          - origins.filter { $0.side == side }.reduce(1) { wrong, origin in
            let right =
              origin.isWeak
              ? (start < rho(origin) ? kappa(origin) : 0) : rho(origin) * kappa(origin)
            return wrong * (1 - right)
          }
      }
      return CommonDoubt(
        start: start, end: end, support: somebodyIsRight(.affirms),
        opposition: somebodyIsRight(.denies))
    }
  }

  private static func status(
    affirming: [OriginVerdict], opposition: Double, probability: Double, refuted: Double,
    policy: Policy
  ) -> LinkStatus {
    if affirming.isEmpty { return opposition > 0 ? .denied : .raised }
    if affirming.allSatisfy(\.isInterested) { return .claimedOnly }
    if probability >= policy.dispute, refuted >= policy.dispute { return .disputed }
    // Rounded as the words are, so that a status and its word agree at the boundary.
    if (probability * 1e6).rounded() / 1e6 >= policy.supported { return .supported }
    return refuted > probability ? .denied : .weak
  }
}
