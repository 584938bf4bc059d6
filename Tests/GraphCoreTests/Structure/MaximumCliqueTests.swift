import GraphCore
import TestSupport
import Testing

@Suite struct MaximumCliqueTests {
  @Test func isAsLargeAsTheLargestMaximalClique() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...11, seed: 621)
    {
      let cliques = GraphTable(graph).maximalCliques()
      let found = try graph.maximumClique()
      #expect(found.count == cliques.map(\.count).max() ?? 0)
      #expect(found.isEmpty || cliques.contains(found))
    }
  }

  /// Dense graphs, where bounds decide, against the search for all maximal cliques.
  @Test(arguments: [0.5, 0.7, 0.9]) func denseGraphs(density: Double) throws {
    var generator = SeededGenerator(seed: 622)
    for _ in 0..<4 {
      let graph = try Graph.erdosRenyi(
        nodeCount: 40, probability: density, isDirected: false, using: &generator)
      let sizes = try graph.maximalCliqueSizes()
      let found = try graph.maximumClique()
      #expect(found.count == sizes.count - 1)
      let table = GraphTable(graph)
      for node in found {
        #expect(found.allSatisfy { $0 == node || table.isJoined($0, node) })
      }
    }
  }

  @Test func aLargeCompleteGraphIsOneClique() throws {
    #expect(try Graph.complete(nodeCount: 200, isDirected: true).maximumClique() == Array(0..<200))
  }

  /// The sizes that NetworkX 3.6.1 finds (`find_cliques`).
  @Test(arguments: [("lesmis77", 10), ("karate34", 5), ("davis_women", 2), ("ise_typed_nov13", 4)])
  func agreesWithNetworkX(name: String, size: Int) throws {
    #expect(try ReferenceNetwork.named(name).maximumClique().count == size)
  }
}
