/// Reads what graphology exports, the library below sigma.js: nodes with keys, edges, and the attributes
/// of each below `attributes`.
struct GraphologyReader {
  /// What it shares with other formats.
  private var reader: JSONNetworkReader
  private var outer: JSONRecord
  private var type = "mixed"

  private init(_ options: NetworkOptions) {
    outer = JSONRecord("nodes and edges") { key in
      switch key {
      case "key": .key
      case "source": .source
      case "target": .target
      case "undirected": .direction
      default: .ignored
      }
    }
    reader = JSONNetworkReader(
      options, nodes: JSONRecord("nodes") { $0 == "label" ? .label : .attribute },
      edges: JSONRecord("edges") { $0 == "weight" ? .weight : .attribute })
  }

  /// Reads a file.
  static func read(
    _ text: NetworkText, _ options: NetworkOptions
  ) throws(NetworkError) -> PlainNetwork {
    try JSONNetworkReader.read(text, options) { cursor throws(Fault) in
      var whole = GraphologyReader(options)
      return try whole.read(&cursor)
    }
  }

  private mutating func read(_ cursor: inout JSONCursor) throws(Fault) -> PlainNetwork {
    var edges: JSONCursor?
    var (hasNodes, hasEdges, hasOptions) = (false, false, false)
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      let name = cursor.string(key)
      switch name {
      case "attributes": try reader.readAttributes(&cursor, "attributes of the graph")
      case "options":
        hasOptions = true
        try readOptions(&cursor)
      case "nodes":
        hasNodes = true
        try readNodes(&cursor)
      case "edges":
        // They may stand before the nodes and the options.
        if hasNodes, hasOptions {
          reader.builder.isDirected = type != "undirected"
          try readEdges(&cursor)
        } else {
          edges = cursor
          try cursor.skipValue(isChecked: false)
        }
        hasEdges = true
      default:
        reader.ignore(name)
        try cursor.skipValue()
      }
    }
    guard hasNodes || hasEdges else {
      throw Fault(
        offset: 0, message: "there are no 'nodes' and no 'edges'",
        mend: "is it a network in another form of JSON? then name it with --input-format")
    }
    reader.builder.isDirected = type != "undirected"
    if var edges { try readEdges(&edges) }
    return try reader.finish(&cursor)
  }

  private mutating func readOptions(_ cursor: inout JSONCursor) throws(Fault) {
    let options = try cursor.value()
    guard let given = options["type"] else { return }
    guard let type = given.text, ["mixed", "directed", "undirected"].contains(type) else {
      throw Fault(
        offset: given.offset, message: "\(given.kindName) is no type of a graph",
        mend: "write mixed, directed or undirected")
    }
    self.type = type
  }

  private mutating func readNodes(_ cursor: inout JSONCursor) throws(Fault) {
    try cursor.beginArray()
    while try cursor.nextElement() {
      let offset = cursor.at
      guard try reader.isObject(&cursor, "a node, an object,") else { continue }
      reader.nodes.begin()
      try readElement(&cursor, isEdge: false)
      do throws(Fault) {
        guard let key = outer.first(.key) else {
          throw Fault(offset: offset, message: "the node has no 'key'", mend: "give it one")
        }
        let node = try reader.node(named: key, cursor)
        try reader.declare(node, at: key.offset)
        if let label = reader.nodes.first(.label) { try reader.setLabel(label, of: node, cursor) }
        try reader.setAttributes(ofNode: node, cursor)
      } catch {
        try reader.builder.skip(error)
      }
    }
  }

  private mutating func readElement(
    _ cursor: inout JSONCursor, isEdge: Bool
  ) throws(Fault) {
    outer.begin()
    try cursor.beginObject()
    while let member = try cursor.nextKey(isChecked: false) {
      guard cursor.says(member, "attributes"), cursor.peek() == UInt8(ascii: "{") else {
        try outer.take(member, &cursor, reader.options)
        continue
      }
      if isEdge {
        try reader.edges.read(&cursor, reader.options)
      } else {
        try reader.nodes.read(&cursor, reader.options)
      }
    }
    for field in outer.fields where outer.roles[field.slot] == .ignored && field.kind != .null {
      reader.ignore(outer.key(of: field))
    }
  }

  private mutating func readEdges(_ cursor: inout JSONCursor) throws(Fault) {
    try cursor.beginArray()
    while try cursor.nextElement() {
      let offset = cursor.at
      guard try reader.isObject(&cursor, "an edge, an object,") else { continue }
      reader.edges.begin()
      try readElement(&cursor, isEdge: true)
      do throws(Fault) {
        try takeEdge(at: offset, cursor)
      } catch {
        try reader.builder.skip(error)
      }
    }
  }

  private mutating func takeEdge(at offset: Int, _ cursor: JSONCursor) throws(Fault) {
    guard let tail = outer.first(.source), let head = outer.first(.target) else {
      let missing = outer.first(.source) == nil ? "source" : "target"
      throw Fault(
        offset: offset, message: "the edge has no '\(missing)'",
        mend: "name the nodes at both ends as source and target")
    }
    let weight = try reader.weight(reader.edges.first(.weight), cursor)
    let tailNode = try reader.node(named: tail, cursor)
    let headNode = try reader.node(named: head, cursor)
    let edge = reader.builder.addEdge(tailNode, headNode)
    if let weight { try reader.builder.setWeight(weight, of: edge, offset: offset) }
    if type == "mixed", outer.first(.direction)?.kind == .yes {
      reader.builder.markUndirected(edge)
    }
    if let key = outer.first(.key) {
      _ = try outer.put(key, in: &reader.builder.edges, row: edge, cursor, as: "id")
    }
    try reader.setAttributes(ofEdge: edge, cursor)
  }
}
