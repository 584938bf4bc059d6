import Evidence

extension PajekParser {
  /// Reads the lines of the nodes.
  mutating func readVertices(_ range: Range<Int>) throws(Fault) {
    var cursor = FieldCursor(bytes, range)
    while cursor.at < cursor.end {
      cursor.skipBlanks()
      if !cursor.isAtLineEnd, cursor.byte != UInt8(ascii: "%") {
        do throws(Fault) {
          try readVertex(&cursor)
        } catch {
          try builder.skip(error)
        }
      }
      cursor.skipToLineEnd()
      cursor.skipLineEnd()
    }
  }

  private mutating func readVertex(_ cursor: inout FieldCursor) throws(Fault) {
    let node = try node(&cursor)
    named += 1
    // The rows before it are kept in each column.
    guard node - named <= builder.options.mostUnnamedNodes / (builder.nodes.names.count + 1) else {
      throw Fault(
        offset: cursor.at, message: "node \(node + 1) is far beyond the \(named) nodes that are named",
        mend: "correct its number; a program may raise NetworkOptions.mostUnnamedNodes")
    }
    cursor.skipBlanks()
    guard !cursor.isAtLineEnd else { return }
    if cursor.byte != UInt8(ascii: "[") {
      let label = try label(&cursor)
      if labels[node] == nil { labels[node] = label }
    }
    for axis in ["x", "y", "z"] {
      cursor.skipBlanks()
      guard let number = try number(&cursor) else { break }
      builder.nodes.set(.real(number), column: builder.nodes.column(axis), row: node)
    }
    cursor.skipBlanks()
    if !cursor.isAtLineEnd, cursor.byte != UInt8(ascii: "["), cursor.byte != UInt8(ascii: "\"") {
      let word = String(decoding: cursor.field(at: cursor.at), as: UTF8.self)
      if PajekParameters.nodeNames[word] == nil, !PajekParameters.nodeWords.contains(word),
        word.lowercased() != "hooks"
      {
        builder.nodes.set(.text(word), column: builder.nodes.column("shape"), row: node)
        cursor.at += word.utf8.count
      }
    }
    try readParameters(&cursor, row: node, ofNode: true)
  }

  /// The node of the number at hand.
  func node(_ cursor: inout FieldCursor) throws(Fault) -> Int {
    let start = cursor.at
    let number = Int(cursor.index())
    guard number >= 1, number <= nodeCount, cursor.byte <= UInt8(ascii: " ") else {
      throw Fault(
        offset: start,
        message: "\(Fault.quoted(cursor.field(at: start))) is not one of 1 to \(nodeCount)",
        mend: "nodes are counted from 1; correct it, or the number after '*Vertices'")
    }
    return number - 1
  }

  /// A finite number that is a field of its own, or `nil`.
  private func number(_ cursor: inout FieldCursor) throws(Fault) -> Double? {
    let start = cursor.at
    guard let number = cursor.number(), cursor.byte <= UInt8(ascii: " ") else {
      cursor.at = start
      return nil
    }
    guard number.isFinite else {
      throw Fault(
        offset: start, message: "the number \(Fault.quoted(cursor.field(at: start))) is too large",
        mend: "the largest is about 1.8e308")
    }
    return number
  }

  /// A text in quotation marks, which may be empty.
  private func quoted(_ cursor: inout FieldCursor) throws(Fault) -> Range<Int> {
    let start = cursor.at
    cursor.at += 1
    while !cursor.isAtLineEnd, cursor.byte != UInt8(ascii: "\"") { cursor.at += 1 }
    guard cursor.byte == UInt8(ascii: "\"") else {
      throw Fault(
        offset: start, message: "the text is not closed: \(Fault.quoted(bytes[start..<cursor.at]))",
        mend: "end it with a quotation mark in the same line; there is none inside a text")
    }
    cursor.at += 1
    try checkLength(start..<cursor.at)
    return start + 1..<cursor.at - 1
  }

  private func checkLength(_ range: Range<Int>) throws(Fault) {
    guard range.count <= builder.options.mostTextBytes else {
      throw Fault(
        offset: range.lowerBound,
        message: "a text has more than \(builder.options.mostTextBytes) bytes",
        mend: "shorten it; a program may raise NetworkOptions.mostTextBytes")
    }
  }

  /// A label: in quotation marks, or words up to a number, a shape or a parameter.
  private func label(_ cursor: inout FieldCursor) throws(Fault) -> String {
    if cursor.byte == UInt8(ascii: "\"") {
      return String(decoding: bytes[try quoted(&cursor)], as: UTF8.self)
    }
    let start = cursor.at
    var end = start
    while !cursor.isAtLineEnd {
      let field = cursor.field(at: cursor.at)
      if end > start {
        let word = String(decoding: field.prefix(20), as: UTF8.self)
        var number = cursor
        let isNumber = try self.number(&number) != nil
        if isNumber || word.hasPrefix("[") || word.hasPrefix("\"")
          || PajekParameters.shapes.contains(word) || PajekParameters.nodeNames[word] != nil
          || PajekParameters.nodeWords.contains(word)
        {
          break
        }
      }
      guard !field.isEmpty else {
        cursor.at += 1
        continue
      }
      cursor.at = field.endIndex
      end = cursor.at
      cursor.skipBlanks()
    }
    try checkLength(start..<end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  // MARK: Edges

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
  private mutating func relation(_ section: PajekSections.Section) throws(Fault) -> String? {
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
            message: "the matrix ends in row \(row + 1), column \(column + 1) of \(rows) x \(columns)",
            mend: "is the file whole?")
        }
        let start = cursor.at
        guard let weight = try number(&cursor) else {
          throw Fault(
            offset: start,
            message: "the entry \(Fault.quoted(cursor.field(at: start))) of the matrix is no number",
            mend: "write a finite number")
        }
        guard weight != 0 else { continue }
        let edge = addEdge(row, (first ?? 0) + column, isArc: first == nil, kind: kind)
        entries.append((edge, weight))
        isWeighted = isWeighted || weight != 1
      }
      cursor.skipBlanks()
      guard cursor.isAtLineEnd else {
        throw Fault(
          offset: cursor.at, message: "row \(row + 1) of the matrix has more than \(columns) entries",
          mend: "correct the row, or the number after '*Vertices'")
      }
    }
    if try skipToField(&cursor) {
      throw Fault(
        offset: cursor.at, message: "the matrix has more than \(rows) rows",
        mend: "correct it, or the number after '*Vertices'")
    }
    guard isWeighted else { return }
    for (edge, weight) in entries { try builder.setWeight(weight, of: edge, offset: 0) }
  }

  // MARK: Parameters

  private mutating func readParameters(
    _ cursor: inout FieldCursor, row: Int, ofNode: Bool
  ) throws(Fault) {
    while true {
      cursor.skipBlanks()
      guard !cursor.isAtLineEnd else { return }
      let start = cursor.at
      if cursor.byte == UInt8(ascii: "[") {
        try readTimes(&cursor, row: row, ofNode: ofNode)
        continue
      }
      let word = cursor.field(at: start)
      cursor.at = max(word.endIndex, start + 1)
      cursor.skipBlanks()
      let isHooks = word.count == 5 && String(decoding: word, as: UTF8.self).lowercased() == "hooks"
      let value: AttributeValue
      if isHooks {
        let rest = cursor.restOfLine
        value = .text(String(decoding: rest, as: UTF8.self))
        cursor.at = rest.endIndex
      } else if let found = try self.value(&cursor) {
        value = found
      } else {
        throw Fault(
          offset: start, message: "the parameter \(Fault.quoted(word)) has no value",
          mend: "write a number or a text after it")
      }
      try set(UnsafeBufferPointer(rebasing: word), at: start, value, row: row, ofNode: ofNode)
    }
  }

  private func value(_ cursor: inout FieldCursor) throws(Fault) -> AttributeValue? {
    guard !cursor.isAtLineEnd else { return nil }
    if cursor.byte == UInt8(ascii: "\"") {
      return .text(String(decoding: bytes[try quoted(&cursor)], as: UTF8.self))
    }
    let start = cursor.at
    if let number = try number(&cursor) {
      let text = String(decoding: bytes[start..<cursor.at], as: UTF8.self)
      return Int(text).map(AttributeValue.integer) ?? .real(number)
    }
    let word = cursor.field(at: start)
    guard !word.isEmpty else { return nil }
    try checkLength(start..<word.endIndex)
    cursor.at = word.endIndex
    return .text(String(decoding: word, as: UTF8.self))
  }

  private mutating func set(
    _ word: UnsafeBufferPointer<UInt8>, at offset: Int, _ value: AttributeValue, row: Int,
    ofNode: Bool
  ) throws(Fault) {
    var (column, isColor) =
      ofNode ? nodeParameters.column(word) : edgeParameters.column(word)
    if column < 0 {
      let parameters = ofNode ? nodeParameters : edgeParameters
      let name = parameters.name(String(decoding: word, as: UTF8.self))
      let count = ofNode ? builder.nodes.names.count : builder.edges.names.count
      guard count < builder.options.mostAttributes else { throw tooMany(offset) }
      column = ofNode ? builder.nodes.column(name) : builder.edges.column(name)
      isColor = name == "color"
      if ofNode {
        nodeParameters.set(column, isColor: isColor)
      } else {
        edgeParameters.set(column, isColor: isColor)
      }
    }
    var value = value
    if isColor, case .text(let text) = value { value = .text(PajekParameters.color(text)) }
    if ofNode {
      builder.nodes.set(value, column: column, row: row)
    } else {
      builder.edges.set(value, column: column, row: row)
    }
  }

  /// Reads when something was there: `[5-10,12-14]`, `[7]` or `[3-*]`.
  private mutating func readTimes(
    _ cursor: inout FieldCursor, row: Int, ofNode: Bool
  ) throws(Fault) {
    let start = cursor.at
    let inside = cursor.restOfLine.dropFirst().prefix { $0 != UInt8(ascii: "]") }
    cursor.at = inside.endIndex
    let refusal = Fault(
      offset: start,
      message: "\(Fault.quoted(bytes[start..<cursor.at])) are no times",
      mend: "write them as [5-10,12-14], with whole numbers; a star is an open end")
    guard cursor.byte == UInt8(ascii: "]"), inside.count <= builder.options.mostTextBytes else {
      throw refusal
    }
    cursor.at += 1
    var spells: [(start: Int, end: Int?)] = []
    for part in String(decoding: inside, as: UTF8.self).split(separator: ",") {
      let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = Int(ends[0].trimmingSpaces) else { throw refusal }
      guard ends.count == 2 else {
        spells.append((first, first))
        continue
      }
      let last = ends[1].trimmingSpaces
      guard last == "*" || Int(last) != nil else { throw refusal }
      spells.append((first, Int(last)))
    }
    func set(_ name: String, _ value: AttributeValue) {
      if ofNode {
        builder.nodes.set(value, column: builder.nodes.column(name), row: row)
      } else {
        builder.edges.set(value, column: builder.edges.column(name), row: row)
      }
    }
    guard let first = spells.map(\.start).min() else { throw refusal }
    set("start", .integer(first))
    let ends = spells.compactMap(\.end)
    if ends.count == spells.count, let last = ends.max() { set("end", .integer(last)) }
    if spells.count > 1 {
      let list = spells.map { spell in
        "[\(spell.start),\(spell.end.map(String.init) ?? "null")]"
      }
      set("spells", .json("[" + list.joined(separator: ",") + "]"))
    }
  }
}
