import Evidence
import Foundation
import GraphCore
import Testing

@testable import Interchange

@Suite struct GMLTextTests {
  static func read(_ bytes: [UInt8]) throws -> PlainNetwork {
    try Text.network(bytes: bytes, nil, path: "net")
  }

  @Test(arguments: [true, false])
  func theAwkwardNetworkComesBack(isDirected: Bool) throws {
    let network = try AwkwardNetwork.network(isDirected: isDirected)
    #expect(GraphWriter(.gml).losses(network) == [])
    let bytes = try GraphWriterTests.bytes(network, .gml)
    let again = try Self.read(bytes)
    #expect(again.holdsSame(as: network))
    #expect(again.remarks == [])
    #expect(try GraphWriterTests.bytes(again, .gml) == bytes)
    #expect(bytes.allSatisfy { $0 < 127 }, "GML is ASCII")
  }

  /// By hand.
  @Test func aFileIsPlain() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.isDirected = false
    let (a, b) = (builder.node("10"), builder.node("20"))
    builder.setLabel("Ä \"x\"", of: a)
    builder.set("x", .real(1e-7), ofNode: a)
    builder.set("size", .integer(4), ofNode: b)
    builder.set("is:odd", .flag(true), ofNode: b)
    builder.set("parent", .text("10"), ofNode: b)
    let edge = builder.addEdge(a, b)
    try builder.setWeight(1e21, of: edge, offset: 0)
    let text = String(decoding: try GraphWriterTests.bytes(builder.network(), .gml), as: UTF8.self)
    #expect(
      text == """
        Creator "Throughline"
        graph [
          directed 0
          attributeTypes [
            node [
              u_is_3a_odd "flag"
            ]
          ]
          node [
            id 10
            label "&#196; &quot;x&quot;"
            graphics [
              x 1.0e-07
            ]
          ]
          node [
            id 20
            label "20"
            u_is_3a_odd 1
            gid 10
            graphics [
              w 4
              h 4
            ]
          ]
          edge [
            source 10
            target 20
            weight 1.0e+21
          ]
        ]

        """)
  }

  /// NetworkX takes labels for names and refuses equal ones.
  @Test func noTwoLabelsAreTheSame() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    for name in ["a", "b", "c", "d"] {
      let node = builder.node(name)
      builder.setLabel(name == "c" ? "Smith (a)" : "Smith", of: node)
      builder.set("name", .text("taken"), ofNode: node)
    }
    let network = try builder.network()
    let bytes = try GraphWriterTests.bytes(network, .gml)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("label \"Smith (a)'\"\n    labelText \"Smith\"\n    nodeName \"a\""))
    #expect(text.contains("names \"nodeName\""))
    #expect(try Self.read(bytes).holdsSame(as: network))
  }

  @Test func namesOfAttributesComeBack() throws {
    let names = [
      "id", "Id", "LABEL", "labelText", "source", "target", "weight", "graphics", "graph", "gid",
      "key",
      "parent", "u_", "u_a", "u_u_5f_a", "u_a_62_c", "a b", "", "é", "1a", "_x", "a_b", "directed",
      "node", "multigraph", "attributeTypes", "x", "y", "color", "size",
    ]
    var builder = NetworkBuilder(options: NetworkOptions())
    let node = builder.node("n")
    let edge = builder.addEdge(node, node)
    for (index, name) in names.enumerated() {
      builder.set(name, .integer(index), ofNode: node)
      if name != "weight" { try builder.set(name, .integer(index), ofEdge: edge, offset: 0) }
      builder.attributes.append(NamedAttribute(name, .integer(index)))
    }
    let network = try builder.network()
    let again = try Self.read(try GraphWriterTests.bytes(network, .gml))
    #expect(again.holdsSame(as: network))
  }

  @Test(arguments: ["florentine-families", "isis-inspired-attacks"])
  func evidenceTravels(name: String) throws {
    let folder = NativeWriterTests.package + "/graphs"
    let graph = try #require(try GraphFile.load("\(folder)/\(name).yaml").graph)
    final class Sink { var bytes: [UInt8] = [] }
    let sink = Sink()
    try GraphWriter(.gml).write(graph) { sink.bytes += $0 }
    let loaded = GraphFile.readAny(bytes: sink.bytes, path: "\(folder)/x.gml", folder: folder)
    guard case .evidence(let reading) = loaded else {
      Issue.record("the evidence was not known again")
      return
    }
    #expect(reading.errors == [])
    #expect(reading.graph == graph)
  }
}
