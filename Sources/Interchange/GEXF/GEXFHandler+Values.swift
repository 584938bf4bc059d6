/// What stands within the elements of nodes and edges.
extension GEXFHandler {
  /// A value of an attribute.
  mutating func takeValue(_ element: borrowing XMLElementEvent) throws(Fault) {
    guard let last = elements.indices.last, elements[last].row >= 0 else { return }
    // Version 1.1 calls it id.
    guard let id = element.attribute("for") ?? element.attribute("id") else {
      return try builder.skip(
        Fault(
          offset: element.offset, message: "a value names no attribute",
          mend: "add for=\"...\" with the id of one"))
    }
    let isEdge = elements[last].isEdge
    let place = isEdge ? edges.place(of: id) : nodes.place(of: id)
    let text = element.attribute("value") ?? UnsafeBufferPointer(start: nil, count: 0)
    do throws(Fault) {
      guard let place else {
        // Early Gephi wrote weights so without declaring them.
        if isEdge, String(decoding: id, as: UTF8.self) == "weight" {
          return try takeWeight(text, element.offset)
        }
        throw Fault(
          offset: element.offset,
          message: "the attribute \(Fault.quoted(id)) is not declared for "
            + (isEdge ? "edges" : "nodes"), mend: "declare it in the element 'attributes'")
      }
      try take(text, of: place, at: element.offset, span: span(of: element))
    } catch {
      try builder.skip(error)
    }
  }

  private mutating func takeWeight(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) throws(Fault)
  {
    guard let open = elements.last, !open.hasWeight, !text.isEmpty else { return }
    try setWeight(try weight(text, at: offset), of: open, at: offset)
  }

  private mutating func take(
    _ text: UnsafeBufferPointer<UInt8>, of place: Int, at offset: Int, span: GEXFSpan
  ) throws(Fault) {
    let last = elements.count - 1
    let isEdge = elements[last].isEdge
    let number = elements[last].number
    let attribute = isEdge ? edges.attributes[place] : nodes.attributes[place]
    // An empty value of anything but a text is none.
    if text.isEmpty, attribute.type != .text { return }
    if attribute.isDynamic || !span.isEmpty {
      let value = try value(text, of: attribute, at: offset)
      return elements[last].add(span.json(value: value), to: place)
    }
    if attribute.lastElement == number { notes.repeatedValues += 1 }
    if isEdge {
      edges.attributes[place].lastElement = number
    } else {
      nodes.attributes[place].lastElement = number
    }
    var column = attribute.column
    switch attribute.role {
    case .column, .edgeID: break
    case .weight: return try takeWeight(text, offset)
    case .label: column = try labelColumn(elements[last])
    case .kind:
      let kind = String(decoding: text, as: UTF8.self)
      elements[last].kinds.append(kind)
      if attribute.title == "kind" { elements[last].hasKind = true }
    case .when: elements[last].when = String(decoding: text, as: UTF8.self)
    }
    if attribute.role == .edgeID {
      // The edge the other way has no id of its own.
      builder.edges.set(
        try value(text, of: attribute, at: offset), column: column, row: elements[last].row)
    } else if column < 0 {
      builder.setLabel(String(decoding: text, as: UTF8.self), of: elements[last].row)
    } else if attribute.type == .text {
      try set(text: text, column: column, of: elements[last])
    } else {
      set(try value(text, of: attribute, at: offset), column: column, of: elements[last])
    }
  }

  /// The column of an attribute called `label`; -1 for the text to print of a node.
  private mutating func labelColumn(_ open: GEXFOpenElement) throws(Fault) -> Int {
    if open.hasLabel { return try column("label_2", of: open) }
    return open.isEdge ? try edgeColumn("label") : -1
  }

  private mutating func value(
    _ text: UnsafeBufferPointer<UInt8>, of attribute: GEXFDeclarations.Attribute, at offset: Int
  ) throws(Fault) -> AttributeValue {
    if let value = attribute.type.value(of: text) { return value }
    throw Fault(
      offset: offset,
      message:
        "the value \(Fault.quoted(text)) of '\(Fault.cut(attribute.title))' does not fit its "
        + "type", mend: "correct it, or declare the attribute as a string")
  }
}

extension GEXFHandler {
  /// The time that a tag gives.
  mutating func span(of element: borrowing XMLElementEvent) -> GEXFSpan {
    var span = GEXFSpan()
    func time(_ bytes: UnsafeBufferPointer<UInt8>?) -> AttributeValue? {
      guard let bytes, !bytes.isEmpty else { return nil }
      return GEXFTime.value(bytes, format: header.timeFormat)
    }
    span.start = time(element.attribute("start"))
    if span.start == nil, let open = time(element.attribute("startopen")) {
      (span.start, span.startIsOpen) = (open, true)
    }
    span.end = time(element.attribute("end"))
    if span.end == nil, let open = time(element.attribute("endopen")) {
      (span.end, span.endIsOpen) = (open, true)
    }
    span.timestamp = time(element.attribute("timestamp"))
    return span
  }

  /// Lists of times in one attribute, which stay as they stand.
  mutating func takeTimeSets(
    _ element: borrowing XMLElementEvent, _ open: GEXFOpenElement
  ) throws(Fault) {
    if let times = element.attribute("timestamps") {
      try set(text: times, column: try column("timestamps", of: open), of: open)
    }
    if let times = element.attribute("intervals") {
      try set(text: times, column: try column("intervals", of: open), of: open)
    }
  }

  /// A time in an element of its own.
  mutating func takeSpell(_ element: borrowing XMLElementEvent) {
    guard let last = elements.indices.last else { return }
    let span = span(of: element)
    if !span.isEmpty { elements[last].spells.append(span) }
  }

  /// A node from which the node comes.
  mutating func takeParent(_ element: borrowing XMLElementEvent) {
    guard let last = elements.indices.last, let name = element.text("for") else { return }
    elements[last].parents.append(name)
  }

  /// How a node or edge looks.
  mutating func takeLook(_ kind: GEXFElement, _ element: borrowing XMLElementEvent) throws(Fault) {
    guard let open = elements.last, open.row >= 0 else { return }
    switch kind {
    case .color:
      guard let color = color(element) else {
        notes.badLooks += 1
        return
      }
      set(.text(color.text), column: try column("color", of: open), of: open)
    case .position:
      try takeNumber(element.attribute("x"), "x", open)
      try takeNumber(element.attribute("y"), "y", open)
      try takeNumber(element.attribute("z"), "z", open)
    case .shape:
      guard let value = element.attribute("value") ?? element.attribute("shape") else {
        notes.badLooks += 1
        return
      }
      try set(text: value, column: try column("shape", of: open), of: open)
      if let address = element.attribute("uri") {
        try set(text: address, column: try column("uri", of: open), of: open)
      }
    default:
      try takeNumber(element.attribute("value"), kind.rawValue, open)
    }
  }

  private mutating func takeNumber(
    _ text: UnsafeBufferPointer<UInt8>?, _ name: String, _ open: GEXFOpenElement
  ) throws(Fault) {
    guard let text else { return }
    guard let value = GEXFViz.value(text) else {
      notes.badLooks += 1
      return
    }
    set(value, column: try column(name, of: open), of: open)
  }

  private mutating func color(_ element: borrowing XMLElementEvent) -> GEXFViz.Color? {
    var alpha = 255
    if let text = element.attribute("a") {
      guard let part = GEXFType.number(text), (0...1).contains(part) else { return nil }
      alpha = Int((part * 255).rounded())
    }
    if let hex = element.text("hex") {
      guard var color = GEXFViz.Color(hex) else { return nil }
      if alpha < 255 { color.alpha = alpha }
      return color
    }
    // A channel that is left out is 0.
    let channels = [element.text("r"), element.text("g"), element.text("b")].map { text in
      text.map { Int($0) } ?? 0
    }
    guard channels.allSatisfy({ $0.map((0...255).contains) ?? false }) else { return nil }
    return GEXFViz.Color(channels.compactMap { $0 }, alpha: alpha)
  }
}
