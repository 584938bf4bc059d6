extension GMLParser {
  mutating func readEdge(_ record: GMLCursor.Value) throws(Fault) {
    guard pass != .nodes else { return }
    guard record.kind == .list else {
      return try builder.skip(
        Fault(offset: record.offset, message: "the edge is no list", mend: "write 'edge [ ... ]'"))
    }
    try collect(record.range, .edge)
    do throws(Fault) {
      try addEdge(record)
    } catch {
      try builder.skip(error)
    }
  }

  mutating func addEdge(_ record: GMLCursor.Value) throws(Fault) {
    var source: GMLCursor.Value?
    var target: GMLCursor.Value?
    var weight: Double?
    for field in edgeFields.fields {
      switch field.role {
      case .source:
        guard source == nil else { throw twice("source", of: "edge", field.value) }
        source = field.value
      case .target:
        guard target == nil else { throw twice("target", of: "edge", field.value) }
        target = field.value
      case .weight:
        guard weight == nil else { throw twice("weight", of: "edge", field.value) }
        weight = try number(field.value)
      default: break
      }
    }
    guard let source, let target else {
      throw Fault(
        offset: record.offset,
        message: "the edge has no '\(source == nil ? "source" : "target")'",
        mend: "write the ids of the nodes that it joins after 'source' and 'target'")
    }
    guard let tail = try end(source), let head = try end(target) else { return }
    let edge = builder.addEdge(tail, head)
    if let weight { try builder.setWeight(weight, of: edge, offset: record.offset) }
    try setEdge(edge)
  }

  /// The node of an end; `nil` if the nodes have to be read first.
  mutating func end(_ value: GMLCursor.Value) throws(Fault) -> Int? {
    try checkName(value)
    let node = nodeOfID[idNumber(value)]
    if node >= 0 { return Int(node) }
    if pass == .all {
      edgeCameFirst = true
      return nil
    }
    throw Fault(
      offset: value.offset,
      message: "there is no node with the id \(Fault.quoted(bytes[value.range]))",
      mend: "add the node, or correct the end of the edge")
  }

  func number(_ value: GMLCursor.Value) throws(Fault) -> Double {
    switch value.kind {
    case .integer: return Double(value.integer)
    case .real: return value.real
    case .text, .word:
      if let number = Double(text(value.range).trimmingSpaces), number.isFinite { return number }
    case .list, .notFinite: break
    }
    throw Fault(
      offset: value.offset,
      message: "the weight \(Fault.quoted(bytes[value.range])) is no finite number",
      mend: "give a finite number, or leave the weight out")
  }

  mutating func setEdge(_ edge: Int) throws(Fault) {
    for field in edgeFields.fields {
      switch field.role {
      case .graphics where field.value.kind == .list:
        for (name, value) in try graphics(field.value.range, ofNode: false) {
          builder.edges.set(value, column: builder.edges.column(name), row: edge)
        }
      case .graphics:
        if let value = try attribute(field.value) {
          builder.edges.set(value, column: builder.edges.column("graphics"), row: edge)
        }
      case .attribute(let column, let type):
        guard edgeFields.repeated.isEmpty || !edgeFields.repeated.contains(field.key) else {
          continue
        }
        if field.value.kind == .text, type == nil, !hasEntity(field.value) {
          builder.edges.set(
            text: UnsafeBufferPointer(rebasing: bytes[field.value.range]), column: column,
            row: edge)
        } else if let value = try attribute([field.value], type) {
          builder.edges.set(value, column: column, row: edge)
        }
      default: break
      }
    }
    for (column, value) in try lists(edgeFields) {
      builder.edges.set(value, column: column, row: edge)
    }
  }
}
