import TestSupport
import Testing

@testable import GraphCore

@Suite struct ScoreStabilityTests {
  @Test func scoresThatDoNotDependOnOthersAreStable() throws {
    // A graph of one degree has no correlation; of loops alone it is perfect whoever is missing.
    let loops = GraphFamilies.make(
      20, (0..<20).flatMap { node in (0..<node).map { _ in (node, node) } }, isDirected: false)
    let found = try loops.stability(.init(samples: 20)) { graph throws(GraphError) in
      graph.degree(isNormalized: false).values
    }
    #expect(found.points.map(\.share) == [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75])
    #expect(found.points.allSatisfy { $0.share(reaching: 0.999_999) == 1 })
    #expect(found.coefficient() == 0.75)
    let even = try Graph.complete(nodeCount: 10).stability(.init(samples: 10)) {
      graph throws(GraphError) in graph.degree(isNormalized: false).values
    }
    #expect(even.points.allSatisfy { $0.correlations.isEmpty && $0.sampleCount == 10 })
    #expect(even.coefficient() == 0)
  }

  @Test func theCoefficientIsTheLargestShareThatHolds() {
    let points = [
      ScoreStability.Point(share: 0.1, correlations: [0.7, 0.8, 0.9, 0.9], sampleCount: 4),
      ScoreStability.Point(share: 0.3, correlations: [0.1, 0.8, 0.9, 0.9], sampleCount: 4),
      ScoreStability.Point(share: 0.5, correlations: [0.8, 0.9, 0.9], sampleCount: 4),
    ]
    let found = ScoreStability(points: points)
    #expect(found.coefficient() == 0.1)
    #expect(found.coefficient(confidence: 0.75) == 0.5)
    #expect(found.coefficient(correlation: 0.95) == 0)
    #expect(points[1].share(reaching: 0.8) == 0.75)
  }

  /// pearsonr and spearmanr of SciPy 1.17.1.
  @Test func correlationsAsInSciPy() throws {
    let (x, y) = ([1.0, 2, 2, 5, 7, 7, 9], [2.0, 1, 4, 4, 3, 8, 7.5])
    #expect(abs((correlation(x, y) ?? 0) - 0.7627535049990413) < 1e-12)
    #expect(abs((correlation(x.midRanks, y.midRanks) ?? 0) - 0.6881023532039755) < 1e-12)
    #expect(x.midRanks == [1, 2.5, 2.5, 4, 5.5, 5.5, 7])
    #expect(correlation([1, 1], [1, 2]) == nil)
    #expect(correlation([1], [1]) == nil)
  }

  @Test func aClubIsMoreStableByDegreeThanByBetweenness() throws {
    let graph = NamedNetwork.karateClub.graph
    let degree = try graph.stability(.init(samples: 40, seed: 1)) { graph throws(GraphError) in
      graph.degree(isNormalized: false).values
    }
    let betweenness = try graph.stability(.init(samples: 40, seed: 1)) {
      graph throws(GraphError) in try graph.betweenness().values
    }
    #expect(degree.coefficient() > 0)
    #expect(degree.coefficient() >= betweenness.coefficient())
    let three = try graph.stability(
      .init(samples: 40, seed: 1, execution: .init(threads: 3))
    ) { graph throws(GraphError) in graph.degree(isNormalized: false).values }
    #expect(three == degree)
    let ranks = try graph.stability(.init(samples: 40, usesRanks: true, seed: 1)) {
      graph throws(GraphError) in graph.degree(isNormalized: false).values
    }
    #expect(ranks != degree)
  }

  @Test func whatCannotBeIsRefused() {
    let graph = NamedNetwork.karateClub.graph
    #expect(throws: GraphError.wrongCount(of: "node scores", expected: 34, actual: 1)) {
      try graph.stability { _ throws(GraphError) in [1] }
    }
    #expect(throws: GraphError.self) {
      try graph.stability(.init(shares: [1])) { graph throws(GraphError) in
        graph.degree().values
      }
    }
    #expect(throws: GraphError.cycle(nodes: [1])) {
      try graph.stability { graph throws(GraphError) in
        if graph.nodeCount < 34 { throw GraphError.cycle(nodes: [1]) }
        return graph.degree().values
      }
    }
  }
}
