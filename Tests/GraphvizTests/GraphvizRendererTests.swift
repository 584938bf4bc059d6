import DOT
import Foundation
import Graphviz
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct GraphvizRendererTests {
  static let sample = DOTGraph(
    isDirected: true, name: "sample",
    nodes: [DOTNode("a", ["label": "AT&T <b> &amp; \\N \"q\""]), DOTNode("b"), DOTNode("c")],
    edges: [
      DOTEdge(from: "a", to: "b"), DOTEdge(from: "b", to: "c"), DOTEdge(from: "c", to: "a"),
      DOTEdge(from: "a", to: "c", ["label": "twice"]),
    ])

  @Test(arguments: GraphvizEngine.allCases)
  func everyLayoutDraws(engine: GraphvizEngine) throws {
    let rendering = try GraphvizRenderer(engine: engine).render(Self.sample, as: .svg)
    #expect(rendering.messages == [])
    let svg = try SVGDocument(rendering.data)
    #expect(svg.nodeCount == 3)
    #expect(svg.edgeCount == 4)
    #expect(svg.texts.contains("AT&T <b> &amp; \\N \"q\""))
    // The same text makes the same picture.
    #expect(try GraphvizRenderer(engine: engine).render(Self.sample, as: .svg) == rendering)
  }

  /// The signatures are those of the PNG specification (section 5.2), of PDF (7.5.2) and of the formats' own
  /// first lines.
  @Test(arguments: [
    (GraphvizFormat.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] as [UInt8]),
    (.pdf, Array("%PDF-1.".utf8)), (.svg, Array("<?xml".utf8)), (.plain, Array("graph 1 ".utf8)),
    (.json, Array("{".utf8)), (.xdot, Array("digraph ".utf8)),
  ])
  func everyFormatIsWritten(format: GraphvizFormat, signature: [UInt8]) throws {
    let rendering = try GraphvizRenderer().render(Self.sample, as: format)
    #expect(rendering.data.starts(with: signature))
    #expect(rendering.messages == [])
  }

  @Test(arguments: DOTReaderTests.hostileNames.filter { $0.utf8.count < 100 })
  func hostileNamesMakeWellFormedSVG(name: String) throws {
    let graph = DOTGraph(
      isDirected: true, name: name,
      nodes: [
        DOTNode(name, ["URL": .text(name), "tooltip": .text(name), "id": .text("i" + name)]),
        DOTNode("text \(name)", ["label": .text(name)]),
        DOTNode("html \(name)", ["label": .html(HTMLLabel([.text("x"), .bold([.text(name)])]))]),
      ],
      edges: [DOTEdge(from: name, to: "text \(name)", ["label": .text(name)])])
    let rendering = try GraphvizRenderer().render(graph, as: .svg)
    #expect(!rendering.messages.contains { $0.severity == .error })
    let svg = try SVGDocument(rendering.data)
    #expect(svg.nodeCount == 3)
    let isOneLine = !name.contains { $0.isNewline || $0 == "\t" || $0 == " " }
    let isVisible = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{FFFF}" }
    if isOneLine, isVisible, !name.isEmpty { #expect(svg.texts.contains(name)) }
  }

  @Test func longNamesAreDrawn() throws {
    let name = String(repeating: "x", count: 10_000)
    let rendering = try GraphvizRenderer().render(
      DOTGraph(isDirected: true, nodes: [DOTNode(name)]), as: .svg)
    #expect(try SVGDocument(rendering.data).texts.contains(name))
  }

  @Test func entitiesOfStrangersMakeWellFormedSVG() throws {
    let text =
      "digraph { \"&foo; &\" [label=\"&#1;&nbsp;&bar;\" URL=\"?a&b<>\" tooltip=\"&nbsp;\"] }"
    let svg = try SVGDocument(GraphvizRenderer().render(text, as: .svg).data)
    #expect(svg.nodeCount == 1)
  }

  @Test(arguments: [
    #"digraph { a [URL="x\" onload=\"alert(1)" tooltip="t"] }"#,
    #"digraph { a [label=<<TABLE HREF="x&quot; onload=&quot;alert(1)"><TR><TD>t</TD></TR></TABLE>>] }"#,
    #"digraph { a [label=<<TABLE href = 'x" onload="alert(1)'><TR><TD>t</TD></TR></TABLE>>] }"#,
    #"digraph { a [label=<<TABLE HREF="x&#34; onload=&#34;alert(1)"><TR><TD>t</TD></TR></TABLE>>] }"#,
  ])
  func addressesStayInTheirAttribute(text: String) throws {
    let rendering = try GraphvizRenderer().render(text, as: .svg)
    let svg = try SVGDocument(rendering.data)
    #expect(svg.addresses == [#"x" onload="alert(1)"#])
    #expect(!svg.attributeNames.contains("onload"))
  }

  @Test func badTextThenGoodText() throws {
    let renderer = GraphvizRenderer()
    for bad in [
      "digraph { a -> -> }", "digraph { \"open }", "digraph { <open }", "}", "digraph { a",
    ] {
      let error = #expect(throws: GraphvizError.self) { try renderer.render(bad, as: .svg) }
      #expect(error?.kind == .syntax)
      #expect(error?.line == 1)
      #expect(try renderer.render("digraph { a }", as: .plain).text.contains("node a "))
    }
  }

  @Test func onlyTheFirstGraphIsDrawn() throws {
    let rendering = try GraphvizRenderer().render("digraph { a }\ndigraph { b }", as: .plain)
    #expect(rendering.text.contains("node a "))
    #expect(!rendering.text.contains("node b "))
    #expect(rendering.messages.map(\.text) == ["The text holds 2 graphs; only the first is drawn."])
  }

  @Test func warningsAndErrorsAreReturned() throws {
    let rendering = try GraphvizRenderer().render(
      "digraph { a [shape=nosuch]; b [label=<<TABLE>>] }", as: .svg)
    #expect(rendering.messages.contains { $0.severity == .warning && $0.text.contains("nosuch") })
    #expect(rendering.messages.contains { $0.severity == .error && $0.text.contains("node b") })
  }

  @Test(arguments: [
    ("digraph { a [image=\"/etc/passwd\"] }", "image"),
    ("digraph { node [image=\"/etc/passwd\"]; a }", "image"),
    ("digraph { subgraph x { node [shapefile=\"/etc/passwd\"]; a } }", "shapefile"),
    ("digraph { a [shape=epsf, shapefile=\"/etc/passwd\"] }", "shapefile"),
    ("digraph { imagepath=\"/etc\" a }", "imagepath"),
    ("digraph { fontpath=\"/etc\" a }", "fontpath"),
    ("digraph { stylesheet=\"http://example.org/x.css\" a }", "stylesheet"),
    ("digraph { _background=\"I 0 0 9 9 11 -/etc/passwd\" a }", "_background"),
    ("digraph { a [fontname=\"/etc/passwd\"] }", "fontname"),
    (
      "digraph { a [label=<<TABLE><TR><TD><IMG SRC=\"/etc/passwd\"/></TD></TR></TABLE>>] }",
      "image in"
    ),
    (
      "digraph { a [label=<<table><tr><td><img src='/etc/passwd'></img>x</td></tr></table>>] }",
      "image in"
    ),
  ])
  func filesAreNotRead(text: String, name: String) throws {
    let rendering = try GraphvizRenderer().render(text, as: .svg)
    #expect(!rendering.text.contains("passwd"))
    #expect(!rendering.text.contains("example.org"))
    #expect(rendering.messages.contains { $0.text.contains(name) && $0.text.contains("left out") })
    #expect(!rendering.messages.contains { $0.severity == .error })
  }

  @Test(arguments: [
    "digraph { dpi=100000; a }", "digraph { size=\"2000,2000!\"; a }",
    "digraph { viewport=\"90000,90000\"; a }", "digraph { a [width=900 height=900] }",
  ])
  func hugeBitmapsAreRefused(text: String) throws {
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizRenderer().render(text, as: .png)
    }
    #expect(error?.kind == .tooLarge)
  }

  @Test func deepNestingIsRefusedAndAllowedNestingDraws() throws {
    func nested(_ depth: Int) -> String {
      let open = (1..<depth).map { "subgraph cluster_\($0) { n\($0);" }.joined()
      return "digraph {" + open + String(repeating: "}", count: depth)
    }
    for engine in [GraphvizEngine.dot, .fdp] {
      let rendering = try GraphvizRenderer(engine: engine).render(nested(100), as: .svg)
      #expect(try SVGDocument(rendering.data).nodeCount == 99)
    }
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizRenderer().render(nested(101), as: .svg)
    }
    #expect(error?.kind == .tooDeep)
  }

  @Test func nodesNamedLikeNamelessOnes() throws {
    let svg = try SVGDocument(
      GraphvizRenderer().render("digraph { \"%3\" -> \"%5\" }", as: .svg).data)
    #expect(svg.titles.contains("%3"))
    #expect(svg.texts == ["%3", "%5"])
  }

  @Test func concurrentDrawingsDoNotMix() async throws {
    try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for index in 0..<40 {
        group.addTask {
          let engine = GraphvizEngine.allCases[index % 6]
          let text = "digraph { n\(index) -> m\(index) }"
          if index % 5 == 0 { _ = try? GraphvizRenderer().render("digraph { -> }", as: .svg) }
          if index % 7 == 0 { _ = try DOTReader().read(text) }
          let rendering = try GraphvizRenderer(engine: engine).render(text, as: .plain)
          #expect(rendering.messages == [])
          return (index, rendering.text)
        }
      }
      for try await (index, text) in group {
        #expect(text.contains("node n\(index) "))
        #expect(text.contains("edge n\(index) m\(index) "))
        #expect(text.split(separator: "\n").count == 5)
      }
    }
  }

  /// Recursion in Graphviz grows with the graph; a thread of a task has less stack than the main thread.
  @Test func longChainsAreDrawnInTasks() async throws {
    let edges = (0..<3_000).map { "\($0)->\($0 + 1);" }.joined()
    let task = Task.detached {
      try GraphvizRenderer().render("digraph { \(edges) }", as: .plain).text
    }
    #expect(try await task.value.contains("\nedge 2999 3000 "))
  }

  @Test func theVersionIsANumber() {
    #expect(GraphvizLibrary.version.first?.isNumber == true)
    #expect(GraphvizLibrary.version.contains("."))
  }
}

/// What the tests ask of an SVG, taken from it by an XML parser.
final class SVGDocument: NSObject, XMLParserDelegate {
  private(set) var texts: [String] = []
  private(set) var titles: [String] = []
  private(set) var nodeCount = 0
  private(set) var edgeCount = 0
  private(set) var addresses: [String] = []
  private(set) var attributeNames: Set<String> = []
  private var content = ""

  struct NotWellFormed: Error, CustomStringConvertible {
    let description: String
  }

  init(_ data: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(data))
    parser.delegate = self
    guard parser.parse() else {
      let reason = parser.parserError.map { "\($0)" } ?? ""
      throw NotWellFormed(description: "line \(parser.lineNumber): \(reason)")
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    content = ""
    attributeNames.formUnion(attributes.keys)
    if let address = attributes["xlink:href"] { addresses.append(address) }
    if attributes["class"] == "node" { nodeCount += 1 }
    if attributes["class"] == "edge" { edgeCount += 1 }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    content += string
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    if elementName == "text" { texts.append(content) }
    if elementName == "title" { titles.append(content) }
  }
}
