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

  @Test func aLargeGraphAgreesWithAClosedForm() throws {
    // Stripes of two rows in a grid of 100 rows: of 100 99 + 100 99 edges, 100 99 along the rows
    // and 50 100 across lie inside; the degrees of a stripe sum to 4 99 along and 4 100 across,
    // less 100 at the rim.
    let graph = try Graph.grid(rows: 100, columns: 100)
    let groups = graph.nodes.map { $0 / 200 }
    let ends = 2 * 19_800.0
    let inner = 4 * 99.0 + 4 * 100.0
    let rim = inner - 100
    let squares = 48 * inner * inner + 2 * rim * rim
    let expected = 14_900 / 19_800.0 - squares / (ends * ends)
    let found = try #require(try graph.modularity(of: groups))
    #expect(abs(found - expected) < 1e-12)
    let weighted = try Graph(
      nodeCount: graph.nodeCount, edges: graph.edges.map { .init($0.tail, $0.head, weight: 0.5) },
      isDirected: false)
    let half = try #require(try weighted.modularity(of: groups, usesWeights: true))
    #expect(abs(half - expected) < 1e-12)
    let potts = try graph.constantPotts(of: groups, resolution: 0.25)
    // Fifty stripes of 200 nodes, with 19,900 pairs each.
    #expect(potts == 14_900 - 248_750)
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
