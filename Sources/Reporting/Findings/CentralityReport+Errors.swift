internal import Evidence
internal import GraphCore
internal import InfluenceAnalysis

/// What becomes of the first places if nodes or edges are missing or too many: a table of its own, since
/// the intervals over worlds say nothing of it.
extension CentralityReport {
  private static let columns = [
    "Error", "Share", "First stays first", "First among three", "First tenths agree", "R squared",
  ]

  static let errorWords =
    "Means over random errors in the network itself, people and ties that are missing or wrongly "
    + "there, on the nodes that are left."

  /// The tables as lines for a terminal.
  func errorLines(_ style: TerminalStyle) -> [String] {
    curves.flatMap { curve -> [String] in
      ["", style.bold("\(curve.measure), if the network has errors")]
        + VisibleText.wrapped(Self.errorWords, columns: style.columns)
        + TextTable(
          columns: Self.columns.map { TextTable.Column(title: $0, least: 8) },
          rows: curve.points.map(Self.cells)
        ).lines(style)
    }
  }

  /// The tables as blocks of a page.
  var errorBlocks: [Block] {
    curves.flatMap { curve -> [Block] in
      [
        .heading(
          2, id: Anchor.id("errors", curve.measure),
          [.text("\(curve.measure), if the network has errors")]),
        .paragraph([.text(Self.errorWords)]),
        .table(
          Table(
            columns: Self.columns.enumerated().map {
              Table.Column($1, $0 == 0 ? .leading : .trailing)
            }, rows: curve.points.map { Self.cells($0).map { [.text($0)] } })),
      ]
    }
  }

  private static func cells(_ point: PerturbationCurves.Point) -> [String] {
    [
      point.kind.rawValue, Phrase.percent(point.share), Phrase.percent(point.top1),
      Phrase.percent(point.top3), Phrase.percent(point.overlap),
      point.rSquared.map { text($0) } ?? "-",
    ]
  }

  /// The tables as JSON.
  var errorValue: JSONValue {
    .array(
      curves.map { curve in
        .object([
          "name": .string(curve.measure),
          "points": .array(
            curve.points.map { point in
              .object([
                "error": .string(point.kind.rawValue), "share": .number(point.share),
                "top1": .number(point.top1), "top3": .number(point.top3),
                "overlap": .number(point.overlap), "rSquared": .optional(point.rSquared),
                "definedIn": .number(point.definedIn),
              ])
            }),
        ])
      })
  }
}
