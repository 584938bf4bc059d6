import Foundation
import GraphCore
import TestSupport
import Testing

/// Three networks of five nodes with weights.
enum ValuedNetworks {
  static let all = [
    [(0, 1, 2.0), (1, 2, 5), (2, 3, 1), (3, 4, 4), (4, 0, 3), (0, 2, 0.5)],
    [(4, 0, 2.5), (3, 2, 1), (1, 2, 4), (0, 1, 1.5), (2, 4, 6), (3, 4, 0.5)],
    [(1, 0, 1), (1, 2, 2), (4, 3, 3), (0, 2, 1), (2, 4, 2)],
  ].map { edges in
    GraphFamilies.make(5, edges.map { .init($0.0, $0.1, weight: $0.2) }, isDirected: true)
  }
}

@Suite struct MatrixPermutationTests {
  /// Nodes of the karate club joined where they went to the same club.
  private static let sameClub: Graph = {
    let clubs = NamedNetwork.karateClub.groups ?? []
    let pairs = clubs.indices.flatMap { tail in
      (0..<tail).filter { clubs[$0] == clubs[tail] }.map { (tail, $0) }
    }
    return GraphFamilies.make(34, pairs, isDirected: false)
  }()

  /// NumPy 2 (`corrcoef` off the diagonal).
  @Test func correlationsAgreeWithNumPy() throws {
    let karate = NamedNetwork.karateClub.graph
    let plain = try #require(try karate.qapCorrelation(with: Self.sameClub))
    #expect(abs(plain.observed - 0.3008298785597831) < 1e-13)
    // No shuffling of a thousand comes near.
    #expect(plain.shareAtLeast == 1.0 / 1_001)
    #expect(plain.shareAsExtreme == 1.0 / 1_001)
    #expect(plain.shareAtMost == 1)
    let weighted = try #require(
      try karate.qapCorrelation(
        with: Self.sameClub, Graph.PermutationOptions(permutations: 10, usesWeights: true)))
    #expect(abs(weighted.observed - 0.29973934171269817) < 1e-13)
  }

  /// The shares of all shufflings, from the definition, within five standard errors.
  @Test func sharesComeNearToThoseOfAllShufflings() throws {
    let graphs = GraphFamilies.random(count: 12, nodes: 5...5, seed: 1_101)
    for (graph, other) in zip(graphs, graphs.dropFirst()) {
      let (left, right) = (GraphTable(graph), GraphTable(other))
      func correlation(_ names: [Int]) -> Double? {
        var pairs: [(Double, Double)] = []
        for tail in 0..<5 {
          for head in 0..<5 where head != tail {
            pairs.append(
              (left.leads(names[tail], names[head]) ? 1 : 0, right.leads(tail, head) ? 1 : 0))
          }
        }
        let mean = (pairs.reduce(0) { $0 + $1.0 } / 20, pairs.reduce(0) { $0 + $1.1 } / 20)
        let joint = pairs.reduce(0) { $0 + $1.0 * $1.1 } / 20 - mean.0 * mean.1
        let spread = mean.0 * (1 - mean.0) * mean.1 * (1 - mean.1)
        return spread < 1e-12 ? nil : joint / sqrt(spread)
      }
      let found = try graph.qapCorrelation(with: other)
      guard let observed = correlation([0, 1, 2, 3, 4]) else {
        #expect(found == nil)
        continue
      }
      let all = left.permutations(5).compactMap(correlation)
      #expect(all.count == 120)
      let test = try #require(found)
      #expect(abs(test.observed - observed) < 1e-12)
      let shares = [
        (test.shareAtLeast, all.count { $0 >= observed - 1e-9 }),
        (test.shareAtMost, all.count { $0 <= observed + 1e-9 }),
        (test.shareAsExtreme, all.count { abs($0) >= abs(observed) - 1e-9 }),
      ]
      for (share, count) in shares {
        let expected = Double(count) / 120
        #expect(abs(share - expected) < 5 * sqrt(expected * (1 - expected) / 1_000) + 0.002)
      }
    }
  }

  /// `corrcoef` of NumPy 2.4.6 of the 20 pairs, with the first matrix in all 120 orders: 13 of them give
  /// as much of ties, 12 of weights.
  @Test(arguments: [(false, 0.523809523809524, 13.0), (true, 0.4417908358632267, 12)])
  func weightsAreCorrelatedAsNumPyDoes(usesWeights: Bool, observed: Double, count: Double) throws {
    let graphs = ValuedNetworks.all
    let test = try #require(
      try graphs[0].qapCorrelation(
        with: graphs[1],
        Graph.PermutationOptions(permutations: 4_000, seed: 5, usesWeights: usesWeights)))
    #expect(abs(test.observed - observed) < 1e-12)
    let share = count / 120
    #expect(abs(test.shareAtLeast - share) < 5 * sqrt(share * (1 - share) / 4_000) + 0.0005)
  }

  @Test func threadsChangeNothing() throws {
    let karate = NamedNetwork.karateClub.graph
    let all = try [1, 2, 7].map { threads in
      try karate.qapCorrelation(
        with: Self.sameClub,
        Graph.PermutationOptions(
          permutations: 60, seed: 3, execution: Execution(threads: threads)))
    }
    #expect(all[0] == all[1] && all[0] == all[2])
  }

  @Test func whatCannotBeCompared() throws {
    let karate = NamedNetwork.karateClub.graph
    #expect(throws: GraphError.wrongCount(of: "nodes", expected: 34, actual: 2)) {
      try karate.qapCorrelation(with: Graph.path(nodeCount: 2, isDirected: false))
    }
    #expect(throws: GraphError.self) {
      try karate.qapCorrelation(with: karate, Graph.PermutationOptions(permutations: 0))
    }
    let empty = GraphFamilies.ladder[0]
    #expect(try empty.qapCorrelation(with: empty) == nil)
    let complete = try Graph.complete(nodeCount: 4, isDirected: true)
    #expect(try complete.qapCorrelation(with: complete) == nil)
  }
}
