/// The lists of GEXF: `[a, "b, c"]` of version 1.3, and `a|b|c` of the versions before, in which a comma
/// or semicolon may stand for the bar.
enum GEXFList {
  /// The items of a list.
  ///
  /// - Complexity: O(length of the text).
  static func items(_ text: String) -> [String] {
    let text = text.trimmingSpaces
    if text.isEmpty { return [] }
    let brackets: [Character: Character] = ["[": "]", "(": ")", "<": ">", "{": "}"]
    if let first = text.first, let last = text.last, text.count > 1, brackets[first] == last {
      return split(text.dropFirst().dropLast(), at: ",", quoted: true)
    }
    let separator: Unicode.Scalar =
      text.contains("|") ? "|" : text.contains(";") ? ";" : ","
    return split(text[...], at: separator, quoted: false)
  }

  /// Cuts at a mark that stands in no quotation marks.
  private static func split(
    _ text: Substring, at separator: Unicode.Scalar, quoted: Bool
  ) -> [String] {
    if text.allSatisfy(\.isWhitespace) { return [] }
    var items: [String] = []
    var item = String.UnicodeScalarView()
    var isBlank = true
    var mark: Unicode.Scalar?
    var wasQuoted = false
    var isEscaped = false
    func finish() {
      items.append(wasQuoted ? String(item) : String(item).trimmingSpaces)
      item = String.UnicodeScalarView()
      (wasQuoted, isBlank) = (false, true)
    }
    for scalar in text.unicodeScalars {
      if isEscaped {
        item.append(scalar)
        isEscaped = false
      } else if quoted, mark != nil, scalar == "\\" {
        isEscaped = true
      } else if scalar == mark {
        mark = nil
      } else if mark != nil {
        item.append(scalar)
      } else if scalar == separator {
        finish()
      } else if quoted, isBlank, scalar == "\"" || scalar == "'" {
        item = String.UnicodeScalarView()
        (mark, wasQuoted, isBlank) = (scalar, true, false)
      } else if !(wasQuoted && scalar.properties.isWhitespace) {
        if isBlank, !scalar.properties.isWhitespace { isBlank = false }
        item.append(scalar)
      }
    }
    finish()
    return items
  }
}
