import GraphCore
import TestSupport
import Testing

@Suite struct CascadeTests {
  @Test func certainEdgesSpreadAsBreadthFirstSearchDoes() throws {
    for graph in GraphFamilies.small.filter({ !$0.isDirected || $0.edgeCount == 5 })
      + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, seed: 801)
    where graph.nodeCount > 0 {
      var generator = SeededGenerator(seed: 1)
      let found = try graph.cascade(from: [0, 0], using: &generator)
      let hops = SlowHops(graph).hops[0]
      #expect(found.rounds == hops)
      #expect(found.size == hops.filter { $0 != nil }.count)
      #expect(found.sizes.reduce(0, +) == found.size)
      #expect(found.activated.first == 0)
      #expect(found.activated.map { hops[$0] ?? -1 } == hops.compactMap(\.self).sorted())
    }
  }

  @Test func eachOutcomeIsAsLikelyAsItShouldBe() throws {
    let graph = GraphFamilies.make(4, [(0, 1), (1, 2), (2, 0), (2, 3), (1, 3)], isDirected: false)
    let chances = [0.3, 0.5, 0.2, 0.9, 0.4]
    let weights = [0.3, 0.2, 0.4, 0.4, 0.3]
    for (model, slow) in [
      (
        Graph.SpreadModel.independentCascade(probabilities: chances),
        SlowSpread(graph, probabilities: chances)
      ),
      (.linearThreshold(), SlowSpread(graph, thresholdWeights: nil)),
      (.linearThreshold(weights: weights), SlowSpread(graph, thresholdWeights: weights)),
    ] {
      var expected: [Set<Int>: Double] = [:]
      for world in slow.worlds {
        expected[slow.reached(from: [0], in: world), default: 0] += world.chance
      }
      var generator = SeededGenerator(seed: 11)
      var drawn: [Set<Int>: Double] = [:]
      for _ in 0..<6_000 {
        let cascade = try graph.cascade(from: [0], model, using: &generator)
        drawn[Set(cascade.activated), default: 0] += 1 / 6_000
      }
      for (outcome, chance) in expected {
        let error = (chance * (1 - chance) / 6_000).squareRoot()
        #expect(abs((drawn[outcome] ?? 0) - chance) <= 4.5 * error + 1e-9, "\(model) \(outcome)")
      }
      #expect(drawn.keys.allSatisfy { expected[$0] != nil })
    }
  }

  @Test func numbersOutsideTheirRangeAreRefused() {
    var generator = SeededGenerator(seed: 0)
    let graph = GraphFamilies.make(3, [(0, 1), (2, 1)], isDirected: true)
    #expect(throws: GraphError.wrongCount(of: "probabilities", expected: 2, actual: 1)) {
      try graph.cascade(
        from: [0], .independentCascade(probabilities: [1]), using: &generator)
    }
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "the sum of the influence weights that arrive at node 1", value: 1.25,
        range: "1 at most")
    ) {
      try graph.cascade(from: [0], .linearThreshold(weights: [0.75, 0.5]), using: &generator)
    }
    #expect(throws: GraphError.unusableWeight(edge: 1, weight: -1, needed: .notNegative)) {
      try graph.cascade(from: [0], .linearThreshold(weights: [0.75, -1]), using: &generator)
    }
  }
}
