extension PajekParser {
  /// Reads the lines of arcs or edges.
  mutating func readEdges(_ section: PajekSections.Section) throws(Fault) {
    let isArc = section.kind == .arcs
    let kind = try relation(section)
    var cursor = FieldCursor(bytes, section.body)
    while cursor.at < cursor.end {
      cursor.skipBlanks()
      if !cursor.isAtLineEnd, cursor.byte != UInt8(ascii: "%") {
        do throws(Fault) {
          try readEdge(&cursor, isArc: isArc, kind: kind)
        } catch {
          try builder.skip(error)
        }
      }
      cursor.skipToLineEnd()
      cursor.skipLineEnd()
    }
  }

  private mutating func readEdge(
    _ cursor: inout FieldCursor, isArc: Bool, kind: String?
  ) throws(Fault) {
    var kind = kind
    let start = cursor.at
    let number = cursor.index()
    if number >= 0, cursor.byte == UInt8(ascii: ":") {
      kind = relations[number] ?? String(number)
      cursor.at += 1
      cursor.skipBlanks()
    } else {
      cursor.at = start
    }
    let tail = try node(&cursor)
    cursor.skipBlanks()
    let head = try node(&cursor)
    cursor.skipBlanks()
    let place = cursor.at
    let weight = try self.number(&cursor)
    let edge = addEdge(tail, head, isArc: isArc, kind: kind)
    if let weight { try builder.setWeight(weight, of: edge, offset: place) }
    cursor.skipBlanks()
    if !cursor.isAtLineEnd { try readParameters(&cursor, row: edge, ofNode: false) }
  }

  private mutating func addEdge(_ tail: Int, _ head: Int, isArc: Bool, kind: String?) -> Int {
    let edge = builder.addEdge(tail, head)
    named += 2
    if isArc {
      hasArcs = true
    } else {
      hasEdges = true
      builder.markUndirected(edge)
    }
    if let kind {
      builder.edges.set(.text(kind), column: builder.edges.column("kind"), row: edge)
    }
    return edge
  }

  /// The relation that a line such as `*Arcs :2 "knows"` names.
  mutating func relation(_ section: PajekSections.Section) throws(Fault) -> String? {
    var cursor = FieldCursor(bytes, section.argument)
    cursor.skipBlanks()
    guard cursor.byte == UInt8(ascii: ":") else { return nil }
    cursor.at += 1
    cursor.skipBlanks()
    let start = cursor.at
    let number = cursor.index()
    guard number >= 0 else {
      throw Fault(
        offset: start, message: "\(Fault.quoted(cursor.restOfLine)) is no number of a relation",
        mend: "write a whole number after the colon")
    }
    let name = String(decoding: cursor.restOfLine, as: UTF8.self).trimmingSpaces
    if !name.isEmpty {
      let isQuoted = name.count >= 2 && name.hasPrefix("\"") && name.hasSuffix("\"")
      relations[number] = isQuoted ? String(name.dropFirst().dropLast()) : name
    }
    return relations[number] ?? String(number)
  }

  /// Reads lines of a node and its neighbours.
  mutating func readLists(_ section: PajekSections.Section) throws(Fault) {
    let kind = try relation(section)
    var cursor = FieldCursor(bytes, section.body)
    while cursor.at < cursor.end {
      cursor.skipBlanks()
      if !cursor.isAtLineEnd, cursor.byte != UInt8(ascii: "%") {
        do throws(Fault) {
          // Old files mark the first node with a minus.
          if cursor.byte == UInt8(ascii: "-") { cursor.at += 1 }
          let tail = try node(&cursor)
          cursor.skipBlanks()
          while !cursor.isAtLineEnd {
            let head = try node(&cursor)
            _ = addEdge(tail, head, isArc: section.kind == .arcslist, kind: kind)
            cursor.skipBlanks()
          }
        } catch {
          try builder.skip(error)
        }
      }
      cursor.skipToLineEnd()
      cursor.skipLineEnd()
    }
  }

  /// Reads a matrix; that of two kinds of nodes has a row for each of the first kind and a column for
  /// each of the second.
  mutating func readMatrix(_ section: PajekSections.Section, first: Int?) throws(Fault) {
    let kind = try relation(section)
    let rows = first ?? nodeCount
    let columns = first.map { nodeCount - $0 } ?? nodeCount
    var cursor = FieldCursor(bytes, section.body)
    var entries: [(edge: Int, weight: Double)] = []
    var isWeighted = false
    for row in 0..<rows where columns > 0 {
      for column in 0..<columns {
        guard try skipToField(&cursor) else {
          throw Fault(
            offset: section.offset,
            message:
              "the matrix ends in row \(row + 1), column \(column + 1) of \(rows) x \(columns)",
            mend: "is the file whole?")
        }
        let start = cursor.at
        guard let weight = try number(&cursor) else {
          throw Fault(
            offset: start,
            message:
              "the entry \(Fault.quoted(cursor.field(at: start))) of the matrix is no number",
            mend: "write a finite number")
        }
        guard weight != 0 else { continue }
        let edge = addEdge(row, (first ?? 0) + column, isArc: first == nil, kind: kind)
        entries.append((edge, weight))
        isWeighted = isWeighted || weight != 1
      }
      cursor.skipBlanks()
      guard cursor.isAtLineEnd else {
        // igraph passes over what stands there, whatever it is.
        try builder.skip(
          Fault(
            offset: cursor.at,
            message: "row \(row + 1) of the matrix has more than "
              + Plural.text(columns, "entry", "entries"),
            mend:
              "correct the row, or the number after '*Vertices'; --lenient passes over the rest of it"
          ))
        cursor.skipToLineEnd()
        continue
      }
    }
    if try skipToField(&cursor) {
      throw Fault(
        offset: cursor.at, message: "the matrix has more than \(Plural.text(rows, "row", "rows"))",
        mend: "correct it, or the number after '*Vertices'")
    }
    guard isWeighted else { return }
    for (edge, weight) in entries { try builder.setWeight(weight, of: edge, offset: nil) }
  }
}
