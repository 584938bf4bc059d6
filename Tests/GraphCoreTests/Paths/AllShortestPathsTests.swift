import GraphCore
import TestSupport
import Testing

@Suite struct AllShortestPathsTests {
  @Test func listsAndCountsEveryShortestPath() throws {
    for (weighted, graphs) in [
      (
        false,
        GraphFamilies.small + GraphFamilies.ladder
          + GraphFamilies.random(count: 30, nodes: 1...7, seed: 451)
      ), (true, GraphFamilies.random(count: 60, nodes: 1...7, seed: 452, isWeighted: true)),
    ] {
      let lengths: EdgeLengths = weighted ? .weights : .hops
      for graph in graphs {
        let table = GraphTable(graph)
        for tail in graph.nodes {
          let counts = try graph.shortestPathCounts(from: tail, lengths: lengths)
          for head in graph.nodes {
            let expected = table.shortestPaths(from: tail, to: head, weighted: weighted)
            let found = Array(try graph.allShortestPaths(from: tail, to: head, lengths: lengths))
            #expect(found.count == expected.count)
            #expect(
              Set(found.map { [$0.nodes, $0.edges] }) == Set(expected.map { [$0.nodes, $0.edges] }))
            #expect(found.allSatisfy { $0.length == expected.first?.length })
            #expect(counts[head] == Double(expected.count))
            // In the order of their steps.
            let steps = found.map { path in
              zip(path.nodes.dropFirst(), path.edges).flatMap { [$0, $1] }
            }
            #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
          }
        }
      }
    }
  }

  @Test func inwardCountsAreOutwardCountsOfTheReversedGraph() throws {
    for graph in GraphFamilies.random(count: 20, seed: 453) {
      for root in graph.nodes {
        let inward = try graph.shortestPathCounts(from: root, direction: .inward)
        #expect(try inward == graph.reversed().shortestPathCounts(from: root))
      }
    }
  }

  @Test func roundingDoesNotHideATie() throws {
    let graph = GraphFamilies.make(4, [(0, 1), (1, 3), (0, 2), (2, 3)], isDirected: true)
    let lengths = EdgeLengths.values([0.1, 0.2, 0.15, 0.15])
    #expect(
      try graph.allShortestPaths(from: 0, to: 3, lengths: lengths).map(\.nodes)
        == [[0, 1, 3], [0, 2, 3]])
    #expect(try graph.shortestPathCounts(from: 0, lengths: lengths)[3] == 2)
  }

  @Test func pathsAreComputedWhenAskedFor() throws {
    // A chain of 100 diamonds has 2^100 shortest paths from end to end.
    let pairs = (0..<100).flatMap { link in
      let at = 3 * link
      return [(at, at + 1), (at, at + 2), (at + 1, at + 3), (at + 2, at + 3)]
    }
    let graph = GraphFamilies.make(301, pairs, isDirected: true)
    #expect(try graph.shortestPathCounts(from: 0)[300] == 0x1p100)
    var paths = try graph.allShortestPaths(from: 0, to: 300)
    #expect(paths.next()?.nodes.suffix(4) == [295, 297, 298, 300])
    #expect(paths.next()?.nodes.suffix(4) == [295, 297, 299, 300])
  }
}
