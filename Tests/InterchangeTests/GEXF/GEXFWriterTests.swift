import Evidence
import GraphCore
import Testing

@testable import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct GEXFWriterTests {
  static func written(_ network: PlainNetwork) throws -> String {
    var data = Data()
    try GraphWriter(.gexf).write(network) { data += $0 }
    return String(decoding: data, as: UTF8.self)
  }

  private func network(_ make: (inout NetworkBuilder) throws -> Void) throws -> PlainNetwork {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.isDirected = true
    try make(&builder)
    return try builder.network()
  }

  @Test(arguments: [true, false])
  func theAwkwardNetworkComesBack(isDirected: Bool) throws {
    let network = try AwkwardNetwork.network(isDirected: isDirected)
    #expect(GraphWriter(.gexf).losses(network) == [])
    let first = try Self.written(network)
    let back = try Text.network(first, .gexf)
    #expect(back.holdsSame(as: network))
    #expect(back.remarks == [])
    #expect(try Self.written(back) == first)
  }

  /// Everything that stands outside `attvalues`, and what looks alike but cannot stand there.
  @Test func looksAndTimesComeBackAsTheyWere() throws {
    let network = try network { builder in
      builder.namesAreNumbers = true
      builder.attributes = [NamedAttribute("mode", .text("static"))]
      let colors = ["#aa3377", "#AA3377", "red", "#aa337780", "#aa3377ff"]
      for (index, color) in colors.enumerated() {
        let node = builder.node("\(index)")
        builder.set("color", .text(color), ofNode: node)
        builder.set("size", index == 1 ? .real(-1) : .real(Double(index)), ofNode: node)
        builder.set("x", .integer(index), ofNode: node)
        if index != 2 { builder.set("y", .real(0.5), ofNode: node) }
        builder.set("shape", .text(index == 0 ? "disc" : "egg"), ofNode: node)
        builder.set(
          "start", .text(["2015-01-02", "2015", "2015-02-30", "", "2016-01-01"][index]),
          ofNode: node)
        builder.set("end", .text("2015-06-01"), ofNode: node)
        builder.set("z", index == 3 ? .text("high") : .integer(1), ofNode: node)
      }
      for index in 0..<3 {
        let row = builder.addEdge(index, index + 1)
        builder.edges.set(
          .text("2015-01-0\(index + 1)"), column: builder.edges.column("when"), row: row)
        builder.edges.set(.text("#010203"), column: builder.edges.column("color"), row: row)
        builder.edges.set(.integer(2), column: builder.edges.column("thickness"), row: row)
        builder.edges.set(
          .text(index == 0 ? "dotted" : "wavy"), column: builder.edges.column("shape"), row: row)
        if index == 1 {
          builder.edges.set(
            .text("2014-01-01"), column: builder.edges.column("start"), row: row)
        }
      }
    }
    let text = try Self.written(network)
    let back = try Text.network(text, .gexf)
    #expect(back.holdsSame(as: network))
    #expect(back.namesAreNumbers)
    #expect(try Self.written(back) == text)
    #expect(text.contains("mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\""))
    #expect(text.contains("<node id=\"0\" label=\"0\" start=\"2015-01-02\" end=\"2015-06-01\">"))
    // It would end before it begins.
    #expect(text.contains("<node id=\"4\" label=\"4\">"))
    #expect(
      text.contains(
        "<edge id=\"0\" source=\"0\" target=\"1\" start=\"2015-01-01\" end=\"2015-01-01\">"))
    #expect(text.contains("<edge id=\"1\" source=\"1\" target=\"2\" start=\"2014-01-01\">"))
    #expect(text.components(separatedBy: "<viz:color ").count - 1 == 2 + 3)
    #expect(text.components(separatedBy: "<viz:position ").count - 1 == 4)
    #expect(text.components(separatedBy: "<viz:shape ").count - 1 == 2)
  }

  /// Gephi drops what weighs nothing; networkx takes the attribute.
  @Test func weightsThatGephiDoesNotTakeAreAttributes() throws {
    let weights = [1, 0, -2.5, 1e300, 1e-300, 0.5]
    let network = try network { builder in
      for weight in weights {
        let row = builder.addEdge(builder.node("a"), builder.node("b"))
        try builder.setWeight(weight, of: row, offset: 0)
      }
    }
    let text = try Self.written(network)
    let back = try Text.network(text, .gexf)
    #expect(back.edges.map(\.weight) == weights)
    #expect(back.holdsSame(as: network))
    #expect(text.contains("target=\"b\" weight=\"0.5\"/>"))
    #expect(text.contains("<attribute id=\"e1\" title=\"weight\" type=\"double\"/>"))
    #expect(GraphWriter(.gexf).losses(network).count == 1)
    #expect(
      GraphWriter(.gexf).losses(network).first?.hasPrefix("4 weights are not above zero") == true)
  }

  @Test func everyEdgeHasAnIDOfItsOwn() throws {
    let ids: [AttributeValue?] = [.text("2"), .text("x"), nil, .text("x"), .text("")]
    let network = try network { builder in
      for id in ids {
        let row = builder.addEdge(builder.node("a"), builder.node("b"))
        if let id { try builder.set("id", id, ofEdge: row, offset: 0) }
      }
    }
    let text = try Self.written(network)
    let tags = text.split(separator: "\n").filter { $0.contains("<edge ") }
    #expect(
      tags.compactMap { $0.split(separator: "\"").dropFirst().first }
        == ["2", "x", "e2", "3", "4"])
    let back = try Text.network(text, .gexf)
    #expect((0..<5).map { back.edgeAttributes["id"]?[$0] } == ids)
    #expect(try Self.written(back) == text)
  }

  /// The types that Gephi, networkx and the schema share.
  @Test func integersAreAsLongAsTheyMustBe() throws {
    let network = try network { builder in
      let node = builder.node("a")
      builder.set("short", .integer(Int(Int32.max)), ofNode: node)
      builder.set("long", .integer(Int(Int32.max) + 1), ofNode: node)
      builder.set("data", .json("{\"a\":[1]}"), ofNode: node)
    }
    let text = try Self.written(network)
    #expect(text.contains("title=\"short\" type=\"integer\"/>"))
    #expect(text.contains("title=\"long\" type=\"long\"/>"))
    #expect(text.contains("title=\"data\" type=\"string\"><?throughline-json?></attribute>"))
    #expect(text.contains("value=\"{&quot;a&quot;:[1]}\""))
    #expect(try Text.network(text, .gexf).holdsSame(as: network))
  }

  /// Numbers as times come back as what they were, whole or not.
  @Test(arguments: [("integer", AttributeValue.integer(3)), ("double", .real(3)), ("", .real(2.5))])
  func numbersAsTimes(_ row: (String, AttributeValue)) throws {
    let network = try network { builder in
      if row.0 != "" { builder.attributes = [NamedAttribute("timeformat", .text(row.0))] }
      builder.set("start", row.1, ofNode: builder.node("a"))
      builder.set("end", row.1, ofNode: builder.node("b"))
    }
    let text = try Self.written(network)
    #expect(text.contains("timeformat=\"double\""))
    let back = try Text.network(text, .gexf)
    #expect(back.holdsSame(as: network))
    #expect(try Self.written(back) == text)
  }

  @Test func theWholeIsDescribedForOthersToo() throws {
    let network = try network { builder in
      _ = builder.node("a")
      builder.attributes = [
        NamedAttribute("title", .text("A & B")), NamedAttribute("keywords", .text("x")),
        NamedAttribute("lastmodifieddate", .text("2009-03-20")),
      ]
    }
    let text = try Self.written(network)
    #expect(text.contains("<meta lastmodifieddate=\"2009-03-20\">"))
    #expect(text.contains("<description>A &amp; B</description>"))
    #expect(text.contains("<keywords>x</keywords>"))
    #expect(try Text.network(text, .gexf).attributes == network.attributes)
  }

  /// Columns that share a name with what stands in tags.
  @Test func namesThatTagsUseAreTold() throws {
    let network = try network { builder in
      let row = builder.addEdge(builder.node("a"), builder.node("b"))
      try builder.set("edge_id", .text("x"), ofEdge: row, offset: 0)
    }
    #expect(
      GraphWriter(.gexf).losses(network)
        == ["the attribute 'edge_id' of edges comes back as 'edge_id_2'"])
    let back = try Text.network(try Self.written(network), .gexf)
    #expect(back.edgeAttributes["edge_id_2"]?[0] == .text("x"))
  }

  @Test func anEmptyNetworkComesBack() throws {
    for isDirected in [true, false] {
      var builder = NetworkBuilder(options: NetworkOptions())
      builder.isDirected = isDirected
      let network = try builder.network()
      #expect(try Text.network(try Self.written(network), .gexf).holdsSame(as: network))
    }
  }

  @Test(arguments: ["florentine-families", "isis-inspired-attacks", "is-network-in-europe"])
  func evidenceComesBack(_ name: String) throws {
    let folder = NativeWriterTests.package + "/graphs"
    let graph = try #require(try GraphFile.load("\(folder)/\(name).yaml").graph)
    var data = Data()
    try GraphWriter(.gexf).write(graph, WritingContext(corpus: "../corpus")) { data += $0 }
    let loaded = GraphFile.readAny(
      bytes: Array(data), path: "\(folder)/x.gexf", folder: folder, format: nil)
    guard case .evidence(let back) = loaded else {
      Issue.record("the file does not come back as evidence")
      return
    }
    #expect(back.errors.map(\.message) == [])
    #expect(back.graph == graph)
    #expect(!back.findings.contains { $0.rule == "unknown-key" })
  }
}
