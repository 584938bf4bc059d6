/// Breaks a long label into lines.
public enum LabelWrap {
  /// Breaks a text at spaces into lines of at most a number of columns.
  ///
  /// A word that is longer than a line is cut, after a hyphen, slash or underscore if there is one in the
  /// second half of the line, so that names without spaces wrap too. Line ends in the text stay; runs of
  /// spaces become one. Characters are what a reader counts: an accented letter or a flag takes one column,
  /// and one of a script written in squares, such as Chinese, takes two; such texts are cut between any two
  /// characters, but not before a mark that closes.
  /// - Complexity: O(*n*) in the length of the text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The most columns in a line, 1 or more; a wide character alone may take two.
  /// - Returns: The lines; one empty line for an empty text.
  public static func lines(_ text: String, width: Int) -> [String] {
    precondition(width >= 1, "a line must hold a character")
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { paragraph($0, width: width) }
  }

  /// Breaks a text as ``lines(_:width:)`` does, into as few lines, but of lengths as equal as may be: the
  /// narrowest width that needs no more lines.
  /// - Complexity: O(*n* log *w*) in the length of the text and the width.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The most columns in a line, 1 or more.
  /// - Returns: The lines; one empty line for an empty text.
  public static func balanced(_ text: String, width: Int) -> [String] {
    let widest = lines(text, width: width)
    guard widest.count > 1 else { return widest }
    // A word that fits the wide line is not cut to make lines more even.
    let words = text.split { $0 == " " || $0 == "\t" || $0.isNewline }
    let longest = words.map { columns(of: $0) }.filter { $0 <= width }.max() ?? 1
    var (low, high) = (max(1, min(longest, width)), width)
    while low < high {
      let middle = (low + high) / 2
      if lines(text, width: middle).count <= widest.count {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return lines(text, width: low)
  }

  /// The columns that a text takes: two for each character of the scripts that are written in squares.
  ///
  /// - Parameter text: The text.
  /// - Returns: The columns.
  public static func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  /// Whether a character is as wide as it is high: Chinese, Japanese, Korean and full-width forms.
  private static func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  private static func paragraph(_ text: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      for piece in pieces(of: word, width: width) {
        let pieceLength = columns(of: piece)
        let isContinued = piece.startIndex != word.startIndex
        if isContinued || (length > 0 && length + 1 + pieceLength > width) {
          lines.append(line)
          line = ""
          length = 0
        }
        if length > 0 {
          line += " "
          length += 1
        }
        line += piece
        length += pieceLength
      }
    }
    lines.append(line)
    return lines
  }

  private static func pieces(of word: Substring, width: Int) -> [Substring] {
    var pieces: [Substring] = []
    var rest = word
    while true {
      // The longest beginning that fits, at least one character.
      var (end, middle, used) = (rest.startIndex, rest.startIndex, 0)
      while end < rest.endIndex {
        let size = isWide(rest[end]) ? 2 : 1
        if used + size > width, used > 0 { break }
        end = rest.index(after: end)
        used += size
        if used <= width / 2 { middle = end }
      }
      guard end < rest.endIndex else { break }
      let joint = rest[middle..<end].lastIndex { "-/_".contains($0) }
      var cut = joint.map { rest.index(after: $0) } ?? end
      if joint == nil, cannotBegin(rest[cut]), rest.index(after: rest.startIndex) < cut {
        cut = rest.index(before: cut)
      }
      pieces.append(rest[..<cut])
      rest = rest[cut...]
    }
    pieces.append(rest)
    return pieces
  }

  /// Whether a line of Chinese or Japanese must not begin with a mark: those that close or go on.
  private static func cannotBegin(_ character: Character) -> Bool {
    "、。，．：；？！）」』】〉》ー々".contains(character)
  }
}
