extension DOTValue {
  /// The text that a reader sees, for programs that only want words.
  ///
  /// Line escapes become line ends, doubled backslashes single ones, and the common entities their
  /// characters. Escapes that depend on the drawn object (`\N`, `\G`, ...) stay as written. Of an HTML label
  /// it is the text between the tags, a `<BR/>` or the end of a table cell being a line end.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .escString(let raw): Self.resolvingEntities(Self.resolvingBackslashes(raw))
    case .html(let label): Self.resolvingEntities(Self.removingTags(label.markup))
    }
  }

  private static func resolvingBackslashes(_ raw: String) -> String {
    var out = String.UnicodeScalarView()
    var scalars = raw.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        out.append(scalar)
        continue
      }
      switch scalars.next() {
      case "n"?, "l"?, "r"?: out.append("\n")
      case let letter? where ["N", "G", "E", "T", "H", "L"].contains(letter):
        out.append("\\")
        out.append(letter)
      case let other?: out.append(other)
      case nil: out.append("\\")
      }
    }
    if out.last == "\n" { out.removeLast() }
    return String(out)
  }

  private static func resolvingEntities(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index] == "&", DOTEscaping.startsEntity(scalars, at: index),
        let end = scalars[index...].firstIndex(of: ";"),
        let scalar = entity(named: scalars[(index + 1)..<end])
      {
        out.append(scalar)
        index = end + 1
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    return String(out)
  }

  private static func entity(named scalars: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let name = String(view)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let code =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.flatMap(Unicode.Scalar.init)
    }
  }

  private static func removingTags(_ markup: String) -> String {
    var out = String.UnicodeScalarView()
    var rest = markup.unicodeScalars[...]
    while let open = rest.firstIndex(of: "<") {
      out.append(contentsOf: rest[..<open])
      guard let close = rest[open...].firstIndex(of: ">") else { return String(out) }
      let tag = String(rest[open...close].dropFirst()).lowercased()
      if tag.hasPrefix("br") || tag.hasPrefix("/td") { out.append("\n") }
      rest = rest[close...].dropFirst()
    }
    out.append(contentsOf: rest)
    if out.last == "\n" { out.removeLast() }
    return String(out)
  }
}
