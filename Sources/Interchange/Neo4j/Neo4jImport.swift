import Evidence

/// Writes a network as the two tables of `neo4j-admin database import`: nodes and relationships.
struct Neo4jImport {
  private let graph: LabelledGraph

  init(_ graph: LabelledGraph) { self.graph = graph }

  /// The files.
  var members: [ZipArchive.Member] {
    [
      ZipArchive.Member(name: "nodes.csv") { [graph] output in
        let table = Neo4jTable(graph.nodes.map(\.properties), taken: ["id"])
        try output.write("id:ID,:LABEL" + table.header + "\n")
        for (row, node) in graph.nodes.enumerated() {
          let labels = node.labels.map(Self.label).joined(separator: ";")
          try output.write(Neo4jTable.quoted(node.id) + "," + Neo4jTable.quoted(labels))
          try output.write(table.cells(row) + "\n")
        }
      },
      ZipArchive.Member(name: "relationships.csv") { [graph] output in
        let table = Neo4jTable(graph.relationships.map(\.properties), taken: ["id"])
        try output.write(":START_ID,:END_ID,:TYPE,id" + table.header + "\n")
        for (row, tie) in graph.relationships.enumerated() {
          let cells = [graph.nodes[tie.tail].id, graph.nodes[tie.head].id, tie.type, tie.id]
          try output.write(cells.map(Neo4jTable.quoted).joined(separator: ","))
          try output.write(table.cells(row) + "\n")
        }
      },
    ]
  }

  /// A label without the mark that stands between labels.
  private static func label(_ label: String) -> String {
    String(label.map { $0 == ";" ? "_" : $0 })
  }
}

/// The columns of a table with a type each.
struct Neo4jTable {
  /// What a column holds.
  private enum Kind: String {
    case whole = "long"
    case number = "double"
    case flag = "boolean"
    case list = "string[]"
    case text = "string"
  }

  private struct Column {
    var title: String
    var kind: Kind
  }

  private var columns: [Column] = []
  private var numbers: [String: Int] = [:]
  private let rows: [[NamedAttribute]]

  /// Finds out the columns of some rows.
  ///
  /// - Parameters:
  ///   - rows: The properties of each row.
  ///   - taken: Titles that stand in the table already.
  init(_ rows: [[NamedAttribute]], taken: Set<String>) {
    self.rows = rows
    var taken = taken
    for property in rows.joined() {
      let kind = Self.kind(of: property.value)
      if let number = numbers[property.name] {
        columns[number].kind = Self.joined(columns[number].kind, kind)
        continue
      }
      numbers[property.name] = columns.count
      // A colon begins the type, braces what belongs to an id.
      let plain = String(property.name.map { ":{}\n\r".contains($0) ? "_" : $0 })
      var title = plain.isEmpty ? "_" : plain
      var count = 2
      while !taken.insert(title).inserted {
        title = "\(plain)_\(count)"
        count += 1
      }
      columns.append(Column(title: title, kind: kind))
    }
  }

  /// The titles, each after a comma.
  var header: String {
    columns.map { "," + Self.quoted("\($0.title):\($0.kind.rawValue)") }.joined()
  }

  /// The cells of a row, each after a comma; nothing where there is no value.
  func cells(_ row: Int) -> String {
    var cells = [String](repeating: "", count: columns.count)
    for property in rows[row] {
      guard let number = numbers[property.name] else { continue }
      cells[number] = Self.cell(property.value, columns[number].kind)
    }
    return cells.map { "," + $0 }.joined()
  }

  private static func kind(of value: AttributeValue) -> Kind {
    switch value {
    case .text: .text
    case .integer: .whole
    case .real: .number
    case .flag: .flag
    case .json: list(value) == nil ? .text : .list
    }
  }

  private static func joined(_ left: Kind, _ right: Kind) -> Kind {
    switch (left, right) {
    case _ where left == right: left
    case (.whole, .number), (.number, .whole): .number
    default: .text
    }
  }

  private static func cell(_ value: AttributeValue, _ kind: Kind) -> String {
    switch kind {
    case .list: quoted((list(value) ?? [value.text]).joined(separator: ";"))
    case .text: quoted(value.text)
    case .whole, .number, .flag: value.text
    }
  }

  /// The texts of a list that can stand with semicolons between them.
  private static func list(_ value: AttributeValue) -> [String]? {
    guard case .json(let text) = value, text.first == "[",
      let texts = FollowTheMoneyMarkReader.texts(ofList: text), !texts.isEmpty,
      text == JSONValue.array(texts.map(JSONValue.string)).text(),
      texts.allSatisfy({ !$0.isEmpty && !$0.contains(";") })
    else { return nil }
    return texts
  }

  /// A cell in quotation marks. A text that is empty is not missing.
  static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
