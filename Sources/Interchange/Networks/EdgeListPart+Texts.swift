import GraphCore

extension EdgeListPart {
  /// Reads lines of fields, in the order that the layout gives them.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - range: The chunk.
  ///   - layout: The columns of the text.
  ///   - options: Whether bad lines are left out, and what weights must be.
  ///   - place: Where the first edge goes in the columns.
  ///   - columns: The columns.
  init(
    textsIn bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, layout: EdgeListLayout,
    _ options: NetworkOptions, at place: Int, of columns: EdgeListColumns
  ) {
    var numbering = LabelNumbering()
    var cursor = FieldCursor(bytes, range)
    var next = place
    while cursor.at < cursor.end {
      cursor.skipBlanks(unless: layout.separator)
      if cursor.isAtLineEnd || cursor.byte == UInt8(ascii: "#")
        || cursor.byte == UInt8(ascii: "%")
      {
        cursor.skipToLineEnd()
        cursor.skipLineEnd()
        continue
      }
      do throws(Fault) {
        let lineStart = cursor.at
        let line = try Line(&cursor, layout)
        if line.isRagged(layout) {
          ragged += 1
          firstRagged = firstRagged ?? lineStart
        }
        // Names get their numbers last, so that a line which is left out names no node.
        let weight = try line.weight(in: bytes, layout)
        try line.check(weight, options)
        if weight != nil, columns.weights == nil {
          stop = .needsWeights
          return
        }
        let tail = Self.number(of: line.tail, in: bytes, &numbering)
        let head = Self.number(of: line.head, in: bytes, &numbering)
        if let tail, let head {
          columns.tails.buffer[next] = tail
          columns.heads.buffer[next] = head
          columns.weights?.buffer[next] = weight ?? 1
          if weight == nil { withoutWeight += 1 }
          next += 1
        } else if let tail {
          alone.append(tail)
        }
      } catch {
        guard options.isLenient else {
          stop = .fault(error)
          break
        }
        skipped.add(error)
        cursor.skipToLineEnd()
      }
      cursor.skipLineEnd()
    }
    count = next - place
    labels = numbering
  }

  /// The fields of a line that say something.
  private struct Line {
    var tail: FieldCursor.Field?
    var head: FieldCursor.Field?
    private var weight: FieldCursor.Field?
    private var cellCount = 0

    /// Whether it has more or fewer cells than the first line names columns. A node alone is no mistake, and a
    /// weight that is missing is told by itself.
    func isRagged(_ layout: EdgeListLayout) -> Bool {
      guard layout.hasHeader, layout.separator != nil, cellCount > 1 else { return false }
      if weight == nil, layout.weight == layout.columnCount - 1,
        cellCount == layout.columnCount - 1
      {
        return false
      }
      return cellCount != layout.columnCount
    }

    init(_ cursor: inout FieldCursor, _ layout: EdgeListLayout) throws(Fault) {
      let start = cursor.at
      try readFields(&cursor, layout)
      guard let tail, !tail.bytes.isEmpty else {
        throw Fault(
          offset: start, message: "the line begins with an empty field",
          mend: "name a node there, or take the line out")
      }
      if layout.separator == nil, weight == nil, let head,
        EdgeDictionaryReader.isDictionary(cursor.bytes[head.bytes])
      {
        throw Fault(
          offset: head.bytes.lowerBound,
          message:
            "after one node there is a dictionary, as in NetworkX's multiline adjacency lists",
          mend: "write an edge list or GraphML: nx.write_edgelist, nx.write_graphml")
      }
    }

    /// The weight, if the line is an edge and has one.
    func weight(
      in bytes: UnsafeBufferPointer<UInt8>, _ layout: EdgeListLayout
    ) throws(Fault) -> Double? {
      guard let head, !head.bytes.isEmpty, let weight, !weight.bytes.isEmpty else { return nil }
      var number = FieldCursor(bytes, weight.bytes)
      if let value = number.number(), value.isFinite, number.at == number.end { return value }
      // Where semicolons separate, a comma may stand in numbers.
      if layout.separator == UInt8(ascii: ";") {
        let pointed = bytes[weight.bytes].map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
        let value = pointed.withUnsafeBufferPointer { text -> Double? in
          var number = FieldCursor(text, 0..<text.count)
          guard let value = number.number(), number.at == number.end else { return nil }
          return value
        }
        if let value, value.isFinite { return value }
      }
      throw EdgeListPart.fault(weight: bytes[weight.bytes])
    }

    /// Makes sure that a weight is as needed.
    func check(_ value: Double?, _ options: NetworkOptions) throws(Fault) {
      guard let value, let weight, let needed = options.neededWeights, !needed.admits(value) else {
        return
      }
      throw .unusable(weight: value, needed: needed, offset: weight.bytes.lowerBound)
    }

    private mutating func readFields(
      _ cursor: inout FieldCursor, _ layout: EdgeListLayout
    ) throws(Fault) {
      let start = cursor.at
      var column = 0
      while true {
        let fieldStart = cursor.at
        guard let field = try cursor.field(separator: layout.separator) else { break }
        if column == layout.tail {
          tail = field
        } else if column == layout.head {
          head = field
        } else if column == layout.weight ?? (layout.hasHeader ? -1 : 2) {
          weight = field
        } else if !layout.hasHeader {
          throw Fault(
            offset: fieldStart, message: "the line has more than three columns",
            mend: layout.separator == nil
              ? "separate fields by tabs or commas if names hold spaces; keep two nodes and a "
                + "weight"
              : "keep two nodes and a weight, or name the columns in a first line: source, "
                + "target, weight")
        }
        column += 1
        cellCount = column
        guard cursor.at - start <= EdgeListPart.longestLine else {
          throw Fault(
            offset: start, message: "the line is longer than \(EdgeListPart.longestLine) bytes",
            mend: "an edge list has one edge a line; is this another format? say so with "
              + "--input-format"
          )
        }
      }
      // After a separator at the end of the line there is one cell more, with nothing in it.
      if let separator = layout.separator, cursor.at > start,
        cursor.bytes[cursor.at - 1] == separator
      {
        cellCount += 1
      }
    }
  }

  /// No line of an edge list is longer than this many bytes.
  static let longestLine = 1 << 16

  private static func number(
    of field: FieldCursor.Field?, in bytes: UnsafeBufferPointer<UInt8>,
    _ numbering: inout LabelNumbering
  ) -> Int32? {
    guard let field, !field.bytes.isEmpty else { return nil }
    let text = UnsafeBufferPointer(rebasing: bytes[field.bytes])
    guard field.hasDoubledMarks else {
      return numbering.number(of: text, place: field.bytes.lowerBound)
    }
    var plain: [UInt8] = []
    var isSecond = false
    for byte in text {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond || byte != UInt8(ascii: "\"") { plain.append(byte) }
    }
    return plain.withUnsafeBufferPointer {
      numbering.number(of: $0, place: field.bytes.lowerBound)
    }
  }
}

extension FieldCursor {
  /// Passes over spaces, and tabs unless they separate fields.
  fileprivate mutating func skipBlanks(unless separator: UInt8?) {
    while byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\t") && separator != byte) { at += 1 }
  }
}
