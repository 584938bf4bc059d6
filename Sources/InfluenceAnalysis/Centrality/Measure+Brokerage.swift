import GraphCore

extension Measure {
  /// The brokerage roles between communities, as z-scores against chance or as raw counts.
  static let brokerage: [Measure] = [
    brokerage(.total, "brokerage", "how often it stands between two who have no tie of their own"),
    brokerage(
      .coordinator, "brokerage-coordinator", "how often it stands between two of its own community"),
    brokerage(
      .itinerant, "brokerage-itinerant", "how often it stands between two of one other community"),
    brokerage(
      .representative, "brokerage-representative",
      "how often it passes on from its own community to another"),
    brokerage(
      .gatekeeper, "brokerage-gatekeeper",
      "how often it passes on from another community into its own"),
    brokerage(
      .liaison, "brokerage-liaison",
      "how often it stands between two communities, itself in a third"
    ),
  ]

  /// One role. The communities are those that Leiden finds from seed 0.
  private static func brokerage(
    _ role: Brokerage.Role, _ name: String, _ meaning: String
  ) -> Measure {
    Measure(name: name, meaning: meaning) { graph, setting throws(GraphError) in
      let found = try graph.brokerage(of: try graph.leiden().groups)
      if !setting.isUsual { return Values(found.counts(of: role)) }
      return Values(
        scores: found.zScores(of: role).values,
        normalization: "standard deviations from what chance gives")
    }
  }
}
