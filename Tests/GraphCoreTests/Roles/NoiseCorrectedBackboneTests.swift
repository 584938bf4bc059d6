import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct NoiseCorrectedBackboneTests {
  /// The formulas of the paper in Python, with a prior whose mean and variance are those asked for.
  @Test func agreesWithTheFormulas() throws {
    let karate = NamedNetwork.karateClub.graph
    let found = try karate.noiseCorrectedBackbone(usesWeights: true)
    let expected: [(Int, Int, Double, Double)] = [
      (0, 1, 0.2054794520547945, 0.16721866611311692),
      (0, 31, 0.0232558139534884, 0.300063168274822),
      (32, 33, 0.11756168359941946, 0.16003607913756138),
      (5, 16, 0.8857142857142857, 0.013100635098911151),
    ]
    for (tail, head, score, deviation) in expected {
      let edge = try #require(karate.edges.firstIndex { $0.tail == tail && $0.head == head })
      #expect(largestDifference([found.scores[edge]], [score]) < 1e-13)
      #expect(largestDifference([found.deviations[edge]], [deviation]) < 1e-13)
    }
    #expect([1.28, 1.64, 2.32].map { found.edges(above: $0).count } == [70, 68, 60])
    let novel = try NamedNetwork.lesMiserables.graph.noiseCorrectedBackbone(usesWeights: true)
    #expect([1.28, 1.64, 2.32].map { novel.edges(above: $0).count } == [209, 195, 177])
    let directed = GraphFamilies.make(
      4,
      [
        Graph.Edge(0, 1, weight: 5), Graph.Edge(1, 2, weight: 3), Graph.Edge(2, 0, weight: 7),
        Graph.Edge(0, 2, weight: 1), Graph.Edge(3, 1, weight: 4), Graph.Edge(1, 3, weight: 2),
      ], isDirected: true)
    let own = try directed.noiseCorrectedBackbone(usesWeights: true)
    #expect(
      largestDifference(
        own.scores,
        [
          0.34146341463414626, 0.5348837209302325, 0.5172413793103449, -0.04347826086956524,
          0.41935483870967744, 0.6296296296296297,
        ]) < 1e-13)
    #expect(
      largestDifference(
        own.deviations,
        [
          0.023982851167506005, 0.032509086626973126, 0.0641014506457817, 0.3143828584077578,
          0.040175354165732355, 0.04830443006245179,
        ]) < 1e-13)
  }

  @Test func parallelEdgesAreOneAndLoopsNone() throws {
    let plain = GraphFamilies.make(
      3, [Graph.Edge(0, 1, weight: 5), Graph.Edge(1, 2, weight: 2)], isDirected: true)
    let crowded = GraphFamilies.make(
      3,
      [
        Graph.Edge(0, 1, weight: 2), Graph.Edge(0, 1, weight: 3), Graph.Edge(1, 1, weight: 9),
        Graph.Edge(1, 2, weight: 2),
      ], isDirected: true)
    let (one, other) = (
      try plain.noiseCorrectedBackbone(usesWeights: true),
      try crowded.noiseCorrectedBackbone(usesWeights: true)
    )
    #expect(other.scores == [one.scores[0], one.scores[0], nil, one.scores[1]])
    #expect(other.deviations == [one.deviations[0], one.deviations[0], nil, one.deviations[1]])
  }

  @Test func theLadder() throws {
    for graph in GraphFamilies.ladder {
      let found = try graph.noiseCorrectedBackbone(usesWeights: true)
      #expect(found.scores.count == graph.edgeCount)
      #expect(found.scores.allSatisfy { $0.map { abs($0) <= 1 } ?? true })
      #expect(found.deviations.allSatisfy { $0.map { $0 >= 0 } ?? true })
    }
    let negative = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -1)], isDirected: true)
    #expect(throws: GraphError.self) { try negative.noiseCorrectedBackbone(usesWeights: true) }
    // All counts are on one edge, as they must be.
    let single = try GraphFamilies.make(2, [(0, 1)], isDirected: true).noiseCorrectedBackbone(
      usesWeights: true)
    #expect(single.scores == [0])
    #expect(single.deviations == [0])
    #expect(single.edges(above: 1) == [])
  }
}
