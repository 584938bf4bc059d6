import Evidence
import Foundation
import GraphCore
import Testing

@testable import Interchange

@Suite struct GraphMLTextTests {
  private func text(_ network: PlainNetwork) throws -> String {
    String(decoding: try GraphWriterTests.bytes(network, .graphml), as: UTF8.self)
  }

  /// By hand from the GraphML primer and what NetworkX and igraph accept.
  @Test func aSmallNetworkIsWrittenPlainly() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.isDirected = true
    builder.attributes = [NamedAttribute("n", .integer(3))]
    builder.set("label", .text("A & B"), ofNode: builder.node("a"))
    builder.set("list", .json("[1]"), ofNode: builder.node("b\n"))
    let edge = builder.addEdge(0, 1)
    try builder.set("weight", .real(0.5), ofEdge: edge, offset: 0)
    try builder.set("id", .text("e1"), ofEdge: edge, offset: 0)
    _ = builder.node("c")
    #expect(
      try text(builder.network()) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:throughline="urn:throughline:graphml">
        <key id="d0" for="graph" attr.name="n" attr.type="long"/>
        <key id="d1" for="node" attr.name="label" attr.type="string"/>
        <key id="d2" for="node" attr.name="list" attr.type="string" throughline:type="json"/>
        <key id="d3" for="edge" attr.name="weight" attr.type="double"/>
        <key id="d4" for="edge" attr.name="edge_id" attr.type="string"/>
        <graph id="G" edgedefault="directed">
        <data key="d0">3</data>
        <node id="a"><data key="d1">A &amp; B</data></node>
        <node id="b&#10;"><data key="d2">[1]</data></node>
        <node id="c"/>
        <edge id="e1" source="a" target="b&#10;"><data key="d3">0.5</data><data key="d4">e1</data></edge>
        </graph>
        </graphml>

        """)
  }

  @Test(arguments: [true, false])
  func theAwkwardNetworkComesBack(isDirected: Bool) throws {
    let network = try AwkwardNetwork.network(isDirected: isDirected)
    #expect(GraphWriter(.graphml).losses(network) == [])
    let bytes = try GraphWriterTests.bytes(network, .graphml)
    let back = try Text.network(bytes: bytes)
    #expect(back.holdsSame(as: network))
    #expect(back.remarks == [])
    #expect(try GraphWriterTests.bytes(back, .graphml) == bytes)
  }

  /// Names that mean something to readers of GraphML, as those of attributes that mean something else.
  @Test func namesWithAMeaningStayWhatTheyAre() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    let (a, b) = (builder.node("a"), builder.node("b"))
    for name in ["r", "g", "b", "labelV", "name", "", "<k>"] {
      builder.nodes.set(.text("v\(name)"), column: builder.nodes.column(name), row: a)
    }
    builder.nodes.set(.integer(5), column: builder.nodes.column("label"), row: a)
    builder.nodes.set(.integer(9), column: builder.nodes.column("r2"), row: a)
    builder.nodes.set(.integer(1), column: builder.nodes.column("g2"), row: b)
    let edge = builder.addEdge(a, b)
    for name in ["edge_id", "labelE", "Edge Label", "weight"] {
      builder.edges.set(.text("e\(name)"), column: builder.edges.column(name), row: edge)
    }
    builder.edges.set(.integer(7), column: builder.edges.column("id"), row: edge)
    for isLabelled in [false, true] {
      if isLabelled { builder.setLabel("Alpha", of: a) }
      let network = try builder.network()
      let bytes = try GraphWriterTests.bytes(network, .graphml)
      let back = try Text.network(bytes: bytes)
      #expect(back.holdsSame(as: network))
      #expect(try GraphWriterTests.bytes(back, .graphml) == bytes)
    }
  }

  @Test func numbersComeBackExactly() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    let reals = [
      0.1, Double.leastNonzeroMagnitude, 1.7976931348623157e308, -0.0, 1e21, 123456789.123456789,
      1.0 / 3,
    ]
    let whole = [Int.max, Int.min, 0, -1, 1 << 53 + 1, 7, 8]
    for (index, (real, whole)) in zip(reals, whole).enumerated() {
      let node = builder.node("\(index)")
      builder.set("real", .real(real), ofNode: node)
      builder.set("whole", .integer(whole), ofNode: node)
      builder.set("any", index < 3 ? .real(real) : .text("\"\u{7F}"), ofNode: node)
    }
    let network = try builder.network()
    let bytes = try GraphWriterTests.bytes(network, .graphml)
    let back = try Text.network(bytes: bytes)
    #expect(back.holdsSame(as: network))
    #expect(try GraphWriterTests.bytes(back, .graphml) == bytes)
  }

  @Test func whatXMLCannotHoldIsDeclared() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.set("note", .text("a\u{2}b"), ofNode: builder.node("n"))
    let network = try builder.network()
    #expect(GraphWriter(.graphml).losses(network).count == 1)
    let back = try Text.network(bytes: try GraphWriterTests.bytes(network, .graphml))
    #expect(back.nodeAttributes["note"]?[0] == .text("a\u{FFFD}b"))
  }

  /// The counts are those of the graphs themselves.
  @Test(arguments: ["isis-inspired-attacks", "florentine-families"])
  func evidenceComesBack(name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("graphs").path
    let graph = try #require(try GraphFile.load("\(folder)/\(name).yaml").graph)
    var bytes: [UInt8] = []
    let sink = Sink()
    try GraphWriter(.graphml).write(graph) { sink.bytes += $0 }
    bytes = sink.bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let isEdge = graph.statements.map { $0.subject.id != nil && $0.object?.id != nil }
    #expect(text.components(separatedBy: "<node ").count - 1 == graph.entities.count)
    #expect(text.components(separatedBy: "<edge ").count - 1 == isEdge.count { $0 })
    #expect(text.components(separatedBy: "<?throughline {").count == 2)
    #expect(!text.contains("for=\"graph\""))
    guard
      case .evidence(let reading) = GraphFile.readAny(
        bytes: bytes, path: "\(folder)/x", folder: folder)
    else {
      Issue.record("it came back as a plain network")
      return
    }
    #expect(reading.errors == [])
    #expect(reading.graph == graph)
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }
}
