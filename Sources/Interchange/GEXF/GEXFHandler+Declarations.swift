/// The declarations of attributes.
extension GEXFHandler {
  /// A list of declarations begins.
  mutating func beginAttributes(_ element: borrowing XMLElementEvent) throws(Fault) {
    let name = element.text("class") ?? "node"
    guard ["node", "edge"].contains(name.lowercased()) else {
      throw Fault(
        offset: 0, message: "attributes of the class '\(Fault.cut(name))' are not known",
        mend: "declare them for node or edge")
    }
    // Version 1.1 and some programs call the mode type.
    let mode = element.text("mode") ?? element.text("type")
    declares = (name.lowercased() == "edge", mode?.lowercased() == "dynamic")
  }

  /// A declaration begins.
  mutating func beginAttribute(_ element: borrowing XMLElementEvent) throws(Fault) {
    guard let id = element.text("id") else {
      throw Fault(
        offset: 0, message: "an attribute is declared without an id", mend: "give it one")
    }
    let title = element.text("title").flatMap { $0.isEmpty ? nil : $0 } ?? id
    let name = element.text("type") ?? "string"
    let type = GEXFType(name)
    if type == nil { notes.unknownType(name) }
    declaration = GEXFDeclaration(
      id: id, title: title, type: type ?? .text, isOfEdges: declares.edges,
      isDynamic: declares.dynamic, offset: element.offset)
  }

  /// The value of what has none has been read.
  mutating func setInitial(_ text: String) throws(Fault) {
    guard let declaration, !text.isEmpty else { return }
    var text = text
    let value = text.withUTF8 { declaration.type.value(of: $0) }
    guard let value else { throw declaration.refused(text) }
    self.declaration?.initial = value
  }

  /// The values to choose from have been read.
  mutating func setOptions(_ text: String) {
    guard let declaration else { return }
    header.options(text, title: declaration.title, ofEdges: declaration.isOfEdges)
  }

  /// A declaration ends.
  mutating func declare() throws(Fault) {
    guard let declaration else { return }
    self.declaration = nil
    let role = declaration.role
    var attribute = GEXFDeclarations.Attribute(
      title: declaration.title, type: declaration.type, isDynamic: declaration.isDynamic,
      column: -1, role: role, initial: declaration.initial)
    let type = declaration.isDynamic ? .json : declaration.type.column
    if role != .label, role != .weight {
      attribute.column =
        declaration.isOfEdges
        ? try edgeColumn(declaration.columnName, type: type)
        : try nodeColumn(declaration.columnName, type: type)
    }
    let isNew =
      declaration.isOfEdges
      ? edges.add(attribute, id: declaration.id) : nodes.add(attribute, id: declaration.id)
    guard isNew else { throw declaration.declaredTwice }
  }

  /// The column of an attribute of nodes.
  mutating func nodeColumn(_ name: String, type: AttributeType? = nil) throws(Fault) -> Int {
    let column = builder.nodes.column(name, type: type)
    try check(column, of: "nodes")
    return column
  }

  /// The column of an attribute of edges.
  mutating func edgeColumn(_ name: String, type: AttributeType? = nil) throws(Fault) -> Int {
    let column = builder.edges.column(name, type: type)
    try check(column, of: "edges")
    return column
  }

  private mutating func check(_ column: Int, of what: String) throws(Fault) {
    guard column >= builder.options.mostAttributes else { return }
    throw Fault(
      offset: 0, message: "\(what) have more than \(builder.options.mostAttributes) attributes",
      mend: "is the file broken? else raise the limit with --most-attributes")
  }
}
