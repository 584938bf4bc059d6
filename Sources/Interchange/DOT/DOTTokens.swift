/// A word or mark of a DOT text.
struct DOTToken {
  /// What a token is.
  enum Kind: Equatable {
    /// A name or number, bare or in quotes.
    case word
    /// A name in quotes, to which others may be joined by `+`.
    case quoted
    /// A text in angle brackets.
    case html
    /// One of the words of the grammar.
    case keyword(Keyword)
    /// `->` in a directed graph, `--` in an undirected one.
    case arrow
    /// Any other sign.
    case mark(UInt8)
    /// The end of the text.
    case end
  }

  /// The words of the grammar, whatever their case.
  enum Keyword: String, CaseIterable {
    case strict, graph, digraph, node, edge, subgraph
  }

  /// What it is.
  var kind: Kind
  /// Where it begins and ends.
  var range: Range<Int>
  /// Where the characters of a name stand.
  var inner: Range<Int>
  /// The characters of a name where escapes make them other than those of the file.
  var own: [UInt8]?

  /// Whether it is a name.
  var isName: Bool { kind == .word || kind == .quoted || kind == .html }
}

/// Cuts a DOT text into tokens, as the scanner of Graphviz does.
struct DOTScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The most bytes of one token.
  let mostTextBytes: Int
  /// The most angle brackets within each other.
  let mostDepth: Int
  /// Whether the arrow is `->`; it is the other where this is `nil`.
  var isDirected: Bool?
  /// Whether the text is no UTF-8 somewhere; in comments that does not matter.
  var isDoubtful = false
  /// Where the next token begins, but for white space and comments.
  var at = 0

  /// The next token.
  mutating func next() throws(Fault) -> DOTToken {
    try skipBlanks()
    guard at < bytes.count else { return token(.end, from: at) }
    let start = at
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "\""): return try quoted()
    case UInt8(ascii: "<"): return try html()
    case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: ">"):
      let isArrow = (peek(1) == UInt8(ascii: ">")) == (isDirected ?? false)
      guard isArrow, isDirected != nil else {
        throw Fault(
          offset: start,
          message: isDirected == true
            ? "'--' stands in a directed graph" : "'->' stands in an undirected graph",
          mend: isDirected == true
            ? "write '->', or begin the file with 'graph'"
            : "write '--', or begin the file with 'digraph'")
      }
      at += 2
      return token(.arrow, from: start)
    case let byte where Self.isLetter(byte):
      while at < bytes.count, Self.isLetter(bytes[at]) || Self.isDigit(bytes[at]) { at += 1 }
      return try checked(word(from: start))
    case let byte where numberBegins(byte):
      number()
      return try checked(token(.word, from: start))
    case 0:
      throw Fault(
        offset: start, message: "the text holds a byte of value 0",
        mend: "take it out; a text in UTF-16 must be converted to UTF-8")
    default:
      at += 1
      return token(.mark(byte), from: start)
    }
  }

  private func token(_ kind: DOTToken.Kind, from start: Int) -> DOTToken {
    DOTToken(kind: kind, range: start..<at, inner: start..<at)
  }

  private func peek(_ distance: Int) -> UInt8? {
    at + distance < bytes.count ? bytes[at + distance] : nil
  }

  private func checked(_ token: DOTToken) throws(Fault) -> DOTToken {
    guard token.range.count <= mostTextBytes else {
      throw Fault(
        offset: token.range.lowerBound,
        message: "a text has more than \(mostTextBytes) bytes",
        mend: "shorten it, or raise the limit with --most-text-bytes")
    }
    if isDoubtful,
      let wrong = DOTEncoding.firstWrongByte(UnsafeBufferPointer(rebasing: bytes[token.range]))
    {
      throw Fault(
        offset: token.range.lowerBound + wrong, message: "the file is no UTF-8 text",
        mend: "say 'charset=latin1' in the graph if it is, or convert it, for example with "
          + "'iconv -f LATIN1 -t UTF-8'")
    }
    return token
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")) ~= byte
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte }
}

extension DOTScanner {
  private mutating func skipBlanks() throws(Fault) {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): at += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): skipLine()
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): try skipComment()
      case 0xEF where peek(1) == 0xBB && peek(2) == 0xBF: at += 3
      default: return
      }
    }
  }

  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
  }

  private mutating func skipComment() throws(Fault) {
    let start = at
    at += 2
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        at += 2
        return
      }
      at += 1
    }
    throw Fault(
      offset: start, message: "a comment that begins here is never closed",
      mend: "close it with '*/'")
  }

  private func word(from start: Int) -> DOTToken {
    var kind = DOTToken.Kind.word
    if (4...8).contains(at - start) {
      let text = String(decoding: bytes[start..<at].map { $0 | 0x20 }, as: UTF8.self)
      if let keyword = DOTToken.Keyword(rawValue: text) { kind = .keyword(keyword) }
    }
    return token(kind, from: start)
  }

  private func numberBegins(_ byte: UInt8) -> Bool {
    if Self.isDigit(byte) { return true }
    let next = peek(1) ?? 0
    if byte == UInt8(ascii: ".") { return Self.isDigit(next) }
    guard byte == UInt8(ascii: "-") else { return false }
    return Self.isDigit(next) || (next == UInt8(ascii: ".") && Self.isDigit(peek(2) ?? 0))
  }

  /// A number; what follows it at once is the next name, as in Graphviz: `2nd` is two.
  private mutating func number() {
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    var hasPoint = false
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if !Self.isDigit(bytes[at]) {
        break
      }
      at += 1
    }
  }

  private mutating func quoted() throws(Fault) -> DOTToken {
    let start = at
    at += 1
    var own: [UInt8]?
    var kept = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        own?.append(contentsOf: bytes[kept..<at])
        at += 1
        let token = DOTToken(
          kind: .quoted, range: start..<at, inner: (start + 1)..<(at - 1), own: own)
        return try checked(token)
      case UInt8(ascii: "\\"):
        switch peek(1) {
        case UInt8(ascii: "\""):
          // The backslash goes, the mark stays.
          own = own ?? []
          own?.append(contentsOf: bytes[kept..<at])
          at += 2
          kept = at - 1
        case UInt8(ascii: "\n"):
          own = own ?? []
          own?.append(contentsOf: bytes[kept..<at])
          at += 2
          kept = at
        case UInt8(ascii: "\\"): at += 2
        default: at += 1
        }
      case 0:
        throw Fault(
          offset: at, message: "the text holds a byte of value 0",
          mend: "take it out; a text in UTF-16 must be converted to UTF-8")
      default: at += 1
      }
    }
    throw Fault(
      offset: start, message: "a quoted text that begins here is never closed",
      mend: "close it with a double quote")
  }

  private mutating func html() throws(Fault) -> DOTToken {
    let start = at
    at += 1
    var depth = 1
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<"):
        depth += 1
        guard depth <= mostDepth else {
          throw Fault(
            offset: at, message: "angle brackets lie more than \(mostDepth) deep in each other",
            mend: "flatten the label, or raise the limit with --most-depth")
        }
      case UInt8(ascii: ">"):
        depth -= 1
        if depth == 0 {
          at += 1
          return try checked(
            DOTToken(kind: .html, range: start..<at, inner: (start + 1)..<(at - 1)))
        }
      case 0:
        throw Fault(
          offset: at, message: "the text holds a byte of value 0",
          mend: "take it out; a text in UTF-16 must be converted to UTF-8")
      default: break
      }
      at += 1
    }
    throw Fault(
      offset: start, message: "an HTML label that begins here is never closed",
      mend: "close every '<' with a '>'")
  }
}
