import Evidence
import GraphCore

/// The statements of FollowTheMoney: a value of a property of an entity on a row, with the collection
/// that it comes from. Rows become entities, and these a network.
struct FollowTheMoneyStatements {
  private let text: NetworkText
  private let options: NetworkOptions

  /// Prepares the reading of a text.
  init(text: NetworkText, options: NetworkOptions) {
    self.text = text
    self.options = options
  }

  /// The columns of a file in the order in which `ftm` writes them.
  static let columns = [
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
    "lang", "original_value", "external", "first_seen", "last_seen", "id",
  ]

  /// Whether a line names such columns.
  static func isHeader(_ line: some StringProtocol) -> Bool {
    let names = line.split(separator: ",").map { name in
      String(name.filter { $0 != "\"" && !$0.isWhitespace })
    }
    return ["entity_id", "prop", "schema", "value"].allSatisfy(names.contains)
  }

  /// Reads the whole.
  func read() throws(NetworkError) -> PlainNetwork {
    var groups = FollowTheMoneyGroups()
    var skipped = SkippedRecords()
    do throws(Fault) {
      try text.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
        var cursor = JSONCursor(bytes, options: options)
        if cursor.peek() == UInt8(ascii: "{") {
          try readLines(bytes, &groups, &skipped)
        } else {
          try readRows(bytes, &groups, &skipped)
        }
      }
    } catch {
      throw text.error(error)
    }
    let lines = Array(groups.entities.map(\.line).joined().utf8)
    var network = try FollowTheMoneyReader(
      text: NetworkText(bytes: Column(lines), path: text.path), options: options
    ).read()
    if skipped.count > 0 { network.skipped = skipped }
    return network
  }

  private func skip(_ fault: Fault, _ skipped: inout SkippedRecords) throws(Fault) {
    guard options.isLenient else { throw fault }
    skipped.add(fault)
  }

  private func readLines(
    _ bytes: UnsafeBufferPointer<UInt8>, _ groups: inout FollowTheMoneyGroups,
    _ skipped: inout SkippedRecords
  ) throws(Fault) {
    var lines = JSONLines(bytes, options: options)
    while var line = lines.next() {
      let offset = line.at
      do throws(Fault) {
        let row = try line.value()
        try line.finish()
        func text(_ name: String) -> String { row[name]?.attributeValue?.text ?? "" }
        try groups.add(text, offset: offset)
      } catch {
        try skip(error, &skipped)
      }
    }
  }

  private func readRows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ groups: inout FollowTheMoneyGroups,
    _ skipped: inout SkippedRecords
  ) throws(Fault) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var reader = TableReader(
      bytes, from: start, separator: UInt8(ascii: ","), mostTextBytes: options.mostTextBytes)
    var cells: [TableReader.Cell] = []
    guard try reader.record(into: &cells) else {
      throw Fault(
        offset: 0, message: "there is no statement in the file",
        mend: "write a line of column names, and a row a statement")
    }
    var columns: [String: Int] = [:]
    for (number, cell) in cells.enumerated() {
      let name = try Self.text(cell, bytes)
      if columns[name] == nil { columns[name] = number }
    }
    for name in ["entity_id", "prop", "schema", "value"] where columns[name] == nil {
      throw Fault(
        offset: start, message: "the line of column names has no '\(name)'",
        mend: "write the statements with 'ftm statements -f csv'")
    }
    while true {
      do throws(Fault) {
        guard try reader.record(into: &cells) else { return }
        var texts: [String: String] = [:]
        for (name, number) in columns where number < cells.count {
          texts[name] = try Self.text(cells[number], bytes)
        }
        try groups.add({ texts[$0] ?? "" }, offset: cells.first?.place ?? start)
      } catch {
        if reader.isBroken { throw error }
        try skip(error, &skipped)
      }
    }
  }

  private static func text(
    _ cell: TableReader.Cell, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(Fault) -> String {
    guard let text = String(validating: bytes[cell.start..<cell.end], as: UTF8.self) else {
      throw Fault(
        offset: cell.place, message: "the text is no UTF-8 text",
        mend: "convert the file, for example with 'iconv -f LATIN1 -t UTF-8'")
    }
    guard cell.hasDoubled else { return text }
    var halved = String.UnicodeScalarView()
    var wasMark = false
    for scalar in text.unicodeScalars {
      wasMark = scalar == "\"" && !wasMark
      if !wasMark { halved.append(scalar) }
    }
    return String(halved)
  }
}

/// Statements by the entity that they are about.
struct FollowTheMoneyGroups {
  /// The entities in the order in which they first appear.
  private(set) var entities: [FollowTheMoneyEntity] = []
  private var places: [String: Int] = [:]
  private var seen: Set<[String]> = []

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - text: The text of a column; empty if there is none.
  ///   - offset: Where the row begins.
  /// - Throws: ``Fault`` if the row lacks what it needs.
  mutating func add(_ text: (String) -> String, offset: Int) throws(Fault) {
    let canonical = text("canonical_id")
    let entity = text("entity_id")
    let id = canonical.isEmpty ? entity : canonical
    var (schema, property) = (text("schema"), text("prop"))
    // Packed files name both in one word.
    if let colon = property.firstIndex(of: ":") {
      if schema.isEmpty { schema = String(property[..<colon]) }
      property = String(property[property.index(after: colon)...])
    }
    guard !id.isEmpty, !property.isEmpty, !schema.isEmpty else {
      throw Fault(
        offset: offset, message: "a statement lacks its entity, property or schema",
        mend: "fill in entity_id, prop and schema")
    }
    let place: Int
    if let known = places[id] {
      place = known
      entities[known].schema = Self.joined(entities[known].schema, schema)
    } else {
      place = entities.count
      places[id] = place
      entities.append(FollowTheMoneyEntity(id: id, schema: schema))
    }
    let dataset = text("dataset")
    if !dataset.isEmpty, seen.insert([id, dataset]).inserted {
      entities[place].datasets.append(dataset)
    }
    // A row of the property `id` only says that there is such an entity.
    if property != "id" { entities[place].add(property, text("value")) }
  }

  /// The narrower of two schemata, or the first one.
  private static func joined(_ left: String, _ right: String) -> String {
    if left == right { return left }
    return FollowTheMoneyModel.standard[right]?.isA(left) == true ? right : left
  }
}
