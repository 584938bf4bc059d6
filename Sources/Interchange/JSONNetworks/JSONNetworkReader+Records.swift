extension JSONNetworkReader {
  /// Puts members of the node in hand into the table, in their order.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - roles: The meanings to keep beside that of a mere attribute.
  ///   - cursor: What the members were read with.
  /// - Throws: ``Fault`` for a value that is too large.
  mutating func setAttributes(
    ofNode node: Int, keeping roles: JSONRoles = [], _ cursor: JSONCursor
  ) throws(Fault) {
    for field in nodes.fields {
      let role = nodes.roles[field.slot]
      guard role == .attribute || roles.contains(role) else { continue }
      if try !nodes.put(field, in: &builder.nodes, row: node, cursor) { countMissing() }
    }
  }

  /// Puts members of the edge in hand into the table, in their order.
  ///
  /// - Parameters:
  ///   - edge: The edge.
  ///   - roles: The meanings to keep beside that of a mere attribute.
  ///   - cursor: What the members were read with.
  /// - Throws: ``Fault`` for a value that is too large.
  mutating func setAttributes(
    ofEdge edge: Int, keeping roles: JSONRoles = [], _ cursor: JSONCursor
  ) throws(Fault) {
    for field in edges.fields {
      let role = edges.roles[field.slot]
      guard role == .attribute || roles.contains(role) else { continue }
      if try !edges.put(field, in: &builder.edges, row: edge, cursor) { countMissing() }
    }
  }

  /// The weight that a member gives; `nil` for null.
  mutating func weight(
    _ field: JSONRecord.Field?, _ cursor: JSONCursor
  ) throws(Fault) -> Double? {
    guard let field else { return nil }
    switch field.kind {
    case .number: return cursor.double(field.digits)
    case .null:
      countMissing()
      return nil
    case .text:
      if let number = Double(cursor.string(field.text)), number.isFinite { return number }
    case .yes, .no, .notFinite, .nested: break
    }
    throw Fault(
      offset: field.offset,
      message:
        "the weight \(Fault.quoted(cursor.bytes[field.start..<field.end])) is no finite number",
      mend: "give a number, or name the attribute otherwise")
  }

  /// Reads attributes of the whole network: an object, or a list of pairs as NetworkX writes it.
  mutating func readAttributes(_ cursor: inout JSONCursor, _ what: String) throws(Fault) {
    switch cursor.peek() {
    case UInt8(ascii: "{"):
      try cursor.beginObject()
      while let key = try cursor.nextKey() {
        try setAttribute(cursor.string(key), &cursor)
      }
    case UInt8(ascii: "["):
      try cursor.beginArray()
      while try cursor.nextElement() {
        let pair = try cursor.value()
        guard let parts = pair.elements, parts.count == 2, let name = parts[0].text else {
          throw Fault(
            offset: pair.offset,
            message: "\(pair.kindName) stands where a pair of name and value should",
            mend: "write \(what) as an object")
        }
        set(name, parts[1])
      }
    case UInt8(ascii: "n"): _ = try cursor.scalar()
    default: throw cursor.unexpected("an object with \(what)")
    }
  }

  /// Reads the value of an attribute of the whole network.
  mutating func setAttribute(_ name: String, _ cursor: inout JSONCursor) throws(Fault) {
    guard builder.attributes.count < max(options.mostAttributes, 1_000_000) else {
      throw Fault(
        offset: cursor.at, message: "the network has more than 1000000 attributes",
        mend: "are nodes taken for attributes?")
    }
    set(name, try cursor.value())
  }

  private mutating func set(_ name: String, _ node: JSONNode) {
    if let value = node.attributeValue {
      builder.attributes.append(NamedAttribute(name, value))
    } else {
      countMissing()
    }
  }

  /// Reads a truth value; `nil` for null.
  mutating func flag(_ cursor: inout JSONCursor, _ what: String) throws(Fault) -> Bool? {
    let byte = cursor.peek()
    guard byte == UInt8(ascii: "t") || byte == UInt8(ascii: "f") || byte == UInt8(ascii: "n") else {
      throw cursor.unexpected("'\(what)', true or false,")
    }
    return try cursor.word()
  }
}
