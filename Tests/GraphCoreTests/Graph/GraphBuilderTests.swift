import GraphCore
import Testing

@Suite struct GraphBuilderTests {
  @Test func indicesComeInTheOrderGiven() throws {
    var builder = try GraphBuilder(isDirected: true)
    #expect(try builder.addNode() == 0)
    #expect(try builder.addNode() == 1)
    #expect(try builder.addEdge(1, 0) == 0)
    #expect(try builder.addEdge(0, 1, weight: 3) == 1)
    #expect(builder.nodeCount == 2)
    #expect(builder.edgeCount == 2)
    let graph = builder.build()
    try graph.checkInvariants()
    #expect(graph.edges[1] == Graph.Edge(0, 1, weight: 3))
    #expect(
      try graph
        == Graph(
          nodeCount: 2, edges: [Graph.Edge(1, 0), Graph.Edge(0, 1, weight: 3)], isDirected: true))
  }

  @Test func anEndOutsideTheGraphIsRefused() throws {
    #expect(throws: GraphError.endpointOutOfRange(edge: 1, node: 2, nodeCount: 2)) {
      try Graph(nodeCount: 2, edges: [Graph.Edge(0, 1), Graph.Edge(2, 0)], isDirected: false)
    }
    #expect(throws: GraphError.endpointOutOfRange(edge: 0, node: -1, nodeCount: 2)) {
      try Graph(nodeCount: 2, edges: [Graph.Edge(0, -1)], isDirected: false)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aWeightThatIsNoNumberIsRefused(weight: Double) throws {
    let error = #expect(throws: GraphError.self) {
      try Graph(nodeCount: 2, edges: [Graph.Edge(0, 1, weight: weight)], isDirected: false)
    }
    guard case .unusableWeight(edge: 0, weight: _, needed: .finite) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aNegativeNumberOfNodesIsRefused() {
    #expect(throws: GraphError.nodeCount(-3)) { try GraphBuilder(nodeCount: -3, isDirected: true) }
  }

  @Test func aNegativeWeightIsDataUntilAnAlgorithmMinds() throws {
    let graph = try Graph(
      nodeCount: 2, edges: [Graph.Edge(0, 1, weight: -1)], isDirected: true)
    #expect(graph.edges[0].weight == -1)
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: -1, needed: .notNegative)) {
      try graph.shortestPaths(from: 0, lengths: .weights)
    }
  }
}
