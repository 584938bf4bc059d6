import Evidence

/// Gives notes names that every file system takes and every link finds, no two alike.
struct NoteNames {
  private var taken: Set<String> = []

  /// The longest name in bytes of UTF-8; with an ending it must stay below 255.
  private static let mostBytes = 120

  /// What some file system or a link in double brackets would take for a mark of its own.
  private static let marks: Set<Unicode.Scalar> = [
    "\\", "/", ":", "*", "?", "\"", "<", ">", "|", "#", "^", "[", "]", "%",
  ]

  /// Names that Windows keeps for devices.
  private static let devices: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]

  /// A name for a note.
  ///
  /// - Parameters:
  ///   - text: What the note is about.
  ///   - id: Is added where another note has that name.
  /// - Returns: The name, without an ending.
  mutating func name(for text: String, id: String) -> String {
    let plain = Self.plain(text)
    let base = plain.isEmpty ? "note" : plain
    let first = base.lowercased().split(separator: ".").first.map(String.init) ?? ""
    var name = Self.devices.contains(first) ? base + " note" : base
    let distinct = Self.plain("\(base) (\(id))")
    var number = 2
    // Case does not tell files apart everywhere, nor does the composition of a letter.
    while !taken.insert(name.lowercased()).inserted {
      name = number == 2 ? distinct : "\(distinct) \(number - 1)"
      number += 1
    }
    return name
  }

  private static func plain(_ text: String) -> String {
    var out = ""
    var bytes = 0
    for character in text {
      let isBad = character.unicodeScalars.contains { scalar in
        scalar.properties.generalCategory == .control || marks.contains(scalar)
          || scalar.properties.generalCategory == .format
      }
      let kept: Character = isBad || character.isWhitespace ? " " : character
      if kept == " ", out.isEmpty || out.last == " " { continue }
      bytes += kept.utf8.count
      if bytes > mostBytes { break }
      out.append(kept)
    }
    while let last = out.last, last == " " || last == "." { out.removeLast() }
    while let first = out.first, first == " " || first == "." { out.removeFirst() }
    return out
  }
}

/// Text of a note.
enum NoteText {
  /// A text so that it shows as it stands, on one line.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "#", "!", "$", "=", "%", "^":
        out += "\\" + String(scalar)
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}":
        if out.last != " " { out += " " }
      case _ where scalar.properties.generalCategory == .control: out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A link to a note, or to a heading of it.
  ///
  /// - Parameters:
  ///   - note: The name of the note.
  ///   - heading: A heading of it.
  ///   - label: The text to show.
  /// - Returns: The link.
  static func link(_ note: String, heading: String? = nil, label: String) -> String {
    let place = note + (heading.map { "#" + $0 } ?? "")
    // A bar or bracket would end the label.
    let shown = String(label.map { "|[]\n\r".contains($0) ? " " : $0 })
    return place == shown ? "[[\(place)]]" : "[[\(place)|\(shown)]]"
  }

  /// The lines at the head of a note that programs read.
  static func head(_ fields: [Field]) -> String {
    let lines = fields.map { field in
      let value =
        switch field.value {
        case .text(let text): JSONText.quoted(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let texts): "[" + texts.map(JSONText.quoted).joined(separator: ", ") + "]"
        case .mapping: NativeWriter.json(field.value).text()
        }
      return "\(JSONText.quoted(field.key)): \(value)\n"
    }
    return "---\n" + lines.joined() + "---\n\n"
  }
}
