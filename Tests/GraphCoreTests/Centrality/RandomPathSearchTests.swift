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

  @Test func longPathsAreEquallyLikelyToo() {
    // From corner to corner of a grid of 4 by 4 run 20 shortest paths, each over other nodes.
    let pairs = (0..<16).flatMap { node -> [(Int, Int)] in
      (node % 4 < 3 ? [(node, node + 1)] : []) + (node / 4 < 3 ? [(node, node + 4)] : [])
    }
    for isDirected in [false, true] {
      var search = RandomPathSearch(graph: GraphFamilies.make(16, pairs, isDirected: isDirected))
      var generator = SeededGenerator(seed: 633)
      var found: [Set<Int>: Int] = [:]
      for _ in 0..<4_000 {
        var inner: Set<Int> = []
        search.visitRandomPath(from: 0, to: 15, using: &generator) { inner.insert($0) }
        found[inner, default: 0] += 1
      }
      #expect(found.count == 20)
      // 200 each; five standard deviations are 69.
      #expect(found.values.allSatisfy { abs($0 - 200) < 69 })
    }
  }
}
