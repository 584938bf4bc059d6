import TestSupport
import Testing

@testable import GraphCore

@Suite struct UnitFlowTests {
  @Test func sendsNoMoreThanIsAskedFor() throws {
    let graph = try Graph.complete(nodeCount: 6, isDirected: false)
    var search = UnitFlow(graph.flowNetwork, isTwoWay: true)
    for most in 0...5 { #expect(search.run(from: 0, to: 5, most: most) == most) }
    #expect(search.run(from: 0, to: 5) == 5)
    #expect(search.ways(from: 0, to: 5).count == 5)
  }

  /// Dead ends and ways that must be taken back.
  @Test func agreesWithPushRelabel() throws {
    var generator = SeededGenerator(seed: 831)
    for isDirected in [true, false] {
      let graph = try Graph.erdosRenyi(
        nodeCount: 200, edgeCount: 700, isDirected: isDirected, using: &generator)
      for head in [1, 50, 199] {
        #expect(
          Double(graph.edgeConnectivity(from: 0, to: head))
            == (try graph.maximumFlow(from: 0, to: head).value))
      }
    }
  }
}
