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

  /// The words for a link: no likelihood for what nobody else affirms, and a reason for a low one.
  ///
  /// - Parameter pooled: What the statements on the link come to.
  /// - Returns: Such as `likely, disputed` or `unlikely, for want of evidence`.
  public static func link(_ pooled: Pooled) -> String {
    let word = likelihood(pooled.probability)
    switch pooled.status {
    case .denied: return "denied"
    case .raised: return "not asserted"
    case .claimedOnly: return "claimed only"
    case .disputed: return word + ", disputed"
    case .supported, .weak:
      guard (pooled.probability * 1e6).rounded() / 1e6 < 0.45 else { return word }
      return word + (pooled.refuted > pooled.unknown ? ", contradicted" : ", for want of evidence")
    }
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
