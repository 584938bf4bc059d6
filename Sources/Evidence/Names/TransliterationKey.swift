/// What is left of a name when all is taken off in which romanisations of Arabic, Persian, Kurdish
/// and Russian names differ.
///
/// Names that share a key *may* be spellings of one name: `Muhammad`, `Mohammed` and `Mohamed` do,
/// but `Hamid` and `Hamad` do too. So the key is only a second try, used when the folded name finds
/// nothing and exactly one entity has the key.
///
/// The rules work on ``FoldedName/words``, and each has its reason:
///
/// | rule | reason |
/// | --- | --- |
/// | every run of vowels is one mark `-` | Arabic writes short vowels seldom: Osama/Usama, Yusuf/Youssef, Farook/Farouq, Kobane/Kobani |
/// | `w` and `y` after a vowel, and `y` not before one, belong to the vowel | diphthongs and glides: Husayn/Hussein, Awlaki/Aulaqi, Dawud/Daoud, Aly/Ali |
/// | `ou` before a vowel is `w` | French: Anouar/Anwar |
/// | a doubled letter counts once | the doubling sign is often left out: Mohammed/Mohamed |
/// | `h` at the end of a word after a vowel is dropped | the feminine ending is -a or -ah: Rumiyah/Rumiya |
/// | `q`, `c`, `ck` are `k` | qaf has no Latin letter of its own: Qasim/Kasim, Raqqa/Rakka |
/// | `kh` is `h`, `gh` is `g`, `dh` is `d`, `th` is `t`, `ph` is `f`, `dj` is `j`, `ch` is `sh`, `x` is `ks` | digraphs for single letters, by English, French and German habits: Khalid/Halid, Achraf/Ashraf, Djamel/Jamal |
/// | `abd` followed by an article, joined or not, is `abd` | Abdul Rahman, Abdurrahman, Abd al-Rahman |
/// | `ibn` is `bin`; `ul` before another word is dropped | the same word, the same article |
/// | words are run together | Abu Bakr/Abubakr |
public struct TransliterationKey: Sendable, Hashable {
  /// The consonants and vowel marks, run together; empty if no word is left.
  public let key: String
  /// How many characters of the key are no vowel marks.
  private let consonantCount: Int

  /// Makes the key of a name.
  /// - Parameter name: The folded name.
  public init(_ name: FoldedName) {
    let words = TransliterationKey.withoutArticles(name.words)
    var letters: [Unicode.Scalar] = []
    for word in words {
      for letter in TransliterationKey.letters(of: word) where letters.last != letter {
        letters.append(letter)
      }
    }
    self.key = letters.reduce(into: "") { $0.unicodeScalars.append($1) }
    self.consonantCount = letters.count { $0 != TransliterationKey.vowel }
  }

  /// Whether the key says enough to look a name up by: `Ali` and `Ella` are both `-l-`.
  public var isTelling: Bool { consonantCount >= 2 }

  private static let vowel: Unicode.Scalar = "-"
}

// MARK: - Words

extension TransliterationKey {
  /// Drops `ul`, makes `ibn` into `bin`, and takes the article off what follows `abd`.
  private static func withoutArticles(_ words: [String]) -> [String] {
    var result: [String] = []
    for (index, word) in words.enumerated() {
      let isLast = index == words.count - 1
      if word == "ul" && !isLast { continue }
      result.append(word == "ibn" ? "bin" : servantName(word, isLast: isLast))
    }
    return result
  }

  /// `abdulrahman`, `abdurrahman` as `abdrahman`; `abdul`, `abdur` before another word as `abd`.
  private static func servantName(_ word: String, isLast: Bool) -> String {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 5, word.hasPrefix("abd"), isVowel(letters[3]) else { return word }
    if letters.count == 5 {
      return !isLast && !isVowel(letters[4]) ? "abd" : word
    }
    let isArticle = letters[4] == "l" || (!isVowel(letters[4]) && letters[4] == letters[5])
    guard isArticle, letters.count >= 7 else { return word }
    return letters[5...].reduce(into: "abd") { $0.unicodeScalars.append($1) }
  }
}

// MARK: - Letters

extension TransliterationKey {
  private static let digraphs:
    [(first: Unicode.Scalar, second: Unicode.Scalar, as: Unicode.Scalar)] =
      [
        ("k", "h", "h"), ("g", "h", "g"), ("d", "h", "d"), ("t", "h", "t"), ("p", "h", "f"),
        ("d", "j", "j"), ("c", "k", "k"), ("c", "h", "S"), ("s", "h", "S"),
      ]

  /// The letters of a word; `S` is the sound of `sh`. Characters other than a to z stay.
  private static func letters(of word: String) -> [Unicode.Scalar] {
    let written = Array(word.unicodeScalars)
    var letters: [Unicode.Scalar] = []
    var index = 0
    while index < written.count {
      let letter = written[index]
      let next = index + 1 < written.count ? written[index + 1] : nil
      index += 1
      if let digraph = digraphs.first(where: { $0.first == letter && $0.second == next }) {
        letters.append(digraph.as)
        index += 1
        continue
      }
      let isFrenchW =
        letter == "o" && next == "u" && index + 1 < written.count && isVowel(written[index + 1])
      if isFrenchW {
        if letters.last != vowel { letters.append("w") }
        index += 1
        continue
      }
      switch letter {
      case "a", "e", "i", "o", "u": letters.append(vowel)
      case "w" where letters.last == vowel: break
      case "y" where letters.last == vowel: break
      case "y" where !(next.map(isVowel) ?? false): letters.append(vowel)
      case "h" where next == nil && letters.last == vowel: break
      case "q", "c": letters.append("k")
      case "x": letters.append(contentsOf: ["k", "s"])
      default: letters.append(letter)
      }
    }
    return letters
  }

  private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "a", "e", "i", "o", "u": true
    default: false
    }
  }
}
