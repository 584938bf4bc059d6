/// A column of a table that becomes an attribute: first its type is told, then its cells are kept.
struct AttributeColumnReader {
  /// Its place in the table.
  let column: Int
  /// The name of the attribute.
  private(set) var name: String
  private var typing = ColumnTyping()
  /// Whether its name is that of Gephi's column for the direction of edges.
  private let mayTellDirection: Bool
  /// Whether it does tell the direction, as its first value shows; without a value it would.
  private(set) var tellsDirection: Bool
  /// The number of the column in the builder.
  private var number = 0
  /// Whether its cells are kept as texts.
  private var isText = true

  /// Describes a column.
  init(_ column: Int, name: String, mayTellDirection: Bool = false) {
    self.column = column
    self.name = name
    self.mayTellDirection = mayTellDirection
    tellsDirection = mayTellDirection
  }

  /// Takes in a value on the first way through the text.
  @inline(__always)
  mutating func note(_ text: UnsafeBufferPointer<UInt8>, wasGuarded: Bool) {
    if mayTellDirection, typing.type == nil { tellsDirection = Self.direction(text) != nil }
    typing.note(text, wasGuarded: wasGuarded)
  }

  /// A column of relations in words is the kind of the edges, if no other column is.
  mutating func renameRelation(beside header: TableHeader) {
    let names: Set = ["relation", "relationship", "relation type", "relationship type", "type"]
    guard typing.type == .text, header.column(["kind"]) == nil, names.contains(name.lowercased()),
      header.folded.firstIndex(where: names.contains) == column
    else { return }
    name = "kind"
  }

  /// Opens the column of the builder.
  mutating func open(_ table: inout AttributeTableBuilder, tellsTypes: Bool) {
    isText = !tellsTypes || typing.type == .text || typing.type == nil
    number = table.column(name, type: isText ? .text : typing.type)
  }

  /// Keeps a cell; an empty one is no value.
  @inline(__always)
  func set(
    _ cell: TableReader.Cell, _ reader: TableReader, in table: inout AttributeTableBuilder, row: Int
  ) {
    guard !cell.isEmpty else { return }
    reader.withText(of: cell) { text, _ in
      if isText {
        table.set(text: text, column: number, row: row)
      } else {
        table.set(typing.value(text), column: number, row: row)
      }
    }
  }

  /// Whether Gephi's type of an edge says that it has no direction; `nil` for any other text.
  static func direction(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    switch text.count {
    case 8: String(decoding: text, as: UTF8.self).lowercased() == "directed" ? false : nil
    case 10: String(decoding: text, as: UTF8.self).lowercased() == "undirected" ? true : nil
    default: nil
    }
  }
}
