/// Reads the JSON of Cytoscape.js: elements with data, either nodes and edges apart or all in one list.
struct CytoscapeReader {
  /// What it shares with other formats.
  private var reader: JSONNetworkReader
  /// The position of the node in hand.
  private var position = JSONRecord("positions") { _ in .attribute }
  /// Whether keys tell parallel edges apart.
  private var isMultiple = false
  private var hasElements = false

  private init(_ options: NetworkOptions) {
    reader = JSONNetworkReader(
      options,
      nodes: JSONRecord("nodes") { key in
        switch key {
        case "id": .id
        case "label": .label
        case "name": .name
        case "value": .value
        case "source": .source
        case "target": .target
        default: .attribute
        }
      },
      edges: JSONRecord("edges") { key in
        switch key {
        case "source": .source
        case "target": .target
        case "key": .key
        case "weight": .weight
        case "interaction": .interaction
        case "kind": .kind
        default: .attribute
        }
      })
  }

  /// Reads a file.
  static func read(
    _ text: NetworkText, _ options: NetworkOptions
  ) throws(NetworkError) -> PlainNetwork {
    try JSONNetworkReader.read(text, options) { cursor throws(Fault) in
      var whole = CytoscapeReader(options)
      return try whole.read(&cursor)
    }
  }

  private mutating func read(_ cursor: inout JSONCursor) throws(Fault) -> PlainNetwork {
    if cursor.peek() == UInt8(ascii: "[") {
      try readMixed(&cursor)
      return try reader.finish(&cursor)
    }
    // Whether the edges have a direction, and keys, may be said after them.
    var later: JSONCursor?
    var saidCount = 0
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      let name = cursor.string(key)
      switch name {
      case "directed":
        reader.builder.isDirected = try reader.flag(&cursor, name)
        saidCount += 1
      case "multigraph":
        isMultiple = try reader.flag(&cursor, name) ?? false
        saidCount += 1
      case "data": try reader.readAttributes(&cursor, "data of the network")
      case "elements":
        hasElements = true
        if saidCount == 2 {
          try readElements(&cursor)
        } else {
          later = cursor
          try cursor.skipValue(isChecked: false)
        }
      case "format_version", "generated_by", "target_cytoscapejs_version": try cursor.skipValue()
      default:
        reader.ignore(name)
        try cursor.skipValue()
      }
    }
    guard hasElements else {
      throw Fault(
        offset: 0, message: "there are no 'elements'",
        mend: "is it a network in another form of JSON? then name it with --input-format")
    }
    if var later { try readElements(&later) }
    return try reader.finish(&cursor)
  }

  private mutating func readElements(_ cursor: inout JSONCursor) throws(Fault) {
    if cursor.peek() == UInt8(ascii: "[") {
      try readMixed(&cursor)
    } else {
      try readParts(&cursor)
    }
  }

  private mutating func readParts(_ cursor: inout JSONCursor) throws(Fault) {
    var edges: JSONCursor?
    var hasNodes = false
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      if cursor.says(key, "nodes") {
        hasNodes = true
        try readList(&cursor, .nodes)
      } else if cursor.says(key, "edges") {
        if hasNodes {
          try readList(&cursor, .edges)
        } else {
          edges = cursor
          try cursor.skipValue(isChecked: false)
        }
      } else {
        reader.ignore(cursor.string(key))
        try cursor.skipValue()
      }
    }
    if var edges { try readList(&edges, .edges) }
  }

  /// Reads a list of nodes and edges: first the nodes, then the edges, which may come before them.
  private mutating func readMixed(_ cursor: inout JSONCursor) throws(Fault) {
    var again = cursor
    try readList(&cursor, .mixedNodes)
    try readList(&again, .mixedEdges)
  }

  /// What a list holds, and what of it is wanted.
  private enum Part { case nodes, edges, mixedNodes, mixedEdges }

  private mutating func readList(_ cursor: inout JSONCursor, _ part: Part) throws(Fault) {
    try cursor.beginArray()
    while try cursor.nextElement() {
      let offset = cursor.at
      if cursor.peek() != UInt8(ascii: "{"), part == .mixedEdges {
        try cursor.skipValue()
        continue
      }
      guard try reader.isObject(&cursor, "an element, an object,") else { continue }
      try readElement(&cursor, part, at: offset)
    }
  }

  private mutating func readElement(
    _ cursor: inout JSONCursor, _ part: Part, at offset: Int
  ) throws(Fault) {
    var group: String?
    var hasData = false
    var classes: String?
    let wantsEdge = part == .edges || part == .mixedEdges
    if wantsEdge { reader.edges.begin() } else { reader.nodes.begin() }
    position.begin()
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      if cursor.says(key, "data"), cursor.peek() == UInt8(ascii: "{") {
        hasData = true
        if wantsEdge {
          try reader.edges.read(&cursor, reader.options)
        } else {
          try reader.nodes.read(&cursor, reader.options)
        }
      } else if cursor.says(key, "position"), cursor.peek() == UInt8(ascii: "{") {
        try position.read(&cursor, reader.options)
      } else if cursor.says(key, "group") {
        group = try cursor.value().text
      } else if cursor.says(key, "classes") {
        classes = try Self.classes(cursor.value())
      } else {
        reader.ignore(cursor.string(key))
        try cursor.skipValue()
      }
    }
    do throws(Fault) {
      guard hasData else {
        if part == .mixedEdges { return }
        throw Fault(
          offset: offset, message: "the element has no 'data'",
          mend: "put its id into an object 'data'")
      }
      switch part {
      case .nodes: try takeNode(at: offset, classes, cursor)
      case .edges: try takeEdge(at: offset, classes, cursor)
      case .mixedNodes:
        let ends = reader.nodes.first(.source) ?? reader.nodes.first(.target)
        guard group != "edges", group == "nodes" || ends == nil else { return }
        try takeNode(at: offset, classes, cursor)
      case .mixedEdges:
        let ends = reader.edges.first(.source) ?? reader.edges.first(.target)
        guard group == "edges" || (group != "nodes" && ends != nil) else { return }
        try takeEdge(at: offset, classes, cursor)
      }
    } catch {
      try reader.builder.skip(error)
    }
  }

  /// The classes of an element, which may be a text or a list of them.
  private static func classes(_ node: JSONNode) -> String? {
    let text = node.text ?? node.elements?.compactMap(\.text).joined(separator: " ")
    return text?.isEmpty == false ? text : nil
  }

  private mutating func takeNode(
    at offset: Int, _ classes: String?, _ cursor: JSONCursor
  ) throws(Fault) {
    guard let id = reader.nodes.first(.id) else {
      throw Fault(offset: offset, message: "the node has no 'id'", mend: "write it into its data")
    }
    let node = try reader.node(named: id, cursor)
    try reader.declare(node, at: id.offset)
    let name = reader.builder.name(of: node)
    var kept: JSONRoles = [.source, .target]
    if let value = reader.nodes.first(.value) {
      // NetworkX gives the name once more, with its type.
      let text = text(value, cursor)
      if text == name {
        if value.kind == .number { reader.markNumbered(node) }
      } else {
        kept.insert(.value)
      }
    }
    var label = name
    if let field = reader.nodes.first(.label) {
      try reader.setLabel(field, of: node, cursor)
      label = text(field, cursor) ?? label
    }
    if let field = reader.nodes.first(.name) {
      let text = field.kind == .text ? cursor.string(field.text) : nil
      if reader.nodes.first(.label) == nil, text != nil {
        try reader.setLabel(field, of: node, cursor)
      } else if text == nil || (text != label && text != name) {
        kept.insert(.name)
      }
    }
    try reader.setAttributes(ofNode: node, keeping: kept, cursor)
    for field in position.fields {
      _ = try position.put(field, in: &reader.builder.nodes, row: node, cursor)
    }
    if let classes { reader.builder.set("classes", .text(classes), ofNode: node) }
  }

  private func text(_ field: JSONRecord.Field, _ cursor: JSONCursor) -> String? {
    switch field.kind {
    case .text: cursor.string(field.text)
    case .number: JSONNetworkReader.name(cursor.value(field.digits))
    case .yes, .no, .null, .notFinite, .nested: nil
    }
  }

  private mutating func takeEdge(
    at offset: Int, _ classes: String?, _ cursor: JSONCursor
  ) throws(Fault) {
    guard let tail = reader.edges.first(.source), let head = reader.edges.first(.target) else {
      let missing = reader.edges.first(.source) == nil ? "source" : "target"
      throw Fault(
        offset: offset, message: "the edge has no '\(missing)'",
        mend: "name the nodes at both ends as source and target in its data")
    }
    let weight = try reader.weight(reader.edges.first(.weight), cursor)
    let tailNode = try reader.node(named: tail, cursor)
    let headNode = try reader.node(named: head, cursor)
    let edge = reader.builder.addEdge(tailNode, headNode)
    if let weight { try reader.builder.setWeight(weight, of: edge, offset: offset) }
    var kept: JSONRoles = [.kind]
    if isMultiple {
      if let key = reader.edges.first(.key) {
        try reader.takeKey(key, edge: edge, tailNode, headNode, cursor)
      }
    } else {
      kept.insert(.key)
    }
    let hasKind = reader.edges.first(.kind) != nil
    if hasKind { kept.insert(.interaction) }
    if !hasKind, let kind = reader.edges.first(.interaction) {
      _ = try reader.edges.put(kind, in: &reader.builder.edges, row: edge, cursor, as: "kind")
    }
    try reader.setAttributes(ofEdge: edge, keeping: kept, cursor)
    if let classes {
      try reader.builder.set("classes", .text(classes), ofEdge: edge, offset: offset)
    }
  }
}
