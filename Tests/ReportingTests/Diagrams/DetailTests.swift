import DOT
import Evidence
import Graphviz
import Testing

@testable import Reporting

@Suite struct DetailTests {
  /// A node in the middle of others, and a way through those.
  private static func wheel(_ count: Int, isDirected: Bool = false) -> Diagram {
    let ids = (0..<count).map { "n\($0)" }
    var lines: [Diagram.Line] = []
    for index in 1..<count {
      for (tail, head) in [(0, index), (index, index % (count - 1) + 1)] {
        lines.append(
          Diagram.Line(
            tail: ids[tail], head: ids[head], relation: "tie", degree: .none, standing: .tie,
            isDirected: isDirected))
      }
    }
    return Diagram(
      title: "Wheel", subtitle: "a wheel", nodes: ids.map { .init(id: $0, name: $0) }, lines: lines)
  }

  @Test func theLayoutFollowsSizeAndDensity() {
    #expect(Self.wheel(301).suitedEngine == .sfdp)
    // Without a direction two lines to a node are many, with one they are few.
    #expect(Self.wheel(20).suitedEngine == .neato)
    #expect(Self.wheel(20, isDirected: true).suitedEngine == .dot)
    #expect(Diagram(title: "", nodes: [], lines: []).suitedEngine == .dot)
  }

  @Test func aLargeNetworkNamesTheMostLinkedAndSaysSo() throws {
    let diagram = Self.wheel(400)
    let drawing = Drawing(diagram: diagram, options: DiagramOptions(), vocabulary: .standard)
    let named = diagram.nodes.filter(drawing.detail.names)
    #expect(named.count == 40)
    // The hub first, then by id, since all others have three links.
    #expect(
      named.map(\.id)
        == (["n0"] + diagram.nodes.map(\.id).filter { $0 != "n0" }.prefix(39)).sorted())
    let svg = try diagram.rendered(as: .svg).text
    let elements = try #require(XMLTree.elements(of: svg))
    #expect(elements.count { $0.attributes["class"] == "node" } == 400)
    let texts = elements.filter { $0.name == "text" }.map(\.text)
    #expect(texts.joined(separator: " ").contains("names shown for the 40 with most links"))
    #expect(texts.contains("n0"))
    let last = try #require(diagram.nodes.last { !drawing.detail.names($0) })
    #expect(!texts.contains(last.id))
    // Its name is shown when the pointer rests on it.
    #expect(svg.contains("xlink:title=\"\(last.id)\""))
  }

  @Test func aSmallNetworkAndALayeredOneShowEverything() {
    let small = Self.wheel(20)
    #expect(small.nodes.allSatisfy(Detail(small, isLayered: false).names))
    #expect(Detail(small, isLayered: false).sentence == nil)
    #expect(!Detail(Self.wheel(400), isLayered: true).isReduced)
  }

  @Test func whatStandsOutKeepsItsName() {
    var diagram = Self.wheel(400)
    let index = diagram.nodes.firstIndex { $0.id == "n99" } ?? 0
    diagram.nodes[index].emphasis = .strong
    #expect(Detail(diagram, isLayered: false).names(diagram.nodes[index]))
  }

  @Test func anSVGStatesTheSizeOfItsPage() throws {
    let area = try #require(PageSize.a4.area)
    let svg = Array(
      "<?xml?>\n<svg width=\"1077pt\" height=\"10pt\"\n viewBox=\"0.00 0.00 1077.18 10.00\" x=\"y\">\n</svg>"
        .utf8)
    let fitted = String(decoding: SVGSize.fitted(svg, to: area), as: UTF8.self)
    #expect(
      fitted.contains(
        "<svg width=\"538.59pt\" height=\"5.0pt\"\n viewBox=\"0.00 0.00 1077.18 10.00\" x=\"y\">"))
    let small = Array("<svg width=\"5pt\" height=\"5pt\" viewBox=\"0 0 5 5\">".utf8)
    #expect(SVGSize.fitted(small, to: area) == small)
    #expect(SVGSize.fitted([1, 2, 3], to: area) == [1, 2, 3])
  }
}
