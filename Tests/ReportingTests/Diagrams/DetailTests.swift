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
    #expect(Detail(small, isLayered: false).sentence(in: .standard) == nil)
    #expect(!Detail(Self.wheel(400), isLayered: true).isReduced)
  }

  @Test func whatStandsOutKeepsItsName() {
    var diagram = Self.wheel(400)
    let index = diagram.nodes.firstIndex { $0.id == "n99" } ?? 0
    diagram.nodes[index].emphasis = .strong
    #expect(Detail(diagram, isLayered: false).names(diagram.nodes[index]))
  }

  @Test(arguments: [(1077.18, 10.0), (5, 5), (300, 3000)])
  func anSVGLiesInTheMiddleOfItsPage(width: Double, height: Double) throws {
    let area = try #require(PageSize.a4.area)
    let svg = Array(
      "<?xml?>\n<svg width=\"1pt\" height=\"1pt\"\n viewBox=\"0.00 0.00 \(width) \(height)\" x=\"y\">\n</svg>"
        .utf8)
    let framed = String(
      decoding: SVGSize.framed(svg, on: area, ground: Colour(0x14171A)), as: UTF8.self)
    #expect(framed.contains("<svg width=\"595.28pt\" height=\"841.89pt\"\n viewBox="))
    #expect(framed.contains("fill=\"#14171A\"/>\n</svg>") || framed.contains("fill=\"#14171a\"/>"))
    let element = try #require(XMLTree.elements(of: framed.replacing("<?xml?>\n", with: ""))?.first)
    #expect(element.attributes["x"] == "y")
    let box = try #require(element.attributes["viewBox"]).split(separator: " ").compactMap {
      Double($0)
    }
    try #require(box.count == 4)
    // The middle of the drawing is that of the page, and the drawing lies within the margins.
    #expect(abs(box[0] + box[2] / 2 - width / 2) < 0.02)
    #expect(abs(box[1] + box[3] / 2 - height / 2) < 0.02)
    let scale = 595.28 / box[2]
    #expect(abs(scale - 841.89 / box[3]) < 1e-3)
    #expect(scale <= 1.0001 && width * scale <= 538.6 && height * scale <= 785.3)
    // It is as large as it may be.
    #expect(scale > 0.999 || width * scale > 538.5 || height * scale > 785.1)
  }

  @Test func whatIsNoSVGStaysAsItIs() throws {
    let area = try #require(PageSize.a4.area)
    #expect(SVGSize.framed([1, 2, 3], on: area, ground: .white) == [1, 2, 3])
  }
}
