import DOT
import Evidence
import Graphviz
import InfluenceAnalysis
import TestSupport
import Testing

@testable import Reporting

/// Fifty names that try to break out, in everything that this room makes.
@Suite struct HostileGraphTests {
  private static func network(_ names: [String] = HostileGraph.names) throws -> InfluenceNetwork {
    try InfluenceNetwork(LinkTable(HostileGraph.graph(names: names)))
  }

  /// The views of a network; a new one is covered by a line here.
  private static let views: [(name: String, view: @Sendable (InfluenceNetwork) -> Diagram.View)] = [
    ("whole", { _ in .whole }),
    ("around", { _ in .around(HostileGraph.id(2), hops: 2) }),
    ("chains", { .chains(Tracer($0).chains(from: "e1", to: "e4").chains) }),
  ]

  @Test func thereAreFiftyNames() {
    #expect(HostileGraph.names.count == 50)
    #expect(Set(HostileGraph.names).count == 50)
    #expect(Set(HostileGraph.names.map(VisibleText.line)).count == 50)
  }

  @Test(arguments: views.map(\.name), Theme.all.map(\.name))
  func everyViewIsDrawnAndNothingRuns(view: String, theme: String) throws {
    let make = try #require(Self.views.first { $0.name == view }).view
    let options = DiagramOptions(theme: try #require(Theme.all.first { $0.name == theme }))
    func svg(_ names: [String]) throws -> (Diagram, String) {
      let network = try Self.network(names)
      let diagram = Diagram(network, view: make(network))
      return (diagram, try diagram.rendered(as: .svg, options).text)
    }
    let (diagram, hostile) = try svg(HostileGraph.names)
    try Harmless.check(
      hostile, model: svg(HostileGraph.harmlessNames).1, "\(view), \(theme)")
    let elements = try #require(XMLTree.elements(of: hostile))
    let nodes = elements.filter { $0.attributes["class"] == "node" }
    #expect(nodes.count == diagram.nodes.count)
    let texts = elements.filter { $0.name == "g" || $0.name == "text" }.map {
      Harmless.squeezed($0.text)
    }
    let tooltips = elements.compactMap { $0.attributes["xlink:title"] }.map(Harmless.squeezed)
    for node in diagram.nodes {
      let name = Harmless.squeezed(VisibleText.line(node.name))
      // A name of more than eight lines is cut in the picture and whole in its tooltip.
      #expect(tooltips.contains { $0.contains(name) }, "\(view): \(node.name)")
      if name.count < 120 {
        #expect(texts.contains { $0.contains(name) }, "\(view): \(node.name)")
      }
    }
  }

  @Test(arguments: DiagramOptions.Engine.allCases)
  func everyEngineDrawsEveryNode(engine: DiagramOptions.Engine) throws {
    let svg = try Diagram(Self.network()).rendered(as: .svg, DiagramOptions(engine: engine)).text
    let elements = try #require(XMLTree.elements(of: svg))
    #expect(elements.count { $0.attributes["class"] == "node" } == 50)
  }

  @Test func namesComeBackFromDOT() throws {
    let diagram = try Diagram(Self.network())
    let text = DOTWriter().write(diagram.dot())
    let graph = try #require(try DOTReader().read(text).graphs.first)
    let nodes = graph.nodes + graph.subgraphs.flatMap { $0.nodes + $0.subgraphs.flatMap(\.nodes) }
    #expect(Set(nodes.map(\.name)) == Set(diagram.nodes.map(\.id)))
    for node in diagram.nodes {
      let drawn = try #require(
        nodes.first { $0.name == node.id && $0.attributes["tooltip"] != nil })
      let tooltip: String
      switch drawn.attributes["tooltip"] {
      case .text(let text)?: tooltip = text
      case .escString?: continue
      default: tooltip = ""
      }
      let name = Harmless.squeezed(VisibleText.line(node.name))
      // Before letters that mean something to Graphviz a backslash is written twice.
      #expect(Harmless.squeezed(tooltip).replacing("\\\\", with: "\\").contains(name))
    }
  }

  @Test func idsMayBeAnything() throws {
    let diagram = Diagram(
      title: "ids", nodes: HostileGraph.names.map { .init(id: $0, name: $0) },
      lines: zip(HostileGraph.names, HostileGraph.names.dropFirst()).map {
        .init(tail: $0, head: $1, relation: "tie", degree: .none, standing: .tie)
      })
    let elements = try #require(XMLTree.elements(of: try diagram.rendered(as: .svg).text))
    #expect(elements.count { $0.attributes["class"] == "node" } == 50)
    #expect(elements.count { $0.attributes["class"] == "edge" } == 49)
    #expect(!elements.contains { $0.name == "script" || $0.name == "image" })
  }

  @Test func theReportRunsNothingAndNamesEverybody() throws {
    func report(_ names: [String]) throws -> Report {
      try Report(
        Self.network(names), edition: .init(version: "1", date: "2026-11-21", seed: 9))
    }
    let hostile = try report(HostileGraph.names)
    let html = try hostile.html()
    try Harmless.check(html, model: try report(HostileGraph.harmlessNames).html(), "HTML report")
    let text = Harmless.squeezed(try #require(XMLTree.elements(of: html)).first?.text ?? "")
    for name in HostileGraph.names.map(VisibleText.line) where name.count < 200 {
      // What markup cannot hold is shown as an escape or as the character for what cannot be shown.
      if name.unicodeScalars.contains(where: { $0 == "\\" }) { continue }
      #expect(text.contains(Harmless.squeezed(name)), "\(name)")
    }
    Harmless.raw(hostile.markdown(), "Markdown report")
  }

  @Test func theReportAsMarkdownHoldsNoMarkupOfNames() throws {
    let markdown = try Report(
      Self.network(), edition: .init(version: "1", date: "2026-11-21", seed: 9)
    ).markdown()
    let bare = ["<", "]", "!"].reduce(markdown) { $0.replacing("\\" + $1, with: "") }
    // Every bracket of a name is escaped, so none begins an element or a link.
    for part in ["<script", "<img", "<iframe", "](javascript:", "![x]"] {
      #expect(!bare.contains(part), "\(part)")
    }
  }
}
