/// An attribute of nodes or edges as GML writes it.
struct GMLColumn {
  /// The key.
  let key: String
  /// The values.
  let values: AttributeColumn

  init(_ values: AttributeColumn, _ key: String) {
    self.values = values
    self.key = key
  }

  /// The columns in the order in which a reader of the file meets them, so that what was read is
  /// written as it was; the parents last, since they are known last.
  static func ordered(_ table: AttributeTable) -> [AttributeColumn] {
    func rank(_ column: AttributeColumn) -> Int {
      if column.name == "parent" { return table.rowCount + 1 }
      return (0..<table.rowCount).first { column[$0] != nil } ?? table.rowCount
    }
    return table.columns.enumerated().map { (rank($1), $0, $1) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// The type, where the values do not show it.
  var type: GMLType? { Self.type(values.type) }

  /// The type that values do not show.
  static func type(_ type: AttributeType) -> GMLType? {
    switch type {
    case .flag: .flag
    case .json: .json
    case .text, .integer, .real: nil
    }
  }

  /// Whether the attribute is written within `graphics`.
  func isDrawn(ofNode: Bool) -> Bool {
    type == nil && !Self.drawnKeys(of: values.name, ofNode: ofNode).isEmpty
  }

  /// The keys within `graphics` of an attribute; none if it has no place there.
  static func drawnKeys(of name: String, ofNode: Bool) -> [String] {
    switch name {
    case "color": ["fill"]
    case "x" where ofNode, "y" where ofNode, "z" where ofNode: [name]
    case "size" where ofNode: ["w", "h"]
    case "shape" where ofNode: ["type"]
    default: []
    }
  }

  /// The place within `graphics`, whatever the order in which the attributes were met.
  var drawnRank: Int {
    ["x", "y", "z", "size", "shape", "color"].firstIndex(of: values.name) ?? 0
  }

  /// Appends the line of a value.
  func append(_ value: AttributeValue, to line: inout [UInt8]) {
    let value = type == .json ? .json(JSONCell.text(of: value)) : value
    Self.append(value, key: key, indent: 4, to: &line)
  }

  /// Appends the line of a key and its value.
  static func append(
    _ value: AttributeValue, key: String, indent: Int, to line: inout [UInt8]
  ) {
    line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    line.append(contentsOf: key.utf8)
    line.append(UInt8(ascii: " "))
    switch value {
    case .text(let text), .json(let text):
      line.append(UInt8(ascii: "\""))
      GMLEntities.append(text, to: &line)
      line.append(UInt8(ascii: "\""))
    case .integer: line.append(contentsOf: value.text.utf8)
    case .real: line.append(contentsOf: number(value.text).utf8)
    case .flag(let flag): line.append(flag ? UInt8(ascii: "1") : UInt8(ascii: "0"))
    }
    line.append(UInt8(ascii: "\n"))
  }

  /// A number as GML has it: one with an exponent has a point too.
  static func number(_ text: String) -> String {
    guard let mark = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<mark] + ".0" + text[mark...]
  }
}

/// The labels of nodes, such that no two are the same.
struct GMLLabels {
  /// The labels that several nodes have.
  private var shared: Set<String> = []
  private var taken: Set<String> = []

  init(_ network: PlainNetwork) {
    for node in network.nodes where !taken.insert(node.label).inserted {
      shared.insert(node.label)
    }
  }

  /// The label of the next node: its own, or one with its name in brackets.
  mutating func label(of node: PlainNetwork.Node) -> String {
    guard shared.contains(node.label) else { return node.label }
    var label = "\(node.label) (\(node.id))"
    while !taken.insert(label).inserted { label += "'" }
    return label
  }
}
