import GraphCore
import TestSupport
import Testing

@Suite struct SimplePathsTests {
  private func expectAgreement(_ graph: Graph, weighted: Bool, maximumHops: Int?) throws {
    let table = GraphTable(graph)
    for tail in graph.nodes {
      for head in graph.nodes {
        let expected = table.rankedPaths(from: tail, to: head, weighted: weighted)
          .filter { $0.edges.count <= maximumHops ?? Int.max }
          .sorted { $0.nodes.lexicographicallyPrecedes($1.nodes) }
        let found = Array(
          try graph.simplePaths(
            from: tail, to: head, maximumHops: maximumHops,
            lengths: weighted ? .weights : .hops))
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

  @Test(arguments: [nil, 0, 1, 3, 5])
  func listsEveryPathOfRandomGraphs(maximumHops: Int?) throws {
    for graph in GraphFamilies.random(count: 16, nodes: 1...6, seed: 461, isWeighted: true) {
      try expectAgreement(graph, weighted: true, maximumHops: maximumHops)
    }
    for graph in GraphFamilies.ladder {
      try expectAgreement(graph, weighted: false, maximumHops: maximumHops)
    }
  }

  @Test func pathsAreComputedWhenAskedFor() throws {
    // K12 has 9,864,101 simple paths between two nodes (the sum of 10!/k! for k from 0 to 10), of
    // which 1 + 10 + 90 have at most 3 edges.
    let pairs = (0..<12).flatMap { tail in ((tail + 1)..<12).map { (tail, $0) } }
    let graph = GraphFamilies.make(12, pairs, isDirected: false)
    var paths = try graph.simplePaths(from: 0, to: 11)
    #expect(paths.next()?.nodes == Array(0...11))
    let short = try graph.simplePaths(from: 0, to: 11, maximumHops: 3)
    #expect(short.reduce(0) { count, _ in count + 1 } == 101)
  }
}
