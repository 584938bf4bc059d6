import DOT
import Evidence
import GraphCore

/// Writes a network in the DOT language: a statement a line, all names and values in quotes, nodes first
/// and with all their attributes, so that readers that look into no subgraph miss none.
struct DOTText {
  private let network: PlainNetwork
  private let groups: DOTGroupTree
  private let nodes: DOTColumns
  private let edges: DOTColumns
  private let parents: AttributeColumn?
  /// Whether parallel edges may be told as none.
  private let isStrict: Bool
  /// The edges whose key another edge between the same nodes has before them.
  private let withoutKey: Set<Int>

  init(_ network: PlainNetwork) {
    self.network = network
    groups = DOTGroupTree(network)
    nodes = DOTColumns(network.nodeAttributes)
    edges = DOTColumns(network.edgeAttributes)
    parents = network.nodeAttributes["parent"]
    isStrict = network.attribute("strict") == .flag(true) && !Self.hasParallels(network)
    withoutKey = Self.repeatedKeys(network)
  }

  /// What the file loses, one sentence each.
  var losses: [String] {
    withoutKey.isEmpty
      ? []
      : [
        "the keys of \(withoutKey.count) parallel edges are lost: in DOT edges of one key are one edge"
      ]
  }

  private struct Ends: Hashable {
    var tail: Int
    var head: Int
    var key: String?

    init(_ edge: Graph.Edge, isDirected: Bool, key: String? = nil) {
      let isTurned = !isDirected && edge.head < edge.tail
      tail = isTurned ? edge.head : edge.tail
      head = isTurned ? edge.tail : edge.head
      self.key = key
    }
  }

  private static func hasParallels(_ network: PlainNetwork) -> Bool {
    var seen: Set<Ends> = []
    return network.edges.contains {
      !seen.insert(Ends($0, isDirected: network.isDirected)).inserted
    }
  }

  private static func repeatedKeys(_ network: PlainNetwork) -> Set<Int> {
    guard let keys = network.edgeAttributes["key"] else { return [] }
    var seen: Set<Ends> = []
    var repeated: Set<Int> = []
    for (number, edge) in network.edges.enumerated() {
      guard let key = keys[number]?.text else { continue }
      let ends = Ends(edge, isDirected: network.isDirected, key: key)
      if !seen.insert(ends).inserted { repeated.insert(number) }
    }
    return repeated
  }
}

extension DOTText {
  /// Writes the file.
  func write(to output: inout PiecedOutput) throws {
    var opening = isStrict ? "strict " : ""
    opening += network.isDirected ? "digraph " : "graph "
    if let name { opening += DOTEscaping.quoted(name: name) + " " }
    try output.write(opening + "{\n")
    let attributes = graphAttributes
    if !attributes.isEmpty { try output.write("  graph\(list(attributes));\n") }
    let names = network.nodes.map { DOTEscaping.quoted(name: $0.id) }
    for (number, node) in network.nodes.enumerated() {
      try output.write("  \(names[number])\(list(self.attributes(of: node, number)));\n")
    }
    try writeGroups(names, to: &output)
    let arrow = network.isDirected ? " -> " : " -- "
    for (number, edge) in network.edges.enumerated() {
      try output.write(
        "  " + names[edge.tail] + arrow + names[edge.head]
          + list(self.attributes(of: edge, number)) + ";\n")
    }
    try output.write("}\n")
  }

  private var name: String? {
    if case .text(let name)? = network.attribute("name") { name } else { nil }
  }

  private func list(_ attributes: [String]) -> String {
    attributes.isEmpty ? "" : " [" + attributes.joined(separator: ", ") + "]"
  }

  private func writeGroups(_ names: [String], to output: inout PiecedOutput) throws {
    guard !groups.groups.isEmpty else { return }
    var members = [[Int]](repeating: [], count: groups.groups.count)
    for node in 0..<names.count {
      if let group = group(of: node) { members[group].append(node) }
    }
    // Subgraphs that are open, and those within them that are still to be written.
    var open: [(indent: String, rest: ArraySlice<Int>)] = [("  ", groups.tops[...])]
    while var top = open.popLast() {
      guard let group = top.rest.popFirst() else {
        if !open.isEmpty { try output.write(top.indent.dropLast(2) + "}\n") }
        continue
      }
      open.append(top)
      let inner = top.indent + "  "
      try output.write(
        "\(top.indent)subgraph \(DOTEscaping.quoted(name: groups.names[group])) {\n")
      let attributes = groups.attributes(of: group)
      if !attributes.isEmpty { try output.write("\(inner)graph\(list(attributes));\n") }
      for node in members[group] { try output.write(inner + names[node] + ";\n") }
      open.append((inner, groups.within[group][...]))
    }
  }

  private func group(of node: Int) -> Int? {
    guard case .text(let parent)? = parents?[node] else { return nil }
    return groups.numbers[parent]
  }
}

extension DOTText {
  private var graphAttributes: [String] {
    var values: [String: String] = [:]
    for attribute in network.attributes { values[attribute.name] = attribute.value.text }
    var written: [String] = []
    var types: [JSONValue.Member] = []
    for attribute in network.attributes {
      let name = attribute.name
      if name == "name", self.name != nil { continue }
      if name == "strict", isStrict { continue }
      if name == "groups", groups.isWhole { continue }
      let text = DOTTyping.text(attribute.value, in: attribute.value.type)
      let value = DOTWritten(
        name, text, html: values[name + DOTValueText.html],
        escapes: values[name + DOTValueText.escapes])
      if Self.keeps(name, of: values) { continue }
      written.append("\(DOTEscaping.attributeName(name))=\(value.text)")
      if DOTTyping.type(of: [text]) != attribute.value.type {
        types.append(.init(name, .string(attribute.value.type.rawValue)))
      }
    }
    let all: [(String, [JSONValue.Member])] = [
      ("graph", types), ("node", nodes.types), ("edge", edges.types),
    ]
    let named = all.filter { !$0.1.isEmpty }.map { JSONValue.Member($0.0, .object($0.1)) }
    if !named.isEmpty {
      let text = DOTValue.text(JSONValue.object(named).text())
      written.append(
        "\(DOTEscaping.attributeName(DOTTyping.attribute))="
          + text.written(attribute: DOTTyping.attribute))
    }
    return written
  }

  /// Whether an attribute only keeps how another one was written, and goes out with that one.
  private static func keeps(_ name: String, of values: [String: String]) -> Bool {
    for ending in [DOTValueText.html, DOTValueText.escapes] where name.hasSuffix(ending) {
      let base = String(name.dropLast(ending.count))
      guard let text = values[base] else { continue }
      return DOTWritten(
        base, text, html: values[base + DOTValueText.html],
        escapes: values[base + DOTValueText.escapes]
      ).used == ending
    }
    return false
  }

  private func attributes(of node: PlainNetwork.Node, _ row: Int) -> [String] {
    var written: [String] = []
    var used: String?
    let html = nodes.text("label" + DOTValueText.html, row)
    let escapes = nodes.text("label" + DOTValueText.escapes, row)
    if html == nil, DOTShapes.isRecord(nodes.text("shape", row)) {
      if node.label != node.id {
        written.append("label=" + DOTEscaping.quoted(raw: node.label))
      }
    } else if node.label != node.id || html != nil || escapes != nil {
      let value = DOTWritten(
        "label", node.label, html: html, escapes: escapes,
        names: ["N": node.id, "G": name ?? ""])
      used = value.used
      if node.label != node.id || used != nil { written.append("label=" + value.text) }
    }
    let place = nodes.place(row)
    if let place { written.append("pos=\"\(place)\"") }
    nodes.write(row, to: &written) { name in
      switch name {
      case "label": node.label != node.id
      case "label" + DOTValueText.html: used == DOTValueText.html
      case "label" + DOTValueText.escapes: used == DOTValueText.escapes
      case "x", "y", "z": place != nil
      case "pin": place?.hasSuffix("!") == true
      case "parent": group(of: row) != nil
      default: false
      }
    }
    return written
  }

  private func attributes(of edge: Graph.Edge, _ row: Int) -> [String] {
    var written: [String] = []
    if let weight = edge.weight { written.append("weight=\"\(NetworkNumber.text(weight))\"") }
    edges.write(row, to: &written) { $0 == "key" && withoutKey.contains(row) }
    return written
  }
}

/// A value as it goes into a file: as it was once read, if it still says the same, else as a text.
struct DOTWritten {
  /// The value with its quotes or brackets.
  let text: String
  /// The ending of the attribute that says how it was once written, if that was used.
  let used: String?

  init(
    _ name: String, _ value: String, html: String?, escapes: String?,
    names: [Unicode.Scalar: String] = [:]
  ) {
    if let html, let label = HTMLLabel(markup: html),
      DOTValueText(DOTRawValue(raw: html, isHTML: true), of: name).text == value
    {
      text = DOTValue.html(label).written(attribute: name)
      used = DOTValueText.html
    } else if let escapes, escapes.contains("\\") || escapes.contains("&"),
      DOTValueText(DOTRawValue(raw: escapes, isHTML: false), of: name, names: names).text == value
    {
      text = DOTValue.escString(escapes).written(attribute: name)
      used = DOTValueText.escapes
    } else {
      text = DOTValue.text(value).written(attribute: name)
      used = nil
    }
  }
}

/// The columns of a table as they are written.
struct DOTColumns {
  private struct Column {
    let column: AttributeColumn
    let written: String
    let html: AttributeColumn?
    let escapes: AttributeColumn?
    /// The column whose writing this one keeps, and by which ending.
    let base: (column: AttributeColumn, ending: String)?
  }

  private let columns: [Column]
  private let byName: [String: AttributeColumn]
  /// The types that texts alone would not tell.
  let types: [JSONValue.Member]

  init(_ table: AttributeTable) {
    let byName = Dictionary(table.columns.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    self.byName = byName
    // A reader meets the columns in another order, and must write the same file.
    let sorted = table.columns.sorted { $0.name < $1.name }
    columns = sorted.map { column in
      var base: (AttributeColumn, String)?
      for ending in [DOTValueText.html, DOTValueText.escapes] where column.name.hasSuffix(ending) {
        base = byName[String(column.name.dropLast(ending.count))].map { ($0, ending) }
      }
      return Column(
        column: column, written: DOTEscaping.attributeName(column.name) + "=",
        html: byName[column.name + DOTValueText.html],
        escapes: byName[column.name + DOTValueText.escapes], base: base)
    }
    types = sorted.compactMap { column in
      let told = Self.toldType(of: column)
      return told == nil || told == column.type
        ? nil : .init(column.name, .string(column.type.rawValue))
    }
  }

  /// The type that a reader would find in the texts of a column; `nil` if it has none.
  private static func toldType(of column: AttributeColumn) -> AttributeType? {
    switch column.type {
    case .integer, .real:
      return (0..<column.rowCount).contains { column[$0] != nil } ? column.type : nil
    case .text, .flag, .json:
      let texts = (0..<column.rowCount).lazy.compactMap { row in
        column[row].map { DOTTyping.text($0, in: column.type) }
      }
      return texts.isEmpty ? nil : DOTTyping.type(of: texts)
    }
  }

  /// The text of a cell.
  func text(_ name: String, _ row: Int) -> String? { byName[name]?[row]?.text }

  /// The value of `pos` for a node that has a place.
  func place(_ row: Int) -> String? {
    func number(_ axis: String) -> String? {
      guard let column = byName[axis], [.integer, .real].contains(column.type) else { return nil }
      return column[row]?.number.map(NetworkNumber.text)
    }
    guard byName["pos"]?[row] == nil, let x = number("x"), let y = number("y") else { return nil }
    let pin = byName["pin"]?[row]?.text == "true" ? "!" : ""
    if byName["z"]?[row] == nil { return "\(x),\(y)\(pin)" }
    return number("z").map { "\(x),\(y),\($0)\(pin)" }
  }

  /// Writes the cells of a row but for those that something else says.
  func write(_ row: Int, to written: inout [String], except isSaid: (String) -> Bool) {
    for column in columns {
      guard let value = column.column[row], !isSaid(column.column.name) else { continue }
      if let (base, ending) = column.base, let text = base[row].map({ $0.text }) {
        let said = DOTWritten(
          base.name, text, html: byName[base.name + DOTValueText.html]?[row]?.text,
          escapes: byName[base.name + DOTValueText.escapes]?[row]?.text)
        if said.used == ending { continue }
      }
      let text = DOTTyping.text(value, in: column.column.type)
      if column.html == nil, column.escapes == nil {
        written.append(
          column.written + DOTValue.text(text).written(attribute: column.column.name))
      } else {
        written.append(
          column.written
            + DOTWritten(
              column.column.name, text, html: column.html?[row]?.text,
              escapes: column.escapes?[row]?.text
            ).text)
      }
    }
  }
}
