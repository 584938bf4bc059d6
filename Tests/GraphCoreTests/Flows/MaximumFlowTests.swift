import GraphCore
import TestSupport
import Testing

@Suite struct MaximumFlowTests {
  /// The value is that of the smallest of all cuts; no edge carries too much, and what arrives at any
  /// other node leaves it.
  @Test func agreesWithAllCuts() throws {
    for graph in GraphFamilies.smallWeighted.filter({ $0.nodeCount > 1 }) + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, nodes: 2...7, seed: 821, isWeighted: true)
    {
      let table = GraphTable(graph)
      let capacities = graph.edges.map { $0.weight ?? 1 }
      for tail in graph.nodes.prefix(2) {
        for head in graph.nodes.suffix(2) where head != tail {
          let expected = table.smallestCut(from: tail, to: head, capacities: capacities)
          let found = try graph.maximumFlow(from: tail, to: head, capacities: .weights)
          #expect(found.value == expected)
          #expect(found.cut.capacity == expected)
          #expect(found.cut == (try graph.minimumCut(from: tail, to: head, capacities: .weights)))
          var balance = [Double](repeating: 0, count: graph.nodeCount)
          for (edge, flow) in zip(graph.edges, found.flows) {
            #expect(flow <= edge.weight ?? 1)
            #expect(flow >= (graph.isDirected ? 0 : -(edge.weight ?? 1)))
            balance[edge.tail] -= flow
            balance[edge.head] += flow
          }
          for node in graph.nodes {
            #expect(balance[node] == (node == tail ? -expected : node == head ? expected : 0))
          }
          // Without the edges of the cut there is no way.
          let rest = graph.edges.indices.filter { !found.cut.edges.contains($0) }
          let without = GraphFamilies.make(
            graph.nodeCount, rest.map { graph.edges[$0] }, isDirected: graph.isDirected)
          let opened = without.edges.filter { $0.weight ?? 1 > 0 }
          #expect(opened.count == without.edgeCount)
          #expect(!GraphTable(without).reaches(tail, head, without: []))
          #expect(found.cut.tailSide.contains(tail))
        }
      }
    }
  }

  /// NetworkX 3.6.1 (`maximum_flow_value` with weights as capacities, both networks undirected).
  @Test(arguments: [
    ("karate34", 0, 33, 22.0), ("karate34", 16, 26, 6), ("karate34", 5, 30, 11),
    ("lesmis77", 10, 48, 50), ("lesmis77", 0, 76, 1), ("lesmis77", 23, 58, 24),
  ])
  func agreesWithNetworkX(name: String, tail: Int, head: Int, value: Double) throws {
    let graph = try ReferenceNetwork.named(name)
    #expect(try graph.maximumFlow(from: tail, to: head, capacities: .weights).value == value)
    #expect(try graph.minimumCut(from: head, to: tail, capacities: .weights).capacity == value)
  }

  /// Fractions that do not add up exactly: conservation holds but for rounding.
  @Test func roundingStaysSmall() throws {
    var generator = SeededGenerator(seed: 822)
    let edges = (0..<600).map { _ in
      Graph.Edge(
        Int.random(in: 0..<60, using: &generator), Int.random(in: 0..<60, using: &generator),
        weight: Double.random(in: 0...1, using: &generator))
    }
    for isDirected in [true, false] {
      let graph = GraphFamilies.make(60, edges, isDirected: isDirected)
      let found = try graph.maximumFlow(from: 3, to: 44, capacities: .weights)
      var balance = [Double](repeating: 0, count: 60)
      for (edge, flow) in zip(graph.edges, found.flows) {
        balance[edge.tail] -= flow
        balance[edge.head] += flow
      }
      #expect(abs(balance[44] - found.value) < 1e-12)
      #expect(abs(found.cut.capacity - found.value) < 1e-12)
      #expect(graph.nodes.allSatisfy { $0 == 3 || $0 == 44 || abs(balance[$0]) < 1e-12 })
    }
  }
}
