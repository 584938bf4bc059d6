/// A tag of a mustache text, found without parsing the whole.
struct MustacheTag: Equatable {
  /// What a tag does.
  enum Role: Equatable {
    /// Puts a value in.
    case variable
    /// Opens a section, plain or inverted.
    case section
    /// Closes a section.
    case end
    /// Says nothing.
    case comment
    /// What words and pages may not use: partials, blocks, delimiters, pragmas.
    case other
  }

  /// What it does.
  let role: Role
  /// The name in it, white space taken off.
  let name: String
  /// How many scalars of the text stand before it.
  let offset: Int

  /// The part of the name before the first full stop.
  var root: String { String(name.prefix { $0 != "." }) }

  /// The part of the name behind it.
  var member: String? {
    guard let dot = name.firstIndex(of: ".") else { return nil }
    return String(name[name.index(after: dot)...])
  }

  /// The tags of a text in order; one that is never closed ends them.
  ///
  /// - Parameter text: The text.
  /// - Returns: The tags.
  static func all(in text: String) -> [MustacheTag] {
    let scalars = Array(text.unicodeScalars)
    var tags: [MustacheTag] = []
    var place = 0
    while place + 1 < scalars.count {
      guard scalars[place] == "{", scalars[place + 1] == "{" else {
        place += 1
        continue
      }
      var end = place + 2
      while end + 1 < scalars.count, !(scalars[end] == "}" && scalars[end + 1] == "}") { end += 1 }
      guard end + 1 < scalars.count else { break }
      var content = String.UnicodeScalarView()
      content.append(contentsOf: scalars[(place + 2)..<end])
      tags.append(MustacheTag(content: String(content), offset: place))
      place = end + 2
      if place < scalars.count, scalars[place] == "}" { place += 1 }
    }
    return tags
  }

  private init(content: String, offset: Int) {
    self.offset = offset
    let trimmed = content.filter { !$0.isWhitespace }
    let rest = String(trimmed.dropFirst())
    switch trimmed.first {
    case "#", "^": (role, name) = (.section, rest)
    case "/": (role, name) = (.end, rest)
    case "!": (role, name) = (.comment, "")
    case "{", "&": (role, name) = (.variable, rest)
    case ">", "<", "$", "=", "%", nil: (role, name) = (.other, trimmed)
    default: (role, name) = (.variable, trimmed)
    }
  }
}
