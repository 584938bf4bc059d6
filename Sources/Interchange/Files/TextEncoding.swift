import GraphCore

/// How the bytes of a text stand for characters, where they tell it themselves.
enum TextEncoding: String, Sendable {
  /// Two bytes a unit, the larger part first.
  case utf16BigEndian = "UTF-16BE"
  /// Two bytes a unit, the smaller part first.
  case utf16LittleEndian = "UTF-16LE"

  /// Tells UTF-16 by its byte order mark, or by the zeros beside the first two ASCII characters; `nil`
  /// if the bytes are to be taken as they are.
  ///
  /// - Parameter bytes: The bytes.
  init?(_ bytes: Column<UInt8>) {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0xFE, 0xFF, _, _): self = .utf16BigEndian
    // FF FE 00 00 would be UTF-32.
    case (0xFF, 0xFE, let low, let high) where low != 0 || high != 0: self = .utf16LittleEndian
    case (0, 1..<0x80, 0, 1..<0x80): self = .utf16BigEndian
    case (1..<0x80, 0, 1..<0x80, 0): self = .utf16LittleEndian
    default: return nil
    }
  }

  /// The text as UTF-8; a byte order mark is dropped.
  ///
  /// - Parameters:
  ///   - bytes: The text in this encoding.
  ///   - path: The path to name in messages.
  /// - Returns: The text in UTF-8.
  /// - Throws: ``NetworkError`` with line and column if it is cut short or a surrogate stands alone.
  func utf8(_ bytes: Column<UInt8>, path: String) throws(NetworkError) -> Column<UInt8> {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    let fault = bytes.withUnsafeBufferPointer { bytes in
      Self.transcode(bytes, isBig: self == .utf16BigEndian, into: &out)
    }
    guard let fault else { return Column(out) }
    throw NetworkText(bytes: Column(out), path: path).error(fault)
  }

  private static func transcode(
    _ bytes: UnsafeBufferPointer<UInt8>, isBig: Bool, into out: inout [UInt8]
  ) -> Fault? {
    func unit(_ at: Int) -> UInt32 {
      isBig
        ? UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1])
        : UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at])
    }
    var at = bytes.count >= 2 && unit(0) == 0xFEFF ? 2 : 0
    while at + 1 < bytes.count {
      var value = unit(at)
      at += 2
      if (0xD800..<0xDC00).contains(value), at + 1 < bytes.count,
        (0xDC00..<0xE000).contains(unit(at))
      {
        value = 0x10000 + (value - 0xD800) << 10 + (unit(at) - 0xDC00)
        at += 2
      }
      guard let scalar = Unicode.Scalar(value) else {
        return Fault(
          offset: out.count, message: "half a character (a surrogate that stands alone)",
          mend: "save the file as UTF-8")
      }
      if value < 0x80 {
        out.append(UInt8(truncatingIfNeeded: value))
      } else {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    guard at == bytes.count else {
      return Fault(
        offset: out.count, message: "the UTF-16 text ends in the middle of a character",
        mend: "fetch or save it again")
    }
    return nil
  }
}
