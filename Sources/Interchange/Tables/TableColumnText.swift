/// The cells of an attribute, as a table holds them.
struct TableColumnText {
  /// The text in the first line.
  let name: String
  private let column: AttributeColumn
  /// Whether all numbers are whole: then they are written with a point, so that they come back as
  /// what they are.
  private let isWhole: Bool
  /// By number of a text in the pool, its cell.
  private let cells: [String]

  /// Prepares a column.
  init(_ column: AttributeColumn, name: String) throws {
    self.name = name
    self.column = column
    switch column.storage {
    case .real(let numbers):
      isWhole = numbers.allSatisfy { NetworkNumber.text($0) == String(Int(exactly: $0) ?? 0) }
      cells = []
    case .texts(_, let pool):
      isWhole = false
      var cells: [String] = []
      cells.reserveCapacity(pool.count)
      for code in 0..<pool.count {
        let text = pool[code]
        guard !text.utf8.contains(0) else {
          throw GraphWriter.Refusal(
            description:
              "the attribute '\(column.name)' holds a byte of value 0, which has no place "
              + "in a table; take it out")
        }
        cells.append(TableCells.cell(column.type == .json ? Self.plain(text) : text))
      }
      self.cells = cells
    case .integer, .flag:
      isWhole = false
      cells = []
    }
  }

  /// Values of several types in one column: each as it would stand in a column of its own.
  private static func plain(_ text: String) -> String { JSONCell.value(of: text).text }

  /// The cell of a row; empty if it has no value.
  func cell(_ row: Int) -> String {
    if let presence = column.presence, !presence[row] { return "" }
    switch column.storage {
    case .integer(let numbers): return String(numbers[row])
    case .flag(let flags): return flags[row] ? "true" : "false"
    case .real(let numbers):
      let number = numbers[row]
      let isNegativeZero = number == 0 && number.sign == .minus
      return isWhole || isNegativeZero ? String(number) : NetworkNumber.text(number)
    case .texts(let codes, _): return codes[row] < 0 ? "" : cells[Int(codes[row])]
    }
  }
}

extension AttributeColumn {
  /// What becomes of the values of a column in a table that does not say their type; `nil` if they come
  /// back as they are.
  func tableLoss(of what: String, tellsTypes: Bool = true) -> String? {
    guard case .texts(let codes, let pool) = storage else { return nil }
    if type == .json {
      return "the attribute '\(name)' of \(what) comes back as text: a table knows no lists and no "
        + "columns of several types"
    }
    var typing = ColumnTyping()
    var hasEmpty = false
    var isUsed = [Bool](repeating: false, count: pool.count)
    for code in codes where code >= 0 { isUsed[Int(code)] = true }
    for code in 0..<pool.count where isUsed[code] {
      var text = pool[code]
      text.withUTF8 { bytes in
        if bytes.isEmpty {
          hasEmpty = true
        } else {
          typing.note(bytes, wasGuarded: false)
        }
      }
    }
    if hasEmpty { return "empty texts of the attribute '\(name)' of \(what) are lost" }
    guard tellsTypes, let type = typing.type, type != .text else { return nil }
    return "the texts of the attribute '\(name)' of \(what) look like "
      + (type == .flag ? "truth values" : "numbers") + " and come back as such"
  }
}
