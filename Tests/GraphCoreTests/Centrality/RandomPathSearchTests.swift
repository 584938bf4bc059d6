import TestSupport
import Testing

@testable import GraphCore

@Suite struct RandomPathSearchTests {
  @Test func everyShortestPathIsEquallyLikely() throws {
    for graph in GraphFamilies.random(count: 12, nodes: 5...7, seed: 631) + GraphFamilies.ladder {
      let table = GraphTable(graph)
      var search = RandomPathSearch(graph: graph)
      var generator = SeededGenerator(seed: 632)
      for tail in graph.nodes {
        for head in graph.nodes where head != tail {
          let paths = table.shortestPaths(from: tail, to: head, weighted: false)
          // By set of inner nodes, how many paths: parallel edges make several of the same nodes.
          var expected: [Set<Int>: Double] = [:]
          for path in paths {
            expected[Set(path.nodes.dropFirst().dropLast()), default: 0] += 1 / Double(paths.count)
          }
          let draws = 600
          var found: [Set<Int>: Double] = [:]
          for _ in 0..<draws {
            var inner: Set<Int> = []
            search.visitRandomPath(from: tail, to: head, using: &generator) { inner.insert($0) }
            found[inner, default: 0] += 1 / Double(draws)
          }
          if paths.isEmpty { expected = [[]: 1] }
          #expect(Set(found.keys).isSubset(of: expected.keys))
          // Five standard deviations of a share of 600 draws are below 0.103.
          for (inner, share) in expected { #expect(abs(found[inner, default: 0] - share) < 0.103) }
        }
      }
    }
  }
}
