/// Letters of a size, and how words are broken into lines of them.
struct Lettering: Sendable, Equatable {
  /// The size in points.
  var size: Double
  /// Whether they are bold.
  var isBold = false

  /// From one line to the next.
  var leading: Double { (size * 1.25).rounded() }

  /// The width of a text on one line, in points.
  func width(of text: String) -> Double {
    LetterWidths.width(of: text, size: size, isBold: isBold)
  }

  /// Breaks a text into lines of a width, between words where it can and within a word where it must.
  ///
  /// - Parameters:
  ///   - text: The text; what would not be shown as itself is made visible.
  ///   - width: The width of a line in points.
  ///   - limit: The most lines; what is left over is cut with an ellipsis.
  /// - Returns: The lines, none for a text of spaces.
  func lines(of text: String, width: Double, limit: Int = .max) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in VisibleText.words(of: VisibleText.line(text)) {
      let longer = line.isEmpty ? word : line + " " + word
      if self.width(of: longer) <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      if lines.count > limit { break }
      let pieces = pieces(of: word, width: width, limit: limit)
      lines += pieces.dropLast()
      line = pieces.last ?? ""
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > limit else { return lines }
    var last = lines[limit - 1]
    while !last.isEmpty, self.width(of: last + "\u{2026}") > width { last.removeLast() }
    while last.last == " " { last.removeLast() }
    return lines.prefix(limit - 1) + [last + "\u{2026}"]
  }

  /// A word cut where it is wider than a line.
  private func pieces(of word: String, width: Double, limit: Int) -> [String] {
    var pieces = [""]
    var used = 0.0
    for character in word {
      let own = self.width(of: String(character))
      if used + own > width, pieces.last?.isEmpty == false {
        if pieces.count > limit { break }
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += own
    }
    return pieces
  }
}
