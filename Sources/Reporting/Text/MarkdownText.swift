/// Text from data made fit for a CommonMark document.
public enum MarkdownText {
  /// Escapes a text so that a CommonMark reader shows it as it stands, on one line.
  ///
  /// Any ASCII punctuation may be escaped by a backslash (CommonMark 0.31, 2.4). Escaped is what can
  /// begin markup anywhere, and at the start of the text also what can begin a block. Text written from
  /// right to left is isolated, so that it does not carry the punctuation after it away.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isStart: Whether it may stand where a block begins.
  /// - Returns: The text, trimmed, fit for a paragraph, a list item or a table cell.
  public static func escaped(_ text: String, isStart: Bool = true) -> String {
    var out = String.UnicodeScalarView()
    var isEmpty = true
    var leadingDigits = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\n", "\r", "\t":
        if !isEmpty, out.last != " " { out.append(" ") }
        continue
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "#", "!", "$":
        out.append("\\")
        out.append(scalar)
      case "+", "-", "=":
        if isEmpty, isStart { out.append("\\") }
        out.append(scalar)
      case ".", ")":
        // "12. " would begin a list.
        if isStart, leadingDigits > 0, leadingDigits == out.count { out.append("\\") }
        out.append(scalar)
      case _ where VisibleText.isHidden(scalar): out.append("\u{FFFD}")
      default:
        if ("0"..."9").contains(scalar), leadingDigits == out.count { leadingDigits += 1 }
        out.append(scalar)
      }
      isEmpty = false
    }
    while out.last == " " { out.removeLast() }
    let escaped = String(out)
    return VisibleText.runsRightToLeft(text) ? "\u{2068}\(escaped)\u{2069}" : escaped
  }

  /// Escapes an address for the brackets of a link.
  ///
  /// - Parameter address: The address.
  /// - Returns: The address, its spaces, angle brackets and other breaking characters percent-encoded.
  static func address(_ address: String) -> String {
    var out = ""
    for byte in address.utf8 {
      switch byte {
      case 0x21, 0x23...0x27, 0x2A...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E:
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" + digits : digits)
      }
    }
    return out
  }
}
