import Evidence

/// A JSON value with the place where it stands.
struct JSONNode: Sendable, Equatable {
  /// The first byte of the value.
  var offset: Int
  /// What it is.
  var value: Value

  /// What a JSON text can say.
  indirect enum Value: Sendable, Equatable {
    /// An object, its members in the order of the text; no two have one key.
    case object([Member])
    /// A list.
    case array([JSONNode])
    /// A text, its escapes undone.
    case string(String)
    /// A number, as it is written.
    case number(String)
    /// A truth value.
    case bool(Bool)
    /// Nothing.
    case null
  }

  /// A key of an object with its value.
  struct Member: Sendable, Equatable {
    /// The key, its escapes undone.
    var key: String
    /// The quotation mark before the key.
    var offset: Int
    /// The value.
    var value: JSONNode
  }

  /// The value of a key of an object; `nil` if there is none, or this is no object.
  subscript(key: String) -> JSONNode? { members?.first { $0.key == key }?.value }

  /// The members, if this is an object.
  var members: [Member]? { if case .object(let members) = value { members } else { nil } }

  /// The elements, if this is a list.
  var elements: [JSONNode]? { if case .array(let elements) = value { elements } else { nil } }

  /// The text, if this is a text.
  var text: String? { if case .string(let text) = value { text } else { nil } }

  /// The whole number, if this is one of 64 bits, written without a point or exponent.
  var int: Int? { if case .number(let text) = value { Int(text) } else { nil } }

  /// The number, if this is one.
  var double: Double? { if case .number(let text) = value { Double(text) } else { nil } }

  /// The truth value, if this is one.
  var flag: Bool? { if case .bool(let flag) = value { flag } else { nil } }

  /// Whether this is `null`.
  var isNull: Bool { value == .null }

  /// The value as that of an attribute: a list or object as its compact text, and so a whole number of
  /// more than 64 bits, which no other case holds; `nil` for `null`.
  var attributeValue: AttributeValue? {
    switch value {
    case .object, .array: return .json(compactText)
    case .string(let text): return .text(text)
    case .number(let text): return JSONNumber.value(of: text)
    case .bool(let flag): return .flag(flag)
    case .null: return nil
    }
  }

  /// The value as JSON text without blanks; numbers as they were written.
  var compactText: String {
    var out = ""
    write(to: &out)
    return out
  }

  /// What it is, for messages.
  var kindName: String {
    switch value {
    case .object: "an object"
    case .array: "a list"
    case .string(let text): "the text '\(Fault.cut(text))'"
    case .number(let text): "the number \(Fault.cut(text))"
    case .bool(let flag): flag ? "true" : "false"
    case .null: "null"
    }
  }

  // No deeper than the cursor let it be.
  private func write(to out: inout String) {
    switch value {
    case .object(let members):
      out += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { out += "," }
        out += JSONText.quoted(member.key) + ":"
        member.value.write(to: &out)
      }
      out += "}"
    case .array(let elements):
      out += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { out += "," }
        element.write(to: &out)
      }
      out += "]"
    case .string(let text): out += JSONText.quoted(text)
    case .number(let text): out += text
    case .bool(let flag): out += flag ? "true" : "false"
    case .null: out += "null"
    }
  }
}

/// Where a text stands in a JSON document.
struct JSONText: Sendable, Equatable {
  /// The first byte after the opening quotation mark.
  var start: Int
  /// The closing quotation mark.
  var end: Int
  /// Whether nothing in it is escaped, so that its bytes are the text.
  var isPlain: Bool

  /// The opening quotation mark.
  var offset: Int { start - 1 }

  /// A text as a JSON string, as ``Evidence/JSONValue`` writes it.
  static func quoted(_ text: String) -> String { JSONValue.string(text).text() }
}

/// Numbers as JSON writes them.
enum JSONNumber {
  /// The value of an attribute; a whole number that fits no 64 bits stays what it is, as JSON.
  static func value(of text: String) -> AttributeValue {
    if let whole = Int(text) { return .integer(whole) }
    let isWhole = !text.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    if !isWhole, let number = Double(text), number.isFinite { return .real(number) }
    return .json(text)
  }
}
