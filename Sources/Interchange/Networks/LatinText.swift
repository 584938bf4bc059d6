import GraphCore

extension NetworkText {
  /// The text as UTF-8, for formats that are older than it: one that is no UTF-8 is taken as
  /// Windows-1252, which is Latin-1 with typographic marks, and told so.
  ///
  /// - Returns: The text, without a byte order mark, and a remark if it was converted.
  /// - Throws: ``Fault`` for a byte of value 0, which no text has.
  /// - Complexity: O(bytes); copies the text only if it converts it.
  func decoded() throws(Fault) -> (text: NetworkText, remark: String?) {
    switch bytes.withUnsafeBufferPointer(LatinText.kind) {
    case .unicode: return (self, nil)
    case .zero(let offset):
      throw Fault(
        offset: offset, message: "the text holds a byte of value 0",
        mend: "is it UTF-16? then convert it, for example with 'iconv -f UTF-16 -t UTF-8'")
    case .latin:
      let converted = bytes.withUnsafeBufferPointer(LatinText.converted)
      return (
        NetworkText(bytes: Column(converted), path: path),
        "the file is no UTF-8 and is read as Windows-1252 (Latin-1)"
      )
    }
  }

  /// Where the text begins, after a byte order mark.
  var start: Int {
    bytes.withUnsafeBufferPointer { $0.starts(with: [0xEF, 0xBB, 0xBF]) } ? 3 : 0
  }
}

/// Tells UTF-8 from the one-byte encoding of old Windows programs, and converts that.
enum LatinText {
  /// What bytes are.
  enum Kind: Equatable {
    /// Valid UTF-8.
    case unicode
    /// Something else.
    case latin
    /// No text, for the byte at the offset is 0.
    case zero(Int)
  }

  /// Tells what bytes are.
  ///
  /// - Complexity: O(bytes), eight at a time where they are ASCII.
  static func kind(_ bytes: UnsafeBufferPointer<UInt8>) -> Kind {
    guard let base = bytes.baseAddress else { return .unicode }
    let raw = UnsafeRawPointer(base)
    var isUnicode = true
    var at = 0
    while at < bytes.count {
      if at + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        // No byte has its top bit, and none is zero.
        if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
          at += 8
          continue
        }
      }
      let byte = bytes[at]
      if byte == 0 { return .zero(at) }
      if byte < 0x80 || !isUnicode {
        at += 1
        continue
      }
      let length = self.length(bytes, at)
      if length == 0 { isUnicode = false }
      at += max(length, 1)
    }
    return isUnicode ? .unicode : .latin
  }

  /// How many bytes the character at a place has in UTF-8, or 0 if there is none.
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let first = bytes[at]
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      // Neither overlong forms nor surrogates.
      if first == 0xE0 { second = 0xA0...0xBF }
      if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { second = 0x90...0xBF }
      if first == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return 0 }
    for next in at + 2..<max(at + length, at + 2) where bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Windows-1252 as UTF-8; the five bytes that it leaves open are the controls of Latin-1.
  static func converted(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        let scalar =
          byte < 0xA0 ? marks[Int(byte) - 0x80] : Unicode.Scalar(byte)
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return out
  }

  /// What stands for the bytes from 0x80 to 0x9F.
  private static let marks: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}

extension NetworkText {
  /// Reads a text that may be in UTF-8 or Latin-1, and tells every fault with its place.
  ///
  /// - Parameter body: Is given the text in UTF-8, where it begins after a byte order mark, and the remark
  ///   that tells how it was taken.
  /// - Returns: What `body` returns.
  /// - Throws: ``NetworkError`` for a fault of the encoding or of `body`.
  func readingDecoded(
    _ body: (UnsafeBufferPointer<UInt8>, _ start: Int, _ remark: String?) throws(Fault) ->
      PlainNetwork
  ) throws(NetworkError) -> PlainNetwork {
    let decoded: (text: NetworkText, remark: String?)
    do throws(Fault) {
      decoded = try self.decoded()
    } catch {
      throw self.error(error)
    }
    do throws(Fault) {
      return try decoded.text.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
        try body(bytes, decoded.text.start, decoded.remark)
      }
    } catch {
      throw decoded.text.error(error)
    }
  }
}
