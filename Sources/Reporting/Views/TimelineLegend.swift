internal import Evidence
internal import InfluenceAnalysis

/// What the marks of a timeline mean: those that occur, and no others.
struct TimelineLegend {
  let plan: TimelinePlan
  let theme: Theme
  let window: Int
  let words: Words

  /// Writes the legend.
  func write(on sheet: inout Sheet) {
    guard !plan.rows.isEmpty else { return }
    let lane = plan.rows[0].lane
    let exact = plan.lanes.map(\.lane).filter { lane in
      plan.rows.contains { $0.lane == lane && $0.event.isExact }
    }
    var samples: [Sheet.Sample] = []
    if !exact.isEmpty {
      let width = Double(exact.count) * 13
      samples.append(
        Sheet.Sample(width: width, label: words.plain("timeline.legend.day")) { start in
          exact.enumerated().map { index, lane in
            let style = TimelineDrawing.style(of: lane, theme)
            return TimelineDrawing.mark(
              lane, at: Canvas.Point(start.x + 6 + Double(index) * 13, start.y), style.mark,
              style.outline)
          }
        })
    }
    let spans = plan.rows.filter { !$0.event.isExact }
    if spans.contains(where: { $0.event.span.first != nil && $0.event.span.last != nil }) {
      samples.append(
        bar(
          "timeline.legend.days", lane, isDoubtful: false,
          fades: (false, false)))
    }
    if spans.contains(where: \.isDoubtful) {
      samples.append(
        bar("timeline.legend.doubtful", lane, isDoubtful: true, fades: (false, false)))
    }
    if spans.contains(where: { $0.event.span.first == nil || $0.event.span.last == nil }) {
      samples.append(bar("timeline.legend.open", lane, isDoubtful: false, fades: (false, true)))
    }
    if !spans.isEmpty {
      samples.append(box("timeline.legend.inexact", lane, .dashed, isStacked: false))
    }
    if plan.rows.contains(where: \.event.isCollective) {
      samples.append(box("legend.several", lane, .solid, isStacked: true))
    }
    for isCertain in [true, false]
    where plan.rows.contains(where: { $0.lines.contains { $0.isCertain == isCertain } }) {
      samples.append(line(isCertain))
    }
    sheet.writeLegend(samples)
  }

  private func bar(
    _ label: String, _ lane: TimelinePicture.Lane, isDoubtful: Bool, fades: (Bool, Bool)
  ) -> Sheet.Sample {
    let style = TimelineDrawing.style(of: lane, theme)
    return Sheet.Sample(width: 34, label: words.plain(label)) { start in
      TimelineDrawing.bar(
        from: start.x, to: start.x + 34, at: start.y, style.mark, style.outline, theme.paper,
        isDoubtful: isDoubtful, fades: fades, runsOn: false)
    }
  }

  private func box(
    _ label: String, _ lane: TimelinePicture.Lane, _ dashes: Canvas.Stroke.Style, isStacked: Bool
  ) -> Sheet.Sample {
    let style = TimelineDrawing.style(of: lane, theme)
    return Sheet.Sample(width: 24, label: words.plain(label)) { start in
      let stroke = Canvas.Stroke(style.outline, style: dashes)
      func box(_ x: Double, _ y: Double) -> Canvas.Element {
        .box(
          Canvas.Point(start.x + x, start.y - 5.5 + y), width: 21, height: 11, radius: 1,
          fill: style.fill, stroke)
      }
      return (isStacked ? [box(3, -2.5)] : []) + [box(0, 0)]
    }
  }

  private func line(_ isCertain: Bool) -> Sheet.Sample {
    let label =
      isCertain
      ? words.plain("timeline.legend.certain", ["window": .count(window)])
      : words.plain("timeline.legend.uncertain")
    return Sheet.Sample(width: 26, label: label) { start in
      let stroke = Canvas.Stroke(
        theme.quietInk, width: 1.2, style: isCertain ? .solid : .dashed)
      return [
        .line([start, Canvas.Point(start.x + 23, start.y)], stroke, hasArrowhead: false),
        .circle(
          Canvas.Point(start.x + 23, start.y), radius: 2.4,
          fill: isCertain ? theme.quietInk : theme.paper, Canvas.Stroke(theme.quietInk, width: 1.2)),
      ]
    }
  }
}
