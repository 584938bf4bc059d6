import GraphCore

/// A value of a DOT text: what the scanner returns, and whether it is an HTML label.
struct DOTRawValue: Hashable {
  /// The characters after the scanner has undone its own escapes.
  var raw: String
  /// Whether it stood in angle brackets.
  var isHTML: Bool

  /// Whether it is the empty text.
  var isEmpty: Bool { raw.isEmpty && !isHTML }
}

/// The attributes of nodes or edges as a DOT text gives them, before their types are known.
struct DOTCells {
  /// One attribute: by row the number of a value, or -1.
  struct Column {
    let name: String
    var codes: [Int32] = []
    var values: [DOTRawValue] = []
    private var numbers: [DOTRawValue: Int32] = [:]

    init(name: String) { self.name = name }

    /// The number of a value.
    mutating func code(of value: DOTRawValue) -> Int32 {
      if let number = numbers[value] { return number }
      numbers[value] = Int32(values.count)
      values.append(value)
      return Int32(values.count - 1)
    }

    /// The value of a row.
    subscript(row: Int) -> DOTRawValue? {
      row < codes.count && codes[row] >= 0 ? values[Int(codes[row])] : nil
    }
  }

  /// A value of a column, by their numbers.
  struct Cell {
    var column: Int
    var code: Int32
  }

  /// So many cells are refused, as they would fill the memory.
  var mostCells = DOTLimits().cells

  private(set) var columns: [Column] = []
  private var numbers: [String: Int] = [:]

  /// The column of a name, if there is one.
  subscript(name: String) -> Column? { numbers[name].map { columns[$0] } }

  /// The cell of a value, whose column is made if there is none.
  ///
  /// - Throws: ``Fault`` if there are too many columns.
  mutating func cell(
    _ name: String, _ value: DOTRawValue, most: Int, offset: Int
  ) throws(Fault) -> Cell {
    let column: Int
    if let number = numbers[name] {
      column = number
    } else {
      guard columns.count < most else {
        throw Fault(
          offset: offset, message: "there are more than \(most) different attributes",
          mend: "give them fewer names, or raise the limit with --most-attributes")
      }
      column = columns.count
      numbers[name] = column
      columns.append(Column(name: name))
    }
    return Cell(column: column, code: columns[column].code(of: value))
  }

  /// Sets a cell; a later value replaces an earlier one.
  mutating func set(_ cell: Cell, row: Int) {
    let missing = row + 1 - columns[cell.column].codes.count
    if missing > 0 {
      columns[cell.column].codes.append(contentsOf: repeatElement(-1, count: missing))
    }
    columns[cell.column].codes[row] = cell.code
  }

  /// Refuses a table that would fill the memory.
  func check(rows: Int, of what: String, offset: Int) throws(Fault) {
    guard columns.count * rows <= mostCells else {
      throw Fault(
        offset: offset,
        message: "\(columns.count) attributes of \(rows) \(what) are too many",
        mend: "leave out attributes that few of them have")
    }
  }
}

/// Bounds on what a short text can make.
struct DOTLimits {
  /// The most edges between the nodes of subgraphs, together with the nodes that are gone through.
  var expanded = 20_000_000
  /// The most attributes times nodes, or times edges.
  var cells = 100_000_000
}
