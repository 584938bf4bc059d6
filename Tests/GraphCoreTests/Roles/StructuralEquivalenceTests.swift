import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct StructuralEquivalenceTests {
  static let graphs =
    GraphFamilies.small + GraphFamilies.ladder
    + GraphFamilies.random(count: 60, nodes: 1...9, seed: 1_011)

  @Test func classesAgreeWithThePairs() {
    for graph in Self.graphs {
      let table = GraphTable(graph)
      let labels = graph.structuralClasses().labels
      for first in graph.nodes {
        for second in graph.nodes where second != first {
          let alike =
            table.leads(first, second) == table.leads(second, first)
            && graph.nodes.allSatisfy { third in
              third == first || third == second
                || (table.leads(first, third) == table.leads(second, third)
                  && table.leads(third, first) == table.leads(third, second))
            }
          #expect((labels[first] == labels[second]) == alike)
        }
      }
    }
  }

  @Test func profilesAgreeWithTheirDefinition() throws {
    for graph in Self.graphs.suffix(80)
      + GraphFamilies.random(count: 20, nodes: 2...8, seed: 1_012, isWeighted: true)
    {
      for weighted in [false, true] {
        var ties = GraphTable(graph).matrix(weighted: weighted)
        if !weighted || !graph.isWeighted { ties = ties.map { row in row.map { min($0, 1) } } }
        let distances = try graph.profileDistances(usesWeights: weighted)
        let correlations = try graph.profileCorrelations(usesWeights: weighted)
        for first in graph.nodes {
          for second in 0..<first {
            let others = graph.nodes.filter { $0 != first && $0 != second }
            let pairs = others.flatMap { third in
              [
                (ties[first][third], ties[second][third]),
                (ties[third][first], ties[third][second]),
              ]
            }
            let squares = pairs.reduce(0) { $0 + pow($1.0 - $1.1, 2) }
            // Both directions of an undirected tie are one.
            let expected = graph.isDirected ? squares : squares / 2
            #expect(abs(distances[first, second] - sqrt(expected)) < 1e-12)
            let n = Double(pairs.count)
            let mean = (
              pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n
            )
            let joint = pairs.reduce(0) { $0 + $1.0 * $1.1 } / n - mean.0 * mean.1
            let left = pairs.reduce(0) { $0 + $1.0 * $1.0 } / n - mean.0 * mean.0
            let right = pairs.reduce(0) { $0 + $1.1 * $1.1 } / n - mean.1 * mean.1
            let isFlat = pairs.isEmpty || left < 1e-12 || right < 1e-12
            let correlation = isFlat ? nil : joint / sqrt(left * right)
            #expect(
              largestDifference([correlations[first, second]], [correlation]) < 1e-9)
          }
        }
      }
    }
  }
}
