import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct RankOrderTests {
  @Test(
    "ranks, first places and orders are those of all worlds, ties by definition", arguments: 0..<8)
  func bruteForce(seed: Int) throws {
    // The last ones have up to 15 links and 8 voices.
    let evidence =
      seed < 6
      ? RandomEvidence(seed: UInt64(900 + seed), nodes: 5, arcs: 8, rows: 9, origins: 4)
      : RandomEvidence(seed: UInt64(900 + seed), nodes: 6, arcs: 15, rows: 12, origins: 8)
    let network = try InfluenceNetwork(LinkTable(evidence.graph))
    let nodes = try network.nodes.map { try need(Int($0.dropFirst())) }
    let twin = WorldRanks(evidence, nodes: nodes)
    let samples = 1 << 20
    let table = try MeasureTable(
      network, measures: ["out-degree"], scaling: .raw, samples: samples, seed: 1, top: 2)
    for (number, id) in network.nodes.enumerated() {
      let spread = try need(table.measures[0].scores.first { $0.id == id }?.spread)
      let mean = twin.degrees[number].reduce(0) { $0 + $1.value * $1.weight }
      #expect(abs(spread.mean - mean) < 1e-9)
      #expect(spread.low == WorldRanks.quantile(twin.degrees[number], 0.05))
      #expect(spread.high == WorldRanks.quantile(twin.degrees[number], 0.95))
      #expect(spread.rankLow == WorldRanks.quantile(twin.places[number], 0.05))
      #expect(spread.rankHigh == WorldRanks.quantile(twin.places[number], 0.95))
      #expect(abs(spread.first - twin.among[number][1]) < 1e-9)
      #expect(abs(spread.top - twin.among[number][min(2, nodes.count)]) < 1e-9)
      #expect(spread.topCount == 2)
    }
    let order = try need(
      try network.rankOrder(
        of: network.nodes[0], and: network.nodes[1], by: "out-degree", samples: samples, seed: 1))
    #expect(abs(order.ahead - twin.ahead[0][1]) < 1e-9)
    #expect(abs(order.behind - twin.ahead[1][0]) < 1e-9)
    #expect(abs(order.ahead + order.level + order.behind - 1) < 1e-9)
    #expect(abs(order.definedIn - 1) < 1e-9)
  }

  @Test func `an entity without an arc has no order, a measure without a name is refused`() throws {
    let network = try WorldScoresTests.network()
    #expect(
      try network.rankOrder(of: "a", and: "nobody", by: "out-degree", samples: 9, seed: 1) == nil)
    #expect(throws: AnalysisError.self) {
      try network.rankOrder(of: "a", and: "b", by: "fame", samples: 9, seed: 1)
    }
  }

  @Test func `an order by a measure that is undefined in every world is empty`() throws {
    let network = try WorldScoresTests.network()
    let order = try need(
      try network.rankOrder(of: "a", and: "b", by: "eigenvector", samples: 100, seed: 1))
    #expect(order.definedIn == 0)
  }

  private struct Row {
    var scores: [Double]
    var top: Int
    var wanted: [Double]
  }

  @Test("places are shared by those who tie across the last of them")
  func membership() {
    let third: Double = 1 / 3
    let rows: [Row] = [
      Row(scores: [4, 3, 2, 1], top: 2, wanted: [1, 1, 0, 0]),
      Row(scores: [4, 4, 4, 1], top: 1, wanted: [third, third, third, 0]),
      Row(scores: [4, 3, 3, 3], top: 2, wanted: [1, third, third, third]),
      Row(scores: [1, 1], top: 3, wanted: [1, 1]),
    ]
    for row in rows {
      let found = MeasureResult.membership(of: MeasureResult.midRanks(row.scores), top: row.top)
      for (share, expected) in zip(found, row.wanted) { #expect(abs(share - expected) < 1e-12) }
    }
  }
}
