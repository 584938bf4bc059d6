/// The mark that carries a text safely through libcgraph.
///
/// It stands before names that begin with `%`, which libcgraph keeps for nameless things and renumbers, and
/// after a line end that the scanner of Graphviz 2.43 would lose. It is a word joiner, which has no width,
/// so that a drawn name looks the same, and it is taken away from what is read again. A word joiner of the
/// text itself in these two places gets a second one.
enum DOTNameMark {
  static let bytes: [UInt8] = [0xE2, 0x81, 0xA0]

  /// What stands before HTML labels while reading: libcgraph 2.43 takes an HTML label for plain text, or
  /// the other way round, where the graph holds both with the same characters.
  static let html = "<!---->"

  static func removeHTML(from markup: String) -> String {
    // Bytes, because an accent after the mark would be one character with its last sign.
    guard markup.utf8.starts(with: html.utf8) else { return markup }
    return String(decoding: markup.utf8.dropFirst(html.utf8.count), as: UTF8.self)
  }

  static func isNeeded(before text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "%") || text.starts(with: bytes)
  }

  /// Takes the marks away from a name or value that was read.
  static func remove(from text: String) -> String {
    let mark: Unicode.Scalar = "\u{2060}"
    guard text.unicodeScalars.contains(mark) else { return text }
    var kept = String.UnicodeScalarView()
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      if scalar != mark || previous != "\n" { kept.append(scalar) }
      previous = scalar
    }
    return String(kept)
  }

  /// Whether a raw name is one that libcgraph made up.
  static func isMadeUp(_ raw: String) -> Bool { raw.utf8.first == UInt8(ascii: "%") }
}

extension DOTNameMark {
  /// Takes the marks away from a written format.
  static func remove(fromWritten text: inout [UInt8]) {
    var kept: [UInt8] = []
    var start = 0
    var index = 0
    while let found = text[index...].firstIndex(of: bytes[0]) {
      index = found + 1
      guard text[found...].starts(with: bytes), isNeeded(before: text[(found + 3)...]) else {
        continue
      }
      kept += text[start..<found]
      // What follows the mark is text, and may be a word joiner itself.
      start = found + 3
      index = start + 1
    }
    if start > 0 { text = kept + text[start...] }
  }
}
