import DOT
import Foundation
import Graphviz
import Testing

@testable import Reporting

/// Graphviz is asked where it put things, and must answer with the places that the sheet says.
@Suite struct CanvasDOTTests {
  private static let stroke = Canvas.Stroke(.black, width: 2)

  /// A sheet with some of everything.
  private static let canvas = Canvas(
    title: "Everything", width: 400, height: 300,
    elements: [
      .box(
        Canvas.Point(10, 20), width: 100, height: 40, radius: 0, fill: Palette.orange, stroke),
      .box(Canvas.Point(150, 20), width: 90, height: 30, radius: 8, fill: nil, stroke),
      .circle(Canvas.Point(300, 50), radius: 12, fill: Palette.green, nil),
      .mark(.octagon, Canvas.Point(340, 50), size: 10, fill: Palette.blue, stroke),
      .mark(.diamond, Canvas.Point(360, 50), size: 10, fill: Palette.blue, stroke),
      .mark(.triangle, Canvas.Point(380, 50), size: 10, fill: Palette.blue, stroke),
      .line([Canvas.Point(20, 150), Canvas.Point(120, 150)], stroke, hasArrowhead: true),
      .line(
        [Canvas.Point(20, 170), Canvas.Point(60, 170), Canvas.Point(60, 190)],
        Canvas.Stroke(.black, style: .dashed), hasArrowhead: false),
      .curve(
        [
          Canvas.Point(200, 150), Canvas.Point(250, 150), Canvas.Point(250, 200),
          Canvas.Point(300, 200),
        ], stroke),
      .group(
        id: "words", tooltip: "some words",
        [
          .label(Canvas.Label("starts here", at: Canvas.Point(40, 230), colour: .black)),
          .label(
            Canvas.Label(
              "ends here", at: Canvas.Point(360, 240), anchor: .end, size: 9, colour: .black)),
          .label(
            Canvas.Label(
              "in the middle", at: Canvas.Point(200, 260), anchor: .middle, size: 24, isBold: true,
              colour: .black)),
        ]),
    ])

  private struct Text {
    var text: String
    var x: Double
    var y: Double
    var anchor: String
  }

  /// The texts of an SVG of Graphviz, whose y runs upwards from the lower edge.
  private func texts(_ elements: [XMLTree.Element], height: Double) -> [Text] {
    elements.filter { $0.name == "text" }.compactMap { element in
      guard let x = element.attributes["x"].flatMap(Double.init),
        let y = element.attributes["y"].flatMap(Double.init)
      else { return nil }
      return Text(
        text: element.text, x: x, y: y + height, anchor: element.attributes["text-anchor"] ?? "")
    }
  }

  private func drawn(_ canvas: Canvas) throws -> [XMLTree.Element] {
    let rendering = try GraphvizRenderer(engine: .nop).render(canvas.dot(), as: .svg)
    #expect(rendering.messages.isEmpty, "\(rendering.messages)")
    return try #require(XMLTree.elements(of: rendering.text))
  }

  @Test func theSheetIsAsLargeAsItSays() throws {
    let elements = try drawn(Self.canvas)
    #expect(elements[0].attributes["width"] == "400pt")
    #expect(elements[0].attributes["height"] == "300pt")
  }

  @Test func wordsStandWhereTheyShould() throws {
    let found = texts(try drawn(Self.canvas), height: 300)
    #expect(found.map(\.text) == ["starts here", "ends here", "in the middle"])
    for (text, place) in zip(found, [(40.0, 230.0), (360, 240), (200, 260)]) {
      #expect(abs(text.x - place.0) < 1)
      #expect(abs(text.y - place.1) < 1)
    }
    #expect(found.map(\.anchor) == ["start", "end", "middle"])
  }

  @Test func nothingIsMissingAndTheOrderIsKept() throws {
    let names = try drawn(Self.canvas).map(\.name)
    // The ground twice, a box, three marks and an arrowhead; a round box and three lines.
    #expect(names.count { $0 == "polygon" } == 2 + 1 + 3 + 1)
    #expect(names.count { $0 == "path" } == 1 + 3)
    #expect(names.count { $0 == "ellipse" } == 1)
    let drawn = names.filter { ["polygon", "path", "ellipse", "text"].contains($0) }
    #expect(
      drawn == [
        "polygon", "polygon", "polygon", "path", "ellipse", "polygon", "polygon", "polygon",
        "path", "polygon", "path", "path", "text", "text", "text",
      ])
  }

  @Test func boxesAndMarksHaveTheirCorners() throws {
    let polygons = try drawn(Self.canvas).filter { $0.name == "polygon" }.map { element in
      (element.attributes["points"] ?? "").split(separator: " ").map { pair in
        pair.split(separator: ",").compactMap { Double($0) }
      }
    }
    func corners(_ polygon: [[Double]]) -> Set<[Double]> {
      Set(polygon.map { [$0[0].rounded(), ($0[1] + 300).rounded()] })
    }
    #expect(corners(polygons[2]) == [[10, 20], [110, 20], [110, 60], [10, 60]])
    // Graphviz puts the corners of its shapes where the SVG has them.
    for (polygon, (mark, x)) in zip(
      polygons[3...], [(Canvas.Mark.octagon, 340.0), (.diamond, 360), (.triangle, 380)])
    {
      let own = mark.corners(around: Canvas.Point(x, 50), size: 10)
      for corner in own {
        let distance = polygon.map { abs($0[0] - corner.x) + abs($0[1] + 300 - corner.y) }.min()
        #expect(try #require(distance) < 0.5, "\(mark)")
      }
    }
    // The tip of the arrow.
    #expect(corners(polygons[6]).contains([120, 150]))
  }

  @Test func aLabelThatIsTooLongIsDrawnFromItsBeginning() throws {
    let canvas = Canvas(
      title: "T", width: 200, height: 100,
      elements: [
        .label(
          Canvas.Label(
            String(repeating: "long ", count: 8), at: Canvas.Point(20, 50), colour: .black))
      ])
    let rendering = try GraphvizRenderer(engine: .nop).render(canvas.dot(), as: .svg)
    let elements = try #require(XMLTree.elements(of: rendering.text))
    #expect(abs(try #require(texts(elements, height: 100).first).x - 20) < 1)
  }

  @Test(arguments: Sample.hostileNames)
  func anyTextComesThroughGraphviz(text: String) throws {
    let canvas = Canvas(
      title: text, width: 200, height: 100,
      elements: [
        .group(
          id: text, tooltip: text,
          [.label(Canvas.Label(String(text.prefix(20)), at: Canvas.Point(5, 50), colour: .black))])
      ])
    let rendering = try GraphvizRenderer(engine: .nop).render(canvas.dot(), as: .svg)
    let elements = try #require(XMLTree.elements(of: rendering.text))
    #expect(!elements.contains { $0.name == "script" })
    let shown = VisibleText.line(String(text.prefix(20)))
    let found = elements.filter { $0.name == "text" }.map(\.text).joined()
    #expect(found.filter { !$0.isWhitespace } == shown.filter { !$0.isWhitespace })
  }

  @Test func aPictureOfPixelsHasTwoPixelsAPoint() throws {
    let canvas = Canvas(title: "T", width: 100, height: 50)
    let data = try Picture.canvas(canvas).rendered(as: .png).data
    // Width and height stand after the head of the file and of its first part.
    func number(_ start: Int) -> Int {
      data[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(number(16) == 200)
    #expect(number(20) == 100)
    #expect(Canvas(title: "T", width: 20_000, height: 20_000).resolution < 40)
  }
}
