/// Text from data made fit for a page that is both HTML and well-formed XML.
public enum MarkupText {
  /// Escapes a text for the content of an element or a value in double quotes.
  ///
  /// Characters that XML cannot hold (most control characters, U+FFFE, U+FFFF) and the marks that
  /// override a direction become U+FFFD.
  ///
  /// - Parameter text: The text.
  /// - Returns: The text without `<`, `>`, `&`, `"` and `'` of its own.
  public static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "'": out.append(contentsOf: "&#39;".unicodeScalars)
      case "\n", "\t": out.append(scalar)
      case "\r": out.append("\n")
      case "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
      case _ where VisibleText.isHidden(scalar): out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// Whether an address may be linked: `http` and `https` only, so that no `javascript:` address of a
  /// file can become a link.
  ///
  /// - Parameter address: The address.
  /// - Returns: `true` if it may be linked.
  public static func isSafe(address: String) -> Bool {
    let lowered = address.lowercased()
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return false }
    return address.unicodeScalars.allSatisfy { !VisibleText.isHidden($0) && $0 != " " }
  }
}
