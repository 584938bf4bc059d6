extension PiecedOutput {
  /// Writes a text as a JSON string, as ``JSONText/quoted(_:)`` does.
  mutating func write(quoted text: String) throws {
    let isPlain = text.utf8.allSatisfy { byte in
      // A few characters above ASCII are escaped; these bytes begin them.
      byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x2F && byte != 0x7F && byte != 0xC2
        && byte != 0xE2 && byte != 0xEF
    }
    guard isPlain else { return try write(JSONText.quoted(text)) }
    try write("\"")
    try write(text)
    try write("\"")
  }

  /// Writes the value of an attribute as JSON.
  mutating func write(json value: AttributeValue) throws {
    switch value {
    case .text(let text): try write(quoted: text)
    case .real(let number) where !number.isFinite: try write("null")
    // Other formats may hold under that name what is none.
    case .json(let text) where !JSONCursor.isValue(text): try write(quoted: text)
    case .json, .integer, .real, .flag: try write(value.text)
    }
  }

  /// Begins a member of an object: a comma if it is not the first one, and the key, which is quoted and
  /// has its colon.
  mutating func begin(member key: String, _ isFirst: inout Bool) throws {
    if !isFirst { try write(",") }
    isFirst = false
    try write(key)
  }
}

extension JSONCursor {
  /// Whether a text is a JSON value and nothing else.
  static func isValue(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var cursor = JSONCursor(bytes, options: NetworkOptions())
      do throws(Fault) {
        try cursor.skipValue()
        try cursor.finish()
        return true
      } catch {
        return false
      }
    }
  }
}
