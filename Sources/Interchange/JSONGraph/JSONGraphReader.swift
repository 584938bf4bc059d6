/// Reads the JSON Graph Format: a graph or several, whose nodes are members of an object (version 2) or
/// elements of a list (version 1), and whose own attributes stand below `metadata`.
struct JSONGraphReader {
  /// What it shares with other formats.
  private var reader: JSONNetworkReader
  private var nodeData = JSONRecord("nodes") { $0 == "label" ? .label : .attribute }
  private var edgeData = JSONRecord("edges") { $0 == "weight" ? .weight : .attribute }
  private var hyperedgeCount = 0
  private var lostCount = 0
  private var isDirectedByDefault = true
  private var hasDirected = false

  private init(_ options: NetworkOptions) {
    reader = JSONNetworkReader(
      options,
      nodes: JSONRecord("nodes") { key in
        switch key {
        case "id": .id
        case "label": .label
        default: .attribute
        }
      },
      edges: JSONRecord("edges") { key in
        switch key {
        case "source": .source
        case "target": .target
        case "relation": .interaction
        case "directed": .direction
        case "weight": .weight
        default: .attribute
        }
      })
  }

  /// Reads a file.
  static func read(
    _ text: NetworkText, _ options: NetworkOptions
  ) throws(NetworkError) -> PlainNetwork {
    try JSONNetworkReader.read(text, options) { cursor throws(Fault) in
      try Self.read(&cursor, options)
    }
  }

  private static func read(
    _ cursor: inout JSONCursor, _ options: NetworkOptions
  ) throws(Fault) -> PlainNetwork {
    var whole = JSONGraphReader(options)
    var places: [JSONCursor] = []
    var count = 0
    // The graph at the cursor is read at once if it is the one to read.
    func take(_ cursor: inout JSONCursor) throws(Fault) {
      count += 1
      if options.graph == nil, count == 1 { return try whole.readGraph(&cursor) }
      if options.graph != nil, places.count < 100_000 { places.append(cursor) }
      try cursor.skipValue(isChecked: false)
    }
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      if cursor.says(key, "graph") {
        try take(&cursor)
      } else if cursor.says(key, "graphs") {
        try cursor.beginArray()
        while try cursor.nextElement() { try take(&cursor) }
      } else {
        whole.reader.ignore(cursor.string(key))
        try cursor.skipValue()
      }
    }
    if count == 0 {
      throw Fault(
        offset: 0, message: "there is no 'graph' and none among 'graphs'",
        mend: "is it a network in another form of JSON? then name it with --input-format")
    }
    if let wanted = options.graph {
      var chosen = try choose(wanted, places)
      try whole.readGraph(&chosen)
    } else if count > 1 {
      whole.reader.builder.remarks.append(
        "the file holds \(count) graphs; this is the first, and --graph-name picks another")
    }
    whole.tell()
    return try whole.reader.finish(&cursor)
  }

  private static func choose(
    _ wanted: String, _ graphs: [JSONCursor]
  ) throws(Fault) -> JSONCursor {
    for graph in graphs {
      var ahead = graph
      try ahead.beginObject()
      while let key = try ahead.nextKey() {
        if ahead.says(key, "id") || ahead.says(key, "label") {
          if try ahead.value().text == wanted { return graph }
        } else {
          try ahead.skipValue(isChecked: false)
        }
      }
    }
    if let number = Int(wanted), number >= 1, number <= graphs.count { return graphs[number - 1] }
    throw Fault(
      offset: 0, message: "no graph of the file is named '\(Fault.cut(wanted))'",
      mend: "give the id or label of one, or a number from 1 to \(graphs.count)")
  }

  private mutating func readGraph(_ cursor: inout JSONCursor) throws(Fault) {
    var edges: JSONCursor?
    var metadata: JSONCursor?
    var (hasNodes, isDirectionSaid) = (false, false)
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      let name = cursor.string(key)
      switch name {
      case "directed":
        isDirectedByDefault = try reader.flag(&cursor, name) ?? true
        isDirectionSaid = true
      case "nodes":
        try readNodes(&cursor)
        hasNodes = true
      case "edges" where hasNodes && isDirectionSaid: try readEdges(&cursor)
      case "edges":
        edges = cursor
        try cursor.skipValue(isChecked: false)
      case "hyperedges": try countHyperedges(&cursor)
      case "metadata":
        metadata = cursor
        try cursor.skipValue()
      default: try reader.setAttribute(name, &cursor)
      }
    }
    if var metadata { try readMetadata(&metadata) }
    if var edges { try readEdges(&edges) }
    // Edges without a direction beside others with one are doubled by the builder.
    reader.builder.isDirected =
      hasDirected || (isDirectedByDefault && reader.builder.edgeCount == 0)
  }

  private mutating func readMetadata(_ cursor: inout JSONCursor) throws(Fault) {
    let names = reader.builder.attributes.map(\.name)
    let before = names.count
    try reader.readAttributes(&cursor, "metadata")
    let all = reader.builder.attributes
    let kept = all[before...].filter { !names.contains($0.name) }
    lostCount += all.count - before - kept.count
    reader.builder.attributes = Array(all[..<before]) + kept
  }

  private mutating func countHyperedges(_ cursor: inout JSONCursor) throws(Fault) {
    if cursor.peek() == UInt8(ascii: "n") {
      _ = try cursor.scalar()
      return
    }
    try cursor.beginArray()
    while try cursor.nextElement() {
      hyperedgeCount += 1
      try cursor.skipValue()
    }
  }

  private mutating func tell() {
    if hyperedgeCount > 0 {
      reader.builder.remarks.append(
        "hyperedges are left out, as an edge here joins two nodes: \(hyperedgeCount)")
    }
    if lostCount > 0 {
      reader.builder.remarks.append(
        "values of metadata that bear the names of other members are left out: \(lostCount)")
    }
  }
}

extension JSONGraphReader {
  private mutating func readNodes(_ cursor: inout JSONCursor) throws(Fault) {
    if cursor.peek() == UInt8(ascii: "[") {
      try cursor.beginArray()
      while try cursor.nextElement() {
        let offset = cursor.at
        guard try reader.isObject(&cursor, "a node, an object,") else { continue }
        try readNode(&cursor, named: nil, at: offset)
      }
      return
    }
    try cursor.beginObject()
    // A node that stands twice is found by its name.
    while let key = try cursor.nextKey(isChecked: false) {
      guard try reader.isObject(&cursor, "a node, an object,") else { continue }
      try readNode(&cursor, named: key, at: key.offset)
    }
  }

  private mutating func readNode(
    _ cursor: inout JSONCursor, named key: JSONText?, at offset: Int
  ) throws(Fault) {
    reader.nodes.begin()
    nodeData.begin()
    try cursor.beginObject()
    while let member = try cursor.nextKey(isChecked: false) {
      if cursor.says(member, "metadata"), cursor.peek() == UInt8(ascii: "{") {
        try nodeData.read(&cursor, reader.options)
      } else {
        try reader.nodes.take(member, &cursor, reader.options)
      }
    }
    do throws(Fault) {
      try takeNode(named: key, at: offset, cursor)
    } catch {
      try reader.builder.skip(error)
    }
  }

  private mutating func takeNode(
    named key: JSONText?, at offset: Int, _ cursor: JSONCursor
  ) throws(Fault) {
    let node: Int
    var kept: JSONRoles = []
    if let key {
      node = cursor.withBytes(of: key) { reader.builder.node($0, offset: key.offset) }
      kept = [.id]
    } else if let id = reader.nodes.first(.id) {
      node = try reader.node(named: id, cursor)
    } else {
      throw Fault(offset: offset, message: "the node has no 'id'", mend: "give it one")
    }
    try reader.declare(node, at: offset)
    let label = reader.nodes.first(.label)
    if let label = label ?? nodeData.first(.label) {
      try reader.setLabel(label, of: node, cursor)
    }
    try reader.setAttributes(ofNode: node, keeping: kept, cursor)
    for field in nodeData.fields {
      if nodeData.roles[field.slot] == .label {
        if label != nil { lostCount += 1 }
      } else if reader.nodes.has(nodeData.key(of: field)) {
        lostCount += 1
      } else if try !nodeData.put(field, in: &reader.builder.nodes, row: node, cursor) {
        reader.countMissing()
      }
    }
  }

  private mutating func readEdges(_ cursor: inout JSONCursor) throws(Fault) {
    try cursor.beginArray()
    while try cursor.nextElement() {
      let offset = cursor.at
      guard try reader.isObject(&cursor, "an edge, an object,") else { continue }
      reader.edges.begin()
      edgeData.begin()
      try cursor.beginObject()
      while let member = try cursor.nextKey(isChecked: false) {
        if cursor.says(member, "metadata"), cursor.peek() == UInt8(ascii: "{") {
          try edgeData.read(&cursor, reader.options)
        } else {
          try reader.edges.take(member, &cursor, reader.options)
        }
      }
      do throws(Fault) {
        try takeEdge(at: offset, cursor)
      } catch {
        try reader.builder.skip(error)
      }
    }
  }

  private mutating func takeEdge(at offset: Int, _ cursor: JSONCursor) throws(Fault) {
    guard let tail = reader.edges.first(.source), let head = reader.edges.first(.target) else {
      let missing = reader.edges.first(.source) == nil ? "source" : "target"
      throw Fault(
        offset: offset, message: "the edge has no '\(missing)'",
        mend: "name the nodes at both ends as source and target")
    }
    let outer = reader.edges.first(.weight)
    let weight = try reader.weight(outer ?? edgeData.first(.weight), cursor)
    let tailNode = try reader.node(named: tail, cursor)
    let headNode = try reader.node(named: head, cursor)
    let edge = reader.builder.addEdge(tailNode, headNode)
    if let weight { try reader.builder.setWeight(weight, of: edge, offset: offset) }
    note(edge, reader.edges.first(.direction)?.kind)
    for field in reader.edges.fields {
      let role = reader.edges.roles[field.slot]
      guard role == .attribute || role == .interaction else { continue }
      let isThere = try reader.edges.put(
        field, in: &reader.builder.edges, row: edge, cursor,
        as: role == .interaction ? "kind" : nil)
      if !isThere { reader.countMissing() }
    }
    let hasKind = reader.edges.first(.interaction) != nil
    for field in edgeData.fields {
      let key = edgeData.key(of: field)
      if edgeData.roles[field.slot] == .weight {
        if outer != nil { lostCount += 1 }
      } else if isTaken(key, hasKind: hasKind) {
        lostCount += 1
      } else if try !edgeData.put(field, in: &reader.builder.edges, row: edge, cursor) {
        reader.countMissing()
      }
    }
  }

  /// Whether a name below `metadata` is that of a member of the edge itself. `relation` there is the kind
  /// here, so that it leaves its name free and takes that of the kind.
  private func isTaken(_ key: String, hasKind: Bool) -> Bool {
    hasKind && key == "relation" ? false : reader.edges.has(key) || (hasKind && key == "kind")
  }

  /// Notes the direction of an edge, which may differ from that of the whole.
  private mutating func note(_ edge: Int, _ kind: JSONRecord.Kind?) {
    let isDirected = kind == .yes || (kind != .no && isDirectedByDefault)
    if isDirected { hasDirected = true } else { reader.builder.markUndirected(edge) }
  }
}
