internal import Evidence

/// The words that the script of a figure writes with, for one language.
///
/// A text comes with marks where values go. One that chooses a form by number comes in all its forms, with a language
/// by whose rule a browser chooses.
struct ViewerWords {
  let words: Words

  /// What a browser puts a value in the place of: the name of the value between these.
  static let open: Unicode.Scalar = "\u{E000}"
  static let close: Unicode.Scalar = "\u{E003}"

  /// Keys of other parts of the program that the script uses too.
  static let shared = [
    "entity.also", "legend.several", "list.and", "list.comma", "list.semicolon", "percent",
    "percent.least", "percent.most",
  ]
  /// The families of keys that are the script's own, and of those whose members name what the data hold.
  static let families = ["viewer", "standing", "involvement", "hedge"]

  /// All texts, under their keys.
  var json: JSONValue {
    let keys = words.entries.keys.filter { key in
      Self.families.contains(String(key.prefix { $0 != "." }))
    }
    return .object((keys + Self.shared).sorted().map { JSONValue.Member($0, text($0)) })
  }

  private func text(_ key: String) -> JSONValue {
    guard let entry = words.entries[key] else { return .null }
    let tags = MustacheTag.all(in: entry.text)
    let names = Set(tags.filter { $0.role == .variable }.map(\.root))
    func value(_ name: String) -> Words.Value { .text(Self.mark(name)) }
    guard let number = tags.first(where: { $0.role == .section && $0.member != nil })?.root else {
      return .string(words.plain(key, names.map { ($0, value($0)) }))
    }
    let forms = entry.rule.categories.map { category -> JSONValue.Member in
      let values = names.subtracting([number]).map { ($0, value($0)) }
      let text = words.plain(
        key, values + [(number, .form(category, of: Self.mark(number)))])
      return JSONValue.Member(category.rawValue, .string(text))
    }
    return .object(
      [
        JSONValue.Member("language", .string(entry.rule.language)),
        JSONValue.Member("number", .string(number)),
      ] + forms)
  }

  private static func mark(_ name: String) -> String {
    var text = String.UnicodeScalarView([open])
    text.append(contentsOf: name.unicodeScalars)
    text.append(close)
    return String(text)
  }
}
