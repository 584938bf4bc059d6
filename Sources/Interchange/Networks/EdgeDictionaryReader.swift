import GraphCore

/// Reads edge lists whose lines end with a dictionary of Python, as `write_edgelist` of NetworkX writes
/// them: `a b {'weight': 4, 'kind': 'knows'}`. Of Python only texts, numbers, `True`, `False` and `None`
/// are known. A line without a dictionary has no attributes.
struct EdgeDictionaryReader {
  let text: NetworkText
  /// Where the first line begins.
  let start: Int
  let options: NetworkOptions

  /// Whether a line is two names between blanks and then a dictionary.
  static func looksLikeOne(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var cursor = FieldCursor(bytes, line)
    for _ in 0..<2 {
      guard let field = try? cursor.field(separator: nil), !field.bytes.isEmpty,
        !bytes[field.bytes].contains(where: { ",;{".utf8.contains($0) })
      else { return false }
    }
    cursor.skipBlanks()
    return isDictionary(bytes[cursor.at..<line.upperBound])
  }

  /// Whether a text stands in braces.
  static func isDictionary(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard text.first == UInt8(ascii: "{") else { return false }
    return text.last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } == UInt8(ascii: "}")
  }

  /// Reads the network.
  ///
  /// - Parameter isDirected: What the comments say about direction.
  /// - Returns: The network.
  /// - Throws: ``Fault`` for a line that is no edge.
  /// - Complexity: O(bytes).
  func read(isDirected: Bool?) throws(Fault) -> PlainNetwork {
    try text.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
      try read(bytes, isDirected: isDirected)
    }
  }

  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isDirected: Bool?
  ) throws(Fault) -> PlainNetwork {
    try TextCheck.check(bytes)
    var builder = NetworkBuilder(options: options)
    builder.isDirected = isDirected
    var names: Set<String> = []
    var cursor = FieldCursor(bytes, start..<bytes.count)
    while cursor.at < cursor.end {
      cursor.skipBlanks()
      if cursor.isAtLineEnd || cursor.byte == UInt8(ascii: "#") {
        cursor.skipToLineEnd()
        cursor.skipLineEnd()
        continue
      }
      do throws(Fault) {
        try addEdge(&cursor, &names, to: &builder)
      } catch {
        try builder.skip(error)
        cursor.skipToLineEnd()
      }
      cursor.skipLineEnd()
    }
    return try builder.network()
  }

  private func addEdge(
    _ cursor: inout FieldCursor, _ names: inout Set<String>, to builder: inout NetworkBuilder
  ) throws(Fault) {
    let bytes = cursor.bytes
    guard let tail = try cursor.field(separator: nil) else { return }
    cursor.skipBlanks()
    if cursor.isAtLineEnd {
      _ = builder.node(UnsafeBufferPointer(rebasing: bytes[tail.bytes]))
      return
    }
    guard let head = try cursor.field(separator: nil) else { return }
    cursor.skipBlanks()
    let place = cursor.at
    var attributes: [NamedAttribute] = []
    if !cursor.isAtLineEnd {
      var literal = PythonLiteral(cursor)
      attributes = try literal.dictionary()
      cursor = literal.cursor
    }
    for attribute in attributes {
      names.insert(attribute.name)
      if attribute.name == "weight" {
        guard let number = attribute.value.number, number.isFinite else {
          throw Fault(
            offset: place,
            message: "the weight '\(Fault.cut(attribute.value.text))' is no number",
            mend: "give a number, or name the attribute otherwise")
        }
      }
    }
    guard names.count <= options.mostAttributes else {
      throw Fault(
        offset: place, message: "the edges have more than \(options.mostAttributes) attributes",
        mend: "keep fewer")
    }
    let edge = builder.addEdge(
      builder.node(UnsafeBufferPointer(rebasing: bytes[tail.bytes]), offset: tail.bytes.lowerBound),
      builder.node(UnsafeBufferPointer(rebasing: bytes[head.bytes]), offset: head.bytes.lowerBound))
    for attribute in attributes {
      try builder.set(attribute.name, attribute.value, ofEdge: edge, offset: place)
    }
  }
}

/// A dictionary of Python with texts as keys and plain values, on one line.
private struct PythonLiteral {
  private(set) var cursor: FieldCursor

  /// Begins where a cursor stands.
  init(_ cursor: FieldCursor) { self.cursor = cursor }

  /// Reads the dictionary to the end of the line; what is `None` is left out.
  mutating func dictionary() throws(Fault) -> [NamedAttribute] {
    guard take("{") else {
      throw fault("after two nodes there is no dictionary", "write {} if an edge has no attributes")
    }
    var attributes: [NamedAttribute] = []
    var keys: Set<String> = []
    cursor.skipBlanks()
    var isOpen = !take("}")
    while isOpen {
      cursor.skipBlanks()
      let place = cursor.at
      let name = try text()
      guard keys.insert(name).inserted else {
        throw Fault(
          offset: place, message: "the key '\(Fault.cut(name))' stands twice",
          mend: "keep one of the two")
      }
      cursor.skipBlanks()
      guard take(":") else { throw fault("a key has no value", "write a colon and a value") }
      cursor.skipBlanks()
      if let value = try value() { attributes.append(NamedAttribute(name, value)) }
      cursor.skipBlanks()
      if take(",") {
        cursor.skipBlanks()
        isOpen = !take("}")
      } else if take("}") {
        isOpen = false
      } else {
        throw fault(
          "the dictionary does not go on here", "write a comma, or a brace that closes it")
      }
    }
    cursor.skipBlanks()
    guard cursor.isAtLineEnd else {
      throw fault("there is text after the dictionary", "keep two nodes and a dictionary")
    }
    return attributes
  }

  private func fault(_ message: String, _ mend: String) -> Fault {
    Fault(offset: cursor.at, message: message, mend: mend)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard !cursor.isAtLineEnd, cursor.byte == UInt8(ascii: sign) else { return false }
    cursor.at += 1
    return true
  }

  private mutating func value() throws(Fault) -> AttributeValue? {
    if cursor.byte == UInt8(ascii: "'") || cursor.byte == UInt8(ascii: "\"") {
      return .text(try text())
    }
    let start = cursor.at
    while !cursor.isAtLineEnd, !" \t,}".utf8.contains(cursor.byte) { cursor.at += 1 }
    let word = cursor.bytes[start..<cursor.at]
    switch String(decoding: word.prefix(40), as: UTF8.self) {
    case "True": return .flag(true)
    case "False": return .flag(false)
    case "None": return nil
    case let text:
      if let number = Int(text), text.first != "+" { return .integer(number) }
    }
    var number = FieldCursor(cursor.bytes, start..<cursor.at)
    guard let real = number.number(), number.at == number.end, real.isFinite else {
      throw Fault(
        offset: start,
        message: "\(Fault.quoted(word)) is no text, number, True, False or None",
        mend: "keep plain values, or write the network as GraphML")
    }
    return .real(real)
  }

  /// A text in single or double marks.
  private mutating func text() throws(Fault) -> String {
    let mark = cursor.byte
    let start = cursor.at
    guard !cursor.isAtLineEnd, mark == UInt8(ascii: "'") || mark == UInt8(ascii: "\"") else {
      throw fault("the key is no text", "put it in quotation marks")
    }
    cursor.at += 1
    var text: [UInt8] = []
    while !cursor.isAtLineEnd, cursor.byte != mark {
      if cursor.byte == UInt8(ascii: "\\") {
        text += try escape()
      } else {
        text.append(cursor.byte)
        cursor.at += 1
      }
    }
    guard !cursor.isAtLineEnd else {
      throw Fault(
        offset: start, message: "a text is opened and not closed on its line", mend: "close it")
    }
    cursor.at += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() throws(Fault) -> [UInt8] {
    let place = cursor.at
    cursor.at += 1
    let sign = cursor.isAtLineEnd ? 0 : cursor.byte
    cursor.at += cursor.isAtLineEnd ? 0 : 1
    let digits: Int
    switch sign {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return [sign]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: digits = 0
    }
    let end = min(cursor.at + digits, cursor.end)
    let code = String(decoding: cursor.bytes[cursor.at..<end], as: UTF8.self)
    guard digits > 0, code.utf8.count == digits, code.allSatisfy(\.isHexDigit),
      let number = UInt32(code, radix: 16), number > 0, let scalar = Unicode.Scalar(number)
    else {
      throw Fault(
        offset: place, message: "a backslash begins no character here",
        mend: "double it if it belongs to the text")
    }
    cursor.at = end
    return Array(String(scalar).utf8)
  }
}
