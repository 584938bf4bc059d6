/// How the values of a plot are drawn.
enum PlotKind: Sendable, Equatable {
  /// Each value holds until the next.
  case steps
  /// Points of a whole, joined by straight lines.
  case lines
  /// Bars from zero; those of several lines side by side.
  case bars
  /// Points on two logarithmic scales; what is not above 0 has no place there.
  case logarithmicPoints

  /// Whether the points of a line are joined.
  var isLine: Bool { self == .steps || self == .lines }
}

/// A curve, bars or points drawn on a sheet, with axes.
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
  /// How the values are drawn.
  let kind: PlotKind

  private static let height = 260.0
  private static let axisRoom = 52.0

  /// Draws below what is on the sheet.
  func draw(on sheet: inout Sheet) {
    sheet.write(title, Sheet.head, sheet.theme.ink)
    // Room for the title of the upright axis.
    sheet.top += 22
    let lines = visibleLines
    let points = lines.flatMap(\.points)
    guard !points.isEmpty else { return sheet.write("Nothing to draw.", Sheet.body) }
    let (x, y) =
      kind == .logarithmicPoints
      ? (Axis(logarithmic: points.map(\.x)), Axis(logarithmic: points.map(\.y)))
      : (Axis(points.map(\.x), isBars: kind == .bars), Axis(points.map(\.y) + [0], isBars: false))
    let area = Area(
      left: Sheet.margin + Self.axisRoom, right: sheet.right - 8, top: sheet.top,
      bottom: sheet.top + Self.height, x: x, y: y)
    drawAxes(area, on: &sheet)
    for (place, line) in lines.enumerated() {
      switch kind {
      case .steps, .lines: sheet.elements += curve(line, place, area, sheet.theme)
      case .bars: sheet.elements += bars(line, place, area, sheet.theme)
      case .logarithmicPoints:
        sheet.elements += line.points.map { Self.dot(area.point($0), place, sheet.theme) }
      }
    }
    sheet.top = area.bottom + 36
    guard lines.count > 1 else { return }
    let theme = sheet.theme
    sheet.writeLegend(
      lines.enumerated().map { place, line in
        let width = kind.isLine ? 24.0 : 10
        return Sheet.Sample(width: width, label: VisibleText.line(line.name)) { start in
          [sample(at: start, width: width, place, theme)]
        }
      })
    sheet.top += 8
  }

  /// The lines without what has no place on the scales.
  private var visibleLines: [Line] {
    guard kind == .logarithmicPoints else { return lines }
    return lines.map { line in
      Line(name: line.name, points: line.points.filter { $0.x > 0 && $0.y > 0 })
    }
  }

  /// The mark of a line in the legend, from the middle of its left edge.
  private func sample(
    at start: Canvas.Point, width: Double, _ place: Int, _ theme: Theme
  ) -> Canvas.Element {
    switch kind {
    case .steps, .lines:
      .line(
        [start, Canvas.Point(start.x + width, start.y)], Self.stroke(place, theme),
        hasArrowhead: false)
    case .bars:
      .box(
        Canvas.Point(start.x, start.y - width / 2), width: width, height: width, radius: 0,
        fill: Self.fill(place, theme), nil)
    case .logarithmicPoints:
      Self.dot(Canvas.Point(start.x + width / 2, start.y), place, theme)
    }
  }

  /// A point: full for the first line, and hollow and larger for the others, so that one shows under the
  /// other.
  private static func dot(
    _ middle: Canvas.Point, _ place: Int, _ theme: Theme
  ) -> Canvas.Element {
    place == 0
      ? .circle(middle, radius: 2.5, fill: theme.line(Palette.blue), nil)
      : .circle(
        middle, radius: 4, fill: nil,
        Canvas.Stroke(theme.line(Palette.vermillion), width: 1.3))
  }

  private static func fill(_ place: Int, _ theme: Theme) -> Colour {
    theme.fill(place == 0 ? Palette.blue : Palette.orange)
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
      if kind == .steps, let last = path.last { path.append(Canvas.Point(next.x, last.y)) }
      path.append(next)
    }
    guard path.count > 1 else {
      return path.map {
        .circle($0, radius: 3, fill: Self.stroke(place, theme).colour, nil)
      }
    }
    return [.line(path, Self.stroke(place, theme), hasArrowhead: false)]
  }

  private func bars(
    _ line: Line, _ place: Int, _ area: Area, _ theme: Theme
  ) -> [Canvas.Element] {
    let unit = (area.right - area.left) / max(area.x.high - area.x.low, 1)
    let room = max(Double(lines.count), unit * 0.8)
    let width = room / Double(lines.count)
    return line.points.filter { $0.y > 0 }.map { value in
      let tip = area.point(value)
      return .box(
        Canvas.Point(tip.x - room / 2 + Double(place) * width, tip.y), width: width,
        height: area.bottom - tip.y, radius: 0, fill: Self.fill(place, theme), nil)
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
