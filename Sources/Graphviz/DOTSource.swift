/// A DOT text, looked through and made fit for libcgraph before libcgraph sees it.
///
/// libcgraph reads one graph of a text and keeps the rest for its next caller; it stops at a NUL; it does
/// not count line ends in quotes, and loses one that stands alone between quotes or backslashes; it takes
/// names that begin with `%` for its own; and Graphviz recurses without a bound and opens the files that an
/// `<IMG>` names. So the text is cut into its graphs here, each with `#line` directives where the count
/// would go wrong, such names and line ends carry a mark (see ``DOTNameMark``), depth is bounded, and images
/// are left out.
struct DOTSource {
  /// One graph of the text, ready for libcgraph.
  struct Part {
    var text: String
  }

  private(set) var parts: [Part] = []
  var messages: [GraphvizMessage] = []

  let bytes: [UInt8]
  let limits: GraphvizLimits
  var index = 0
  var line = 1
  var output: [UInt8] = []
  var hasContent = false
  private var depth = 0
  var lastToken: UInt8 = 0

  let marksHTML: Bool

  /// Looks through a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - limits: Bounds on length and depth.
  ///   - marksHTML: Whether HTML labels carry ``DOTNameMark/html``, for reading.
  /// - Throws: An error with the line of a mistake.
  init(
    _ text: String, limits: GraphvizLimits, marksHTML: Bool = false
  ) throws(GraphvizError) {
    bytes = Array(text.utf8)
    self.limits = limits
    self.marksHTML = marksHTML
    guard bytes.count <= limits.textLength else {
      throw GraphvizError(
        .tooLarge, "The DOT text has \(bytes.count) bytes; the limit is \(limits.textLength).",
        mend: "Draw a part of the graph.")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    startPart()
    while index < bytes.count { try step() }
    if hasContent { finishPart() }
    guard !parts.isEmpty else {
      throw GraphvizError(
        .noGraph, "The DOT text holds no graph.", mend: "Begin it with `digraph {` or `graph {`.")
    }
  }

  /// Reads one token or comment outside strings.
  private mutating func step() throws(GraphvizError) {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\""): try quotedString()
    case UInt8(ascii: "<"): try htmlString()
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"): try blockComment()
    case UInt8(ascii: "/") where next == UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "#"): skipLine()
    case UInt8(ascii: "\n"):
      line += 1
      copy()
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): copy()
    case 0: throw nul()
    case UInt8(ascii: "{"):
      depth += 1
      guard depth <= limits.nesting else { throw tooDeep("Subgraphs", line) }
      token(byte)
    case UInt8(ascii: "}"):
      depth -= 1
      token(byte)
      if depth <= 0 { finishPart() }
    default: token(byte)
    }
  }

  var next: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  mutating func copy() {
    output.append(bytes[index])
    index += 1
  }

  private mutating func token(_ byte: UInt8) {
    hasContent = true
    lastToken = byte
    copy()
  }

  private mutating func startPart() {
    output = Array("\n#line \(line)\n".utf8)
    hasContent = false
    depth = 0
    lastToken = 0
  }

  private mutating func finishPart() {
    parts.append(Part(text: String(decoding: output, as: UTF8.self)))
    startPart()
  }

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      index += 1
    }
  }

  private mutating func blockComment() throws(GraphvizError) {
    let start = line
    index += 2
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        index += 2
        output.append(UInt8(ascii: " "))
        synchronizeLine()
        return
      }
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    throw unclosed("comment", start, mend: "Close it with `*/`.")
  }

  private mutating func quotedString() throws(GraphvizError) {
    let start = line
    let isContinuation = lastToken == UInt8(ascii: "+")
    token(bytes[index])
    if !isContinuation, DOTNameMark.isNeeded(before: bytes[index...]) {
      output.append(contentsOf: DOTNameMark.bytes)
    }
    // Whether the scanner of libcgraph begins a new run of characters here.
    var isRunStart = true
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        copy()
        if line > start { synchronizeLine() }
        return
      case UInt8(ascii: "\\"):
        copy()
        isRunStart = true
        if index < bytes.count, DOTSource.endsRun(bytes[index]) {
          copy()
        } else if index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
          line += 1
          copy()
        }
      case 0: throw nul()
      case UInt8(ascii: "\n"):
        line += 1
        copy()
        let isAlone = isRunStart && index < bytes.count && DOTSource.endsRun(bytes[index])
        if isAlone || bytes[index...].starts(with: DOTNameMark.bytes) {
          output.append(contentsOf: DOTNameMark.bytes)
        }
        isRunStart = false
      default:
        copy()
        isRunStart = false
      }
    }
    throw unclosed("quoted text", start, mend: "Close it with a double quote.")
  }

  private static func endsRun(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  mutating func synchronizeLine() {
    output.append(contentsOf: "\n#line \(line)\n".utf8)
  }

  func nul() -> GraphvizError {
    GraphvizError(
      .syntax, "The DOT text holds a NUL.", line: line,
      mend: "Remove it; the text may be in UTF-16 and must be UTF-8.")
  }

  func unclosed(_ what: String, _ start: Int, mend: String) -> GraphvizError {
    GraphvizError(.syntax, "A \(what) that begins here is never closed.", line: start, mend: mend)
  }

  func tooDeep(_ what: String, _ line: Int) -> GraphvizError {
    GraphvizError(
      .tooDeep, "\(what) are nested deeper than \(limits.nesting) levels.", line: line,
      mend: "Flatten them.")
  }
}
