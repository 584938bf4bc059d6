import Testing

@testable import Reporting

@Suite struct PlotDrawingTests {
  @Test func ticksAreRoundAndCoverTheRange() {
    let unit = Axis([0, 0.3, 1], isBars: false)
    #expect(unit.ticks.map(unit.words) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(Axis([0, 97], isBars: false).ticks == [0, 20, 40, 60, 80])
    let shares = Axis([0, 0.013], isBars: false)
    #expect(shares.ticks.map(shares.words) == ["0.000", "0.005", "0.010"])
    // Degrees are whole: no tick at half of one.
    #expect(Axis([1, 3], isBars: true).ticks == [1, 2, 3])
    let lone = Axis([4], isBars: false)
    #expect(lone.low == 4 && lone.high == 5 && lone.share(4) == 0)
    #expect(Axis([-2, 2], isBars: false).words(-1) == "-1")
  }

  @Test func aCurveHoldsItsValueUntilTheNext() throws {
    let plot = PlotDrawing(
      title: "Trial",
      lines: [
        .init(name: "first", points: [.init(0, 1), .init(1, 0.5)]),
        .init(name: "second", points: [.init(0, 0), .init(1, 1)]),
      ], xTitle: "x", yTitle: "y", kind: .steps)
    var sheet = Sheet(theme: .light, width: 400)
    plot.draw(on: &sheet)
    let paths = sheet.elements.compactMap { element -> [Canvas.Point]? in
      if case .line(let points, let stroke, _) = element, stroke.width >= 1.5, points.count > 2 {
        return points
      }
      return nil
    }
    #expect(paths.count == 2)
    let first = try #require(paths.first)
    // Level to the next x, then down to it.
    #expect(first.count == 3 && first[0].y == first[1].y && first[1].x == first[2].x)
    #expect(first[2].y > first[1].y)
  }

  /// On two logarithmic scales a power law is a straight line; nothing is drawn of what is not above 0.
  @Test func pointsOnLogarithmicScales() {
    let axis = Axis(logarithmic: [1, 1_000])
    #expect(axis.ticks.map(axis.words) == ["1", "10", "100", "1000"])
    let steps = zip(axis.ticks, axis.ticks.dropFirst()).map { axis.share($1) - axis.share($0) }
    #expect(steps.allSatisfy { abs($0 - steps[0]) < 1e-12 })
    let shares = Axis(logarithmic: [0.02, 1])
    #expect(shares.ticks.map(shares.words) == ["0.02", "0.05", "0.1", "0.2", "0.5", "1"])
    let plot = PlotDrawing(
      title: "Trial",
      lines: [
        .init(name: "", points: [.init(0, 1), .init(1, 1), .init(10, 0.1), .init(100, 0.01)])
      ],
      xTitle: "", yTitle: "", kind: .logarithmicPoints)
    var sheet = Sheet(theme: .light, width: 400)
    plot.draw(on: &sheet)
    let dots = sheet.elements.compactMap { element -> Canvas.Point? in
      if case .circle(let middle, _, _, _) = element { middle } else { nil }
    }
    #expect(dots.count == 3)
    let slopes = zip(dots, dots.dropFirst()).map { ($1.y - $0.y) / ($1.x - $0.x) }
    #expect(abs(slopes[0] - slopes[1]) < 1e-9)
  }

  @Test func barsStandOnTheAxisAsHighAsTheyAre() {
    let plot = PlotDrawing(
      title: "Trial", lines: [.init(name: "", points: [.init(1, 4), .init(2, 2)])], xTitle: "",
      yTitle: "", kind: .bars)
    var sheet = Sheet(theme: .light, width: 400)
    plot.draw(on: &sheet)
    let heights = sheet.elements.compactMap { element -> Double? in
      if case .box(_, _, let height, _, _, _) = element { height } else { nil }
    }
    #expect(heights.count == 2 && abs(heights[0] - 2 * heights[1]) < 1e-9)
    // Of two lines side by side, the second to the right of the first.
    let pair = PlotDrawing(
      title: "Trial",
      lines: [.init(name: "in", points: [.init(1, 4)]), .init(name: "out", points: [.init(1, 2)])],
      xTitle: "", yTitle: "", kind: .bars)
    var both = Sheet(theme: .light, width: 400)
    pair.draw(on: &both)
    let boxes = both.elements.compactMap { element -> (x: Double, width: Double)? in
      if case .box(let corner, let width, _, _, _, _) = element { (corner.x, width) } else { nil }
    }
    // The last two are in the legend.
    #expect(boxes.count == 4 && abs(boxes[0].x + boxes[0].width - boxes[1].x) < 1e-9)
    var empty = Sheet(theme: .light, width: 400)
    PlotDrawing(title: "", lines: [], xTitle: "", yTitle: "", kind: .steps).draw(on: &empty)
    #expect(empty.elements.count == 1)
  }
}
