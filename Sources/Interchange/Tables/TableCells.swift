/// Writes cells of tables, so that programs and spreadsheets take them as they are meant.
enum TableCells {
  /// The text of a cell: guarded against being taken for a formula, and in quotation marks if it needs
  /// them, or if a spreadsheet would take it for a number and change it.
  static func cell(_ text: String) -> String {
    let bytes = text.utf8
    let needsGuard = CellGuard.needsGuard(bytes)
    var needsMarks = TableNumber.looksOtherwise(bytes)
    var hasMark = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        hasMark = true
        needsMarks = true
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
        UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        needsMarks = true
      default: break
      }
    }
    if let first = bytes.first, let last = bytes.last,
      first == UInt8(ascii: " ") || last == UInt8(ascii: " ") || first == UInt8(ascii: "#")
        || first == UInt8(ascii: "%")
    {
      needsMarks = true
    }
    guard needsMarks || needsGuard else { return text }
    let guarded = needsGuard ? "'" + text : text
    guard needsMarks else { return guarded }
    let doubled =
      hasMark
      ? guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      : guarded
    return "\"" + doubled + "\""
  }

  /// Writes the name of a node.
  ///
  /// - Throws: ``GraphWriter/Refusal`` for a name that no cell can hold.
  static func writeName(_ name: String, to output: inout PiecedOutput) throws {
    guard !name.isEmpty, !name.utf8.contains(0) else {
      throw GraphWriter.Refusal(
        description: "the name '\(name)' has no place in a table; write .tlg or .dot instead")
    }
    try output.write(cell(name))
  }

  /// Writes a row of texts.
  static func writeRow(_ texts: [String], separator: String, to output: inout PiecedOutput) throws {
    try output.write(texts.map(cell).joined(separator: separator) + "\n")
  }
}
