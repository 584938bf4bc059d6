import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct WorldScoresTests {
  /// a inspired b and c (two voices, .75 each), d inspired c (.675).
  static func network() throws -> InfluenceNetwork {
    func row(_ id: String, _ from: String, _ to: String, _ voice: String, _ grade: String)
      -> CaseFile.StatementRow
    {
      CaseFile.StatementRow(
        id: id, subject: from, relation: "inspired", object: to, stance: "affirms",
        asserter: voice, source: "src-\(voice)", R: grade, C: "2")
    }
    let graph = try CaseFile.shared.graph(
      CaseFile.Input(statements: [
        row("1", "a", "b", "X", "A"), row("2", "a", "c", "Y", "A"), row("3", "d", "c", "Z", "B"),
      ]))
    return try InfluenceNetwork(LinkTable(graph))
  }

  /// Origin: the case `ranks-out-degree` of the prototype, in reasoning-cases.json.
  @Test(arguments: [
    ("a", 1.5, 0.0, 2.0, 1.0, 2.5, 0.816016), ("b", 0.0, 0.0, 0.0, 3.0, 3.5, 0.005078),
    ("c", 0.0, 0.0, 0.0, 3.0, 3.5, 0.005078), ("d", 0.675, 0.0, 1.0, 1.5, 3.0, 0.173828),
  ])
  func `exact worlds give the prototype's numbers`(
    node: String, mean: Double, low: Double, high: Double, rankLow: Double, rankHigh: Double,
    first: Double
  ) throws {
    let table = try MeasureTable(
      Self.network(), measures: ["out-degree"], scaling: .raw, samples: 1_000, seed: 1)
    let score = try need(table.measures[0].scores.first { $0.id == node })
    let spread = try need(score.spread)
    #expect(abs(spread.mean - mean) < 1e-6)
    #expect(spread.low == low)
    #expect(spread.high == high)
    #expect(spread.rankLow == rankLow)
    #expect(spread.rankHigh == rankHigh)
    #expect(abs(spread.first - first) < 1e-6)
    #expect(spread.definedIn == 1)
  }

  @Test func `drawn worlds come near the exact mean, and the same seed gives the same`() throws {
    // Fewer worlds than the eight cells make it draw.
    let network = try Self.network()
    let drawn = try (1...200).map { seed in
      try MeasureTable(
        network, measures: ["out-degree"], scaling: .raw, samples: 7, seed: UInt64(seed))
    }
    let again = try MeasureTable(
      network, measures: ["out-degree"], scaling: .raw, samples: 7, seed: 1)
    #expect(drawn[0] == again)
    let means = try drawn.map { table in
      try need(table.measures[0].scores.first { $0.id == "a" }?.spread).mean
    }
    // 1,400 worlds of variance 3/8: four standard errors are .066.
    #expect(abs(means.reduce(0, +) / 200 - 1.5) < 0.066)
  }

  @Test func `the order is that of the means, and the plain scores stay`() throws {
    let plain = try MeasureTable(Self.network(), measures: ["out-degree"], scaling: .raw)
    let table = try MeasureTable(
      Self.network(), measures: ["out-degree"], scaling: .raw, samples: 100, seed: 1)
    #expect(table.measures[0].scores.map(\.id) == ["a", "d", "b", "c"])
    for score in table.measures[0].scores {
      #expect(plain.measures[0].scores.first { $0.id == score.id }?.score == score.score)
    }
  }

  @Test func `a tie counts in the worlds in which it is there`() throws {
    // Closed form: no path is longer than one tie, so each carries 1 where it is present.
    let table = try MeasureTable(
      Self.network(), measures: ["edge-betweenness"], scaling: .raw, samples: 1_000, seed: 1)
    let scores = table.measures[0].scores
    #expect(scores.map(\.id) == ["a -> b", "a -> c", "d -> c"])
    #expect(scores.map(\.score) == [1, 1, 1])
    for (score, chance) in zip(scores, [0.75, 0.75, 0.675]) {
      #expect(abs(try need(score.spread).mean - chance) < 1e-12)
    }
  }

  @Test func `an eigenvector without a score in any world has no spread`() throws {
    let table = try MeasureTable(
      Self.network(), measures: ["eigenvector"], samples: 100, seed: 1)
    // The network is acyclic in every world: its spectral radius is 0.
    #expect(table.measures[0].scores.allSatisfy { $0.spread == nil && $0.score == nil })
  }
}
