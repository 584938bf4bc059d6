/// Reads the keys and values of GML from bytes, from left to right.
struct GMLCursor {
  /// The whole text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte.
  var at: Int
  /// Where the list in hand ends.
  let end: Int
  /// What may lie in what, and how long a text may be.
  let limits: Limits

  /// How deep lists may lie in each other, and how long texts may be.
  struct Limits: Sendable {
    let depth: Int
    let textBytes: Int
  }

  /// A value, as it stands in the file.
  struct Value {
    /// What values there are.
    enum Kind: UInt8 {
      case integer, real, text, word, list
      /// NaN or an infinity, which no attribute holds.
      case notFinite
    }

    var kind: Kind
    /// The inside: without quotation marks or brackets.
    var range: Range<Int>
    var integer = 0
    var real = 0.0
    /// Where it begins, for messages.
    var offset: Int
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ limits: Limits) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
    self.limits = limits
  }

  /// Passes over blanks, line ends and comments.
  mutating func skipBlanks() {
    while at < end {
      if bytes[at] <= UInt8(ascii: " ") {
        at &+= 1
      } else if bytes[at] == UInt8(ascii: "#") {
        while at < end, !Self.isLineEnd(bytes[at]) { at &+= 1 }
      } else {
        return
      }
    }
  }

  /// The next key, or `nil` at the end of the list.
  mutating func key() throws(Fault) -> Range<Int>? {
    skipBlanks()
    guard at < end else { return nil }
    let start = at
    guard Self.beginsKey(bytes[at]) else {
      throw Fault(
        offset: start, message: "\(Fault.quoted(token)) stands where a key is expected",
        mend: "GML is pairs of a key, a word that begins with a letter, and a value")
    }
    while at < end, !Self.isMark(bytes[at]) { at &+= 1 }
    guard at - start <= limits.textBytes else { throw tooLong(start) }
    return start..<at
  }

  /// The value after a key.
  mutating func value(of key: Range<Int>) throws(Fault) -> Value {
    skipBlanks()
    let start = at
    guard at < end, bytes[at] != UInt8(ascii: "]") else {
      throw Fault(
        offset: min(start, end), message: "the key \(Fault.quoted(bytes[key])) has no value",
        mend: "write a number, a text in quotation marks, or a list in brackets after it")
    }
    switch bytes[at] {
    case UInt8(ascii: "\""):
      try skipText()
      return Value(kind: .text, range: start + 1..<at - 1, offset: start)
    case UInt8(ascii: "["):
      try skipList()
      return Value(kind: .list, range: start + 1..<at - 1, offset: start)
    default:
      while at < end, !Self.isMark(bytes[at]) { at &+= 1 }
      return try plain(start..<at)
    }
  }

  /// A number or a word without quotation marks.
  private func plain(_ range: Range<Int>) throws(Fault) -> Value {
    var value = Value(kind: .integer, range: range, offset: range.lowerBound)
    let first = bytes[range.lowerBound]
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let digits = isSigned ? range.dropFirst() : range
    if !digits.isEmpty, digits.count <= 18 {
      var number = 0
      var isWhole = true
      for place in digits {
        let digit = bytes[place] &- UInt8(ascii: "0")
        isWhole = isWhole && digit < 10
        number = number &* 10 &+ Int(digit)
      }
      if isWhole {
        value.integer = first == UInt8(ascii: "-") ? 0 &- number : number
        return value
      }
    }
    if Self.beginsKey(first) || isSigned, Self.isNotFinite(bytes[digits]) {
      value.kind = .notFinite
      return value
    }
    if Self.beginsKey(first) {
      value.kind = .word
      guard range.count <= limits.textBytes else { throw tooLong(range.lowerBound) }
      return value
    }
    if digits.count <= 20, let number = Int(String(decoding: bytes[range], as: UTF8.self)) {
      value.integer = number
      return value
    }
    var cursor = FieldCursor(bytes, range)
    guard range.count < 5000, let number = cursor.number(), cursor.at == range.upperBound else {
      throw Fault(
        offset: range.lowerBound,
        message: "\(Fault.quoted(bytes[range])) is neither a number nor a text",
        mend: "put a text in quotation marks")
    }
    guard number.isFinite else {
      throw Fault(
        offset: range.lowerBound,
        message: "the number \(Fault.quoted(bytes[range])) is too large",
        mend: "the largest is about 1.8e308")
    }
    value.kind = .real
    value.real = number
    return value
  }

  /// Passes over a text in quotation marks, of which there are none inside.
  private mutating func skipText() throws(Fault) {
    let start = at
    at &+= 1
    while at < end, bytes[at] != UInt8(ascii: "\"") { at &+= 1 }
    guard at < end else {
      throw Fault(
        offset: start, message: "the text is not closed: \(Fault.quoted(bytes[start..<end]))",
        mend: "is the file whole? a mark inside a text is written &quot;")
    }
    guard at - start <= limits.textBytes else { throw tooLong(start) }
    at &+= 1
  }

  /// Passes over a list with all that lies in it.
  private mutating func skipList() throws(Fault) {
    let start = at
    var depth = 0
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "["):
        depth += 1
        guard depth <= limits.depth else {
          throw Fault(
            offset: at, message: "more than \(limits.depth) lists lie in each other",
            mend: "take some of them out")
        }
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          at &+= 1
          return
        }
      case UInt8(ascii: "\""):
        try skipText()
        continue
      case UInt8(ascii: "#"):
        skipBlanks()
        continue
      default: break
      }
      at &+= 1
    }
    throw Fault(
      offset: start, message: "the list is not closed",
      mend: "is the file whole? each '[' needs a ']'")
  }

  /// What stands at the place in hand, for messages.
  private var token: Slice<UnsafeBufferPointer<UInt8>> {
    let rest = bytes[at..<end]
    guard let first = rest.first, first != UInt8(ascii: "\"") else {
      return rest.prefix(while: { !Self.isLineEnd($0) })
    }
    return rest.prefix(max(1, rest.prefix { !Self.isMark($0) }.count))
  }

  private func tooLong(_ start: Int) -> Fault {
    Fault(
      offset: start, message: "a text has more than \(limits.textBytes) bytes",
      mend: "shorten it, or raise the limit with --most-text-bytes")
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Whether a key or number ends before the byte.
  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: "#")
      && (byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#"))
      || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private static func beginsKey(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isNotFinite(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.count == 3 || bytes.count == 8 else { return false }
    return ["nan", "inf", "infinity"].contains(
      String(decoding: bytes, as: UTF8.self).lowercased())
  }
}
