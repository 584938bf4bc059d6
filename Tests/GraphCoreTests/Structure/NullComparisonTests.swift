import GraphCore
import TestSupport
import Testing

@Suite struct NullComparisonTests {
  @Test func meansAndDeviationsAreThoseOfTheGraphsDrawn() throws {
    let graph = try Graph.path(nodeCount: 4, isDirected: false)
    // Graphs of 0 to 9 nodes; the generator decides, and the measure is the number of nodes.
    let found = try graph.compared(samples: 500, seed: 8) { generator throws(GraphError) in
      try Graph.erdosRenyi(
        nodeCount: Int.random(in: 0...9, using: &generator), probability: 0, isDirected: false,
        using: &generator)
    } by: {
      [Double($0.nodeCount), 1]
    }
    #expect(found.observed == [4, 1])
    // Whole numbers from 0 to 9: mean 4.5, variance 8.25; at least 4 with chance 0.6.
    #expect(abs(found.means[0] - 4.5) < 5 * (8.25 / 500).squareRoot())
    #expect(abs(found.deviations[0] - 8.25.squareRoot()) < 0.3)
    #expect(abs(Double(found.atLeast[0]) - 300) < 60)
    #expect(found.pValues[0] == Double(found.atLeast[0] + 1) / 501)
    #expect(found.zScores[0] == (4 - found.means[0]) / found.deviations[0])
    #expect(found.zScores[1] == nil)
    #expect(found.atLeast[1] == 500)
  }

  /// Of two numbers, the variance by one less than their count is twice the mean square less the
  /// squared mean.
  @Test func deviationsAreByOneLessThanTheSamples() throws {
    let path = try Graph.path(nodeCount: 2, isDirected: false)
    for seed in 0..<10 as Range<UInt64> {
      let found = try path.compared(samples: 2, seed: seed) { generator throws(GraphError) in
        try Graph.erdosRenyi(
          nodeCount: Int.random(in: 0...9, using: &generator), probability: 0, isDirected: false,
          using: &generator)
      } by: {
        [Double($0.nodeCount), Double($0.nodeCount * $0.nodeCount)]
      }
      let expected = 2 * (found.means[1] - found.means[0] * found.means[0])
      #expect(abs(found.deviations[0] * found.deviations[0] - expected) < 1e-12)
    }
  }

  @Test func threadsChangeNothing() throws {
    let graph = NamedNetwork.krackhardtKite.graph
    let all = try [1, 2, 7].map { threads in
      try graph.compared(samples: 25, seed: 4, execution: Execution(threads: threads)) {
        [$0.transitivity() ?? 0]
      }
    }
    #expect(all[0] == all[1])
    #expect(all[0] == all[2])
  }

  @Test func whatIsThrownComesOut() throws {
    let graph = NamedNetwork.krackhardtKite.graph
    #expect(throws: GraphError.degreesNotGraphical) {
      try graph.compared(samples: 3) { _ throws(GraphError) in
        throw GraphError.degreesNotGraphical
      } by: { _ in
        [0]
      }
    }
    #expect(throws: GraphError.self) { try graph.compared(samples: 1) { _ in [0] } }
  }
}
