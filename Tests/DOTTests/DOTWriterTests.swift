import DOT
import Testing

/// The expected texts follow the grammar of the DOT language (graphviz.org/doc/info/lang.html): in a quoted
/// string only `\"` is an escape, and a keyword, a leading digit, a hyphen or nothing needs quotes.
@Suite struct DOTWriterTests {
  func write(_ graph: DOTGraph) -> String { DOTWriter().write(graph) }

  @Test func emptyGraphs() {
    #expect(write(DOTGraph(isDirected: true)) == "digraph {\n}\n")
    #expect(write(DOTGraph(isDirected: false)) == "graph {\n}\n")
    #expect(
      write(DOTGraph(isStrict: true, isDirected: true, name: "")) == "strict digraph \"\" {\n}\n")
  }

  @Test(arguments: [
    ("plain", #""plain""#),
    ("", #""""#),
    ("2nd", #""2nd""#),
    ("node", #""node""#),
    ("SubGraph", #""SubGraph""#),
    ("foo-bar", #""foo-bar""#),
    (#"say "x""#, #""say \"x\"""#),
    (#"back\slash"#, #""back\\slash""#),
    (#"trailing\"#, #""trailing\\""#),
    (#"both\""#, #""both\\\"""#),
    ("two\nlines", "\"two\nlines\""),
    ("\\\n", "\"\\\\\n\""),
    ("&amp;", #""&amp;""#),
    ("a;b{}[]->", #""a;b{}[]->""#),
    ("// no comment", #""// no comment""#),
    ("عنوان", "\"عنوان\""),
    ("👩‍👩‍👧", "\"👩‍👩‍👧\""),
    ("nul\0", "\"nul\u{2400}\""),
    ("bell\u{7}", "\"bell\u{7}\""),
  ])
  func names(name: String, quoted: String) {
    let graph = DOTGraph(isDirected: true, nodes: [DOTNode(name)])
    #expect(write(graph) == "digraph {\n  \(quoted);\n}\n")
  }

  @Test(arguments: [
    (DOTValue.text("AT&T"), #""AT&T""#),
    (.text("&amp;"), #""&amp;amp;""#),
    (.text("&#65; &#x41; &eacute; &no"), #""&amp;#65; &amp;#x41; &amp;eacute; &no""#),
    (.text(#"C:\new"#), #""C:\\new""#),
    (.text("a\nb"), #""a\nb""#),
    (.text(#"end\"#), #""end\\""#),
    (.text(#"\N "\G""#), #""\\N \"\\G\"""#),
    (.text("<b>"), #""<b>""#),
    (.escString(#"\N\l&eacute;"#), #""\N\l&eacute;""#),
    (.escString(#"dangling\"#), #""dangling\\""#),
    (.escString(#"odd\"quote"#), #""odd\\\"quote""#),
    (.escString("odd\\\nline"), "\"odd\\\\\nline\""),
    (.lines([#"a\b"#, "c"], align: .left), #""a\\b\lc\l""#),
    (.lines(["a", "&lt;"], align: .right), #""a\r&amp;lt;\r""#),
    (.lines(["a", "b"]), #""a\nb""#),
    (.number(2), #""2""#),
    (.number(-0.25), #""-0.25""#),
    (.html(HTMLLabel([.text("a<b")])), "<a&lt;b>"),
  ])
  func values(value: DOTValue, written: String) {
    let graph = DOTGraph(isDirected: true, nodes: [DOTNode("n", ["label": value])])
    #expect(write(graph) == "digraph {\n  \"n\" [label=\(written)];\n}\n")
  }

  @Test(arguments: ["URL", "href", "edgeURL", "headhref", "labelURL", "tailURL"])
  func addresses(attribute: String) {
    let address = "https://example.org/?a=1&b=2&amp;c=\"<>"
    var attributes = DOTAttributes()
    attributes[attribute] = .text(address)
    let graph = DOTGraph(isDirected: true, nodes: [DOTNode("n", attributes)])
    let escaped = "https://example.org/?a=1&amp;b=2&amp;amp;c=&quot;&lt;&gt;"
    #expect(write(graph) == "digraph {\n  \"n\" [\(attribute)=\"\(escaped)\"];\n}\n")
  }

  @Test(arguments: [
    ("label", "label"), ("_x9", "_x9"), ("9x", "\"9x\""), ("Node", "\"Node\""), ("", "\"\""),
    ("my-key", "\"my-key\""), ("é", "\"é\""), ("a\"", "\"a\\\"\""),
  ])
  func attributeNames(name: String, written: String) {
    var attributes = DOTAttributes()
    attributes[name] = "v"
    let graph = DOTGraph(isDirected: true, nodes: [DOTNode("n", attributes)])
    #expect(write(graph) == "digraph {\n  \"n\" [\(written)=\"v\"];\n}\n")
  }

  @Test func everythingInItsPlace() {
    let graph = DOTGraph(
      isStrict: true, isDirected: false, name: "g",
      attributes: ["rankdir": "LR", "bgcolor": "white"],
      nodeDefaults: ["shape": "box"], edgeDefaults: ["color": "grey"],
      nodes: [DOTNode("z"), DOTNode("a", ["label": "A"])],
      subgraphs: [
        DOTSubgraph(
          name: "cluster_1", attributes: ["label": "One"], nodeDefaults: ["color": "red"],
          nodes: [DOTNode("c")], subgraphs: [DOTSubgraph(nodes: [DOTNode("d")])],
          edges: [DOTEdge(from: "c", to: "d")])
      ],
      edges: [
        DOTEdge(
          from: "z", tailPort: .compass(.northEast), to: "a",
          headPort: .namedCompass("p\"", .south), ["id": "e1"]),
        DOTEdge(from: "a", tailPort: .named("2"), to: "a"),
      ])
    #expect(
      write(graph) == """
        strict graph "g" {
          graph [rankdir="LR", bgcolor="white"];
          node [shape="box"];
          edge [color="grey"];
          "z";
          "a" [label="A"];
          subgraph "cluster_1" {
            graph [label="One"];
            node [color="red"];
            "c";
            subgraph {
              "d";
            }
            "c" -- "d";
          }
          "z":ne -- "a":"p\\"":s [id="e1"];
          "a":"2" -- "a";
        }

        """)
  }

  @Test func severalGraphsFollowEachOther() {
    let graphs = [DOTGraph(isDirected: true), DOTGraph(isDirected: false)]
    #expect(DOTWriter().write(graphs) == "digraph {\n}\ngraph {\n}\n")
  }

  @Test func longNamesStayWhole() {
    let name = String(repeating: "x", count: 10_000)
    let graph = DOTGraph(isDirected: true, nodes: [DOTNode(name)])
    #expect(write(graph) == "digraph {\n  \"\(name)\";\n}\n")
  }
}
