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
  /// The evidence, in the language of the picture.
  private let context: FindingContext
  private let ownTitle: String?
  private let hasLegend: Bool

  /// Makes the picture of an attribution.
  ///
  /// - Parameters:
  ///   - report: The attacks and what is said of them.
  ///   - theme: The ground that it is drawn on.
  ///   - title: A title in place of the picture's own.
  ///   - hasLegend: Whether the marks are explained.
  ///   - words: The language of what is written in the picture.
  public init(
    _ report: AttributionReport, theme: Theme = .light, title: String? = nil,
    hasLegend: Bool = true, words: Words = .standard
  ) {
    self.report = report
    context = report.context.with(words)
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

    /// The part of a key of words.
    private var key: String {
      [
        "date", "attack", "directed", "enabled", "inspired", "claimed-only", "no-known-link",
        "said",
      ][rawValue]
    }

    func title(in words: Words) -> String { words.plain("column." + key) }

    /// What the lane means, in a few words.
    func meaning(in words: Words) -> String {
      isLane || self == .said ? words.plain("lane." + key) : ""
    }
  }

  private var words: Words { context.words }

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
      AttributionRow(finding: $0, context: context, theme: theme)
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
      let part =
        [
          "title": .text(title), "n": .count(place + 1), "count": .count(parts.count),
        ] as KeyValuePairs<String, Words.Value>
      return canvas(
        rows, title: parts.count > 1 ? words.plain("picture.part", part) : title,
        isLast: place == parts.count - 1)
    }
  }

  private func canvas(_ rows: [AttributionRow], title: String, isLast: Bool) -> Canvas {
    var sheet = Sheet(theme: theme, width: Self.width)
    sheet.writeHeading(title, subtitle)
    if rows.isEmpty {
      sheet.write(words.plain("lane.empty"), Sheet.body, theme.ink)
    } else {
      draw(rows, on: &sheet)
      if report.findings.count == 1 { writeStatements(report.findings[0].attribution, on: &sheet) }
      sheet.top += 12
      if hasLegend, isLast {
        AttributionLegend(findings: report.findings, theme: theme, context: context)
          .write(on: &sheet)
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
    let heads = Column.allCases.map {
      Sheet.small.lines(of: $0.meaning(in: words), width: $0.width - 8)
    }
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
            column.title(in: words), at: Canvas.Point(column.left, start + 14),
            size: Sheet.head.size,
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
        isOpen ? "attack.affirmed.any" : "attack.rests.heading",
        isOpen ? attribution.statementsFor : attribution.statementsForVerdict
      ),
      ("attack.against", attribution.statementsAgainstVerdict),
      (
        isOpen ? "attack.denied.any" : "attack.denied",
        attribution.statementsAgainst.filter { !against.contains($0) }
      ),
    ]
    for (head, ids) in lists where !ids.isEmpty {
      sheet.top += 10
      sheet.write(words.plain(head), Sheet.head, theme.ink)
      sheet.top += 2
      for statement in context.statements(ids).prefix(Self.mostStatements) {
        sheet.write(context.said(statement), Sheet.body, theme.ink)
        sheet.top += 3
      }
      if ids.count > Self.mostStatements {
        sheet.write(words.rest(ids.count - Self.mostStatements), Sheet.body)
      }
    }
  }

  private static let mostStatements = 12

  private var title: String {
    if let ownTitle { return ownTitle }
    guard report.findings.count == 1, let only = report.findings.first else {
      return words.plain("lane.title", ["title": .text(context.evidence.title)])
    }
    return words.plain(
      "lane.title.one", ["attack": .text(context.evidence.name(of: only.attribution.attack))])
  }

  private var subtitle: String {
    let findings = report.findings
    let counts = Verdict.allCases.compactMap { verdict -> [Inline]? in
      let count = findings.count { $0.attribution.verdict == verdict }
      return count > 0
        ? words("count." + Words.key(verdict.rawValue), ["n": .count(count)]) : nil
    }
    let tentative = findings.count(where: \.attribution.isTentative)
    let disputed = findings.count(where: \.attribution.isDisputed)
    return words.plain(
      "lane.subtitle",
      [
        "title": .text(findings.count == 1 ? context.evidence.title : ""),
        "policy": .text(context.policy), "seed": .text("\(context.seed)"),
        "n": .count(findings.count),
        "counts": .inline(findings.count > 1 ? words.joined(counts, by: "list.comma") : []),
        "years": .text(words.years(findings.map(\.attribution.date)) ?? ""),
        "tentative": .count(tentative), "disputed": .count(disputed),
      ])
  }

  private var notes: [String] {
    var notes = [words("lane.note.meaning")]
    if report.findings.contains(where: { $0.attribution.verdict.rung != nil }) {
      notes.append(words("lane.note.number"))
    }
    if report.findings.contains(where: \.sensitivity.isSensitive) {
      notes.append(
        words("lane.note.policy", ["percent": .inline(words.share(AttributionReport.spread))]))
    }
    if !report.leftOut.isEmpty {
      notes.append(words("lane.note.left-out", ["n": .count(report.leftOut.count)]))
    }
    return notes.map(\.plain)
  }

  private var sourceLine: String {
    let carried = report.findings.flatMap { context.table.links(touching: $0.attribution.attack) }
      .filter { context.evidence.vocabulary.relation($0.key.relation)?.degree == .carries }
    return context.sourceLine(
      of: Set(report.findings.flatMap(\.attribution.allStatements) + carried.flatMap(\.statements)))
  }
}

extension Attribution {
  /// The ids of all statements that the finding rests on.
  var allStatements: [String] {
    statementsFor + statementsAgainst + claims.flatMap(\.statements)
      + candidates.flatMap(\.statements)
  }
}
