import GraphCore
import TestSupport
import Testing

@Suite struct WidestPathTests {
  @Test func agreesWithTheWidestOfAllPaths() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...7, seed: 471, isWeighted: true)
    {
      let table = GraphTable(graph)
      for tail in graph.nodes {
        for head in graph.nodes where head != tail {
          let all = table.simplePaths(from: tail, to: head, weighted: false)
          func width(_ path: EnumeratedPath) -> Double {
            path.edges.map { table.numbers[$0] }.min() ?? .infinity
          }
          let widest = all.map(width).max()
          // Of the widest the fewest edges, then the smallest nodes, then the smallest edges.
          let best = all.filter { width($0) == widest }.min { left, right in
            if left.edges.count != right.edges.count { return left.edges.count < right.edges.count }
            if left.nodes != right.nodes {
              return left.nodes.lexicographicallyPrecedes(right.nodes)
            }
            return left.edges.lexicographicallyPrecedes(right.edges)
          }
          let found = graph.widestPath(from: tail, to: head)
          #expect(found?.width == widest)
          #expect(found?.path.nodes == best?.nodes)
          #expect(found?.path.edges == best?.edges)
        }
      }
    }
  }

  @Test func negativeWeightsAreWidthsToo() {
    let graph = GraphFamilies.make(
      3,
      [
        Graph.Edge(0, 1, weight: -1), Graph.Edge(1, 2, weight: -2), Graph.Edge(0, 2, weight: -3),
      ], isDirected: true)
    #expect(graph.widestPath(from: 0, to: 2)?.width == -2)
  }

  @Test func aNodeIsInfinitelyNearItself() {
    let graph = GraphFamilies.make(1, [(0, 0)], isDirected: true)
    let found = graph.widestPath(from: 0, to: 0)
    #expect(found?.width == .infinity)
    #expect(found?.path.nodes == [0])
  }
}
