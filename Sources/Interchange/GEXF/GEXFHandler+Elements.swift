/// Nodes and edges: their tags, and what is settled when they end.
extension GEXFHandler {
  /// A node begins.
  mutating func beginNode(_ element: borrowing XMLElementEvent) throws(Fault) {
    elementCount += 1
    var open = GEXFOpenElement(isEdge: false, row: -1, number: elementCount)
    guard let id = element.attribute("id"), !id.isEmpty else {
      elements.append(open)
      return try builder.skip(
        Fault(offset: element.offset, message: "a node has no id", mend: "give it one"))
    }
    let node = builder.node(id)
    if declaredNodes[node] { notes.repeatedNodes += 1 }
    declaredNodes[node] = true
    open.row = node
    if let label = element.attribute("label") {
      open.hasLabel = true
      if label.count != id.count || !label.elementsEqual(id) {
        builder.setLabel(String(decoding: label, as: UTF8.self), of: node)
      }
    }
    if let parent = element.attribute("pid") {
      builder.nodes.set(text: parent, column: try nodeColumn("parent"), row: node)
    } else if let outer = elements.last, !outer.isEdge, outer.row >= 0 {
      builder.nodes.set(
        .text(builder.name(of: outer.row)), column: try nodeColumn("parent"), row: node)
    }
    open.span = span(of: element)
    try takeTimeSets(element, open)
    noteStrangers(element, isEdge: false)
    elements.append(open)
  }

  /// An edge begins.
  mutating func beginEdge(_ element: borrowing XMLElementEvent) throws(Fault) {
    elementCount += 1
    var open = GEXFOpenElement(isEdge: true, row: -1, number: elementCount)
    let tag: EdgeTag
    do throws(Fault) {
      tag = try edgeTag(element)
    } catch {
      elements.append(open)
      return try builder.skip(error)
    }
    let edge = builder.addEdge(tag.tail, tag.head)
    open.row = edge
    switch tag.direction {
    case .directed: hasDirected = true
    case .undirected: builder.markUndirected(edge)
    case .mutual:
      hasDirected = true
      if tag.tail != tag.head { open.opposite = builder.addEdge(tag.head, tag.tail) }
    }
    if let weight = tag.weight {
      open.hasWeight = true
      try setWeight(weight, of: open, at: element.offset)
    }
    if let id = element.attribute("id"), !edges.has(.edgeID) {
      builder.edges.set(text: id, column: try edgeColumn("id"), row: edge)
    }
    if let label = element.attribute("label") {
      open.hasLabel = true
      try set(text: label, column: try edgeColumn("label"), of: open)
    }
    if let kind = element.attribute("kind"), !kind.isEmpty {
      if edges.has(.kind) {
        open.kind = String(decoding: kind, as: UTF8.self)
      } else {
        try set(text: kind, column: try edgeColumn("kind"), of: open)
      }
    }
    open.span = span(of: element)
    try takeTimeSets(element, open)
    noteStrangers(element, isEdge: true)
    elements.append(open)
  }

  /// Notes attributes of a tag that GEXF does not know.
  private mutating func noteStrangers(_ element: borrowing XMLElementEvent, isEdge: Bool) {
    let shape = element.shape
    guard !shapes.contains(shape) else { return }
    // Files have few; one that has many is looked at again and again.
    if shapes.count >= 16 { shapes.removeAll() }
    shapes.append(shape)
    let known = isEdge ? Self.edgeAttributes : Self.nodeAttributes
    for attribute in element.attributes
    where attribute.prefix != nil || !known.contains(attribute.name) {
      notes.passOverAttribute(attribute.name)
    }
  }

  private static let times = [
    "start", "end", "startopen", "endopen", "timestamp", "timestamps", "intervals",
  ]
  private static let nodeAttributes = ["id", "label", "pid"] + times
  private static let edgeAttributes =
    ["id", "label", "source", "target", "weight", "type", "kind"] + times

  /// What the tag of an edge must say rightly for the edge to count.
  private struct EdgeTag {
    var tail: Int
    var head: Int
    var direction: GEXFHeader.Direction
    var weight: Double?
  }

  private mutating func edgeTag(_ element: borrowing XMLElementEvent) throws(Fault) -> EdgeTag {
    guard let source = element.attribute("source"), !source.isEmpty else {
      throw Fault(
        offset: element.offset, message: "an edge has no source", mend: "name the node it leaves")
    }
    guard let target = element.attribute("target"), !target.isEmpty else {
      throw Fault(
        offset: element.offset, message: "an edge has no target", mend: "name the node it reaches")
    }
    var direction = header.direction
    if let type = element.attribute("type"), !type.isEmpty {
      let text = String(decoding: type, as: UTF8.self)
      guard let known = GEXFHeader.Direction(rawValue: text.lowercased()) else {
        throw Fault(
          offset: element.offset, message: "the type '\(Fault.cut(text))' of an edge is not known",
          mend: "write directed, undirected or mutual")
      }
      direction = known
    }
    var weight: Double?
    if let text = element.attribute("weight"), !text.isEmpty {
      weight = try self.weight(text, at: element.offset)
    }
    return EdgeTag(
      tail: builder.node(source), head: builder.node(target), direction: direction, weight: weight)
  }

  /// A weight, which must be a finite number.
  mutating func weight(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) throws(Fault) -> Double {
    guard let number = GEXFType.number(text), number.isFinite else {
      throw Fault(
        offset: offset, message: "the weight \(Fault.quoted(text)) is no finite number",
        mend: "give a finite number, or leave the weight out")
    }
    return number
  }

  /// Sets the weight of an edge, and of the one the other way.
  mutating func setWeight(
    _ weight: Double, of open: GEXFOpenElement, at offset: Int
  ) throws(Fault) {
    try builder.setWeight(weight, of: open.row, offset: offset)
    if open.opposite >= 0 { try builder.setWeight(weight, of: open.opposite, offset: nil) }
  }

  /// Sets a value of a node or edge, and of the edge the other way.
  mutating func set(_ value: AttributeValue, column: Int, of open: GEXFOpenElement) {
    guard open.isEdge else { return builder.nodes.set(value, column: column, row: open.row) }
    builder.edges.set(value, column: column, row: open.row)
    if open.opposite >= 0 { builder.edges.set(value, column: column, row: open.opposite) }
  }

  /// Sets a text of a node or edge, and of the edge the other way.
  mutating func set(
    text: UnsafeBufferPointer<UInt8>, column: Int, of open: GEXFOpenElement
  ) throws(Fault) {
    guard open.isEdge else { return builder.nodes.set(text: text, column: column, row: open.row) }
    builder.edges.set(text: text, column: column, row: open.row)
    if open.opposite >= 0 { builder.edges.set(text: text, column: column, row: open.opposite) }
  }

  /// The column of a name, of nodes or of edges as the element is.
  mutating func column(_ name: String, of open: GEXFOpenElement) throws(Fault) -> Int {
    open.isEdge ? try edgeColumn(name) : try nodeColumn(name)
  }
}

extension GEXFHandler {
  /// A node or an edge ends: what depends on all that it says is set.
  mutating func settle(_ open: GEXFOpenElement) throws(Fault) {
    guard open.row >= 0 else { return }
    if let kind = open.kind, !open.kinds.contains(kind) {
      set(.text(kind), column: try column(open.hasKind ? "kind_2" : "kind", of: open), of: open)
    }
    if !open.parents.isEmpty {
      let items = open.parents.map { JSONCell.text(of: .text($0)) }
      set(
        .json("[" + items.joined(separator: ",") + "]"), column: try column("parents", of: open),
        of: open)
    }
    for (place, entries) in open.dynamic.sorted(by: { $0.key < $1.key }) {
      let attribute = open.isEdge ? edges.attributes[place] : nodes.attributes[place]
      let column =
        attribute.column >= 0 ? attribute.column : try column(attribute.title + "_2", of: open)
      set(.json("[" + entries.joined(separator: ",") + "]"), column: column, of: open)
    }
    if !open.span.isEmpty || !open.spells.isEmpty { try settleTime(open) }
  }

  private mutating func settleTime(_ open: GEXFOpenElement) throws(Fault) {
    var span = open.span
    if let when = open.when, let bounds = GEXFTime.bounds(of: when), open.spells.isEmpty,
      span == GEXFSpan(start: .text(bounds.start), end: .text(bounds.end))
    {
      return
    }
    let isOpen = { (span: GEXFSpan) in span.startIsOpen || span.endIsOpen }
    var all = open.spells
    if !span.isEmpty { all.insert(span, at: 0) }
    if span.isEmpty, let first = open.spells.first, let last = open.spells.last {
      span = GEXFSpan(start: first.start, end: last.end, timestamp: first.timestamp)
    }
    for (name, value) in [
      ("start", span.start), ("end", span.end), ("timestamp", span.timestamp),
    ] {
      if let value { set(value, column: try column(name, of: open), of: open) }
    }
    if all.count > 1 || all.contains(where: isOpen) {
      let spells = open.spells.isEmpty ? all : open.spells
      set(
        .json("[" + spells.map { $0.json() }.joined(separator: ",") + "]"),
        column: try column("spells", of: open), of: open)
    }
  }
}
