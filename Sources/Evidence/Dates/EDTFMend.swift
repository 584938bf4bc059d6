/// Guesses what a writer meant by a text that is no EDTF date.
///
/// Each rule knows one habit of writing dates. A guess is offered only if it is itself valid.
enum EDTFMend {
  /// The error with the guesses in it, if there are any.
  static func completed(_ error: EDTFError) -> EDTFError {
    var guesses: [String] = []
    for guess in self.guesses(error.text, depth: 0)
    where guess != error.text && !guesses.contains(guess) && isValid(guess) {
      guesses.append(guess)
    }
    guard !guesses.isEmpty else { return error }
    return EDTFError(
      text: error.text, kind: error.kind, column: error.column, what: error.what,
      mend: "write " + guesses.joined(separator: " or "), replacements: guesses)
  }

  private static func isValid(_ text: String) -> Bool {
    (try? EDTF(parsing: text)) != nil
  }

  /// All guesses, likeliest first, some of them not valid. Longer texts are not dates.
  private static func guesses(_ text: String, depth: Int) -> [String] {
    guard text.utf8.count <= 80, depth <= 2 else { return [] }
    let plain = tidied(text)
    return [plain, plain.filter { $0 != " " }] + numbers(plain) + words(plain.lowercased())
      + marks(plain) + phrases(plain, depth: depth)
  }

  /// The best reading of a part of a text: itself, if it is a date.
  private static func reading(_ text: some StringProtocol, depth: Int) -> String? {
    ([String(text)] + guesses(String(text), depth: depth + 1)).first(where: isValid)
  }

  /// Dashes made hyphens, white space single and none at the ends.
  private static func tidied(_ text: String) -> String {
    let dashes: ClosedRange<Unicode.Scalar> = "\u{2010}"..."\u{2015}"
    var plain = ""
    for scalar in text.unicodeScalars {
      if dashes.contains(scalar) || scalar == "\u{2212}" {
        plain.append("-")
      } else if scalar.properties.isWhitespace {
        plain.append(" ")
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain.split(separator: " ").joined(separator: " ")
  }

  private static func padded(_ digits: some StringProtocol) -> String {
    digits.utf8.count == 1 ? "0" + digits : String(digits)
  }
}

// MARK: - Rules

extension EDTFMend {
  /// Numbers in another order or with other separators.
  private static func numbers(_ text: String) -> [String] {
    if let match = text.wholeMatch(of: /(\d{1,2})[\/. -]+(\d{1,2})[\/. -]+(\d{4})/) {
      let (a, b, year) = (padded(match.1), padded(match.2), match.3)
      return ["\(year)-\(b)-\(a)", "\(year)-\(a)-\(b)"]
    }
    if let match = text.wholeMatch(of: /(\d{4})[\/. -](\d{1,2})[\/. -](\d{1,2})/) {
      let (year, a, b) = (match.1, padded(match.2), padded(match.3))
      return ["\(year)-\(a)-\(b)", "\(year)-\(b)-\(a)"]
    }
    if let match = text.wholeMatch(of: /(\d{4})[\/. -](\d{1,2})/) {
      return ["\(match.1)-\(padded(match.2))"]
    }
    if let match = text.wholeMatch(of: /(\d{1,2})[\/. -](\d{4})/) {
      return ["\(match.2)-\(padded(match.1))"]
    }
    if let match = text.wholeMatch(of: /(\d{4})(\d{2})(\d{2})/) {
      return ["\(match.1)-\(match.2)-\(match.3)"]
    }
    if let match = text.wholeMatch(of: /([+-]?)(\d{5,})/) {
      return [match.1 == "-" ? "Y-\(match.2)" : "Y\(match.2)"]
    }
    if let match = text.wholeMatch(of: /[Yy](-?\d{4})/) { return [String(match.1)] }
    if let match = text.wholeMatch(of: /(\d{4}-\d{2}-\d{2})[T ].*/) { return [String(match.1)] }
    return []
  }

  /// Names of months and seasons; the text is in lower case.
  private static func words(_ text: String) -> [String] {
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    let seasons = [
      ("spring", "21"), ("summer", "22"), ("autumn", "23"), ("fall", "23"), ("winter", "24"),
    ]
    func month(_ name: Substring) -> String? {
      guard name.utf8.count >= 3 else { return nil }
      return months.firstIndex { $0.hasPrefix(name) || (name == "sept" && $0 == "september") }
        .map { padded(String($0 + 1)) }
    }
    if let match = text.wholeMatch(of: /([a-z]+)\.?,? (?:of )?(\d{4})/) {
      if let number = month(match.1) { return ["\(match.2)-\(number)"] }
      if let season = seasons.first(where: { $0.0 == match.1 }) {
        return ["\(match.2)-\(season.1)"]
      }
    }
    if let match = text.wholeMatch(
      of: /(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+)\.?,? (\d{4})/),
      let number = month(match.2)
    {
      return ["\(match.3)-\(number)-\(padded(match.1))"]
    }
    if let match = text.wholeMatch(of: /([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/),
      let number = month(match.1)
    {
      return ["\(match.3)-\(number)-\(padded(match.2))"]
    }
    if let match = text.wholeMatch(of: /(?:the )?(\d{3})0'?s/) { return ["\(match.1)X"] }
    return []
  }

  /// Marks of other notations, and of the 2012 draft of EDTF.
  private static func marks(_ text: String) -> [String] {
    var guesses: [String] = []
    if text.hasSuffix("?~") || text.hasSuffix("~?") { guesses.append(text.dropLast(2) + "%") }
    guesses.append(String(text.map { $0 == "x" || $0 == "u" ? "X" : $0 }))
    if let match = text.wholeMatch(of: /(\d{2,3})(\?+)/) {
      guesses.append(match.1 + String(repeating: "X", count: match.2.count))
    }
    return guesses
  }

  /// Phrases around one or two dates.
  private static func phrases(_ text: String, depth: Int) -> [String] {
    func joined(_ a: Substring, _ b: Substring, _ form: (String, String) -> String) -> [String] {
      guard let a = reading(a, depth: depth), let b = reading(b, depth: depth) else { return [] }
      return [form(a, b)]
    }
    func around(_ a: Substring, _ form: (String) -> String) -> [String] {
      reading(a, depth: depth).map { [form($0)] } ?? []
    }
    let lower = text.lowercased()
    if let match = lower.wholeMatch(
      of: /(?:circa|ca\.?|c\.?|about|around|approximately|approx\.?|~) ?(.+)/)
    {
      return around(match.1) { $0 + "~" }
    }
    if let match = lower.wholeMatch(of: /(?:before|until|till|by) (.+)/) {
      return around(match.1) { "../" + $0 }
    }
    if let match = lower.wholeMatch(of: /(?:after|since|from) (.+)/) {
      return around(match.1) { $0 + "/.." }
    }
    if let match = lower.wholeMatch(of: /between (.+) and (.+)/) {
      return joined(match.1, match.2) { "[\($0)..\($1)]" }
    }
    if let match = lower.wholeMatch(of: /(.+) or (.+)/) {
      return joined(match.1, match.2) { "[\($0),\($1)]" }
    }
    if let match = lower.wholeMatch(of: /(.+) and (.+)/) {
      return joined(match.1, match.2) { "{\($0),\($1)}" }
    }
    if let match = lower.wholeMatch(of: /(.+?)(?: ?\/ ?| ?- ?)(?:open|now|present|today|ongoing)?/)
    {
      return around(match.1) { $0 + "/.." }
    }
    if let match = lower.wholeMatch(of: /unknown ?\/ ?(.+)/) { return around(match.1) { "/" + $0 } }
    if let match = lower.wholeMatch(of: /open ?\/ ?(.+)/) { return around(match.1) { "../" + $0 } }
    if let match = lower.wholeMatch(of: /(.+?) ?\/ ?(?:unknown|\?)/) {
      return around(match.1) { $0 + "/" }
    }
    if let match = text.wholeMatch(of: /(.+?)(?: to | ?\/ ?| - )(.+)/) {
      return joined(match.1, match.2) { "\($0)/\($1)" }
        + joined(match.1, match.2) { "\($1)/\($0)" }
    }
    if let match = text.wholeMatch(of: /(\d{4})-(\d{4})/) {
      return joined(match.1, match.2) { "\($0)/\($1)" }
    }
    return []
  }
}
