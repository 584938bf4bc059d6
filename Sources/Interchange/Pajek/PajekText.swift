import Evidence
import GraphCore

/// Writes a network of Pajek, or a project that holds more attributes of the nodes.
///
/// The field of a label holds what people read; a comment before the nodes keeps names and labels that
/// do not fit it, so that reading gives them back. Kinds of edges are numbered relations.
struct PajekText {
  /// The comment that says that labels are names.
  static let labelsAreNames = "% throughline: the labels are the names of the nodes"

  let network: PlainNetwork
  let isProject: Bool
  private let nodeColumns: [AttributeColumn]
  private let edgeColumns: [AttributeColumn]
  let nodeTimes: PajekTimes
  let edgeTimes: PajekTimes
  /// How many nodes are of the first of two kinds.
  let first: Int?

  /// Prepares writing.
  init(_ network: PlainNetwork, isProject: Bool) {
    self.network = network
    self.isProject = isProject
    // In a fixed order, so that what was read is written as it was.
    nodeColumns = network.nodeAttributes.columns.sorted { $0.name < $1.name }
    edgeColumns = network.edgeAttributes.columns.sorted { $0.name < $1.name }
    nodeTimes = PajekTimes(network.nodeAttributes)
    edgeTimes = PajekTimes(network.edgeAttributes)
    first = Self.first(network.nodeAttributes["mode"])
  }

  /// How many nodes are of the first of two kinds, if all of those come first.
  private static func first(_ column: AttributeColumn?) -> Int? {
    guard let column, column.type == .integer else { return nil }
    let first = (0..<column.rowCount).prefix { column[$0] == .integer(1) }.count
    return (first..<column.rowCount).allSatisfy { column[$0] == .integer(2) } ? first : nil
  }

  /// Writes the file.
  func write(to output: inout PiecedOutput) throws {
    let name = networkName
    if isProject || name != nil {
      try output.write("*Network\(name.map { " " + $0 } ?? "")\n")
    }
    let labelsAreNames = network.labels == nil && !namesAreNumbered
    if labelsAreNames { try output.write(Self.labelsAreNames + "\n") }
    var fields: [String] = []
    var labels = GMLLabels(network)
    for (index, node) in network.nodes.enumerated() {
      let field = Self.field(labels.label(of: node))
      fields.append(field)
      let name = labelsAreNames ? field : String(index + 1)
      guard node.id != name || node.label != field else { continue }
      var comment = "% node \(index + 1) " + JSONValue.string(node.id).text()
      if node.label != field { comment += " " + JSONValue.string(node.label).text() }
      try output.write(comment + "\n")
    }
    try output.write("*Vertices \(fields.count)\(first.map { " \($0)" } ?? "")\n")
    for (index, field) in fields.enumerated() {
      try output.write("\(index + 1) \"\(field)\"\(nodeFields(index))\n")
    }
    try writeEdges(to: &output)
    if isProject { try writeValues(to: &output) }
  }

  /// What a comment says of a node: its number, name and label.
  static func node(inComment line: String) -> (number: Int, name: String, label: String?)? {
    guard line.hasPrefix("% node ") else { return nil }
    let rest = line.dropFirst(7)
    let digits = rest.prefix { $0 != " " }
    guard let number = Int(digits), number > 0 else { return nil }
    var texts: [String] = []
    var text = ""
    var isInside = false
    var isEscaped = false
    for scalar in rest.dropFirst(digits.count).unicodeScalars {
      if isInside || scalar == "\"" { text.unicodeScalars.append(scalar) }
      if isEscaped {
        isEscaped = false
      } else if isInside, scalar == "\\" {
        isEscaped = true
      } else if scalar == "\"" {
        isInside.toggle()
        if !isInside, case .text(let value) = JSONCell.value(of: text) { texts.append(value) }
        if !isInside { text = "" }
      }
    }
    guard let name = texts.first, texts.count <= 2 else { return nil }
    return (number, name, texts.count == 2 ? texts[1] : nil)
  }

  var networkName: String? {
    guard case .text(let name)? = network.attribute("name"), !name.isEmpty,
      name == name.trimmingSpaces, Self.field(name) == name
    else { return nil }
    return name
  }

  private var namesAreNumbered: Bool {
    network.nodes.enumerated().allSatisfy { $1.id == String($0 + 1) }
  }

  /// A text as the inside of quotation marks, of which Pajek knows no way to write another.
  static func field(_ text: String) -> String {
    var field = String.UnicodeScalarView()
    var slashes = 0
    for scalar in text.unicodeScalars {
      slashes = scalar == "\\" ? slashes + 1 : 0
      switch scalar {
      case "\"": field.append("'")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": field.append(" ")
      default: field.append(scalar)
      }
    }
    // Some readers take a mark after it for one of the text.
    if !slashes.isMultiple(of: 2) { field.append(" ") }
    return String(field)
  }

  // MARK: Nodes

  private func nodeFields(_ row: Int) -> String {
    let table = network.nodeAttributes
    var fields = ""
    if let x = table["x"]?[row]?.number, let y = table["y"]?[row]?.number {
      fields += " \(x) \(y)"
      if let z = table["z"]?[row]?.number { fields += " \(z)" }
    }
    if case .text(let shape)? = table["shape"]?[row], Self.isShape(shape) { fields += " " + shape }
    for column in nodeColumns {
      guard let word = PajekParameters.word(of: column, ofNode: true), let value = column[row],
        let text = PajekParameters.text(of: value, word)
      else { continue }
      fields += " \(word) \(text)"
    }
    return fields + (nodeTimes.text(row).map { " " + $0 } ?? "")
  }

  static func isShape(_ text: String) -> Bool {
    GMLKey.isKey(text) && PajekParameters.nodeNames[text] == nil
      && !PajekParameters.nodeWords.contains(text) && text.lowercased() != "hooks"
  }

  private func writeValues(to output: inout PiecedOutput) throws {
    for column in network.nodeAttributes.columns where isValues(column) {
      let isWhole = column.type != .real && !Self.isNegative(column)
      try output.write("*\(isWhole ? "Partition" : "Vector") \(column.name)\n")
      try output.write("*Vertices \(column.rowCount)\n")
      for row in 0..<column.rowCount {
        switch column[row] {
        case .flag(let flag): try output.write(flag ? "1\n" : "0\n")
        case .integer(let number) where !isWhole: try output.write("\(Double(number))\n")
        case let value?: try output.write(value.text + "\n")
        case nil: break
        }
      }
    }
  }

  /// Whether a column of nodes is written as a partition or a vector.
  func isValues(_ column: AttributeColumn) -> Bool {
    guard isProject, !(column.name == "mode" && first != nil), column.rowCount > 0,
      !["x", "y", "z", "label", "start", "end"].contains(column.name),
      PajekParameters.word(of: column, ofNode: true) == nil, !column.name.isEmpty,
      column.name == column.name.trimmingSpaces, Self.field(column.name) == column.name,
      !column.name.contains("\""), [.integer, .real, .flag].contains(column.type)
    else { return false }
    return (0..<column.rowCount).allSatisfy { row in
      guard case .integer(let number)? = column[row] else { return column[row] != nil }
      return abs(number) <= 1 << 53
    }
  }

  static func isNegative(_ column: AttributeColumn) -> Bool {
    (0..<column.rowCount).contains { row in (column[row]?.number ?? 0) < 0 }
  }

  // MARK: Edges

  private func writeEdges(to output: inout PiecedOutput) throws {
    let word = network.isDirected ? "*Arcs" : "*Edges"
    let kinds = kindColumn
    var numbers: [String: Int] = [:]
    // Edges without a kind are those of the first relation.
    var next = 1
    if let kinds, (0..<kinds.rowCount).contains(where: { kinds[$0] == nil }) { next = 2 }
    var section: String??
    let isWritten = hasEdgeFields
    for (index, edge) in network.edges.enumerated() {
      let kind = kinds?[index]?.text
      if section == nil || section != .some(kind) {
        section = .some(kind)
        if let kind {
          let number = numbers[kind] ?? next
          let isNew = numbers.updateValue(number, forKey: kind) == nil
          if isNew { next += 1 }
          try output.write("\(word) :\(number) \"\(Self.field(kind))\"\n")
        } else {
          try output.write(word + "\n")
        }
      }
      try output.write(number: edge.tail + 1)
      try output.write(" ")
      try output.write(number: edge.head + 1)
      if let weight = edge.weight {
        try output.write(" " + NetworkNumber.text(weight))
      } else if isWritten {
        try output.write(" 1")
      }
      try output.write(edgeFields(index) + "\n")
    }
    if network.edges.isEmpty { try output.write(word + "\n") }
  }

  private var kindColumn: AttributeColumn? {
    network.edgeAttributes["kind"].flatMap { $0.type == .text ? $0 : nil }
  }

  /// Whether any edge has a parameter, before which there must be a weight.
  var hasEdgeFields: Bool {
    !network.edgeAttributes.columns.isEmpty
      && (0..<network.edges.count).contains { !edgeFields($0).isEmpty }
  }

  private func edgeFields(_ row: Int) -> String {
    var fields = ""
    for column in edgeColumns {
      guard let word = PajekParameters.word(of: column, ofNode: false), let value = column[row],
        let text = PajekParameters.text(of: value, word)
      else { continue }
      fields += " \(word) \(text)"
    }
    return fields + (edgeTimes.text(row).map { " " + $0 } ?? "")
  }
}
