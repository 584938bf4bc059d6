/// Reads numbers and fields from bytes, from left to right; used inside one loop over a chunk of
/// lines.
struct FieldCursor {
  /// The whole text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the chunk ends.
  let end: Int
  /// The next byte.
  var at: Int

  /// Starts at the beginning of a chunk.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  /// The byte in hand, or a line feed at the end.
  @inline(__always)
  var byte: UInt8 { at < end ? bytes[at] : UInt8(ascii: "\n") }

  /// Whether the line ends here.
  @inline(__always)
  var isAtLineEnd: Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// Passes over spaces and tabs.
  @inline(__always)
  mutating func skipBlanks() {
    while at < end, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at &+= 1 }
  }

  /// Goes to the end of the line.
  mutating func skipToLineEnd() {
    while !isAtLineEnd { at &+= 1 }
  }

  /// Passes over the end of a line, of one or two bytes.
  @inline(__always)
  mutating func skipLineEnd() {
    if byte == UInt8(ascii: "\r") { at &+= 1 }
    if at < end, bytes[at] == UInt8(ascii: "\n") { at &+= 1 }
  }

  /// Reads a whole number from 0 to 2,147,483,647, written as one writes it: no sign, no zeros
  /// before it.
  ///
  /// - Returns: The number, or -1, with the cursor where it was, if there is none.
  @inline(__always)
  mutating func index() -> Int32 {
    if at &+ 8 <= end, let short = shortIndex() {
      at &+= short.digits
      return short.value
    }
    return longIndex()
  }

  /// Up to seven digits, read at once from the next eight bytes, which must be there; `nil` for more
  /// or none, or zeros before the number.
  ///
  /// A loop over the digits would go wrong once a number at guessing where it ends.
  @inline(__always)
  private func shortIndex() -> (value: Int32, digits: Int)? {
    guard let base = bytes.baseAddress else { return nil }
    let text = UInt64(
      littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
    // A byte less "0" is a digit below 10; of any other byte, the top bit comes out set.
    let lowered = text ^ 0x3030_3030_3030_3030
    let isOther =
      ((lowered & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676 | lowered)
      & 0x8080_8080_8080_8080
    let bits = isOther.trailingZeroBitCount & ~7
    // The first digit is zero: only if it is alone.
    guard bits > 0, bits < 64, lowered & 0xFF != 0 || bits == 8 else { return nil }
    // The digits as the last of eight, those before them 0; then neighbours are joined: two by two,
    // pairs to fours, fours to eight.
    var digits = lowered &<< UInt64(64 &- bits)
    digits = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits &* 100 &+ digits &>> 16) & 0x0000_FFFF_0000_FFFF
    digits = (digits &* 10_000 &+ digits &>> 32) & 0xFFFF_FFFF
    return (Int32(truncatingIfNeeded: digits), bits &>> 3)
  }

  private mutating func longIndex() -> Int32 {
    let start = at
    var value: UInt64 = 0
    while at < end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ UInt64(digit)
      at &+= 1
    }
    let count = at &- start
    let isPlain =
      count > 0 && count <= 10 && value <= UInt64(Int32.max)
      && (count == 1 || bytes[start] != UInt8(ascii: "0"))
    guard isPlain else {
      at = start
      return -1
    }
    return Int32(truncatingIfNeeded: value)
  }

  /// Reads a decimal number; it may be infinite if the text is too large for a `Double`.
  ///
  /// - Returns: The number nearest to the text, or `nil`, with the cursor where it was.
  mutating func number() -> Double? {
    let start = at
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    var hasPoint = false
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative || byte == UInt8(ascii: "+") { at += 1 }
    while at < end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      if digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
        if hasPoint { exponent -= 1 }
      } else if bytes[at] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      at += 1
    }
    guard digits > 0 else {
      at = start
      return nil
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      let mark = at
      at += 1
      let isSmall = byte == UInt8(ascii: "-")
      if isSmall || byte == UInt8(ascii: "+") { at += 1 }
      var power = 0
      let first = at
      while at < end, bytes[at] &- UInt8(ascii: "0") < 10 {
        power = min(power * 10 + Int(bytes[at] - UInt8(ascii: "0")), 100_000)
        at += 1
      }
      if at == first {
        at = mark
      } else {
        exponent += isSmall ? -power : power
      }
    }
    // Exact where both fit a Double without rounding [Clinger1990]; else the standard library reads
    // it.
    if digits <= 15, abs(exponent) <= 22 {
      let value = Double(mantissa)
      let power = Self.powersOfTen[abs(exponent)]
      let scaled = exponent < 0 ? value / power : value * power
      return isNegative ? -scaled : scaled
    }
    return Double(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
