/// Keys and values.
extension GraphMLHandler {
  /// A key is declared.
  mutating func openKey(_ element: borrowing XMLElementEvent) throws(Fault) {
    guard let id = element.text("id"), !id.isEmpty else {
      throw Fault(offset: element.offset, message: "a key has no id", mend: "give it one")
    }
    let domains: [GraphMLKey.Domain]
    switch element.text("for") {
    case nil, "all": domains = [.node, .edge, .whole]
    case "node": domains = [.node]
    case "edge": domains = [.edge]
    case "graph", "graphml": domains = [.whole]
    case "port", "endpoint", "hyperedge": domains = []
    case let other?:
      throw Fault(
        offset: element.offset,
        message: "the key '\(Fault.cut(id))' is for '\(Fault.cut(other))', which nothing is",
        mend: "write for=\"node\", \"edge\", \"graph\" or \"all\"")
    }
    var declared: [(domain: GraphMLKey.Domain, place: Int)] = []
    for domain in domains {
      let key = try GraphMLKey(element, id: id, domain: domain)
      guard let place = keys.add(key, id: id, domain) else {
        throw Fault(
          offset: element.offset, message: "the key '\(Fault.cut(id))' is declared twice",
          mend: "give each key an id of its own")
      }
      guard keys.count(domain) <= options.mostAttributes else {
        throw Fault(
          offset: element.offset, message: "there are more than \(options.mostAttributes) keys",
          mend: "leave some out, or raise the limit with --most-attributes")
      }
      if key.role == .edgeID, key.kind != .text { holdsIDs = true }
      declared.append((domain, place))
    }
    push(declared)
  }

  /// The default of the key in hand is whole.
  mutating func closeDefault() throws(Fault) {
    guard drawing == nil else { return }
    for (domain, place) in declaredKeys {
      let key = keys[domain, place]
      let reading = try cell.withUnsafeBufferPointer { bytes throws(Fault) in
        try GraphMLValue.value(bytes, key.kind)
      }
      guard case .value(let value) = reading else { continue }
      if key.role == .weight {
        guard let weight = value.number ?? Double(value.text.trimmingSpaces) else {
          throw Fault(
            offset: 0, message: "the weight '\(Fault.cut(value.text))' is no number",
            mend: "give a number, or name the attribute otherwise")
        }
        defaultWeight = weight
      }
      if case .color(let part) = key.role, let number = value.number {
        defaultColor[part] = Int16(max(0, min(number, 255)))
      }
      keys[domain, place].fallback = value
    }
  }

  /// A value begins.
  mutating func openData(_ element: borrowing XMLElementEvent) throws(Fault) {
    let domain: GraphMLKey.Domain =
      switch around.tag {
      case .node: .node
      case .edge: .edge
      default: .whole
      }
    guard let id = element.attribute("key") else {
      return try skipElement(
        Fault(offset: element.offset, message: "a value names no key", mend: "give it one"))
    }
    guard let place = keys.place(of: id, domain) else {
      return try skipElement(
        Fault(
          offset: element.offset, message: "the key \(Fault.quoted(id)) is not declared",
          mend: "declare it by <key> before the graph"))
    }
    key = (domain, place)
    begin(.data)
  }

  /// The value in hand is whole.
  mutating func closeData() throws(Fault) {
    if let drawing {
      hasDrawings = true
      return try apply(drawing)
    }
    let (domain, place) = key
    let row = around.row
    switch domain {
    case .whole:
      guard isOfWhole else {
        leftOut["data", default: 0] += 1
        return
      }
      let key = keys[domain, place]
      guard let value = try value(key.kind == .json && !isJSON ? .text : key.kind) else { return }
      setWhole(NamedAttribute(key.name, value))
    case .node: try setNode(place, row)
    case .edge: try setEdge(place, row)
    }
  }

  /// The value in hand, `nil` if it is none; a bad one is left out if the user asked for that.
  private mutating func value(_ kind: GraphMLKey.Kind) throws(Fault) -> AttributeValue? {
    let reading: GraphMLValue.Reading
    do throws(Fault) {
      reading = try cell.withUnsafeBufferPointer { bytes throws(Fault) in
        try GraphMLValue.value(bytes, kind)
      }
    } catch {
      try skip(error)
      return nil
    }
    switch reading {
    case .value(let value): return value
    case .none: return nil
    case .notFinite:
      notFinite += 1
      return nil
    }
  }

  /// The value in hand for a column; JSON stays as it is written.
  private mutating func cellValue(_ kind: GraphMLKey.Kind) throws(Fault) -> AttributeValue? {
    if kind == .json, isJSON { return .json(String(decoding: cell, as: UTF8.self)) }
    return try value(kind == .json ? .text : kind)
  }

  /// Whether the cell holds JSON: another program may have changed it.
  private var isJSON: Bool {
    cell.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes, options: options)
      do throws(Fault) {
        try cursor.skipValue()
        try cursor.finish()
        return true
      } catch {
        return false
      }
    }
  }

  private mutating func setNode(_ place: Int, _ row: Int) throws(Fault) {
    let key = keys[.node, place]
    switch key.role {
    case .label:
      builder.setLabel(String(decoding: cell, as: UTF8.self), of: row)
      labelled[row] = true
    case .color(let part):
      guard let number = try value(key.kind)?.number else { return }
      guard number >= 0, number <= 255 else {
        return try skip(
          Fault(
            offset: 0, message: "the part \(NetworkNumber.text(number)) of a color is beyond 255",
            mend: "write 0 to 255"))
      }
      setColor(Int16(number), part: part)
    default:
      let column = column(.node, place)
      if key.kind == .text {
        cell.withUnsafeBufferPointer { builder.nodes.set(text: $0, column: column, row: row) }
      } else if let value = try cellValue(key.kind) {
        builder.nodes.set(value, column: column, row: row)
      }
    }
  }

  private mutating func setEdge(_ place: Int, _ row: Int) throws(Fault) {
    let key = keys[.edge, place]
    switch key.role {
    case .weight: try setWeight(row)
    case .edgeID:
      // It comes before the id of the element, which it only repeats, or which was made up meanwhile.
      if let id = try cellValue(key.kind) { builder.edges.set(id, column: idColumn, row: row) }
    default:
      // The id of the element comes first: some programs write other things under this name.
      if key.name == "id", builder.edges.has(idColumn, row: row) { return }
      let column = column(.edge, place)
      if key.kind == .text {
        cell.withUnsafeBufferPointer { builder.edges.set(text: $0, column: column, row: row) }
      } else if let value = try cellValue(key.kind) {
        builder.edges.set(value, column: column, row: row)
      }
    }
  }

  private mutating func setWeight(_ row: Int) throws(Fault) {
    let weight = cell.withUnsafeBufferPointer { bytes -> Double? in
      let text = GraphMLValue.trimmed(bytes)
      return text.isEmpty ? nil : GraphMLValue.real(text)
    }
    do throws(Fault) {
      guard let weight else {
        if cell.allSatisfy({ $0 <= 0x20 }) { return }
        throw Fault(
          offset: 0, message: "the weight \(Fault.quoted(cell)) is no number",
          mend: "give a number, or name the attribute otherwise")
      }
      try builder.setWeight(weight, of: row, offset: 0)
    } catch {
      try skip(error)
    }
  }

  /// The number of the column of a key, made with its first value.
  mutating func column(_ domain: GraphMLKey.Domain, _ place: Int) -> Int {
    if let column = keys[domain, place].column { return column }
    let key = keys[domain, place]
    let column =
      domain == .node
      ? builder.nodes.column(key.name, type: key.type)
      : builder.edges.column(key.name, type: key.type)
    keys[domain, place].column = column
    return column
  }

  /// A node is whole.
  mutating func closeNode(_ frame: Frame) {
    if frame.color != SIMD3(repeating: -1) { setColor(frame.color, frame.row) }
  }

  /// Gives a node a color unless it has one.
  mutating func setColor(_ parts: SIMD3<Int16>, _ row: Int) {
    let column = builder.nodes.column("color", type: .text)
    guard !builder.nodes.has(column, row: row) else { return }
    let parts = parts.replacing(with: defaultColor, where: parts .< 0)
    let digits = parts.indices.map { part in
      let text = String(max(parts[part], 0), radix: 16)
      return text.count < 2 ? "0" + text : text
    }
    builder.nodes.set(.text("#" + digits.joined()), column: column, row: row)
  }

  /// An edge is whole.
  mutating func closeEdge(_ row: Int) {
    guard let id = heldID else { return }
    heldID = nil
    if !builder.edges.has(idColumn, row: row) {
      builder.edges.set(.text(id), column: idColumn, row: row)
    }
  }

  /// A description of the node, edge or whole in hand is whole.
  mutating func closeDescription() {
    let text = String(decoding: cell, as: UTF8.self).trimmingSpaces
    guard drawing == nil, !text.isEmpty else { return }
    switch around.tag {
    case .node: builder.set("desc", .text(text), ofNode: around.row)
    case .edge:
      builder.edges.set(.text(text), column: builder.edges.column("desc"), row: around.row)
    default:
      guard isOfWhole, wholePlaces["desc"] == nil else {
        leftOut["desc", default: 0] += 1
        return
      }
      setWhole(NamedAttribute("desc", .text(text)))
    }
  }

  private mutating func apply(_ drawing: GraphMLDrawing) throws(Fault) {
    let row = around.row
    switch key.domain {
    case .node:
      if let label = drawing.label, !labelled[row] {
        builder.setLabel(label, of: row)
        labelled[row] = true
      }
      for (name, value) in drawing.places {
        let column = builder.nodes.column(name, type: .real)
        if !builder.nodes.has(column, row: row) {
          builder.nodes.set(.real(value), column: column, row: row)
        }
      }
      for (name, value) in [("color", drawing.color), ("shape", drawing.nodeShape)] {
        guard let value else { continue }
        let column = builder.nodes.column(name, type: .text)
        if !builder.nodes.has(column, row: row) {
          builder.nodes.set(.text(value), column: column, row: row)
        }
      }
    case .edge:
      for (name, value) in [("label", drawing.label), ("color", drawing.lineColor)] {
        guard let value else { continue }
        let column = builder.edges.column(name, type: .text)
        if !builder.edges.has(column, row: row) {
          builder.edges.set(.text(value), column: column, row: row)
        }
      }
    case .whole: break
    }
  }
}
