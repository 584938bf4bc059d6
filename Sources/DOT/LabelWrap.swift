/// Breaks a long label into lines.
public enum LabelWrap {
  /// Breaks a text at spaces into lines of at most a number of characters.
  ///
  /// A word that is longer than a line is cut, after a hyphen, slash or underscore if there is one in the
  /// second half of the line, so that names without spaces wrap too. Line ends in the text stay; runs of
  /// spaces become one. Characters are what a reader counts: an accented letter or a flag is one.
  /// - Complexity: O(*n*) in the length of the text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The most characters in a line, 1 or more.
  /// - Returns: The lines; one empty line for an empty text.
  public static func lines(_ text: String, width: Int) -> [String] {
    precondition(width >= 1, "a line must hold a character")
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { paragraph($0, width: width) }
  }

  private static func paragraph(_ text: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      for piece in pieces(of: word, width: width) {
        let pieceLength = piece.count
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
    while let end = rest.index(rest.startIndex, offsetBy: width, limitedBy: rest.endIndex),
      end < rest.endIndex
    {
      let middle = rest.index(rest.startIndex, offsetBy: width / 2)
      let joint = rest[middle..<end].lastIndex { "-/_".contains($0) }
      let cut = joint.map { rest.index(after: $0) } ?? end
      pieces.append(rest[..<cut])
      rest = rest[cut...]
    }
    pieces.append(rest)
    return pieces
  }
}
