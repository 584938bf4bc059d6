import GraphCore
import TestSupport
import Testing

@Suite struct ExpectedSpreadTests {
  /// Graphs of a few edges, with a probability for each.
  static let tried: [(graph: Graph, chances: [Double])] =
    (GraphFamilies.ladder + GraphFamilies.random(count: 30, nodes: 2...5, seed: 811))
    .filter { $0.nodeCount > 0 && $0.edgeCount <= 7 }
    .map { graph in
      (graph, graph.edges.indices.map { Double(($0 * 7 + 3) % 10) / 10 })
    }

  @Test func comesToTheMeanOverAllWorlds() throws {
    for (graph, chances) in Self.tried {
      let models: [(Graph.SpreadModel, SlowSpread)] = [
        (.independentCascade(probabilities: chances), SlowSpread(graph, probabilities: chances)),
        (.linearThreshold(), SlowSpread(graph, thresholdWeights: nil)),
      ]
      for (model, slow) in models {
        let seeds = [0, graph.nodeCount - 1]
        let found = try graph.expectedSpread(from: seeds, model, samples: 2_000, seed: 2)
        let error = (slow.variance(from: seeds) / 2_000).squareRoot()
        #expect(abs(found.mean - slow.expected(from: seeds)) <= 4.5 * error + 1e-9)
        #expect(abs(found.standardError - error) <= 0.15 * error + 1e-6)
        #expect(found.interval.contains(found.mean))
      }
    }
  }

  @Test func reachComesToTheMeanOverAllWorlds() throws {
    for (graph, chances) in Self.tried {
      let slow = SlowSpread(graph, probabilities: chances)
      for direction in Graph.Direction.allCases {
        let found = try graph.expectedReach(
          direction, probabilities: chances, samples: 500, seed: 2)
        for node in graph.nodes {
          let expected = slow.worlds.reduce(0.0) { sum, world in
            let reached = graph.nodes.filter { other in
              direction == .outward
                ? slow.reached(from: [node], in: world).contains(other)
                : slow.reached(from: [other], in: world).contains(node)
            }
            return sum + world.chance * Double(reached.count - 1)
          }
          let bound = Double(graph.nodeCount - 1) / 2 / 500.0.squareRoot()
          #expect(abs(found[node] - expected) <= 4.5 * bound + 1e-9)
        }
      }
    }
  }

  @Test func aPathAndAPairInClosedForm() throws {
    // 1 + p + p^2 + p^3.
    let path = try Graph.path(nodeCount: 4)
    let chances = [0.5, 0.5, 0.5]
    let found = try path.expectedSpread(
      from: [0], .independentCascade(probabilities: chances), samples: 20_000, seed: 1)
    #expect(abs(found.mean - 1.875) < 4.5 * found.standardError)
    #expect(found.standardError < 0.01)
    let certain = try path.expectedSpread(from: [0], samples: 10)
    #expect(certain.mean == 4)
    #expect(certain.interval == 4...4)
  }

  @Test func oneThreadAndManyAgree() throws {
    let graph = NamedNetwork.karateClub.graph
    for model in [
      Graph.SpreadModel.linearThreshold(),
      .independentCascade(
        probabilities: graph.edges.map { _ in 0.1 }),
    ] {
      let one = try graph.expectedSpread(
        from: [0], model, samples: 500, execution: .init(threads: 1))
      #expect(
        try graph.expectedSpread(from: [0], model, samples: 500, execution: .init(threads: 3))
          == one)
    }
    let chances = graph.edges.map { _ in 0.2 }
    let one = try graph.expectedReach(
      probabilities: chances, samples: 100, execution: .init(threads: 1))
    #expect(
      try graph.expectedReach(probabilities: chances, samples: 100, execution: .init(threads: 3))
        == one)
    #expect(throws: GraphError.self) { try graph.expectedSpread(from: [0], samples: 0) }
  }
}
