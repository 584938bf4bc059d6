import GraphCore
import TestSupport
import Testing

@Suite struct EfficiencyLossTests {
  @Test func agreesWithTheDefinition() throws {
    for graph in GraphFamilies.small.filter({ !$0.isDirected || $0.edgeCount % 12 == 5 })
      + GraphFamilies.ladder + GraphFamilies.random(count: 20, nodes: 2...9, seed: 741)
    {
      let whole = graph.nodeCount > 1 ? SlowRobustness.efficiency(graph) : 0
      let nodes = graph.nodes.map { node in
        whole > 0 ? 1 - SlowRobustness.efficiency(graph, without: [node]) / whole : 0
      }
      let edges = graph.edges.indices.map { edge in
        whole > 0 ? 1 - SlowRobustness.efficiency(graph, withoutEdges: [edge]) / whole : 0
      }
      #expect(largestDifference(try graph.efficiencyLoss().values, nodes) < 1e-12)
      #expect(largestDifference(try graph.edgeEfficiencyLoss().values, edges) < 1e-12)
    }
  }

  /// From global_efficiency in NetworkX 3.6.1, without the edges of the node, or the edge.
  @Test func theKarateClub() throws {
    let graph = NamedNetwork.karateClub.graph
    let found = try graph.efficiencyLoss()
    #expect(
      largestDifference(
        [0, 1, 2, 33].map { found[$0] },
        [0.31429261518024343, 0.07185556427752254, 0.09184228005555514, 0.12342249864139165])
        < 1e-12)
    #expect(abs((found.normalization.denominator ?? 0) - 0.49200831847890586) < 1e-12)
    let edges = try graph.edgeEfficiencyLoss(execution: .init(threads: 3))
    for (ends, loss) in [
      ([0, 1], 0.006038282712396379), ([0, 11], 0.048910089970414725),
      ([0, 31], 0.02113398949338868), ([32, 33], 0.0024153130849584384),
    ] {
      let edge = try #require(graph.edges.firstIndex { [$0.tail, $0.head].sorted() == ends })
      #expect(abs(edges[edge] - loss) < 1e-12)
    }
  }
}
