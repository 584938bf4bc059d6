/// Probabilities in words, by the first row of Intelligence Community Directive 203.
public enum Phrase {
  /// The word for a probability.
  ///
  /// The probability is rounded to six places; each range includes its lower end.
  ///
  /// - Parameter probability: From 0 to 1.
  /// - Returns: One of the seven words, such as `likely`.
  public static func likelihood(_ probability: Double) -> String {
    switch (probability * 1e6).rounded() / 1e6 {
    case ..<0.05: "almost no chance"
    case ..<0.2: "very unlikely"
    case ..<0.45: "unlikely"
    case ..<0.55: "roughly even chance"
    case ..<0.8: "likely"
    case ..<0.95: "very likely"
    default: "almost certain"
    }
  }

  /// Why the word for a probability does not say by itself how a link stands.
  public enum Reserve: String, Sendable, Hashable, CaseIterable {
    /// More speaks against it than for it.
    case denied
    /// It is supposed, asked or left open, and nobody says that it is so.
    case raised = "not asserted"
    /// Nobody affirms it but the party that it credits.
    case claimedOnly = "claimed only"
    /// It is affirmed and denied.
    case disputed
    /// Its probability is low, since what denies it weighs more than what is not known.
    case contradicted
    /// Its probability is low, since little speaks for it.
    case wanting = "for want of evidence"

    /// Whether it stands in the place of a likelihood, and not beside it.
    public var isAlone: Bool { self == .denied || self == .raised || self == .claimedOnly }
  }

  /// Why the word for the probability of a link does not say by itself how it stands.
  ///
  /// - Parameter pooled: What the statements on the link come to.
  /// - Returns: The reason; nil for a link that is supported with a chance of 0.45 or more.
  public static func reserve(_ pooled: Pooled) -> Reserve? {
    switch pooled.status {
    case .denied: return .denied
    case .raised: return .raised
    case .claimedOnly: return .claimedOnly
    case .disputed: return .disputed
    case .supported, .weak:
      guard (pooled.probability * 1e6).rounded() / 1e6 < 0.45 else { return nil }
      return pooled.refuted > pooled.unknown ? .contradicted : .wanting
    }
  }

  /// The words for a link: no likelihood for what nobody else affirms, and a reason for a low one.
  ///
  /// - Parameter pooled: What the statements on the link come to.
  /// - Returns: Such as `likely, disputed` or `unlikely, for want of evidence`.
  public static func link(_ pooled: Pooled) -> String {
    guard let reserve = reserve(pooled) else { return likelihood(pooled.probability) }
    return reserve.isAlone
      ? reserve.rawValue : "\(likelihood(pooled.probability)), \(reserve.rawValue)"
  }

  /// A probability as a percentage that is never 0 or 100.
  ///
  /// - Parameter probability: From 0 to 1.
  /// - Returns: Such as `68 %`, `under 1 %` or `over 99 %`.
  public static func percent(_ probability: Double) -> String {
    let rounded = Int((probability * 100).rounded())
    if probability < 0.01 || rounded < 1 { return "under 1 %" }
    if probability > 0.99 || rounded > 99 { return "over 99 %" }
    return "\(rounded) %"
  }
}
