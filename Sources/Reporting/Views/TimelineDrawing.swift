internal import Evidence
internal import InfluenceAnalysis

/// Draws the rows of a timeline.
struct TimelineDrawing {
  let plan: TimelinePlan
  let theme: Theme
  let words: Words

  private static let yearHeight = 30.0
  private static let padding = 4.0
  /// From one line that ends at an attack to the next, so that their numbers do not meet.
  private static let arrivalHeight = 12.0
  private static let rowGap = 5.0
  static let barHeight = 6.0
  static let markSize = 8.0

  /// Draws lanes, years, rows and lines below what is on a sheet.
  func draw(on sheet: inout Sheet) {
    let start = sheet.top
    var rows: [(box: ClosedRange<Double>, year: Double?)] = []
    var y = start + 18
    var heading: String?
    for row in plan.rows {
      var yearTop: Double?
      if row.heading != heading {
        yearTop = y
        y += Self.yearHeight
        heading = row.heading
      }
      let lines = max(row.name.count, row.date.count)
      let height =
        max(
          Double(lines) * Sheet.body.leading, Double(row.arrivals) * Self.arrivalHeight)
        + 2 * Self.padding
      rows.append((y...(y + height), yearTop))
      y += height + Self.rowGap
    }
    sheet.elements += laneHeads(at: start)
    for (index, row) in plan.rows.enumerated() {
      if let top = rows[index].year { sheet.elements += yearHead(row, at: top, in: rows, index) }
    }
    let boxes = rows.map(\.box)
    sheet.elements += zip(plan.rows, boxes).compactMap(guide)
    for certain in [false, true] { sheet.elements += lines(boxes, certain: certain) }
    for (row, box) in zip(plan.rows, boxes) { sheet.elements.append(draw(row, in: box)) }
    sheet.top = y
  }

  private func laneHeads(at top: Double) -> [Canvas.Element] {
    plan.lanes.map { lane, left, _ in
      .label(
        Canvas.Label(
          lane.title(in: words), at: Canvas.Point(left, top + 10), size: Sheet.head.size,
          isBold: true,
          colour: theme.ink))
    }
  }

  /// The line that begins a year, with its months, and the grid of the strip below.
  private func yearHead(
    _ row: TimelinePlan.Row, at top: Double,
    in rows: [(box: ClosedRange<Double>, year: Double?)], _ index: Int
  ) -> [Canvas.Element] {
    let next = rows[(index + 1)...].first { $0.year != nil }?.year
    let bottom = (next ?? rows.last?.box.upperBound ?? top) - 3
    let rule = Canvas.Stroke(theme.rule, width: 0.8)
    var elements: [Canvas.Element] = [
      .line(
        [
          Canvas.Point(Sheet.margin, top + 4),
          Canvas.Point(TimelinePlan.width - Sheet.margin, top + 4),
        ],
        rule, hasArrowhead: false),
      .label(
        Canvas.Label(
          row.heading, at: Canvas.Point(Sheet.margin, top + 21),
          size: 13, isBold: true, colour: theme.ink)),
    ]
    let month = TimelinePlan.stripWidth / 12
    for (index, name) in DateWords(words: words).months.enumerated() {
      elements.append(
        .label(
          Canvas.Label(
            String(name.prefix(1)),
            at: Canvas.Point(TimelinePlan.stripLeft + (Double(index) + 0.5) * month, top + 20),
            anchor: .middle, size: Sheet.small.size, colour: theme.quietInk)))
    }
    for index in 0...4 {
      let x = TimelinePlan.stripLeft + Double(index) * TimelinePlan.stripWidth / 4
      elements.append(
        .line(
          [Canvas.Point(x, top + Self.yearHeight - 6), Canvas.Point(x, bottom)],
          Canvas.Stroke(theme.grid, width: 0.8), hasArrowhead: false))
    }
    return elements
  }

  /// A faint line from the strip to the box of a row, by which the eye finds it.
  private func guide(_ row: TimelinePlan.Row, in range: ClosedRange<Double>) -> Canvas.Element? {
    guard let lane = plan.lanes.first(where: { $0.lane == row.lane }) else { return nil }
    let middle = (range.lowerBound + range.upperBound) / 2
    let start = TimelinePlan.stripLeft + TimelinePlan.stripWidth
    return .line(
      [Canvas.Point(start, middle), Canvas.Point(lane.left, middle)],
      Canvas.Stroke(theme.grid, width: 0.7, style: .dotted), hasArrowhead: false)
  }

  /// A row: its date, its place in the year, its box.
  private func draw(_ row: TimelinePlan.Row, in range: ClosedRange<Double>) -> Canvas.Element {
    let middle = (range.lowerBound + range.upperBound) / 2
    let height = range.upperBound - range.lowerBound
    func first(_ lines: [String]) -> Double {
      middle - Double(lines.count) * Sheet.body.leading / 2 + Sheet.body.size * 0.96
    }
    var elements = Canvas.Element.words(
      row.date, at: Canvas.Point(Sheet.margin, first(row.date)), Sheet.body, theme.quietInk)
    elements += place(of: row, at: middle)
    if let lane = plan.lanes.first(where: { $0.lane == row.lane }) {
      let style = Self.style(of: row.lane, theme)
      let stroke = Canvas.Stroke(
        style.outline, width: row.isCall ? 1.6 : 1, style: row.event.isExact ? .solid : .dashed)
      if row.event.isCollective {
        elements.append(
          .box(
            Canvas.Point(lane.left + 3, range.lowerBound - 2.5), width: lane.width, height: height,
            radius: 3, fill: style.fill, Canvas.Stroke(style.outline)))
      }
      elements.append(
        .box(
          Canvas.Point(lane.left, range.lowerBound), width: lane.width, height: height, radius: 3,
          fill: style.fill, stroke))
      var letters = Sheet.body
      letters.isBold = row.isCall
      elements += Canvas.Element.words(
        row.name, at: Canvas.Point(lane.left + 8, first(row.name)), letters, theme.ink)
    }
    return .group(id: "event-\(row.event.id)", tooltip: row.tooltip, elements)
  }

  /// The colours of a lane.
  static func style(
    of lane: TimelinePicture.Lane, _ theme: Theme
  ) -> (mark: Colour, fill: Colour, outline: Colour) {
    let colour = KindMark.mark(of: lane.kind, in: .standard).fill
    let mark = theme.fill(colour)
    return (mark, colour.mixed(with: theme.paper, share: 0.74), theme.outline(of: mark))
  }

  /// The mark at the day, or the bar over the days that it may have been.
  private func place(of row: TimelinePlan.Row, at y: Double) -> [Canvas.Element] {
    guard let year = row.year, let start = Day(year: year, month: 1, day: 1),
      let end = Day(year: year, month: 12, day: 31)
    else { return [] }
    func x(_ day: Day) -> Double {
      let share = Double(start.days(to: day)) / Double(start.days(to: end) + 1)
      return TimelinePlan.stripLeft + min(max(share, 0), 1) * TimelinePlan.stripWidth
    }
    let style = Self.style(of: row.lane, theme)
    let span = row.event.span
    if row.event.isExact, let day = span.first {
      return [Self.mark(row.lane, at: Canvas.Point(x(day), y), style.mark, style.outline)]
    }
    let left = span.first.map(x) ?? TimelinePlan.stripLeft
    let edge = TimelinePlan.stripLeft + TimelinePlan.stripWidth
    let right = span.last.map { x($0.adding(days: 1)) } ?? edge
    return Self.bar(
      from: left, to: max(right, left + 4), at: y, style.mark, style.outline, theme.paper,
      isDoubtful: row.isDoubtful, fades: (span.first == nil, span.last == nil),
      runsOn: span.last.map { $0 > end } ?? false)
  }

  /// The mark of a lane at a point.
  static func mark(
    _ lane: TimelinePicture.Lane, at point: Canvas.Point, _ fill: Colour, _ outline: Colour
  ) -> Canvas.Element {
    let stroke = Canvas.Stroke(outline, width: 1.1)
    switch lane {
    case .messages: return .circle(point, radius: markSize / 2, fill: fill, stroke)
    case .attacks: return .mark(.octagon, point, size: markSize, fill: fill, stroke)
    case .events: return .mark(.diamond, point, size: markSize + 1, fill: fill, stroke)
    }
  }

  /// A bar over possible days; it fades where there is no bound, and has an arrowhead where it runs on into a
  /// later year.
  static func bar(
    from left: Double, to right: Double, at y: Double, _ fill: Colour, _ outline: Colour,
    _ paper: Colour, isDoubtful: Bool, fades: (left: Bool, right: Bool), runsOn: Bool
  ) -> [Canvas.Element] {
    let top = y - barHeight / 2
    func slice(_ x: Double, _ width: Double, _ share: Double) -> Canvas.Element {
      .box(
        Canvas.Point(x, top), width: width, height: barHeight, radius: 0,
        fill: fill.mixed(with: paper, share: share), nil)
    }
    guard fades.left || fades.right else {
      var elements: [Canvas.Element] = [
        .box(
          Canvas.Point(left, top), width: right - left, height: barHeight,
          radius: isDoubtful ? 0 : 2, fill: fill,
          Canvas.Stroke(outline, style: isDoubtful ? .dashed : .solid))
      ]
      if runsOn {
        elements.append(
          .line(
            [Canvas.Point(right - 1, y), Canvas.Point(right + 9, y)],
            Canvas.Stroke(outline, width: 1.2), hasArrowhead: true))
      }
      return elements
    }
    let steps = 8
    let length = min((right - left) / (fades.left && fades.right ? 2 : 1), 48)
    let step = length / Double(steps)
    let solid = (left + (fades.left ? length : 0), right - (fades.right ? length : 0))
    var elements = [slice(solid.0, solid.1 - solid.0, 0)]
    for index in 0..<steps {
      let share = (Double(index) + 1) / Double(steps + 1)
      if fades.left { elements.append(slice(solid.0 - Double(index + 1) * step, step, share)) }
      if fades.right { elements.append(slice(solid.1 + Double(index) * step, step, share)) }
    }
    return elements
  }
}

extension TimelineDrawing {
  /// The lines from calls to the attacks in their windows, with the days between.
  private func lines(_ boxes: [ClosedRange<Double>], certain: Bool) -> [Canvas.Element] {
    guard let from = plan.lanes.first(where: { $0.lane == .messages }),
      let to = plan.lanes.first(where: { $0.lane == .attacks })
    else { return [] }
    func middle(_ row: Int) -> Double { (boxes[row].lowerBound + boxes[row].upperBound) / 2 }
    return plan.rows.enumerated().flatMap { index, row in
      row.lines.filter { $0.isCertain == certain }.map { line in
        let track = from.left + from.width + 8 + Double(row.track) * 7
        let attack = plan.rows[line.attack]
        let place = Double(line.place) - Double(attack.arrivals - 1) / 2
        let (start, end) = (middle(index), middle(line.attack) + place * Self.arrivalHeight)
        let stroke = Canvas.Stroke(
          theme.quietInk, width: 1.2, style: line.isCertain ? .solid : .dashed)
        let lag = text(line.lag)
        let told = words.plain(
          "timeline.follows",
          [
            "attack": .text(attack.name.joined(separator: " ")),
            "lag": .inline(words.lag(line.lag)), "call": .text(row.name.joined(separator: " ")),
            "open": .flag(!line.isCertain),
          ])
        return .group(
          id: "follows-\(row.event.id)-\(attack.event.id)",
          tooltip: told + "\n" + words.plain("timeline.direction"),
          [
            .line(
              [
                Canvas.Point(from.left + from.width, start), Canvas.Point(track, start),
                Canvas.Point(track, end), Canvas.Point(to.left - 3, end),
              ], stroke, hasArrowhead: false),
            .circle(
              Canvas.Point(to.left - 3, end), radius: 2.4,
              fill: line.isCertain ? theme.quietInk : theme.paper,
              Canvas.Stroke(theme.quietInk, width: 1.2)),
            .label(
              Canvas.Label(
                lag, at: Canvas.Point(to.left - 8, end - 3), anchor: .end, size: Sheet.small.size,
                colour: theme.quietInk)),
          ])
      }
    }
  }

  /// Days between, as short as it can be said: `19–28 days`.
  func text(_ lag: ClosedRange<Int>) -> String {
    func number(_ days: Int) -> String { days < 0 ? "\u{2212}\(-days)" : "\(days)" }
    if lag.lowerBound == lag.upperBound {
      return words.plain("lag.length", ["n": .count(lag.lowerBound)])
    }
    return words.plain(
      "lag.lengths",
      [
        "from": .text(number(lag.lowerBound)), "to": .text(number(lag.upperBound)),
        "crosses": .flag(lag.lowerBound < 0),
      ])
  }
}

extension Theme {
  /// Thin lines behind the marks.
  var grid: Colour { rule.mixed(with: paper, share: 0.62) }
}
