import Foundation
import GraphCore
import Testing

@testable import Interchange

@Suite struct PajekTextTests {
  @Test(arguments: [true, false], [GraphFormat.pajek, .paj])
  func theAwkwardNetworkComesBackButForItsLosses(isDirected: Bool, format: GraphFormat) throws {
    let network = try AwkwardNetwork.network(isDirected: isDirected)
    let losses = GraphWriter(format).losses(network)
    #expect(
      losses.prefix(3) == [
        "attributes of the whole are lost: title, version, scale, open, tags",
        "attributes of nodes are lost: kind, count, score, known, note, parent",
        // A label with marks of quotation, and dates that are no whole numbers.
        "attributes of edges are lost: id, start, end, sure, label, times, share",
      ])
    let bytes = try GraphWriterTests.bytes(network, format)
    let again = try Text.network(bytes: bytes, nil, path: "net")
    #expect(again.isDirected == isDirected)
    #expect(again.nodes.elementsEqual(network.nodes))
    #expect(again.edges.elementsEqual(network.edges))
    #expect(again.nodeAttributes.columns.map(\.name) == ["color"])
    #expect(again.nodeAttributes["color"]?[6] == .text("#aa3377"))
    #expect(
      (0..<9).allSatisfy { row in
        again.edgeAttributes["kind"]?[row] == network.edgeAttributes["kind"]?[row]
      })
    #expect(try GraphWriterTests.bytes(again, format) == bytes)
  }

  /// By hand from the manual of Pajek.
  @Test func aProjectHoldsNumbersOfNodes() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.isDirected = false
    builder.attributes = [NamedAttribute("name", .text("a network"))]
    for (index, name) in ["a", "b", "c"].enumerated() {
      let node = builder.node(name)
      builder.set("x", .real(Double(index) / 2), ofNode: node)
      builder.set("y", .real(0.25), ofNode: node)
      builder.set("shape", .text("box"), ofNode: node)
      builder.set("color", .text("#ff0000"), ofNode: node)
      builder.set("class", .integer(index), ofNode: node)
      builder.set("below", .integer(-index), ofNode: node)
      builder.set("share", .real(Double(index) / 4), ofNode: node)
      builder.set("mode", .integer(index < 2 ? 1 : 2), ofNode: node)
      builder.set("start", .integer(index), ofNode: node)
      if index > 0 { builder.set("end", .integer(index + 1), ofNode: node) }
    }
    let edge = builder.addEdge(0, 2)
    try builder.set("label", .text("tie"), ofEdge: edge, offset: 0)
    try builder.set("width", .real(1.5), ofEdge: edge, offset: 0)
    _ = builder.addEdge(1, 2)
    let network = try builder.network()
    let bytes = try GraphWriterTests.bytes(network, .paj)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        *Network a network
        % throughline: the labels are the names of the nodes
        *Vertices 3 2
        1 "a" 0.0 0.25 box ic Red [0-*]
        2 "b" 0.5 0.25 box ic Red [1-2]
        3 "c" 1.0 0.25 box ic Red [2-3]
        *Edges
        1 3 1 l "tie" w 1.5
        2 3 1
        *Partition class
        *Vertices 3
        0
        1
        2
        *Vector below
        *Vertices 3
        0.0
        -1.0
        -2.0
        *Vector share
        *Vertices 3
        0.0
        0.25
        0.5

        """)
    #expect(
      GraphWriter(.paj).losses(network) == [
        "attributes of nodes are given back as other numbers: below",
        "edges without weights are given the weight 1",
      ])
    #expect(
      GraphWriter(.pajek).losses(network).first
        == "attributes of nodes are lost: class, below, share")
    let again = try Text.network(bytes: bytes)
    #expect(again.nodeAttributes["end"]?[0] == nil)
    for name in ["x", "y", "shape", "color", "class", "share", "mode", "start", "end"] {
      #expect(
        (0..<3).allSatisfy { again.nodeAttributes[name]?[$0] == network.nodeAttributes[name]?[$0] })
    }
    #expect(again.edgeAttributes.holdsSame(as: network.edgeAttributes))
    #expect(try GraphWriterTests.bytes(again, .paj) == bytes)
  }

  @Test(arguments: [
    "[[1,2],[4,null]]", "[[1,1],[3,5],[7,9]]",
  ])
  func timesComeBack(spells: String) throws {
    let source = spells == "[[1,2],[4,null]]" ? "[1-2,4-*]" : "[1,3-5,7-9]"
    let network = try Text.network("*Vertices 1\n*Arcs\n1 1 1 \(source)\n", .pajek)
    #expect(network.edgeAttributes["spells"]?[0] == .json(spells))
    let text = String(decoding: try GraphWriterTests.bytes(network, .pajek), as: UTF8.self)
    #expect(text.hasSuffix("1 1 1 \(source)\n"))
    #expect(GraphWriter(.pajek).losses(network) == [])
  }
}
