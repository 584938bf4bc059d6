import Evidence

/// The attributes of a whole network as a processing instruction, `<?throughline {"title":"..."}?>`.
///
/// For graphs of evidence: their sources and the like belong to no node or edge, and some programs
/// stumble over data of the whole graph, while all pass over instructions. It stands as the first child
/// of the root element, so that the root is still near the beginning of the file, where its name tells
/// the format; it is read wherever it stands.
enum XMLInstruction {
  /// The target of the instruction.
  static let target = "throughline"

  /// Appends the instruction.
  static func write(_ attributes: [NamedAttribute], to out: inout [UInt8]) {
    out.append(contentsOf: "<?\(target) {".utf8)
    for (index, attribute) in attributes.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      let text =
        JSONValue.string(attribute.name).text() + ":" + JSONCell.text(of: attribute.value)
      for scalar in text.unicodeScalars {
        switch scalar {
        // `?>` would end the instruction. Neither occurs but within a string.
        case ">": out.append(contentsOf: "\\u003e".utf8)
        case "\u{FFFE}": out.append(contentsOf: "\\ufffe".utf8)
        case "\u{FFFF}": out.append(contentsOf: "\\uffff".utf8)
        case "\u{0}"..<" ": out.append(UInt8(ascii: " "))
        default: out.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        }
      }
    }
    out.append(contentsOf: "}?>\n".utf8)
  }

  /// The attributes that an instruction holds.
  ///
  /// - Throws: ``Fault`` if the text is not what ``write(_:to:)`` writes.
  static func attributes(_ text: String) throws(Fault) -> [NamedAttribute] {
    var scanner = Scanner(bytes: Array(text.utf8))
    return try scanner.members()
  }

  /// Cuts an object into its members. Values stay text: only strings and brackets are told apart.
  private struct Scanner {
    let bytes: [UInt8]
    var at = 0

    mutating func members() throws(Fault) -> [NamedAttribute] {
      var found: [NamedAttribute] = []
      skipBlanks()
      try expect("{")
      skipBlanks()
      if take("}") { return found }
      while true {
        skipBlanks()
        guard case .text(let name) = JSONCell.value(of: try value()) else { throw broken() }
        skipBlanks()
        try expect(":")
        skipBlanks()
        found.append(NamedAttribute(name, JSONCell.value(of: try value())))
        skipBlanks()
        if take(",") { continue }
        try expect("}")
        return found
      }
    }

    private mutating func value() throws(Fault) -> String {
      let start = at
      var depth = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte == UInt8(ascii: "\"") {
          try string()
          if depth == 0 { break }
          continue
        }
        if depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") { break }
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
        if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
          if depth == 0 { break }
          depth -= 1
        }
        at += 1
      }
      guard depth == 0, at > start else { throw broken() }
      return String(decoding: bytes[start..<at], as: UTF8.self).trimmingSpaces
    }

    private mutating func string() throws(Fault) {
      at += 1
      while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
        at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard at < bytes.count else { throw broken() }
      at += 1
    }

    private mutating func skipBlanks() {
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
      guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else { return false }
      at += 1
      return true
    }

    private mutating func expect(_ mark: Unicode.Scalar) throws(Fault) {
      guard take(mark) else { throw broken() }
    }

    private func broken() -> Fault {
      Fault(
        offset: 0,
        message: "the instruction 'throughline' is broken at \(Fault.quoted(bytes.dropFirst(at)))",
        mend: "take it out, or write the file anew")
    }
  }
}
