import Evidence

/// One statement in the short form, cut into its parts: no names are looked up here.
///
///     [not | whether] SUBJECT RELATION OBJECT [@DATE] {, QUALIFIER} ["quote"]
///     [not | whether] SUBJECT ATTRIBUTE = VALUE {, QUALIFIER} ["quote"]
///
/// Commas separate where a space follows and outside parentheses; a free text that holds a comma
/// stands in parentheses. Offsets count Unicode scalars from the start of the line.
struct StatementLine {
  /// A piece of the line with its offset.
  struct Piece: Equatable {
    var text: String
    var offset: Int
  }

  /// What is wrong with a line.
  struct Failure: Error {
    var message: String
    var mend: String
    var offset: Int
  }

  /// The words before the first comma, without stance and date.
  var head: Piece
  /// `not`, `whether` or nothing.
  var stance: String?
  /// What follows `@`.
  var date: Piece?
  /// What stands between commas after the head.
  var qualifiers: [Piece]
  /// The words in double quotes at the end.
  var quote: Piece?

  /// Cuts a line into its parts.
  init(_ line: String) throws(Failure) {
    var scalars = Array(line.unicodeScalars)
    quote = try Self.takeQuote(from: &scalars)
    var pieces = try Self.split(scalars)
    guard !pieces.isEmpty else {
      throw Failure(message: "the line is empty", mend: "write a statement", offset: 0)
    }
    var head = pieces.removeFirst()
    if let found = Self.dateStart(in: head) {
      date = Piece(text: found.text, offset: found.offset)
      head = Self.trim(Array(head.text.unicodeScalars.prefix(found.cut)), offset: head.offset)
    }
    for word in ["not", "whether"] where head.text.hasPrefix(word + " ") {
      stance = word
      head = Self.trim(
        Array(head.text.unicodeScalars.dropFirst(word.count)), offset: head.offset + word.count)
      break
    }
    self.head = head
    qualifiers = []
    for piece in pieces {
      if piece.text.hasPrefix("@"), date == nil {
        date = Piece(text: String(piece.text.dropFirst()), offset: piece.offset + 1)
      } else {
        qualifiers.append(piece)
      }
    }
  }

  /// Takes `"..."` off the end; the opening mark is the first one outside parentheses.
  private static func takeQuote(
    from scalars: inout [Unicode.Scalar]
  ) throws(Failure) -> Piece? {
    while scalars.last == " " { scalars.removeLast() }
    var depth = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      guard scalar == "\"", depth == 0 else { continue }
      guard scalars.last == "\"", index < scalars.count - 1 else {
        throw Failure(
          message: "the quotation mark is not closed at the end of the line",
          mend: "end the line with the quote, or put a text with quotation marks in parentheses",
          offset: index)
      }
      let quote = String(String.UnicodeScalarView(scalars[(index + 1)..<(scalars.count - 1)]))
      scalars.removeSubrange(index...)
      return Piece(text: quote, offset: index + 1)
    }
    return nil
  }

  private static func split(_ scalars: [Unicode.Scalar]) throws(Failure) -> [Piece] {
    var pieces: [Piece] = []
    var depth = 0
    var start = 0
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "(": depth += 1
      case ")":
        depth -= 1
        if depth < 0 {
          throw Failure(
            message: "a parenthesis is closed that was not opened", mend: "open or remove it",
            offset: index)
        }
      case "," where depth == 0 && (index + 1 == scalars.count || scalars[index + 1] == " "):
        pieces.append(trim(Array(scalars[start..<index]), offset: start))
        start = index + 1
      default: break
      }
    }
    if depth > 0 {
      throw Failure(
        message: "a parenthesis is not closed", mend: "close it with ')'", offset: scalars.count)
    }
    pieces.append(trim(Array(scalars[start...]), offset: start))
    return pieces.filter { !$0.text.isEmpty }
  }

  private static func trim(_ scalars: [Unicode.Scalar], offset: Int) -> Piece {
    let head = scalars.prefix { $0 == " " }.count
    let tail = scalars.dropFirst(head).reversed().prefix { $0 == " " }.count
    let slice = scalars.dropFirst(head).dropLast(tail)
    return Piece(text: String(String.UnicodeScalarView(slice)), offset: offset + head)
  }

  /// Finds ` @DATE` at the end of the head.
  private static func dateStart(in head: Piece) -> (text: String, offset: Int, cut: Int)? {
    let scalars = Array(head.text.unicodeScalars)
    var depth = 0
    var found: Int?
    for (index, scalar) in scalars.enumerated() {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      // After '=' comes the value, be it '@name'.
      if scalar == "@", depth == 0, index > 1, scalars[index - 1] == " ", scalars[index - 2] != "="
      {
        found = index
      }
    }
    guard let place = found else { return nil }
    let text = String(String.UnicodeScalarView(scalars[(place + 1)...]))
    guard !text.contains(" ") || text.contains("(") else { return nil }
    return (text, head.offset + place + 1, place)
  }
}

extension StatementLine {
  /// A free text: as it stands, or without the one pair of parentheses around all of it.
  static func free(_ text: some StringProtocol) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.first == "(", scalars.last == ")" else { return String(text) }
    var depth = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      // Closed before the end: "(one) and (two)".
      if depth == 0, index < scalars.count - 1 { return String(text) }
    }
    return String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))
  }

  /// A free text as it is written, or `nil` if the short form cannot hold it.
  static func written(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, standsAlone(text),
      !scalars.contains(where: { $0.value < 32 })
    else { return nil }
    var depth = 0
    var needsParentheses =
      first == "@" || last == "," || last == "=" || first.properties.isWhitespace
      || last.properties.isWhitespace
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "(":
        depth += 1
        needsParentheses = true
      case ")": depth -= 1
      case "\"": needsParentheses = true
      case " " where index > 0 && scalars[index - 1] == ",": needsParentheses = true
      case "@" where index > 0 && scalars[index - 1] == " ": needsParentheses = true
      default: break
      }
      if depth < 0 { return nil }
    }
    guard depth == 0 else { return nil }
    return needsParentheses ? "(\(text))" : text
  }

  /// Whether a text keeps its first and last scalar apart from what is written before and after it:
  /// a mark that begins it would combine with the blank before it.
  static func standsAlone(_ text: String) -> Bool {
    (" " + text).first == " " && (text + ")").last == ")"
  }
}
