import Evidence
import GraphCore

/// Reads a table of statements as a graph of evidence: it is made a document of the native format, so
/// that all checks and messages are those of that format, at the line and column of the cell.
struct StatementTableReader {
  let text: NetworkText
  let context: ReadingContext

  /// Reads the table.
  ///
  /// - Returns: The graph with everything that was found.
  /// - Throws: ``NetworkError`` for a text that is no table, or has a column that is not known.
  /// - Complexity: O(bytes), and what the checks of the graph take.
  func read() throws(NetworkError) -> LoadedGraph {
    var leftOut: [Finding] = []
    let result = text.bytes.withUnsafeBufferPointer { bytes -> Result<[StatementRow], Fault> in
      do throws(Fault) {
        return .success(try rows(bytes, &leftOut))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .failure(let fault): throw text.error(fault)
    case .success(var rows):
      var reading = reading(rows)
      if context.options.isLenient { leaveOut(&rows, &reading, &leftOut) }
      reading.findings = (reading.findings + leftOut).stablySorted(by: { $0.location })
      return .evidence(text.sheet?.located(reading, in: text) ?? reading)
    }
  }

  private func reading(_ rows: [StatementRow]) -> Reading {
    var tree = StatementTree(path: text.path)
    for row in rows { tree.add(row) }
    var reading = context.read(tree.document(rows), path: text.path)
    reading.findings = (reading.findings + tree.findings).stablySorted(by: { $0.location })
    return reading
  }

  /// Leaves out the rows with errors, then those that are wrong without them, and so on. A table in which
  /// each round finds more of them is no table with a few bad rows, and keeps its errors.
  private func leaveOut(
    _ rows: inout [StatementRow], _ reading: inout Reading, _ leftOut: inout [Finding]
  ) {
    for _ in 0..<20 {
      var bad: [Int: Finding] = [:]
      for error in reading.errors {
        guard let place = error.location, place.file == text.path,
          let next = rows.firstIndex(where: { ($0.first?.mark.line ?? 0) > place.line })
            ?? (rows.isEmpty ? nil : rows.count), next > 0, bad[next - 1] == nil
        else { continue }
        bad[next - 1] = error
      }
      guard !bad.isEmpty else { return }
      leftOut += bad.values.map(Self.leftOut)
      rows = rows.enumerated().filter { bad[$0.offset] == nil }.map(\.element)
      reading = self.reading(rows)
    }
  }

  private static func leftOut(_ error: Finding) -> Finding {
    Finding(
      .warning, rule: "left-out", message: "the row is left out: \(error.message)",
      mend: error.mend, location: error.location)
  }

  private func rows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ leftOut: inout [Finding]
  ) throws(Fault) -> [StatementRow] {
    try TextCheck.check(bytes)
    let layout = TableLayout(bytes)
    var reader = layout.reader(bytes, context.options)
    let header = try TableHeader(&reader, most: context.options.mostAttributes)
    let columns = try columns(header)
    var marks = LineMarks(bytes)
    var cells: [TableReader.Cell] = []
    var rows: [StatementRow] = []
    while true {
      do throws(Fault) {
        guard try reader.record(into: &cells) else { return rows }
        let row = try row(cells, columns, reader, &marks)
        if row.first != nil { rows.append(row) }
      } catch {
        guard context.options.isLenient, !reader.isBroken else { throw error }
        let mark = marks.mark(error.offset)
        leftOut.append(
          Self.leftOut(
            Finding(
              .error, rule: "malformed", message: error.message, mend: error.mend,
              location: Location(file: text.path, line: mark.line, column: mark.column))))
      }
    }
  }

  private func row(
    _ cells: [TableReader.Cell], _ columns: [String], _ reader: TableReader,
    _ marks: inout LineMarks
  ) throws(Fault) -> StatementRow {
    var row = StatementRow()
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      guard index < columns.count else {
        throw Fault(
          offset: cell.place, message: "the record has more than \(columns.count) cells",
          mend: "put a cell that holds the separator in quotation marks")
      }
      let name = columns[index]
      if name.hasPrefix("#") { continue }
      guard !name.isEmpty else {
        throw Fault(
          offset: cell.place, message: "the cell stands in a column without a name",
          mend: "name the column, or begin its name with '#' for a remark")
      }
      var text = reader.text(cell)
      if StatementColumns.flags.contains(name) { text = text.lowercased() }
      if name == "share" { text = ShareCell.share(text) }
      var mark = marks.mark(cell.place)
      if cell.isQuoted { mark.style = .doubleQuoted }
      row.add(name, text, mark)
    }
    return row
  }

  private func columns(_ header: TableHeader) throws(Fault) -> [String] {
    var columns: [String] = []
    for (index, name) in header.names.enumerated() {
      let column = StatementColumns.folded(name)
      if column.isEmpty || column.hasPrefix("#") {
        columns.append(column)
        continue
      }
      guard StatementColumns.all.contains(column) else {
        throw Fault(
          offset: header.places[index],
          message: "'\(Fault.cut(name))' is no column of a table of statements",
          mend: NearMiss.nearest(to: column, among: StatementColumns.all).map { "write '\($0)'" }
            ?? "begin its name with '#' if it is a remark that need not be read")
      }
      guard !columns.contains(column) else {
        throw Fault(
          offset: header.places[index], message: "a second column is named '\(Fault.cut(name))'",
          mend: "give one of the two another name")
      }
      columns.append(column)
    }
    return columns
  }
}

/// The cells of a row that have a text.
struct StatementRow {
  /// A cell.
  struct Cell {
    let column: String
    let text: String
    let mark: DocumentTree.Mark
  }

  private(set) var cells: [Cell] = []
  private var places: [String: Int] = [:]

  /// The first cell.
  var first: Cell? { cells.first }

  /// Takes in a cell.
  mutating func add(_ column: String, _ text: String, _ mark: DocumentTree.Mark) {
    places[column] = cells.count
    cells.append(Cell(column: column, text: text, mark: mark))
  }

  /// The cell of a column.
  subscript(column: String) -> Cell? { places[column].map { cells[$0] } }
}

/// Lines and columns of places that are asked for from front to back.
private struct LineMarks {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at: Int
  private var line = 1
  private var column = 1

  /// Starts at the beginning of a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The line, and the column in characters, of a place.
  mutating func mark(_ place: Int) -> DocumentTree.Mark {
    while at < min(place, bytes.count) {
      let byte = bytes[at]
      at += 1
      let isBeforeFeed = at < bytes.count && bytes[at] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isBeforeFeed) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return DocumentTree.Mark(line: line, column: column)
  }
}
