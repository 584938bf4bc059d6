/// Texts as parts of IRIs (RFC 3987), with what is not allowed percent-encoded.
enum IRIText {
  /// An address with what no IRI may hold percent-encoded; what is encoded already stays.
  ///
  /// - Parameters:
  ///   - address: The address as a source gives it.
  ///   - isASCII: Whether letters beyond ASCII are encoded too, as URIs want it.
  /// - Returns: The address.
  static func escaped(_ address: String, isASCII: Bool = false) -> String {
    let bytes = Array(address.utf8)
    var out: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0...0x20, 0x7F: encode(byte, to: &out)
      case _ where "<>\"{}|\\^`".utf8.contains(byte): encode(byte, to: &out)
      case UInt8(ascii: "%"):
        let digits = bytes.dropFirst(place + 1).prefix(2)
        let isEncoded =
          digits.count == 2 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        if isEncoded { out.append(byte) } else { encode(byte, to: &out) }
      case 0x80...: if isASCII { encode(byte, to: &out) } else { out.append(byte) }
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Any text as one part of an IRI: only letters, digits and `-._~` of ASCII, and what lies beyond
  /// ASCII and is a letter or digit somewhere, stand for themselves.
  static func part(_ text: String) -> String {
    var out: [UInt8] = []
    for scalar in text.unicodeScalars {
      let isKept: Bool =
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
        case "\u{A0}"...:
          scalar.properties.isAlphabetic && scalar.properties.generalCategory != .privateUse
        default: false
        }
      for byte in String(scalar).utf8 {
        if isKept { out.append(byte) } else { encode(byte, to: &out) }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether an address begins with a scheme, such as `https:`.
  static func isAbsolute(_ address: String) -> Bool {
    guard let colon = address.firstIndex(of: ":"), let first = address.first, first.isASCII,
      first.isLetter
    else { return false }
    return address[..<colon].allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
    }
  }

  private static func encode(_ byte: UInt8, to out: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
