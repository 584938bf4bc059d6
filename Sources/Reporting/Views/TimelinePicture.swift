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
  private let ownTitle: String?
  private let hasLegend: Bool

  /// Makes the picture of a timeline.
  ///
  /// - Parameters:
  ///   - report: The timeline.
  ///   - theme: The ground that it is drawn on.
  ///   - title: A title in place of the picture's own.
  ///   - hasLegend: Whether the marks are explained.
  public init(
    _ report: TimelineReport, theme: Theme = .light, title: String? = nil, hasLegend: Bool = true
  ) {
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

    var title: String {
      switch self {
      case .messages: "Messages (calls in bold)"
      case .attacks: "Attacks"
      case .events: "Other events"
      }
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
    let plan = TimelinePlan(report)
    var sheet = Sheet(theme: theme, width: TimelinePlan.width)
    sheet.writeHeading(title, subtitle(plan))
    if plan.rows.isEmpty {
      sheet.write("Nothing in this graph has a date.", Sheet.body, theme.ink)
    } else {
      TimelineDrawing(plan: plan, theme: theme).draw(on: &sheet)
    }
    writeNotes(plan, on: &sheet)
    return sheet.canvas(title: title, summary: subtitle(plan) + ". " + Self.direction)
  }

  private var title: String {
    ownTitle ?? "\(report.context.evidence.title): what happened when"
  }

  static let direction = "The lines are an order of days, not evidence of direction."

  private func subtitle(_ plan: TimelinePlan) -> String {
    let counts = Lane.allCases.compactMap { lane -> String? in
      let count = plan.rows.count { $0.lane == lane }
      guard count > 0 else { return nil }
      switch lane {
      case .messages:
        let calls = Plural.text(report.calls.count, "call", "calls")
        return Plural.text(count, "message", "messages") + " (\(calls))"
      case .attacks: return Plural.text(count, "attack", "attacks")
      case .events: return Plural.text(count, "other event", "other events")
      }
    }
    let years = report.chronology.events.flatMap { [$0.span.first, $0.span.last] }
      .compactMap { $0?.year }
    var text = "policy \(report.context.policy): "
    text += counts.isEmpty ? "no dated event" : counts.joined(separator: ", ")
    if let first = years.min(), let last = years.max() {
      text += first == last ? ", \(first)" : ", \(first) to \(last)"
    }
    if !report.calls.isEmpty {
      text += "; window of \(Plural.text(window, "day", "days")) after a call"
    }
    let undated = report.chronology.undated.count
    return text + (undated > 0 ? "; \(undated) without a date" : "")
  }

  private var window: Int { report.windows.max() ?? 1 }

  private func writeNotes(_ plan: TimelinePlan, on sheet: inout Sheet) {
    sheet.top += 12
    if hasLegend {
      TimelineLegend(plan: plan, theme: theme, window: window).write(on: &sheet)
      sheet.top += 4
    }
    if plan.rows.contains(where: { !$0.lines.isEmpty }) {
      sheet.write(
        Self.direction
          + " A line is solid if the attack came within the window on every reading of "
          + "the dates, dashed if the dates leave it open; its number is the days between.",
        Sheet.note)
    }
    let undated = report.chronology.undated
    if !undated.isEmpty {
      let names = undated.prefix(4).map(report.context.evidence.name).joined(separator: "; ")
      let more = undated.count > 4 ? "; and \(undated.count - 4) more" : ""
      sheet.write(
        "Without a date and not drawn: \(Plural.text(undated.count, "entry", "entries")) "
          + "(\(names)\(more)).", Sheet.note)
    }
    let shown = Set(plan.rows.flatMap(\.statements))
    sheet.write(report.context.sourceLine(of: shown), Sheet.note)
  }
}
