import GraphCore

/// Reads METIS files: line i lists the neighbours of node i, counted from 1, each edge in the lines
/// of both its ends [Karypis1998].
///
/// The header gives nodes, edges, what weights there are, and how many a node has. Sizes and
/// weights of nodes are passed over. An empty line is a node without neighbours, a line that begins
/// with `%` a comment.
struct METISReader {
  let text: NetworkText
  let options: NetworkOptions

  private struct Header: Sendable {
    var nodeCount = 0
    var edgeCount = 0
    var hasEdgeWeights = false
    /// How many numbers stand before the neighbours of a node.
    var skipped = 0
    /// Where the header is, and where the lines of the nodes begin.
    var place = 0
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
    _ = try options.isDirected(file: false)
    let chunks = LineChunks(text, from: header.start)
    let sizes = chunks.map { _, bytes, range in Self.size(bytes, range) }
    var nodeStarts = [0]
    var entryStarts = [0]
    for size in sizes {
      nodeStarts.append(nodeStarts[nodeStarts.count - 1] + size.lines)
      entryStarts.append(entryStarts[entryStarts.count - 1] + size.fields)
    }
    let (firstNodes, places) = (nodeStarts, entryStarts)
    guard (nodeStarts.last ?? 0) >= header.nodeCount else {
      throw Fault(
        offset: header.place,
        message: "the header says \(header.nodeCount) nodes, the file has "
          + "\(nodeStarts.last ?? 0) lines of them",
        mend: "is the file whole? a node without neighbours has an empty line")
    }
    let columns = EdgeListColumns(
      capacity: entryStarts.last ?? 0, isWeighted: header.hasEdgeWeights)
    let parts = chunks.map { index, bytes, range in
      Self.rows(bytes, range, header, firstNode: firstNodes[index], at: places[index], of: columns)
    }
    for part in parts { if case .fault(let fault) = part.stop { throw fault } }
    let count = columns.closeGaps(starts: entryStarts, counts: parts.map(\.count))
    guard count == 2 * header.edgeCount else {
      throw Fault(
        offset: header.place,
        message: "the header says \(header.edgeCount) edges, and the lines have \(count) "
          + "entries, not twice that",
        mend: "is the file whole? each edge stands in the lines of both its ends")
    }
    return try network(of: columns, count: count, header)
  }

  private static func header(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> Header {
    var header = Header()
    var cursor = FieldCursor(bytes, 0..<bytes.count)
    cursor.skipMark()
    cursor.skipComments()
    header.place = cursor.at
    var numbers: [Int] = []
    var format = ""
    while true {
      cursor.skipBlanks()
      guard !cursor.isAtLineEnd else { break }
      let start = cursor.at
      guard numbers.count < 4, let number = cursor.count() else {
        throw Fault(
          offset: start,
          message: "the header has \(Fault.quoted(cursor.field(at: start))) where it has no "
            + "room for it",
          mend: "write nodes, edges, and if need be the code of the weights and their number")
      }
      if numbers.count == 2 {
        format = String(decoding: bytes[start..<cursor.at], as: UTF8.self)
      }
      numbers.append(number)
    }
    cursor.skipLineEnd()
    header.start = cursor.at
    guard numbers.count >= 2 else {
      throw Fault(
        offset: header.place, message: "the header lacks the number of nodes or edges",
        mend: "write both, such as '7 11'")
    }
    guard format.count <= 3, format.allSatisfy({ $0 == "0" || $0 == "1" }) else {
      throw Fault(
        offset: header.place, message: "the code '\(format)' of the weights is not known",
        mend: "use three digits of 0 and 1: sizes of nodes, weights of nodes, weights of edges")
    }
    guard numbers[0] <= Int(Int32.max), numbers[1] <= Int(Int32.max) / 2 else {
      throw Fault(
        offset: header.place,
        message: "the header says \(numbers[0]) nodes and \(numbers[1]) "
          + "edges",
        mend: "2147483647 nodes and 1073741823 edges are the most")
    }
    let digits = Array(repeating: Character("0"), count: 3 - format.count) + Array(format)
    header.nodeCount = numbers[0]
    header.edgeCount = numbers[1]
    header.hasEdgeWeights = digits[2] == "1"
    let weightCount = digits[1] == "1" ? (numbers.count == 4 ? numbers[3] : 1) : 0
    header.skipped = (digits[0] == "1" ? 1 : 0) + weightCount
    return header
  }

  /// How many lines of nodes and how many fields a chunk has.
  private static func size(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (lines: Int, fields: Int) {
    var cursor = FieldCursor(bytes, range)
    var lines = 0
    var fields = 0
    while cursor.at < cursor.end {
      cursor.skipBlanks()
      if cursor.byte == UInt8(ascii: "%") {
        cursor.skipToLineEnd()
      } else {
        lines += 1
        while !cursor.isAtLineEnd {
          fields += 1
          while cursor.byte > UInt8(ascii: " ") { cursor.at &+= 1 }
          // Bytes below a blank that are no line end count as fields, so that there is always room.
          if !cursor.isAtLineEnd { cursor.at &+= 1 }
          cursor.skipBlanks()
        }
      }
      cursor.skipLineEnd()
    }
    return (lines, fields)
  }

  private static func rows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ header: Header, firstNode: Int,
    at place: Int, of columns: EdgeListColumns
  ) -> EdgeListPart {
    var part = EdgeListPart()
    var cursor = FieldCursor(bytes, range)
    var next = place
    var node = firstNode
    do throws(Fault) {
      while cursor.at < cursor.end {
        cursor.skipBlanks()
        if cursor.byte != UInt8(ascii: "%") {
          if node < header.nodeCount {
            try skipWeights(&cursor, header, node: node)
            while !cursor.isAtLineEnd {
              columns.tails.buffer[next] = Int32(node)
              columns.heads.buffer[next] = try neighbor(&cursor, header, node: node)
              cursor.skipBlanks()
              if let weights = columns.weights?.buffer {
                weights[next] = try cursor.weight()
                cursor.skipBlanks()
              }
              next += 1
            }
          } else if !cursor.isAtLineEnd {
            throw Fault(
              offset: cursor.at,
              message: "the header says \(header.nodeCount) nodes, and here is the line of one "
                + "more",
              mend: "correct the header, or take the line out")
          }
          node += 1
        }
        cursor.skipToLineEnd()
        cursor.skipLineEnd()
      }
    } catch {
      part.stop = .fault(error)
    }
    part.count = next - place
    return part
  }

  private static func skipWeights(
    _ cursor: inout FieldCursor, _ header: Header, node: Int
  ) throws(Fault) {
    for _ in 0..<header.skipped {
      _ = try cursor.weight()
      cursor.skipBlanks()
    }
  }

  private static func neighbor(
    _ cursor: inout FieldCursor, _ header: Header, node: Int
  ) throws(Fault) -> Int32 {
    let start = cursor.at
    let number = cursor.index()
    guard number >= 1, Int(number) <= header.nodeCount else {
      throw Fault(
        offset: start,
        message: "the neighbour \(Fault.quoted(cursor.field(at: start))) is not one of 1 to "
          + "\(header.nodeCount)",
        mend: "METIS counts from 1; correct the line, or the number of nodes in the header")
    }
    guard Int(number) - 1 != node else {
      throw Fault(
        offset: start, message: "node \(number) is its own neighbour", mend: "METIS has no loops")
    }
    return number - 1
  }

  /// Turns entries of both directions into edges, each once.
  private func network(
    of columns: EdgeListColumns, count: Int, _ header: Header
  ) throws(Fault) -> PlainNetwork {
    let weights = columns.weights.map { Array($0.buffer[..<count]) }
    let (tails, heads) = (columns.tails.column(count: count), columns.heads.column(count: count))
    func frozen(
      _ tails: Column<Int32>, _ heads: Column<Int32>, _ weights: [Double]?, isDirected: Bool
    ) throws(Fault) -> Graph {
      do throws(GraphError) {
        return try Graph(
          checking: header.nodeCount, tails: tails, heads: heads, weights: weights,
          isDirected: isDirected)
      } catch {
        throw Fault(offset: header.place, message: error.description, mend: "correct the file")
      }
    }
    try checkSymmetry(of: frozen(tails, heads, weights, isDirected: true), weights, header)
    let kept = (0..<count).filter { tails[$0] < heads[$0] }
    let graph = try frozen(
      Column(kept.map { tails[$0] }), Column(kept.map { heads[$0] }),
      weights.map { all in kept.map { all[$0] } }, isDirected: false)
    return PlainNetwork(graph: graph, names: .range(first: 1, count: header.nodeCount))
  }

  /// Each neighbour must name the node in turn, with the same weight.
  private func checkSymmetry(
    of both: Graph, _ weights: [Double]?, _ header: Header
  ) throws(Fault) {
    let (out, into) = (both.adjacency(.outward), both.adjacency(.inward))
    let edges = weights == nil ? ([], []) : (out.edges, into.edges)
    for node in both.nodes {
      let (row, back) = (out.row(node), into.row(node))
      let wrong = zip(row, back).first { entry, answer in
        out.targets[entry] != into.targets[answer]
          || weights.map { $0[Int(edges.0[entry])] != $0[Int(edges.1[answer])] } ?? false
      }
      guard row.count != back.count || wrong != nil else { continue }
      let other =
        wrong.map { min(out.targets[$0.0], into.targets[$0.1]) }
        ?? (row.count > back.count
          ? out.targets[row.upperBound - 1] : into.targets[back.upperBound - 1])
      throw Fault(
        offset: offset(of: node, header),
        message: "the edge of nodes \(node + 1) and \(other + 1) does not stand alike in both "
          + "their lines",
        mend: "write it in both, with the same weight")
    }
  }

  /// Where the line of a node begins.
  private func offset(of node: Int, _ header: Header) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      var cursor = FieldCursor(bytes, header.start..<bytes.count)
      var rest = node
      while cursor.at < cursor.end {
        let start = cursor.at
        cursor.skipBlanks()
        if cursor.byte != UInt8(ascii: "%") {
          if rest == 0 { return start }
          rest -= 1
        }
        cursor.skipToLineEnd()
        cursor.skipLineEnd()
      }
      return header.start
    }
  }
}
