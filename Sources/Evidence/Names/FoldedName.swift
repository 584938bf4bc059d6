/// A name with everything taken off that writers leave out or write differently without meaning
/// another name: case, marks on Latin letters, punctuation, white space and articles.
///
/// The rules, in order:
/// 1. Letters become lower case.
/// 2. Latin letters lose their marks (`é ḥ ł` become `e h l`) and ligatures are spelt out (`æ` is
///    `ae`, `ß` is `ss`). The base letter is read off the Unicode name of the character (“LATIN
///    SMALL LETTER H WITH DOT BELOW”), which never changes, so the result is the same everywhere.
///    Letters of other scripts stay as they are, with their marks.
/// 3. Apostrophes, the marks for ʿayn and hamza, and full stops vanish (`Qur'an`, `U.S.`); every
///    other character that is no letter, digit or mark separates words, hyphens too.
/// 4. The Arabic article is dropped before another word: `al` and `el` always, its assimilated
///    forms (`ad`, `an`, `ar`, `as`, `ash`, `at`, `az`) only before a word that begins alike.
/// 5. A leading English `the` is dropped before another word.
///
/// Folding a folded name changes nothing. The price: `El Salvador` and `Salvador` fold alike, so
/// the exact name is tried first when names are looked up.
public struct FoldedName: Sendable, Hashable {
  /// The words that are left, in order; none if the name holds no letter or digit.
  public let words: [String]

  /// Folds a name.
  /// - Parameter name: Any text.
  public init(_ name: String) {
    self.words = FoldedName.withoutArticles(FoldedName.split(name))
  }

  /// The words with single spaces between them.
  public var key: String { words.joined(separator: " ") }

  /// Whether nothing is left of the name.
  public var isEmpty: Bool { words.isEmpty }

  private static func split(_ name: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close(_ word: inout String.UnicodeScalarView) {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in name.unicodeScalars {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        switch FoldedScalar(lower, after: word.last) {
        case .letters(let letters): word.append(contentsOf: letters.unicodeScalars)
        case .nothing: break
        case .space: close(&word)
        }
      }
    }
    close(&word)
    return words
  }

  /// Goes from the right, so that each word is judged by the next one that is kept; otherwise
  /// folding twice would differ from folding once.
  private static func withoutArticles(_ words: [String]) -> [String] {
    var kept: [String] = []
    for word in words.reversed() {
      if let next = kept.last, isArticle(word, before: next) { continue }
      kept.append(word)
    }
    kept.reverse()
    while kept.count > 1, kept[0] == "the" { kept.removeFirst() }
    return kept
  }

  private static func isArticle(_ word: String, before next: String) -> Bool {
    switch word {
    case "al", "el": true
    case "ad", "an", "ar", "as", "ash", "at", "az": next.hasPrefix(word.dropFirst())
    default: false
    }
  }
}

extension FoldedName: CustomStringConvertible {
  /// The words with single spaces between them.
  public var description: String { key }
}

/// What a lower-case character becomes in a folded name.
private enum FoldedScalar {
  case letters(String)
  case nothing
  case space

  init(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) {
    if scalar.isASCII {
      self = FoldedScalar.ascii(scalar)
      return
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      self = .letters(FoldedScalar.base(of: scalar))
    case .nonspacingMark:
      self = FoldedScalar.isLatinMark(scalar, after: previous) ? .nothing : .letters("\(scalar)")
    case .spacingMark, .enclosingMark:
      self = .letters("\(scalar)")
    case .modifierLetter:
      // ʿ and ʾ of transliteration; but tatweel and the like belong to their script.
      self = (0x02B0...0x02FF).contains(scalar.value) ? .nothing : .letters("\(scalar)")
    case .format:
      self = .nothing
    default:
      // Quotation marks that serve as apostrophes, acute, middle half rings.
      self =
        "\u{2018}\u{2019}\u{201B}\u{00B4}\u{02BC}".unicodeScalars.contains(scalar)
          || (0x02B0...0x02FF).contains(scalar.value) ? .nothing : .space
    }
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> FoldedScalar {
    switch scalar {
    case "a"..."z", "0"..."9": .letters(String(scalar))
    case "'", "`", ".": .nothing
    default: .space
    }
  }

  /// A mark that stands above or below a Latin letter, or at the start of a word.
  private static func isLatinMark(_ mark: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    let isGeneral =
      (0x0300...0x036F).contains(mark.value) || (0x1AB0...0x1AFF).contains(mark.value)
      || (0x1DC0...0x1DFF).contains(mark.value)
    guard let previous, isGeneral else { return isGeneral }
    return previous.isASCII || (previous.properties.name?.hasPrefix("LATIN ") ?? false)
  }

  /// The plain letters of a Latin letter; any other character itself.
  private static func base(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "ß": return "ss"
    case "ı": return "i"
    case "ð": return "d"
    case "þ": return "th"
    case "ŋ": return "ng"
    case "ə": return "a"
    case "ς": return "σ"
    default: break
    }
    guard let name = scalar.properties.name else { return String(scalar) }
    for prefix in ["LATIN SMALL LETTER ", "LATIN SMALL LIGATURE "] where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      let letter = rest.split(separator: " ", maxSplits: 1)
      // “H WITH DOT BELOW”, “AE”; but “TURNED A” and “OPEN E” are letters of their own.
      let isPlain = letter.count == 1 || letter[1].hasPrefix("WITH ")
      if let first = letter.first, first.utf8.count <= 2, isPlain {
        return first.lowercased()
      }
    }
    return String(scalar)
  }
}
