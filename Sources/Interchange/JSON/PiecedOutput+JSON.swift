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
    case .json(let text) where text.isEmpty: try write("null")
    case .json, .integer, .real, .flag: try write(value.text)
    }
  }
}
