import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct SubgraphCentralityTests {
  @Test func agreesWithTheExponentialOfTheMatrix() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, nodes: 1...20, seed: 731)
    {
      let found = try graph.subgraphCentrality()
      let expected = GraphTable(graph).exponentialDiagonal()
      for node in graph.nodes {
        let score = found[node] ?? .infinity
        #expect(abs(score - expected[node]) <= 1e-12 * expected[node])
        #expect(score >= 1)
      }
    }
  }

  @Test func aCompleteGraphHasAClosedForm() throws {
    // The eigenvalues of K_n are n - 1 once and -1 otherwise.
    let n = 40.0
    let complete = GraphFamilies.make(
      40, (0..<40).flatMap { tail in (0..<tail).map { (tail, $0) } }, isDirected: false)
    let expected = (exp(n - 1) + (n - 1) * exp(-1)) / n
    for score in try complete.subgraphCentrality().values {
      #expect(abs((score ?? 0) - expected) < 1e-12 * expected)
    }
  }

  @Test func tooManyWalksAreSaidToBeSo() throws {
    // 800 edges between two nodes: the largest eigenvalue is 800.
    let graph = GraphFamilies.make(
      2, [(Int, Int)](repeating: (0, 1), count: 800), isDirected: false)
    let scores = try graph.subgraphCentrality()
    #expect(scores.values == [nil, nil])
    #expect(scores.undefinedBecause == "there are too many walks: the scores are above 10^308")
  }

  @Test func threadsChangeNothing() throws {
    let graph = GraphFamilies.random(count: 1, nodes: 300...300, seed: 732)[0]
    #expect(
      try graph.subgraphCentrality(execution: .init(threads: 1))
        == graph.subgraphCentrality(execution: .init(threads: 3)))
  }
}
