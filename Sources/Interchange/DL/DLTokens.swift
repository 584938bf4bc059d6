/// The words of a file in the data language, which blanks, commas, equal signs and line ends part.
struct DLTokens {
  /// A word.
  struct Token {
    /// The word without quotation marks and colon.
    let range: Range<Int>
    /// In lower case.
    let word: String
    /// Whether it stood in quotation marks.
    let isQuoted: Bool
    /// Whether a colon followed.
    let hasColon: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int
  let end: Int
  /// A word may have this many bytes.
  let most: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, most: Int) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
    self.most = most
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "=")
  }

  /// The next word of the header, or `nil` at the end.
  mutating func next() throws(Fault) -> Token? {
    guard let field = try field(acrossLines: true, endsAtColon: true) else { return nil }
    var hasColon = false
    if at < end, bytes[at] == UInt8(ascii: ":") {
      hasColon = true
      at += 1
    }
    return Token(
      range: field.range,
      word: String(decoding: bytes[field.range].prefix(40), as: UTF8.self).lowercased(),
      isQuoted: field.isQuoted, hasColon: hasColon)
  }

  /// The next field; `nil` at the end of the text, or of the line if it may not be passed.
  mutating func field(
    acrossLines: Bool, endsAtColon: Bool = false
  ) throws(Fault) -> (range: Range<Int>, isQuoted: Bool)? {
    while at < end, Self.isSeparator(bytes[at]) {
      if !acrossLines, bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: "\r") {
        return nil
      }
      at += 1
    }
    guard at < end else { return nil }
    let start = at
    let mark = bytes[at]
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      at += 1
      while at < end, bytes[at] != mark, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      guard at < end, bytes[at] == mark else {
        throw Fault(
          offset: start, message: "the text is not closed: \(Fault.quoted(bytes[start..<at]))",
          mend: "end it with the mark with which it begins, in the same line")
      }
      at += 1
      try checkLength(start..<at)
      return (start + 1..<at - 1, true)
    }
    while at < end, !Self.isSeparator(bytes[at]) {
      if endsAtColon, bytes[at] == UInt8(ascii: ":"), at > start { break }
      at += 1
    }
    try checkLength(start..<at)
    return (start..<at, false)
  }

  private func checkLength(_ range: Range<Int>) throws(Fault) {
    guard range.count <= most else {
      throw Fault(
        offset: range.lowerBound, message: "a text has more than \(most) bytes",
        mend: "shorten it, or raise the limit with --most-text-bytes")
    }
  }

  /// A whole number after a word such as `n`.
  mutating func number(after token: Token) throws(Fault) -> Int {
    let next = try next()
    guard let next, let number = Int(next.word), number >= 0, number <= Int(Int32.max) else {
      throw Fault(
        offset: next?.range.lowerBound ?? end,
        message:
          "\(Fault.quoted(bytes[next?.range ?? 0..<0])) after '\(token.word)' is no number of a "
          + "size that a graph can have",
        mend: "write a whole number, such as 'n=5'")
    }
    return number
  }

  /// Passes over a word if it comes next.
  mutating func skip(word: String) throws(Fault) -> Bool {
    let start = at
    if let token = try next(), token.word == word, !token.isQuoted { return true }
    at = start
    return false
  }

  /// Passes over `labels`.
  mutating func expectLabels(after token: Token) throws(Fault) {
    guard try skip(word: "labels") else {
      throw Fault(
        offset: token.range.lowerBound,
        message: "\(Fault.quoted(bytes[token.range])) is not followed by 'labels'",
        mend: "write '\(token.word) labels:' and the labels")
    }
  }

  /// So many labels.
  mutating func labels(_ count: Int, offset: Int) throws(Fault) -> [String] {
    guard count > 0 else {
      throw Fault(
        offset: at, message: "the labels come before their number",
        mend: "write n, nr, nc or nm before the labels")
    }
    var labels: [String] = []
    while labels.count < count {
      let before = at
      guard let field = try field(acrossLines: true),
        field.isQuoted
          || !["data:", "labels:"].contains(
            String(decoding: bytes[field.range].prefix(8), as: UTF8.self).lowercased())
      else {
        throw Fault(
          offset: before, message: "there are \(labels.count) labels for \(count)",
          mend: "blanks and commas part them; put a label with blanks in quotation marks")
      }
      labels.append(String(decoding: bytes[field.range], as: UTF8.self))
    }
    return labels
  }
}
