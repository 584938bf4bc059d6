extension GMLParser {
  mutating func readNode(
    _ record: GMLCursor.Value, parent: Int?, depth: Int
  ) throws(Fault) {
    guard record.kind == .list else {
      return try builder.skip(
        Fault(offset: record.offset, message: "the node is no list", mend: "write 'node [ ... ]'"))
    }
    try collect(record.range, .node)
    var inner: [Range<Int>] = []
    for field in nodeFields.fields {
      if case .graph = field.role, field.value.kind == .list { inner.append(field.value.range) }
    }
    var node: Int?
    if pass == .edges {
      node = -1
    } else {
      do throws(Fault) {
        node = try addNode(record, parent: parent)
      } catch {
        try builder.skip(error)
      }
    }
    guard let node else { return }
    for graph in inner { try readGraph(graph, parent: node, depth: depth + 1) }
  }

  mutating func collect(_ range: Range<Int>, _ place: GMLKey.Place) throws(Fault) {
    let isNode = place == .node
    if isNode { nodeFields.begin() } else { edgeFields.begin() }
    var cursor = GMLCursor(bytes, range, limits)
    while let key = try cursor.key() {
      let value = try cursor.value(of: key)
      let word = UnsafeBufferPointer(rebasing: bytes[key])
      let isNew =
        isNode ? nodeFields.add(word, at: key, value) : edgeFields.add(word, at: key, value)
      guard isNew else { continue }
      let role = try role(of: plain(key), place, key)
      if isNode { nodeFields.setRole(role) } else { edgeFields.setRole(role) }
    }
  }

  mutating func role(
    of word: String, _ place: GMLKey.Place, _ key: Range<Int>
  ) throws(Fault) -> GMLFields.Role {
    if place == .node {
      switch word.lowercased() {
      case "id": return .id
      case "label": return .label
      case "labeltext": return .labelText
      case "graphics": return .graphics
      case "graph": return .graph
      case "gid": return .group
      default: if word == nameKey { return .name }
      }
    } else {
      switch word.lowercased() {
      case "source": return .source
      case "target": return .target
      case "weight" where word == "weight": return .weight
      case "graphics": return .graphics
      default: break
      }
    }
    let lower = word.lowercased()
    let isOwn = place == .edge && ["id", "label"].contains(lower)
    let name = isOwn ? lower : GMLKey.decoded(word, place)
    let table = place == .node ? builder.nodes : builder.edges
    guard table.names.count < builder.options.mostAttributes else { throw tooMany(key) }
    let type = types[place]?[word]
    let column =
      place == .node
      ? builder.nodes.column(name, type: type == .json ? .json : nil)
      : builder.edges.column(name, type: type == .json ? .json : nil)
    return .attribute(column, type)
  }

  mutating func addNode(
    _ record: GMLCursor.Value, parent: Int?
  ) throws(Fault) -> Int {
    var id: GMLCursor.Value?
    var name: GMLCursor.Value?
    for field in nodeFields.fields {
      switch field.role {
      case .id:
        guard id == nil else { throw twice("id", of: "node", field.value) }
        id = field.value
      case .name: name = name ?? field.value
      default: break
      }
    }
    guard let id else {
      throw Fault(
        offset: record.offset, message: "the node has no id", mend: "write 'id' and a number in it")
    }
    try checkName(id)
    if id.kind != .integer { idsAreNumbers = false }
    let number = idNumber(id)
    guard nodeOfID[number] < 0 else {
      throw Fault(
        offset: id.offset, message: "the id \(Fault.quoted(bytes[id.range])) is that of two nodes",
        mend: "give each node an id of its own")
    }
    let before = builder.nodeCount
    let node: Int
    if let name {
      try checkName(name)
      node = builder.node(text(name.range), offset: name.offset)
    } else {
      node = ids.text(number).withUnsafeBufferPointer { builder.node($0, offset: id.offset) }
    }
    guard node == before else {
      throw Fault(
        offset: (name ?? id).offset,
        message: "the name \(Fault.quoted(bytes[(name ?? id).range])) is that of two nodes",
        mend: "give each node a name of its own")
    }
    nodeOfID[number] = Int32(node)
    try setNode(node)
    if let parent, parent >= 0 {
      builder.set("parent", .text(builder.name(of: parent)), ofNode: node)
    }
    return node
  }

  func twice(_ what: String, of owner: String, _ value: GMLCursor.Value) -> Fault {
    Fault(
      offset: value.offset, message: "the \(owner) has two values of '\(what)'",
      mend: "is a bracket missing? keep one of them")
  }

  func checkName(_ value: GMLCursor.Value) throws(Fault) {
    if value.kind == .list || value.kind == .notFinite {
      throw Fault(
        offset: value.offset, message: "\(Fault.quoted(bytes[value.range])) is no id of a node",
        mend: "ids are numbers or texts")
    }
  }

  /// The number of an id, which is taken in if it is new.
  mutating func idNumber(_ value: GMLCursor.Value) -> Int {
    let raw = bytes[value.range]
    let number: Int
    let first = raw.first ?? 0
    let isOdd =
      value.kind == .integer
      ? first == UInt8(ascii: "+") || (raw.count > 1 && first <= UInt8(ascii: "0"))
      : raw.contains(UInt8(ascii: "&"))
    if isOdd {
      var name = value.kind == .integer ? String(value.integer) : text(value.range)
      number = name.withUTF8 { Int(ids.number(of: $0, place: value.offset)) }
    } else {
      number = Int(ids.number(of: UnsafeBufferPointer(rebasing: raw), place: value.offset))
    }
    if number == nodeOfID.count { nodeOfID.append(-1) }
    return number
  }

  mutating func setNode(_ node: Int) throws(Fault) {
    var label: GMLCursor.Value?
    for field in nodeFields.fields {
      switch field.role {
      case .label: if label == nil { label = field.value }
      case .labelText: label = field.value
      case .group: groups.append((node, field.value.range))
      case .graphics where field.value.kind == .list:
        for (name, value) in try graphics(field.value.range, ofNode: true) {
          builder.set(name, value, ofNode: node)
        }
      case .graphics, .graph:
        if field.value.kind != .list, let value = try attribute(field.value) {
          builder.set(plain(field.keyRange).lowercased(), value, ofNode: node)
        }
      case .attribute(let column, let type):
        guard nodeFields.repeated.isEmpty || !nodeFields.repeated.contains(field.key) else {
          continue
        }
        if field.value.kind == .text, type == nil, !hasEntity(field.value) {
          builder.nodes.set(
            text: UnsafeBufferPointer(rebasing: bytes[field.value.range]), column: column,
            row: node)
        } else if let value = try attribute([field.value], type) {
          builder.nodes.set(value, column: column, row: node)
        }
      case .id, .name, .source, .target, .weight: break
      }
    }
    for (column, value) in try lists(nodeFields) {
      builder.nodes.set(value, column: column, row: node)
    }
    if let label, label.kind != .list {
      hasLabels = true
      builder.setLabel(text(label.range), of: node)
    }
  }
}
