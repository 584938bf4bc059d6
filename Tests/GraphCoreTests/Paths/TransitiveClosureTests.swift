import GraphCore
import TestSupport
import Testing

@Suite struct TransitiveClosureTests {
  static let graphs =
    GraphFamilies.small + GraphFamilies.ladder
    + GraphFamilies.random(count: 80, nodes: 1...12, seed: 921)

  @Test func joinsEachNodeToAllThatItReaches() throws {
    for graph in Self.graphs {
      let table = GraphTable(graph)
      let reach = table.reach()
      var expected: [[Int]] = []
      for tail in graph.nodes {
        for head in graph.nodes where graph.isDirected || head >= tail {
          let isReached = graph.nodes.contains { !table.steps[tail][$0].isEmpty && reach[$0][head] }
          if isReached { expected.append([tail, head]) }
        }
      }
      let found = try graph.transitiveClosure()
      #expect(found.edges.map { [$0.tail, $0.head] } == expected)
      #expect(found.isDirected == graph.isDirected)
    }
  }

  @Test func theReductionKeepsWhatNothingElseSays() throws {
    for graph in Self.graphs where graph.isDirected {
      guard graph.isAcyclic() else {
        #expect(throws: GraphError.self) { try graph.transitiveReduction() }
        continue
      }
      let kept = try graph.transitiveReduction()
      let table = GraphTable(graph)
      let reach = table.reach()
      let expected = graph.edges.indices.filter { edge in
        let (tail, head) = (graph.edges[edge].tail, graph.edges[edge].head)
        return table.steps[tail][head].first == edge
          && !graph.nodes.contains {
            $0 != tail && $0 != head && reach[tail][$0] && reach[$0][head]
          }
      }
      #expect(kept == expected)
    }
  }

  /// NetworkX 3.6.1: edges of the closure of the Islamic State network, and of the reduction of its
  /// condensation, which has 266 (`transitive_closure`, `transitive_reduction`).
  @Test func agreesWithNetworkX() throws {
    let graph = try ReferenceNetwork.named("ise_typed_nov13")
    #expect(try graph.transitiveClosure().edgeCount == 1_158)
    let condensed = graph.condensation().graph
    #expect(condensed.edgeCount == 266)
    #expect(try condensed.transitiveReduction().count == 205)
  }
}
