import GraphCore
import TestSupport
import Testing

@Suite struct GraphTermTests {
  @Test func statisticsAgreeWithTheirDefinitions() throws {
    let graphs =
      GraphFamilies.small
      + GraphFamilies.random(count: 60, nodes: 5...12, seed: 441).map { $0.simplified() }
    for graph in graphs {
      let groups = graph.nodes.map { $0 % 2 }
      let values = graph.nodes.map { Double($0) / 2 - 1 }
      var terms: [GraphTerm] = [
        .edges, .nodeMatch(groups), .nodeCovariate(values), .triangles, .sharedPartners(decay: 0),
        .sharedPartners(decay: 0.75),
      ]
      if graph.isDirected { terms += [.mutual, .transitiveTriples, .cyclicTriples] }
      let found = try graph.statistics(of: terms)
      #expect(largestDifference(found, SlowModels.statistics(of: graph, terms)) < 1e-12)
    }
  }

  /// summary(flomarriage ~ edges + triangle) of statnet: 20 and 3.
  @Test func florentineFamilies() throws {
    let graph = NamedNetwork.florentineFamilies.graph
    #expect(try graph.statistics(of: [.edges, .triangles]) == [20, 3])
  }

  /// Each kind of triad holds so many triples; NetworkX 3.6.1 counts 3 of 030T, 1 of 030C, 7 of 120D, 1 of
  /// 120U, 3 of 120C, 5 of 210 and 2 of 300 among the monks, and so do the formulas its neighbor sets give
  /// for shared partners.
  @Test func monksHaveTheTriplesOfTheirTriads() throws {
    let found = try SampsonMonks.graph.statistics(
      of: SampsonMonks.terms + [.transitiveTriples, .cyclicTriples, .triangles])
    #expect(largestDifference(Array(found[0..<3]), SampsonMonks.statistics) < 1e-12)
    let transitive = 3 + 2 * 7 + 2 * 1 + 3 + 3 * 5 + 6 * 2
    let cyclic = 1 + 3 + 5 + 2 * 2
    #expect(found[3...].elementsEqual([49, 13, 62]) && transitive == 49 && cyclic == 13)
  }

  /// Triads by another way, through the census.
  @Test func triplesAgreeWithTheTriadCensus() throws {
    let graphs =
      GraphFamilies.simpleGraphs(nodeCount: 4, isDirected: true)
      + GraphFamilies.random(count: 40, nodes: 8...14, seed: 443).map { $0.simplified() }
      .filter(\.isDirected)
    for graph in graphs {
      let census = try graph.triadCensus()
      let down = census[.mutualDown] + census[.mutualUp]
      let both = census[.mutualChain]
      let transitive =
        census[.transitive] + 2 * down + both + 3 * census[.nearlyComplete]
        + 6 * census[.complete]
      let cyclic = census[.cyclic] + both + census[.nearlyComplete] + 2 * census[.complete]
      #expect(
        try graph.statistics(of: [.transitiveTriples, .cyclicTriples, .triangles])
          == [transitive, cyclic, transitive + cyclic].map(Double.init))
    }
  }

  /// With a decay of 0 every edge that has a shared partner counts once.
  @Test func directionDecidesWhoIsShared() throws {
    let terms: [GraphTerm] = [
      .sharedPartners(decay: 0), .transitiveTriples, .cyclicTriples, .triangles,
    ]
    func found(_ edges: [(Int, Int)]) throws -> [Double] {
      try GraphFamilies.make(3, edges, isDirected: true).statistics(of: terms)
    }
    #expect(try found([(0, 1), (1, 2), (0, 2)]) == [1, 1, 0, 1])
    #expect(try found([(0, 1), (1, 2), (2, 0)]) == [0, 0, 1, 1])
    #expect(try found([(0, 1), (1, 0), (1, 2)]) == [0, 0, 0, 0])
    let all = [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]
    #expect(try found(all) == [6, 6, 2, 8])
  }

  @Test func unfitDataAreRefused() {
    let graph = GraphFamilies.make(3, [(0, 1), (1, 2)], isDirected: false)
    #expect(throws: GraphError.wrongCount(of: "groups", expected: 3, actual: 1)) {
      try graph.statistics(of: [.nodeMatch([1])])
    }
    #expect(throws: GraphError.wrongCount(of: "values", expected: 3, actual: 0)) {
      try graph.statistics(of: [.nodeCovariate([])])
    }
    #expect(throws: GraphError.self) { try graph.statistics(of: [.sharedPartners(decay: -1)]) }
    let crowded = GraphFamilies.make(3, [(0, 1), (1, 0), (2, 2)], isDirected: false)
    #expect(throws: GraphError.self) { try crowded.statistics(of: [.edges]) }
  }
}
