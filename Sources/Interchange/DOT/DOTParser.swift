import DOT

/// Reads the statements of a DOT text, as the grammar of Graphviz has them.
///
/// A parser of our own rather than that of Graphviz: it knows the place of everything, descends no
/// deeper than it may, counts edges before it makes them, and needs no library that ends the program.
/// The tests compare the two.
struct DOTParser {
  private var scanner: DOTScanner
  private var token = DOTToken(kind: .end, range: 0..<0, inner: 0..<0)
  private let options: NetworkOptions
  private let limits: DOTLimits
  private var content: DOTContent

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, options: NetworkOptions, limits: DOTLimits = DOTLimits(),
    isDoubtful: Bool = false
  ) throws(Fault) {
    // Each level of subgraphs is a level of calls.
    let depth = min(options.mostDepth, 400)
    scanner = DOTScanner(
      bytes: bytes, mostTextBytes: options.mostTextBytes, mostDepth: max(depth, 1),
      isDoubtful: isDoubtful)
    self.options = options
    self.limits = limits
    content = DOTContent(name: nil, isDirected: true, isStrict: false, options: options)
    try advance()
  }

  /// The next graph of the text, or `nil` at its end.
  mutating func graph() throws(Fault) -> DOTContent? {
    if token.kind == .end { return nil }
    var isStrict = false
    if token.kind == .keyword(.strict) {
      isStrict = true
      try advance()
    }
    switch token.kind {
    case .keyword(.graph): scanner.isDirected = false
    case .keyword(.digraph): scanner.isDirected = true
    default: throw unexpected("'graph' or 'digraph'")
    }
    let isDirected = scanner.isDirected ?? true
    try advance()
    var name: String?
    if token.isName { name = try self.name() }
    content = DOTContent(
      name: name, isDirected: isDirected, isStrict: isStrict, options: options, limits: limits)
    guard token.kind == .mark(UInt8(ascii: "{")) else { throw unexpected("'{'") }
    try body(part: 0, depth: 0)
    return content
  }

  private mutating func advance() throws(Fault) { token = try scanner.next() }

  /// The token as the user may see it.
  private var shown: String {
    Fault.cut(String(decoding: scanner.bytes[token.range].prefix(200), as: UTF8.self))
  }

  private func unexpected(_ wanted: String) -> Fault {
    let found =
      token.kind == .end
      ? "the file ends" : "'\(shown)' stands here"
    return Fault(
      offset: token.range.lowerBound, message: "\(found), where \(wanted) is due",
      mend: token.kind == .end
        ? "the file may be cut off; close what is open"
        : "look for a missing quote, bracket or semicolon before it; quote names with other signs")
  }

  private func isMark(_ character: Character) -> Bool {
    token.kind == .mark(character.asciiValue ?? 0)
  }

  private func characters(_ token: DOTToken) -> [UInt8] {
    token.own ?? Array(scanner.bytes[token.inner])
  }

  /// A name or value, joined of several by `+`.
  private mutating func atom() throws(Fault) -> (raw: [UInt8], isHTML: Bool, offset: Int) {
    guard token.isName else { throw unexpected("a name or value") }
    var raw = characters(token)
    let isHTML = token.kind == .html
    var isJoined = false
    let offset = token.range.lowerBound
    let mayJoin = token.kind != .word
    try advance()
    while mayJoin, isMark("+") {
      try advance()
      guard token.kind == .quoted || token.kind == .html else { throw unexpected("a quoted text") }
      raw += characters(token)
      isJoined = true
      guard raw.count <= options.mostTextBytes else {
        throw Fault(
          offset: offset, message: "a text has more than \(options.mostTextBytes) bytes",
          mend: "shorten it, or raise the limit with --most-text-bytes")
      }
      try advance()
    }
    return (raw, isHTML && !isJoined, offset)
  }

  private mutating func name() throws(Fault) -> String {
    DOTEscaping.name(raw: String(decoding: try atom().raw, as: UTF8.self))
  }
}

extension DOTParser {
  /// The statements of a part, from its opening brace to its closing one.
  private mutating func body(part: Int, depth: Int) throws(Fault) {
    guard depth <= min(options.mostDepth, 400) else {
      throw Fault(
        offset: token.range.lowerBound,
        message: "subgraphs lie more than \(min(options.mostDepth, 400)) deep in each other",
        mend: "flatten them, or raise the limit with --most-depth, to 400 here at most")
    }
    let start = token.range.lowerBound
    try advance()
    while !isMark("}") {
      if token.kind == .end {
        throw Fault(
          offset: start, message: "a brace that opens here is never closed",
          mend: "the file may be cut off; close it with '}'")
      }
      try statement(part: part, depth: depth)
      if isMark(";") { try advance() }
    }
    // What follows the last brace belongs to the next graph, whose arrows may be others.
    try advance()
  }

  private mutating func statement(part: Int, depth: Int) throws(Fault) {
    switch token.kind {
    case .keyword(.graph), .keyword(.node), .keyword(.edge):
      try defaults(token.kind, part: part)
    case .keyword(.subgraph), .mark(UInt8(ascii: "{")):
      try edgesOrNodes(first: nil, part: part, depth: depth)
    case .word, .quoted, .html:
      let first = try atom()
      guard isMark("=") else {
        return try edgesOrNodes(first: (first.raw, first.offset), part: part, depth: depth)
      }
      try advance()
      let value = try atom()
      try content.set(
        DOTEscaping.name(raw: String(decoding: first.raw, as: UTF8.self)),
        DOTRawValue(raw: String(decoding: value.raw, as: UTF8.self), isHTML: value.isHTML),
        of: part)
    default: throw unexpected("a node, an edge, an attribute or '}'")
    }
  }

  /// `graph [...]`, `node [...]` or `edge [...]`.
  private mutating func defaults(_ kind: DOTToken.Kind, part: Int) throws(Fault) {
    try advance()
    guard isMark("[") else { throw unexpected("'['") }
    for attribute in try attributeLists() {
      switch kind {
      case .keyword(.node): try content.setNodeDefault(attribute, of: part)
      case .keyword(.edge): try content.setEdgeDefault(attribute, of: part)
      default: try content.set(attribute.name, attribute.value, of: part)
      }
    }
  }

  private mutating func edgesOrNodes(
    first: (raw: [UInt8], offset: Int)?, part: Int, depth: Int
  ) throws(Fault) {
    let offset = first?.offset ?? token.range.lowerBound
    var ends = [try end(first: first, part: part, depth: depth)]
    while token.kind == .arrow {
      try advance()
      ends.append(try end(first: nil, part: part, depth: depth))
    }
    let attributes = try attributeLists()
    if ends.count > 1 {
      try content.addEdges(ends, attributes, in: part, offset: offset)
    } else if case .nodes(let nodes) = ends[0], !attributes.isEmpty {
      try content.set(attributes, of: nodes.map(\.node))
    }
  }

  /// A subgraph, or nodes with commas between them.
  private mutating func end(
    first: (raw: [UInt8], offset: Int)?, part: Int, depth: Int
  ) throws(Fault) -> DOTContent.End {
    if first == nil, token.kind == .keyword(.subgraph) || isMark("{") {
      var name: String?
      if token.kind == .keyword(.subgraph) {
        try advance()
        if token.isName { name = try self.name() }
        guard isMark("{") else { throw unexpected("'{'") }
      }
      let inner = content.part(name, in: part)
      try body(part: inner, depth: depth + 1)
      return .part(inner)
    }
    var nodes: [(node: Int32, port: String?)] = []
    var first = first
    while true {
      let name: (raw: [UInt8], offset: Int)
      if let given = first {
        name = given
      } else {
        guard token.isName else { throw unexpected("a node or a subgraph") }
        let read = try atom()
        name = (read.raw, read.offset)
      }
      first = nil
      let node = try content.node(name.raw, in: part, offset: name.offset)
      nodes.append((node, try port()))
      guard isMark(",") else { return .nodes(nodes) }
      try advance()
    }
  }

  /// `:port`, `:port:compass`, or nothing.
  private mutating func port() throws(Fault) -> String? {
    var port: [UInt8]?
    for _ in 0..<2 where isMark(":") {
      try advance()
      let part = try atom().raw
      port = port.map { $0 + [UInt8(ascii: ":")] + part } ?? part
    }
    return port.map { String(decoding: $0, as: UTF8.self) }
  }

  /// All attribute lists that stand here, one after the other.
  private mutating func attributeLists() throws(Fault) -> [DOTAttributeText] {
    var attributes: [DOTAttributeText] = []
    while isMark("[") {
      let start = token.range.lowerBound
      try advance()
      while !isMark("]") {
        if token.kind == .end {
          throw Fault(
            offset: start, message: "a bracket that opens here is never closed",
            mend: "close it with ']'")
        }
        let name = DOTEscaping.name(raw: String(decoding: try atom().raw, as: UTF8.self))
        guard isMark("=") else { throw unexpected("'='") }
        try advance()
        let value = try atom()
        attributes.append(
          DOTAttributeText(
            name: name,
            value: DOTRawValue(
              raw: String(decoding: value.raw, as: UTF8.self), isHTML: value.isHTML),
            offset: value.offset))
        if isMark(";") || isMark(",") { try advance() }
      }
      try advance()
    }
    return attributes
  }
}
