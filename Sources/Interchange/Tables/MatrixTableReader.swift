import GraphCore

/// Reads an adjacency matrix: the cell of row i and column j is the weight of the edge from node i to
/// node j; empty or 0, there is none.
///
/// Names stand in the first line and in the first column, in one order, or nowhere. A matrix that
/// equals its mirror image has no direction unless the user says otherwise.
struct MatrixTableReader {
  let text: NetworkText
  let options: NetworkOptions

  /// An entry that is not 0.
  private struct Entry: Hashable {
    var row: Int
    var column: Int
    var weight: Double
  }

  /// Reads the network.
  ///
  /// - Complexity: O(bytes).
  func read() throws(NetworkError) -> PlainNetwork {
    let result = text.bytes.withUnsafeBufferPointer { bytes -> Result<PlainNetwork, Fault> in
      do throws(Fault) {
        return .success(try read(bytes))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let network): return network
    case .failure(let fault): throw text.error(fault)
    }
  }

  /// Whether a table with this first line is a matrix: its rows are named as its columns (one is
  /// enough if the corner is empty), or it has no names, four columns or more, and as many rows.
  ///
  /// - Parameters:
  ///   - header: The first record.
  ///   - next: A reader that begins at the second record.
  /// - Returns: Whether it is one.
  /// - Throws: ``Fault`` for a record that cannot be read.
  static func tell(_ header: TableHeader, _ next: TableReader) throws(Fault) -> Bool {
    var reader = next
    var cells: [TableReader.Cell] = []
    let names = header.names.map(\.trimmingSpaces)
    if names.count >= 2, names.contains(where: { !$0.isEmpty && Double($0) == nil }) {
      var row = 1
      while row < names.count, try reader.record(into: &cells), let first = cells.first {
        guard reader.text(first).trimmingSpaces == names[row] else { return false }
        // An empty corner and one row that fits are enough: the rest may be a slip to be told of.
        if names[0].isEmpty { return true }
        row += 1
      }
      return row == names.count && row > 2
    }
    guard header.names.count >= 4, header.names.allSatisfy({ $0.isEmpty || Double($0) != nil })
    else { return false }
    var rows = 1
    while rows <= header.names.count, try reader.record(into: &cells) {
      guard cells.count == header.names.count else { return false }
      rows += 1
    }
    return rows == header.names.count
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> PlainNetwork {
    try TextCheck.check(bytes)
    var reader = TableLayout(bytes).reader(bytes, options)
    let start = reader
    let header = try TableHeader(&reader, most: Int(Int32.max))
    var builder = NetworkBuilder(options: options)
    let isNamed =
      !header.names.allSatisfy { $0.isEmpty || Double($0) != nil }
      || (header.names.first?.isEmpty == true && header.names.count > 1)
    let count = isNamed ? header.names.count - 1 : header.names.count
    try addNodes(header, isNamed: isNamed, count: count, to: &builder)
    if !isNamed { reader = start }
    var entries: [Entry] = []
    var cells: [TableReader.Cell] = []
    var row = 0
    let width = header.names.count
    while try reader.record(into: &cells, &builder) {
      let place = cells.first?.place ?? 0
      guard row < count else {
        throw Fault(
          offset: place, message: "the matrix has \(count) columns and more rows",
          mend: "give it as many rows as columns")
      }
      guard
        cells.count == width || cells.dropFirst(width).allSatisfy(\.isEmpty) && cells.count > width
      else {
        throw Fault(
          offset: place,
          message: "the row has \(cells.count) cells, the first line \(width)",
          mend: "give each row as many cells as the first line")
      }
      if isNamed {
        let name = reader.text(cells[0]).trimmingSpaces
        guard name == header.names[row + 1].trimmingSpaces else {
          throw Fault(
            offset: place,
            message: "row \(row + 1) is named '\(Fault.cut(name))', column \(row + 1) "
              + "'\(Fault.cut(header.names[row + 1]))'",
            mend:
              "name rows and columns alike and in one order; a network of two kinds of nodes is "
              + "written as a table of edges")
        }
      }
      for column in 0..<count {
        let cell = cells[isNamed ? column + 1 : column]
        guard !cell.isEmpty, let weight = try weight(cell, reader) else { continue }
        entries.append(Entry(row: row, column: column, weight: weight))
      }
      row += 1
    }
    guard row == count else {
      throw Fault(
        offset: bytes.count, message: "the matrix has \(count) columns and \(row) rows",
        mend: "give it as many rows as columns")
    }
    return try network(entries, builder)
  }

  private func addNodes(
    _ header: TableHeader, isNamed: Bool, count: Int, to builder: inout NetworkBuilder
  ) throws(Fault) {
    guard isNamed else {
      for number in 0..<count { _ = builder.node(String(number + 1)) }
      return
    }
    let names = header.names.dropFirst().map(\.trimmingSpaces)
    let used = Set(names)
    for (index, name) in names.enumerated() {
      var name = name
      if name.isEmpty {
        name = "column \(index + 1)"
        while used.contains(name) { name += "'" }
        builder.remarks.append("row and column \(index + 1) have no name and are called '\(name)'")
      }
      guard builder.node(name, offset: header.places[index + 1]) == index else {
        throw Fault(
          offset: header.places[index + 1],
          message: "a second column is named '\(Fault.cut(name))'",
          mend: "give one of the two another name")
      }
    }
  }

  private func weight(
    _ cell: TableReader.Cell, _ reader: TableReader
  ) throws(Fault) -> Double? {
    let number = reader.withText(of: cell) { text, _ -> Double? in
      let hasComma = reader.separator == UInt8(ascii: ";") && text.contains(UInt8(ascii: ","))
      let pointed =
        hasComma ? text.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 } : Array(text)
      return pointed.withUnsafeBufferPointer { text in
        var cursor = FieldCursor(text, 0..<text.count)
        guard let number = cursor.number(), cursor.at == text.count else { return nil }
        return number
      }
    }
    guard let number, number.isFinite else {
      throw Fault(
        offset: cell.place,
        message: "the entry '\(Fault.cut(reader.text(cell)))' is no finite number",
        mend: "write a number, or leave the cell empty")
    }
    return number == 0 ? nil : number
  }

  private func network(_ entries: [Entry], _ start: NetworkBuilder) throws(Fault) -> PlainNetwork {
    var builder = start
    let all = Set(entries)
    let isSymmetric = entries.allSatisfy {
      all.contains(Entry(row: $0.column, column: $0.row, weight: $0.weight))
    }
    let isFolded = isSymmetric && options.direction != .directed
    builder.isDirected = isSymmetric ? (isFolded ? false : nil) : true
    let isWeighted = entries.contains { $0.weight != 1 }
    for entry in entries where !isFolded || entry.row <= entry.column {
      let edge = builder.addEdge(entry.row, entry.column)
      if isWeighted { try builder.setWeight(entry.weight, of: edge, offset: nil) }
    }
    return try builder.network()
  }
}
