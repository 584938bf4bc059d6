import GraphCore
import TestSupport
import Testing

@Suite struct FragmentationTests {
  @Test func agreesWithTheTableOfDistances() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 481)
    {
      let table = GraphTable(graph)
      for removed in [[], [0], [1, 2], [3, 0, 3]] where removed.allSatisfy(graph.nodes.contains) {
        #expect(
          largestDifference(
            [try graph.fragmentation(without: removed)],
            [table.fragmentation(without: removed, byDistance: false)]) < 1e-12)
        #expect(
          largestDifference(
            [try graph.distanceFragmentation(without: removed)],
            [table.fragmentation(without: removed, byDistance: true)]) < 1e-12)
      }
    }
  }

  @Test func knownValues() throws {
    // Two triangles that share a node: without it 2 of 6 pairs are joined in each direction.
    let graph = GraphFamilies.make(
      5, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2)], isDirected: false)
    #expect(try graph.fragmentation() == 0)
    #expect(try abs((graph.fragmentation(without: [2]) ?? 0) - 2.0 / 3) < 1e-15)
    #expect(try abs((graph.distanceFragmentation(without: [2]) ?? 0) - 2.0 / 3) < 1e-15)
    // Six pairs at 1 and four at 2, of ten.
    #expect(try abs((graph.distanceFragmentation() ?? 0) - 0.2) < 1e-15)
    #expect(try graph.fragmentation(without: [0, 1, 2, 3]) == nil)
  }

  @Test func oneThreadAndManyAgree() throws {
    for graph in GraphFamilies.random(count: 8, nodes: 30...60, seed: 482) {
      let all = try [1, 2, 5].map { threads in
        [
          try graph.fragmentation(without: [3], execution: .init(threads: threads)),
          try graph.distanceFragmentation(without: [3], execution: .init(threads: threads)),
        ]
      }
      #expect(all[0] == all[1] && all[0] == all[2])
    }
  }
}
