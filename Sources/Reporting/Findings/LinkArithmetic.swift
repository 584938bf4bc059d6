internal import Evidence
internal import InfluenceAnalysis

extension FindingContext {
  /// How the probability of a link came about, one line a voice and one for the sums.
  ///
  /// - Parameter key: The link.
  /// - Returns: The lines; none for a link that the table does not have.
  func arithmetic(of key: LinkKey) -> [String] {
    guard let link = table[key] else { return [] }
    let voices = link.origins.map { origin in
      let interest = origin.isInterested ? ", interested" : ""
      return
        "\(origin.side.rawValue): \(origin.name), \(origin.statement), \(origin.grade)\(interest): "
        + "\(Self.number(origin.rho)) x \(Self.number(origin.kappa)) = \(Self.number(origin.trust))"
    }
    let pooled = link.pooled
    return voices + [
      "support \(Self.number(pooled.support)), opposition \(Self.number(pooled.opposition)): "
        + "established \(Self.number(pooled.probability)), refuted \(Self.number(pooled.refuted)), "
        + "unknown \(Self.number(pooled.unknown)); if all voices are one "
        + "\(Self.number(pooled.echo)); \(pooled.status.rawValue)"
    ]
  }

  /// A number with four decimals at most; what rounding of binary fractions left is rounded off first.
  static func number(_ value: Double) -> String {
    let exact = (value * 1e12).rounded() / 1e8
    return JSONValue.number(exact.rounded() / 10_000).text()
  }
}
