/// The identifiers of STIX: a type, two hyphens and a UUID.
enum STIXIdentifier {
  /// Whether bytes are an identifier. The digits of the UUID may be in either case: programs write
  /// both.
  static func isWellFormed(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
    guard bytes.count > 38 else { return false }
    let type = bytes.dropLast(38)
    guard bytes.dropLast(36).suffix(2).elementsEqual([hyphen, hyphen]), isType(type) else {
      return false
    }
    for (place, byte) in bytes.suffix(36).enumerated() {
      if [8, 13, 18, 23].contains(place) {
        if byte != hyphen { return false }
      } else if !isHexadecimal(byte) {
        return false
      }
    }
    return true
  }

  /// Whether bytes are a type of objects or relationships: small letters, digits and hyphens.
  static func isType(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen:
          true
        default: false
        }
      }
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
