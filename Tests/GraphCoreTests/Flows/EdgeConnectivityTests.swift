import GraphCore
import TestSupport
import Testing

@Suite struct EdgeConnectivityTests {
  static let graphs =
    GraphFamilies.small + GraphFamilies.ladder
    + GraphFamilies.random(count: 40, nodes: 2...7, seed: 841)

  @Test func agreesWithAllCuts() throws {
    for graph in Self.graphs {
      let table = GraphTable(graph)
      let ones = graph.edges.map { _ in 1.0 }
      var least: Int? = graph.nodeCount == 0 ? nil : graph.nodeCount == 1 ? 0 : .max
      for tail in graph.nodes {
        for head in graph.nodes where head != tail {
          let expected = Int(table.smallestCut(from: tail, to: head, capacities: ones))
          #expect(try graph.edgeConnectivity(from: tail, to: head) == expected)
          least = least.map { min($0, expected) }
        }
      }
      #expect(try graph.edgeConnectivity() == least)
    }
  }

  @Test func pathsShareNoEdge() throws {
    for graph in Self.graphs where graph.nodeCount > 1 {
      let (tail, head) = (0, graph.nodeCount - 1)
      let paths = try graph.edgeDisjointPaths(from: tail, to: head)
      #expect(try paths.count == graph.edgeConnectivity(from: tail, to: head))
      #expect(Set(paths.flatMap(\.edges)).count == paths.reduce(0) { $0 + $1.hops })
      for path in paths {
        #expect(path.nodes.first == tail && path.nodes.last == head)
        #expect(Set(path.nodes).count == path.nodes.count)
        for (place, edge) in path.edges.enumerated() {
          let ends = [path.nodes[place], path.nodes[place + 1]]
          let own = [graph.edges[edge].tail, graph.edges[edge].head]
          #expect(own == ends || (!graph.isDirected && own == ends.reversed()))
        }
      }
      #expect(paths.map(\.hops) == paths.map(\.hops).sorted())
    }
  }

  /// NetworkX 3.6.1 (`edge_connectivity`).
  @Test(arguments: [
    ("karate34", 0, 33, 10), ("karate34", 16, 26, 2), ("karate34", 5, 30, 4),
    ("lesmis77", 10, 48, 19), ("lesmis77", 0, 76, 1), ("lesmis77", 23, 58, 10),
  ])
  func agreesWithNetworkX(name: String, tail: Int, head: Int, count: Int) throws {
    let graph = try ReferenceNetwork.named(name)
    #expect(try graph.edgeConnectivity(from: tail, to: head) == count)
    #expect(try graph.edgeDisjointPaths(from: tail, to: head).count == count)
  }

  @Test func wholeNetworksAgreeWithNetworkX() throws {
    for (name, count) in [("karate34", 1), ("lesmis77", 1), ("davis_women", 2)] {
      let graph = try ReferenceNetwork.named(name)
      #expect(try graph.edgeConnectivity() == count)
      #expect(try graph.edgeConnectivity(execution: Execution(threads: 1)) == count)
    }
    #expect(try Graph.hypercube(dimension: 5, isDirected: false).edgeConnectivity() == 5)
  }
}
