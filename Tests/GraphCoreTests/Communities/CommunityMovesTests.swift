import TestSupport
import Testing

@testable import GraphCore

@Suite struct CommunityMovesTests {
  private func modularity(_ graph: Graph, _ labels: [Int32]) -> Double {
    GraphTable(graph).modularity(
      of: labels.map(Int.init), resolution: 1, weighted: true, isDirected: graph.isDirected) ?? 0
  }

  /// By the definition of modularity: moves gain, and if the queue was gone through to its end no single node gains
  /// by going to a neighbor's community.
  @Test func movesGainAndTheLastLeaveNoneThatGains() throws {
    for graph in GraphFamilies.ladder
      + GraphFamilies.random(count: 40, nodes: 2...12, seed: 452, isWeighted: true)
    {
      let network = try CommunityNetwork(graph, Graph.CommunityOptions(usesWeights: true))
      var generator = SeededGenerator(seed: 453)
      var labels = graph.nodes.map { Int32($0) }
      var value = modularity(graph, labels)
      var moved = true
      var rounds = 0
      while moved {
        moved = network.moveNodes(&labels, order: network.nodeOrder(using: &generator), workers: 2)
        let now = modularity(graph, labels)
        #expect(moved ? now > value : abs(now - value) < 1e-12)
        value = now
        rounds += 1
        try #require(rounds < 100)
      }
      for node in graph.nodes {
        for other in graph.nodes {
          var changed = labels
          changed[node] = labels[other]
          #expect(modularity(graph, changed) < value + 1e-9)
        }
      }
    }
  }

  @Test func everyNodeHasItsTurn() throws {
    for count in [0, 1, 10, 1_000] {
      let graph = GraphFamilies.make(count, [(Int, Int)](), isDirected: false)
      let network = try CommunityNetwork(graph, Graph.CommunityOptions())
      var generator = SeededGenerator(seed: 454)
      #expect(network.nodeOrder(using: &generator).sorted() == (0..<Int32(count)).map { $0 })
    }
  }
}
