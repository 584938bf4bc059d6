import GraphCore

/// What the readers of networks in JSON have in common: the names of nodes, the ends of edges, and what a
/// user should know in the end.
struct JSONNetworkReader {
  /// Collects the network.
  var builder: NetworkBuilder
  /// The members of nodes.
  var nodes: JSONRecord
  /// The members of edges.
  var edges: JSONRecord
  /// Whether a number and the same number as a text are two names, so that a file with both is refused.
  var tellsNumbersApart = false
  /// What tells parallel edges apart.
  var keys = AutomaticKeys()
  /// What only drawing needs and is left out, by key.
  private(set) var ignored: [String] = []

  /// Which nodes were named by a number.
  private var numbered = Bitmap()
  private var numberedCount = 0
  /// Which nodes stand among the nodes of the file.
  private var declared = Bitmap()
  private var declaredCount = 0
  private var missingCount = 0
  private var labelNumberCount = 0

  /// Prepares to read.
  init(_ options: NetworkOptions, nodes: JSONRecord, edges: JSONRecord) {
    builder = NetworkBuilder(options: options)
    self.nodes = nodes
    self.edges = edges
  }

  /// What the user asks for.
  var options: NetworkOptions { builder.options }

  /// Reads a file from its first byte to its last.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - options: The limits.
  ///   - body: Reads the one value of the file.
  /// - Returns: What `body` makes of it.
  /// - Throws: ``NetworkError`` with line and column.
  static func read(
    _ text: NetworkText, _ options: NetworkOptions,
    _ body: (inout JSONCursor) throws(Fault) -> PlainNetwork
  ) throws(NetworkError) -> PlainNetwork {
    do throws(Fault) {
      return try text.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
        var cursor = JSONCursor(bytes, options: options)
        cursor.takesNotFinite = true
        return try body(&cursor)
      }
    } catch {
      throw text.error(error)
    }
  }

  /// The node that a member names, which is made if it is new.
  mutating func node(
    named field: JSONRecord.Field, _ cursor: JSONCursor
  ) throws(Fault) -> Int {
    let before = builder.nodeCount
    let node: Int
    switch field.kind {
    case .text:
      node = cursor.withBytes(of: field.text) { builder.node($0, offset: field.offset) }
    case .number:
      if field.isPlain, field.end - field.start <= 18, cursor.bytes[field.start] != 0x2D {
        // As it is written: such a number can be written in one way only.
        node = builder.node(
          UnsafeBufferPointer(rebasing: cursor.bytes[field.start..<field.end]), offset: field.start)
      } else {
        node = builder.node(Self.name(cursor.value(field.digits)), offset: field.start)
      }
    case .yes, .no, .null, .notFinite, .nested:
      var inner = cursor
      inner.at = field.start
      // Tuples are names in NetworkX; JSON has lists for them.
      guard field.kind == .nested, let list = try? inner.value(), list.elements != nil else {
        throw Fault(
          offset: field.offset,
          message: "\(Fault.quoted(cursor.bytes[field.start..<field.end])) is no name of a node",
          mend: "a name is a text or a number")
      }
      node = builder.node(list.compactText, offset: field.start)
    }
    try note(node, isNew: node == before, isNumber: field.kind == .number, field, cursor)
    return node
  }

  /// A number as the name of a node: 1 and 1.0 are one name, as in Python.
  static func name(_ value: AttributeValue) -> String {
    if case .real(let number) = value { return NetworkNumber.text(number) }
    return value.text
  }

  private mutating func note(
    _ node: Int, isNew: Bool, isNumber: Bool, _ field: JSONRecord.Field, _ cursor: JSONCursor
  ) throws(Fault) {
    if isNew {
      if isNumber { markNumbered(node) }
    } else if tellsNumbersApart, numbered[node] != isNumber {
      let name = Fault.cut(builder.name(of: node))
      throw Fault(
        offset: field.offset,
        message: isNumber
          ? "the name \(name) is a number here and a text before"
          : "the name '\(name)' is a text here and a number before",
        mend: "write it in one way: NetworkX takes the two for different nodes")
    }
  }

  /// Says that the name of a node is a number.
  mutating func markNumbered(_ node: Int) {
    guard !numbered[node] else { return }
    numbered[node] = true
    numberedCount += 1
  }

  /// Says that a node stands among the nodes of the file.
  mutating func declare(_ node: Int, at offset: Int) throws(Fault) {
    guard !declared[node] else {
      throw Fault(
        offset: offset,
        message: "the node '\(Fault.cut(builder.name(of: node)))' stands twice among the nodes",
        mend: "keep one of the two, or give the other a name of its own")
    }
    declared[node] = true
    declaredCount += 1
  }

  /// Whether an object comes next; whatever else comes is a bad record.
  mutating func isObject(_ cursor: inout JSONCursor, _ what: String) throws(Fault) -> Bool {
    if cursor.peek() == UInt8(ascii: "{") { return true }
    let fault = cursor.unexpected(what)
    try cursor.skipValue()
    try builder.skip(fault)
    return false
  }

  /// Counts a value that is null.
  mutating func countMissing() { missingCount += 1 }

  /// Notes what is left out, as only drawing needs it.
  mutating func ignore(_ key: String) {
    if !ignored.contains(key), ignored.count < 20 { ignored.append(key) }
  }

  /// Sets the text to print of a node.
  mutating func setLabel(_ field: JSONRecord.Field, of node: Int, _ cursor: JSONCursor)
    throws(Fault)
  {
    switch field.kind {
    case .text: builder.setLabel(cursor.string(field.text), of: node)
    case .null, .notFinite: missingCount += 1
    case .number, .yes, .no, .nested:
      var inner = cursor
      inner.at = field.start
      let value = try inner.value()
      labelNumberCount += 1
      builder.setLabel(value.compactText, of: node)
    }
  }

  /// The network, after the last byte.
  mutating func finish(_ cursor: inout JSONCursor) throws(Fault) -> PlainNetwork {
    try cursor.finish()
    builder.namesAreNumbers = numberedCount > 0 && numberedCount == builder.nodeCount
    tell()
    return try builder.network()
  }

  private mutating func tell() {
    func tell(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { builder.remarks.append(count == 1 ? one : "\(count) \(many)") }
    }
    if numberedCount > 0, numberedCount < builder.nodeCount, tellsNumbersApart {
      builder.remarks.append(
        "some names of nodes are numbers and some are texts; all are texts from now on"
      )
    }
    tell(
      builder.nodeCount - declaredCount, "1 node is named by edges only",
      "nodes are named by edges only")
    tell(
      missingCount, "1 value is null or not finite and counts as missing",
      "values are null or not finite and count as missing")
    tell(
      labelNumberCount, "1 label is no text and becomes one", "labels are no texts and become them")
    if !ignored.isEmpty {
      builder.remarks.append(
        "what only drawing needs is left out: "
          + ignored.map { Fault.cut($0) }.joined(separator: ", "))
    }
  }
}
