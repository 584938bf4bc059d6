import GraphCore

/// Numbers the nodes of an edge list from 0 without gaps, in place.
enum NodeNumbering {
  /// Nodes that are whole numbers are ordered by them.
  ///
  /// - Parameters:
  ///   - columns: The ends of the edges as the file has them; in the end, node indices.
  ///   - count: The number of edges.
  ///   - alone: Nodes without edges.
  ///   - largest: The largest number of a node; -1 if there is none.
  /// - Returns: The names of the nodes.
  static func numbers(
    _ columns: EdgeListColumns, count: Int, alone: [Int32], largest: Int32
  ) -> NodeLabels {
    guard largest >= 0 else { return .range(first: 0, count: 0) }
    let ends = [columns.tails, columns.heads]
    let span = Int(largest) + 1
    if span > 16 * (2 * count + alone.count) + 1 << 20 {
      return sparse(ends, count: count, alone: alone)
    }
    let wordCount = (span + 63) / 64
    // Every piece marks the numbers that it sees in a bit map of its own.
    let pieces = count < 1 << 16 ? 1 : 4
    let maps = ColumnMemory<UInt64>(capacity: pieces * wordCount)
    inParallel(pieces) { piece in
      let map = UnsafeMutableBufferPointer(
        rebasing: maps.buffer[piece * wordCount..<(piece + 1) * wordCount])
      map.initialize(repeating: 0)
      for end in ends {
        for edge in count * piece / pieces..<count * (piece + 1) / pieces {
          let number = UInt32(bitPattern: end.buffer[edge])
          map[Int(number &>> 6)] |= 1 &<< UInt64(number & 63)
        }
      }
    }
    for number in alone { maps.buffer[Int(number) >> 6] |= 1 << UInt64(number & 63) }
    var ranks = [Int32](repeating: 0, count: wordCount)
    var total: Int32 = 0
    for word in 0..<wordCount {
      for piece in 1..<pieces { maps.buffer[word] |= maps.buffer[piece * wordCount + word] }
      ranks[word] = total
      total += Int32(maps.buffer[word].nonzeroBitCount)
    }
    let firstWord = maps.buffer[..<wordCount].firstIndex { $0 != 0 } ?? 0
    let first = firstWord * 64 + maps.buffer[firstWord].trailingZeroBitCount
    if Int(total) == span - first {
      let shift = Int32(first)
      if shift > 0 { renumber(ends, count: count) { $0 - shift } }
      return .range(first: first, count: Int(total))
    }
    let starts = Column(ranks)
    renumber(ends, count: count) { number in
      let word = Int(number) &>> 6
      let below = maps.buffer[word] & (1 &<< UInt64(number & 63) &- 1)
      return starts[word] &+ Int32(below.nonzeroBitCount)
    }
    return .numbers(
      Column(count: Int(total)) { numbers in
        var next = 0
        for word in 0..<wordCount {
          var bits = maps.buffer[word]
          while bits != 0 {
            numbers[next] = Int32(word * 64 + bits.trailingZeroBitCount)
            next += 1
            bits &= bits - 1
          }
        }
      })
  }

  /// Few numbers far apart: they are sorted, and each is looked up.
  private static func sparse(
    _ ends: [ColumnMemory<Int32>], count: Int, alone: [Int32]
  ) -> NodeLabels {
    var all = alone
    for end in ends { all += end.buffer[..<count] }
    all.sort()
    var distinct: [Int32] = []
    for number in all where number != distinct.last { distinct.append(number) }
    let numbers = Column(distinct)
    renumber(ends, count: count) { number in
      var low = 0
      var high = numbers.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[middle] < number { low = middle + 1 } else { high = middle }
      }
      return Int32(low)
    }
    return .numbers(numbers)
  }

  /// Nodes that are texts are ordered by first appearance, unless all are whole numbers.
  ///
  /// - Parameters:
  ///   - columns: The ends of the edges in the numbers of their chunks; in the end, node indices.
  ///   - parts: What the chunks held.
  /// - Returns: The names of the nodes.
  /// - Throws: ``Fault`` for a name that is no text.
  static func texts(_ columns: EdgeListColumns, parts: [EdgeListPart]) throws(Fault) -> NodeLabels {
    var whole = LabelNumbering()
    var renamings: [Column<Int32>] = []
    for part in parts {
      guard let labels = part.labels else { continue }
      renamings.append(
        Column(count: labels.count) { numbers in
          labels.bytes.withUnsafeBufferPointer { bytes in
            for number in 0..<labels.count {
              let text = bytes[labels.offsets[number]..<labels.offsets[number + 1]]
              numbers[number] = whole.number(
                of: UnsafeBufferPointer(rebasing: text), place: labels.places[number])
            }
          }
        })
    }
    try check(whole)
    var bounds = [0]
    for part in parts { bounds.append(bounds[bounds.count - 1] + part.count) }
    let (order, names) = byNumber(whole)
    let (starts, tables) = (bounds, renamings)
    inParallel(tables.count) { part in
      for end in [columns.tails.buffer, columns.heads.buffer] {
        for edge in starts[part]..<starts[part + 1] {
          let number = tables[part][Int(end[edge])]
          end[edge] = order.isEmpty ? number : order[Int(number)]
        }
      }
    }
    return names ?? .texts(whole.table)
  }

  /// If all names are whole numbers, their ranks by first appearance, and the names in order.
  private static func byNumber(_ labels: LabelNumbering) -> (order: Column<Int32>, NodeLabels?) {
    var numbers: [Int32] = []
    for label in 0..<labels.count {
      let number = Array(labels.text(label)).withUnsafeBufferPointer { text in
        var cursor = FieldCursor(text, 0..<text.count)
        let number = cursor.index()
        return cursor.at == cursor.end ? number : -1
      }
      guard number >= 0 else { return ([], nil) }
      numbers.append(number)
    }
    let sorted = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var order = [Int32](repeating: 0, count: numbers.count)
    for (rank, label) in sorted.enumerated() { order[label] = Int32(rank) }
    return (Column(order), .numbers(Column(sorted.map { numbers[$0] })))
  }

  private static func check(_ labels: LabelNumbering) throws(Fault) {
    for label in 0..<labels.count {
      let text = labels.text(label)
      if text.contains(0) {
        throw Fault(
          offset: labels.places[label], message: "the name of a node holds a byte of value 0",
          mend: "is this a text file? say the format with --input-format")
      }
      if String(validating: text, as: UTF8.self) == nil {
        throw Fault(
          offset: labels.places[label],
          message: "the name \(Fault.quoted(text)) is no UTF-8 text",
          mend: "convert the file, for example with 'iconv -f LATIN1 -t UTF-8'")
      }
    }
  }

  private static func renumber(
    _ ends: [ColumnMemory<Int32>], count: Int, _ renamed: @Sendable (Int32) -> Int32
  ) {
    let pieces = count < 1 << 16 ? 1 : 64
    inParallel(pieces) { piece in
      for end in ends {
        for edge in count * piece / pieces..<count * (piece + 1) / pieces {
          end.buffer[edge] = renamed(end.buffer[edge])
        }
      }
    }
  }
}
