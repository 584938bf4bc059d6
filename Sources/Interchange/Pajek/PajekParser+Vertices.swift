extension PajekParser {
  /// Reads the lines of the nodes.
  mutating func readVertices(_ range: Range<Int>) throws(Fault) {
    var cursor = FieldCursor(bytes, range)
    while cursor.at < cursor.end {
      cursor.skipBlanks()
      if !cursor.isAtLineEnd, cursor.byte != UInt8(ascii: "%") {
        do throws(Fault) {
          try readVertex(&cursor)
        } catch {
          try builder.skip(error)
        }
      }
      cursor.skipToLineEnd()
      cursor.skipLineEnd()
    }
  }

  private mutating func readVertex(_ cursor: inout FieldCursor) throws(Fault) {
    let node = try node(&cursor)
    named += 1
    // The rows before it are kept in each column.
    guard node - named <= builder.options.mostUnnamedNodes / (builder.nodes.names.count + 1) else {
      throw Fault(
        offset: cursor.at,
        message: "node \(node + 1) is far beyond the \(named) nodes that are named",
        mend: "correct its number, or raise the limit with --most-unnamed-nodes")
    }
    cursor.skipBlanks()
    guard !cursor.isAtLineEnd else { return }
    if cursor.byte != UInt8(ascii: "[") {
      let label = try label(&cursor)
      if labels[node] == nil { labels[node] = label }
    }
    for axis in ["x", "y", "z"] {
      cursor.skipBlanks()
      guard let number = try number(&cursor) else { break }
      builder.nodes.set(.real(number), column: builder.nodes.column(axis), row: node)
    }
    cursor.skipBlanks()
    if !cursor.isAtLineEnd, cursor.byte != UInt8(ascii: "["), cursor.byte != UInt8(ascii: "\"") {
      let word = String(decoding: cursor.field(at: cursor.at), as: UTF8.self)
      if PajekParameters.nodeNames[word] == nil, !PajekParameters.nodeWords.contains(word),
        word.lowercased() != "hooks"
      {
        builder.nodes.set(.text(word), column: builder.nodes.column("shape"), row: node)
        cursor.at += word.utf8.count
      }
    }
    try readParameters(&cursor, row: node, ofNode: true)
  }

  /// The node of the number at hand.
  func node(_ cursor: inout FieldCursor) throws(Fault) -> Int {
    let start = cursor.at
    let number = Int(cursor.index())
    guard number >= 1, number <= nodeCount, cursor.byte <= UInt8(ascii: " ") else {
      throw Fault(
        offset: start,
        message: "\(Fault.quoted(cursor.field(at: start))) is not one of 1 to \(nodeCount)",
        mend: "nodes are counted from 1; correct it, or the number after '*Vertices'")
    }
    return number - 1
  }

  /// A finite number that is a field of its own, or `nil`.
  func number(_ cursor: inout FieldCursor) throws(Fault) -> Double? {
    let start = cursor.at
    guard let number = cursor.number(), cursor.byte <= UInt8(ascii: " ") else {
      cursor.at = start
      return nil
    }
    guard number.isFinite else {
      throw Fault(
        offset: start, message: "the number \(Fault.quoted(cursor.field(at: start))) is too large",
        mend: "the largest is about 1.8e308")
    }
    return number
  }

  /// A text in quotation marks, which may be empty.
  func quoted(_ cursor: inout FieldCursor) throws(Fault) -> Range<Int> {
    let start = cursor.at
    cursor.at += 1
    while !cursor.isAtLineEnd, cursor.byte != UInt8(ascii: "\"") { cursor.at += 1 }
    guard cursor.byte == UInt8(ascii: "\"") else {
      throw Fault(
        offset: start, message: "the text is not closed: \(Fault.quoted(bytes[start..<cursor.at]))",
        mend: "end it with a quotation mark in the same line; there is none inside a text")
    }
    cursor.at += 1
    try checkLength(start..<cursor.at)
    return start + 1..<cursor.at - 1
  }

  func checkLength(_ range: Range<Int>) throws(Fault) {
    guard range.count <= builder.options.mostTextBytes else {
      throw Fault(
        offset: range.lowerBound,
        message: "a text has more than \(builder.options.mostTextBytes) bytes",
        mend: "shorten it, or raise the limit with --most-text-bytes")
    }
  }

  /// A label: in quotation marks, or words up to a number, a shape or a parameter.
  private func label(_ cursor: inout FieldCursor) throws(Fault) -> String {
    if cursor.byte == UInt8(ascii: "\"") {
      return String(decoding: bytes[try quoted(&cursor)], as: UTF8.self)
    }
    let start = cursor.at
    var end = start
    while !cursor.isAtLineEnd {
      let field = cursor.field(at: cursor.at)
      if end > start {
        let word = String(decoding: field.prefix(20), as: UTF8.self)
        var number = cursor
        let isNumber = try self.number(&number) != nil
        if isNumber || word.hasPrefix("[") || word.hasPrefix("\"")
          || PajekParameters.shapes.contains(word) || PajekParameters.nodeNames[word] != nil
          || PajekParameters.nodeWords.contains(word)
        {
          break
        }
      }
      guard !field.isEmpty else {
        cursor.at += 1
        continue
      }
      cursor.at = field.endIndex
      end = cursor.at
      cursor.skipBlanks()
    }
    try checkLength(start..<end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
