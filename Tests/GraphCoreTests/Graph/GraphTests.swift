import GraphCore
import TestSupport
import Testing

@Suite struct GraphTests {
  @Test func rowsFollowTheEdges() throws {
    // By hand: edges 0: 2->0, 1: 0->1, 2: 2->0, 3: 2->2.
    let graph = GraphFamilies.make(3, [(2, 0), (0, 1), (2, 0), (2, 2)], isDirected: true)
    try graph.checkInvariants()
    #expect(graph.outNeighbors(of: 2).map(\.node) == [0, 0, 2])
    #expect(graph.outNeighbors(of: 2).map(\.edge) == [0, 2, 3])
    #expect(graph.inNeighbors(of: 0).map(\.node) == [2, 2])
    #expect(graph.inNeighbors(of: 1).map(\.node) == [0])
    #expect(graph.outNeighbors(of: 1).isEmpty)
    #expect(graph.edges.map(\.tail) == [2, 0, 2, 2])
    #expect(graph.edges.map(\.head) == [0, 1, 0, 2])
    #expect(graph.edgeCount == 4)
  }

  @Test func undirectedRowsHoldBothEndsAndALoopOnce() throws {
    let graph = GraphFamilies.make(3, [(2, 0), (0, 1), (0, 2), (2, 2)], isDirected: false)
    try graph.checkInvariants()
    #expect(graph.neighbors(of: 2, direction: .outward).map(\.node) == [0, 0, 2])
    #expect(graph.neighbors(of: 2, direction: .inward).map(\.edge) == [0, 2, 3])
    #expect(graph.outNeighbors(of: 0).map(\.node) == [1, 2, 2])
  }

  @Test func oneWeightMakesTheGraphWeighted() throws {
    let graph = GraphFamilies.make(
      2, [Graph.Edge(0, 1), Graph.Edge(1, 0, weight: 2.5)], isDirected: true)
    #expect(graph.isWeighted)
    #expect(graph.edges.map(\.weight) == [1, 2.5])
    let plain = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    #expect(!plain.isWeighted)
    #expect(plain.edges[0].weight == nil)
  }

  @Test func everyGraphKeepsItsInvariants() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 1)
    {
      try graph.checkInvariants()
      let table = GraphTable(graph)
      for node in graph.nodes {
        let expected = graph.nodes.flatMap { head in table.steps[node][head].map { (head, $0) } }
        let row = graph.outNeighbors(of: node)
        #expect(row.map(\.node) == expected.map(\.0))
        #expect(row.map(\.edge) == expected.map(\.1))
      }
    }
  }
}
