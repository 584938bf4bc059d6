/// How wide letters are in Helvetica, and so in Arial and Liberation Sans, which were drawn to its widths.
///
/// The widths are those of Adobe's metrics of the standard fonts of PostScript [Adobe1997], in thousandths
/// of the size of the letters. They are facts of one font: where another one stands in, words come out wider or
/// narrower, so that layouts leave some room.
enum LetterWidths {
  /// The width of a text on one line.
  ///
  /// Letters with marks are as wide as those without. Other scripts are estimated: an em for a wide character,
  /// as in Chinese, and about six tenths for a letter. Kerning, a percent or so, is left out.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - size: The size of the letters in points.
  ///   - isBold: Whether they are bold.
  /// - Returns: The width in points.
  /// - Complexity: O(n) in the length of the text.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    text.reduce(0) { $0 + width(of: $1, isBold: isBold) } * size / 1000
  }

  /// The width of a character in thousandths of the size; marks that combine take no room.
  private static func width(of character: Character, isBold: Bool) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if let known = ascii(scalar, isBold: isBold) { return known }
    if VisibleText.width(of: String(character)) > 1 { return 1000 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if let letter = base(of: scalar) { return ascii(letter, isBold: isBold) ?? 556 }
    switch scalar {
    case "\u{A0}", "\u{B7}": return 278
    case "\u{2013}", "\u{20AC}": return 556
    case "\u{2014}", "\u{2026}", "\u{2190}"..."\u{21FF}": return 1000
    case "\u{2018}", "\u{2019}": return isBold ? 278 : 222
    case "\u{201C}", "\u{201D}": return isBold ? 500 : 333
    case "\u{B1}", "\u{D7}", "\u{F7}": return 584
    case "\u{2009}": return 200
    default: return scalar.properties.isUppercase ? 700 : 600
    }
  }

  private static func ascii(_ scalar: Unicode.Scalar, isBold: Bool) -> Double? {
    let place = Int(scalar.value) - 32
    let table = isBold ? bold : regular
    return table.indices.contains(place) ? Double(table[place]) : nil
  }

  /// The letter of the Latin alphabet that a scalar is a form of, by its name in Unicode.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value),
      let name = scalar.properties.name
    else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER",
      let letter = (words[3] == "DOTLESS" ? "I" : words[3]).unicodeScalars.first,
      words[3].count == 1 || words[3] == "DOTLESS"
    else { return nil }
    return words[1] == "SMALL" ? Unicode.Scalar(letter.value + 32) : letter
  }

  /// Helvetica, from the space to the tilde.
  private static let regular = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  /// Helvetica Bold, from the space to the tilde.
  private static let bold = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]
}
