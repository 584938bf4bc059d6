import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct CorePeripheryTests {
  /// The correlation from the definition; nil where one side is constant.
  private func correlation(_ pairs: [(Double, Double)]) -> Double? {
    let n = Double(pairs.count)
    let mean = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    var (joint, left, right) = (0.0, 0.0, 0.0)
    for pair in pairs {
      joint += (pair.0 - mean.0) * (pair.1 - mean.1)
      left += pow(pair.0 - mean.0, 2)
      right += pow(pair.1 - mean.1, 2)
    }
    return left < 1e-12 || right < 1e-12 ? nil : joint / sqrt(left * right)
  }

  private func fit(_ graph: Graph, _ isCore: [Bool], _ pattern: Graph.CorePattern) -> Double? {
    let table = GraphTable(graph)
    var pairs: [(Double, Double)] = []
    for tail in graph.nodes {
      for head in graph.nodes where head != tail {
        let inCore = (isCore[tail] ? 1 : 0) + (isCore[head] ? 1 : 0)
        if inCore == 1, pattern == .ignored { continue }
        let ideal = inCore == 2 || (inCore == 1 && pattern == .tied)
        pairs.append((table.leads(tail, head) ? 1 : 0, ideal ? 1 : 0))
      }
    }
    return correlation(pairs)
  }

  @Test func agreesWithAllDivisions() throws {
    for graph in GraphFamilies.small.filter({ $0.nodeCount < 4 || !$0.isDirected })
      + GraphFamilies.ladder + GraphFamilies.random(count: 30, nodes: 2...7, seed: 1_061)
    {
      for pattern in Graph.CorePattern.allCases {
        let best = (0..<(1 << graph.nodeCount)).compactMap { mask in
          fit(graph, graph.nodes.map { mask >> $0 & 1 == 1 }, pattern)
        }.max()
        let found = try graph.corePeriphery(pattern: pattern, restarts: 50)
        #expect(largestDifference([found.correlation], [best]) < 1e-12)
        #expect(
          largestDifference([fit(graph, found.isCore, pattern)], [found.correlation]) < 1e-12)
      }
    }
  }

  /// The best of 30 random starts in NumPy, by the correlation of whole matrices.
  @Test(arguments: [
    (Graph.CorePattern.tied, 0.43147501098394064, [0, 1, 2, 32, 33]),
    (.untied, 0.3805166140585019, [0, 1, 2, 3, 7, 13]),
    (.ignored, 0.543219770717387, [0, 1, 2, 3, 8, 13, 31, 32, 33]),
  ])
  func agreesWithNumPy(pattern: Graph.CorePattern, value: Double, core: [Int]) throws {
    let found = try NamedNetwork.karateClub.graph.corePeriphery(pattern: pattern, restarts: 30)
    #expect(largestDifference([found.correlation], [value]) < 1e-12)
    #expect(found.core == core)
  }

  /// The smallest sum of squares by SciPy 1.17.1 (`minimize`, BFGS).
  @Test func corenessAgreesWithSciPy() throws {
    let found = try NamedNetwork.karateClub.graph.continuousCoreness(
      limits: IterationLimits(maximum: 10_000, tolerance: 1e-13))
    #expect(found.values.convergence?.converged == true)
    #expect(
      largestDifference(
        Array(found.values.values.prefix(6)),
        [0.36150238, 0.25607571, 0.32057667, 0.19932189, 0.06915815, 0.07189714]) < 1e-7)
    #expect(abs(found.values[33] - 0.40534565106860265) < 1e-7)
    #expect(largestDifference([found.correlation], [0.4524584326821613]) < 1e-8)
  }

  /// At rest each number is what least squares ask for, given the others.
  @Test func corenessSolvesItsEquation() throws {
    for graph in GraphFamilies.ladder
      + GraphFamilies.random(count: 20, nodes: 4...9, seed: 1_062, isWeighted: true)
    {
      let found = try graph.continuousCoreness(
        usesWeights: true, limits: IterationLimits(maximum: 100_000, tolerance: 1e-13))
      guard found.values.convergence?.converged == true else { continue }
      var ties = GraphTable(graph).matrix(weighted: true)
      if !graph.isWeighted { ties = ties.map { row in row.map { min($0, 1) } } }
      let scale = found.values.normalization.denominator ?? 0
      let values = found.values.values.map { $0 * scale }
      for node in graph.nodes {
        let others = graph.nodes.filter { $0 != node }
        let sum = others.reduce(0) { $0 + (ties[node][$1] + ties[$1][node]) / 2 * values[$1] }
        let squares = others.reduce(0) { $0 + values[$1] * values[$1] }
        #expect(abs(squares * values[node] - sum) < 1e-9)
      }
      let pairs = graph.nodes.flatMap { tail in
        graph.nodes.filter { $0 != tail }.map { (ties[tail][$0], values[tail] * values[$0]) }
      }
      #expect(largestDifference([found.correlation], [correlation(pairs)]) < 1e-6)
    }
  }
}
