/// Reads the node-link form: a list of nodes, and a list of edges that name two of them.
///
/// It is what `node_link_data` of NetworkX writes, old and new, what d3 draws, and what sigma and vis
/// take. NetworkX's `adjacency_data`, which has the same head, is read too.
struct NodeLinkReader {
  /// What it shares with other formats.
  var reader: JSONNetworkReader
  /// Whether keys tell parallel edges apart.
  private(set) var isMultiple = false
  /// Where edges stand that come before the nodes.
  private var later: (cursor: JSONCursor, isAdjacency: Bool)?
  private var hasNodes = false
  private var edgesKey: String?
  /// How many nodes have been met.
  private var position = 0
  private var hasUnnamed = false

  private init(_ options: NetworkOptions) {
    reader = JSONNetworkReader(
      options,
      nodes: JSONRecord("nodes") { key in
        switch key {
        case "id": .id
        case "label": .label
        case "name": .name
        default: .attribute
        }
      },
      edges: JSONRecord("edges") { key in
        switch key {
        case "source": .source
        case "target": .target
        case "from": .from
        case "to": .to
        case "key": .key
        case "weight": .weight
        case "id": .id
        default: .attribute
        }
      })
    reader.tellsNumbersApart = true
  }

  /// Reads a file.
  static func read(
    _ text: NetworkText, _ options: NetworkOptions
  ) throws(NetworkError) -> PlainNetwork {
    try JSONNetworkReader.read(text, options) { cursor throws(Fault) in
      var whole = NodeLinkReader(options)
      return try whole.read(&cursor)
    }
  }

  private mutating func read(_ cursor: inout JSONCursor) throws(Fault) -> PlainNetwork {
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      let name = cursor.string(key)
      switch name {
      case "directed": reader.builder.isDirected = try reader.flag(&cursor, name)
      case "multigraph": isMultiple = try reader.flag(&cursor, name) ?? false
      case "graph": try reader.readAttributes(&cursor, "attributes of the graph")
      case "nodes":
        try readNodes(&cursor)
        hasNodes = true
      case "edges", "links", "adjacency":
        if let first = edgesKey {
          throw Fault(
            offset: key.offset, message: "there are both '\(first)' and '\(name)'",
            mend: "keep one of them")
        }
        edgesKey = name
        if hasNodes {
          try readEdges(&cursor, isAdjacency: name == "adjacency")
        } else {
          later = (cursor, name == "adjacency")
          try cursor.skipValue(isChecked: false)
        }
      default: try reader.setAttribute(name, &cursor)
      }
    }
    if var later {
      try readEdges(&later.cursor, isAdjacency: later.isAdjacency)
    } else if !hasNodes, edgesKey == nil {
      throw Fault(
        offset: 0, message: "there are no 'nodes' and no 'edges'",
        mend: "is it a network in another form of JSON? then name it with --input-format")
    }
    if hasUnnamed {
      reader.builder.remarks.append("nodes without an id are named by their position, from 0")
    }
    return try reader.finish(&cursor)
  }

  private mutating func readNodes(_ cursor: inout JSONCursor) throws(Fault) {
    try cursor.beginArray()
    while try cursor.nextElement() {
      let offset = cursor.at
      guard try reader.isObject(&cursor, "a node, an object,") else { continue }
      try reader.nodes.read(&cursor, reader.options)
      do throws(Fault) {
        try takeNode(at: offset, cursor)
      } catch {
        try reader.builder.skip(error)
      }
      position += 1
    }
  }

  private mutating func takeNode(at offset: Int, _ cursor: JSONCursor) throws(Fault) {
    let id = reader.nodes.first(.id)
    let node: Int
    if let id {
      node = try reader.node(named: id, cursor)
    } else {
      // d3 of old, and NetworkX, number such nodes.
      hasUnnamed = true
      node = reader.builder.node(String(position), offset: offset)
      reader.markNumbered(node)
    }
    try reader.declare(node, at: id?.offset ?? offset)
    let label = reader.nodes.first(.label)
    let name = reader.nodes.first(.name)
    if let label {
      try reader.setLabel(label, of: node, cursor)
    } else if id == nil, let name, name.kind == .text {
      try reader.setLabel(name, of: node, cursor)
    }
    let isKept = id != nil || label != nil || name?.kind != .text
    try reader.setAttributes(ofNode: node, keeping: isKept ? [.name] : [], cursor)
  }

  private mutating func readEdges(
    _ cursor: inout JSONCursor, isAdjacency: Bool
  ) throws(Fault) {
    guard !isAdjacency else { return try readAdjacency(&cursor) }
    try cursor.beginArray()
    while try cursor.nextElement() {
      let offset = cursor.at
      guard try reader.isObject(&cursor, "an edge, an object,") else { continue }
      try reader.edges.read(&cursor, reader.options)
      do throws(Fault) {
        try takeEdge(at: offset, cursor)
      } catch {
        try reader.builder.skip(error)
      }
    }
  }

  private mutating func takeEdge(at offset: Int, _ cursor: JSONCursor) throws(Fault) {
    let (from, to) = (reader.edges.first(.from), reader.edges.first(.to))
    let (source, target) = (reader.edges.first(.source), reader.edges.first(.target))
    guard let tail = source ?? from, let head = target ?? to else {
      throw Fault(
        offset: offset, message: "the edge has no '\(source ?? from == nil ? "source" : "target")'",
        mend: "name the nodes at both ends as source and target")
    }
    let weight = try reader.weight(reader.edges.first(.weight), cursor)
    let tailNode = try reader.node(named: tail, cursor)
    let headNode = try reader.node(named: head, cursor)
    let edge = reader.builder.addEdge(tailNode, headNode)
    if let weight { try reader.builder.setWeight(weight, of: edge, offset: offset) }
    var kept: JSONRoles = [.id]
    if source != nil { kept.insert(.from) }
    if target != nil { kept.insert(.to) }
    try finishEdge(edge, tailNode, headNode, keeping: kept, cursor)
  }

  /// Keeps the key and the other attributes of an edge.
  private mutating func finishEdge(
    _ edge: Int, _ tail: Int, _ head: Int, keeping roles: JSONRoles, _ cursor: JSONCursor
  ) throws(Fault) {
    var roles = roles
    if isMultiple {
      if let key = reader.edges.first(.key) {
        try reader.takeKey(key, edge: edge, tail, head, cursor)
      }
    } else {
      roles.insert(.key)
    }
    try reader.setAttributes(ofEdge: edge, keeping: roles, cursor)
  }
}

extension NodeLinkReader {
  /// Reads a list for each node, of its neighbours with the attributes of the edges. An edge without
  /// direction stands in the lists of both its ends, and is taken from that of the first one.
  private mutating func readAdjacency(_ cursor: inout JSONCursor) throws(Fault) {
    let isUndirected = reader.builder.isDirected == false
    let count = reader.builder.nodeCount
    try cursor.beginArray()
    var row = 0
    while try cursor.nextElement() {
      guard row < count else {
        throw Fault(
          offset: cursor.at, message: "there are more lists of neighbours than the \(count) nodes",
          mend: "keep one for each node")
      }
      try cursor.beginArray()
      while try cursor.nextElement() {
        let offset = cursor.at
        guard try reader.isObject(&cursor, "a neighbour, an object,") else { continue }
        try reader.edges.read(&cursor, reader.options)
        do throws(Fault) {
          guard let id = reader.edges.first(.id) else {
            throw Fault(
              offset: offset, message: "the neighbour has no 'id'", mend: "name the other end as id"
            )
          }
          let weight = try reader.weight(reader.edges.first(.weight), cursor)
          let node = try reader.node(named: id, cursor)
          guard !isUndirected || node >= row else { continue }
          let edge = reader.builder.addEdge(row, node)
          if let weight { try reader.builder.setWeight(weight, of: edge, offset: offset) }
          try finishEdge(
            edge, row, node, keeping: [.source, .target, .from, .to], cursor)
        } catch {
          try reader.builder.skip(error)
        }
      }
      row += 1
    }
  }
}
