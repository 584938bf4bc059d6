/// One object of a STIX file: where its members stand, none of them copied.
struct STIXObject {
  /// A member.
  struct Member {
    /// The number of the key.
    var key: Int
    /// Where the value stands.
    var range: Range<Int>
    /// The text, if the value is one.
    var text: JSONText?
  }

  /// Where the object begins.
  var offset = 0
  /// The members in their order, no two of one key.
  var members: [Member] = []

  /// The member of a key.
  func member(_ key: STIXKeys.Known) -> Member? {
    for member in members where member.key == key.rawValue { return member }
    return nil
  }
}

/// The bytes of a STIX file, and what stands where in them.
struct STIXBytes {
  /// The whole file.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The limits.
  let options: NetworkOptions

  /// Some of the bytes.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// A text, its escapes undone.
  func string(_ text: JSONText) -> String {
    guard !text.isPlain else { return String(decoding: slice(text.range), as: UTF8.self) }
    return JSONCursor(bytes, from: text.start, options: options).string(text)
  }

  /// A value as a tree.
  func node(at range: Range<Int>) throws(Fault) -> JSONNode {
    var cursor = JSONCursor(bytes, from: range.lowerBound, to: range.upperBound, options: options)
    return try cursor.value()
  }

  /// The texts of a list.
  func texts(of member: STIXObject.Member?) throws(Fault) -> [String] {
    guard let member else { return [] }
    return (try node(at: member.range).elements ?? []).compactMap(\.text)
  }

  /// A value as that of an attribute; `nil` for `null`. Lists and objects lose their blanks.
  func value(_ member: STIXObject.Member) throws(Fault) -> AttributeValue? {
    if let text = member.text { return .text(string(text)) }
    let part = slice(member.range)
    switch part.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard part.count <= options.mostTextBytes else {
        throw Fault(
          offset: member.range.lowerBound,
          message: "a value has more than \(options.mostTextBytes) bytes",
          mend: "is a bracket missing? else raise the limit with --most-text-bytes")
      }
      return .json(Self.compact(part))
    case UInt8(ascii: "t"): return .flag(true)
    case UInt8(ascii: "f"): return .flag(false)
    case UInt8(ascii: "n"): return nil
    default: return JSONNumber.value(of: String(decoding: part, as: UTF8.self))
    }
  }

  /// JSON without the blanks between its tokens.
  private static func compact(_ text: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: text.count) { out in
      var count = 0
      var isInText = false
      var isEscaped = false
      for byte in text {
        if isInText {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isInText = false
          }
        } else if byte <= 0x20 {
          continue
        } else if byte == UInt8(ascii: "\"") {
          isInText = true
        }
        out[count] = byte
        count &+= 1
      }
      return count
    }
  }
}
