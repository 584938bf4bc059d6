extension PajekParser {
  mutating func readParameters(
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
