/// Rows of comma-separated values as RFC 4180 has them.
enum CSVText {
  /// A cell.
  enum Cell {
    /// Text, guarded against being read as a formula and against steering a terminal.
    case text(String)
    /// A number, or nothing where it is undefined.
    case number(Double?)
    /// A whole number.
    case integer(Int)
  }

  /// One row, its line end included.
  ///
  /// - Parameter cells: The cells.
  /// - Returns: The row.
  static func row(_ cells: [Cell]) -> String {
    cells.map(written).joined(separator: ",") + "\r\n"
  }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): return quoted(guarded(shown(text)))
    case .number(let number?) where number.isFinite: return "\(number)"
    case .number: return ""
    case .integer(let number): return "\(number)"
    }
  }

  /// What acts on a terminal or turns a direction is shown as an escape such as `\u{1B}`, also in a pipe or a file,
  /// which ends on a terminal in turn; a line may break within a cell.
  private static func shown(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      VisibleText.line(String(line.last == "\r" ? line.dropLast() : line))
    }.joined(separator: "\n")
  }

  /// A spreadsheet computes a cell that begins with one of these; an apostrophe keeps it text.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return "=+-@\t\r\n".unicodeScalars.contains(first) ? "'" + text : text
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
