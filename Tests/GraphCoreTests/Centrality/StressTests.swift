import GraphCore
import TestSupport
import Testing

@Suite struct StressTests {
  @Test func agreesWithListedShortestPaths() throws {
    for (weighted, graphs) in [
      (
        false,
        GraphFamilies.small + GraphFamilies.ladder
          + GraphFamilies.random(count: 30, nodes: 1...7, seed: 661)
      ), (true, GraphFamilies.random(count: 60, nodes: 1...7, seed: 662, isWeighted: true)),
    ] {
      for graph in graphs {
        let half = graph.isDirected ? 1.0 : 0.5
        let expected = GraphTable(graph).stress(weighted: weighted).map { $0 * half }
        #expect(try graph.stress(lengths: weighted ? .weights : .hops).values == expected)
      }
    }
  }

  @Test func isAtLeastTheBetweennessAndTurnsWithTheGraph() throws {
    for graph in GraphFamilies.random(count: 30, seed: 663) {
      let stress = try graph.stress().values
      let betweenness = try graph.betweenness(Graph.BetweennessOptions(isNormalized: false)).values
      #expect(zip(stress, betweenness).allSatisfy { $0 >= $1 - 1e-12 })
      #expect(try graph.reversed().stress().values == stress)
    }
  }

  @Test func aChainOfDiamondsOutgrowsIntegers() throws {
    // Through the middle of 100 diamonds run 2^100 paths from end to end, and more.
    let pairs = (0..<100).flatMap { link in
      let at = 3 * link
      return [(at, at + 1), (at, at + 2), (at + 1, at + 3), (at + 2, at + 3)]
    }
    let scores = try GraphFamilies.make(301, pairs, isDirected: true).stress(
      execution: .init(threads: 1))
    #expect(scores[150] > 0x1p100)
    #expect(scores[150].isFinite)
  }
}
