import Foundation
import Testing

@testable import Reporting

@Suite struct CanvasSVGTests {
  private func label(_ text: String) -> Canvas.Element {
    .label(Canvas.Label(text, at: Canvas.Point(10, 20), colour: .black))
  }

  @Test(arguments: Sample.hostileNames)
  func anyTextIsTextAndNothingElse(text: String) throws {
    let canvas = Canvas(
      title: text, summary: text, width: 100, height: 50,
      elements: [.group(id: text, tooltip: text, [label(text)])])
    let elements = try #require(XMLTree.elements(of: canvas.svg(idPrefix: "p-")))
    #expect(
      elements.map(\.name)
        == ["svg", "title"] + (text.isEmpty ? [] : ["desc"]) + ["rect", "g", "title", "text"])
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(ids.allSatisfy { $0.hasPrefix("p-") && !$0.contains(" ") })
  }

  @Test func itIsAnImageWithAnameAndADescription() throws {
    let canvas = Canvas(title: "A name", summary: "What it shows.", width: 100, height: 50)
    let elements = try #require(XMLTree.elements(of: canvas.svg(idPrefix: "x-")))
    #expect(elements[0].attributes["role"] == "img")
    #expect(elements[0].attributes["aria-labelledby"] == "x-title x-desc")
    #expect(elements[1].attributes["id"] == "x-title")
    #expect(elements[1].text == "A name")
    #expect(elements[2].attributes["id"] == "x-desc")
    #expect(elements[2].text == "What it shows.")
    let bare = try #require(
      XMLTree.elements(of: Canvas(title: "A name", width: 9, height: 9).svg()))
    #expect(bare[0].attributes["aria-labelledby"] == "title")
    #expect(!bare.contains { $0.name == "desc" })
  }

  @Test func noIDStandsTwice() throws {
    // a-b before c, and a before b-c, would be one id.
    let ids = ["cell-a-b-c", "cell-a-b-c", "cell-a-b-c_2", "title"]
    let canvas = Canvas(
      title: "T", width: 10, height: 10,
      elements: ids.map { .group(id: $0, tooltip: "", [label("x")]) })
    let elements = try #require(XMLTree.elements(of: canvas.svg()))
    let found = elements.compactMap { $0.attributes["id"] }
    #expect(Set(found).count == found.count)
    #expect(found.count == 5)
  }

  @Test func anArrowheadPointsAlongTheLastStretch() throws {
    let triangle = try #require(
      Canvas.arrowhead([Canvas.Point(0, 0), Canvas.Point(0, 50), Canvas.Point(30, 50)], width: 2))
    // 5 + 1.5 * 2 long and .35 of that to either side.
    let expected = [(30.0, 50.0), (22, 52.8), (22, 47.2)]
    for (point, place) in zip(triangle, expected) {
      #expect(abs(point.x - place.0) < 1e-9 && abs(point.y - place.1) < 1e-9)
    }
    #expect(Canvas.arrowhead([Canvas.Point(1, 1), Canvas.Point(1, 1)], width: 1) == nil)
    #expect(Canvas.arrowhead([Canvas.Point(1, 1)], width: 1) == nil)
  }
}
