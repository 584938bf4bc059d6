import GraphCore
import TestSupport
import Testing

@Suite struct BlockmodelTests {
  /// By hand: classes 7 of nodes 0, 1 and 4 of nodes 2, 3, 4.
  @Test func aDirectedGraphByHand() throws {
    let graph = GraphFamilies.make(
      5,
      [
        Graph.Edge(0, 1, weight: 2), Graph.Edge(0, 2), Graph.Edge(0, 2), Graph.Edge(1, 3),
        Graph.Edge(2, 3), Graph.Edge(4, 4), Graph.Edge(4, 0, weight: 3),
      ], isDirected: true)
    let found = try graph.blockmodel(of: [7, 7, 4, 4, 4])
    #expect(found.names == [7, 4])
    #expect(found.sizes == [2, 3])
    #expect(found.sums == [[1, 2], [1, 1]])
    let (third, sixth) = (1.0 / 3, 1.0 / 6)
    let densities: [[Double?]] = [[0.5, third], [sixth, sixth]]
    #expect(found.densities == densities)
    // Five ties of twenty pairs.
    #expect(found.threshold == 0.25)
    #expect(found.image == [[true, true], [false, false]])
    let weighted = try graph.blockmodel(
      of: [7, 7, 4, 4, 4], threshold: 0.6, usesWeights: true)
    #expect(weighted.sums == [[2, 3], [3, 1]])
    #expect(weighted.image == [[true, false], [false, false]])
  }

  @Test func anUndirectedGraphCountsBothEnds() throws {
    let found = try Graph.star(nodeCount: 4, isDirected: false).blockmodel(of: [0, 1, 1, 1])
    #expect(found.sums == [[0, 3], [3, 0]])
    let densities: [[Double?]] = [[nil, 1], [1, 0]]
    #expect(found.densities == densities)
    #expect(found.image == [[false, true], [true, false]])
  }

  @Test func wrongInputIsRefused() throws {
    let star = try Graph.star(nodeCount: 4, isDirected: false)
    #expect(throws: GraphError.self) { try star.blockmodel(of: [0]) }
    #expect(throws: GraphError.self) {
      try star.blockmodel(of: [0, 0, 0, 0], threshold: .nan)
    }
    #expect(try GraphFamilies.ladder[0].blockmodel(of: []).image == [])
  }
}
