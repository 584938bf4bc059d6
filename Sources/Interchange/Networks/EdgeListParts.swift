import GraphCore

/// The columns into which the chunks of an edge list are read, side by side.
struct EdgeListColumns: Sendable {
  let tails: ColumnMemory<Int32>
  let heads: ColumnMemory<Int32>
  /// Present if the edges have weights.
  let weights: ColumnMemory<Double>?

  /// Makes room for as many edges as there are lines.
  init(capacity: Int, isWeighted: Bool) {
    tails = ColumnMemory(capacity: capacity)
    heads = ColumnMemory(capacity: capacity)
    weights = isWeighted ? ColumnMemory(capacity: capacity) : nil
  }

  /// Moves the edges of all chunks together, over the places of lines that were no edges.
  func closeGaps(starts: [Int], counts: [Int]) -> Int {
    var next = 0
    for (start, count) in zip(starts, counts) {
      if start > next {
        move(tails.buffer, from: start, to: next, count: count)
        move(heads.buffer, from: start, to: next, count: count)
        if let weights { move(weights.buffer, from: start, to: next, count: count) }
      }
      next += count
    }
    return next
  }

  private func move<Element>(
    _ buffer: UnsafeMutableBufferPointer<Element>, from: Int, to: Int, count: Int
  ) {
    guard let base = buffer.baseAddress else { return }
    (base + to).update(from: base + from, count: count)
  }
}

/// What one chunk of an edge list held.
struct EdgeListPart: Sendable {
  /// Why reading stopped before the end of the chunk.
  enum Stop: Sendable {
    /// A node is no whole number; where that stands.
    case needsText(Int)
    /// A line has a weight, and none was expected.
    case needsWeights
    /// The text is wrong.
    case fault(Fault)
  }

  /// How many edges it holds.
  var count = 0
  /// How many of them have no weight.
  var withoutWeight = 0
  /// How many lines have more or fewer cells than the first line names columns.
  var ragged = 0
  /// Where the first of them begins.
  var firstRagged: Int?
  /// Nodes that stand alone on their lines.
  var alone: [Int32] = []
  /// The largest number of a node.
  var largest: Int32 = -1
  /// The names of the nodes, if they are texts; their numbers hold in this chunk only.
  var labels: LabelNumbering?
  /// Bad lines that were left out.
  var skipped = SkippedRecords()
  var stop: Stop?
}

extension EdgeListPart {
  /// Reads lines of two whole numbers and perhaps a weight.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - range: The chunk.
  ///   - separator: The byte between fields, or `nil` for blanks.
  ///   - place: Where the first edge goes in the columns.
  ///   - columns: The columns.
  init(
    numbersIn bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, separator: UInt8?,
    at place: Int,
    of columns: EdgeListColumns
  ) {
    let tails = columns.tails.buffer
    let heads = columns.heads.buffer
    let weights = columns.weights?.buffer
    var cursor = FieldCursor(bytes, range)
    var next = place
    defer { count = next - place }
    while cursor.at < cursor.end {
      cursor.skipBlanks()
      if cursor.isAtLineEnd {
        cursor.skipLineEnd()
        continue
      }
      if cursor.byte == UInt8(ascii: "#") || cursor.byte == UInt8(ascii: "%") {
        cursor.skipToLineEnd()
        cursor.skipLineEnd()
        continue
      }
      let tail = cursor.index()
      guard tail >= 0, cursor.skipSeparator(separator) else {
        stop = .needsText(cursor.at)
        return
      }
      largest = max(largest, tail)
      if cursor.isAtLineEnd {
        alone.append(tail)
        cursor.skipLineEnd()
        continue
      }
      let head = cursor.index()
      guard head >= 0, cursor.skipSeparator(separator) else {
        stop = .needsText(cursor.at)
        return
      }
      largest = max(largest, head)
      tails[next] = tail
      heads[next] = head
      if let weights {
        if cursor.isAtLineEnd {
          weights[next] = 1
          withoutWeight += 1
        } else {
          let start = cursor.at
          let weight = cursor.number()
          cursor.skipBlanks()
          guard let weight, weight.isFinite, cursor.isAtLineEnd else {
            stop = .fault(Self.fault(bytes, at: start, separator: separator))
            return
          }
          weights[next] = weight
        }
      } else if !cursor.isAtLineEnd {
        stop = .needsWeights
        return
      }
      next += 1
      cursor.skipLineEnd()
    }
  }

  /// A third column that is no weight.
  static func fault(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, separator: UInt8?
  ) -> Fault {
    var end = FieldCursor(bytes, start..<bytes.count)
    end.skipToLineEnd()
    let rest = bytes[start..<end.at]
    let field = rest.prefix { $0 != separator && (separator != nil || $0 != UInt8(ascii: " ")) }
    var cursor = FieldCursor(bytes, start..<start + field.count)
    if let number = cursor.number(), cursor.at == cursor.end, number.isFinite {
      return Fault(
        offset: start + field.count, message: "the line has more than three columns",
        mend: "keep two nodes and a weight, or name the columns in a first line: source, "
          + "target, weight")
    }
    return fault(weight: field)
  }

  /// A weight that is no number, or none that is finite.
  static func fault(weight field: Slice<UnsafeBufferPointer<UInt8>>) -> Fault {
    var cursor = FieldCursor(field.base, field.startIndex..<field.endIndex)
    if let number = cursor.number(), cursor.at == cursor.end, !number.isFinite {
      return Fault(
        offset: field.startIndex,
        message: "the weight \(Fault.quoted(field)) is too large for a number",
        mend: "write a finite number, at most about 1.8e308")
    }
    return Fault(
      offset: field.startIndex,
      message: "the third column is a weight, and \(Fault.quoted(field)) is no "
        + "number",
      mend: "write a finite number, or leave the column out")
  }
}

extension FieldCursor {
  /// Passes over what separates two fields.
  ///
  /// - Returns: Whether there was a separator, or the line ends.
  @inline(__always)
  fileprivate mutating func skipSeparator(_ separator: UInt8?) -> Bool {
    let start = at
    skipBlanks()
    if let separator, separator != UInt8(ascii: "\t") {
      if byte == separator {
        at &+= 1
        skipBlanks()
        return true
      }
      return isAtLineEnd
    }
    return at > start || isAtLineEnd
  }
}
