import TestSupport
import Testing

@testable import GraphCore

@Suite struct CommunityRefinementTests {
  /// What Leiden promises of a refinement [Traag2019]: parts lie within communities and are connected, and no part
  /// is worse than its nodes apart, by the definition of modularity.
  @Test func partsAreConnectedAndGain() throws {
    for graph in GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 2...14, seed: 455, isWeighted: true)
    {
      let network = try CommunityNetwork(graph, Graph.CommunityOptions(usesWeights: true))
      let communities = DenseLabels(graph.nodes.map { Int32($0 % 2) })
      var generator = SeededGenerator(seed: 456)
      let order = network.nodeOrder(using: &generator)
      let parts = network.refined(communities, order: order, workers: 1)
      #expect(network.refined(communities, order: order, workers: 3) == parts)
      func modularity(_ groups: [Int]) -> Double {
        GraphTable(graph).modularity(
          of: groups, resolution: 1, weighted: true, isDirected: graph.isDirected) ?? 0
      }
      for part in Set(parts) {
        let members = graph.nodes.filter { parts[$0] == part }
        #expect(Set(members.map { communities.labels[$0] }).count == 1)
        #expect(graph.subgraph(of: members).graph.weakComponents().count == 1)
        let together = graph.nodes.map { members.contains($0) ? graph.nodeCount : $0 }
        #expect(modularity(together) > modularity(Array(graph.nodes)) - 1e-9)
      }
    }
  }
}
