import GraphCore

/// Reads the data of a DL file into a builder.
struct DLParser {
  let header: DLHeader
  var builder: NetworkBuilder
  private var tokens: DLTokens
  private var rows: DLLabels
  private var columns: DLLabels
  private var weights: [(edge: Int, weight: Double, offset: Int)] = []
  private var isWeighted = false
  private var ends = 0
  private var matrix = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ header: DLHeader, options: NetworkOptions) {
    self.header = header
    builder = NetworkBuilder(options: options)
    tokens = DLTokens(bytes, header.start..<bytes.count, most: options.mostTextBytes)
    rows = DLLabels(header.rowLabels, count: header.rows, isEmbedded: header.rowsEmbedded)
    columns = DLLabels(
      header.columnLabels, count: header.columns, isEmbedded: header.columnsEmbedded)
  }

  private var bytes: UnsafeBufferPointer<UInt8> { tokens.bytes }

  /// The network.
  mutating func network() throws(Fault) -> PlainNetwork {
    switch header.layout {
    case .fullmatrix, .upperhalf, .lowerhalf:
      for matrix in 0..<header.matrices {
        self.matrix = matrix
        try readMatrix()
      }
      if let field = try tokens.field(acrossLines: true) {
        throw Fault(
          offset: field.range.lowerBound, message: "there is something after the last row",
          mend: "correct it, or the numbers before 'data:'")
      }
    default: try readLines()
    }
    try addNodes()
    if isWeighted {
      for entry in weights {
        try builder.setWeight(entry.weight, of: entry.edge, offset: entry.offset)
      }
    }
    let isHalf = header.layout == .upperhalf || header.layout == .lowerhalf
    builder.isDirected = !isHalf && !header.hasTwoKinds
    return try builder.network()
  }

  private mutating func addNodes() throws(Fault) {
    let count = header.rows + (header.hasTwoKinds ? header.columns : 0)
    let known = header.rowLabels.count + (header.hasTwoKinds ? header.columnLabels.count : 0)
    let hasLabels = rows.hasLabels || header.hasTwoKinds && columns.hasLabels
    var options = builder.options
    // Names that are texts, and an attribute, take more memory than numbers.
    options.mostUnnamedNodes /= hasLabels || header.hasTwoKinds ? 16 : 1
    try options.checkNamed(nodeCount: count, ends: ends + known, at: header.offset)
    guard hasLabels || header.hasTwoKinds else {
      builder.numberNodes(1..<count + 1)
      builder.namesAreNumbers = true
      return
    }
    var labels = (0..<header.rows).map { rows.label($0) }
    if header.hasTwoKinds { labels += (0..<header.columns).map { columns.label($0) } }
    let given = labels.compactMap { $0 }
    // A node without a label has its number for a name, if no label looks the same.
    var taken = Set(given)
    var areNames = taken.count == given.count
    for (index, label) in labels.enumerated() where label == nil {
      if !taken.insert(String(index + 1)).inserted { areNames = false }
    }
    for (index, label) in labels.enumerated() {
      let name = areNames ? label ?? String(index + 1) : String(index + 1)
      let node = builder.node(name, offset: header.offset)
      if let label { builder.setLabel(label, of: node) }
      if header.hasTwoKinds {
        builder.set("mode", .integer(index < header.rows ? 1 : 2), ofNode: node)
      }
    }
    builder.namesAreNumbers = given.isEmpty
  }

  private var kind: String? {
    if matrix < header.matrixLabels.count { return header.matrixLabels[matrix] }
    return header.matrices > 1 ? String(matrix + 1) : nil
  }

  private mutating func addEdge(
    _ row: Int, _ column: Int, weight: Double?, offset: Int
  ) throws(Fault) {
    let head = header.hasTwoKinds ? header.rows + column : column
    let edge = builder.addEdge(row, head)
    ends += 2
    if let weight { weights.append((edge, weight, offset)) }
    if let kind { try builder.set("kind", .text(kind), ofEdge: edge, offset: offset) }
  }

  // MARK: Matrices

  private mutating func readMatrix() throws(Fault) {
    if header.columnsEmbedded {
      for _ in 0..<header.columns {
        guard let field = try tokens.field(acrossLines: true) else { throw unfinished() }
        if header.hasTwoKinds {
          _ = try columns.index(bytes, field)
        } else {
          _ = try rows.index(bytes, field)
        }
      }
    }
    for number in 0..<header.rows {
      var row = number
      if header.rowsEmbedded {
        guard let field = try tokens.field(acrossLines: true) else { throw unfinished() }
        row = try rows.index(bytes, field)
      }
      var range = 0..<header.columns
      if header.layout == .upperhalf { range = number..<header.columns }
      if header.layout == .lowerhalf { range = 0..<number + 1 }
      for column in range where header.hasDiagonal || column != number {
        guard let field = try tokens.field(acrossLines: true) else { throw unfinished() }
        let weight = try value(field.range)
        guard weight != 0 else { continue }
        isWeighted = isWeighted || weight != 1
        try addEdge(row, column, weight: weight, offset: field.range.lowerBound)
      }
    }
  }

  private func unfinished() -> Fault {
    Fault(
      offset: bytes.count,
      message: "the data end within a matrix of \(header.rows) rows and \(header.columns) columns",
      mend: "is the file whole? else correct the numbers before 'data:'")
  }

  private func value(_ range: Range<Int>) throws(Fault) -> Double {
    var cursor = FieldCursor(bytes, range)
    guard let number = cursor.number(), cursor.at == range.upperBound, number.isFinite else {
      throw Fault(
        offset: range.lowerBound, message: "\(Fault.quoted(bytes[range])) is no finite number",
        mend: "write the strength of the tie as a number")
    }
    return number
  }

  // MARK: Lists

  private mutating func readLines() throws(Fault) {
    while tokens.at < tokens.end {
      do throws(Fault) {
        try readLine()
      } catch {
        try builder.skip(error)
      }
      var cursor = FieldCursor(bytes, tokens.at..<tokens.end)
      cursor.skipToLineEnd()
      cursor.skipLineEnd()
      tokens.at = cursor.at
    }
  }

  private mutating func readLine() throws(Fault) {
    guard let first = try tokens.field(acrossLines: false) else { return }
    // A line with this mark alone parts the lists of two relations.
    if first.range.count == 1, bytes[first.range.lowerBound] == UInt8(ascii: "!") {
      guard matrix + 1 < header.matrices else {
        throw Fault(
          offset: first.range.lowerBound,
          message: "there are more lists than the \(header.matrices) "
            + "of nm", mend: "correct nm")
      }
      matrix += 1
      return
    }
    let row = try rows.index(bytes, first)
    var fields: [(range: Range<Int>, isQuoted: Bool)] = []
    while let field = try tokens.field(acrossLines: false) { fields.append(field) }
    switch header.layout {
    case .nodelist1, .nodelist2:
      for field in fields {
        let head = try column(of: field)
        try addEdge(row, head, weight: nil, offset: field.range.lowerBound)
      }
    case .edgearray1:
      guard fields.count == header.matrices + 1 else { throw count(first, fields.count + 1) }
      let head = try column(of: fields[0])
      for (matrix, field) in fields.dropFirst().enumerated() {
        let weight = try value(field.range)
        guard weight != 0 else { continue }
        self.matrix = matrix
        isWeighted = isWeighted || weight != 1
        try addEdge(row, head, weight: weight, offset: field.range.lowerBound)
      }
    default:
      guard fields.count == 1 || fields.count == 2 else { throw count(first, fields.count + 1) }
      let head = try column(of: fields[0])
      var weight: Double?
      if fields.count == 2 {
        weight = try value(fields[1].range)
        isWeighted = true
      }
      try addEdge(row, head, weight: weight, offset: first.range.lowerBound)
    }
  }

  /// The node of a field that is a column.
  private mutating func column(
    of field: (range: Range<Int>, isQuoted: Bool)
  ) throws(Fault) -> Int {
    header.hasTwoKinds ? try columns.index(bytes, field) : try rows.index(bytes, field)
  }

  private func count(_ first: (range: Range<Int>, isQuoted: Bool), _ count: Int) -> Fault {
    Fault(
      offset: first.range.lowerBound, message: "the line has \(count) fields",
      mend: header.layout == .edgearray1
        ? "write two nodes and \(header.matrices) values" : "write two nodes and perhaps a value")
  }
}

/// The nodes of the rows or of the columns, by number or by label.
struct DLLabels {
  private let count: Int
  private let isEmbedded: Bool
  private var names = LabelNumbering()
  /// The labels that were listed, by node, where they are no names.
  private let listed: [String]

  init(_ labels: [String], count: Int, isEmbedded: Bool) {
    self.count = count
    self.isEmbedded = isEmbedded
    listed = labels
    guard isEmbedded else { return }
    for label in labels {
      var label = label
      _ = label.withUTF8 { names.number(of: $0, place: 0) }
    }
  }

  /// Whether any node has a label.
  var hasLabels: Bool { !listed.isEmpty || names.count > 0 }

  /// The label of a node, if it has one.
  func label(_ node: Int) -> String? {
    if node < listed.count { return listed[node] }
    return node < names.count ? String(decoding: names.text(node), as: UTF8.self) : nil
  }

  /// The node of a field.
  mutating func index(
    _ bytes: UnsafeBufferPointer<UInt8>, _ field: (range: Range<Int>, isQuoted: Bool)
  ) throws(Fault) -> Int {
    if isEmbedded {
      let number = Int(
        names.number(
          of: UnsafeBufferPointer(rebasing: bytes[field.range]), place: field.range.lowerBound))
      guard number < count else {
        throw Fault(
          offset: field.range.lowerBound,
          message: "\(Fault.quoted(bytes[field.range])) is one label more than there are nodes",
          mend: "correct it, or the numbers before 'data:'")
      }
      return number
    }
    var cursor = FieldCursor(bytes, field.range)
    let number = Int(cursor.index())
    guard number >= 1, number <= count, cursor.at == field.range.upperBound else {
      throw Fault(
        offset: field.range.lowerBound,
        message: "\(Fault.quoted(bytes[field.range])) is not one of 1 to \(count)",
        mend: "nodes are counted from 1; for labels write 'labels embedded' before 'data:'")
    }
    return number - 1
  }
}
