/// How text becomes the characters between the quotes of a DOT string, and back.
///
/// Three layers lie on top of each other, and each undoes one thing only:
///
/// 1. The DOT scanner turns `\"` into `"`, drops a backslash with its line end, and keeps every other
///    character, so that `\\` stays two backslashes. What it returns is called *raw* here.
/// 2. Graphviz reads `\\` as a backslash in names that it shows, and in values also `\n` as a line end,
///    `\N` as the node's name, and so on.
/// 3. Whatever Graphviz shows passes through HTML entities, so that `&amp;` shows `&`.
///
/// An odd run of backslashes before a quote, a line end or the end of the string cannot be written in
/// layer 1 at all. Names and text therefore double every backslash, which also keeps layer 2 quiet.
package enum DOTEscaping {
  /// What stands for the one character that a DOT text cannot hold: NUL ends a C string.
  static let nulPicture: Unicode.Scalar = "\u{2400}"

  /// The quoted string whose raw form is `raw`.
  ///
  /// A dangling backslash (an odd run before a quote, a line end or the end) is doubled, so that no value
  /// can end its own quotes.
  package static func quoted(raw: String) -> String {
    var out = String.UnicodeScalarView()
    out.append("\"")
    var openBackslash = false
    for scalar in raw.unicodeScalars {
      switch scalar {
      case "\\":
        out.append(scalar)
        openBackslash.toggle()
        continue
      case "\"":
        if openBackslash { out.append("\\") }
        out.append("\\")
        out.append(scalar)
      case "\n":
        if openBackslash { out.append("\\") }
        out.append(scalar)
      case "\0":
        out.append(nulPicture)
      default:
        out.append(scalar)
      }
      openBackslash = false
    }
    if openBackslash { out.append("\\") }
    out.append("\"")
    return String(out)
  }

  /// The raw form of a name of a graph, node or port.
  package static func rawName(_ name: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if scalar == "\\" { out.append(scalar) }
      out.append(scalar)
    }
    return String(out)
  }

  /// The name whose raw form is `raw`; a single backslash, which only other programs write, stays.
  package static func name(raw: String) -> String {
    var out = String.UnicodeScalarView()
    var openBackslash = false
    for scalar in raw.unicodeScalars {
      if scalar == "\\", openBackslash {
        openBackslash = false
        continue
      }
      out.append(scalar)
      openBackslash = scalar == "\\"
    }
    return String(out)
  }

  /// The raw form of a value that shows exactly `text`.
  package static func rawText(_ text: String, in context: Context) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": out.append(contentsOf: "\\n".unicodeScalars)
      case "\0": out.append(nulPicture)
      case "&" where context == .url || startsEntity(scalars, at: index):
        out.append(contentsOf: "&amp;".unicodeScalars)
      case "<" where context == .url: out.append(contentsOf: "&lt;".unicodeScalars)
      case ">" where context == .url: out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where context == .url: out.append(contentsOf: "&quot;".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// The text that ``rawText(_:in:)`` writes as `raw`, or nil if it would write something else.
  static func text(raw: String, in context: Context) -> String? {
    let scalars = Array(raw.unicodeScalars)
    var out = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\\" {
        guard index + 1 < scalars.count else { return nil }
        switch scalars[index + 1] {
        case "\\": out.append("\\")
        case "n": out.append("\n")
        default: return nil
        }
        index += 2
      } else if scalars[index] == "&", let entity = context.entity(scalars[index...]) {
        out.append(entity.scalar)
        index += entity.length
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    let text = String(out)
    return sameScalars(rawText(text, in: context), raw) ? text : nil
  }

  /// Whether two strings hold the same Unicode scalars, which DOT compares; `==` also equates `é` in its
  /// composed and decomposed forms.
  static func sameScalars(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// Whether the `&` at `index` begins something of the shape of an entity: `&name;`, `&#8;`, `&#x8;`.
  static func startsEntity(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    var end = index + 1
    func run(while condition: (Unicode.Scalar) -> Bool) -> Bool {
      let start = end
      while end < scalars.count, condition(scalars[end]) { end += 1 }
      return end > start
    }
    if end < scalars.count, scalars[end] == "#" {
      end += 1
      let hexadecimal = end < scalars.count && (scalars[end] == "x" || scalars[end] == "X")
      if hexadecimal { end += 1 }
      guard run(while: { hexadecimal ? $0.properties.isASCIIHexDigit : isDigit($0) }) else {
        return false
      }
    } else {
      guard end < scalars.count, isLetter(scalars[end]),
        run(while: { isLetter($0) || isDigit($0) })
      else { return false }
    }
    return end < scalars.count && scalars[end] == ";"
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}

extension DOTEscaping {
  /// A name of a graph, node or port in its quotes.
  package static func quoted(name: String) -> String { quoted(raw: rawName(name)) }

  /// The name of an attribute: bare where the grammar allows it.
  package static func attributeName(_ name: String) -> String {
    let isWord = name.unicodeScalars.enumerated().allSatisfy { index, scalar in
      scalar == "_" || isLetter(scalar) || (index > 0 && isDigit(scalar))
    }
    let isBare = isWord && !name.isEmpty && !keywords.contains(name.lowercased())
    return isBare ? name : quoted(name: name)
  }

  private static let keywords: Set<String> = [
    "node", "edge", "graph", "digraph", "subgraph", "strict",
  ]
}

extension DOTEscaping {
  /// Where a value stands: Graphviz copies addresses into SVG as they are, and escapes the rest itself.
  package enum Context {
    /// Any value but an address.
    case value
    /// An address.
    case url

    private static let urlAttributes: Set<String> = [
      "URL", "href", "edgeURL", "edgehref", "headURL", "headhref", "labelURL", "labelhref",
      "tailURL",
      "tailhref",
    ]

    init(attribute name: String) {
      self = Self.urlAttributes.contains(name) ? .url : .value
    }

    /// The entity that ``rawText(_:in:)`` may have written here, and its length.
    func entity(_ scalars: ArraySlice<Unicode.Scalar>) -> (scalar: Unicode.Scalar, length: Int)? {
      let entities: [(String, Unicode.Scalar)] =
        self == .url
        ? [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")] : [("&amp;", "&")]
      for (entity, scalar) in entities where scalars.starts(with: entity.unicodeScalars) {
        return (scalar, entity.unicodeScalars.count)
      }
      return nil
    }
  }
}
