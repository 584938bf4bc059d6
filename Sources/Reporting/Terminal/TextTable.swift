/// A table for a terminal whose cells break over lines where they are too long for their column.
struct TextTable {
  /// A column.
  struct Column {
    var title: String
    /// The least width that the column keeps where there is too little room; it is never wider than
    /// its longest cell.
    var least: Int
    /// Whether cells stand at the right of the column, as numbers do.
    var isTrailing = false
  }

  let columns: [Column]
  /// The rows: one cell a column, each text on one line.
  let rows: [[String]]

  private static let gap = 2

  /// The table as lines, the first of them the titles.
  ///
  /// - Parameter style: How it looks; the columns share its width.
  /// - Returns: The lines; text from data shown as it is must have been made visible before.
  func lines(_ style: TerminalStyle) -> [String] {
    let widths = widths(within: style.columns)
    let head = lines(columns.map(\.title), widths: widths).map(style.bold)
    return head + rows.flatMap { lines($0, widths: widths) }
  }

  /// Each column as wide as it wants to be, or, where that is too much, the widest ones made smaller.
  private func widths(within most: Int) -> [Int] {
    var widths = columns.indices.map { column in
      ([columns[column].title] + rows.map { $0[column] }).map(VisibleText.width).max() ?? 0
    }
    let least = columns.indices.map { min(columns[$0].least, widths[$0]) }
    let room = most - Self.gap * max(columns.count - 1, 0)
    while widths.reduce(0, +) > room {
      let slack = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = slack.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func lines(_ cells: [String], widths: [Int]) -> [String] {
    let wrapped = cells.indices.map { VisibleText.wrapped(cells[$0], columns: widths[$0]) }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { row in
      var line = wrapped.indices.map { column -> String in
        let cell = row < wrapped[column].count ? wrapped[column][row] : ""
        return columns[column].isTrailing
          ? VisibleText.leftPadded(cell, to: widths[column])
          : VisibleText.padded(cell, to: widths[column])
      }.joined(separator: String(repeating: " ", count: Self.gap))
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
