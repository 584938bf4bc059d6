/// What the first bytes of an XML document tell.
enum XMLBeginning {
  /// The local name of the root element, if the beginning of a file reaches it.
  static func root(_ beginning: FileBeginning) -> String? {
    var bytes = beginning.bytes[...]
    // In UTF-16 every other byte of names and marks is zero.
    if bytes.prefix(4).contains(0) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.starts(with: [0xFE, 0xFF])
    {
      bytes = bytes.filter { $0 != 0 && $0 < 0xFE }[...]
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    while true {
      bytes = bytes.drop { $0 <= 0x20 }
      if bytes.starts(with: "<?".utf8) {
        guard let rest = skip(bytes, past: "?>") else { return nil }
        bytes = rest
      } else if bytes.starts(with: "<!--".utf8) {
        guard let rest = skip(bytes, past: "-->") else { return nil }
        bytes = rest
      } else if bytes.starts(with: "<!DOCTYPE".utf8) {
        guard let rest = skipType(bytes) else { return nil }
        bytes = rest
      } else {
        guard bytes.first == UInt8(ascii: "<") else { return nil }
        let name = bytes.dropFirst().prefix { byte in
          byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
        }
        let text = String(decoding: name, as: UTF8.self)
        return text.isEmpty ? nil : text.split(separator: ":").last.map(String.init)
      }
    }
  }

  private static func skip(_ bytes: ArraySlice<UInt8>, past end: StaticString) -> ArraySlice<UInt8>?
  {
    let end = Array("\(end)".utf8)
    var at = bytes.startIndex
    while at + end.count <= bytes.endIndex {
      if bytes[at..<at + end.count].elementsEqual(end) { return bytes[(at + end.count)...] }
      at += 1
    }
    return nil
  }

  private static func skipType(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var depth = 0
    for at in bytes.indices {
      if bytes[at] == UInt8(ascii: "[") { depth += 1 }
      if bytes[at] == UInt8(ascii: "]") { depth -= 1 }
      if bytes[at] == UInt8(ascii: ">"), depth <= 0 { return bytes[(at + 1)...] }
    }
    return nil
  }

  /// Whether a document is in UTF-8, by a byte order mark or the XML declaration.
  static func isUTF8(_ first: some Collection<UInt8>) -> Bool {
    let bytes = Array(first)
    guard !bytes.prefix(4).contains(0), !bytes.starts(with: [0xFF, 0xFE]),
      !bytes.starts(with: [0xFE, 0xFF])
    else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.drop(while: { $0 == "\u{feff}" }).hasPrefix("<?xml"),
      let declaration = text.split(separator: "?>", maxSplits: 1).first,
      let encoding = declaration.split(separator: "encoding", maxSplits: 1).dropFirst().first
    else { return true }
    let name = encoding.drop { "= \t\r\n\"'".contains($0) }.prefix { $0 != "\"" && $0 != "'" }
    return ["utf-8", "utf8"].contains(name.lowercased())
  }
}
