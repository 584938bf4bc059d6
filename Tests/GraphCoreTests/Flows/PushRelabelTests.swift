import TestSupport
import Testing

@testable import GraphCore

@Suite struct PushRelabelTests {
  /// The same search is used again and again; chains of dead ends make gaps.
  @Test func aSearchCanBeUsedAgain() throws {
    for graph in GraphFamilies.random(count: 20, nodes: 3...8, seed: 811, isWeighted: true) {
      let capacities = graph.edges.map { $0.weight ?? 1 }
      var search = PushRelabel(
        graph.flowNetwork, capacities: graph.arcCapacities(capacities))
      for tail in graph.nodes {
        for head in graph.nodes where head != tail {
          let expected = GraphTable(graph).smallestCut(
            from: tail, to: head, capacities: capacities)
          #expect(try search.cut(from: tail, to: head).value == expected)
        }
      }
    }
  }

  /// A long chain to a narrow end, and a broad tree of dead ends.
  @Test func whatCannotArriveGoesBack() throws {
    let count = 3_000
    var edges = (1..<count).map { Graph.Edge($0 - 1, $0, weight: 5) }
    edges[count - 2] = Graph.Edge(count - 2, count - 1, weight: 2)
    edges += (1..<count).map { Graph.Edge($0, count + $0, weight: 5) }
    let graph = GraphFamilies.make(2 * count, edges, isDirected: true)
    let found = try graph.maximumFlow(from: 0, to: count - 1, capacities: .weights)
    #expect(found.value == 2)
    #expect(found.flows.prefix(count - 1).allSatisfy { $0 == 2 })
    #expect(found.flows.dropFirst(count - 1).allSatisfy { $0 == 0 })
    #expect(found.cut.edges == [count - 2])
  }
}
