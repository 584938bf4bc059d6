import GraphCore

/// A key as it is written, with the column whose cells bear it.
struct GraphMLWrittenKey {
  /// The element `<key>`, with a line break.
  let declaration: String
  /// Whether it says something in our namespace.
  let isMarked: Bool
  /// `<data key="...">`.
  private let opening: [UInt8]
  private let column: AttributeColumn?

  private static let closing = Array("</data>".utf8)

  /// Makes keys whose ids and names are unique.
  struct Names {
    private var count = 0
    private var taken: [Set<String>] = [[], [], []]

    /// Makes a key; `isOurs` says whether readers may take the name for what it conventionally means.
    mutating func key(
      _ name: String, _ type: AttributeType, _ domain: GraphMLKey.Domain, column: AttributeColumn?,
      isOurs: Bool
    ) -> GraphMLWrittenKey {
      let id = "d\(count)"
      count += 1
      // The columns `label`, `weight` and `edge_id` of ours are made without one.
      let isConvention = GraphMLKey.conventions(domain).contains(name)
      let isMeant =
        isOurs && (!isConvention || column == nil || (name == "edge_id" && column?.name == "id"))
      var shown = name.isEmpty ? "_" : name
      while !taken[domain.rawValue].insert(shown).inserted { shown += "_" }
      var marks = ""
      if shown != name || !isMeant {
        marks += " throughline:name=\"\(XMLText.attribute(name))\""
      }
      if type == .json { marks += " throughline:type=\"json\"" }
      let type =
        switch type {
        case .text, .json: "string"
        case .integer: "long"
        case .real: "double"
        case .flag: "boolean"
        }
      let place =
        switch domain {
        case .node: "node"
        case .edge: "edge"
        case .whole: "graph"
        }
      return GraphMLWrittenKey(
        declaration: "<key id=\"\(id)\" for=\"\(place)\" attr.name=\"\(XMLText.attribute(shown))\" "
          + "attr.type=\"\(type)\"\(marks)/>\n",
        isMarked: !marks.isEmpty, opening: Array("<data key=\"\(id)\">".utf8), column: column)
    }
  }

  /// Appends a value.
  func write(_ text: String, to line: inout [UInt8]) {
    line.append(contentsOf: opening)
    XMLText.content(text, to: &line)
    line.append(contentsOf: Self.closing)
  }

  /// Appends the value of a row, if it has one.
  func writeCell(_ row: Int, to line: inout [UInt8]) {
    guard let column else { return }
    if let presence = column.presence, !presence[row] { return }
    switch column.storage {
    case .integer(let values): write(String(values[row]), to: &line)
    case .real(let values): write(AttributeValue.real(values[row]).text, to: &line)
    case .flag(let values): write(values[row] ? "true" : "false", to: &line)
    case .texts(let codes, let pool):
      let code = Int(codes[row])
      guard code >= 0 else { return }
      line.append(contentsOf: opening)
      pool.bytes.withUnsafeBufferPointer { bytes in
        XMLText.content(
          UnsafeBufferPointer(rebasing: bytes[pool.offsets[code]..<pool.offsets[code + 1]]),
          to: &line)
      }
      line.append(contentsOf: Self.closing)
    }
  }
}
