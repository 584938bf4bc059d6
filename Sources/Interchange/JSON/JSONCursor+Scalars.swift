extension JSONText {
  /// The bytes between the quotation marks.
  var range: Range<Int> { start..<end }
}

extension JSONCursor {
  /// Reads a text.
  mutating func text() throws(Fault) -> JSONText {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a text") }
    at &+= 1
    let start = at
    var isPlain = true
    while true {
      skipOrdinary()
      guard at < end else {
        throw Fault(
          offset: start - 1, message: "the text that begins here has no end",
          mend: "is the file whole? else close the quotation marks")
      }
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        try skipEscape(in: start)
      } else if byte < 0x20 {
        throw control(byte)
      } else {
        try skipCharacter()
      }
      if at - start > mostTextBytes { break }
    }
    guard at - start <= mostTextBytes else {
      throw Fault(
        offset: start - 1, message: "a text has more than \(mostTextBytes) bytes",
        mend:
          "is a quotation mark missing? else shorten it, or raise the limit with --most-text-bytes")
    }
    at &+= 1
    return JSONText(start: start, end: at &- 1, isPlain: isPlain)
  }

  /// Passes over ASCII other than quotation marks, backslashes and controls, eight bytes at once.
  @inline(__always)
  private mutating func skipOrdinary() {
    guard let base = bytes.baseAddress else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    while at &+ 8 <= end {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
      // The lowest byte whose top bit comes out set is the first of the others; those above it may
      // be wrong.
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      let others =
        (word | ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)
          | ((word &- ones &* 0x20) & ~word)) & tops
      guard others == 0 else {
        at &+= others.trailingZeroBitCount &>> 3
        return
      }
      at &+= 8
    }
    while at < end {
      let byte = bytes[at]
      if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { return }
      at &+= 1
    }
  }

  /// Passes over a character above ASCII.
  private mutating func skipCharacter() throws(Fault) {
    let first = bytes[at]
    let low: UInt8
    let high: UInt8
    let more: Int
    switch first {
    case 0xC2...0xDF: (low, high, more) = (0x80, 0xBF, 1)
    case 0xE0: (low, high, more) = (0xA0, 0xBF, 2)
    case 0xED: (low, high, more) = (0x80, 0x9F, 2)
    case 0xE1...0xEF: (low, high, more) = (0x80, 0xBF, 2)
    case 0xF0: (low, high, more) = (0x90, 0xBF, 3)
    case 0xF1...0xF3: (low, high, more) = (0x80, 0xBF, 3)
    case 0xF4: (low, high, more) = (0x80, 0x8F, 3)
    default: throw noUTF8()
    }
    guard at + more < end, bytes[at + 1] >= low, bytes[at + 1] <= high else { throw noUTF8() }
    for index in 1..<(more + 1) where bytes[at + index] & 0xC0 != 0x80 { throw noUTF8() }
    at += more + 1
  }

  /// Passes over a backslash and what it escapes, both halves of a character of two.
  private mutating func skipEscape(in start: Int) throws(Fault) {
    let place = at
    guard at + 1 < end else {
      at = end
      return
    }
    switch bytes[at + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 2
    case UInt8(ascii: "u"):
      guard let unit = unit(at: at) else { throw badEscape(6) }
      at += 6
      guard 0xD800...0xDFFF ~= unit else { return }
      guard unit < 0xDC00, let second = self.unit(at: at), 0xDC00...0xDFFF ~= second else {
        throw halfCharacter(place)
      }
      at += 6
    default: throw badEscape(2)
    }
  }

  /// The code of `\uXXXX` at a place.
  private func unit(at place: Int) -> UInt16? {
    guard place + 6 <= end, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[place + 2..<place + 6] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// The text itself.
  func string(_ text: JSONText) -> String {
    if text.isPlain {
      return String(
        decoding: UnsafeBufferPointer(rebasing: bytes[text.range]), as: UTF8.self)
    }
    return String(decoding: unescaped(text), as: UTF8.self)
  }

  /// Hands the bytes of a text to `body`: those of the document where nothing is escaped.
  @inline(__always)
  func withBytes<Result, Failure>(
    of text: JSONText, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if text.isPlain { return try body(UnsafeBufferPointer(rebasing: bytes[text.range])) }
    return try unescaped(text).withUnsafeBufferPointer(body)
  }

  /// Whether a text says this.
  func equals(_ text: JSONText, _ word: String) -> Bool {
    text.isPlain ? bytes[text.range].elementsEqual(word.utf8) : string(text) == word
  }

  /// Whether a text says this; for loops over many elements.
  @inline(__always)
  func says(_ text: JSONText, _ word: StaticString) -> Bool {
    guard text.isPlain else { return string(text) == "\(word)" }
    let count = text.end &- text.start
    guard count == word.utf8CodeUnitCount else { return false }
    var index = 0
    while index < count {
      guard bytes[text.start &+ index] == word.utf8Start[index] else { return false }
      index &+= 1
    }
    return true
  }

  /// The bytes of a text, its escapes undone.
  private func unescaped(_ text: JSONText) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.end - text.start)
    var place = text.start
    while place < text.end {
      guard bytes[place] == UInt8(ascii: "\\"), place + 1 < text.end else {
        out.append(bytes[place])
        place += 1
        continue
      }
      switch bytes[place + 1] {
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "u"):
        var code = UInt32(unit(at: place) ?? 0xFFFD)
        if 0xD800...0xDBFF ~= code, let second = unit(at: place + 6) {
          code = 0x10000 + (code - 0xD800) << 10 + (UInt32(second) - 0xDC00)
          place += 6
        }
        out.append(contentsOf: Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8))
        place += 4
      case let other: out.append(other)
      }
      place += 2
    }
    return out
  }
}

extension JSONCursor {
  /// Reads `true`, `false` or `null`; a number that is not finite counts as `null` where that is allowed.
  ///
  /// - Returns: The truth value, or `nil` for `null`.
  mutating func word() throws(Fault) -> Bool? {
    switch peek() {
    case UInt8(ascii: "t"): if take("true") { return true }
    case UInt8(ascii: "f"): if take("false") { return false }
    case UInt8(ascii: "n"): if take("null") { return nil }
    default: break
    }
    if takesNotFinite, takeNotFinite() { return nil }
    throw unexpected(nil)
  }

  /// Takes a word that no letter follows.
  @inline(__always)
  private mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard at &+ count <= end else { return false }
    for index in 0..<count where bytes[at &+ index] != word.utf8Start[index] { return false }
    if at &+ count < end, isLetter(bytes[at &+ count]) { return false }
    at &+= count
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte &- UInt8(ascii: "0") < 10
      || byte >= 0x80 || byte == UInt8(ascii: "_")
  }

  /// Reads a value that is no list and no object.
  mutating func scalar() throws(Fault) -> JSONNode.Value {
    switch peek() {
    case UInt8(ascii: "\""): return .string(string(try text()))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(digits(try number()))
    case UInt8(ascii: "-") where !(takesNotFinite && startsWith("-I")):
      return .number(digits(try number()))
    default: return try word().map(JSONNode.Value.bool) ?? .null
    }
  }

  private func digits(_ number: JSONDigits) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[number.range]), as: UTF8.self)
  }
}
