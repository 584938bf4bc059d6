/// The names of the columns of a table, and which of them have a meaning of their own.
struct TableHeader {
  /// The names.
  let names: [String]
  /// The same in lower case, without white space around them.
  let folded: [String]
  /// Where each stands.
  let places: [Int]
  /// The cells of the next record, folded, where they tell whether the first one names the columns.
  private let next: [String]

  /// Reads the first record.
  ///
  /// - Parameters:
  ///   - reader: A reader that begins at it.
  ///   - most: There may be this many columns.
  /// - Throws: ``Fault`` for a record that cannot be read, or one of too many cells.
  init(_ reader: inout TableReader, most: Int) throws(Fault) {
    var cells: [TableReader.Cell] = []
    _ = try reader.record(into: &cells)
    if cells.count > most {
      throw Fault(
        offset: cells[most].place, message: "the first line has \(cells.count) columns",
        mend: "\(most) are the most; raise the limit with --most-attributes")
    }
    names = cells.map { [reader] in reader.text($0) }
    folded = names.map { $0.trimmingSpaces.lowercased() }
    places = cells.map(\.place)
    var following: [String] = []
    if names.count <= 3, folded.first?.last == "1" {
      var after = reader
      if (try? after.record(into: &cells)) == true {
        following = cells.map { after.text($0).trimmingSpaces.lowercased() }
      }
    }
    next = following
  }

  /// Refuses two columns of one name.
  func checkNames() throws(Fault) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !name.isEmpty {
      guard seen.insert(name).inserted else {
        throw Fault(
          offset: places[index], message: "a second column is named '\(Fault.cut(name))'",
          mend: "give one of the two another name")
      }
    }
  }

  /// The columns of both ends of an edge; `nil` if no names of theirs are known.
  var ends: (tail: Int, head: Int)? { Self.ends(in: folded, next: next) }

  /// Whether only the numbers 1 and 2 tell that the first line names the ends, so that it may be an edge.
  var endsAreNumbered: Bool {
    ends != nil && Self.ends(in: folded, next: next, mayBeNumbered: false) == nil
  }

  /// The columns of both ends of an edge, here and in edge lists; `nil` if no names of theirs are known.
  ///
  /// - Parameters:
  ///   - folded: The names of the columns in lower case.
  ///   - next: The cells of the next record in lower case. In a list `n1,n2`, `n2,n3` the first line
  ///     is an edge.
  ///   - mayBeNumbered: Whether any two names with 1 and 2 at the end will do.
  /// - Returns: The columns, or `nil`.
  static func ends(
    in folded: [String], next: [String], mayBeNumbered: Bool = true
  ) -> (tail: Int, head: Int)? {
    // Two names at the beginning that differ in 1 and 2 only: node1 and node2, n1 and n2.
    var areNumbered = false
    if folded.count > 1, let first = folded[0].first, first.isLetter, folded[0].last == "1",
      folded[0].count > 1, folded[1] == folded[0].dropLast() + "2"
    {
      let stem = folded[0].dropLast()
      let goesOn = next.prefix(2).contains { name in
        name.hasPrefix(stem) && name.count > stem.count
          && name.dropFirst(stem.count).allSatisfy { $0.isASCII && $0.isNumber }
      }
      if goesOn, folded.count <= 3 { return nil }
      areNumbered = true
    }
    for (tail, head) in pairs {
      if let tail = folded.firstIndex(of: tail), let head = folded.firstIndex(of: head) {
        return (tail, head)
      }
    }
    if let tail = folded.firstIndex(where: tails.contains),
      let head = folded.firstIndex(where: heads.contains)
    {
      return (tail, head)
    }
    return areNumbered && mayBeNumbered ? (0, 1) : nil
  }

  /// The column of the first of some names that is there.
  func column(_ wanted: [String]) -> Int? { Self.column(wanted, in: folded) }

  private static func column(_ wanted: [String], in folded: [String]) -> Int? {
    for name in wanted { if let column = folded.firstIndex(of: name) { return column } }
    return nil
  }

  /// The column of the weight.
  var weight: Int? { Self.weight(in: folded) }

  /// The column of the weight, here and in edge lists.
  static func weight(in folded: [String]) -> Int? {
    column(["weight", "value", "strength"], in: folded)
  }

  /// The column of the names of nodes in a table of nodes.
  var id: Int? {
    column(["id", "node", "nodeid", "node_id", "node id"])
      ?? (names.count > 1 ? column(["name", "label"]) : nil)
  }

  /// Whether every column is an end of an edge or its weight, as in an edge list.
  var isPlain: Bool {
    guard let ends else { return false }
    return (0..<names.count).allSatisfy { $0 == ends.tail || $0 == ends.head || $0 == weight }
      && (names.count == 2 || weight != nil)
  }

  /// The name under which the attribute of a column is kept.
  func attribute(_ column: Int) -> String {
    if names[column].isEmpty { return "column \(column + 1)" }
    return Self.conventional.contains(folded[column]) ? folded[column] : names[column]
  }

  private static let conventional: Set = [
    "id", "kind", "label", "start", "end", "color", "x", "y", "z", "size", "shape", "parent",
  ]

  /// Names that go together, the likeliest first.
  private static let pairs = [
    ("source", "target"), ("from", "to"), ("source_id", "target_id"), ("source id", "target id"),
    ("sourceid", "targetid"), ("from_id", "to_id"), ("fromid", "toid"),
    ("fromnodeid", "tonodeid"), ("src", "dst"), ("src", "dest"), ("tail", "head"),
    ("node1", "node2"), ("subject", "object"), ("sender", "receiver"), ("origin", "destination"),
    ("parent", "child"), ("start", "end"),
  ]
  private static let tails = Set(pairs.dropLast(4).map(\.0) + ["start"])
  private static let heads = Set(pairs.dropLast(4).map(\.1) + ["destination", "end"])
}
