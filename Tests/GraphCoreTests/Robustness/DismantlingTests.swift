import GraphCore
import TestSupport
import Testing

@Suite struct DismantlingTests {
  @Test func leavesSmallComponentsAndNoNodeCanBePutBack() throws {
    var (best, tried) = (0, 0)
    for graph in GraphFamilies.small.filter({ !$0.isDirected }) + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 4...8, seed: 751)
    {
      for size in 1...3 {
        let found = try graph.dismantling(toSize: size, seed: 1)
        #expect(SlowRobustness.largest(graph, without: found.nodes) == found.largest)
        #expect(found.largest <= size)
        for node in found.nodes {
          let others = found.nodes.filter { $0 != node }
          #expect(SlowRobustness.largest(graph, without: others) > size)
        }
        let fewest = (0...graph.nodeCount).first { count in
          GraphTable(graph).sets(of: count).contains {
            SlowRobustness.largest(graph, without: $0) <= size
          }
        }
        #expect(found.nodes.count >= fewest ?? 0)
        tried += 1
        if found.nodes.count == fewest { best += 1 }
      }
    }
    #expect(best * 10 >= tried * 9, "\(best) of \(tried)")
  }

  @Test func twoCliquesAreCutAtTheirBridge() throws {
    // Two complete graphs of 6 that share node 0.
    let first = (0..<6).flatMap { tail in ((tail + 1)..<6).map { (tail, $0) } }
    let second = first.map { ($0.0 == 0 ? 0 : $0.0 + 5, $0.1 + 5) }
    let graph = GraphFamilies.make(11, first + second, isDirected: false)
    let found = try graph.dismantling(toSize: 5)
    #expect(found == (try graph.dismantling(toSize: 5, seed: 7)))
    #expect(found.nodes == [0])
    #expect(found.largest == 5)
  }

  @Test func fewerNodesThanByDegreeOnAGrid() throws {
    let grid = try Graph.grid(rows: 16, columns: 16)
    let found = try grid.dismantling(toSize: 30, seed: 3)
    let byDegree = try grid.removalCurve { $0.graph.degree(isNormalized: false).values }
    let needed = try #require(byDegree.largestShares.firstIndex { $0 * 256 <= 30 })
    #expect(found.nodes.count * 2 < needed)
    #expect(try grid.dismantling(toSize: 256).nodes == [])
    #expect(throws: GraphError.self) { try grid.dismantling(toSize: 0) }
  }
}
