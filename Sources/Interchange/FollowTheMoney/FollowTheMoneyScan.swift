/// One entity of a file as it stands, before its schema says what its properties are.
struct FollowTheMoneyScan {
  /// A property and its values.
  struct Property {
    /// The name.
    let key: JSONText
    /// Where its values lie among all of the entity.
    let values: Range<Int>
  }

  /// The id.
  private(set) var id: JSONText?
  /// The name of the schema.
  private(set) var schema: JSONText?
  /// The text to print, if the file gives it.
  private(set) var caption: JSONText?
  /// What a delta file does with the entity.
  private(set) var operation: String?
  /// The properties, and other members that are lists of texts.
  private(set) var properties: [Property] = []
  /// The values of all properties.
  private(set) var values: [JSONText] = []
  /// Other members that have a value of their own type.
  private(set) var others: [(String, AttributeValue)] = []

  /// Reads an entity.
  ///
  /// - Parameters:
  ///   - cursor: Stands at the entity, and then behind it.
  ///   - waiting: Takes the entities that stand within it.
  /// - Throws: ``Fault`` if it is no entity.
  mutating func read(
    _ cursor: inout JSONCursor, waiting: inout [JSONCursor]
  ) throws(Fault) {
    (id, schema, caption, operation) = (nil, nil, nil, nil)
    properties.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      let next = cursor.peek()
      if cursor.equals(key, "id") {
        id = try cursor.text()
      } else if cursor.equals(key, "schema") {
        schema = try cursor.text()
      } else if cursor.equals(key, "caption"), next == UInt8(ascii: "\"") {
        caption = try cursor.text()
      } else if cursor.equals(key, "properties"), next == UInt8(ascii: "{") {
        try cursor.beginObject()
        while let name = try cursor.nextKey() {
          try readValues(name, &cursor, waiting: &waiting)
        }
      } else if cursor.equals(key, "op"), next == UInt8(ascii: "\"") {
        operation = cursor.string(try cursor.text())
      } else if cursor.equals(key, "entity"), next == UInt8(ascii: "{") {
        if operation == "DEL" {
          try cursor.skipValue()
        } else {
          waiting.append(cursor)
          try cursor.skipValue()
          operation = operation ?? "ADD"
        }
      } else if next == UInt8(ascii: "["), Self.isListOfTexts(cursor) {
        try readValues(key, &cursor, waiting: &waiting)
      } else if let value = try cursor.value().attributeValue {
        others.append((cursor.string(key), value))
      }
    }
  }

  /// Whether a list begins with a text.
  private static func isListOfTexts(_ cursor: JSONCursor) -> Bool {
    var at = cursor.at + 1
    while at < cursor.end, cursor.bytes[at] <= 0x20 { at += 1 }
    return at < cursor.end && cursor.bytes[at] == UInt8(ascii: "\"")
  }

  private mutating func readValues(
    _ key: JSONText, _ cursor: inout JSONCursor, waiting: inout [JSONCursor]
  ) throws(Fault) {
    let start = values.count
    if cursor.peek() == UInt8(ascii: "[") {
      try cursor.beginArray()
      while try cursor.nextElement() { try readValue(&cursor, waiting: &waiting) }
    } else {
      try readValue(&cursor, waiting: &waiting)
    }
    properties.append(Property(key: key, values: start..<values.count))
  }

  private mutating func readValue(
    _ cursor: inout JSONCursor, waiting: inout [JSONCursor]
  ) throws(Fault) {
    switch cursor.peek() {
    case UInt8(ascii: "\""): values.append(try cursor.text())
    case UInt8(ascii: "{"):
      // An entity where its id would do: some interfaces write both.
      var inner = cursor
      waiting.append(cursor)
      try cursor.skipValue()
      try inner.beginObject()
      while let key = try inner.nextKey() {
        if inner.equals(key, "id"), inner.peek() == UInt8(ascii: "\"") {
          values.append(try inner.text())
        } else {
          try inner.skipValue()
        }
      }
    case UInt8(ascii: "["):
      throw Fault(
        offset: cursor.at, message: "a list stands where a value of a property should",
        mend: "write the values in one list")
    default:
      let start = cursor.at
      // Numbers and truth values are texts in FollowTheMoney; null is none.
      if case .null = try cursor.scalar() { return }
      values.append(JSONText(start: start, end: cursor.at, isPlain: true))
    }
  }

  /// The values of a property; empty ones are none.
  func values(of name: String, _ cursor: JSONCursor) -> [JSONText] {
    var found: [JSONText] = []
    for property in properties where cursor.equals(property.key, name) {
      found += values[property.values].filter { $0.end > $0.start }
    }
    return found
  }
}
