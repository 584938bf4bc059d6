/// Gives a double-quoted text back the U+FEFF that it begins with: the YAML library takes the
/// character for a byte order mark and drops it.
struct LeadingMarks {
  private let lines: [[Unicode.Scalar]]

  /// Prepares for a text; `nil` if it has no such escape, and so nothing to give back.
  init?(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "\\")), text.lowercased().contains("feff") else {
      return nil
    }
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Array($0.unicodeScalars) }
  }

  /// The text of a scalar as it was written.
  func restoring(_ text: String, at mark: DocumentTree.Mark) -> String {
    guard mark.style == .doubleQuoted, lines.indices.contains(mark.line - 1) else { return text }
    var rest = lines[mark.line - 1].dropFirst(mark.column)
    var written = 0
    while let length = Self.escapeLength(rest) {
      rest = rest.dropFirst(length)
      written += 1
    }
    let kept = text.unicodeScalars.prefix { $0 == "\u{FEFF}" }.count
    return String(repeating: "\u{FEFF}", count: max(0, written - kept)) + text
  }

  private static func escapeLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    for (mark, digits) in [("u", "feff"), ("U", "0000feff")] {
      let escape = scalars.prefix(2 + digits.count).map { String($0) }.joined()
      if escape.hasPrefix("\\" + mark), escape.dropFirst(2).lowercased() == digits {
        return 2 + digits.count
      }
    }
    return nil
  }
}
