import GraphCore

/// Collects attributes row by row. Columns may appear at any time, and widen when a value of another
/// type comes: whole numbers to numbers, anything else to JSON, in which every value stays what it is.
struct AttributeTableBuilder: Sendable {
  private var columns: [ColumnBuilder] = []
  private var numbers: [String: Int] = [:]
  /// Every column has a cell for each row, so that a small file with a value in each of many columns
  /// could ask for any amount of memory: so many cells may be empty.
  private let mostEmptyCells: Int
  /// How many rows were passed over when values were set, over all columns.
  private var emptyCells = 0

  /// Prepares a table.
  ///
  /// - Parameter mostEmptyCells: So many cells may be empty.
  init(mostEmptyCells: Int = NetworkOptions().mostEmptyCells) {
    self.mostEmptyCells = mostEmptyCells
  }

  /// The names of the columns so far.
  var names: [String] { columns.map(\.name) }

  /// The number of the column of a name, which is made if there is none.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - type: The type that the file declares; `nil` takes that of the first value.
  /// - Returns: The number, for ``set(_:column:row:)``.
  mutating func column(_ name: String, type: AttributeType? = nil) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = columns.count
    columns.append(ColumnBuilder(name: name, type: type))
    return columns.count - 1
  }

  /// Whether a row has a value in a column.
  func has(_ column: Int, row: Int) -> Bool { columns[column].has(row) }

  /// Sets a value; a later one replaces an earlier one.
  mutating func set(_ value: AttributeValue, column: Int, row: Int) {
    guard hasRoom(column, row) else { return }
    columns[column].set(value, row: row)
  }

  /// Sets a text given by its UTF-8 bytes, which must be valid: the fast way for texts that repeat.
  mutating func set(text: UnsafeBufferPointer<UInt8>, column: Int, row: Int) {
    guard hasRoom(column, row) else { return }
    columns[column].set(text: text, row: row)
  }

  /// Sets a value given as JSON text, which must be well-formed UTF-8: the fast way for lists that repeat.
  mutating func set(json: UnsafeBufferPointer<UInt8>, column: Int, row: Int) {
    guard hasRoom(column, row) else { return }
    columns[column].set(json: json, row: row)
  }

  /// Takes a value out.
  mutating func remove(column: Int, row: Int) { columns[column].remove(row: row) }

  /// The column of a name, of so many rows; `nil` if there is none.
  func column(named name: String, rowCount: Int) -> AttributeColumn? {
    numbers[name].map { columns[$0].column(rowCount: rowCount) }
  }

  /// The type of a column so far; `nil` if it has no value and none was declared.
  func type(ofColumn column: Int) -> AttributeType? { columns[column].type }

  /// The table of so many rows.
  ///
  /// - Throws: ``Fault`` if too many of its cells are empty.
  func table(rowCount: Int) throws(Fault) -> AttributeTable {
    let missing = columns.reduce(0) { $0 + rowCount - $1.rowCount }
    guard missing <= mostEmptyCells - emptyCells else {
      throw Fault(
        offset: 0,
        message: "\(columns.count) attributes of \(rowCount) nodes or edges leave more than "
          + "\(mostEmptyCells) cells empty",
        mend: "leave out attributes that few have; a program may raise "
          + "NetworkOptions.mostEmptyCells")
    }
    return AttributeTable(
      rowCount: rowCount, columns: columns.map { $0.column(rowCount: rowCount) })
  }

  /// Makes a row the last one of a column if it comes after all others; false if that would leave too
  /// many cells empty, which ``table(rowCount:)`` tells: the value is not kept then.
  private mutating func hasRoom(_ column: Int, _ row: Int) -> Bool {
    let gap = row - columns[column].rowCount
    guard gap >= 0 else { return true }
    emptyCells += gap
    columns[column].rowCount = row + 1
    return emptyCells <= mostEmptyCells
  }
}

/// Collects one column. Rows may come in any order.
private struct ColumnBuilder: Sendable {
  let name: String
  private(set) var type: AttributeType?
  /// One past the last row with a value.
  var rowCount = 0
  private var integers: [Int] = []
  private var reals: [Double] = []
  private var flags: [Bool] = []
  private var codes: [Int32] = []
  private var pool = LabelNumbering()
  private var presence = Bitmap()
  /// How many texts there were, and whether nearly all of them differed, so that looking each up is not
  /// worth the time.
  private var textCount = 0
  private var isDistinct = false

  init(name: String, type: AttributeType?) {
    self.name = name
    self.type = type
  }

  func has(_ row: Int) -> Bool {
    switch type {
    case nil: false
    case .text, .json: row < codes.count && codes[row] >= 0
    case .integer, .real, .flag: presence[row]
    }
  }

  mutating func remove(row: Int) {
    guard has(row) else { return }
    if type == .text || type == .json { codes[row] = -1 } else { presence[row] = false }
  }

  mutating func set(_ value: AttributeValue, row: Int) {
    if type == nil { type = value.type }
    switch (type, value) {
    case (.integer, .integer(let number)):
      Self.put(number, at: row, in: &integers, empty: 0)
      presence[row] = true
    case (.real, .real(let number)):
      Self.put(number, at: row, in: &reals, empty: 0)
      presence[row] = true
    case (.real, .integer(let number)) where abs(number) <= 1 << 53:
      Self.put(Double(number), at: row, in: &reals, empty: 0)
      presence[row] = true
    case (.flag, .flag(let flag)):
      Self.put(flag, at: row, in: &flags, empty: false)
      presence[row] = true
    case (.text, .text(let text)): put(text, at: row)
    case (.json, _): put(JSONCell.text(of: value), at: row)
    case (.integer, .real) where integers.allSatisfy({ abs($0) <= 1 << 53 }):
      reals = integers.map(Double.init)
      integers = []
      type = .real
      set(value, row: row)
    default:
      widenToJSON()
      set(value, row: row)
    }
  }

  mutating func set(text: UnsafeBufferPointer<UInt8>, row: Int) {
    if type == nil { type = .text }
    guard type == .text else {
      return set(.text(String(decoding: text, as: UTF8.self)), row: row)
    }
    Self.put(code(of: text), at: row, in: &codes, empty: -1)
  }

  mutating func set(json: UnsafeBufferPointer<UInt8>, row: Int) {
    if type == nil { type = .json }
    if type != .json { widenToJSON() }
    Self.put(pool.number(of: json, place: 0), at: row, in: &codes, empty: -1)
  }

  private mutating func put(_ text: String, at row: Int) {
    var text = text
    let number = text.withUTF8 { code(of: $0) }
    Self.put(number, at: row, in: &codes, empty: -1)
  }

  private mutating func code(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    if isDistinct { return pool.append(text) }
    textCount += 1
    if textCount == 1 << 14, pool.count > textCount / 10 * 9 { isDistinct = true }
    return pool.number(of: text, place: 0)
  }

  private static func put<T>(_ value: T, at row: Int, in list: inout [T], empty: T) {
    if row == list.count {
      list.append(value)
    } else {
      while list.count <= row { list.append(empty) }
      list[row] = value
    }
  }

  private mutating func widenToJSON() {
    let old = column(rowCount: max(integers.count, reals.count, flags.count, codes.count))
    (integers, reals, flags, codes) = ([], [], [], [])
    pool = LabelNumbering()
    (textCount, isDistinct) = (0, false)
    presence = Bitmap()
    type = .json
    for row in 0..<old.rowCount {
      if let value = old[row] { put(JSONCell.text(of: value), at: row) }
    }
  }

  func column(rowCount: Int) -> AttributeColumn {
    func padded<T>(_ list: [T], _ empty: T) -> [T] {
      list + [T](repeating: empty, count: rowCount - list.count)
    }
    let type = type ?? .text
    let storage: AttributeColumn.Storage
    switch type {
    case .integer: storage = .integer(padded(integers, 0))
    case .real: storage = .real(padded(reals, 0))
    case .flag: storage = .flag(padded(flags, false))
    case .text, .json: storage = .texts(codes: padded(codes, -1), pool: pool.table)
    }
    let isText = type == .text || type == .json
    let present = isText || presence.count == rowCount ? nil : presence
    return AttributeColumn(name: name, type: type, presence: present, storage: storage)
  }
}
