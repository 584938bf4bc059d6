import GraphCore
import TestSupport
import Testing

@Suite struct NeighborhoodsTests {
  @Test func agreeWithTheTableOfDistances() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 441)
    {
      let along = GraphTable(graph).distances(weighted: false)
      let either = GraphTable(graph.asUndirected()).distances(weighted: false)
      for node in graph.nodes {
        for hops in 0...3 {
          let limit = Double(hops)
          #expect(
            graph.neighborhood(of: node, hops: hops, direction: .outward)
              == graph.nodes.filter { along[node][$0] <= limit })
          #expect(
            graph.neighborhood(of: node, hops: hops, direction: .inward)
              == graph.nodes.filter { along[$0][node] <= limit })
          #expect(
            graph.neighborhood(of: node, hops: hops)
              == graph.nodes.filter { either[node][$0] <= limit })
        }
      }
    }
  }

  @Test func theEgoNetworkHoldsAllEdgesBetweenThoseFound() {
    let graph = GraphFamilies.make(
      6, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (0, 0), (5, 0)], isDirected: true)
    let near = graph.egoNetwork(of: 0)
    #expect(near.nodes == [0, 1, 2, 5])
    #expect(near.edges == [0, 1, 2, 5, 6])
    #expect(graph.egoNetwork(of: 0, direction: .outward).nodes == [0, 1])
    #expect(graph.egoNetwork(of: 0, hops: 2, direction: .outward).nodes == [0, 1, 2])
    let others = graph.egoNetwork(of: 0, includesEgo: false)
    #expect(others.nodes == [1, 2, 5])
    #expect(others.edges == [1])
    #expect(graph.egoNetwork(of: 4, hops: 0).nodes == [4])
    #expect(graph.egoNetwork(of: 4, hops: 100, direction: .inward).nodes == [0, 1, 2, 3, 4, 5])
  }
}
