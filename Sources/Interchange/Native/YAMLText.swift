/// Writes single values as YAML, the same bytes for the same value whatever YAML library reads them.
enum YAMLText {
  /// Words that other YAML readers take for a truth value or nothing.
  private static let words: Set<String> = [
    "y", "n", "yes", "no", "true", "false", "on", "off", "null", "~", ".nan", ".inf", "-.inf",
    "+.inf",
  ]

  /// A scalar: plain where every YAML reader reads it back as this text (or as this number or
  /// date), else in single quotes, or in double quotes if it holds line breaks or controls.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - inFlow: Whether it stands within `[ ]` or `{ }`, where commas and brackets end a value.
  /// - Returns: The YAML text.
  static func scalar(_ text: String, inFlow: Bool = false) -> String {
    if text.unicodeScalars.contains(where: { needsEscape($0) }) { return doubleQuoted(text) }
    if isPlain(text, inFlow: inFlow) { return text }
    var quoted = String.UnicodeScalarView("'".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "'" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("'")
    return String(quoted)
  }

  /// A list in one line.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map { scalar($0, inFlow: true) }.joined(separator: ", ") + "]"
  }

  /// A key with its colon, in block style, beginning in the column `indent` from 0.
  ///
  /// YAML wants a key of more than 1,024 characters announced by a `?`.
  static func key(_ text: String, indent: Int) -> String {
    let scalar = scalar(text)
    return isLong(scalar)
      ? "? \(scalar)\n" + String(repeating: " ", count: indent) + ":" : scalar + ":"
  }

  /// A key with its colon within `{ }`.
  static func flowKey(_ text: String) -> String {
    let scalar = scalar(text, inFlow: true)
    return isLong(scalar) ? "? \(scalar):" : scalar + ":"
  }

  private static func isLong(_ scalar: String) -> Bool { scalar.unicodeScalars.count > 1000 }

  /// A scalar after a key in block style: literal if it holds line breaks, folded if it is long,
  /// else as ``scalar(_:inFlow:)``.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - indent: The number of spaces before the lines of a block.
  /// - Returns: The YAML text.
  static func block(_ text: String, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    // Scalars, not characters: a mark that combines with a space or a break is one character with it.
    let scalars = Array(text.unicodeScalars)
    let hasBreaks = scalars.contains("\n")
    guard !scalars.contains(where: { $0 != "\n" && needsEscape($0) }),
      scalars.first?.properties.isWhitespace == false, hasBreaks || scalars.count + indent > width
    else { return scalar(text) }
    if hasBreaks {
      let closes = scalars.last == "\n"
      let body = closes ? scalars.dropLast() : scalars[...]
      guard body.last != "\n" else { return scalar(text) }
      let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(string)
      return (closes ? "|" : "|-") + lines.map { $0.isEmpty ? "\n" : "\n" + space + $0 }.joined()
    }
    let words = scalars.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 1, !words.contains(where: \.isEmpty) else { return scalar(text) }
    var lines: [[Unicode.Scalar]] = []
    for word in words {
      if let last = lines.last, indent + last.count + 1 + word.count <= width {
        lines[lines.count - 1] += [" "] + word
      } else {
        lines.append(Array(word))
      }
    }
    return ">-" + lines.map { "\n" + space + string($0[...]) }.joined()
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// The column before which folded lines end.
  private static let width = 100

  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, last != " ", last != ":" else {
      return false
    }
    guard !words.contains(text.lowercased()) else { return false }
    let indicators = "-?:,[]{}#&*!|>'\"%@`= ".unicodeScalars
    if indicators.contains(first) { return false }
    if text.hasPrefix("---") || text.hasPrefix("...") { return false }
    for (index, scalar) in scalars.enumerated() {
      if scalar == "#", index > 0, scalars[index - 1] == " " { return false }
      if scalar == ":", scalars[index + 1] == " " || inFlow { return false }
      if inFlow, ",[]{}".unicodeScalars.contains(scalar) { return false }
    }
    return true
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    case 0xD7FF...0xDFFF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  private static func doubleQuoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        if needsEscape(scalar) {
          let hex = String(scalar.value, radix: 16)
          let width = scalar.value > 0xFFFF ? 8 : 4
          out +=
            (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - hex.count) + hex
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
