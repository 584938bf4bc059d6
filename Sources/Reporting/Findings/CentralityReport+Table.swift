internal import InfluenceAnalysis

extension CentralityReport {
  private static let barCells = 12
  private static let whiskerCells = 25
  private static let bins = 20

  /// The scores of a measure as the lines of a table.
  func scoreLines(_ measure: MeasureResult, _ style: TerminalStyle) -> [String] {
    let scores = Array(shown(measure))
    let axis = axis(of: scores)
    var lines: [String] = []
    let values = measure.scores.compactMap(\.score)
    if style.drawsBoxes, let least = values.min(), let most = values.max(), most > least {
      let shape = TerminalMarks.sparkline(TerminalMarks.histogram(values, bins: Self.bins))
      lines.append(
        style.quiet(
          "\(Plural.text(values.count, "score", "scores")) from \(Self.text(least)) "
            + "\(shape) to \(Self.text(most))"))
    }
    var columns: [TextTable.Column] = [
      .init(title: "rank", least: 4, isTrailing: true), .init(title: "name", least: 26),
      .init(title: "score", least: 5, isTrailing: true),
    ]
    let draws = style.drawsBoxes && (setting.samples == 0 || axis != nil)
    if draws {
      let title = axis.map {
        "\(Self.text($0.lowerBound)) to \(Self.text($0.upperBound))"
      }
      columns.append(.init(title: title ?? "", least: title == nil ? 0 : Self.whiskerCells))
    }
    if setting.samples > 0 {
      columns += [
        .init(title: "mean", least: 5, isTrailing: true), .init(title: "95 % of worlds", least: 14),
        .init(title: "ranks", least: 5), .init(title: "first", least: 5, isTrailing: true),
      ]
    }
    columns.append(.init(title: "kind", least: 5))
    let largest = values.max() ?? 0
    let rows = scores.map { score -> [String] in
      var row = [
        Self.rank(score.rank), VisibleText.line(score.name), Self.text(score.score),
      ]
      if draws { row.append(mark(score, axis: axis, largest: largest)) }
      if setting.samples > 0 { row += Self.cells(score.spread) }
      return row + [VisibleText.line(score.kind)]
    }
    return lines + TextTable(columns: columns, rows: rows).lines(style)
  }

  /// A bar as long as the score, or the interval of the score over the worlds.
  private func mark(
    _ score: MeasureResult.Score, axis: ClosedRange<Double>?, largest: Double
  ) -> String {
    guard let axis else {
      return TerminalMarks.bar(largest > 0 ? (score.score ?? 0) / largest : 0, cells: Self.barCells)
    }
    guard let spread = score.spread else { return "" }
    return TerminalMarks.whisker(
      low: spread.low, middle: spread.mean, high: spread.high, on: axis, cells: Self.whiskerCells)
  }

  /// What the intervals of all scores that are shown span; `nil` without worlds.
  private func axis(of scores: [MeasureResult.Score]) -> ClosedRange<Double>? {
    let spreads = scores.compactMap(\.spread)
    guard let low = spreads.map(\.low).min(), let high = spreads.map(\.high).max(),
      low.isFinite, high.isFinite
    else { return nil }
    return min(0, low)...high
  }

  private static func cells(_ spread: MeasureResult.Spread?) -> [String] {
    guard let spread else { return ["-", "undefined in many", "-", "-"] }
    return [
      text(spread.mean), "[\(text(spread.low)), \(text(spread.high))]",
      "\(rank(spread.rankLow)) to \(rank(spread.rankHigh))", Phrase.percent(spread.first),
    ]
  }
}
