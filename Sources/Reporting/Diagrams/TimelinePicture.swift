internal import Evidence
internal import InfluenceAnalysis

/// A timeline as a picture: one row an event, in order, in the lane of its kind; calls joined to what
/// followed them.
///
/// Time runs down the page by order and not by scale, so that a crowded month is as legible as an
/// empty year; the date stands in each row, and a line begins each year.
public struct TimelinePicture: Sendable {
  private let report: TimelineReport

  /// Makes the picture of a timeline.
  ///
  /// - Parameter report: The timeline.
  public init(_ report: TimelineReport) { self.report = report }

  /// What stands side by side.
  private enum Lane: Int, CaseIterable {
    case messages, attacks, events

    var title: String {
      switch self {
      case .messages: "Messages; calls in bold"
      case .attacks: "Attacks"
      case .events: "Other events"
      }
    }
  }

  private struct Row {
    var event: DatedEvent
    var lane: Lane
    var top: Double
  }

  private static let dateWidth = 150.0
  private static let laneWidth = 330.0
  private static let gap = 34.0
  private static let margin = 20.0
  private static let rowHeight = 26.0
  private static let boxHeight = 20.0
  private static let yearHeight = 24.0
  private static let headHeight = 92.0
  /// About the width of a letter of the label's size; labels are cut to fit their box.
  private static let letterWidth = 6.4

  private static func left(of lane: Lane) -> Double {
    margin + dateWidth + Double(lane.rawValue) * (laneWidth + gap)
  }

  private static var width: Double { left(of: .events) + laneWidth + margin }

  /// The picture as SVG, a document of its own.
  ///
  /// - Returns: The text.
  public func svg() -> String {
    let (rows, years, end) = laidOut()
    let isCall = Set(report.calls.map(\.call.id))
    var body: [String] = []
    for lane in Lane.allCases {
      body.append(
        text(
          lane.title, x: Self.left(of: lane), y: Self.headHeight - 10, size: 13, weight: "bold"))
    }
    for year in years {
      body.append(
        "<line x1=\"\(Self.margin)\" x2=\"\(Self.width - Self.margin)\" y1=\"\(year.top)\" "
          + "y2=\"\(year.top)\" stroke=\"#C3C9CE\"/>")
      body.append(text(year.title, x: Self.margin, y: year.top + 17, size: 13, weight: "bold"))
    }
    body += connectors(rows)
    for row in rows { body += box(row, isCall: isCall.contains(row.event.id)) }
    let height = end + 58
    body += notes(top: end + 22)
    let title = "\(report.context.evidence.title): what happened when"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" \
      width="\(Self.width)" height="\(height)" role="img" aria-labelledby="timeline-title" \
      font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" fill="\(Palette.ink.hex)">
      <title id="timeline-title">\(MarkupText.escaped(title))</title>
      <rect width="100%" height="100%" fill="#FFFFFF"/>
      \(text(title, x: Self.margin, y: 34, size: 18, weight: "bold"))
      \(body.joined(separator: "\n"))
      </svg>

      """
  }

  /// Where the rows and the years stand, and where they end.
  private func laidOut() -> (rows: [Row], years: [(title: String, top: Double)], end: Double) {
    let vocabulary = report.context.evidence.vocabulary
    var rows: [Row] = []
    var years: [(title: String, top: Double)] = []
    var top = Self.headHeight
    var year: Int?
    for event in report.chronology.events {
      let own = (event.span.first ?? event.span.last)?.year
      if own != year || years.isEmpty {
        years.append((own.map { "\($0)" } ?? "Before", top))
        top += Self.yearHeight
        year = own
      }
      let lane: Lane =
        vocabulary.isKind(event.kind, a: "publication")
        ? .messages : vocabulary.isKind(event.kind, a: "attack") ? .attacks : .events
      rows.append(Row(event: event, lane: lane, top: top))
      top += Self.rowHeight
    }
    return (rows, years, top)
  }

  /// The lines from calls to the attacks within their windows, with the days between.
  private func connectors(_ rows: [Row]) -> [String] {
    let places = Dictionary(rows.map { ($0.event.id, $0) }) { first, _ in first }
    return report.calls.flatMap { call -> [String] in
      guard let start = places[call.call.id] else { return [] }
      return call.followers.compactMap { follower in
        guard let end = places[follower.attack] else { return nil }
        let from = (Self.left(of: start.lane) + Self.laneWidth, start.top + Self.boxHeight / 2)
        let to = (Self.left(of: end.lane), end.top + Self.boxHeight / 2)
        let middle = (from.0 + to.0) / 2
        let dash = follower.isCertain ? "" : " stroke-dasharray=\"4 3\""
        let words = MarkupText.escaped(
          "\(report.context.evidence.name(of: follower.attack)): "
            + "\(AttributionSentences.lagWords(follower.lag)) "
            + report.context.evidence.name(of: call.call.id))
        return
          "<path d=\"M\(from.0) \(from.1) C\(middle) \(from.1) \(middle) \(to.1) \(to.0) \(to.1)\" "
          + "fill=\"none\" stroke=\"\(Palette.quietInk.hex)\" stroke-width=\"1.2\"\(dash)>"
          + "<title>\(words)</title></path>"
      }
    }
  }

  private func box(_ row: Row, isCall: Bool) -> [String] {
    let context = report.context
    let mark = KindMark.mark(of: row.event.kind, in: context.evidence.vocabulary)
    let x = Self.left(of: row.lane)
    let dash = row.event.isExact ? "" : " stroke-dasharray=\"4 3\""
    let name = VisibleText.line(context.evidence.name(of: row.event.id))
    let date = report.date(of: row.event)
    let letters = Int((Self.laneWidth - 12) / (isCall ? Self.letterWidth + 0.5 : Self.letterWidth))
    return [
      text(
        VisibleText.cut(date, to: Int(Self.dateWidth / 6.6)), x: Self.margin,
        y: row.top + 14.5, size: 12, weight: "normal"),
      "<g><title>\(MarkupText.escaped("\(name), \(row.event.kind), \(date)"))</title>",
      "<rect x=\"\(x)\" y=\"\(row.top)\" width=\"\(Self.laneWidth)\" height=\"\(Self.boxHeight)\" "
        + "rx=\"3\" fill=\"\(mark.fill.mixed(with: .white, share: 0.72).hex)\" "
        + "stroke=\"\(mark.outline.hex)\"\(dash)/>",
      text(
        VisibleText.cut(name, to: letters), x: x + 6, y: row.top + 14.5, size: 12,
        weight: isCall ? "bold" : "normal"), "</g>",
    ]
  }

  /// What the marks mean, and where it comes from.
  private func notes(top: Double) -> [String] {
    [
      "Dashed boxes have no exact date. Lines lead from a call to the attacks within "
        + "\(report.windows.max() ?? 1) days after it (dashed: by some reading of the dates): an "
        + "order of days, not evidence of direction.",
      "Sources: " + report.context.evidence.sources.map(\.id).joined(separator: ", ") + ".",
    ].enumerated().map { index, line in
      text(
        VisibleText.cut(VisibleText.line(line), to: Int(Self.width / 5.6)), x: Self.margin,
        y: top + Double(index) * 17, size: 11, weight: "normal")
    }
  }

  private func text(
    _ text: String, x: Double, y: Double, size: Int, weight: String
  ) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" font-weight=\"\(weight)\">"
      + MarkupText.escaped(VisibleText.line(text)) + "</text>"
  }
}
