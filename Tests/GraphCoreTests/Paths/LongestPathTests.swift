import GraphCore
import TestSupport
import Testing

@Suite struct LongestPathTests {
  @Test func agreesWithTheLongestOfAllPaths() throws {
    for random in GraphFamilies.random(count: 120, nodes: 1...6, seed: 521, isWeighted: true)
      + GraphFamilies.ladder + GraphFamilies.small
    {
      // Without the edges that lead back there is no cycle; weights become quarters from -1.
      let graph = GraphFamilies.make(
        random.nodeCount,
        random.edges.filter { $0.tail < $0.head }
          .map { Graph.Edge($0.tail, $0.head, weight: $0.weight.map { $0 - 1.25 }) },
        isDirected: true)
      let table = GraphTable(graph)
      let all = graph.nodes.flatMap { tail in
        graph.nodes.flatMap { table.simplePaths(from: tail, to: $0, weighted: true) }
      }
      let longest = all.map(\.length).max()
      let best = all.filter { $0.length == longest }.min { left, right in
        left.nodes == right.nodes
          ? left.edges.lexicographicallyPrecedes(right.edges)
          : left.nodes.lexicographicallyPrecedes(right.nodes)
      }
      let found = try graph.longestPath()
      #expect(found?.length == longest)
      #expect(found?.nodes == best?.nodes)
      #expect(found?.edges == best?.edges)
    }
  }

  @Test func aCycleHasNoLongestPath() {
    for (graph, cycle) in [
      (GraphFamilies.make(3, [(0, 1), (1, 2), (2, 1)], isDirected: true), [1, 2]),
      (GraphFamilies.make(2, [(1, 1)], isDirected: true), [1]),
      (GraphFamilies.make(2, [(1, 0)], isDirected: false), [0, 1]),
    ] {
      #expect(throws: GraphError.cycle(nodes: cycle)) { try graph.longestPath() }
    }
  }

  @Test func anEmptyGraphHasNoPath() throws {
    #expect(try GraphFamilies.make(0, [(Int, Int)](), isDirected: true).longestPath() == nil)
  }
}
