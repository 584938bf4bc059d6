import Evidence
import GraphCore

/// The sheet of a workbook from which a text was made, for messages that a user of a spreadsheet can
/// follow.
struct WorkbookSheet: Sendable {
  /// The name of the sheet.
  let name: String
  /// The names of the other sheets, in their order.
  let others: [String]

  /// What is wrong at a place of the text, with row and column of the cell.
  func error(_ fault: Fault, in text: NetworkText) -> NetworkError {
    let cell = SheetCells(text.bytes).cell(at: fault.offset)
    return NetworkError(
      file: text.path, line: cell.row, column: cell.column,
      message: fault.message + told(cell), mend: fault.mend)
  }

  /// The name of a cell, to be added to a message.
  func told(_ cell: SheetCells.Cell) -> String { " (cell \(cell.name) of '\(Fault.cut(name))')" }

  /// The error with the names of the other sheets, one of which may be meant.
  func hinting(_ error: NetworkError) -> NetworkError {
    guard !others.isEmpty else { return error }
    var error = error
    let names = others.prefix(5).map { "'\(Fault.cut($0))'" }.joined(separator: ", ")
    error.mend +=
      "; or read another sheet of the workbook with --graph-name: " + names
      + (others.count > 5 ? " and others" : "")
    return error
  }

  /// What to say if the user named no sheet and there are several.
  var remark: String? {
    guard !others.isEmpty else { return nil }
    return
      "the workbook has \(others.count + 1) sheets; '\(Fault.cut(name))' is read, another with "
      + "--graph-name"
  }

  /// A reading of the text with the places of its cells in the sheet.
  func located(_ reading: Reading, in text: NetworkText) -> Reading {
    let cells = SheetCells(text.bytes)
    var reading = reading
    for index in reading.findings.indices {
      guard let place = reading.findings[index].location, place.file == text.path else { continue }
      let cell = cells.cell(atLine: place.line, place.column)
      reading.findings[index].location = Location(
        file: place.file, line: cell.row, column: cell.column)
      reading.findings[index].message += told(cell)
    }
    for (key, place) in reading.locations where place.file == text.path {
      let cell = cells.cell(atLine: place.line, place.column)
      reading.locations[key] = Location(file: place.file, line: cell.row, column: cell.column)
    }
    return reading
  }
}

/// Where the cells of a sheet stand in the text that was made of it.
struct SheetCells {
  /// A cell.
  struct Cell: Equatable {
    /// Where its text begins.
    var offset: Int
    /// The line of the text, and the column in characters.
    var line: Int
    var character: Int
    /// The row and the column in the sheet, from 1.
    var row: Int
    var column: Int

    /// Its name, such as `AB12`.
    var name: String {
      var letters = ""
      var rest = column
      while rest > 0 {
        letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
        rest = (rest - 1) / 26
      }
      return letters + String(row)
    }
  }

  private var cells: [Cell] = []

  /// Finds the cells.
  ///
  /// - Complexity: O(bytes).
  init(_ text: Column<UInt8>) {
    var cell = Cell(offset: 0, line: 1, character: 1, row: 1, column: 1)
    cells.append(cell)
    text.withUnsafeBufferPointer { bytes in
      var isQuoted = false
      for (at, byte) in bytes.enumerated() {
        let endsLine =
          byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
            && (at + 1 == bytes.count || bytes[at + 1] != UInt8(ascii: "\n"))
        if endsLine {
          cell.line += 1
          cell.character = 1
        } else if byte & 0xC0 != 0x80 {
          cell.character += 1
        }
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        guard !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ",") else { continue }
        if byte == UInt8(ascii: ",") {
          cell.column += 1
        } else {
          cell.row += 1
          cell.column = 1
        }
        cell.offset = at + 1
        cells.append(cell)
      }
    }
  }

  /// The cell in which a byte stands.
  func cell(at offset: Int) -> Cell { last { $0.offset <= offset } }

  /// The cell in which a character stands.
  func cell(atLine line: Int, _ character: Int) -> Cell {
    last { ($0.line, $0.character) <= (line, character) }
  }

  /// The last cell for which something holds that holds for all before it, and for the first.
  private func last(_ holds: (Cell) -> Bool) -> Cell {
    var (low, high) = (0, cells.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(cells[middle]) { low = middle } else { high = middle }
    }
    return cells[low]
  }
}
