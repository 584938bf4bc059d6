/// Reads one graph of a GML file into a builder.
struct GMLParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: GMLCursor.Limits
  var builder: NetworkBuilder
  var pass = GMLPass.all
  /// Whether an edge stood before a node that it joins.
  var edgeCameFirst = false

  var ids = LabelNumbering()
  /// By number of an id, its node; -1 if there is none.
  var nodeOfID: [Int32] = []
  var idsAreNumbers = true
  var nodeFields = GMLFields()
  var edgeFields = GMLFields()
  var types: [GMLKey.Place: [String: GMLType]] = [:]
  /// The key of the attribute that holds the names of nodes.
  var nameKey: String?
  var hasLabels = false
  var groups: [(node: Int, group: Range<Int>)] = []
  var notFiniteCount = 0
  var graphAttributes: [(name: String, values: [GMLCursor.Value], type: GMLType?)] = []
  var graphNames: [String: Int] = [:]

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ limits: GMLCursor.Limits, options: NetworkOptions
  ) {
    self.bytes = bytes
    self.limits = limits
    builder = NetworkBuilder(options: options)
    builder.isDirected = false
  }

  func text(_ range: Range<Int>) -> String { GMLEntities.decoded(bytes[range]) }

  func plain(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Reads what a file of ours says about types and names, wherever it stands.
  mutating func readTypes(of graph: GMLCursor.Value) throws(Fault) {
    var cursor = GMLCursor(bytes, graph.range, limits)
    while let key = try cursor.key() {
      let value = try cursor.value(of: key)
      // It stands before the nodes.
      if Self.isWord(bytes, key, "node") { return }
      guard value.kind == .list, plain(key).lowercased() == "attributetypes" else { continue }
      var inside = GMLCursor(bytes, value.range, limits)
      while let key = try inside.key() {
        let value = try inside.value(of: key)
        switch (plain(key), value.kind) {
        case ("names", .text): nameKey = text(value.range)
        case ("graph", .list): types[.whole] = try typeList(value.range)
        case ("node", .list): types[.node] = try typeList(value.range)
        case ("edge", .list): types[.edge] = try typeList(value.range)
        default: break
        }
      }
      return
    }
  }

  func typeList(_ range: Range<Int>) throws(Fault) -> [String: GMLType] {
    var list: [String: GMLType] = [:]
    var cursor = GMLCursor(bytes, range, limits)
    while let key = try cursor.key() {
      let value = try cursor.value(of: key)
      list[plain(key)] = GMLType(rawValue: text(value.range))
    }
    return list
  }

  /// Reads the inside of a graph, which may lie in a node, at some depth of such graphs.
  mutating func readGraph(_ range: Range<Int>, parent: Int?, depth: Int) throws(Fault) {
    guard depth <= limits.depth else {
      throw Fault(
        offset: range.lowerBound, message: "more than \(limits.depth) graphs lie in each other",
        mend: "take some of them out")
    }
    var cursor = GMLCursor(bytes, range, limits)
    while !edgeCameFirst, let key = try cursor.key() {
      let value = try cursor.value(of: key)
      if Self.isWord(bytes, key, "node") {
        try readNode(value, parent: parent, depth: depth)
      } else if Self.isWord(bytes, key, "edge") {
        try readEdge(value)
      } else if parent == nil, pass != .edges {
        try addGraphAttribute(key, value)
      }
    }
  }

  /// Takes an attribute of the whole.
  mutating func addGraphAttribute(_ key: Range<Int>, _ value: GMLCursor.Value) throws(Fault) {
    let word = plain(key)
    switch word.lowercased() {
    case "directed":
      switch (value.kind, value.integer, plain(value.range).lowercased()) {
      case (.integer, 0, _), (.word, _, "false"): builder.isDirected = false
      case (.integer, 1, _), (.word, _, "true"): builder.isDirected = true
      default:
        throw Fault(
          offset: value.offset,
          message: "directed is \(Fault.quoted(bytes[value.range])), neither 0 nor 1",
          mend: "write 'directed 1' if edges have a direction, else 'directed 0'")
      }
    case "multigraph", "attributetypes": break
    default:
      let name = GMLKey.decoded(word, .whole)
      if let index = graphNames[name] {
        graphAttributes[index].values.append(value)
      } else {
        guard graphNames.count < builder.options.mostAttributes else { throw tooMany(key) }
        graphNames[name] = graphAttributes.count
        graphAttributes.append((name, [value], types[.whole]?[word]))
      }
    }
  }

  func tooMany(_ key: Range<Int>) -> Fault {
    Fault(
      offset: key.lowerBound,
      message: "there are more than \(builder.options.mostAttributes) different attributes",
      mend: "is the file what it should be? else raise the limit with --most-attributes")
  }

  /// The network of all that was read.
  mutating func network() throws(Fault) -> PlainNetwork {
    for (name, values, type) in graphAttributes {
      if let value = try attribute(values, type) {
        builder.attributes.append(NamedAttribute(name, value))
      }
    }
    for (node, group) in groups {
      var id = text(group)
      let number = id.withUTF8 { Int(ids.number(of: $0, place: group.lowerBound)) }
      let parent = number < nodeOfID.count ? nodeOfID[number] : -1
      builder.set(
        "parent", .text(parent < 0 ? text(group) : builder.name(of: Int(parent))), ofNode: node)
    }
    if !hasLabels, nameKey == nil, builder.nodes.names.contains("name") {
      try takeNamesAsLabels()
    }
    builder.namesAreNumbers = idsAreNumbers && nameKey == nil && builder.nodeCount > 0
    if notFiniteCount > 0 {
      builder.remarks.append(
        Plural.text(
          notFiniteCount, "attribute that is no finite number is",
          "attributes that are no finite numbers are") + " left out")
    }
    return try builder.network()
  }

  /// igraph calls the text to print `name`.
  mutating func takeNamesAsLabels() throws(Fault) {
    let table = try builder.nodes.table(rowCount: builder.nodeCount)
    guard let names = table["name"], names.type == .text else { return }
    for node in 0..<builder.nodeCount {
      if let name = names[node]?.text { builder.setLabel(name, of: node) }
    }
  }
}
