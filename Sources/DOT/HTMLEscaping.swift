/// How text becomes part of an HTML-like label, which Graphviz reads with an XML parser.
enum HTMLEscaping {
  /// Text between tags. Graphviz replaces `\N` there too, so backslashes are doubled; line ends become
  /// breaks, because XML would read them as spaces.
  static func content(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { xml(DOTEscaping.rawName(String($0))) }
      .joined(separator: "<BR/>")
  }

  /// XML text, fit for content and for values in double quotes.
  ///
  /// XML 1.0 has no way to hold most control characters. They are shown by their pictures, U+2400 to
  /// U+241F; U+FFFE and U+FFFF become U+FFFD.
  static func xml(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r": out.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
      case "\0"..."\u{1F}":
        out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
