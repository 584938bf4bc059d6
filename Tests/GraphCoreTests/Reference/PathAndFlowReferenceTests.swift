import Foundation
import GraphCore
import TestSupport
import Testing

/// What NetworkX 3.6.1 finds of a network; see Fixtures/PROVENANCE.md.
struct KnownFlows: Decodable {
  let load: [Double]
  let laplacian: [Double]
  let subgraph: [Double]
  let onion: [Int]
  let subset: [Double]
  let currentFlowCloseness: [Double]?
  let currentFlowBetweenness: [Double]?
  let diameter: Double?
  let radius: Double?
  let averagePathLength: Double?
  let directedLoad: [Double]?
  let directedLaplacian: [Double]?
  let directedSubset: [Double]?
}

@Suite struct PathAndFlowReferenceTests {
  private func fixture(_ name: String, _ folder: String) throws -> URL {
    try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: folder))
  }

  @Test(arguments: ReferenceNetworkTests.names)
  func agreesWithNetworkX(name: String) throws {
    let network = try ReferenceNetwork.load(fixture(name, "Fixtures/networks")).graph
    let known = try #require(
      JSONDecoder().decode(
        [String: KnownFlows].self,
        from: Data(contentsOf: fixture("networkx-flows", "Fixtures"))
      )[name])
    let graph = network.asUndirected().simplified()
    let sources = graph.nodes.filter { $0 % 3 == 0 }
    let targets = graph.nodes.filter { $0 % 2 == 1 }
    func expect(_ found: [Double?], _ expected: [Double]?, _ measure: Comment) {
      guard let expected else { return }
      #expect(largestDifference(found, expected.map { $0 }) < 1e-9, measure)
    }
    expect(try graph.load().values, known.load, "load")
    expect(try graph.laplacianCentrality().values, known.laplacian, "laplacian")
    let scale = known.subgraph.max() ?? 1
    expect(
      try graph.subgraphCentrality().values.map { $0.map { $0 / scale } },
      known.subgraph.map { $0 / scale }, "subgraph")
    #expect(graph.onionLayers().values == known.onion)
    expect(try graph.betweenness(from: sources, to: targets).values, known.subset, "subset")
    expect(
      try graph.currentFlowCloseness().values, known.currentFlowCloseness, "current-flow closeness")
    expect(
      try graph.currentFlowBetweenness().values, known.currentFlowBetweenness,
      "current-flow betweenness")
    #expect(try graph.diameter() == known.diameter)
    #expect(try graph.radius() == known.radius)
    #expect(
      largestDifference([try graph.averagePathLength()], [known.averagePathLength]) < 1e-12)
    expect(try network.load().values, known.directedLoad, "directed load")
    expect(try network.laplacianCentrality().values, known.directedLaplacian, "directed laplacian")
    expect(
      try network.betweenness(from: sources, to: targets).values, known.directedSubset,
      "directed subset")
  }

  @Test func laplacianOfWalksAgreesWithNetworkX() throws {
    // NetworkX 3.6.1 on a graph that is strongly connected, one whose cycles all have even lengths,
    // and one in which some nodes cannot be left.
    for (nodeCount, pairs, expected) in Self.walks {
      let graph = GraphFamilies.make(nodeCount, pairs, isDirected: true)
      #expect(largestDifference(try graph.laplacianCentrality().values, expected) < 1e-9)
    }
    // Waiting at every other step halves the Laplacian, which only the raw scores show.
    let (nodeCount, pairs, _) = Self.walks[1]
    let waiting = GraphFamilies.make(nodeCount, pairs, isDirected: true)
    let raw = try waiting.laplacianCentrality(isNormalized: false).values
    #expect(
      largestDifference(raw, [0.9736516952966, 0.9736516952966, 0.7705266952966, 0.7705266952966])
        < 1e-9)
  }

  private static let walks: [(nodeCount: Int, pairs: [(Int, Int)], expected: [Double])] = [
    (
      5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0), (1, 3), (2, 0), (4, 2)],
      [0.5, 0.5, 0.4814814814815, 0.5, 0.5]
    ),
    (
      4, [(0, 1), (1, 2), (2, 3), (3, 0), (1, 0)],
      [0.635854168357, 0.635854168357, 0.5032011071325, 0.5032011071325]
    ),
    (
      5, [(0, 1), (1, 2), (2, 0), (1, 3), (4, 2)],
      [0.5573947153993, 0.5809793138922, 0.556300448457, 0.3928242675441, 0.3138111912515]
    ),
  ]
}
