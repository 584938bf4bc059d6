import GraphCore
import TestSupport
import Testing

@Suite struct ModularityTests {
  @Test func agreesWithTheSumOverAllPairs() throws {
    var generator = SeededGenerator(seed: 301)
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 80, seed: 302, isWeighted: true)
    {
      let table = GraphTable(graph)
      let groups = graph.nodes.map { _ in Int.random(in: -2...2, using: &generator) }
      for (resolution, weighted) in [(1, false), (0.5, true), (2, true)] {
        let expected = table.modularity(
          of: groups, resolution: resolution, weighted: weighted, isDirected: graph.isDirected)
        let found = try graph.modularity(
          of: groups, resolution: resolution, usesWeights: weighted)
        #expect(largestDifference([found], [expected]) < 1e-12)
      }
    }
  }

  @Test func constantPottsAgreesWithTheSumOverAllPairs() throws {
    var generator = SeededGenerator(seed: 303)
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 80, seed: 304, isWeighted: true)
    {
      let table = GraphTable(graph)
      let groups = graph.nodes.map { _ in Int.random(in: 0...2, using: &generator) }
      for (resolution, weighted) in [(1, false), (0.5, true), (0, true)] {
        let expected = table.constantPotts(
          of: groups, resolution: resolution, weighted: weighted, isDirected: graph.isDirected)
        let found = try graph.constantPotts(
          of: groups, resolution: resolution, usesWeights: weighted)
        #expect(largestDifference([found], [expected]) < 1e-12)
      }
    }
  }

  @Test func knownValues() throws {
    // Two triangles joined by an edge: 2 (3/7 - (7/14)^2) = 5/14.
    let graph = GraphFamilies.make(
      6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)], isDirected: false)
    let found = try #require(try graph.modularity(of: [7, 7, 7, -1, -1, -1]))
    #expect(abs(found - 5.0 / 14) < 1e-15)
    #expect(try graph.modularity(of: [0, 0, 0, 0, 0, 0]) == 0)
    #expect(try graph.constantPotts(of: [0, 0, 0, 1, 1, 1], resolution: 0.5) == 3)
    #expect(
      try GraphFamilies.make(2, [(Int, Int)](), isDirected: true).modularity(of: [0, 1]) == nil)
  }

  @Test func unsoundInputIsRefused() throws {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -2)], isDirected: false)
    #expect(throws: GraphError.wrongCount(of: "groups", expected: 2, actual: 1)) {
      try graph.modularity(of: [0])
    }
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: -2, needed: .notNegative)) {
      try graph.modularity(of: [0, 0], usesWeights: true)
    }
    #expect(throws: GraphError.self) { try graph.modularity(of: [0, 0], resolution: -1) }
    #expect(throws: GraphError.self) { try graph.constantPotts(of: [0, 0], resolution: .nan) }
  }
}
