import GraphCore
import TestSupport
import Testing

@Suite struct ShortestSimplePathsTests {
  private func expectAgreement(_ graph: Graph, weighted: Bool, maximumHops: Int?) throws {
    let table = GraphTable(graph)
    for tail in graph.nodes {
      for head in graph.nodes {
        let expected = table.rankedPaths(from: tail, to: head, weighted: weighted)
          .filter { $0.edges.count <= maximumHops ?? Int.max }
        // One more than there are, so that a list without end fails and does not hang.
        let found = try graph.shortestSimplePaths(
          from: tail, to: head, lengths: weighted ? .weights : .hops, maximumHops: maximumHops
        ).prefix(expected.count + 1)
        #expect(found.map(\.nodes) == expected.map(\.nodes))
        #expect(found.map(\.edges) == expected.map(\.edges))
        #expect(found.map(\.length) == expected.map(\.length))
      }
    }
  }

  @Test func listsEveryPathOfEverySmallGraph() throws {
    for (index, graph) in GraphFamilies.small.enumerated()
    where !graph.isDirected || graph.nodeCount < 4 || index.isMultiple(of: 13) {
      try expectAgreement(graph, weighted: false, maximumHops: nil)
      try expectAgreement(graph, weighted: false, maximumHops: 2)
    }
  }

  @Test(arguments: [nil, 1, 3, 5])
  func listsEveryPathOfRandomGraphs(maximumHops: Int?) throws {
    for graph in GraphFamilies.random(count: 16, nodes: 1...6, seed: 9, isWeighted: true) {
      try expectAgreement(graph, weighted: true, maximumHops: maximumHops)
    }
    for graph in GraphFamilies.ladder {
      try expectAgreement(graph, weighted: false, maximumHops: maximumHops)
    }
    for graph in GraphFamilies.random(count: 3, nodes: 8...9, seed: 15, isWeighted: true) {
      try expectAgreement(graph, weighted: true, maximumHops: maximumHops)
    }
  }

  @Test func aLimitAboveTheLongestPathChangesNothing() throws {
    for graph in GraphFamilies.random(count: 8, nodes: 8...10, seed: 10, isWeighted: true) {
      let free = try graph.shortestSimplePaths(from: 0, to: 1, lengths: .weights)
      let limited = try graph.shortestSimplePaths(
        from: 0, to: 1, lengths: .weights, maximumHops: graph.nodeCount)
      #expect(Array(free.prefix(40)) == Array(limited.prefix(40)))
    }
  }

  @Test func roundingDoesNotReorderTies() throws {
    // Both ways are 0.3 long but for rounding, so the way with fewer edges comes first although its
    // sum is larger.
    let graph = GraphFamilies.make(4, [(0, 1), (1, 3), (0, 3), (0, 2), (2, 3)], isDirected: true)
    for maximumHops in [nil, 3] {
      let paths = try graph.shortestSimplePaths(
        from: 0, to: 3, lengths: .values([0.15, 0.15, (0.1 + 0.2).nextUp, 0.1, 0.2]),
        maximumHops: maximumHops)
      #expect(paths.map(\.nodes) == [[0, 3], [0, 1, 3], [0, 2, 3]])
    }
  }

  @Test func pathsAreComputedWhenAskedFor() throws {
    // K12 has 9,864,101 simple paths between two nodes (the sum of 10!/k! for k from 0 to 10).
    let pairs = (0..<12).flatMap { tail in ((tail + 1)..<12).map { (tail, $0) } }
    let graph = GraphFamilies.make(12, pairs, isDirected: false)
    var paths = try graph.shortestSimplePaths(from: 0, to: 11)
    #expect(paths.next()?.nodes == [0, 11])
    #expect((0..<10).map { _ in paths.next()?.hops } == [Int?](repeating: 2, count: 10))
    #expect(paths.next()?.hops == 3)
  }
}
