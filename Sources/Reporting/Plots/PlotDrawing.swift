/// A curve or bars drawn on a sheet, with axes.
struct PlotDrawing {
  /// Points that belong together, by x.
  struct Line {
    /// What it shows.
    let name: String
    let points: [Canvas.Point]
  }

  let title: String
  let lines: [Line]
  let xTitle: String
  let yTitle: String
  /// Whether the values stand as bars from zero; else each holds until the next point.
  let isBars: Bool

  private static let height = 260.0
  private static let axisRoom = 52.0

  /// Draws below what is on the sheet.
  func draw(on sheet: inout Sheet) {
    sheet.write(title, Sheet.head, sheet.theme.ink)
    // Room for the title of the upright axis.
    sheet.top += 22
    let points = lines.flatMap(\.points)
    guard !points.isEmpty else { return sheet.write("Nothing to draw.", Sheet.body) }
    let (x, y) = (
      Axis(points.map(\.x), isBars: isBars),
      Axis(points.map(\.y) + [0], isBars: false)
    )
    let area = Area(
      left: Sheet.margin + Self.axisRoom, right: sheet.right - 8, top: sheet.top,
      bottom: sheet.top + Self.height, x: x, y: y)
    drawAxes(area, on: &sheet)
    for (place, line) in lines.enumerated() {
      sheet.elements +=
        isBars ? bars(line, area, sheet.theme) : curve(line, place, area, sheet.theme)
    }
    sheet.top = area.bottom + 36
    guard !isBars, lines.count > 1 else { return }
    let theme = sheet.theme
    sheet.writeLegend(
      lines.enumerated().map { place, line in
        Sheet.Sample(width: 24, label: VisibleText.line(line.name)) { start in
          [
            .line(
              [start, Canvas.Point(start.x + 24, start.y)], Self.stroke(place, theme),
              hasArrowhead: false)
          ]
        }
      })
    sheet.top += 8
  }

  /// The rectangle between the axes, and what its edges stand for.
  private struct Area {
    let left, right, top, bottom: Double
    let x, y: Axis

    func point(_ value: Canvas.Point) -> Canvas.Point {
      Canvas.Point(
        left + x.share(value.x) * (right - left), bottom - y.share(value.y) * (bottom - top))
    }
  }

  private static func stroke(_ place: Int, _ theme: Theme) -> Canvas.Stroke {
    place == 0
      ? Canvas.Stroke(theme.line(Palette.blue), width: 2)
      : Canvas.Stroke(theme.quietInk, width: 1.5, style: place == 1 ? .dashed : .dotted)
  }

  private func curve(
    _ line: Line, _ place: Int, _ area: Area, _ theme: Theme
  ) -> [Canvas.Element] {
    var path: [Canvas.Point] = []
    for value in line.points {
      let next = area.point(value)
      if let last = path.last { path.append(Canvas.Point(next.x, last.y)) }
      path.append(next)
    }
    guard path.count > 1 else {
      return path.map {
        .circle($0, radius: 3, fill: Self.stroke(place, theme).colour, nil)
      }
    }
    return [.line(path, Self.stroke(place, theme), hasArrowhead: false)]
  }

  private func bars(_ line: Line, _ area: Area, _ theme: Theme) -> [Canvas.Element] {
    let unit = (area.right - area.left) / max(area.x.high - area.x.low, 1)
    let width = max(1, unit * 0.8)
    return line.points.map { value in
      let tip = area.point(value)
      return .box(
        Canvas.Point(tip.x - width / 2, tip.y), width: width, height: area.bottom - tip.y,
        radius: 0, fill: theme.fill(Palette.blue), nil)
    }
  }

  private func drawAxes(_ area: Area, on sheet: inout Sheet) {
    let theme = sheet.theme
    let rule = Canvas.Stroke(theme.rule, width: 0.5)
    func text(_ words: String, _ x: Double, _ y: Double, _ anchor: Canvas.Anchor) {
      sheet.elements.append(
        .label(
          Canvas.Label(
            words, at: Canvas.Point(x, y), anchor: anchor, size: Sheet.note.size,
            colour: theme.quietInk)))
    }
    for tick in area.y.ticks {
      let at = area.point(Canvas.Point(area.x.low, tick))
      sheet.elements.append(
        .line([at, Canvas.Point(area.right, at.y)], rule, hasArrowhead: false))
      text(area.y.words(tick), area.left - 6, at.y + 3.5, .end)
    }
    for tick in area.x.ticks {
      let at = area.point(Canvas.Point(tick, area.y.low))
      sheet.elements.append(
        .line([at, Canvas.Point(at.x, at.y + 4)], rule, hasArrowhead: false))
      text(area.x.words(tick), at.x, at.y + 15, .middle)
    }
    text(xTitle, area.right, area.bottom + 30, .end)
    // Level, above the axis: nobody has to turn the head.
    text(yTitle, Sheet.margin, area.top - 8, .start)
    sheet.elements.append(
      .line(
        [Canvas.Point(area.left, area.bottom), Canvas.Point(area.right, area.bottom)],
        Canvas.Stroke(theme.quietInk, width: 1), hasArrowhead: false))
  }
}

/// A scale of numbers with round ones marked.
struct Axis {
  let low: Double
  let high: Double
  /// The round numbers, ascending.
  let ticks: [Double]
  private let step: Double

  /// - Parameters:
  ///   - values: What it must hold, one number or more.
  ///   - isBars: Whether half a unit of room is left on both sides, and only whole numbers are marked.
  init(_ values: [Double], isBars: Bool) {
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let room = isBars ? 0.5 : 0
    low = least - room
    high = most > least || isBars ? most + room : least + 1
    let whole = values.allSatisfy { $0 == $0.rounded() }
    step = max(Self.step((high - low) / 5), whole ? 1 : 0)
    let first = Int((low / step).rounded(.up))
    let last = Int((high / step).rounded(.down))
    let step = step
    ticks = first <= last ? (first...last).map { Double($0) * step } : []
  }

  /// How far from low to high, 0 to 1.
  func share(_ value: Double) -> Double { (value - low) / (high - low) }

  /// A round number in as few digits as tell it from the next.
  func words(_ tick: Double) -> String {
    if step >= 1 { return "\(Int(tick.rounded()))" }
    var (digits, unit) = (0, step)
    while unit < 0.999, digits < 9 {
      unit *= 10
      digits += 1
    }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let count = Int((abs(tick) * scale).rounded())
    let (whole, rest) = (count / Int(scale), count % Int(scale))
    let fraction = String(rest)
    return (tick < 0 && count > 0 ? "-" : "") + "\(whole)."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// 1, 2 or 5 times a power of ten, a number or the next above it.
  private static func step(_ least: Double) -> Double {
    var unit = 1.0
    while unit > least { unit /= 10 }
    while unit * 10 <= least { unit *= 10 }
    return [1, 2, 5].map { $0 * unit }.first { $0 >= least } ?? 10 * unit
  }
}
