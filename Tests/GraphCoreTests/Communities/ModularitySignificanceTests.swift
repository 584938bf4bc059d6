import GraphCore
import TestSupport
import Testing

@Suite struct ModularitySignificanceTests {
  @Test func groupsThatWereMadeAreSignificantAndChanceIsNot() throws {
    var generator = SeededGenerator(seed: 431)
    let made = try Graph.stochasticBlocks(
      sizes: [15, 15, 15],
      probabilities: (0..<3).map { row in (0..<3).map { $0 == row ? 0.5 : 0.03 } },
      using: &generator)
    let groups = made.nodes.map { $0 / 15 }
    let found = try made.modularitySignificance(of: groups, nulls: .init(samples: 50, seed: 1))
    #expect(try found.observed == made.modularity(of: groups))
    #expect(try #require(found.zScore) > 4)
    #expect(found.shareAtLeast == 1.0 / 51)
    // A sparse random graph divides well, and no better than others.
    let chance = try Graph.erdosRenyi(nodeCount: 60, edgeCount: 100, using: &generator)
    let best = try chance.leiden()
    #expect(try #require(best.quality) > 0.4)
    let again = try chance.modularitySignificance(of: best.groups, nulls: .init(samples: 50))
    #expect(abs(try #require(again.zScore)) < 3.5)
  }

  /// Each null is divided anew, so what was chosen for the graph does not count for it.
  @Test func samplesAreTheBestOfEachRandomGraph() throws {
    let graph = try ReferenceNetwork.plain("karate34")
    let found = try graph.modularitySignificance(
      of: Array(repeating: 0, count: 34), .init(seed: 9), nulls: .init(samples: 10, seed: 4))
    #expect(found.observed == 0)
    let samples = found.samples.compactMap(\.self)
    #expect(samples.count == 10 && samples.allSatisfy { $0 > 0.2 && $0 < 0.42 })
    #expect(throws: GraphError.self) { try graph.modularitySignificance(of: [0]) }
  }
}
