import DOT
import Graphviz
import Testing

@Suite struct DOTReaderTests {
  func readOne(_ text: String) throws -> DOTGraph {
    let graphs = try DOTReader().read(text).graphs
    return try #require(graphs.count == 1 ? graphs.first : nil)
  }

  static let hostileNames = [
    "plain", "", "2nd", "2.5", "node", "GRAPH", "subgraph", "foo-bar", "say \"x\"", "back\\slash",
    "trailing\\", "\\", "\\\\", "both\\\"", "\"", "two\nlines", "\n", "\n\n", "\"\n\"",
    "\n\u{2060}", "\\\n", "\r\n", "&", "&amp;", "&amp;amp;",
    "&lt;b&gt;", "&#65;", "<script>alert(1)</script>", "<b>", "a;b{}[]->--", "// no", "/* no",
    "# no",
    "#line 7", "עִבְרִית", "العربية", "👩‍👩‍👧", "e\u{301}", "\u{E9}", "%3", "%", "%%", "\u{2060}%",
    "\u{2060}",
    "\u{2060}\u{2060}x", "\\N", "\\l", "tab\t", "bell\u{7}", "\u{1}", "\u{7F}", "\u{85}",
    "\u{FFFF}", "\u{FEFF}",
    "a:b:c", "@", "+", "\"+\"", "C:\\new\\left", " ", "🇫🇷",
    String(repeating: "long \\\" ", count: 1_250), String(repeating: "\\", count: 9_999),
  ]

  /// The law: what is written reads back equal.
  @Test(arguments: hostileNames)
  func namesAndValuesSurvive(name: String) throws {
    let graph = DOTGraph(
      isDirected: true, name: name, attributes: ["comment": .text(name)],
      nodes: [
        DOTNode("first \(name)", ["label": .text(name), "URL": .text(name)]), DOTNode(name),
      ],
      edges: [DOTEdge(from: "first \(name)", to: name, ["tooltip": .text("x" + name)])])
    let text = DOTWriter().write(graph)
    var expected = graph
    if name.isEmpty {
      // libcgraph cannot tell an attribute without a default from an empty one; `label` has a default.
      expected.attributes = [:]
      expected.nodes[0].attributes["URL"] = nil
    }
    let read = try readOne(text)
    #expect(read == expected)
    #expect(read.nodes.map { Array($0.name.utf8) } == graph.nodes.map { Array($0.name.utf8) })
    #expect(DOTWriter().write(try readOne(DOTWriter().write(read))) == DOTWriter().write(read))
  }

  @Test func randomNamesSurvive() throws {
    var generator = SeededGenerator(state: 20_160_614)
    let alphabet = Array("\\\\\\\"\"\n\r&;ampltx#0N<>%{}[]é\u{301}ש👍\u{2060}\t+-/* ".unicodeScalars)
    for _ in 0..<400 {
      func random() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...12, using: &generator) {
          text.append(alphabet.randomElement(using: &generator) ?? "x")
        }
        return String(text)
      }
      let (name, label, address) = (random(), random(), random())
      let graph = DOTGraph(
        isDirected: false, name: random(),
        nodes: [
          DOTNode("a" + name, ["label": .text(label), "URL": .text(address)]), DOTNode("b" + name),
        ],
        edges: [
          DOTEdge(from: "a" + name, to: "b" + name, ["label": .html(HTMLLabel([.text(label)]))])
        ])
      let read = try readOne(DOTWriter().write(graph))
      #expect(read == graph)
    }
  }

  @Test func everythingInItsPlace() throws {
    let graph = DOTGraph(
      isStrict: true, isDirected: false, name: "g", attributes: ["rankdir": "LR"],
      nodeDefaults: ["shape": "box"], edgeDefaults: ["color": "grey"],
      nodes: [DOTNode("z"), DOTNode("a", ["label": "", "shape": "circle"])],
      subgraphs: [
        DOTSubgraph(
          name: "cluster_1", attributes: ["label": "One"], nodes: [DOTNode("c", ["label": "C"])],
          subgraphs: [DOTSubgraph(nodes: [DOTNode("d")])], edges: [DOTEdge(from: "c", to: "d")]),
        DOTSubgraph(name: "second", nodes: [DOTNode("e")]),
      ],
      edges: [
        DOTEdge(
          from: "z", tailPort: .compass(.northEast), to: "a",
          headPort: .namedCompass("p\"\\", .south), ["color": "red"]),
        DOTEdge(from: "a", tailPort: .named("2"), to: "e"),
      ])
    #expect(try readOne(DOTWriter().write(graph)) == graph)
  }

  @Test func parallelEdgesKeepTheirKeys() throws {
    let graph = try readOne("digraph { a -> b [key=k1, w=1]; a -> b [key=\"%2\"]; b -> a; a -> b }")
    #expect(
      graph.edges == [
        DOTEdge(from: "a", to: "b", ["key": "k1", "w": "1"]),
        DOTEdge(from: "a", to: "b", ["key": "%2"]),
        DOTEdge(from: "b", to: "a"), DOTEdge(from: "a", to: "b"),
      ])
  }

  /// The grammar's own shorthands, written out by hand.
  @Test func shorthands() throws {
    let graph = try readOne(
      """
      /* comment */ DiGraph "con" + "cat" { // comment
        node [color=red]; a -> {b; c} -> d [style=dashed]
        # comment
        edge [weight=2] d -> a; x = y
        label = <<B>t</B>>
        e [color=""]
        f [label="one \\
      line\\l"]
      }
      """)
    #expect(graph.name == "concat")
    #expect(graph.nodes.map(\.name) == ["a", "d", "e", "f"])
    #expect(graph.subgraphs.map { $0.nodes.map(\.name) } == [["b", "c"]])
    #expect(graph.nodes[2].attributes == ["color": ""])
    #expect(graph.nodes[3].attributes == ["label": .escString("one line\\l")])
    #expect(graph.attributes == ["x": "y", "label": .html(HTMLLabel([.bold([.text("t")])]))])
    #expect(graph.nodeDefaults == ["color": "red"])
    let arcs = graph.edges.map { "\($0.tail)\($0.head)" }
    #expect(arcs == ["ab", "ac", "bd", "cd", "da"])
    #expect(graph.edges[0].attributes["style"] == "dashed")
  }

  @Test func severalGraphs() throws {
    let graphs = [
      DOTGraph(isDirected: true, name: "one", nodes: [DOTNode("a")]),
      DOTGraph(isDirected: false, nodes: [DOTNode("}")]),
      DOTGraph(isDirected: true),
    ]
    #expect(try DOTReader().read(DOTWriter().write(graphs) + "// end").graphs == graphs)
    #expect(try DOTReader().read("digraph{a}graph{b}").graphs.count == 2)
  }

  /// Lines counted by hand.
  @Test(arguments: [
    ("digraph {\n  a -> b\n  b -> -> c\n}", 3),
    ("digraph {\n  \"two\nlines\"\n  b -> -> c\n}", 4),
    ("digraph {\n  \"two\nlines\" -> -> c\n}", 3),
    ("digraph {\n  a [label=<x\ny>]\n  /* \n */ -> -> c\n}", 5),
    ("digraph {\n}\ngraph {\n  a -> b\n}", 4),
    ("digraph {\n}\n\nstray", 4),
    ("digraph {\n}\n}", 3),
    ("digraph {\n foo-bar\n}", 2),
    ("\u{FEFF}digraph {\n [\n}", 2),
    ("digraph {\n\n @ }", 3),
    ("digraph {\n a [label=\"open\n\n}", 2),
    ("digraph {\n a [label=<open\n\n}", 2),
    ("digraph {\n\n /* open\n}", 3),
    ("digraph {\n a\0b }", 2),
    ("digraph {\r\n a\r\n -> ->\r\n}", 3),
  ])
  func mistakesAreLocated(text: String, line: Int) throws {
    let error = #expect(throws: GraphvizError.self) { try DOTReader().read(text) }
    #expect(error?.kind == .syntax)
    #expect(error?.line == line)
    #expect(error?.mend.isEmpty == false)
    // A failed parse leaves nothing behind for the next.
    #expect(try readOne("digraph { ok }").nodes.map(\.name) == ["ok"])
  }

  @Test(arguments: ["", " \n", "// only a comment", "\u{FEFF}", "/* x */\n# y"])
  func noGraph(text: String) {
    let error = #expect(throws: GraphvizError.self) { try DOTReader().read(text) }
    #expect(error?.kind == .noGraph)
  }

  @Test func messagesAreTestedText() {
    let error = #expect(throws: GraphvizError.self) {
      try DOTReader().read("digraph {\n a -> -> }")
    }
    #expect(
      error?.description
        == "line 2: The DOT text is not well formed: syntax error in line 2 near '->'. "
        + "Look for a missing quote, bracket or semicolon at this place or just before it.")
  }

  @Test func deepNestingIsRefused() throws {
    func nested(_ depth: Int) -> String {
      "digraph " + String(repeating: "{", count: depth) + String(repeating: "}", count: depth)
    }
    #expect(try readOne(nested(100)).subgraphs.count == 1)
    for depth in [101, 100_000] {
      let error = #expect(throws: GraphvizError.self) { try DOTReader().read(nested(depth)) }
      #expect(error?.kind == .tooDeep)
    }
    let table = String(repeating: "<TABLE><TR><TD>", count: 50_000)
    let error = #expect(throws: GraphvizError.self) {
      try DOTReader().read("digraph {\n a [label=<\(table)>] }")
    }
    #expect(error?.kind == .tooDeep)
    #expect(error?.line == 2)
  }

  @Test func longTextsAreRefused() {
    let reader = DOTReader(limits: GraphvizLimits(textLength: 10))
    let error = #expect(throws: GraphvizError.self) { try reader.read("digraph { a }") }
    #expect(error?.kind == .tooLarge)
  }

  @Test func namesThatBecomeOneAreRefused() throws {
    let error = #expect(throws: GraphvizError.self) { try readOne(#"digraph { "a\b"; "a\\b" }"#) }
    #expect(error?.kind == .ambiguousName)
    #expect(try readOne(#"digraph { "a\b" }"#).nodes.map(\.name) == [#"a\b"#])
  }

  @Test func warningsAreReturned() throws {
    let document = try DOTReader().read("digraph {\n 2nd }")
    let message = try #require(document.messages.first)
    #expect(message.severity == .warning)
    #expect(message.line == 2)
    #expect(message.text.contains("badly delimited number"))
  }
}
