import GraphCore
import Testing

@testable import Interchange

/// Networks in which some edges have a weight and others have none.
@Suite struct MissingWeightsTests {
  /// Three edges, of which the second has no weight, and the third the one that it would count with.
  private func network(isDirected: Bool = true) throws -> PlainNetwork {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.isDirected = isDirected
    let (a, b) = (builder.node("a"), builder.node("b"))
    for weight in [2.5, nil, 1] {
      let edge = builder.addEdge(a, b)
      if let weight { try builder.setWeight(weight, of: edge, offset: 0) }
    }
    return try builder.network()
  }

  private func written(_ network: PlainNetwork, _ format: GraphFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try GraphWriter(format).write(network) { bytes += $0 }
    return bytes
  }

  @Test func edgesKnowWhetherTheyHaveAWeight() throws {
    let network = try network()
    #expect(network.edges.map(\.weight) == [2.5, nil, 1])
    #expect(network.graph.edges.map(\.weight) == [2.5, 1, 1])
    #expect(network.asUndirected().edges.map(\.weight) == [2.5, nil, 1])
    #expect(network.remarks == ["1 of 3 edges has no weight and weighs 1"])
  }

  @Test(
    arguments: [
      .graphml, .gexf, .gml, .nodelink, .cyjs, .jgf, .graphology, .dot, .csv, .tsv, .tables, .pajek,
      .stix, .ftm,
    ] as [GraphFormat], [true, false])
  func formatsKeepThem(format: GraphFormat, isDirected: Bool) throws {
    let network = try network(isDirected: isDirected)
    #expect(!GraphWriter(format).losses(network).contains { $0.contains("without a weight") })
    let bytes = try written(network, format)
    let back = try Text.network(bytes: bytes, format)
    #expect(back.edges.map(\.weight) == [2.5, nil, 1])
    #expect(try written(back, format) == bytes)
  }

  @Test(arguments: [.edges, .mtx, .metis, .matrix, .dl, .tlg] as [GraphFormat])
  func othersSayThatTheyDoNot(format: GraphFormat) throws {
    let losses = GraphWriter(format).losses(try network())
    #expect(losses.contains("1 edge without a weight is given the weight 1"), "\(losses)")
  }
}
