import GraphCore
import TestSupport
import Testing

@Suite struct TieWalkTests {
  static let models: [(isDirected: Bool, terms: [GraphTerm], coefficients: [Double])] = [
    (false, [.edges], [-0.7]),
    (false, [.edges, .triangles], [-0.8, 0.9]),
    (false, [.edges, .sharedPartners(decay: 0.5)], [-1, 0.6]),
    (false, [.edges, .nodeMatch([0, 0, 1, 1])], [-1, 1.2]),
    (true, [.edges, .mutual], [-1, 1.5]),
    (true, [.edges, .mutual, .sharedPartners(decay: 0.5)], [-1.2, 0.8, 0.7]),
    (true, [.edges, .transitiveTriples, .cyclicTriples], [-0.5, 0.4, -0.6]),
  ]

  /// Every graph of three or four nodes comes as often as the model says.
  @Test(arguments: models.indices)
  func everyGraphComesAsOftenAsTheModelSays(model: Int) throws {
    let (isDirected, terms, coefficients) = Self.models[model]
    let nodeCount = isDirected ? 3 : 4
    let graphs = GraphFamilies.simpleGraphs(nodeCount: nodeCount, isDirected: isDirected)
    let expected = SlowModels.chances(of: graphs, terms, coefficients)
    var counts: [[[Int]]: Int] = [:]
    var generator = SeededGenerator(seed: 451)
    let draws = 4_000
    for _ in 0..<draws {
      let graph = try Graph.exponentialModel(
        nodeCount: nodeCount, isDirected: isDirected, terms: terms, coefficients: coefficients,
        steps: 80, using: &generator)
      counts[GraphChances.outcome(of: graph), default: 0] += 1
    }
    var statistic = 0.0
    for (graph, chance) in zip(graphs, expected) {
      let wanted = chance * Double(draws)
      let gap = Double(counts[GraphChances.outcome(of: graph)] ?? 0) - wanted
      statistic += gap * gap / wanted
    }
    // Chi-square with 63 degrees of freedom exceeds 112 once in ten thousand seeds.
    #expect(statistic < 112, "\(statistic)")
  }

  @Test func withoutPairsThereIsNothingToDraw() throws {
    var generator = SeededGenerator(seed: 1)
    for nodeCount in 0...1 {
      let graph = try Graph.exponentialModel(
        nodeCount: nodeCount, isDirected: false, terms: [.edges], coefficients: [3],
        using: &generator)
      #expect(graph.nodeCount == nodeCount && graph.edgeCount == 0)
    }
    #expect(throws: GraphError.wrongCount(of: "coefficients", expected: 1, actual: 0)) {
      try Graph.exponentialModel(
        nodeCount: 3, isDirected: false, terms: [.edges], coefficients: [], using: &generator)
    }
    #expect(throws: GraphError.self) {
      try Graph.exponentialModel(
        nodeCount: 3, isDirected: false, terms: [.edges], coefficients: [.nan], using: &generator)
    }
    #expect(throws: GraphError.nodeCount(-1)) {
      try Graph.exponentialModel(
        nodeCount: -1, isDirected: false, terms: [.edges], coefficients: [1], using: &generator)
    }
  }
}
