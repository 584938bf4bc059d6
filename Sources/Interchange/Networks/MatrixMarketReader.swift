import GraphCore

/// Reads Matrix Market files in coordinate form: an entry of row i and column j is an edge from
/// node i to j.
///
/// Nodes are numbered from 1. The entries of a `symmetric` matrix are undirected edges, each given
/// once; those of a `general` one are directed. A `pattern` has no weights. The matrix must be
/// square [Boisvert1996].
struct MatrixMarketReader {
  let text: NetworkText
  let options: NetworkOptions

  /// What the first lines say.
  private struct Header {
    var isPattern = false
    var isInteger = false
    var isSymmetric = false
    var nodeCount = 0
    var entryCount = 0
    /// Where the line with the sizes begins, and where the entries begin.
    var sizes = 0
    var start = 0
  }

  /// Reads the network.
  ///
  /// - Complexity: O(bytes) on several threads.
  func read() throws(NetworkError) -> PlainNetwork {
    do throws(Fault) {
      return try readOrFail()
    } catch {
      throw text.error(error)
    }
  }

  private func readOrFail() throws(Fault) -> PlainNetwork {
    let header = try text.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
      try Self.header(bytes)
    }
    let isDirected = try options.isDirected(file: !header.isSymmetric)
    let chunks = LineChunks(text, from: header.start)
    let lines = chunks.lineCounts()
    let columns = EdgeListColumns(
      capacity: lines.starts.last ?? 0, isWeighted: !header.isPattern)
    let parts = chunks.map { index, bytes, range in
      Self.entries(bytes, range, header, at: lines.starts[index], of: columns)
    }
    for part in parts { if case .fault(let fault) = part.stop { throw fault } }
    let count = columns.closeGaps(starts: lines.starts, counts: parts.map(\.count))
    guard count == header.entryCount else {
      throw Fault(
        offset: header.sizes,
        message: "the header says \(header.entryCount) entries, the file has \(count)",
        mend: "is the file whole? else correct the number")
    }
    try options.checkNamed(nodeCount: header.nodeCount, ends: 2 * count, at: header.sizes)
    do throws(GraphError) {
      let graph = try Graph(
        checking: header.nodeCount, tails: columns.tails.column(count: count),
        heads: columns.heads.column(count: count),
        weights: columns.weights.map { Array($0.buffer[..<count]) }, isDirected: isDirected)
      return PlainNetwork(graph: graph, names: .range(first: 1, count: header.nodeCount))
    } catch {
      throw Fault(offset: header.sizes, message: error.description, mend: "correct the file")
    }
  }

  private static func header(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> Header {
    var cursor = FieldCursor(bytes, 0..<bytes.count)
    cursor.skipMark()
    let first = cursor.at
    cursor.skipToLineEnd()
    let words = String(decoding: bytes[first..<cursor.at].prefix(200), as: UTF8.self).lowercased()
      .split { $0 == " " || $0 == "\t" }
    cursor.skipLineEnd()
    func refuse(_ what: String, _ mend: String) -> Fault {
      Fault(offset: first, message: what, mend: mend)
    }
    guard words.count == 5, words[0] == "%%matrixmarket", words[1] == "matrix" else {
      throw refuse(
        "the first line is no Matrix Market header",
        "begin with '%%MatrixMarket matrix coordinate pattern general' or alike")
    }
    guard words[2] == "coordinate" else {
      throw refuse("a matrix in '\(words[2])' form is not read", "write it in coordinate form")
    }
    guard ["pattern", "real", "integer", "double"].contains(words[3]) else {
      throw refuse(
        "entries of type '\(words[3])' are no weights", "use pattern, real or integer entries")
    }
    guard ["general", "symmetric"].contains(words[4]) else {
      throw refuse(
        "a '\(words[4])' matrix is no network that is read here",
        "write it as general or "
          + "symmetric")
    }
    var header = Header()
    header.isPattern = words[3] == "pattern"
    header.isInteger = words[3] == "integer"
    header.isSymmetric = words[4] == "symmetric"
    cursor.skipComments()
    header.sizes = cursor.at
    var sizes: [Int] = []
    for _ in 0..<3 {
      cursor.skipBlanks()
      let size = cursor.count()
      guard let size else {
        throw Fault(
          offset: cursor.at, message: "the line of sizes lacks a whole number",
          mend: "write rows, columns and entries, such as '5 5 8'")
      }
      sizes.append(size)
    }
    cursor.skipBlanks()
    guard cursor.isAtLineEnd else {
      throw Fault(
        offset: cursor.at, message: "there is something after the three sizes",
        mend: "write rows, columns and entries, such as '5 5 8'")
    }
    cursor.skipLineEnd()
    guard sizes[0] == sizes[1] else {
      throw Fault(
        offset: header.sizes,
        message: "the matrix has \(sizes[0]) rows and \(sizes[1]) columns; a network needs as many",
        mend: "is it a network of two kinds of nodes? then write it as an edge list")
    }
    guard sizes[0] <= Int(Int32.max) else {
      throw Fault(
        offset: header.sizes, message: "a graph cannot have \(sizes[0]) nodes",
        mend: "2147483647 are the most")
    }
    (header.nodeCount, header.entryCount, header.start) = (sizes[0], sizes[2], cursor.at)
    return header
  }

  private static func entries(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ header: Header, at place: Int,
    of columns: EdgeListColumns
  ) -> EdgeListPart {
    var part = EdgeListPart()
    var cursor = FieldCursor(bytes, range)
    var next = place
    do throws(Fault) {
      while cursor.at < cursor.end {
        cursor.skipBlanks()
        if cursor.isAtLineEnd || cursor.byte == UInt8(ascii: "%") {
          cursor.skipToLineEnd()
          cursor.skipLineEnd()
          continue
        }
        columns.tails.buffer[next] = try node(&cursor, of: header.nodeCount, what: "row")
        cursor.skipBlanks()
        columns.heads.buffer[next] = try node(&cursor, of: header.nodeCount, what: "column")
        cursor.skipBlanks()
        if let weights = columns.weights?.buffer {
          weights[next] = try cursor.weight(isWhole: header.isInteger)
          cursor.skipBlanks()
        }
        guard cursor.isAtLineEnd else {
          throw Fault(
            offset: cursor.at,
            message: "there is something after the entry: \(Fault.quoted(cursor.restOfLine))",
            mend: header.isPattern
              ? "a pattern has rows and columns only; for weights say real in the first line"
              : "keep a row, a column and a value")
        }
        next += 1
        cursor.skipLineEnd()
      }
    } catch {
      part.stop = .fault(error)
    }
    part.count = next - place
    return part
  }

  private static func node(
    _ cursor: inout FieldCursor, of nodeCount: Int, what: String
  ) throws(Fault) -> Int32 {
    let start = cursor.at
    let number = cursor.index()
    guard number >= 1, Int(number) <= nodeCount else {
      let field = cursor.field(at: start)
      throw Fault(
        offset: start,
        message: "the \(what) \(Fault.quoted(field)) is not one of 1 to "
          + "\(nodeCount)",
        mend: "Matrix Market counts from 1; correct the entry or the sizes in the header")
    }
    return number - 1
  }
}

extension FieldCursor {
  /// Passes over a byte order mark.
  mutating func skipMark() {
    if bytes[at..<end].starts(with: [0xEF, 0xBB, 0xBF]) { at += 3 }
  }

  /// Passes over empty lines and lines that begin with `%`.
  mutating func skipComments() {
    while at < end {
      let start = at
      skipBlanks()
      guard isAtLineEnd || byte == UInt8(ascii: "%") else {
        at = start
        return
      }
      skipToLineEnd()
      skipLineEnd()
    }
  }

  /// Reads a whole number of up to 18 digits, or gives `nil` with the cursor where it was.
  mutating func count() -> Int? {
    let start = at
    var value = 0
    while at < end, at - start < 18, bytes[at] &- UInt8(ascii: "0") < 10 {
      value = value * 10 + Int(bytes[at] - UInt8(ascii: "0"))
      at += 1
    }
    let isWhole =
      at > start && (isAtLineEnd || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t"))
    if isWhole { return value }
    at = start
    return nil
  }

  /// Reads a finite weight.
  mutating func weight(isWhole: Bool = false) throws(Fault) -> Double {
    let start = at
    guard let weight = number(), weight.isFinite, !isWhole || weight == weight.rounded(),
      isAtLineEnd || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    else {
      throw Fault(
        offset: start,
        message: "the weight \(Fault.quoted(field(at: start))) is no "
          + "\(isWhole ? "whole" : "finite") number",
        mend: isWhole
          ? "say real in the first line, or write whole numbers"
          : "write a finite "
            + "number")
    }
    return weight
  }

  /// The bytes up to the next blank or line end.
  func field(at start: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    bytes[start..<end].prefix { $0 > UInt8(ascii: " ") }
  }

  /// The bytes up to the end of the line.
  var restOfLine: Slice<UnsafeBufferPointer<UInt8>> {
    bytes[at..<end].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
  }
}

extension NetworkOptions {
  /// Refuses a header that announces far more nodes than the lines name, before memory is taken for
  /// them.
  func checkNamed(nodeCount: Int, ends: Int, at offset: Int) throws(Fault) {
    guard nodeCount - mostUnnamedNodes > ends else { return }
    throw Fault(
      offset: offset,
      message: "the header says \(nodeCount) nodes, and the lines name \(ends) at most",
      mend: "correct the header, or raise the limit with --most-unnamed-nodes")
  }
}
