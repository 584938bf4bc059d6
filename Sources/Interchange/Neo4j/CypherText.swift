/// Values and names as Cypher writes them.
enum CypherText {
  /// A text in double quotation marks.
  ///
  /// Neo4j undoes `\uXXXX` before it reads anything else, perhaps even after a doubled backslash; so a
  /// backslash never stands before a `u` that comes from data.
  static func quoted(_ text: String) -> String {
    var out = "\""
    var afterBackslash = false
    for scalar in text.unicodeScalars {
      if afterBackslash, scalar == "u" || scalar == "U" { out += "\" + \"" }
      afterBackslash = scalar == "\\"
      switch scalar {
      case "\\": out += "\\\\"
      case "\"": out += "\\\""
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let hex = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// The name of a label, type or property, in backticks.
  ///
  /// A backslash in it could begin an escape that ends the name, and there is no way to write it there:
  /// it becomes an underscore, as do controls.
  static func name(_ name: String) -> String {
    var out = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "`": out += "``"
      case "\\", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        out += "_"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return "`" + (out.isEmpty ? "_" : out) + "`"
  }

  /// A value; a list of texts, or of numbers of one sort, is a list, any other JSON its text.
  static func value(_ value: AttributeValue) -> String {
    switch value {
    case .text(let text): return quoted(text)
    case .flag(let flag): return flag ? "true" : "false"
    case .integer(let number):
      // The number without its sign would be too large for Neo4j.
      return number == .min ? "toInteger(\"\(number)\")" : String(number)
    case .real(let number): return String(String(number).filter { $0 != "+" })
    case .json(let text): return list(text) ?? quoted(text)
    }
  }

  private static func list(_ text: String) -> String? {
    guard let values = values(ofList: text), let first = values.first,
      values.allSatisfy({ $0.type == first.type }), first.type != .json
    else { return nil }
    return "[" + values.map(value).joined(separator: ", ") + "]"
  }

  /// The values of a list; `nil` if a JSON text is no list or holds nothing in some place.
  private static func values(ofList text: String) -> [AttributeValue]? {
    var text = text
    return text.withUTF8 { bytes in
      var cursor = JSONCursor(bytes, options: NetworkOptions())
      guard let elements = (try? cursor.value())?.elements else { return nil }
      let values = elements.compactMap(\.attributeValue)
      return values.count == elements.count ? values : nil
    }
  }
}
