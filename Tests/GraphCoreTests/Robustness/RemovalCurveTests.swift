import GraphCore
import TestSupport
import Testing

@Suite struct RemovalCurveTests {
  static let tried =
    GraphFamilies.small.filter { !$0.isDirected || $0.edgeCount % 12 == 5 } + GraphFamilies.ladder
    + GraphFamilies.random(count: 24, nodes: 1...9, seed: 701)

  @Test func agreesWithSearchAfterEachRemoval() throws {
    for graph in Self.tried {
      let curve = try graph.removalCurve(.random(seed: 3), recordsEfficiency: true)
      #expect(curve.removed.sorted() == Array(graph.nodes))
      let n = Double(graph.nodeCount)
      let shares = (0...graph.nodeCount).map { step in
        Double(SlowRobustness.largest(graph, without: Array(curve.removed.prefix(step)))) / n
      }
      #expect(curve.largestShares == (graph.nodeCount > 0 ? shares : []))
      guard graph.nodeCount > 1 else {
        #expect(curve.efficiencies == nil)
        continue
      }
      let efficiencies = (0...graph.nodeCount).map { step in
        SlowRobustness.efficiency(graph, without: Array(curve.removed.prefix(step)))
      }
      #expect(largestDifference(curve.efficiencies ?? [], efficiencies) < 1e-12)
      let index = shares.dropFirst().reduce(0, +) / n
      #expect(abs((curve.robustness ?? -1) - index) < 1e-12)
    }
  }

  @Test func edgesGoOneByOne() throws {
    for graph in Self.tried where graph.nodeCount > 1 {
      let curve = try graph.edgeRemovalCurve(.random(seed: 4), recordsEfficiency: true)
      let steps = (0...graph.edgeCount).map { Array(curve.removed.prefix($0)) }
      #expect(
        curve.largestShares
          == steps.map {
            Double(SlowRobustness.largest(graph, withoutEdges: $0)) / Double(graph.nodeCount)
          })
      #expect(
        largestDifference(
          curve.efficiencies ?? [],
          steps.map { SlowRobustness.efficiency(graph, withoutEdges: $0) }) < 1e-12)
    }
  }

  /// From connected_components and global_efficiency in NetworkX 3.6.1, nodes taken from a copy of the
  /// graph one by one, by degree and then by index.
  @Test func theKarateClubAsNetworkXTakesItApart() throws {
    let graph = NamedNetwork.karateClub.graph
    let byDegree = try graph.removalCurve(
      .highest(graph.degree(isNormalized: false).values), recordsEfficiency: true)
    #expect(abs((byDegree.robustness ?? 0) - 0.14186851211072657) < 1e-12)
    #expect(
      largestDifference(
        Array((byDegree.efficiencies ?? []).prefix(4)),
        [0.49200831847890586, 0.4312834224598897, 0.2800356506238855, 0.16841948900772433])
        < 1e-12)
    let adaptive = try graph.removalCurve { $0.graph.degree(isNormalized: false).values }
    #expect(abs((adaptive.robustness ?? 0) - 0.13581314878892728) < 1e-12)
    #expect(adaptive.removed.prefix(6) == [33, 0, 32, 1, 2, 3])
    // Rounded, so that ties of NetworkX and ours are the same.
    let betweenness = try graph.removalCurve { part throws(GraphError) in
      try part.graph.betweenness().values.map { ($0 * 1e12).rounded() }
    }
    #expect(abs((betweenness.robustness ?? 0) - 0.13408304498269882) < 1e-12)
    #expect(betweenness.removed.prefix(6) == [0, 33, 32, 2, 1, 23])
  }

  @Test func closedForms() throws {
    // In a complete graph n - q nodes stay together after q removals: the mean of 0 ... n - 1 over n.
    let complete = try Graph.complete(nodeCount: 7).removalCurve(.random(seed: 1))
    let expected = 0.5 - 1.0 / 14
    #expect(abs((complete.robustness ?? 0) - expected) < 1e-15)
    // A star without its middle falls into single nodes.
    let star = try Graph.star(nodeCount: 6).removalCurve(.highest([1, 0, 0, 0, 0, 0]))
    let shares: [Double] = [6, 1, 1, 1, 1, 1, 0]
    #expect(star.largestShares == shares.map { $0 / 6 })
    #expect(star.removed == [0, 1, 2, 3, 4, 5])
    let part = try Graph.path(nodeCount: 5).removalCurve(.listed([2]))
    #expect(part.largestShares == [1, 0.4])
    #expect(part.robustness == nil)
    let some = try Graph.path(nodeCount: 5).removalCurve(adaptively: 1, recordsEfficiency: true) {
      $0.graph.degree(isNormalized: false).values
    }
    #expect(some.removed == [1])
    #expect(some.efficiencies?.count == 2)
  }

  @Test func scoresMustFit() {
    let graph = GraphFamilies.make(3, [(0, 1)], isDirected: false)
    #expect(throws: GraphError.wrongCount(of: "node scores", expected: 3, actual: 2)) {
      try graph.removalCurve(.highest([1, 2]))
    }
    #expect(throws: GraphError.self) { try graph.removalCurve(.highest([1, .nan, 2])) }
    #expect(throws: GraphError.wrongCount(of: "edge scores", expected: 1, actual: 0)) {
      try graph.edgeRemovalCurve(.highest([]))
    }
  }
}
