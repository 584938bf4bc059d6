import GraphCore

/// The declarations of attributes, and the nodes and edges.
extension GEXFWriter {
  /// The columns that have a cell in `attvalues`, numbered.
  func declared(
    _ columns: [GEXFColumn], prefix: String, has: (GEXFColumn, Int) -> Bool
  ) -> [GEXFColumn] {
    var declared: [GEXFColumn] = []
    for column in columns
    where (0..<column.column.rowCount).contains(where: { has(column, $0) }) {
      declared.append(column)
      declared[declared.count - 1].id = prefix + String(declared.count - 1)
    }
    return declared
  }

  /// Whether a cell of a node stands in `attvalues`.
  func hasValue(_ column: GEXFColumn, _ node: Int) -> Bool {
    guard let value = column.column[node] else { return false }
    switch column.place {
    case .values, .label: return true
    case .time: return bounds(ofNode: node) == nil
    case .position: return !hasPosition(node) || GEXFViz.number(value) == nil
    case .look:
      switch column.column.name {
      case "color": return GEXFViz.color(value) == nil
      case "size": return GEXFViz.size(value) == nil
      default: return !isShape(value, of: GEXFViz.nodeShapes)
      }
    }
  }

  /// Whether a cell of an edge stands in `attvalues`.
  func hasEdgeValue(_ column: GEXFColumn, _ edge: Int) -> Bool {
    guard let value = column.column[edge] else { return false }
    switch column.place {
    case .values, .look, .position: return true
    case .time:
      guard let bounds = bounds(ofEdge: edge) else { return true }
      return bounds.isOfWhen
    case .label:
      if case .text = value { return false }
      return true
    }
  }

  private func bounds(ofNode node: Int) -> GEXFTimes.Bounds? {
    format.flatMap { nodeTimes.isEmpty ? nil : nodeTimes.bounds(node, format: $0) }
  }

  private func bounds(ofEdge edge: Int) -> GEXFTimes.Bounds? {
    format.flatMap { edgeTimes.isEmpty ? nil : edgeTimes.bounds(edge, format: $0) }
  }

  private func hasPosition(_ node: Int) -> Bool {
    GEXFViz.number(network.nodeAttributes["x"]?[node]) != nil
      && GEXFViz.number(network.nodeAttributes["y"]?[node]) != nil
  }

  private func isShape(_ value: AttributeValue?, of shapes: Set<String>) -> Bool {
    if case .text(let text)? = value { shapes.contains(text) } else { false }
  }

  /// Writes a list of declarations, if there are any.
  func writeDeclarations(
    _ kind: String, _ columns: [GEXFColumn], more: [(id: String, title: String, type: String)],
    _ pen: inout GEXFPen
  ) {
    guard !columns.isEmpty || !more.isEmpty else { return }
    pen.open("attributes", at: 2)
    pen.attribute("class", kind)
    pen.attribute("mode", "static")
    pen.end()
    for column in columns {
      write((column.id, column.title, column.type), isJSON: column.column.type == .json, &pen)
    }
    for declaration in more { write(declaration, isJSON: false, &pen) }
    pen.close("attributes", at: 2)
  }

  private func write(
    _ declaration: (id: String, title: String, type: String), isJSON: Bool, _ pen: inout GEXFPen
  ) {
    pen.open("attribute", at: 3)
    pen.attribute("id", declaration.id)
    pen.attribute("title", declaration.title)
    pen.attribute("type", declaration.type)
    if isJSON {
      pen.out += "><?\(GEXFType.jsonMark)?>".utf8
      pen.close("attribute", at: 0)
    } else {
      pen.endEmpty()
    }
  }
}

extension GEXFWriter {
  /// Writes the nodes.
  func writeNodes(
    _ columns: [GEXFColumn], _ pen: inout GEXFPen, to output: inout PiecedOutput
  ) throws {
    pen.open("nodes", at: 2)
    pen.attribute("count", String(network.nodes.count))
    pen.end()
    let look = NodeLook(network.nodeAttributes)
    for (row, node) in network.nodes.enumerated() {
      pen.open("node", at: 3)
      pen.attribute("id", node.id)
      pen.attribute("label", node.label)
      write(bounds(ofNode: row), &pen)
      let mark = pen.out.count
      pen.end()
      let begin = pen.out.count
      writeValues(columns, row, has: hasValue, weight: nil, &pen)
      look.write(row, hasPosition: look.hasPosition && hasPosition(row), &pen)
      finish("node", mark: mark, begin: begin, &pen)
      try pen.flush(to: &output)
    }
    pen.close("nodes", at: 2)
  }

  /// Writes the edges.
  func writeEdges(
    _ columns: [GEXFColumn], weightID: String, _ pen: inout GEXFPen,
    to output: inout PiecedOutput
  ) throws {
    pen.open("edges", at: 2)
    pen.attribute("count", String(network.edges.count))
    pen.end()
    let table = network.edgeAttributes
    let kinds = table["kind"] ?? table["relation"]
    let labels = table["label"]
    let (colors, thicknesses, shapes) = (table["color"], table["thickness"], table["shape"])
    for (row, edge) in network.edges.enumerated() {
      pen.open("edge", at: 3)
      pen.attribute("id", edgeIDs[row])
      write(name: edge.tail, as: "source", &pen)
      write(name: edge.head, as: "target", &pen)
      if case .text(let label)? = labels?[row] { pen.attribute("label", label) }
      if let kind = kinds?[row]?.text, !kind.isEmpty, kinds?.type != .json {
        pen.attribute("kind", kind)
      }
      if let weight = edge.weight, Self.isUsual(weight) {
        pen.attribute("weight", NetworkNumber.text(weight))
      }
      write(bounds(ofEdge: row), &pen)
      let mark = pen.out.count
      pen.end()
      let begin = pen.out.count
      let unusual = edge.weight.flatMap { Self.isUsual($0) ? nil : (weightID, $0) }
      writeValues(columns, row, has: hasEdgeValue, weight: unusual, &pen)
      NodeLook.write(GEXFViz.color(colors?[row]), &pen)
      if let value = GEXFViz.size(thicknesses?[row]) {
        NodeLook.write("viz:thickness", value, &pen)
      }
      if isShape(shapes?[row], of: GEXFViz.edgeShapes), let value = shapes?[row] {
        NodeLook.write("viz:shape", value.text, &pen)
      }
      finish("edge", mark: mark, begin: begin, &pen)
      try pen.flush(to: &output)
    }
    pen.close("edges", at: 2)
  }

  private func write(name node: Int, as attribute: StaticString, _ pen: inout GEXFPen) {
    pen.begin(attribute)
    network.names.withBytes(of: node) { XMLText.attribute($0, to: &pen.out) }
    pen.out.append(UInt8(ascii: "\""))
  }

  private func write(_ bounds: GEXFTimes.Bounds?, _ pen: inout GEXFPen) {
    if let start = bounds?.start { pen.attribute("start", start) }
    if let end = bounds?.end { pen.attribute("end", end) }
  }

  /// Closes an element; one with nothing in it is closed in its tag, which ends at `mark`.
  private func finish(
    _ name: StaticString, mark: Int, begin: Int, _ pen: inout GEXFPen
  ) {
    if pen.out.count == begin {
      pen.out.removeSubrange(mark...)
      pen.endEmpty()
    } else {
      pen.close(name, at: 3)
    }
  }

  private func writeValues(
    _ columns: [GEXFColumn], _ row: Int, has: (GEXFColumn, Int) -> Bool,
    weight: (id: String, number: Double)?, _ pen: inout GEXFPen
  ) {
    var isOpen = false
    func open(_ pen: inout GEXFPen) {
      guard !isOpen else { return }
      isOpen = true
      pen.open("attvalues", at: 4)
      pen.end()
    }
    func write(_ id: String, _ text: String, _ pen: inout GEXFPen) {
      open(&pen)
      pen.open("attvalue", at: 5)
      pen.attribute("for", id)
      pen.attribute("value", text)
      pen.endEmpty()
    }
    for column in columns where has(column, row) {
      if let value = column.column[row] { write(column.id, column.text(of: value), &pen) }
    }
    if let weight { write(weight.id, AttributeValue.real(weight.number).text, &pen) }
    if isOpen { pen.close("attvalues", at: 4) }
  }
}

/// Writes how nodes look, and what edges share of it.
private struct NodeLook {
  private let color: AttributeColumn?
  private let size: AttributeColumn?
  private let shape: AttributeColumn?
  private let place: [AttributeColumn?]

  init(_ table: AttributeTable) {
    (color, size, shape) = (table["color"], table["size"], table["shape"])
    place = [table["x"], table["y"], table["z"]]
  }

  /// Whether a node may have a position.
  var hasPosition: Bool { place[0] != nil && place[1] != nil }

  func write(_ row: Int, hasPosition: Bool, _ pen: inout GEXFPen) {
    Self.write(GEXFViz.color(color?[row]), &pen)
    if hasPosition {
      pen.open("viz:position", at: 4)
      for (name, column) in zip(["x", "y", "z"] as [StaticString], place) {
        if let number = GEXFViz.number(column?[row]) { pen.attribute(name, number) }
      }
      pen.endEmpty()
    }
    if let value = GEXFViz.size(size?[row]) { Self.write("viz:size", value, &pen) }
    if case .text(let text)? = shape?[row], GEXFViz.nodeShapes.contains(text) {
      Self.write("viz:shape", text, &pen)
    }
  }

  static func write(_ color: GEXFViz.Color?, _ pen: inout GEXFPen) {
    guard let color else { return }
    pen.open("viz:color", at: 4)
    pen.attribute("r", String(color.red))
    pen.attribute("g", String(color.green))
    pen.attribute("b", String(color.blue))
    if color.alpha < 255 { pen.attribute("a", NetworkNumber.text(Double(color.alpha) / 255)) }
    pen.endEmpty()
  }

  static func write(_ name: StaticString, _ value: String, _ pen: inout GEXFPen) {
    pen.open(name, at: 4)
    pen.attribute("value", value)
    pen.endEmpty()
  }
}
