/// What the writers of networks in JSON have in common.
struct JSONNetworkText {
  /// The network.
  let network: PlainNetwork

  /// A column and its key, quoted, with a colon.
  struct Column {
    /// The values.
    let values: AttributeColumn
    /// The key, quoted, with a colon.
    let key: String

    /// Takes a column under its own name or another one.
    init(_ values: AttributeColumn, as name: String? = nil) {
      self.values = values
      key = JSONText.quoted(name ?? values.name) + ":"
    }
  }

  /// The columns of a table without some, in the order in which a reader meets them: so a file that was
  /// read is written as it was.
  static func columns(
    _ table: AttributeTable, without names: [String] = [], renaming: [String: String] = [:]
  ) -> [Column] {
    var met: [(row: Int, index: Int, column: AttributeColumn)] = []
    for (index, column) in table.columns.enumerated() where !names.contains(column.name) {
      if let row = (0..<table.rowCount).first(where: { column[$0] != nil }) {
        met.append((row, index, column))
      }
    }
    return met.sorted { ($0.row, $0.index) < ($1.row, $1.index) }
      .map { Column($0.column, as: renaming[$0.column.name]) }
  }

  /// Writes the values of a row that are there.
  func write(
    _ columns: [Column], row: Int, _ isFirst: inout Bool, to output: inout PiecedOutput
  ) throws {
    for column in columns {
      guard let value = column.values[row] else { continue }
      try output.begin(member: column.key, &isFirst)
      try output.write(json: value)
    }
  }

  /// Writes attributes of the whole as an object.
  func write(attributes: [NamedAttribute], to output: inout PiecedOutput) throws {
    try output.write("{")
    var isFirst = true
    for (index, attribute) in attributes.enumerated()
    where !attributes[..<index].contains(where: { $0.name == attribute.name }) {
      try output.begin(member: JSONText.quoted(attribute.name) + ":", &isFirst)
      try output.write(json: attribute.value)
    }
    try output.write("}")
  }

  /// Writes a list, a line an element.
  func write(
    list count: Int, to output: inout PiecedOutput,
    each: (Int, inout PiecedOutput) throws -> Void
  ) throws {
    try output.write("[\n")
    for index in 0..<count {
      try each(index, &output)
      try output.write(index < count - 1 ? ",\n" : "\n")
    }
    try output.write("]")
  }

  /// Writes the name of a node: as a number if the names of all are, where the format tells them apart.
  func write(name: String, to output: inout PiecedOutput) throws {
    if network.namesAreNumbers, Self.isNumber(name) {
      try output.write(name)
    } else {
      try output.write(quoted: name)
    }
  }

  /// Whether a text is a JSON number that means this name.
  private static func isNumber(_ name: String) -> Bool {
    guard let first = name.utf8.first, first == 0x2D || first &- 0x30 < 10,
      JSONCursor.isValue(name)
    else { return false }
    return JSONNetworkReader.name(JSONNumber.value(of: name)) == name
  }

  /// The sentence on attributes that a format has no place for, because their names are taken.
  static func losses(_ table: AttributeTable, taken names: [String], of what: String) -> [String] {
    let lost = table.columns.map(\.name).filter(names.contains)
    guard !lost.isEmpty else { return [] }
    return [
      "attributes of \(what) are lost, as their names mean something else: "
        + lost.joined(separator: ", ")
    ]
  }
}
