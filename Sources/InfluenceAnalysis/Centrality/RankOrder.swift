/// How often one entity is placed ahead of another over the worlds of the evidence.
///
/// Intervals are for each entity by itself; a claim that one is ahead of another needs this.
public struct RankOrder: Sendable, Equatable {
  /// The name of the measure.
  public let measure: String
  /// Which way the measure looks, in a sentence.
  public let meaning: String
  /// The id of the one entity.
  public let one: String
  /// The id of the other.
  public let other: String
  /// The chance that the one has the better place.
  public let ahead: Double
  /// The chance that they share a place.
  public let level: Double
  /// The chance that the other has the better place.
  public let behind: Double

  /// The share of worlds in which both have a place.
  public var definedIn: Double { min(ahead + level + behind, 1) }
}

extension InfluenceNetwork {
  /// How often one entity is placed ahead of another.
  ///
  /// - Parameters:
  ///   - one: The id of an entity.
  ///   - other: The id of another.
  ///   - measure: The name of the measure.
  ///   - samples: How many worlds are drawn, 1 or more; all are gone through if there are no more.
  ///   - seed: The seed of the draws.
  /// - Returns: The chances, or `nil` if one of the two is an end of no arc.
  /// - Throws: ``AnalysisError`` for an unknown measure.
  /// - Complexity: One computation of the measure for each different world.
  public func rankOrder(
    of one: String, and other: String, by measure: String, samples: Int, seed: UInt64
  ) throws(AnalysisError) -> RankOrder? {
    precondition(samples >= 1, "an order needs at least one world")
    guard let known = Measure.named(measure), known.subject == .nodes else {
      throw .unknownMeasure(measure, known: Measure.all.map(\.name))
    }
    guard let first = node(of: one), let second = node(of: other) else { return nil }
    do {
      let found = try WorldScores(self, samples: samples, seed: seed)
        .order(of: first, second, by: known)
      return RankOrder(
        measure: measure, meaning: known.meaning, one: one, other: other, ahead: found.ahead,
        level: found.level, behind: found.behind)
    } catch {
      throw .unusableGraph(error)
    }
  }
}
