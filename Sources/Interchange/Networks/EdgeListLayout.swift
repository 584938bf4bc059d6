/// How the lines of an edge list are built, as its beginning shows.
struct EdgeListLayout: Sendable {
  /// The byte between two fields; `nil` for any number of spaces and tabs.
  var separator: UInt8?
  /// The column of the first node, of the second, and of the weight.
  var tail = 0
  var head = 1
  var weight: Int?
  /// Whether the first line names the columns: then there may be more of them.
  var hasHeader = false
  /// Where the first line with an edge begins.
  var start = 0
  /// What the comments say about direction.
  var isDirected: Bool?
  /// What the comments say about the numbers of nodes and edges.
  var nodeCount: Int?
  var edgeCount: Int?
  /// Whether the first line is two names and a dictionary of Python, as NetworkX writes it.
  private(set) var hasDictionaries = false

  /// How many columns the first line has.
  private(set) var columnCount = 0

  /// Whether lines are two nodes and perhaps a weight, and nothing else.
  var isPlain: Bool {
    tail == 0 && head == 1 && (weight ?? 2) == 2
      && (!hasHeader || columnCount == (weight == nil ? 2 : 3))
  }

  /// Looks at the beginning of a text.
  ///
  /// - Parameter bytes: The text.
  /// - Throws: ``Fault`` if the first line with data is no edge.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var cursor = FieldCursor(bytes, (hasMark ? 3 : 0)..<bytes.count)
    let named = TableLayout.named(bytes, at: cursor.at)
    if named != nil { cursor.at += 5 }
    while cursor.at < cursor.end {
      let lineStart = cursor.at
      cursor.skipBlanks()
      let first = cursor.at
      cursor.skipToLineEnd()
      let line = first..<cursor.at
      if line.isEmpty || bytes[first] == UInt8(ascii: "#") || bytes[first] == UInt8(ascii: "%") {
        try readComment(String(decoding: bytes[line].prefix(200), as: UTF8.self), at: first)
        cursor.skipLineEnd()
        start = cursor.at
        continue
      }
      start = lineStart
      if named == nil, EdgeDictionaryReader.looksLikeOne(bytes, line) {
        hasDictionaries = true
        return
      }
      separator = named ?? Self.separator(of: bytes[line])
      let names = try names(bytes, line)
      columnCount = names.count
      if readHeader(names, next: nextNames(bytes, cursor)) {
        cursor.skipLineEnd()
        start = cursor.at
      } else if names.count > 2 {
        weight = 2
      }
      return
    }
    start = cursor.end
  }

  /// The separator that stands most often outside quotation marks: a semicolon in `a;b;0,5`.
  private static func separator(of line: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
    var isQuoted = false
    let likeliest = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let index = likeliest.firstIndex(of: byte) { counts[index] += 1 }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most).map { likeliest[$0] }
  }

  /// The fields of a line, in lower case.
  private func names(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) throws(Fault) -> [String] {
    var names: [String] = []
    var field = FieldCursor(bytes, line)
    while names.count <= 1000, let range = try field.field(separator: separator) {
      names.append(String(decoding: bytes[range.bytes].prefix(100), as: UTF8.self).lowercased())
    }
    return names
  }

  /// The fields of the line after the one at whose end a cursor stands.
  private func nextNames(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lineEnd: FieldCursor
  ) -> [String] {
    var cursor = lineEnd
    cursor.skipLineEnd()
    let start = cursor.at
    cursor.skipToLineEnd()
    return (try? names(bytes, start..<cursor.at)) ?? []
  }

  /// Takes a line as the names of columns, if it names both ends of an edge. Between blanks, names
  /// with 1 and 2 at the end are nodes.
  private mutating func readHeader(_ names: [String], next: [String]) -> Bool {
    guard
      let ends = TableHeader.ends(in: names, next: next, mayBeNumbered: separator != nil)
    else { return false }
    (tail, head) = ends
    weight = TableHeader.weight(in: names)
    hasHeader = true
    return true
  }

  /// Reads what SNAP and KONECT write into comments, such as `# Directed graph` and `% sym`.
  private mutating func readComment(_ comment: String, at offset: Int) throws(Fault) {
    let words = comment.lowercased().split { " \t#%:,(".contains($0) }
    if words.starts(with: ["undirected", "graph"]) || words.first == "sym" {
      isDirected = false
    } else if words.starts(with: ["directed", "graph"]) || words.first == "asym" {
      isDirected = true
    } else if words.first == "bip", comment.hasPrefix("%") {
      throw Fault(
        offset: offset,
        message: "the file is a network of two kinds of nodes, numbered apart",
        mend: "give the nodes of both kinds names of their own, such as a1 and b1")
    }
    if let at = words.firstIndex(of: "nodes"), at + 1 < words.count {
      nodeCount = Int(words[at + 1]) ?? nodeCount
    }
    if let at = words.firstIndex(of: "edges"), at + 1 < words.count {
      edgeCount = Int(words[at + 1]) ?? edgeCount
    }
  }
}

extension FieldCursor {
  /// A field of a line: where its text is, and whether doubled quotation marks in it stand for one.
  struct Field {
    var bytes: Range<Int>
    var hasDoubledMarks = false
  }

  /// The next field of the line, without the blanks around it and without its quotation marks.
  ///
  /// - Parameter separator: The byte between fields, or `nil` for blanks.
  /// - Returns: The field, or `nil` at the end of the line.
  /// - Throws: ``Fault`` for quotation marks that do not pair.
  mutating func field(separator: UInt8?) throws(Fault) -> Field? {
    skipSpaces(separator)
    guard !isAtLineEnd else { return nil }
    var field = Field(bytes: at..<at)
    if separator != nil, byte == UInt8(ascii: "\"") {
      field = try quotedField()
      skipSpaces(separator)
      guard isAtLineEnd || byte == separator else {
        throw Fault(
          offset: at, message: "there is text after a closing quotation mark",
          mend: "double the quotation marks inside a field")
      }
    } else {
      let start = at
      while !isAtLineEnd, byte != separator, separator != nil || !Self.isBlank(byte) { at += 1 }
      var last = at
      while last > start, Self.isBlank(bytes[last - 1]) { last -= 1 }
      field.bytes = start..<last
    }
    if separator != nil, byte == separator, !isAtLineEnd {
      at += 1
      // After the last separator of a line there is an empty field, which says nothing.
    }
    return field
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// Passes over blanks, but not over a tab that separates fields.
  private mutating func skipSpaces(_ separator: UInt8?) {
    while Self.isBlank(byte), byte != separator { at += 1 }
  }

  private mutating func quotedField() throws(Fault) -> Field {
    let mark = at
    at += 1
    var field = Field(bytes: at..<at)
    while true {
      guard !isAtLineEnd else {
        throw Fault(
          offset: mark, message: "a quotation mark is opened and not closed on its line",
          mend: "close it; a field cannot go on in the next line")
      }
      if byte == UInt8(ascii: "\"") {
        guard at + 1 < end, bytes[at + 1] == UInt8(ascii: "\"") else { break }
        field.hasDoubledMarks = true
        at += 1
      }
      at += 1
    }
    field.bytes = field.bytes.lowerBound..<at
    at += 1
    return field
  }
}
