/// What stands before `data:` in a file in the data language of UCINET.
struct DLHeader {
  /// How the data are laid out.
  enum Layout: String {
    case fullmatrix, upperhalf, lowerhalf, edgelist1, edgelist2, nodelist1, nodelist2, edgearray1

    /// The layout of a word, of which there are short ones.
    init?(word: String) {
      let short = [
        "fm": "fullmatrix", "uh": "upperhalf", "lh": "lowerhalf", "el1": "edgelist1",
        "el2": "edgelist2", "nl1": "nodelist1", "nl2": "nodelist2", "edgelist": "edgelist1",
        "nodelist": "nodelist1", "edgearray": "edgearray1", "ea1": "edgearray1",
      ]
      self.init(rawValue: short[word] ?? word)
    }

    /// Whether rows and columns are nodes of two kinds.
    var hasTwoKinds: Bool { self == .edgelist2 || self == .nodelist2 }
  }

  private(set) var rows = 0
  private(set) var columns = 0
  private(set) var matrices = 1
  private(set) var layout = Layout.fullmatrix
  private(set) var hasDiagonal = true
  private(set) var rowLabels: [String] = []
  private(set) var columnLabels: [String] = []
  private(set) var matrixLabels: [String] = []
  /// Whether labels stand in the data instead of numbers.
  private(set) var rowsEmbedded = false
  private(set) var columnsEmbedded = false
  /// Whether rows and columns are nodes of two kinds.
  private(set) var hasTwoKinds = false
  /// Where the data begin, and where the sizes stand.
  private(set) var start = 0
  private(set) var offset = 0

  /// Reads the header.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, most: Int) throws(Fault) {
    var tokens = DLTokens(bytes, start..<bytes.count, most: most)
    guard let first = try tokens.next(), first.word == "dl" else {
      throw Fault(
        offset: start, message: "the file does not begin with the word 'dl'",
        mend: "write 'dl n=5 format=edgelist1 data:' or alike first")
    }
    offset = first.range.lowerBound
    while true {
      guard let token = try tokens.next() else {
        throw Fault(
          offset: bytes.count, message: "the word 'data:' is missing",
          mend: "is the file whole? it stands before the edges")
      }
      switch token.word {
      case "data":
        self.start = tokens.at
        try check(size: bytes.count)
        return
      case "n":
        (rows, columns) = (try tokens.number(after: token), 0)
        columns = rows
      case "nr", "nrows":
        rows = try tokens.number(after: token)
        hasTwoKinds = true
      case "nc", "ncols", "ncolumns":
        columns = try tokens.number(after: token)
        hasTwoKinds = true
      case "nm", "nmats": matrices = try tokens.number(after: token)
      case "format":
        let name = try tokens.next()
        guard let name, let layout = Layout(word: name.word) else {
          throw Fault(
            offset: name?.range.lowerBound ?? bytes.count,
            message: "the format \(Fault.quoted(bytes[name?.range ?? 0..<0])) is not read",
            mend:
              "use fullmatrix, upperhalf, lowerhalf, edgelist1, edgelist2, nodelist1, nodelist2 or "
              + "edgearray1")
        }
        self.layout = layout
        hasTwoKinds = hasTwoKinds || layout.hasTwoKinds
      case "diagonal":
        let word = try tokens.next()
        guard let word, word.word == "absent" || word.word == "present" else {
          throw Fault(
            offset: token.range.lowerBound, message: "it is not said whether the diagonal is there",
            mend: "write 'diagonal absent' or 'diagonal present'")
        }
        hasDiagonal = word.word == "present"
      case "labels": try readLabels(&tokens, rows: true, columns: true)
      case "row", "rows": try readLabels(&tokens, after: token, rows: true, columns: false)
      case "col", "column", "columns":
        try readLabels(&tokens, after: token, rows: false, columns: true)
      case "matrix", "level", "matrices", "levels":
        try tokens.expectLabels(after: token)
        matrixLabels = try tokens.labels(matrices, offset: offset)
      default:
        throw Fault(
          offset: token.range.lowerBound,
          message:
            "\(Fault.quoted(bytes[token.range])) is no word of the data language that is read",
          mend: "the words before 'data:' are n, nr, nc, nm, format, diagonal and labels")
      }
    }
  }

  private mutating func readLabels(
    _ tokens: inout DLTokens, after token: DLTokens.Token, rows: Bool, columns: Bool
  ) throws(Fault) {
    try tokens.expectLabels(after: token)
    try readLabels(&tokens, rows: rows, columns: columns)
  }

  private mutating func readLabels(
    _ tokens: inout DLTokens, rows: Bool, columns: Bool
  ) throws(Fault) {
    if try tokens.skip(word: "embedded") {
      rowsEmbedded = rowsEmbedded || rows
      columnsEmbedded = columnsEmbedded || columns
      return
    }
    if rows { rowLabels = try tokens.labels(self.rows, offset: offset) }
    if columns {
      columnLabels = rows ? rowLabels : try tokens.labels(self.columns, offset: offset)
    }
  }

  private mutating func check(size: Int) throws(Fault) {
    func refuse(_ message: String, _ mend: String) -> Fault {
      Fault(offset: offset, message: message, mend: mend)
    }
    if columns == 0 { columns = rows }
    if rows == 0 { rows = columns }
    if rows == columns, !layout.hasTwoKinds { hasTwoKinds = false }
    guard rows + (hasTwoKinds ? columns : 0) <= Int(Int32.max) else {
      throw refuse("a graph cannot have \(rows + columns) nodes", "2147483647 are the most")
    }
    guard matrices >= 1 else { throw refuse("nm is \(matrices)", "there is at least one matrix") }
    // A matrix of one node may have no entry, so that nothing but this ends the reading of them.
    guard matrices <= size else {
      throw refuse("nm is \(matrices), more than the file has room for", "correct it")
    }
    if hasTwoKinds, [.upperhalf, .lowerhalf, .edgelist1, .nodelist1].contains(layout) {
      throw refuse(
        "\(layout.rawValue) has nodes of one kind, and \(rows) rows and \(columns) columns are of two",
        "use fullmatrix, edgelist2 or nodelist2")
    }
  }
}
