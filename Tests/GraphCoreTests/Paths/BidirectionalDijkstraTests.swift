import GraphCore
import TestSupport
import Testing

@Suite struct BidirectionalDijkstraTests {
  @Test func findsPathsAsShortAsFloydAndWarshall() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 80, seed: 411, isWeighted: true)
      + GraphFamilies.random(count: 4, nodes: 30...60, seed: 412, isWeighted: true)
    {
      let table = GraphTable(graph)
      let distances = table.distances(weighted: true)
      for tail in graph.nodes {
        for head in graph.nodes {
          let path = try graph.bidirectionalDijkstra(from: tail, to: head)
          #expect(path?.length ?? .infinity == distances[tail][head])
          if let path {
            #expect(
              flaw(of: path, in: graph, from: tail, to: head, lengths: table.numbers) == nil)
          }
        }
      }
    }
  }

  @Test func theFirstMeetingNeedNotBeOnTheShortestPath() throws {
    // By hand: the searches meet first at 1 (3 + 3); the edge 2-3 makes a path of 2 + 1 + 2.
    let graph = GraphFamilies.make(
      5,
      [
        Graph.Edge(0, 1, weight: 3), Graph.Edge(1, 4, weight: 3), Graph.Edge(0, 2, weight: 2),
        Graph.Edge(2, 3, weight: 1), Graph.Edge(3, 4, weight: 2),
      ], isDirected: true)
    #expect(try graph.bidirectionalDijkstra(from: 0, to: 4)?.nodes == [0, 2, 3, 4])
  }

  @Test func negativeLengthsAreRefused() {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -1)], isDirected: true)
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: -1, needed: .notNegative)) {
      try graph.bidirectionalDijkstra(from: 0, to: 1)
    }
  }
}
