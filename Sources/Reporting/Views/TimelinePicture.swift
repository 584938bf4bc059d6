internal import Evidence
internal import InfluenceAnalysis

/// A timeline as a picture: one row an event, in order, in the lane of its kind; calls joined to what followed
/// them.
///
/// Events stand in rows and not along one axis, so that a crowded month is as legible as an empty year. Each row
/// has a strip of the months of its year, and on it a mark at the day, or a bar over all days that it may have
/// been. Lines join calls to the attacks within their windows; they end without an arrowhead, since an order of
/// days says nothing of direction.
public struct TimelinePicture: Sendable {
  let report: TimelineReport
  let theme: Theme
  /// The evidence, in the language of the picture.
  private let context: FindingContext
  private let ownTitle: String?
  private let hasLegend: Bool

  /// Makes the picture of a timeline.
  ///
  /// - Parameters:
  ///   - report: The timeline.
  ///   - theme: The ground that it is drawn on.
  ///   - title: A title in place of the picture's own.
  ///   - hasLegend: Whether the marks are explained.
  ///   - words: The language of what is written in the picture.
  public init(
    _ report: TimelineReport, theme: Theme = .light, title: String? = nil, hasLegend: Bool = true,
    words: Words = .standard
  ) {
    context = report.context.with(words)
    self.hasLegend = hasLegend
    self.report = report
    self.theme = theme
    ownTitle = title
  }

  /// The picture as SVG, a document of its own.
  ///
  /// - Returns: The text.
  public func svg() -> String { canvas().svg() }

  /// What stands side by side.
  enum Lane: Int, CaseIterable {
    case messages, attacks, events

    /// The part of a key of words.
    private var key: String {
      switch self {
      case .messages: "messages"
      case .attacks: "attacks"
      case .events: "events"
      }
    }

    func title(in words: Words) -> String { words.plain("timeline." + key) }

    /// So many of them, in words.
    func count(_ count: Int, in words: Words) -> [Inline] {
      words("count." + key, ["n": .count(count)])
    }

    /// The kind whose colour the lane has.
    var kind: String {
      switch self {
      case .messages: "publication"
      case .attacks: "attack"
      case .events: "event"
      }
    }
  }

  /// The picture on a sheet.
  ///
  /// - Returns: The sheet; its height grows with the events.
  /// - Complexity: O(e + s + c f) for e events, s statements and c calls with f followers each.
  public func canvas() -> Canvas {
    let plan = TimelinePlan(report, context)
    var sheet = Sheet(theme: theme, width: TimelinePlan.width)
    sheet.writeHeading(title, subtitle(plan))
    if plan.rows.isEmpty {
      sheet.write(words.plain("timeline.empty"), Sheet.body, theme.ink)
    } else {
      TimelineDrawing(plan: plan, theme: theme, words: words).draw(on: &sheet)
    }
    writeNotes(plan, on: &sheet)
    return sheet.canvas(
      title: title, summary: subtitle(plan) + ". " + words.plain("timeline.direction"))
  }

  private var words: Words { context.words }

  private var title: String {
    ownTitle ?? words.plain("timeline.title", ["title": .text(context.evidence.title)])
  }

  private func subtitle(_ plan: TimelinePlan) -> String {
    let counts = Lane.allCases.compactMap { lane -> [Inline]? in
      let count = plan.rows.count { $0.lane == lane }
      guard count > 0 else { return nil }
      let told = lane.count(count, in: words)
      guard lane == .messages else { return told }
      return words(
        "timeline.messages.count",
        [
          "messages": .inline(told),
          "calls": .inline(words("count.calls", ["n": .count(report.calls.count)])),
        ])
    }
    let years = words.years(report.chronology.events.map(\.span))
    return words.plain(
      "timeline.subtitle",
      [
        "policy": .text(context.policy),
        "counts": .inline(
          counts.isEmpty ? words("timeline.none") : words.joined(counts, by: "list.comma")),
        "years": .text(years ?? ""), "window": .count(window),
        "calls": .flag(!report.calls.isEmpty),
        "undated": .count(report.chronology.undated.count),
      ])
  }

  private var window: Int { report.windows.max() ?? 1 }

  private func writeNotes(_ plan: TimelinePlan, on sheet: inout Sheet) {
    sheet.top += 12
    if hasLegend {
      TimelineLegend(plan: plan, theme: theme, window: window, words: words).write(on: &sheet)
      sheet.top += 4
    }
    if plan.rows.contains(where: { !$0.lines.isEmpty }) {
      sheet.write(
        words.plain("timeline.direction") + " " + words.plain("timeline.note.lines"), Sheet.note)
    }
    let undated = report.chronology.undated
    if !undated.isEmpty {
      var names = undated.prefix(4).map { [Inline.text(context.evidence.name(of: $0))] }
      if undated.count > 4 { names.append([.text(words.rest(undated.count - 4))]) }
      sheet.write(
        words.plain(
          "timeline.note.undated",
          [
            "n": .count(undated.count),
            "names": .inline(words.joined(names, by: "list.semicolon")),
          ]), Sheet.note)
    }
    let shown = Set(plan.rows.flatMap(\.statements))
    sheet.write(context.sourceLine(of: shown), Sheet.note)
  }
}
