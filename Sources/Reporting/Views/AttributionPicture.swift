internal import Evidence
internal import InfluenceAnalysis

/// What the sources say of who was behind attacks, as a picture: a row an attack, by date, and a lane for each
/// verdict.
///
/// The verdict stands in its lane as a bar with its chance and the principal's name; smaller marks are what else
/// may be. Claims and denials stand apart at the right, since a claim never adds to a verdict.
public struct AttributionPicture: Sendable {
  let report: AttributionReport
  let theme: Theme
  private let ownTitle: String?
  private let hasLegend: Bool

  /// Makes the picture of an attribution.
  ///
  /// - Parameters:
  ///   - report: The attacks and what is said of them.
  ///   - theme: The ground that it is drawn on.
  ///   - title: A title in place of the picture's own.
  ///   - hasLegend: Whether the marks are explained.
  public init(
    _ report: AttributionReport, theme: Theme = .light, title: String? = nil,
    hasLegend: Bool = true
  ) {
    self.report = report
    self.theme = theme
    ownTitle = title
    self.hasLegend = hasLegend
  }

  static let width = 1160.0

  /// A column of the picture.
  enum Column: Int, CaseIterable {
    case date, attack, directed, enabled, inspired, claimedOnly, noKnownLink, said

    /// The lane of a verdict.
    init(_ verdict: Verdict) {
      switch verdict {
      case .directed: self = .directed
      case .enabled: self = .enabled
      case .inspired: self = .inspired
      case .claimedOnly: self = .claimedOnly
      case .noKnownLink: self = .noKnownLink
      }
    }

    var left: Double { [24, 132, 326, 462, 598, 734, 826, 926][rawValue] }
    var width: Double { [104, 182, 128, 128, 128, 84, 92, 210][rawValue] }
    var isLane: Bool { (2...6).contains(rawValue) }

    var title: String {
      [
        "Date", "Attack", "Directed", "Enabled", "Inspired", "Claimed only", "No known link",
        "Claims and denials",
      ][rawValue]
    }

    /// What the lane means, in a few words.
    var meaning: String {
      [
        "", "", "ordered, planned, steered, or carried out by its own people",
        "helped with money, arms, training or shelter",
        "moved to it by message or allegiance, without help",
        "nobody else says so", "nothing said joins it to anyone",
        "stand apart: a claim never adds to a verdict",
      ][rawValue]
    }
  }

  /// The picture on a sheet.
  ///
  /// - Returns: The sheet; its height grows with the attacks.
  /// - Complexity: O(a + s) for a attacks and s statements on them.
  public func canvas() -> Canvas { canvases(height: .infinity)[0] }

  /// The picture on as many sheets as its rows need, for paper.
  ///
  /// - Parameter height: How high the rows of a sheet may be together, in points; a row is never divided.
  /// - Returns: At least one sheet; the last has the legend and the notes.
  /// - Complexity: O(a + s) for a attacks and s statements on them.
  func canvases(height: Double) -> [Canvas] {
    let rows = report.findings.map {
      AttributionRow(finding: $0, context: report.context, theme: theme)
    }
    var parts: [[AttributionRow]] = [[]]
    var used = 0.0
    for row in rows {
      if used + row.height > height, parts.last?.isEmpty == false {
        parts.append([])
        used = 0
      }
      parts[parts.count - 1].append(row)
      used += row.height
    }
    return parts.enumerated().map { place, rows in
      let number = parts.count > 1 ? " (\(place + 1) of \(parts.count))" : ""
      return canvas(rows, title: title + number, isLast: place == parts.count - 1)
    }
  }

  private func canvas(_ rows: [AttributionRow], title: String, isLast: Bool) -> Canvas {
    var sheet = Sheet(theme: theme, width: Self.width)
    sheet.writeHeading(title, subtitle)
    if rows.isEmpty {
      sheet.write("There is no attack in this graph.", Sheet.body, theme.ink)
    } else {
      draw(rows, on: &sheet)
      if report.findings.count == 1 { writeStatements(report.findings[0].attribution, on: &sheet) }
      sheet.top += 12
      if hasLegend, isLast {
        AttributionLegend(findings: report.findings, theme: theme).write(on: &sheet)
        sheet.top += 4
      }
    }
    if isLast {
      for note in notes { sheet.write(note, Sheet.note) }
      sheet.write(sourceLine, Sheet.note)
    }
    return sheet.canvas(title: title, summary: ([subtitle] + notes).joined(separator: ". "))
  }

  private func draw(_ rows: [AttributionRow], on sheet: inout Sheet) {
    let start = sheet.top
    let heads = Column.allCases.map { Sheet.small.lines(of: $0.meaning, width: $0.width - 8) }
    let headHeight = 22 + Double(heads.map(\.count).max() ?? 0) * Sheet.small.leading
    var y = start + headHeight
    var places: [(top: Double, height: Double)] = []
    for row in rows {
      places.append((y, row.height))
      y += row.height
    }
    for column in Column.allCases where column.isLane {
      sheet.elements.append(
        .box(
          Canvas.Point(column.left - 4, start), width: column.width, height: y - start, radius: 0,
          fill: theme.grid.mixed(with: theme.paper, share: 0.6), nil))
    }
    for (column, lines) in zip(Column.allCases, heads) {
      sheet.elements.append(
        .label(
          Canvas.Label(
            column.title, at: Canvas.Point(column.left, start + 14), size: Sheet.head.size,
            isBold: true, colour: theme.ink)))
      sheet.elements += Canvas.Element.words(
        lines, at: Canvas.Point(column.left, start + 27), Sheet.small, theme.quietInk)
    }
    for (row, place) in zip(rows, places) {
      sheet.elements.append(
        .line(
          [Canvas.Point(Sheet.margin, place.top), Canvas.Point(sheet.right, place.top)],
          Canvas.Stroke(theme.rule, width: 0.7), hasArrowhead: false))
      sheet.elements.append(row.draw(at: place.top))
    }
    sheet.top = y
  }
}

extension AttributionPicture {
  /// Below a single attack, what its verdict rests on and what speaks against it.
  private func writeStatements(_ attribution: Attribution, on sheet: inout Sheet) {
    let isOpen = attribution.verdict.rung == nil
    let against = Set(attribution.statementsAgainstVerdict)
    let lists = [
      (
        isOpen ? "What speaks for it" : "What the verdict rests on",
        isOpen ? attribution.statementsFor : attribution.statementsForVerdict
      ),
      ("What speaks against this verdict", attribution.statementsAgainstVerdict),
      (
        isOpen ? "What speaks against any part" : "What speaks against other parts",
        attribution.statementsAgainst.filter { !against.contains($0) }
      ),
    ]
    for (head, ids) in lists where !ids.isEmpty {
      sheet.top += 10
      sheet.write(head, Sheet.head, theme.ink)
      sheet.top += 2
      for statement in report.context.statements(ids).prefix(Self.mostStatements) {
        sheet.write(report.context.said(statement), Sheet.body, theme.ink)
        sheet.top += 3
      }
      if ids.count > Self.mostStatements {
        sheet.write("and \(ids.count - Self.mostStatements) more", Sheet.body)
      }
    }
  }

  private static let mostStatements = 12

  private var title: String {
    if let ownTitle { return ownTitle }
    let name = report.context.evidence.title
    guard report.findings.count == 1, let only = report.findings.first else {
      return "\(name): who was behind the attacks, by what the sources say"
    }
    return
      "\(report.context.evidence.name(of: only.attribution.attack)): who was behind it, by what "
      + "the sources say"
  }

  private var subtitle: String {
    let findings = report.findings
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = findings.count { $0.attribution.verdict == verdict }
      return count > 0 ? "\(count) \(verdict.rawValue)" : nil
    }
    let years = findings.flatMap { [$0.attribution.date?.first, $0.attribution.date?.last] }
      .compactMap { $0?.year }
    var text = findings.count == 1 ? report.context.evidence.title + "; " : ""
    text += "\(report.choices): \(Plural.text(findings.count, "attack", "attacks"))"
    if findings.count > 1 { text += " (\(counts.joined(separator: ", ")))" }
    if let first = years.min(), let last = years.max() {
      text += first == last ? ", \(first)" : ", \(first) to \(last)"
    }
    let tentative = findings.count(where: \.attribution.isTentative)
    let disputed = findings.count(where: \.attribution.isDisputed)
    if tentative > 0 { text += "; \(tentative) tentative" }
    if disputed > 0 { text += "; \(disputed) disputed" }
    return text
  }

  private var notes: [String] {
    var notes = [
      "A verdict says what the statements of this graph come to, and nothing of what they leave out."
    ]
    if report.findings.contains(where: { $0.attribution.verdict.rung != nil }) {
      notes.append(
        "A number is the chance of that part alone; a part is tentative if no part, with those closer, has "
          + "an even chance.")
    }
    if report.findings.contains(where: \.sensitivity.isSensitive) {
      notes.append(
        "A verdict hangs on the policy if it changes when every grade is moved at random by up to "
          + "\(Int(AttributionReport.spread * 100)) %.")
    }
    if !report.leftOut.isEmpty {
      notes.append(
        "Not drawn: \(Plural.text(report.leftOut.count, "entry that stands", "entries that stand")) for "
          + "several attacks.")
    }
    return notes
  }

  private var sourceLine: String {
    report.context.sourceLine(of: Set(report.findings.flatMap(\.attribution.allStatements)))
  }
}

extension Attribution {
  /// The ids of all statements that the finding rests on.
  var allStatements: [String] {
    statementsFor + statementsAgainst + claims.flatMap(\.statements)
      + candidates.flatMap(\.statements)
  }
}
