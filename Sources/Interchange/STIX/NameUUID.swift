/// Identifiers that follow from a name (RFC 9562, version 5): one name has one identifier, always
/// and everywhere, so that what is written twice is known to be the same.
enum NameUUID {
  /// The identifier of a name.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - space: The sixteen bytes of the name space.
  /// - Returns: The identifier in lower case with hyphens.
  static func text(_ name: String, in space: [UInt8]) -> String {
    var bytes = Array(SHA1.digest(space + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      let digits = String(byte, radix: 16)
      text += digits.count == 1 ? "0" + digits : digits
    }
    return text
  }
}
