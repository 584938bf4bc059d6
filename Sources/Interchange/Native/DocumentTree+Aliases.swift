import Yams

extension DocumentTree {
  /// Refuses a key that is an alias or holds one.
  ///
  /// The YAML library hashes the keys of each mapping as it reads, and so would walk through all that
  /// an alias stands for, without bound. Here the text is read once with every `*` taken for a letter:
  /// no alias is then followed, and a plain scalar that begins with that letter was one.
  ///
  /// - Throws: ``Failure`` with the place of the alias.
  static func refuseAliasKeys(in text: String) throws(Failure) {
    guard mayHoldAlias(text) else { return }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(scalar == "*" ? standIn : scalar) }
    // What is malformed here is malformed in the text itself, and reported from there.
    guard let node = try? Yams.compose(yaml: String(scalars), .basic, .default, .utf8) else {
      return
    }
    try refuseAliasKeys(in: node)
  }

  /// A private letter that no text has a use for.
  private static let standIn: Unicode.Scalar = "\u{F8FE}"

  private static func mayHoldAlias(_ text: String) -> Bool {
    var previous: UInt8 = 0x0A
    for byte in text.utf8 {
      if byte == UInt8(ascii: "*"), " \t\r\n[]{},:?-".utf8.contains(previous) { return true }
      previous = byte
    }
    return false
  }

  private static func refuseAliasKeys(in node: Yams.Node) throws(Failure) {
    switch node {
    case .scalar, .alias: break
    case .sequence(let sequence):
      for item in sequence { try refuseAliasKeys(in: item) }
    case .mapping(let mapping):
      for (key, value) in mapping {
        if let mark = alias(in: key) {
          throw Failure(
            message: "a key is an alias", mend: "write the key out",
            mark: Mark(line: mark.line, column: mark.column))
        }
        try refuseAliasKeys(in: value)
      }
    }
  }

  /// The place of the first alias in a key.
  private static func alias(in key: Yams.Node) -> Yams.Mark? {
    switch key {
    case .scalar(let scalar):
      scalar.style == .plain && scalar.string.unicodeScalars.first == standIn ? scalar.mark : nil
    case .sequence(let sequence): sequence.lazy.compactMap(alias).first
    case .mapping(let mapping):
      mapping.lazy.compactMap { alias(in: $0.key) ?? alias(in: $0.value) }.first
    case .alias(let alias): alias.mark
    }
  }
}
