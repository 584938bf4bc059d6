/// What the first bytes of a JSON file show: the keys of its object, as far as they go, and below each
/// the keys of its value or of the first element of that.
struct JSONBeginning {
  /// A key of the outermost object.
  struct Member {
    /// The key.
    let key: String
    /// The first byte of the value.
    let opening: UInt8
    /// The keys of the value, if it is an object, or of the first element of a list.
    let inner: [String]
  }

  /// Whether the file is a list.
  private(set) var isList = false
  /// The keys of the object, or, of a list, those of the first element.
  private(set) var members: [Member] = []

  /// Looks at the beginning of a file; `nil` if that is no JSON, or a native file.
  init?(_ beginning: FileBeginning) {
    beginning.bytes.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes, options: NetworkOptions())
      cursor.takesNotFinite = true
      isList = cursor.peek() == UInt8(ascii: "[")
      try? look(&cursor)
    }
    if members.isEmpty || members[0].key == "throughline" { return nil }
  }

  private mutating func look(_ cursor: inout JSONCursor) throws(Fault) {
    if isList {
      try cursor.beginArray()
      guard try cursor.nextElement() else { return }
    }
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      let opening = cursor.peek()
      var inner: [String] = []
      var ahead = cursor
      try? Self.keys(&ahead, &inner)
      members.append(Member(key: cursor.string(key), opening: opening, inner: inner))
      try cursor.skipValue()
    }
  }

  private static func keys(_ cursor: inout JSONCursor, _ keys: inout [String]) throws(Fault) {
    if cursor.peek() == UInt8(ascii: "[") {
      try cursor.beginArray()
      guard try cursor.nextElement() else { return }
    }
    guard cursor.peek() == UInt8(ascii: "{") else { return }
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      keys.append(cursor.string(key))
      try cursor.skipValue()
    }
  }

  /// The member of a key whose value begins with one of these bytes.
  private func member(_ key: String, _ openings: String) -> Member? {
    members.first { $0.key == key && openings.utf8.contains($0.opening) }
  }

  /// Elements with data, or what Cytoscape says about itself.
  var isCytoscape: Bool {
    if isList { return member("data", "{") != nil }
    return member("elements", "{[") != nil || member("target_cytoscapejs_version", "\"") != nil
      || (member("data", "{[") != nil && member("nodes", "{[") == nil
        && (members[0].key == "data" && members[0].opening == UInt8(ascii: "[")
          || member("multigraph", "tf") != nil))
  }

  /// Options of graphology, attributes beside nodes, or nodes with keys.
  var isGraphology: Bool {
    guard !isList else { return false }
    if let options = member("options", "{"),
      options.inner.contains(where: ["type", "multi", "allowSelfLoops"].contains)
    {
      return true
    }
    if member("attributes", "{") != nil,
      members.allSatisfy({ ["attributes", "options", "nodes", "edges"].contains($0.key) })
    {
      return true
    }
    guard let nodes = member("nodes", "[") else { return false }
    return nodes.inner.contains("key") && !nodes.inner.contains("id")
  }

  /// One graph or several, with nothing beside.
  var isJSONGraph: Bool {
    guard !isList, member("nodes", "[") == nil, member("edges", "[") == nil,
      member("links", "[") == nil, member("multigraph", "tf") == nil
    else { return false }
    let graph = member("graph", "{")?.inner ?? member("graphs", "[")?.inner
    guard let graph else { return false }
    return members.count == 1 || graph.contains { $0 == "nodes" || $0 == "edges" }
  }

  /// Nodes and links.
  var isNodeLink: Bool {
    guard !isList else { return false }
    return ["nodes", "links", "edges", "adjacency"].contains { member($0, "[") != nil }
      || member("directed", "tf") != nil && member("multigraph", "tf") != nil
  }
}
