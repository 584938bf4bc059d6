import TestSupport
import Testing

@testable import GraphCore

@Suite struct SampledInfluencersTests {
  @Test func keepsItsPromiseAgainstTheBestOfAllSets() throws {
    for (graph, chances) in ExpectedSpreadTests.tried where graph.nodeCount > 2 {
      let models: [(Graph.SpreadModel, SlowSpread)] = [
        (.independentCascade(probabilities: chances), SlowSpread(graph, probabilities: chances)),
        (.linearThreshold(), SlowSpread(graph, thresholdWeights: nil)),
      ]
      for (model, slow) in models {
        for count in 1...2 {
          let found = try graph.sampledInfluencers(
            count, model, epsilon: 0.5, delta: 0.05, seed: 4)
          let best = GraphTable(graph).sets(of: count).map { slow.expected(from: $0) }.max() ?? 0
          let own = slow.expected(from: found.nodes)
          #expect(own >= (1 - 0.367_879_441 - 0.3) * best)
          // In fact greedy sets are nearly the best on graphs as small as these.
          #expect(own >= 0.9 * best)
          #expect(abs(found.spread - own) < 0.2 * own)
        }
      }
    }
  }

  @Test func setsHoldEachNodeAsOftenAsItWouldReachThem() throws {
    for (graph, chances) in ExpectedSpreadTests.tried.prefix(24) {
      let models: [(Graph.SpreadModel, SlowSpread)] = [
        (.independentCascade(probabilities: chances), SlowSpread(graph, probabilities: chances)),
        (.linearThreshold(), SlowSpread(graph, thresholdWeights: nil)),
      ]
      for (model, slow) in models {
        var sets = ReachingSets(try SpreadRule(graph, model), seed: 9)
        try sets.draw(upTo: 500, Execution(threads: 1))
        try sets.draw(upTo: 2_000, Execution(threads: 2))
        var hits = [Double](repeating: 0, count: graph.nodeCount)
        for number in 0..<sets.count { for node in sets[number] { hits[Int(node)] += 1 } }
        for node in graph.nodes {
          let chance = slow.expected(from: [node]) / Double(graph.nodeCount)
          let error = (max(0, chance * (1 - chance)) / 2_000).squareRoot()
          #expect(abs(hits[node] / 2_000 - chance) <= 4.5 * error + 1e-9)
        }
      }
    }
  }

  @Test func theBoundIsThatOfThePaper() {
    // n = 1000, k = 10, epsilon = 0.1, delta = 0.02 by Python's math module: ln C(n, k) by lgamma, each
    // half of the work failing with 0.01; lambda' and lambda* of the paper with n^-l = 0.01.
    let bound = SampleBound(nodeCount: 1_000, count: 10, epsilon: 0.1, delta: 0.02)
    #expect(bound.rounds == 9)
    #expect(bound.goal(2) == 250)
    #expect(bound.samples(toSee: 500) == 12719)
    #expect(bound.samples(forSpread: 100) == 114722)
  }

  @Test func itFindsWhatIsFoundGreedily() throws {
    let graph = NamedNetwork.lesMiserables.graph
    let model = Graph.SpreadModel.independentCascade(probabilities: graph.edges.map { _ in 0.1 })
    let sampled = try graph.sampledInfluencers(3, model, epsilon: 0.4, delta: 0.05, seed: 1)
    let greedy = try graph.greedyInfluencers(3, .init(model: model, samples: 300, seed: 2))
    let one = try graph.expectedSpread(from: sampled.nodes, model, samples: 4_000, seed: 3)
    let other = try graph.expectedSpread(from: greedy.nodes, model, samples: 4_000, seed: 3)
    #expect(one.mean > 0.95 * other.mean)
    #expect(other.mean > 0.95 * one.mean)
    // The share of sets that are met, each drawn on its own.
    let n = Double(graph.nodeCount)
    let share = one.mean / n
    let error = n * (share * (1 - share) / Double(sampled.sampleCount)).squareRoot()
    #expect(abs(sampled.spread - one.mean) < 4.5 * error)
  }

  @Test func oneThreadAndManyAgree() throws {
    let graph = NamedNetwork.karateClub.graph
    for model in [
      Graph.SpreadModel.linearThreshold(),
      .independentCascade(
        probabilities: graph.edges.map { _ in 0.1 }),
    ] {
      let one = try graph.sampledInfluencers(
        3, model, epsilon: 0.5, execution: .init(threads: 1))
      #expect(
        try graph.sampledInfluencers(3, model, epsilon: 0.5, execution: .init(threads: 3)) == one)
    }
    #expect(try graph.sampledInfluencers(34, .linearThreshold()).spread == 34)
    #expect(try graph.sampledInfluencers(0, .linearThreshold()).nodes == [])
    #expect(throws: GraphError.self) { try graph.sampledInfluencers(1, epsilon: 0.7) }
    #expect(throws: GraphError.self) { try graph.sampledInfluencers(1, delta: 1) }
    #expect(throws: GraphError.self) { try graph.sampledInfluencers(35) }
  }
}
