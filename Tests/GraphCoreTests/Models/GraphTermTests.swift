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
      var terms: [GraphTerm] = [.edges, .nodeMatch(groups), .nodeCovariate(values)]
      terms +=
        graph.isDirected
        ? [.mutual] : [.triangles, .sharedPartners(decay: 0), .sharedPartners(decay: 0.75)]
      let found = try graph.statistics(of: terms)
      #expect(largestDifference(found, SlowModels.statistics(of: graph, terms)) < 1e-12)
    }
  }

  /// summary(flomarriage ~ edges + triangle) of statnet: 20 and 3.
  @Test func florentineFamilies() throws {
    let graph = NamedNetwork.florentineFamilies.graph
    #expect(try graph.statistics(of: [.edges, .triangles]) == [20, 3])
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
