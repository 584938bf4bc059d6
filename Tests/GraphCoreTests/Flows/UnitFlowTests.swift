import TestSupport
import Testing

@testable import GraphCore

@Suite struct UnitFlowTests {
  @Test func sendsNoMoreThanIsAskedFor() throws {
    let graph = try Graph.complete(nodeCount: 6, isDirected: false)
    var search = UnitFlow(graph.flowNetwork, isTwoWay: true)
    for most in 0...5 {
      let sent = try search.run(from: 0, to: 5, most: most)
      #expect(sent == most)
    }
    let sent = try search.run(from: 0, to: 5)
    #expect(sent == 5)
    #expect(search.ways(from: 0, to: 5).count == 5)
  }

  /// The shortest way, 0 - 1 - 2 - 7, takes from each of two longer ones the edge that it needs.
  @Test(arguments: [true, false]) func aWayIsTakenBack(isDirected: Bool) throws {
    let graph = GraphFamilies.make(
      8, [(0, 1), (1, 2), (2, 7), (0, 3), (3, 4), (4, 2), (1, 5), (5, 6), (6, 7)],
      isDirected: isDirected)
    let expected = [[0, 1, 5, 6, 7], [0, 3, 4, 2, 7]]
    #expect(try graph.edgeConnectivity(from: 0, to: 7) == 2)
    #expect(try graph.nodeConnectivity(from: 0, to: 7) == 2)
    #expect(try graph.edgeDisjointPaths(from: 0, to: 7).map(\.nodes) == expected)
    #expect(try graph.nodeDisjointPaths(from: 0, to: 7).map(\.nodes) == expected)
  }

  /// Dead ends and ways that must be taken back.
  @Test func agreesWithPushRelabel() throws {
    var generator = SeededGenerator(seed: 831)
    for isDirected in [true, false] {
      let graph = try Graph.erdosRenyi(
        nodeCount: 200, edgeCount: 700, isDirected: isDirected, using: &generator)
      for head in [1, 50, 199] {
        #expect(
          try Double(graph.edgeConnectivity(from: 0, to: head))
            == graph.maximumFlow(from: 0, to: head).value)
      }
    }
  }
}
