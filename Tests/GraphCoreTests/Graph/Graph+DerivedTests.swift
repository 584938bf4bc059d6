import GraphCore
import TestSupport
import Testing

@Suite struct GraphDerivedTests {
  @Test func reversingTransposesTheMatrixAndTwiceIsNothing() throws {
    for graph in GraphFamilies.small + GraphFamilies.random(count: 40, seed: 2, isWeighted: true) {
      let reversed = graph.reversed()
      try reversed.checkInvariants()
      let matrix = GraphTable(graph).matrix(weighted: true)
      let turned = GraphTable(reversed).matrix(weighted: true)
      for row in graph.nodes {
        #expect(graph.nodes.map { turned[$0][row] } == matrix[row])
      }
      #expect(reversed.reversed() == graph)
    }
  }

  @Test func simplifyingSumsParallelWeightsAndDropsLoops() throws {
    for graph in GraphFamilies.random(count: 60, seed: 3, isWeighted: true) {
      let simple = graph.simplified()
      try simple.checkInvariants()
      // Quarters add up exactly, so the matrices must agree off the diagonal.
      var expected = GraphTable(graph).matrix(weighted: true)
      for node in graph.nodes { expected[node][node] = 0 }
      #expect(GraphTable(simple).matrix(weighted: true) == expected)
      #expect(Set(simple.edges.map { [$0.tail, $0.head] }).count == simple.edgeCount)
      #expect(simple.simplified() == simple)
    }
  }

  @Test func ignoringDirectionMakesTheMatrixSymmetric() throws {
    for graph in GraphFamilies.small where graph.isDirected {
      let undirected = graph.asUndirected()
      try undirected.checkInvariants()
      #expect(!undirected.isDirected)
      let matrix = GraphTable(graph).matrix(weighted: false)
      let sums = graph.nodes.map { row in
        graph.nodes.map { row == $0 ? matrix[row][row] : matrix[row][$0] + matrix[$0][row] }
      }
      #expect(GraphTable(undirected).matrix(weighted: false) == sums)
    }
  }

  @Test func aSubgraphKeepsTheEdgesBetweenItsNodes() throws {
    // By hand: nodes 1 and 3 of the path 0-1-2-3 with the chord 1-3 and a loop at 3.
    let graph = GraphFamilies.make(
      4, [(0, 1), (1, 2), (2, 3), (3, 1), (3, 3)], isDirected: true)
    let part = graph.subgraph(of: [3, 1, 3])
    try part.graph.checkInvariants()
    #expect(part.nodes == [1, 3])
    #expect(part.edges == [3, 4])
    #expect(part.graph == GraphFamilies.make(2, [(1, 0), (1, 1)], isDirected: true))
    #expect(graph.subgraph(of: graph.nodes).graph == graph)
    #expect(graph.subgraph(of: []).graph.nodeCount == 0)
  }
}
