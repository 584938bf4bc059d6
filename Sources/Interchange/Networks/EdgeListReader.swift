import GraphCore

/// Reads edge lists: a line an edge, of two nodes and perhaps a weight.
///
/// Fields are separated by blanks, tabs, commas or semicolons, whichever the first line with data
/// shows. Lines that begin with `#` or `%` are comments; SNAP and KONECT say in them whether edges
/// have a direction. A first line may name the columns. A node alone on its line has no edge there.
/// Nodes that are all whole numbers below 2^31 are ordered by number, others by first appearance.
/// After two nodes a dictionary may stand, as NetworkX writes it.
struct EdgeListReader {
  let text: NetworkText
  let options: NetworkOptions
  /// About how many bytes are read at a time.
  var chunkSize = LineChunks.usualSize

  /// Reads the network.
  ///
  /// - Complexity: O(bytes) on several threads; 8 bytes an edge beside the text while it is read.
  func read() throws(NetworkError) -> PlainNetwork {
    do throws(Fault) {
      return try readOrFail()
    } catch {
      throw text.error(error)
    }
  }

  private func readOrFail() throws(Fault) -> PlainNetwork {
    var layout = try text.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
      try EdgeListLayout(bytes)
    }
    if layout.hasDictionaries {
      return try EdgeDictionaryReader(text: text, start: layout.start, options: options)
        .read(isDirected: layout.isDirected)
    }
    let chunks = LineChunks(text, from: layout.start, size: chunkSize)
    let lines = chunks.lineCounts()
    var remarks: [String] = []
    // Numbers are read fast, and only texts with an eye on what the weights are.
    var asText = !layout.isPlain || options.neededWeights != nil
    while true {
      let columns = EdgeListColumns(
        capacity: lines.starts.last ?? 0, isWeighted: layout.weight != nil)
      let parts = parts(of: chunks, starts: lines.starts, layout: layout, asText: asText, columns)
      // The first chunk that stopped tells why: it comes first in the file.
      switch parts.compactMap(\.stop).first {
      case .fault(let fault):
        // Numbers are read fast; a number with a comma, or a bad line that is to be left out, is not.
        guard !asText, options.isLenient || layout.separator == UInt8(ascii: ";") else {
          throw fault
        }
        asText = true
        continue
      case .needsWeights:
        layout.weight = 2
        continue
      case .needsText(let offset):
        if offset > layout.start, !isFirstLine(offset, from: layout.start) {
          let place = text.error(Fault(offset: offset, message: "", mend: ""))
          remarks.append(
            "the nodes are read as names, since line \(place.line ?? 1) has one that is no "
              + "whole number")
        }
        asText = true
        continue
      case nil:
        break
      }
      let count = columns.closeGaps(starts: lines.starts, counts: parts.map(\.count))
      guard count <= Int(Int32.max) / 2 else {
        throw Fault(
          offset: 0, message: "the file has \(count) edges", mend: "1073741823 are the most")
      }
      let names =
        asText
        ? try NodeNumbering.texts(columns, parts: parts)
        : NodeNumbering.numbers(
          columns, count: count, alone: parts.flatMap(\.alone),
          largest: parts.map(\.largest).max() ?? -1)
      if mayBeMatrix(layout, count: count) {
        remarks.append(
          "three rows of three numbers are taken as edges with weights; if they are a matrix, read it "
            + "with --input-format matrix")
      }
      let withoutWeight = parts.reduce(0) { $0 + $1.withoutWeight }
      if columns.weights != nil, withoutWeight > 0 {
        remarks.append(NetworkBuilder.remark(withoutWeight: withoutWeight, of: count))
      }
      if let remark = ragged(parts, layout, count: count, withoutWeight, asText: asText) {
        remarks.append(remark)
      }
      var network = try network(
        columns, count: count, names: names, layout: layout, remarks: remarks)
      for part in parts { network.skipped.add(part.skipped) }
      return network
    }
  }

  private func parts(
    of chunks: LineChunks, starts: [Int], layout: EdgeListLayout, asText: Bool,
    _ columns: EdgeListColumns
  ) -> [EdgeListPart] {
    chunks.map { index, bytes, range in
      asText
        ? EdgeListPart(
          textsIn: bytes, range, layout: layout, options, at: starts[index],
          of: columns)
        : EdgeListPart(
          numbersIn: bytes, range, separator: layout.separator, at: starts[index], of: columns)
    }
  }

  /// What is said of lines that have more or fewer cells than the first line names columns.
  private func ragged(
    _ parts: [EdgeListPart], _ layout: EdgeListLayout, count: Int, _ withoutWeight: Int,
    asText: Bool
  ) -> String? {
    // Numbers are read without counting cells: beyond two named columns there can be a weight only.
    let isLonger = !asText && layout.hasHeader && layout.columnCount == 2 && layout.weight != nil
    let lines = isLonger ? count - withoutWeight : parts.reduce(0) { $0 + $1.ragged }
    guard lines > 0 else { return nil }
    let first = parts.lazy.compactMap(\.firstRagged).first.map {
      text.error(Fault(offset: $0, message: "", mend: "")).line ?? 1
    }
    let columns = Plural.text(layout.columnCount, "column", "columns")
    return
      "the first line names \(columns), and \(Plural.text(lines, "line has", "lines have")) more or fewer cells"
      + (first.map { ", the first of them line \($0)" } ?? "")
      + (isLonger
        ? "; a number after the two nodes is taken for their weight"
        : "; what is beyond the columns is left out")
  }

  /// Whether a list of three edges is three rows of three numbers, of which nothing tells what they are.
  private func mayBeMatrix(_ layout: EdgeListLayout, count: Int) -> Bool {
    guard count == 3, layout.weight != nil, !layout.hasHeader, text.bytes.count <= 1000 else {
      return false
    }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var cursor = FieldCursor(bytes, layout.start..<bytes.count)
      var numbers = 0
      while cursor.at < cursor.end {
        while let field = try? cursor.field(separator: layout.separator) {
          var number = FieldCursor(bytes, field.bytes)
          guard number.number() != nil, number.at == number.end else { return false }
          numbers += 1
        }
        guard cursor.isAtLineEnd else { return false }
        cursor.skipLineEnd()
      }
      return numbers == 9
    }
  }

  private func isFirstLine(_ offset: Int, from start: Int) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      !bytes[start..<min(offset, bytes.count)].contains(UInt8(ascii: "\n"))
    }
  }

  private func network(
    _ columns: EdgeListColumns, count: Int, names: NodeLabels, layout: EdgeListLayout,
    remarks: [String]
  ) throws(Fault) -> PlainNetwork {
    let isDirected = try options.isDirected(file: layout.isDirected)
    let graph: Graph
    do throws(GraphError) {
      graph = try Graph(
        checking: names.count, tails: columns.tails.column(count: count),
        heads: columns.heads.column(count: count),
        weights: columns.weights.map { Array($0.buffer[..<count]) }, isDirected: isDirected)
    } catch {
      throw Fault(offset: 0, message: error.description, mend: "correct the file")
    }
    var remarks = remarks
    if let nodes = layout.nodeCount, nodes != names.count {
      remarks.append("a comment says \(nodes) nodes, the lines name \(names.count)")
    }
    if let edges = layout.edgeCount, edges != count {
      remarks.append("a comment says \(edges) edges, the file has \(count)")
    }
    return PlainNetwork(graph: graph, names: names, remarks: remarks)
  }
}

extension NetworkOptions {
  /// Whether edges have a direction.
  ///
  /// - Parameter file: What the file says; `nil` if it leaves it open.
  /// - Returns: Whether they do.
  /// - Throws: ``Fault`` if the user wants a direction that the file says is not there.
  func isDirected(file: Bool?) throws(Fault) -> Bool {
    switch (direction, file) {
    case (.undirected, _): return false
    case (.directed, false):
      throw Fault(
        offset: 0, message: "the file says that its edges have no direction",
        mend: "leave out --directed")
    case (.directed, _): return true
    case (nil, let file): return file ?? true
    }
  }
}
