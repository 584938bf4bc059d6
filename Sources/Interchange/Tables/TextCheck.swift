/// Checks that bytes are text before they are taken apart, so that no later step has to.
enum TextCheck {
  /// Looks for bytes that are no UTF-8, and for bytes of value 0.
  ///
  /// - Parameter bytes: The bytes of a whole file.
  /// - Throws: ``Fault`` at the first such byte.
  /// - Complexity: O(bytes), eight at a time where they are ASCII.
  static func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    guard let base = bytes.baseAddress else { return }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Fault(
        offset: 0, message: "the file is UTF-16 text", mend: "save it as UTF-8")
    }
    let count = bytes.count
    let text = UnsafeRawPointer(base)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var at = 0
    while at < count {
      if at &+ 8 <= count {
        let word = text.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        // The second term finds a byte of value 0.
        if word & tops == 0, (word &- ones) & ~word & tops == 0 {
          at &+= 8
          continue
        }
      }
      let byte = bytes[at]
      if byte == 0 {
        throw Fault(offset: at, message: "there is a byte of value 0", mend: "take it out")
      }
      if byte < 0x80 {
        at &+= 1
        continue
      }
      let length = sequence(bytes, at)
      guard length > 0 else {
        throw Fault(
          offset: at, message: "\(Fault.quoted(bytes[at...].prefix(1))) is no UTF-8 text",
          mend: "save the file as UTF-8, for example with 'iconv -f LATIN1 -t UTF-8'")
      }
      at &+= length
    }
  }

  /// How many bytes the character at a place has, which is no ASCII; 0 if they are no UTF-8.
  private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let first = bytes[at]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    guard at + length <= bytes.count else { return 0 }
    // No overlong forms, no surrogates, nothing above U+10FFFF.
    let second: ClosedRange<UInt8> =
      switch first {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard second.contains(bytes[at + 1]) else { return 0 }
    for next in (at + 2)..<max(at + 2, at + length) where bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
