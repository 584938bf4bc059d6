import GraphCore
import TestSupport
import Testing

private typealias Role = Brokerage.Role

/// A digraph of ten nodes in three groups, with the brokerage of sna 2.7-1 (R 4.2).
private let drawn = GraphFamilies.make(
  10,
  [
    (0, 7), (1, 3), (1, 5), (1, 8), (1, 9), (2, 0), (2, 4), (2, 6), (2, 8), (2, 9), (3, 1), (3, 2),
    (4, 0), (4, 8), (4, 9), (5, 0), (5, 3), (6, 3), (6, 5), (6, 9), (7, 3), (7, 4), (7, 5), (7, 8),
    (8, 6), (9, 1), (9, 3),
  ], isDirected: true)
private let drawnGroups = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2]

@Suite struct BrokerageTests {
  @Test func countsAgreeWithAllTriples() throws {
    var generator = SeededGenerator(seed: 471)
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 472)
    {
      let groups = graph.nodes.map { _ in Int.random(in: -1...1, using: &generator) }
      let found = try graph.brokerage(of: groups)
      let table = GraphTable(graph)
      for node in graph.nodes {
        #expect(
          Role.allCases.map { found.counts(of: $0)[node] }
            == table.brokerage(of: node, groups: groups))
      }
    }
  }

  /// Every directed graph of four nodes, each weighed by its probability, gives mean and spread.
  @Test(arguments: [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 1], [0, 0, 1, 2], [0, 1, 2, 3]])
  func chanceIsTheMeanOverAllGraphs(groups: [Int]) throws {
    let all = GraphFamilies.simpleGraphs(nodeCount: 4, isDirected: true)
    let counts = all.map { graph in
      graph.nodes.map { GraphTable(graph).brokerage(of: $0, groups: groups) }
    }
    for edgeCount in [3, 5, 8] {
      let graph = try #require(all.first { $0.edgeCount == edgeCount })
      let density = Double(edgeCount) / 12
      let chances = all.map { graph in
        (0..<12).reduce(1.0) { $0 * ($1 < graph.edgeCount ? density : 1 - density) }
      }
      let found = try graph.brokerage(of: groups)
      for node in graph.nodes {
        for role in Role.allCases {
          let values = counts.map { Double($0[node][role.rawValue]) }
          let mean = zip(values, chances).reduce(0) { $0 + $1.0 * $1.1 }
          let square = zip(values, chances).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
          let spread = (square - mean * mean).squareRoot()
          let count = Double(found.counts(of: role)[node])
          #expect(abs(found.expected(role)[node] - mean) < 1e-12)
          let expected = mean > 1e-12 ? (count - mean) / spread : nil
          #expect(largestDifference([found.zScores(of: role)[node]], [expected]) < 1e-9)
        }
      }
    }
  }

  @Test func agreesWithSna() throws {
    let found = try drawn.brokerage(of: drawnGroups)
    #expect(found.counts(of: .coordinator).values == [0, 0, 1, 1, 0, 0, 0, 0, 0, 0])
    #expect(found.counts(of: .itinerant).values == [2, 1, 0, 0, 0, 1, 2, 1, 2, 2])
    #expect(found.counts(of: .representative).values == [1, 3, 4, 0, 2, 2, 0, 0, 0, 0])
    #expect(found.counts(of: .gatekeeper).values == [0, 0, 0, 7, 0, 0, 2, 2, 0, 0])
    #expect(found.counts(of: .liaison).values == [0, 1, 0, 0, 0, 0, 1, 1, 1, 3])
    #expect(found.counts(of: .total).values == [3, 5, 5, 8, 2, 3, 5, 4, 3, 5])
    let scores: [(Role, [Double?])] = [
      (
        .coordinator,
        [
          -0.554136648182, -0.554136648182, 0.911833320553, 0.911833320553, -0.554136648182,
          -0.554136648182, -0.554136648182, -0.554136648182, nil, nil,
        ]
      ),
      (
        .itinerant,
        [
          0.991689056157, 0.104668433476, -0.782352189204, -0.782352189204, -0.782352189204,
          0.104668433476, 0.991689056157, 0.104668433476, 0.321372717075, 0.321372717075,
        ]
      ),
      (
        .gatekeeper,
        [
          -0.759477252356, -0.759477252356, -0.759477252356, 3.928653935027, -0.759477252356,
          -0.759477252356, 0.579988801182, 0.579988801182, -0.506318168237, -0.506318168237,
        ]
      ),
      (
        .liaison,
        [
          -0.81300898307299, -0.00645245224661, -0.81300898307299, -0.81300898307299,
          -0.81300898307299, -0.81300898307299, -0.00645245224661, -0.00645245224661,
          -0.53055705580286, 0.51384659735238,
        ]
      ),
      (
        .total,
        [
          -0.416731452154, 0.125887626172, 0.125887626172, 0.939816243660, -0.688040991317,
          -0.416731452154, 0.125887626172, -0.145421912991, -0.416731452154, 0.125887626172,
        ]
      ),
    ]
    for (role, expected) in scores {
      #expect(largestDifference(found.zScores(of: role).values, expected) < 1e-11)
    }
    let mutual = try drawn.asUndirected().brokerage(of: drawnGroups)
    #expect(mutual.counts(of: .total).values == [6, 8, 16, 16, 10, 12, 10, 12, 14, 10])
    #expect(
      largestDifference(
        mutual.zScores(of: .total).values,
        [
          -0.7963628727175, -0.3855004988951, 1.2579489963945, 1.2579489963945, 0.0253618749273,
          0.4362242487497, 0.0253618749273, 0.4362242487497, 0.8470866225721, 0.0253618749273,
        ]) < 1e-11)
  }

  @Test func turningAllEdgesRoundSwapsGatekeepersAndRepresentatives() throws {
    for graph in GraphFamilies.random(count: 40, seed: 473) {
      let groups = graph.nodes.map { $0 % 3 }
      let found = try graph.brokerage(of: groups)
      let turned = try graph.reversed().brokerage(of: groups)
      #expect(found.counts(of: .gatekeeper).values == turned.counts(of: .representative).values)
      #expect(found.counts(of: .liaison) == turned.counts(of: .liaison))
    }
  }

  @Test func everyNodeNeedsAGroup() {
    #expect(throws: GraphError.wrongCount(of: "groups", expected: 10, actual: 1)) {
      try drawn.brokerage(of: [0])
    }
  }
}
