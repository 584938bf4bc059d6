import GraphCore
import TestSupport
import Testing

@Suite struct TriadCensusTests {
  @Test func agreesWithAllTriples() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 80, nodes: 1...12, seed: 641)
    {
      let table = GraphTable(graph)
      let found = try graph.triadCensus()
      let expected = table.triads()
      #expect(Triad.allCases.map { found[$0] } == Triad.allCases.map { expected[$0.rawValue] })
      let dyads = graph.dyadCensus()
      #expect([dyads.mutual, dyads.asymmetric, dyads.null] == table.dyads())
    }
  }

  /// What NetworkX 3.6.1 counts (`triadic_census`).
  @Test func agreesWithNetworkX() throws {
    let graph = try ReferenceNetwork.named("ise_typed_nov13")
    let found = try graph.triadCensus()
    #expect(
      found.counts
        == [451_586, 33_427, 102, 834, 750, 537, 13, 26, 68, 0, 0, 0, 1, 0, 0, 0])
    #expect(try graph.triadCensus(execution: Execution(threads: 1)) == found)
    #expect(graph.dyadCensus() == graph.simplified().dyadCensus())
  }

  @Test func countsAddUpWhereNearlyAllIsEmpty() throws {
    let graph = GraphFamilies.make(100_000, [(0, 99_999), (5, 7), (7, 5)], isDirected: true)
    let found = try graph.triadCensus()
    let all: Int = 100_000 * 99_999 / 2 * 99_998 / 3
    #expect(found.counts.reduce(0, +) == all)
    #expect(found[.single] == 99_998)
    #expect(found[.mutual] == 99_998)
  }

  @Test func moreThanCanBeCountedIsRefused() throws {
    let graph = GraphFamilies.make(3_000_001, [Graph.Edge](), isDirected: false)
    #expect(throws: GraphError.self) { try graph.triadCensus() }
  }
}
