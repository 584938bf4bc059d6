/// Writes resources as Turtle (RDF 1.1): a paragraph a resource.
struct TurtleText {
  /// The lines that explain the short names.
  static var prefixes: String {
    RDFVocabulary.allCases.map { "@prefix \($0.rawValue): <\($0.iri)> .\n" }.joined()
  }

  /// A resource with all that is said of it.
  static func paragraph(_ node: RDFNode) -> String {
    "\n" + (node.iri.map(name) ?? "[]") + "\n" + body(node, indent: 1) + " .\n"
  }

  private static func body(_ node: RDFNode, indent: Int) -> String {
    let space = String(repeating: "  ", count: indent)
    var lines: [String] = []
    if !node.types.isEmpty {
      lines.append(space + "a " + node.types.map(name).joined(separator: ", "))
    }
    for property in node.properties {
      let values = property.values.map { value($0, indent: indent) }
      lines.append(space + name(property.name) + " " + values.joined(separator: ", "))
    }
    return lines.joined(separator: " ;\n")
  }

  private static func name(_ name: RDFName) -> String {
    switch name {
    case .iri(let iri): "<\(iri)>"
    case .word(let vocabulary, let word): "\(vocabulary.rawValue):\(word)"
    }
  }

  private static func value(_ value: RDFValue, indent: Int) -> String {
    switch value {
    case .name(let name): return Self.name(name)
    case .text(let text): return quoted(text)
    case .typed(let text, let type): return quoted(text) + "^^" + name(type)
    case .integer(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .node(let node):
      let space = String(repeating: "  ", count: indent)
      return "[\n" + body(node, indent: indent + 1) + "\n" + space + "]"
    case .list(let values):
      return "( " + values.map { Self.value($0, indent: indent) }.joined(separator: " ") + " )"
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}",
        "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
