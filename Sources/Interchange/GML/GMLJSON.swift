import Evidence

/// Makes JSON of the lists of GML: a list is an object, and a key that stands several times an array.
struct GMLJSON {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: GMLCursor.Limits

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: GMLCursor.Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// With this text NetworkX begins a list that would not look like one otherwise.
  private static let listStart = "_networkx_list_start"

  /// The object of a list.
  func object(_ range: Range<Int>, depth: Int) throws(Fault) -> JSONValue {
    guard depth <= limits.depth else {
      throw Fault(
        offset: range.lowerBound, message: "more than \(limits.depth) lists lie in each other",
        mend: "take some of them out")
    }
    var keys: [String: Int] = [:]
    var members: [(key: String, values: [GMLCursor.Value])] = []
    var cursor = GMLCursor(bytes, range, limits)
    while let key = try cursor.key() {
      let value = try cursor.value(of: key)
      let word = String(decoding: bytes[key], as: UTF8.self)
      if let index = keys[word] {
        members[index].values.append(value)
      } else {
        keys[word] = members.count
        members.append((word, [value]))
      }
    }
    var object: [JSONValue.Member] = []
    for (key, values) in members {
      object.append(
        JSONValue.Member(
          key,
          values.count == 1
            ? try value(values[0], depth: depth) : try list(values, depth: depth)))
    }
    return .object(object)
  }

  /// The array of the values of one key.
  func list(_ values: [GMLCursor.Value], depth: Int) throws(Fault) -> JSONValue {
    var list: [JSONValue] = []
    for value in values { list.append(try self.value(value, depth: depth)) }
    if list.first == .string(Self.listStart) { list.removeFirst() }
    return .array(list)
  }

  /// One value.
  func value(_ value: GMLCursor.Value, depth: Int) throws(Fault) -> JSONValue {
    switch value.kind {
    case .integer: return .integer(value.integer)
    case .real: return .number(value.real)
    case .text: return .string(GMLEntities.decoded(bytes[value.range]))
    case .word:
      let word = String(decoding: bytes[value.range], as: UTF8.self)
      return word == "true" ? .bool(true) : word == "false" ? .bool(false) : .string(word)
    case .list: return try object(value.range, depth: depth + 1)
    case .notFinite: return .null
    }
  }
}
