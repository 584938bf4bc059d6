/// Text from data made fit to be shown on one line of a terminal or a plain file.
///
/// A name from a file may hold escape sequences that move a cursor or recolour a screen, and marks that
/// turn the direction of what follows. Both are shown, never obeyed.
public enum VisibleText {
  /// Replaces everything that would not be shown as itself by a visible escape such as `\u{1B}`.
  ///
  /// Control characters (C0, C1, delete), line and paragraph separators and the marks that embed or
  /// override a direction are shown as escapes; line ends and tabs become spaces.
  ///
  /// - Parameter text: The text.
  /// - Returns: The text on one line.
  public static func line(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ !isHidden($0) }) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": out.append(" ")
      case _ where isHidden(scalar):
        out.append(
          contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// Whether a scalar acts on what surrounds it instead of being shown.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  /// Whether a text holds letters of a script that is written from right to left.
  static func runsRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        true
      default: false
      }
    }
  }

  /// Pads a text with spaces on the right to a number of columns.
  ///
  /// - Parameters:
  ///   - text: The text, which is not cut.
  ///   - columns: The columns to fill.
  /// - Returns: The padded text.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(of: text)))
  }

  /// Pads a text with spaces on the left to a number of columns.
  static func leftPadded(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - width(of: text))) + text
  }

  /// Cuts a text to a number of columns, with an ellipsis where something is missing.
  ///
  /// - Parameters:
  ///   - text: The text on one line.
  ///   - columns: The most columns, 1 or more.
  /// - Returns: The text, or its beginning.
  static func cut(_ text: String, to columns: Int) -> String {
    guard width(of: text) > columns else { return text }
    var cut = ""
    var used = 1
    for character in text {
      used += width(of: String(character))
      if used > columns { break }
      cut.append(character)
    }
    while cut.last == " " { cut.removeLast() }
    return cut + "\u{2026}"
  }

  /// How many columns of a terminal a text takes: two for each wide character.
  static func width(of text: String) -> Int {
    text.reduce(0) { sum, character in
      guard let scalar = character.unicodeScalars.first else { return sum }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F9FF, 0x20000...0x3FFFD:
        return sum + 2
      default: return sum + 1
      }
    }
  }

  /// Breaks a text at spaces so that no line is longer than a number of columns, words longer than a
  /// line excepted. A percent sign stays with its number.
  ///
  /// - Parameters:
  ///   - text: The text on one line.
  ///   - columns: The most columns of a line.
  /// - Returns: The lines, none for a text of spaces.
  static func wrapped(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(of: text) {
      if !line.isEmpty, width(of: line) + 1 + width(of: word) > columns {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The words of a text; a percent sign stays with its number.
  static func words(of text: String) -> [String] {
    text.split(separator: " ").reduce(into: []) { words, word in
      if word.first == "%", let last = words.indices.last {
        words[last] += " " + word
      } else {
        words.append(String(word))
      }
    }
  }
}
