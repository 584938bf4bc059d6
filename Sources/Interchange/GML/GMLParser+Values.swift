import Evidence

extension GMLParser {
  /// The attributes whose keys stand more than once.
  mutating func lists(
    _ fields: GMLFields
  ) throws(Fault) -> [(column: Int, value: AttributeValue)] {
    var lists: [(column: Int, value: AttributeValue)] = []
    for key in fields.repeated {
      let same = fields.fields.filter { $0.key == key }
      guard case .attribute(let column, let type)? = same.first?.role,
        let value = try attribute(same.map(\.value), type)
      else { continue }
      lists.append((column, value))
    }
    return lists
  }

  func hasEntity(_ value: GMLCursor.Value) -> Bool {
    bytes[value.range].contains(UInt8(ascii: "&"))
  }

  mutating func attribute(
    _ values: [GMLCursor.Value], _ type: GMLType?
  ) throws(Fault) -> AttributeValue? {
    guard values.count == 1 else {
      return .json(try GMLJSON(bytes, limits).list(values, depth: 1).text())
    }
    switch (type, values[0].kind) {
    case (.flag, .integer) where (0...1).contains(values[0].integer):
      return .flag(values[0].integer == 1)
    case (.json, .text): return .json(text(values[0].range))
    default: return try attribute(values[0])
    }
  }

  mutating func attribute(_ value: GMLCursor.Value) throws(Fault) -> AttributeValue? {
    switch value.kind {
    case .integer: return .integer(value.integer)
    case .real: return .real(value.real)
    case .text: return .text(text(value.range))
    case .word:
      let word = plain(value.range)
      return word == "true" ? .flag(true) : word == "false" ? .flag(false) : .text(word)
    case .list: return .json(try GMLJSON(bytes, limits).object(value.range, depth: 1).text())
    case .notFinite:
      notFiniteCount += 1
      return nil
    }
  }

  /// The attributes that a list of graphics holds.
  mutating func graphics(
    _ range: Range<Int>, ofNode: Bool
  ) throws(Fault) -> [(String, AttributeValue)] {
    var found: [(String, AttributeValue)] = []
    var rest: [JSONValue.Member] = []
    var sides: [(String, GMLCursor.Value)] = []
    var cursor = GMLCursor(bytes, range, limits)
    while let key = try cursor.key() {
      let value = try cursor.value(of: key)
      let word = plain(key)
      switch word {
      case "x" where ofNode, "y" where ofNode, "z" where ofNode:
        if let value = try attribute(value) { found.append((word, value)) }
      case "fill": if let value = try attribute(value) { found.append(("color", value)) }
      case "type" where ofNode:
        if let value = try attribute(value) { found.append(("shape", value)) }
      case "w" where ofNode, "h" where ofNode, "d" where ofNode: sides.append((word, value))
      default:
        rest.append(
          JSONValue.Member(word, try GMLJSON(bytes, limits).value(value, depth: 1)))
      }
    }
    // A node as wide as high has a size; any other keeps both sides.
    let first = sides.first?.1
    if let first, sides.allSatisfy({ plain($0.1.range) == plain(first.range) }),
      let value = try attribute(first)
    {
      found.append(("size", value))
    } else {
      for (word, value) in sides {
        rest.append(JSONValue.Member(word, try GMLJSON(bytes, limits).value(value, depth: 1)))
      }
    }
    if !rest.isEmpty { found.append(("graphics", .json(JSONValue.object(rest).text()))) }
    return found
  }

  @inline(__always)
  static func isWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ word: StaticString
  ) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<range.count {
      guard bytes[range.lowerBound + index] | 0x20 == word.utf8Start[index] else { return false }
    }
    return true
  }
}
