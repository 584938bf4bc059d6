import TestSupport
import Testing

@testable import GraphCore

@Suite struct DirectedFactoringTests {
  @Test func itGivesUpWhenItsEffortIsSpent() throws {
    let graph = try Graph.complete(nodeCount: 6, isDirected: true)
    let arcs = graph.edges.map { UncertainEdge($0.tail, $0.head, 0.5) }
    for effort in [0, 10, 100] {
      var factoring = DirectedFactoring(effort: effort)
      #expect(try factoring.reliability(arcs, from: 0, to: 5) == nil)
    }
  }

  @Test func agreesWithAllWorlds() throws {
    for graph in GraphFamilies.random(count: 120, nodes: 2...6, seed: 891)
    where graph.isDirected && graph.edgeCount <= 9 {
      let chances = graph.edges.indices.map { Double(($0 * 5 + 2) % 9) / 8 }
      let slow = SlowSpread(graph, probabilities: chances)
      let arcs = graph.edges.enumerated().map { UncertainEdge($1.tail, $1.head, chances[$0]) }
      for head in graph.nodes.dropFirst() {
        var factoring = DirectedFactoring(effort: 100_000)
        let found = try #require(try factoring.reliability(arcs, from: 0, to: head))
        #expect(abs(found - slow.reliability(from: 0, to: [head])) < 1e-12)
      }
    }
  }

  @Test func anArcBackChangesNothing() throws {
    // 0 to 1 to 2, with arcs back, and a side way that leads nowhere.
    let ends = [(0, 1), (1, 2), (1, 0), (2, 1), (1, 3), (3, 1)]
    var factoring = DirectedFactoring(effort: 30)
    let found = try factoring.reliability(
      ends.map { UncertainEdge($0.0, $0.1, 0.5) }, from: 0, to: 2)
    #expect(found == 0.25)
  }
}
