import Testing

@testable import Reporting

@Suite struct WhiskerPlotTests {
  @Test(arguments: [
    (0.53, 0.6, 4), (1.0, 1.0, 6), (0.0, 1.0, 2), (7.0, 8.0, 5), (0.0033, 0.004, 5),
    (40.0, 40.0, 5), (Double.infinity, 1.0, 2),
  ])
  func aScaleEndsOnARoundTick(value: Double, end: Double, ticks: Int) {
    let scale = WhiskerPlot.scale(to: value)
    #expect(abs(scale.end - end) < 1e-12)
    #expect(scale.ticks.count == ticks)
    #expect(scale.ticks.first == 0 && abs((scale.ticks.last ?? 0) - end) < 1e-12)
  }

  @Test(arguments: Sample.hostileNames)
  func thePlotIsWellFormedAndHoldsItsMarks(name: String) throws {
    let plot = WhiskerPlot(
      title: name,
      rows: [
        .init(name: name, value: 0.5, interval: 0.2...0.8),
        .init(name: "b", value: 0, interval: nil),
      ], number: { "\($0)" })
    let elements = try #require(XMLTree.elements(of: plot.canvas.svg(idPrefix: "p-")))
    #expect(elements.count { $0.name == "circle" } == 2)
    #expect(!elements.contains { $0.name == "script" })
    // The dot stands in the middle of its whisker, and of 0 and 1 on the scale.
    let dots = elements.filter { $0.name == "circle" }.compactMap {
      Double($0.attributes["cx"] ?? "")
    }
    let whisker = elements.filter {
      $0.name == "polyline" && $0.attributes["stroke-width"] == "2"
    }.compactMap { $0.attributes["points"] }.first
    let ends = (whisker ?? "").split(separator: " ").compactMap {
      Double($0.split(separator: ",").first ?? "")
    }
    #expect(ends.count == 2 && abs(ends[0] + ends[1] - 2 * dots[0]) < 0.05)
  }

  /// Numbers of any length stand clear of the last line of the scale; digits of Helvetica are 556 thousandths wide, a
  /// point 278 [Adobe1997].
  @Test(arguments: [0.0009237, 0.5, 12_345.678901])
  func theScaleEndsBeforeTheNumbers(value: Double) throws {
    let plot = WhiskerPlot(
      title: "t", rows: [.init(name: "a", value: value, interval: nil)], number: { "\($0)" })
    let elements = try #require(XMLTree.elements(of: plot.canvas.svg()))
    let lines = elements.filter { $0.name == "polyline" }.compactMap {
      Double(($0.attributes["points"] ?? "").prefix { $0 != "," })
    }
    let text = "\(value)"
    let number = try #require(elements.last { $0.name == "text" && $0.text == text })
    let end = try #require(Double(number.attributes["x"] ?? ""))
    #expect(number.attributes["text-anchor"] == "end")
    let width = text.reduce(0) { $0 + ($1 == "." ? 278 : 556) } * 12 / 1000
    #expect(try #require(lines.max()) + 8 < end - Double(width))
  }
}
