import DOT
import Evidence
import GraphCore

/// Makes a network of what a DOT text holds: names the conventional attributes and finds the types.
struct DOTAssembly {
  private let content: DOTContent
  private var builder: NetworkBuilder
  private var types: [String: [String: AttributeType]] = [:]

  init(_ content: DOTContent, options: NetworkOptions) {
    self.content = content
    builder = NetworkBuilder(options: options)
  }

  /// Adds what a user should know.
  mutating func remark(_ text: String) { builder.remarks.append(text) }

  /// The network.
  mutating func network() throws(Fault) -> PlainNetwork {
    builder.isDirected = content.isDirected
    for node in 0..<content.names.count {
      Array(content.names.text(node)).withUnsafeBufferPointer {
        _ = builder.node($0, offset: content.names.places[node])
      }
    }
    for (tail, head) in zip(content.tails, content.heads) {
      _ = builder.addEdge(Int(tail), Int(head))
    }
    for edge in content.weights.indices where content.hasWeight[edge] {
      try builder.setWeight(content.weights[edge], of: edge, offset: nil)
    }
    setGraphAttributes()
    let parents = setGroups()
    setNodeAttributes(parents)
    for column in content.edges.columns {
      set(column, type: types["edge"]?[column.name], in: &builder.edges)
    }
    for fault in content.skipped { try builder.skip(fault) }
    return try builder.network()
  }

  /// Sets an attribute of the whole; what the shape of the text says itself comes before one of that name.
  private mutating func put(_ name: String, _ value: AttributeValue, said: Bool = false) {
    if let place = builder.attributes.firstIndex(where: { $0.name == name }) {
      if said {
        builder.attributes[place].value = value
      } else if ["name", "strict"].contains(name) {
        remark(
          "the attribute '\(Fault.cut(name))' of the graph is left out: the text says it already")
      } else {
        builder.attributes[place].value = value
      }
    } else {
      builder.attributes.append(NamedAttribute(name, value))
    }
  }

  private mutating func setGraphAttributes() {
    let whole = content.parts[0]
    if let declared = whole.attributes.first(where: { $0.name == DOTTyping.attribute }) {
      types = DOTTyping.declared(DOTValueText(declared.value, of: declared.name).text)
    }
    if let name = whole.name { put("name", .text(name), said: true) }
    if content.isStrict { put("strict", .flag(true), said: true) }
    for (name, value) in whole.attributes where name != DOTTyping.attribute {
      let decoded = DOTValueText(value, of: name)
      if name == "charset", DOTEncoding.isLatin1(decoded.text) { continue }
      let type = types["graph"]?[name] ?? DOTTyping.type(of: [decoded.text])
      put(name, DOTTyping.value(decoded.text, as: type))
      if let kept = decoded.kept { put(kept.name, .text(kept.raw)) }
    }
  }

  /// Tells of the groups, and by part which group stands for it.
  private mutating func setGroups() -> [String?] {
    var groups: [JSONValue] = []
    var ids = [String?](repeating: nil, count: content.parts.count)
    var taken: Set<String> = []
    var repeats: [String: Int] = [:]
    var withoutID = 0
    // As they are written: each with all that lies in it before the next.
    var open = Array(content.parts[0].parts.reversed())
    while let number = open.popLast() {
      let part = content.parts[number]
      open += part.parts.reversed()
      let outer = part.parent.flatMap { ids[$0] }
      guard part.name != nil || !part.attributes.isEmpty else {
        // Braces that only gather nodes.
        ids[number] = outer
        continue
      }
      let name = Self.text(DOTGroups.id, of: part) ?? part.name ?? "part \(number)"
      var id = name
      while !taken.insert(id).inserted {
        repeats[name, default: 1] += 1
        id = "\(name) \(repeats[name] ?? 1)"
      }
      ids[number] = id
      if part.attributes.contains(where: { $0.name == "id" }) { withoutID += 1 }
      groups.append(.object(Self.members(of: part, id: id, outer: outer)))
    }
    if !groups.isEmpty { put("groups", .json(JSONValue.array(groups).text()), said: true) }
    if withoutID > 0 {
      remark(
        "the attribute 'id' of \(withoutID) subgraphs is left out: the name of a group is its id")
    }
    if !content.torn.isEmpty {
      remark(
        "\(content.torn.count) \(content.torn.count == 1 ? "node lies" : "nodes lie") in several "
          + "subgraphs, of which the first counts")
    }
    return ids
  }

  private static func text(_ name: String, of part: DOTContent.Part) -> String? {
    part.attributes.first { $0.name == name }.map { DOTValueText($0.value, of: name).text }
  }

  private static func members(
    of part: DOTContent.Part, id: String, outer: String?
  ) -> [JSONValue.Member] {
    let isDeclared =
      text(DOTGroups.id, of: part) != nil && text(DOTGroups.isDrawn, of: part) != "false"
    let isDrawn = isDeclared || part.name?.hasPrefix(DOTGroups.prefix) == true
    var members: [JSONValue.Member] = [.init("id", .string(id))]
    func add(_ name: String, _ value: DOTRawValue) {
      let decoded = DOTValueText(value, of: name)
      members.append(.init(name, .string(decoded.text)))
      if let kept = decoded.kept { members.append(.init(kept.name, .string(kept.raw))) }
    }
    for (name, value) in part.attributes where name == "label" { add(name, value) }
    if let outer = outer ?? text("parent", of: part) {
      members.append(.init("parent", .string(outer)))
    }
    if !isDrawn { members.append(.init(DOTGroups.isDrawn, .string("false"))) }
    for (name, value) in part.attributes
    where ![DOTGroups.id, "id", "parent", "label"].contains(name) {
      if name == DOTGroups.isDrawn, !isDrawn { continue }
      add(name, value)
    }
    return members
  }

  private mutating func setNodeAttributes(_ groups: [String?]) {
    let types = types["node"] ?? [:]
    for column in content.nodes.columns {
      switch column.name {
      case "label": setLabels(column)
      case "pos": setPlaces(column, types: types)
      default: set(column, type: types[column.name], in: &builder.nodes)
      }
    }
    for (node, home) in content.homes.enumerated() {
      guard let group = groups[Int(home)] else { continue }
      let column = builder.nodes.column("parent")
      if !builder.nodes.has(column, row: node) {
        builder.nodes.set(.text(group), column: column, row: node)
      }
    }
  }

  private mutating func setLabels(_ column: DOTCells.Column) {
    let shapes = content.nodes["shape"]
    let graph = content.parts[0].name ?? ""
    for node in column.codes.indices {
      guard let value = column[node], value.isHTML || value.raw != "\\N" else { continue }
      let name = builder.name(of: node)
      if !value.isHTML, DOTShapes.isRecord(shapes?[node]?.raw) {
        // Its signs and escapes are a language of their own.
        builder.setLabel(value.raw, of: node)
        continue
      }
      let decoded = DOTValueText(value, of: "label", names: ["N": name, "G": graph])
      builder.setLabel(decoded.text, of: node)
      if let kept = decoded.kept { builder.set(kept.name, .text(kept.raw), ofNode: node) }
    }
  }

  /// `pos="x,y"`, `"x,y,z"` and `"x,y!"`.
  private mutating func setPlaces(_ column: DOTCells.Column, types: [String: AttributeType]) {
    let places = column.values.map { DOTPlace($0.raw) }
    for node in column.codes.indices where column.codes[node] >= 0 {
      let code = Int(column.codes[node])
      guard let place = places[code] else {
        builder.set("pos", .text(column.values[code].raw), ofNode: node)
        continue
      }
      for (axis, number) in zip(["x", "y", "z"], place.numbers) {
        let isWhole = types[axis] == .integer
        builder.set(
          axis,
          isWhole
            ? Int(exactly: number).map(AttributeValue.integer) ?? .real(number)
            : .real(number), ofNode: node)
      }
      if place.isPinned {
        builder.set("pin", DOTTyping.value("true", as: types["pin"] ?? .text), ofNode: node)
      }
    }
  }

  /// Sets the cells of a column, of the type that is declared or that its texts tell.
  private func set(
    _ column: DOTCells.Column, type: AttributeType?, in table: inout AttributeTableBuilder
  ) {
    let decoded = column.values.map { DOTValueText($0, of: column.name) }
    let type = type ?? DOTTyping.type(of: decoded.lazy.map(\.text))
    let values = decoded.map { DOTTyping.value($0.text, as: type) }
    let place = table.column(column.name, type: type)
    for row in column.codes.indices where column.codes[row] >= 0 {
      table.set(values[Int(column.codes[row])], column: place, row: row)
    }
    let kept = decoded.enumerated().compactMap { code, value in
      value.kept.map { (Int32(code), $0) }
    }
    guard !kept.isEmpty else { return }
    let byCode = Dictionary(kept, uniquingKeysWith: { first, _ in first })
    for row in column.codes.indices {
      guard let kept = byCode[column.codes[row]] else { continue }
      table.set(.text(kept.raw), column: table.column(kept.name), row: row)
    }
  }
}

/// A place as the attribute `pos` of a node gives it.
struct DOTPlace {
  /// Two or three numbers.
  var numbers: [Double]
  /// Whether a layout may not move it.
  var isPinned: Bool

  init?(_ text: String) {
    isPinned = text.hasSuffix("!")
    let parts = (isPinned ? text.dropLast() : text[...]).split(
      separator: ",", omittingEmptySubsequences: false)
    numbers = parts.compactMap { Double($0.trimmingSpaces) }
    guard numbers.count == parts.count, (2...3).contains(numbers.count),
      numbers.allSatisfy(\.isFinite)
    else { return nil }
  }
}

/// The shapes whose labels have fields.
enum DOTShapes {
  /// Whether labels of a shape are divided into fields.
  static func isRecord(_ shape: String?) -> Bool { shape == "record" || shape == "Mrecord" }
}

/// How groups of a network stand for subgraphs.
enum DOTGroups {
  /// What the name of a subgraph begins with that is drawn in a frame.
  static let prefix = "cluster"
  /// The attribute of a subgraph that names the group, where the subgraph cannot bear its name.
  static let id = "throughline:id"
  /// The member of a group that says whether it is drawn in a frame.
  static let isDrawn = "cluster"
}
