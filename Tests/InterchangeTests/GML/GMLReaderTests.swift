import Evidence
import Foundation
import GraphCore
import TestSupport
import Testing

@testable import Interchange

@Suite struct GMLReaderTests {
  /// By hand from Himsolt's grammar.
  @Test func readsNodesEdgesAndTheirAttributes() throws {
    let network = try Text.network(
      """
      # a comment
      Creator "a program"
      Version 1
      graph [
        directed 1
        title "T&auml;&#228;&#xe4; &amp; &quot;x&quot; &nosuch; &"
        node [ id 7 label "seven" count +3 share .5 big 12345678901234567890 ]
        node [ label "minus" id -2 kind "a&lt;b" share 1e-3 ]
        edge [ source 7 target -2 weight 2.5 kind "knows" since 1999 ]
        edge [ target 7 source 7 ]
      ]
      """, .gml)
    #expect(network.isDirected)
    #expect(network.lines == ["7>-2:2.5", "7>7"])
    #expect(network.nodes.map(\.label) == ["seven", "minus"])
    #expect(network.namesAreNumbers)
    #expect(network.attributes == [NamedAttribute("title", .text("Täää & \"x\" &nosuch; &"))])
    #expect(network.nodeAttributes["count"]?[0] == .integer(3))
    #expect(network.nodeAttributes["share"]?[0] == .real(0.5))
    #expect(network.nodeAttributes["share"]?[1] == .real(0.001))
    #expect(network.nodeAttributes["big"]?[0] == .real(1.2345678901234567e19))
    #expect(network.nodeAttributes["kind"]?[1] == .text("a<b"))
    #expect(network.edgeAttributes["since"]?[0] == .integer(1999))
    #expect(network.remarks == ["1 of 2 edges has no weight and weighs 1"])
  }

  /// Edges may stand before nodes: GML says nothing of order, and igraph reads them so.
  @Test func edgesMayComeFirst() throws {
    let network = try Text.network(
      "graph [ edge [ source 5 target 1 ] node [ id 1 ] edge [ source 1 target 5 ] node [ id 5 ] ]",
      .gml)
    #expect(network.ids == ["1", "5"])
    #expect(network.lines == ["5-1", "1-5"])
  }

  /// Cytoscape and yEd write these; the sides of a node are a size if they are equal.
  @Test func graphicsBecomePlacesSizesAndColors() throws {
    let network = try Text.network(
      """
      graph [
        node [ id 1 graphics [ x 1.5 y 2 w 30 h 30 fill "#aabbcc" type "ellipse" outline "#000000" ] ]
        node [ id 2 gid 1 graphics [ w 5 h 6 ] LabelGraphics [ text "a" size [ x 1 ] ] isGroup 1 ]
        edge [ source 1 target 2 graphics [ fill "#112233" width 2 ] ]
      ]
      """, .gml)
    let first = network.nodeAttributes.attributes(of: 0)
    #expect(
      first.sorted { $0.name < $1.name } == [
        NamedAttribute("color", .text("#aabbcc")),
        NamedAttribute("graphics", .json("{\"outline\":\"#000000\"}")),
        NamedAttribute("shape", .text("ellipse")), NamedAttribute("size", .integer(30)),
        NamedAttribute("x", .real(1.5)), NamedAttribute("y", .integer(2)),
      ])
    #expect(network.nodeAttributes["parent"]?[1] == .text("1"))
    #expect(network.nodeAttributes["graphics"]?[1] == .json("{\"w\":5,\"h\":6}"))
    #expect(
      network.nodeAttributes["LabelGraphics"]?[1] == .json("{\"text\":\"a\",\"size\":{\"x\":1}}"))
    #expect(network.edgeAttributes["color"]?[0] == .text("#112233"))
  }

  /// NetworkX writes lists so; igraph writes what is not finite so.
  @Test func listsNestedGraphsAndWhatIsNotFinite() throws {
    let network = try Text.network(
      """
      graph [
        tags "a" tags 2
        node [ id 1 one "_networkx_list_start" one 5 two 1 two "b" bad NaN worse -Inf
          graph [ node [ id 2 graph [ node [ id 3 ] ] ] edge [ source 2 target 3 ] ] ]
        edge [ source 1 target 3 note +inf ok true word plain ]
      ]
      """, .gml)
    #expect(network.attributes == [NamedAttribute("tags", .json("[\"a\",2]"))])
    #expect(network.nodeAttributes["one"]?[0] == .json("[5]"))
    #expect(network.nodeAttributes["two"]?[0] == .json("[1,\"b\"]"))
    #expect(network.nodeAttributes["bad"]?[0] == nil)
    #expect(network.nodeAttributes["parent"]?[1] == .text("1"))
    #expect(network.nodeAttributes["parent"]?[2] == .text("2"))
    #expect(network.lines == ["2-3", "1-3"])
    #expect(network.edgeAttributes["ok"]?[1] == .flag(true))
    #expect(network.edgeAttributes["word"]?[1] == .text("plain"))
    #expect(network.remarks == ["3 attributes that are no finite numbers are left out"])
  }

  /// Gephi takes words for ids, GraphStream texts, and writes keys in capitals; igraph calls the label
  /// `name`.
  @Test func otherProgramsSpellItOtherwise() throws {
    let network = try Text.network(
      "Graph [ Directed true Node [ Id \"A b\" Label \"x\" ] Node [ Id c ] Edge [ Source \"A b\" Target c "
        + "Label \"U\" ] ]", .gml)
    #expect(network.lines == ["A b>c"])
    #expect(network.nodes[0].label == "x")
    #expect(!network.namesAreNumbers)
    #expect(network.edgeAttributes["label"]?[0] == .text("U"))
    let named = try Text.network("graph [ node [ id 0 name \"Alpha\" ] node [ id 1 ] ]", .gml)
    #expect(named.nodes.map(\.label) == ["Alpha", "1"])
    #expect(named.nodeAttributes["name"]?[0] == .text("Alpha"))
  }

  @Test func textsMayBeLatinAndHaveSeveralLines() throws {
    let bytes =
      Array("graph [ node [ id 1 label \"M".utf8) + [0xFC] + Array("ller\nzwei\" ] ]".utf8)
    let network = try Text.network(bytes: bytes, .gml)
    #expect(network.nodes[0].label == "Müller\nzwei")
    #expect(network.remarks == ["the file is no UTF-8 and is read as Windows-1252 (Latin-1)"])
    let marked = try Text.network(
      bytes: [0xEF, 0xBB, 0xBF] + Array("graph [ node [ id 1 label \"漢\" ] ]".utf8), .gml)
    #expect(marked.nodes[0].label == "漢")
    #expect(marked.remarks == [])
  }

  @Test func oneOfSeveralGraphsIsRead() throws {
    let text = "graph [ node [ id 1 ] ] graph [ label \"two\" node [ id 2 ] node [ id 3 ] ]"
    let first = try Text.network(text, .gml)
    #expect(first.ids == ["1"])
    #expect(
      first.remarks == [
        "the file holds 2 graphs, and the first is read; choose one with --graph-name"
      ])
    for wanted in ["two", "2"] {
      var options = NetworkOptions()
      options.graph = wanted
      let network = try Text.network(bytes: Array(text.utf8), .gml, options: options)
      #expect(network.ids == ["2", "3"])
      #expect(network.remarks == [])
    }
    var options = NetworkOptions()
    options.graph = "three"
    #expect(
      throws: (any Error).self,
      performing: {
        _ = try Text.network(bytes: Array(text.utf8), .gml, options: options)
      })
  }

  @Test(arguments: [
    ("x 1", "1:1: there is no graph in the file"),
    ("graph 5", "1:7: the graph is no list"),
    ("graph [\n node [ id 1 ]\n", "1:7: the list is not closed"),
    ("graph [ node [ id 1 label \"x ] ]\n", "1:27: the text is not closed: '\"x ] ]\n'"),
    ("graph [ \"A\" ]", "1:9: '\"A\" ' stands where a key is expected"),
    ("graph [ +node [ id 1 ] ]", "1:9: '+node' stands where a key is expected"),
    ("graph [ a ]", "1:11: the key 'a' has no value"),
    ("graph [ a 1,2 ]", "1:11: '1,2' is neither a number nor a text"),
    ("graph [ a 1e999 ]", "1:11: the number '1e999' is too large"),
    ("graph [ directed 2 ]", "1:18: directed is '2', neither 0 nor 1"),
    ("graph [ node 5 ]", "1:14: the node is no list"),
    ("graph [ node [ ] ]", "1:14: the node has no id"),
    ("graph [ node [ id [ ] ] ]", "1:19: ' ' is no id of a node"),
    ("graph [ node [ id 1 id 2 ] ]", "1:24: the node has two values of 'id'"),
    ("graph [ node [ id 1 ] node [ id +1 ] ]", "1:33: the id '+1' is that of two nodes"),
    ("graph [ edge \"x\" ]", "1:14: the edge is no list"),
    ("graph [ node [ id 1 ] edge [ ] ]", "1:28: the edge has no 'source'"),
    ("graph [ node [ id 1 ] edge [ source 1 ] ]", "1:28: the edge has no 'target'"),
    (
      "graph [ node [ id 1 ] edge [ source 1 source 1 ] ]",
      "1:46: the edge has two values of 'source'"
    ),
    (
      "graph [ node [ id 1 ] edge [ source 1 target 2 ] ]",
      "1:46: there is no node with the id '2'"
    ),
    (
      "graph [ node [ id 1 ] edge [ source 1 target 1 weight NaN ] ]",
      "1:55: the weight 'NaN' is no finite number"
    ),
    (
      "graph [ node [ id 1 ] edge [ source 1 target 1 weight \"x\" ] ]",
      "1:55: the weight 'x' is no finite number"
    ),
    ("graph [ a \"\0\" ]", "1:12: the text holds a byte of value 0"),
  ])
  func faultsSayWhereTheyAre(text: String, fault: String) {
    #expect(Text.fault(text, .gml) == fault)
  }

  @Test func badRecordsCanBeLeftOut() throws {
    var options = NetworkOptions()
    options.isLenient = true
    let text =
      "graph [ node [ id 1 ] node [ ] node [ id 1 ] node [ id 2 ] edge [ source 1 target 9 ] "
      + "edge [ source 1 target 2 ] edge [ source 1 target 2 weight Inf ] ]"
    let network = try Text.network(bytes: Array(text.utf8), .gml, options: options)
    #expect(network.lines == ["1-2"])
    #expect(network.skipped.count == 4)
    #expect(throws: Text.Refused.self) {
      _ = try Text.network(bytes: Array((text + "[").utf8), .gml, options: options)
    }
  }

  @Test func hostileTextsAreRefused() throws {
    let deep = "graph [ a " + String(repeating: "[ a ", count: 100_000)
    #expect(Text.fault(deep, .gml) == "1:1031: more than 256 lists lie in each other")
    let graphs = "graph [ " + String(repeating: "node [ id 1 graph [ ", count: 100_000)
    #expect(Text.fault(graphs, .gml)?.hasSuffix("more than 256 lists lie in each other") == true)
    var options = NetworkOptions()
    options.mostTextBytes = 1000
    let long = "graph [ a \"" + String(repeating: "x", count: 5_000_000) + "\" ]"
    #expect(throws: Text.Refused.self) {
      _ = try Text.network(bytes: Array(long.utf8), .gml, options: options)
    }
    options.mostAttributes = 10
    let wide = "graph [ node [ id 1 " + (0..<20).map { "k\($0) 1 " }.joined() + "] ]"
    #expect(throws: Text.Refused.self) {
      _ = try Text.network(bytes: Array(wide.utf8), .gml, options: options)
    }
    for end in 0..<70 {
      let text = "graph [ node [ id 1 a [ b \"c\" ] ] edge [ source 1 target 1 weight 1 ] ]".prefix(
        end)
      #expect(Text.fault(String(text), .gml) != nil)
    }
  }

  /// Files of other programs; counts by NetworkX 3.6.1 and igraph 1.0, see PROVENANCE.md.
  @Test(arguments: [
    // NetworkX wants one graph and no parallel edges; igraph reads these as we do.
    ("nx__test_exceptions", "0 0"), ("nx__test_exceptions~5", "2 2"),
    ("nx__test_exceptions~21", "2 2"),
    // Both refuse these.
    ("nx__test_exceptions~2", nil), ("nx__test_exceptions~3", nil), ("nx__test_exceptions~4", nil),
    ("nx__test_exceptions~7", nil), ("nx__test_exceptions~8", nil),
    ("nx__test_exceptions~11", nil),
    // igraph reads a node without an id; NetworkX refuses it, as we do.
    ("nx__test_exceptions~6", nil),
  ])
  func filesOfNetworkX(name: String, counts: String?) throws {
    let file = NativeWriterTests.package + "/Tests/InterchangeTests/Fixtures/gml/\(name).gml"
    switch try GraphFile.loadAny(file) {
    case .plain(let network):
      #expect("\(network.nodes.count) \(network.edges.count)" == counts)
    case .evidence(let reading):
      #expect(counts == nil)
      #expect(reading.errors.first?.location?.line != nil)
    }
  }
}
