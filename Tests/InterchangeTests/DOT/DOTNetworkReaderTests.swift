import GraphCore
import Testing

@testable import Interchange

@Suite struct DOTNetworkReaderTests {
  private func read(
    _ text: String, _ options: NetworkOptions = NetworkOptions()
  ) throws -> PlainNetwork {
    try Text.network(bytes: Array(text.utf8), .dot, path: "net.dot", options: options)
  }

  /// By hand from the grammar of Graphviz; the counts are those of `gc -n -e` 2.43.
  @Test(
    arguments: [
      ("graph {}", 0, 0), ("digraph { a -> b -> c; a }", 3, 2), ("graph { a -- {b c} }", 3, 2),
      ("graph { {a b} -- {c d e} }", 5, 6), ("digraph { a -> {} }", 1, 0),
      ("graph { subgraph s {a b} subgraph s {c} d -- subgraph s {} }", 4, 3),
      ("strict graph { a -- b; b -- a; a -- b [key=x] }", 2, 1),
      ("graph { a -- b [key=k]; b -- a [key=k]; a -- b }", 2, 2),
      ("strict digraph { a -> b; b -> a; a -> a; a -> a }", 2, 3),
      ("graph { 2nd }", 2, 0), ("graph { a-1 }", 2, 0), ("graph { 1.2.3 -.5 -7. }", 4, 0),
      ("graph { \"a\" + \"b\" -- ab }", 1, 1), ("graph { <a> -- \"a\" -- a }", 1, 2),
      ("GRAPH { a, b -- c, d }", 4, 4), ("graph { a:p:n -- b:\"q\" + \"r\" }", 2, 1),
      ("# one\n/* two */ graph // three\n{#four\na\n#b\nc}", 2, 0), ("\u{feff}graph { x }", 1, 0),
    ] as [(String, Int, Int)])
  func nodesAndEdgesAreThoseOfGraphviz(text: String, nodes: Int, edges: Int) throws {
    let network = try read(text)
    #expect(network.nodes.count == nodes)
    #expect(network.edges.count == edges)
  }

  @Test func defaultsHoldForWhatIsMadeAfterThem() throws {
    let network = try read(
      """
      digraph {
        a; node [color=red, size=2]; b
        subgraph s { node [color=blue]; c; b }
        subgraph s { d }
        e [color=""];
        a -> b; edge [kind=knows, weight=3]; b -> c; c -> d [weight=0.5, kind=met]
      }
      """)
    let colors = try #require(network.nodeAttributes["color"])
    #expect(
      (0..<5).map { colors[$0] } == [nil, .text("red"), .text("blue"), .text("blue"), .text("")])
    #expect(network.nodeAttributes["size"]?.type == .integer)
    #expect(network.lines == ["a>b", "b>c:3", "c>d:0.5"])
    #expect(
      (0..<3).map { network.edgeAttributes["kind"]?[$0] } == [nil, .text("knows"), .text("met")])
    #expect(network.remarks == ["1 of 3 edges has no weight and weighs 1"])
  }

  @Test func conventionalNamesAreFound() throws {
    let network = try read(
      #"""
      graph G {
        label="The\nwhole"; rankdir=LR; size="7,5"; n=12
        a [label="A \"quoted\" & more", pos="1,2.5!", URL="http://x.org/?a=1&amp;b=2"]
        b [label=<<b>bold</b> &amp; plain>, pos="3,4,5"]
        c [label="left\lright\r", pos="e,1,2"]
        d [label="\N of \G"]
        r [shape=record, label="{<p> one|two\n}"]
        a:p:ne -- b:sw [id=e1]
      }
      """#)
    #expect(network.nodes.map(\.label)[0] == "A \"quoted\" & more")
    #expect(network.nodes.map(\.label)[1] == "bold & plain")
    #expect(network.nodes.map(\.label)[2] == "left\nright")
    #expect(network.nodes.map(\.label)[3] == "d of G")
    #expect(network.nodes.map(\.label)[4] == "{<p> one|two\\n}")
    let table = network.nodeAttributes
    #expect(table["label_html"]?[1] == .text("<b>bold</b> &amp; plain"))
    #expect(table["label_dot"]?[2] == .text("left\\lright\\r"))
    #expect(table["x"]?[0] == .real(1) && table["y"]?[0] == .real(2.5))
    #expect(table["pin"]?[0] == .text("true"))
    #expect(table["z"]?[1] == .real(5) && table["pos"]?[2] == .text("e,1,2"))
    #expect(table["URL"]?[0] == .text("http://x.org/?a=1&b=2"))
    #expect(network.edgeAttributes["tailport"]?[0] == .text("p:ne"))
    #expect(network.edgeAttributes["headport"]?[0] == .text("sw"))
    #expect(network.edgeAttributes["id"]?[0] == .text("e1"))
    #expect(network.attribute("name") == .text("G"))
    #expect(network.attribute("label") == .text("The\nwhole"))
    #expect(network.attribute("n") == .integer(12))
    #expect(network.attribute("size") == .text("7,5"))
  }

  @Test func columnsOfNumbersAreNumbers() throws {
    let network = try read(
      "graph { a [i=1, r=0.5, m=1, t=007, u=1]; b [i=-3, r=2.0, m=x, t=8, u=\"1e5\"]; c [i=2] }")
    let table = network.nodeAttributes
    #expect(table["i"]?.type == .integer && table["r"]?.type == .real)
    #expect(table["m"]?.type == .text && table["t"]?.type == .text && table["u"]?.type == .text)
    #expect(table["t"]?[0] == .text("007"))
  }

  @Test func subgraphsAreGroups() throws {
    let network = try read(
      """
      digraph {
        subgraph cluster_a {
          label="A"; color=red; a; b
          subgraph cluster_b { graph [label="B"]; c; b }
        }
        subgraph plain { d; c }
        { rank=same; e f }
        g -> { h i }
      }
      """)
    #expect(
      network.attribute("groups")
        == .json(
          #"[{"id":"cluster_a","label":"A","color":"red"},"#
            + #"{"id":"cluster_b","label":"B","parent":"cluster_a"},"#
            + #"{"id":"plain","cluster":"false"},{"id":"part 4","cluster":"false","rank":"same"}]"#)
    )
    let parents = Dictionary(
      uniqueKeysWithValues: network.nodes.enumerated().map {
        ($1.id, network.nodeAttributes["parent"]?[$0]?.text)
      })
    #expect(parents["a"] == "cluster_a" && parents["b"] == "cluster_b")
    #expect(parents["c"] == "cluster_b" && parents["d"] == "plain")
    #expect(parents["e"] == "part 4" && parents["h"] == .some(nil))
    #expect(network.remarks == ["1 node lies in several subgraphs, of which the first counts"])
  }

  @Test func oneOfSeveralGraphsIsRead() throws {
    let text = "graph A { a } digraph \"B b\" { a -> b } graph { c d }"
    #expect(try read(text).ids == ["a"])
    #expect(
      try read(text).remarks == [
        "the file holds 3 graphs, of which the first is read; --graph-name picks another"
      ])
    var options = NetworkOptions()
    options.graph = "B b"
    #expect(try read(text, options).lines == ["a>b"])
    options.graph = "3"
    #expect(try read(text, options).ids == ["c", "d"])
    options.graph = "X"
    let refused = #expect(throws: Text.Refused.self) { try read(text, options) }
    #expect(refused?.description == "1:1: there is no graph 'X' among the 3 of the file")
    #expect(refused?.mend == "name one of them by --graph-name: A, B b, 3")
  }

  @Test func latin1IsTakenWhereTheTextSaysSo() throws {
    let bytes = Array("graph { charset=\"latin1\"; ".utf8) + [0xE4] + Array(" }".utf8)
    let network = try Text.network(bytes: bytes, .dot)
    #expect(network.ids == ["ä"])
    #expect(network.attribute("charset") == nil)
    let refused = #expect(throws: Text.Refused.self) {
      try Text.network(bytes: Array("graph {\n  ".utf8) + [0xE4] + Array(" }".utf8), .dot)
    }
    #expect(refused?.description == "2:3: the file is no UTF-8 text")
    // In a comment it does not matter.
    let comment = Array("graph {/*".utf8) + [0xE4] + Array("*/ a}".utf8)
    #expect(try Text.network(bytes: comment, .dot).ids == ["a"])
  }

  @Test(
    arguments: [
      ("graph { a -> b }", "1:11: '->' stands in an undirected graph"),
      ("digraph {\n a -- b }", "2:4: '--' stands in a directed graph"),
      ("graph { a", "1:7: a brace that opens here is never closed"),
      ("graph { a [x=1", "1:11: a bracket that opens here is never closed"),
      ("graph { \"a }", "1:9: a quoted text that begins here is never closed"),
      ("graph { a [label=<b> }", "1:22: '}' stands here, where a name or value is due"),
      ("graph { a [label=<b }", "1:18: an HTML label that begins here is never closed"),
      ("graph /* x", "1:7: a comment that begins here is never closed"),
      ("graph { ; }", "1:9: ';' stands here, where a node, an edge, an attribute or '}' is due"),
      ("graph { node }", "1:14: '}' stands here, where '[' is due"),
      ("graph { a [b] }", "1:13: ']' stands here, where '=' is due"),
      ("graph { a = }", "1:13: '}' stands here, where a name or value is due"),
      ("graph { \"a\" + b }", "1:15: 'b' stands here, where a quoted text is due"),
      (
        "graph { a:b:c:d }",
        "1:14: ':' stands here, where a node, an edge, an attribute or '}' is due"
      ),
      ("graph", "1:6: the file ends, where '{' is due"),
      ("strict {}", "1:8: '{' stands here, where 'graph' or 'digraph' is due"),
      ("graph {} junk", "1:10: 'junk' stands here, where 'graph' or 'digraph' is due"),
      ("graph { subgraph a; }", "1:19: ';' stands here, where '{' is due"),
      ("graph { a\0b }", "1:10: the text holds a byte of value 0"),
      ("graph { a -- b [weight=much] }", "1:24: the weight 'much' is no finite number"),
      ("graph { edge [weight=nan] }", "1:22: the weight 'nan' is no finite number"),
      ("", "1:1: the text holds no graph"),
      (
        #"graph { "a\b" "a\\b" }"#,
        #"1:15: two nodes differ only in how they write the backslashes of 'a\b'"#
      ),
    ] as [(String, String)])
  func whatIsWrongIsTold(text: String, message: String) {
    #expect(Text.fault(text, .dot) == message)
  }

  @Test func badWeightsAreLeftOutIfAskedFor() throws {
    var options = NetworkOptions()
    options.isLenient = true
    let network = try read("graph { a -- b [weight=much]; b -- c [weight=\"\"]; a -- c }", options)
    #expect(network.lines == ["b-c", "a-c"])
    #expect(network.skipped.count == 1)
    #expect(network.remarks.first?.hasPrefix("1 bad record was left out, at 1:24") == true)
  }

  /// Each would take a reader without bounds to its end.
  @Test func hostileTextsAreRefused() {
    let deep = "graph " + String(repeating: "{", count: 100_000)
    #expect(Text.fault(deep, .dot) == "1:264: subgraphs lie more than 256 deep in each other")
    let label = "graph { a [label=" + String(repeating: "<", count: 100_000)
    #expect(
      Text.fault(label, .dot) == "1:274: angle brackets lie more than 256 deep in each other")
    let names = (0..<10_001).map { "x\($0)=1" }.joined(separator: ",")
    #expect(
      Text.fault("graph { a [\(names)] }", .dot)?.contains("more than 10000 different attributes")
        == true)
    var options = NetworkOptions()
    options.mostTextBytes = 1_000
    for text in [
      "graph { \(String(repeating: "a", count: 2_000)) }",
      "graph { \"\(String(repeating: "a", count: 2_000))\" }",
      "graph { \"a\"\(String(repeating: " + \"aaaaaaaa\"", count: 200)) }",
    ] {
      #expect(throws: Text.Refused.self) { try read(text, options) }
    }
  }

  /// The products by hand: 40 times 40 edges; 40 times the 40 nodes of `s`; 30 attributes of 41 nodes or edges.
  @Test(
    arguments: [
      ("{NAMES} -> {NAMES}", "edges between all nodes of subgraphs are more than 1000"),
      (
        "subgraph s {NAMES} " + String(repeating: "subgraph s {} -> {}; ", count: 40),
        "edges between all nodes of subgraphs are more than 1000"
      ),
      ("NAMES; z [WIDE]", "30 attributes of 41 nodes are too many"),
      (
        "NAMES; z -> z [WIDE]; " + String(repeating: "z -> z; ", count: 40),
        "30 attributes of 41 edges are too many"
      ),
    ] as [(String, String)])
  func whatGrowsBeyondTheTextIsBounded(pattern: String, message: String) throws {
    let names = (0..<40).map { "n\($0)" }.joined(separator: " ")
    let wide = (0..<30).map { "x\($0)=1" }.joined(separator: ",")
    let text = "digraph { \(pattern) }".replacing("NAMES", with: names).replacing(
      "WIDE", with: wide)
    let reader = DOTNetworkReader(
      NetworkText(bytes: Column(Array(text.utf8)), path: "net"), options: NetworkOptions(),
      limits: DOTLimits(expanded: 1_000, cells: 1_200))
    let error = #expect(throws: NetworkError.self) { try reader.read() }
    #expect(error?.message == message)
  }

  @Test(
    arguments: [
      ("graph {", true), ("strict digraph \"x y\" {", true), ("// c\n# d\n/* e */ GRAPH g {", true),
      ("graph [\n directed 1", false), ("graph: x", false), ("graph theory", false),
      ("strict: yes", false), ("strict {", false), ("digraph", true), ("graphs {", false),
      ("", false),
      ("{\"graph\": {}}", false), ("graph\ttarget\n", false), ("graph { a \u{fffd} }", true),
    ] as [(String, Bool)])
  func theFormatIsToldByItsFirstWords(text: String, isDOT: Bool) {
    #expect(FormatEntry.isDOT(text) == isDOT)
  }
}
