import Evidence

/// A graph of evidence as a table of statements: first a row for the graph, then one for each source,
/// declared asserter and entity, then one for each statement.
///
/// It begins with a byte order mark, without which Excel takes the text for another encoding.
struct StatementTableText {
  private let graph: InfluenceGraph
  private let corpus: String?

  /// Prepares a table.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - corpus: The corpus folder to name in the file; `nil` leaves the usual one.
  init(_ graph: InfluenceGraph, corpus: String?) {
    self.graph = graph
    self.corpus = corpus
  }

  private typealias Row = [String: String]

  /// Writes the table: of the columns those that a row has, and those that every table has.
  func write(to output: inout PiecedOutput) throws {
    let rows = rows
    var used = StatementColumns.core
    for row in rows { used.formUnion(row.keys) }
    let columns = StatementColumns.all.filter(used.contains)
    try output.write("\u{FEFF}")
    try TableCells.writeRow(columns, separator: ",", to: &output)
    for row in rows {
      let cells = columns.map { row[$0] ?? "" }
      guard !cells.contains(where: { $0.utf8.contains(0) }) else {
        throw GraphWriter.Refusal(
          description: "a text holds a byte of value 0, which has no place in a table; take it out")
      }
      try TableCells.writeRow(cells, separator: ",", to: &output)
    }
  }

  private var rows: [Row] {
    var header: Row = ["graph-title": graph.title]
    header["graph-about"] = graph.about
    header["graph-depth"] = graph.depth?.rawValue
    header["graph-corpus"] = corpus
    return [header] + graph.sources.map(row) + graph.asserters.map(row) + graph.entities.map(row)
      + graph.statements.map(row)
  }

  private func row(_ source: Source) -> Row {
    guard source.home != .corpus else { return ["source": source.id] }
    return row(NativeFields.source(source), what: "source")
  }

  private func row(_ asserter: DeclaredAsserter) -> Row {
    row(NativeFields.asserter(asserter), what: "asserter")
  }

  private func row(_ entity: Entity) -> Row {
    var fields = NativeFields.entity(entity)
    if let place = fields.firstIndex(where: { $0.key == "collective" }),
      case .mapping(let inner) = fields[place].value
    {
      fields.replaceSubrange(place...place, with: inner)
    }
    var row = row(fields, what: "entity")
    // A name that is no id would be taken for a name only.
    if row["entity-name"] == nil, NameIds.id(of: entity.id) != entity.id {
      row["entity-name"] = entity.name
    }
    return row
  }

  private func row(_ fields: [Field], what: String) -> Row {
    var row: Row = [:]
    for field in fields {
      row[field.key == "id" ? what : what + "-" + field.key] = Self.cell(field.value)
    }
    return row
  }

  private func row(_ statement: Statement) -> Row {
    var row: Row = [:]
    for field in NativeFields.statement(statement) {
      switch (field.key, field.value) {
      case ("cite", .mapping(let inner)), ("when", .mapping(let inner)):
        for field in inner { row[field.key] = Self.cell(field.value) }
      case ("subject", .text(let id)), ("object", .text(let id)):
        row[field.key] = CellList.cell([id])
      case ("share", .text(let share)): row[field.key] = ShareCell.cell(share)
      default: row[field.key] = Self.cell(field.value)
      }
    }
    return row
  }

  private static func cell(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let texts): CellList.cell(texts)
    case .mapping: NativeWriter.json(value).text()
    }
  }
}
