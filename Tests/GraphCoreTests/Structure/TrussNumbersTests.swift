import GraphCore
import TestSupport
import Testing

@Suite struct TrussNumbersTests {
  @Test func agreesWithStrikingOutPairs() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...12, seed: 631)
    {
      let expected = GraphTable(graph).trussNumbers()
      let numbers = graph.edges.map { edge -> Int? in
        edge.tail == edge.head ? nil : expected[edge.tail][edge.head]
      }
      #expect(try graph.trussNumbers().values == numbers)
    }
  }

  @Test func everyEdgeOfACompleteGraphHasTheNumberOfNodes() throws {
    let found = try Graph.complete(nodeCount: 7, isDirected: false).trussNumbers()
    #expect(found.values == [Int?](repeating: 7, count: 21))
  }

  /// By k from 2, the edges of the k-truss in NetworkX 3.6.1 (`k_truss`).
  @Test(arguments: [
    ("lesmis77", [254, 232, 213, 188, 164, 162, 97, 62, 62, 0]),
    ("karate34", [78, 67, 25, 14, 0]), ("davis_women", [89, 0]),
    ("ise_typed_nov13", [268, 127, 24, 0]),
  ])
  func agreesWithNetworkX(name: String, counts: [Int]) throws {
    let graph = try ReferenceNetwork.named(name).asUndirected().simplified()
    let numbers = try graph.trussNumbers().values.compactMap(\.self)
    #expect(numbers.count == graph.edgeCount)
    for (place, count) in counts.enumerated() {
      #expect(numbers.count { $0 >= place + 2 } == count)
    }
  }
}
