extension JSONCursor {
  /// Something else stands where a value should.
  ///
  /// - Parameter wanted: What was asked for; `nil` for any value.
  func unexpected(_ wanted: String?) -> Fault {
    guard at < end else {
      if let inner = innermost { return breaksOff(in: inner.offset, isObject: inner.isObject) }
      return Fault(
        offset: end, message: "the text ends where \(wanted ?? "a value") should stand",
        mend: "is the file whole?")
    }
    func fault(_ message: String, _ mend: String) -> Fault {
      Fault(offset: at, message: message, mend: mend)
    }
    let found = bytes[at..<end].prefix(while: { !Self.ends.contains($0) })
    let word = Fault.quoted(found.isEmpty ? bytes[at..<at + 1] : found)
    switch bytes[at] {
    case UInt8(ascii: "'"), 0xE2, UInt8(ascii: "`"):
      return fault("\(word) is no JSON text", "put it in straight double quotation marks")
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      return fault("\(word) is no JSON value", "JSON has no comments; take it out")
    case UInt8(ascii: ","): return fault("a value is missing before ','", "write it, or null")
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return fault("a value is missing before \(word)", "write it, or null")
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      return fault("\(word) is no JSON number", "write it like 0.5, without a sign before it")
    case UInt8(ascii: "-") where !startsWith("-I"):
      return fault("\(word) is no JSON number", "write it like -0.5")
    case 0xFE, 0xFF:
      return fault("the file is no UTF-8 text", "convert it, for example with 'iconv -t UTF-8'")
    case 0: return fault("there is a byte of value 0", "is it a JSON file? JSON is UTF-8 text")
    default: break
    }
    if ["NaN", "Infinity", "-Infinity", "nan", "inf", "-inf"].contains(where: startsWith) {
      return fault("\(word) is no JSON number", "write null, or leave the value out")
    }
    if ["True", "False", "None", "undefined"].contains(where: startsWith) {
      return fault("\(word) is no JSON value", "JSON writes true, false and null")
    }
    if wanted == nil {
      return fault(
        "\(word) is no JSON value", "a text stands in quotation marks; words are true, false, null")
    }
    return fault("\(word) stands where \(wanted ?? "a value") should", "correct it")
  }

  private static let ends: Set<UInt8> = Set(" \t\r\n,:[]{}\"".utf8)

  /// The text ends within an object or list.
  func breaksOff(in offset: Int, isObject: Bool) -> Fault {
    Fault(
      offset: offset, message: "the \(isObject ? "object" : "list") that begins here has no end",
      mend: "is the file whole? else close it with '\(isObject ? "}" : "]")'")
  }

  /// Two values with nothing between.
  func missingComma(in offset: Int, isObject: Bool) -> Fault {
    guard at < end else { return breaksOff(in: offset, isObject: isObject) }
    if bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: "#") { return unexpected(nil) }
    return Fault(
      offset: at,
      message: "\(Fault.quoted(bytes[at..<at + 1])) stands where ',' or "
        + "'\(isObject ? "}" : "]")' should",
      mend: "put a comma between two values, or close the \(isObject ? "object" : "list")")
  }

  /// A comma with nothing after it.
  func trailingComma(_ comma: Int, before bracket: String) -> Fault {
    Fault(
      offset: comma, message: "a comma stands before '\(bracket)'", mend: "take the comma out")
  }

  /// No text where a key should be.
  func noKey(in offset: Int) -> Fault {
    guard at < end else { return breaksOff(in: offset, isObject: true) }
    if bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: "#") { return unexpected(nil) }
    let found = bytes[at..<end].prefix(while: { !Self.ends.contains($0) })
    return Fault(
      offset: at,
      message:
        "\(Fault.quoted(found.isEmpty ? bytes[at..<at + 1] : found)) stands where a key should",
      mend: "put keys in straight double quotation marks")
  }

  /// A key for the second time.
  static func duplicate(_ key: String, at offset: Int) -> Fault {
    Fault(
      offset: offset, message: "the key '\(Fault.cut(key))' stands twice in one object",
      mend: "keep one of the two")
  }

  /// Something after the one value of a document.
  func somethingAfter() -> Fault {
    if bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: "#") { return unexpected(nil) }
    let rest = bytes[at..<end].prefix(while: { $0 != 10 && $0 != 13 })
    return Fault(
      offset: at, message: "there is something after the value: \(Fault.quoted(rest))",
      mend: "keep one value; is a bracket closed too early?")
  }

  /// A control character in a text.
  func control(_ byte: UInt8) -> Fault {
    let hex = String(byte, radix: 16)
    let escape: String
    switch byte {
    case 10: escape = "\\n"
    case 13: escape = "\\r"
    case 9: escape = "\\t"
    default: escape = "\\u00" + (hex.utf8.count < 2 ? "0" : "") + hex
    }
    let name = byte == 10 || byte == 13 ? "a line break" : "a control character (\(byte))"
    return Fault(
      offset: at, message: "\(name) stands in a text",
      mend: "write it as \(escape); is a quotation mark missing?")
  }

  /// Bytes that are no character.
  func noUTF8() -> Fault {
    Fault(
      offset: at,
      message: "the byte 0x\(String(bytes[at], radix: 16, uppercase: true)) is no UTF-8 text",
      mend: "convert the file, for example with 'iconv -f LATIN1 -t UTF-8'")
  }

  /// A backslash before what it cannot escape.
  func badEscape(_ length: Int) -> Fault {
    let shown = bytes[at..<min(end, at + length)].prefix { $0 >= 0x20 && $0 != 0x22 }
    return Fault(
      offset: at, message: "\(Fault.quoted(shown)) is no escape of JSON",
      mend: "write \\\\ for a backslash itself, and four hexadecimal digits after \\u")
  }

  /// One half of a character that is escaped in two.
  func halfCharacter(_ place: Int) -> Fault {
    Fault(
      offset: place,
      message: "\(Fault.quoted(bytes[place..<min(end, place + 6)])) is half a character",
      mend: "write both halves, or the character itself")
  }

  /// A number that is written in another way than JSON's.
  func badNumber(_ start: Int, _ what: String, _ mend: String) -> Fault {
    let rest = bytes[start..<end].prefix(while: { !Self.ends.contains($0) })
    return Fault(
      offset: start, message: "the number \(Fault.quoted(rest)) \(what)", mend: mend)
  }
}
