import GraphCore
import TestSupport
import Testing

@Suite struct MaximalCliquesTests {
  @Test func agreesWithAllSetsOfNodes() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...11, seed: 611)
    {
      let expected = GraphTable(graph).maximalCliques()
      let found = Array(graph.maximalCliques())
      #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == expected)
      for size in 1...4 {
        let large = graph.maximalCliques(minimumSize: size).map(\.self)
        #expect(large == found.filter { $0.count >= size })
      }
    }
  }

  /// Dense graphs, where much was tried before.
  @Test(arguments: [0.5, 0.65, 0.8]) func denseGraphs(density: Double) throws {
    var generator = SeededGenerator(seed: 612)
    for _ in 0..<25 {
      let graph = try Graph.erdosRenyi(
        nodeCount: 12, probability: density, isDirected: false, using: &generator)
      let found = graph.maximalCliques().sorted { $0.lexicographicallyPrecedes($1) }
      #expect(found == GraphTable(graph).maximalCliques())
    }
  }

  /// Parts of three nodes, each joined to all outside its part, have 3^k cliques [Moon and Moser].
  @Test func theMostThatThereCanBe() throws {
    let pairs = (0..<24).flatMap { tail in
      (0..<tail).filter { $0 / 3 != tail / 3 }.map { ($0, tail) }
    }
    let graph = GraphFamilies.make(24, pairs, isDirected: false)
    #expect(try graph.maximalCliqueSizes() == [0, 0, 0, 0, 0, 0, 0, 0, 6_561])
    #expect(graph.maximalCliques().prefix(10).map(\.self).count == 10)
  }

  /// Rows of more than 64 bits.
  @Test func aLargeCompleteGraphIsOneClique() throws {
    let graph = try Graph.complete(nodeCount: 150, isDirected: false)
    #expect(Array(graph.maximalCliques()) == [Array(0..<150)])
  }

  /// By size, the number of cliques that NetworkX 3.6.1 finds (`find_cliques`).
  @Test(arguments: [
    ("lesmis77", [0, 0, 22, 10, 11, 5, 2, 5, 2, 0, 2]),
    ("karate34", [0, 0, 11, 21, 2, 2]),
    ("davis_women", [0, 0, 89]),
    ("ise_typed_nov13", [0, 3, 141, 49, 6]),
  ])
  func agreesWithNetworkX(name: String, sizes: [Int]) throws {
    let graph = try ReferenceNetwork.named(name)
    #expect(try graph.maximalCliqueSizes() == sizes)
    for threads in [1, 2, 5] {
      #expect(try graph.maximalCliqueSizes(execution: Execution(threads: threads)) == sizes)
    }
    let large: [Int] = sizes.count > 4 ? [0, 0, 0, 0] + Array(sizes.dropFirst(4)) : []
    #expect(try graph.maximalCliqueSizes(minimumSize: 4) == large)
  }
}
