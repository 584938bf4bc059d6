import TestSupport
import Testing

@testable import GraphCore

@Suite struct TopClosenessTests {
  /// The nodes in the order of their scores, equal scores by node.
  private func ranked(_ scores: [Double], _ count: Int) -> [RankedNode] {
    scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(count).map {
      RankedNode(node: $0, score: scores[$0])
    }
  }

  @Test func agreesWithTheScoresOfAll() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...14, seed: 671)
      + GraphFamilies.random(count: 6, nodes: 60...200, seed: 672)
    {
      for direction in Graph.Direction.allCases {
        let options = Graph.DistanceOptions(direction: direction)
        let closeness = try graph.closeness(options).values
        let harmonic = try graph.harmonic(options).values
        for count in [0, 1, 3, graph.nodeCount + 1] {
          #expect(
            graph.topCloseness(count, direction: direction) == ranked(closeness, count))
          #expect(graph.topHarmonic(count, direction: direction) == ranked(harmonic, count))
        }
      }
    }
  }

  @Test func threadsChangeNothing() {
    let graph = GraphFamilies.random(count: 1, nodes: 300...300, seed: 673)[0]
    let one = graph.topCloseness(5, threads: 1)
    #expect(graph.topCloseness(5, threads: 4) == one)
    #expect(one.count == 5)
  }
}
