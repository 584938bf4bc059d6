import GraphCore
import TestSupport
import Testing

@Suite struct KatzTests {
  @Test func solvesItsLinearEquations() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, seed: 61, isWeighted: true)
    {
      for weighted in [false, true] {
        let expected = GraphTable(graph).katz(alpha: 0.01, beta: 2, weighted: weighted)
        let found = try graph.katz(
          Graph.KatzOptions(beta: 2, isNormalized: false, usesWeights: weighted))
        #expect(largestDifference(found.values, expected.map(Optional.some)) < 1e-11)
        #expect(found.convergence?.converged == true)
      }
    }
  }

  @Test func squaresSumToOne() throws {
    for graph in GraphFamilies.random(count: 30, seed: 62) {
      let expected = GraphTable(graph).katz(alpha: 0.01, beta: 1, weighted: false)
      let norm = expected.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let found = try graph.katz()
      #expect(largestDifference(found.values, expected.map { $0 / norm }) < 1e-11)
      #expect(found.normalization.rule == "squares sum to 1")
    }
  }

  @Test func saysWhenTheWalksDoNotSettle() throws {
    // The largest eigenvalue of K4 is 3, so alpha must be below 1/3.
    let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    let complete = GraphFamilies.make(4, pairs, isDirected: false)
    for alpha in [0.34, 2] {
      let found = try complete.katz(Graph.KatzOptions(alpha: alpha))
      #expect(found.values == [nil, nil, nil, nil])
      #expect(found.undefinedBecause?.contains("alpha \(alpha) is not below 1") == true)
      #expect(found.convergence?.converged == false)
    }
    // Below it the scores are 1 / (1 - 3 alpha), all the same.
    let found = try complete.katz(Graph.KatzOptions(alpha: 0.3, isNormalized: false))
    #expect(largestDifference(found.values, [10, 10, 10, 10]) < 1e-9)
  }

  @Test func refusesOptionsOutOfRange() throws {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    #expect(
      throws: GraphError.optionOutOfRange(name: "alpha", value: 0, range: "more than zero")
    ) { try graph.katz(Graph.KatzOptions(alpha: 0)) }
    #expect(
      throws: GraphError.optionOutOfRange(name: "beta", value: -1, range: "more than zero")
    ) { try graph.katz(Graph.KatzOptions(beta: -1)) }
  }
}
