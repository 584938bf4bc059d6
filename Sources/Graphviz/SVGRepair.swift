/// Makes Graphviz's SVG well formed where it copies characters that XML cannot hold.
///
/// XML 1.0 (section 2.2) has no control characters but tab and line ends, and no U+FFFE and U+FFFF; and it knows
/// five entities, while Graphviz lets `&name;` through in titles and `&` in addresses.
enum SVGRepair {
  static func repair(_ bytes: inout [UInt8]) {
    guard let first = bytes.indices.first(where: { replacement(at: $0, in: bytes) != nil }) else {
      return
    }
    var repaired = Array(bytes[..<first])
    repaired.reserveCapacity(bytes.count + 64)
    var index = first
    while index < bytes.count {
      if let (text, length) = replacement(at: index, in: bytes) {
        repaired.append(contentsOf: text)
        index += length
      } else {
        repaired.append(bytes[index])
        index += 1
      }
    }
    bytes = repaired
  }

  /// What to write in place of the bytes at a position, and how many bytes that replaces.
  private static func replacement(at index: Int, in bytes: [UInt8]) -> (text: [UInt8], length: Int)?
  {
    switch bytes[index] {
    case 0x09, 0x0A, 0x0D: return nil
    case let control where control < 0x20:
      // The control pictures U+2400 to U+241F show which character was there.
      return ([0xE2, 0x90, 0x80 + control], 1)
    case 0xEF
    where bytes[index...].starts(with: [0xEF, 0xBF, 0xBE])
      || bytes[index...].starts(with: [0xEF, 0xBF, 0xBF]):
      return (Array("\u{FFFD}".utf8), 3)
    case UInt8(ascii: "&") where !isReference(bytes[index...].prefix(12).dropFirst()):
      return (Array("&amp;".utf8), 1)
    default: return nil
    }
  }

  /// Whether what follows an `&` makes it one of XML's entities or a reference to one of its characters.
  private static func isReference(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return true }
    guard name.hasPrefix("#") else { return false }
    let digits = name.dropFirst()
    let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let code, let scalar = Unicode.Scalar(code) else { return false }
    return [0x09, 0x0A, 0x0D].contains(scalar.value)
      || (scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF)
  }
}
