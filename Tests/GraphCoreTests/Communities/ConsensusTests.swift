import GraphCore
import TestSupport
import Testing

@Suite struct ConsensusTests {
  @Test(arguments: Graph.ConsensusOptions.Method.allCases)
  func wellMadeGroupsComeOutWhateverTheMethod(method: Graph.ConsensusOptions.Method) throws {
    var generator = SeededGenerator(seed: 401)
    let graph = try Graph.stochasticBlocks(
      sizes: [20, 20, 20, 20],
      probabilities: (0..<4).map { row in (0..<4).map { $0 == row ? 0.6 : 0.02 } },
      using: &generator)
    let found = try graph.consensus(.init(method: method, trials: 10, seed: 1))
    #expect(found.converged)
    #expect(found.groups == graph.nodes.map { $0 / 20 })
    #expect(try found.quality == graph.modularity(of: found.groups))
  }

  /// What single runs say of the network differs from seed to seed; what they agree on does less.
  @Test func theSeedMattersLessThanForSingleRuns() throws {
    let graph = try ReferenceNetwork.plain("ise_typed_nov13")
    func spread(_ divisions: [[Int]]) throws -> Double {
      var sum = 0.0
      for first in divisions.indices {
        for second in 0..<first {
          sum += try PartitionComparison(of: divisions[first], and: divisions[second])
            .variationOfInformation
        }
      }
      return sum
    }
    let seeds = 0..<6 as Range<UInt64>
    let single = try seeds.map { try graph.labelPropagation(.init(seed: $0)).groups }
    let agreed = try seeds.map {
      try graph.consensus(.init(method: .labelPropagation, seed: $0)).groups
    }
    #expect(try spread(agreed) < 0.5 * spread(single))
  }

  @Test func equalDivisionsNeedOneRound() throws {
    let graph = GraphFamilies.make(
      6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)], isDirected: false)
    let found = try graph.consensus(.init(trials: 5))
    #expect(found.rounds == 1 && found.converged)
    #expect(found.groups == [0, 0, 0, 1, 1, 1])
    #expect(abs((found.quality ?? 0) - 5.0 / 14) < 1e-15)
  }

  @Test func theSeedDecidesAndThreadsDoNot() throws {
    for graph in GraphFamilies.ladder
      + GraphFamilies.random(count: 20, nodes: 5...20, seed: 402, isWeighted: true)
    {
      for method in Graph.ConsensusOptions.Method.allCases {
        let found = try graph.consensus(
          .init(
            method: method, trials: 6, seed: 3, usesWeights: true, execution: Execution(threads: 1))
        )
        let again = try graph.consensus(
          .init(
            method: method, trials: 6, seed: 3, usesWeights: true, execution: Execution(threads: 3))
        )
        #expect(again == found)
        let parts = graph.weakComponents()
        for (first, second) in zip(graph.nodes, graph.nodes.dropFirst())
        where found.groups[first] == found.groups[second] {
          #expect(parts.joins(first, second))
        }
      }
    }
  }

  @Test func unsoundOptionsAreRefused() {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -2)], isDirected: false)
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: -2, needed: .notNegative)) {
      try graph.consensus(.init(usesWeights: true))
    }
    #expect(throws: GraphError.self) { try graph.consensus(.init(trials: 1)) }
    #expect(throws: GraphError.self) { try graph.consensus(.init(threshold: -0.1)) }
    #expect(throws: GraphError.self) { try graph.consensus(.init(maximumRounds: 0)) }
  }
}
