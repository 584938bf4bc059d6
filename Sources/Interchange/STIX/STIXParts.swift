import Evidence

/// The native form of one entry, as the extension of a STIX object keeps it.
struct STIXPart {
  /// What it is: graph, source, asserter, entity, statement, network, node or edge.
  var name: String
  /// Its place among the entries of its part.
  var position: Int
  /// Where the native form stands in the file.
  var offset: Int

  /// Finds it among the extensions of an object, which stand in a file; `nil` if there is none.
  ///
  /// - Throws: ``Fault`` if the extension is ours but not as we write it.
  init?(_ file: STIXBytes, extensions range: Range<Int>) throws(Fault) {
    var cursor = JSONCursor(
      file.bytes, from: range.lowerBound, to: range.upperBound, options: file.options)
    guard cursor.peek() == UInt8(ascii: "{") else { return nil }
    var found: JSONNode?
    // Others may have long extensions, of which no tree is made.
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      if cursor.equals(key, STIXName.definition) {
        found = try cursor.value()
      } else {
        try cursor.skipValue()
      }
    }
    guard let own = found else { return nil }
    guard let name = own["part"]?.text, let position = own["position"]?.int,
      let native = own["native"]
    else {
      throw Fault(
        offset: own.offset, message: "the extension of Throughline lacks part, position or native",
        mend: "leave the extension as it was written, or take it out")
    }
    self.name = name
    self.position = position
    offset = native.offset
  }
}

/// The native forms of a whole file.
struct STIXParts {
  /// The file.
  let file: STIXBytes
  /// The parts in the order of the file.
  let parts: [STIXPart]

  /// Whether they make a graph of evidence.
  var isEvidence: Bool { parts.contains { $0.name == "graph" } }

  /// Whether they make a plain network.
  var isNetwork: Bool { parts.contains { $0.name == "network" } }

  /// The parts of a name in the order in which they were written.
  private func sorted(_ name: String) -> [STIXPart] {
    parts.filter { $0.name == name }.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
  }

  private func node(_ part: STIXPart) throws(Fault) -> JSONNode {
    try file.node(at: part.offset..<file.bytes.count)
  }
}

extension STIXParts {
  /// The tree of the native format, for the native reader.
  func tree() throws(Fault) -> DocumentTree {
    let lines = LineTable(file.bytes)
    let top = DocumentTree.Mark(line: 1, column: 1)
    var entries = [DocumentTree.Entry(key: "throughline", mark: top, value: .scalar("1", top))]
    if let part = sorted("graph").first {
      for member in try node(part).members ?? [] {
        entries.append(lines.entry(member))
      }
    }
    let lists = [
      ("sources", "source"), ("asserters", "asserter"), ("entities", "entity"),
      ("statements", "statement"),
    ]
    for (key, name) in lists {
      var items: [DocumentTree] = []
      for part in sorted(name) { items.append(lines.tree(try node(part))) }
      if !items.isEmpty {
        entries.append(DocumentTree.Entry(key: key, mark: top, value: .sequence(items, top)))
      }
    }
    return .mapping(entries, top)
  }

  /// Where the lines of a file begin.
  private struct LineTable {
    private var starts = [0]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      for (place, byte) in bytes.enumerated() where byte == 10 { starts.append(place + 1) }
    }

    private func mark(_ offset: Int) -> DocumentTree.Mark {
      var low = 0
      var high = starts.count
      while low + 1 < high {
        let middle = (low + high) / 2
        if starts[middle] <= offset { low = middle } else { high = middle }
      }
      return DocumentTree.Mark(line: low + 1, column: offset - starts[low] + 1)
    }

    func entry(_ member: JSONNode.Member) -> DocumentTree.Entry {
      DocumentTree.Entry(key: member.key, mark: mark(member.offset), value: tree(member.value))
    }

    /// A value as a tree; no deeper than the cursor let it be.
    func tree(_ node: JSONNode) -> DocumentTree {
      let place = mark(node.offset)
      switch node.value {
      case .object(let members): return .mapping(members.map(entry), place)
      case .array(let elements): return .sequence(elements.map(tree), place)
      case .string(let text): return .scalar(text, place)
      case .number(let text): return .scalar(text, place)
      case .bool(let flag): return .scalar(flag ? "true" : "false", place)
      case .null: return .scalar("", place)
      }
    }
  }
}

extension STIXParts {
  /// The plain network that was written.
  func network(_ options: NetworkOptions) throws(Fault) -> PlainNetwork {
    var builder = NetworkBuilder(options: options)
    if let part = sorted("network").first {
      let native = try node(part)
      builder.isDirected = native["directed"]?.flag ?? true
      builder.attributes = (native["attributes"]?.members ?? []).compactMap { member in
        member.value.attributeValue.map { NamedAttribute(member.key, $0) }
      }
    }
    for part in sorted("node") {
      let native = try node(part)
      let row = builder.node(try name(native, "id"), offset: native.offset)
      if let label = native["label"]?.text { builder.setLabel(label, of: row) }
      for member in native["attributes"]?.members ?? [] {
        guard let value = member.value.attributeValue else { continue }
        builder.nodes.set(value, column: builder.nodes.column(member.key), row: row)
      }
    }
    for part in sorted("edge") {
      let native = try node(part)
      let tail = builder.node(try name(native, "source"), offset: native.offset)
      let edge = builder.addEdge(tail, builder.node(try name(native, "target")))
      if let weight = native["weight"]?.double {
        try builder.setWeight(weight, of: edge, offset: native.offset)
      }
      for member in native["attributes"]?.members ?? [] {
        guard let value = member.value.attributeValue else { continue }
        builder.edges.set(value, column: builder.edges.column(member.key), row: edge)
      }
    }
    return try builder.network()
  }

  private func name(_ native: JSONNode, _ key: String) throws(Fault) -> String {
    if let name = native[key]?.text { return name }
    throw Fault(
      offset: native.offset, message: "the native form of a part has no \(key)",
      mend: "leave the extension as it was written")
  }
}
