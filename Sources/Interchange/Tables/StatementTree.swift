import Evidence

/// Makes a document of the native format of the rows of a table of statements.
struct StatementTree {
  private let path: String
  /// What is wrong with the table beside what the native format finds.
  private(set) var findings: [Finding] = []

  private typealias Mark = DocumentTree.Mark
  private typealias Entry = DocumentTree.Entry

  /// Cells that belong together, collected from one row or more.
  private struct Part {
    var id: String
    var mark: DocumentTree.Mark
    var cells: [String: StatementRow.Cell] = [:]
  }

  private var graph: [String: StatementRow.Cell] = [:]
  private var sources: [Part] = []
  private var sourcePlaces: [String: Int] = [:]
  private var sourceTitles: [String: String] = [:]
  private var asserters: [Part] = []
  private var asserterPlaces: [String: Int] = [:]
  private var entities: [Part] = []
  private var entityPlaces: [String: Int] = [:]

  /// Prepares a document.
  ///
  /// - Parameter path: The path to name in messages.
  init(path: String) { self.path = path }

  private mutating func error(_ cell: StatementRow.Cell, _ message: String, mend: String) {
    findings.append(
      Finding(
        .error, rule: "table", message: message, mend: mend,
        location: Location(file: path, line: cell.mark.line, column: cell.mark.column)))
  }

  /// Takes in what a row says of sources, asserters, entities and the graph.
  mutating func add(_ row: StatementRow) {
    guard let first = row.first else { return }
    guard let sort = StatementColumns.row({ row[$0] != nil }) else {
      error(
        first, "the row is no statement and describes nothing",
        mend: "give it a subject, or name the entity, the source or the asserter that it describes")
      return
    }
    for cell in row.cells where !StatementColumns.belongs(cell.column, to: sort) {
      error(
        cell, "the column '\(cell.column)' has no meaning in a row about \(Self.name(sort))",
        mend: "leave the cell empty, or write it in a row of its own")
    }
    var whole = graph
    for cell in row.cells where StatementColumns.graph.contains(cell.column) {
      merge(cell, into: &whole, what: "the graph")
    }
    graph = whole
    if sort == .statement || sort == .source { addSource(row) }
    if sort == .statement || sort == .asserter { addAsserter(row, isStatement: sort == .statement) }
    if sort == .entity { addEntity(row) }
  }

  private static func name(_ row: StatementColumns.Row) -> String {
    switch row {
    case .statement: "a statement"
    case .entity: "an entity"
    case .asserter: "an asserter"
    case .source: "a source"
    case .graph: "the graph"
    }
  }

  private mutating func merge(
    _ cell: StatementRow.Cell, into cells: inout [String: StatementRow.Cell], what: String
  ) {
    guard let known = cells[cell.column] else {
      cells[cell.column] = cell
      return
    }
    guard known.text != cell.text else { return }
    error(
      cell,
      "'\(Fault.cut(cell.text))' is another \(cell.column) of \(what) than "
        + "'\(Fault.cut(known.text))' in line \(known.mark.line)",
      mend: "write the same in both rows, or in one of them only")
  }

  private mutating func addSource(_ row: StatementRow) {
    guard let id = sourceId(row), let place = row["source"] ?? row["source-title"] else { return }
    if sourcePlaces[id] == nil {
      sourcePlaces[id] = sources.count
      sources.append(Part(id: id, mark: place.mark))
    }
    guard let index = sourcePlaces[id] else { return }
    var cells = sources[index].cells
    for column in StatementColumns.source {
      if let cell = row[column] { merge(cell, into: &cells, what: "the source '\(id)'") }
    }
    sources[index].cells = cells
  }

  /// The source of a row: by its id, or by its title.
  private mutating func sourceId(_ row: StatementRow) -> String? {
    if let id = row["source"]?.text {
      if let title = row["source-title"]?.text, sourceTitles[title] == nil {
        sourceTitles[title] = id
      }
      return id
    }
    guard let title = row["source-title"]?.text else { return nil }
    if let id = sourceTitles[title] { return id }
    var ids = NameIds(used: Set(sourcePlaces.keys))
    let id = ids.take(title)
    sourceTitles[title] = id
    return id
  }

  private mutating func addAsserter(_ row: StatementRow, isStatement: Bool) {
    let own = StatementColumns.asserter.compactMap { row[$0] }
    guard let name = row["asserter"] else {
      if let cell = own.first {
        error(
          cell, "the row names no asserter", mend: "name it in the column 'asserter'")
      }
      return
    }
    guard !isStatement || !own.isEmpty else { return }
    if asserterPlaces[name.text] == nil {
      asserterPlaces[name.text] = asserters.count
      asserters.append(Part(id: name.text, mark: name.mark))
    }
    guard let index = asserterPlaces[name.text] else { return }
    var cells = asserters[index].cells
    for cell in own { merge(cell, into: &cells, what: "the asserter '\(name.text)'") }
    asserters[index].cells = cells
  }

  private mutating func addEntity(_ row: StatementRow) {
    guard let named = row["entity"] else { return }
    var id = named.text
    var part = Part(id: id, mark: named.mark)
    for cell in row.cells where StatementColumns.entity.contains(cell.column) {
      part.cells[cell.column] = cell
    }
    if row["entity-name"] == nil, NameIds.id(of: id) != id {
      var ids = NameIds(used: Set(entityPlaces.keys))
      id = ids.take(named.text)
      part.id = id
      part.cells["entity-name"] = named
    }
    guard entityPlaces[id] == nil else {
      error(
        named, "a second row describes the entity '\(Fault.cut(named.text))'",
        mend: "merge the two rows")
      return
    }
    entityPlaces[id] = entities.count
    entities.append(part)
  }
}

extension StatementTree {
  /// The document, once all rows were taken in.
  ///
  /// - Parameter rows: The same rows, for their statements.
  /// - Returns: The tree of the document.
  mutating func document(_ rows: [StatementRow]) -> DocumentTree {
    let start = DocumentTree.Mark(line: 1, column: 1)
    let names = NameReader(entities: entities.map(Self.entity), asserters: [])
    var ids = NameIds(used: Set(entityPlaces.keys))
    var mentioned: [String: String] = [:]
    var statements: [DocumentTree] = []
    for row in rows where StatementColumns.row({ row[$0] != nil }) == .statement {
      let source = sourceId(row)
      for end in ["subject", "object"] {
        guard let cell = row[end] else { continue }
        for text in CellList.texts(cell.text) {
          let id = entity(
            text, cell, in: source, names: names, ids: &ids, mentioned: &mentioned)
          if let kind = row[end + "-kind"], let id { setKind(kind, of: id, named: text) }
        }
      }
      statements.append(
        statement(row, source: source) { text in
          switch names.end(text, in: source) {
          case .id(let id): id
          case .many: text
          case .unknown: mentioned[Self.key(text)] ?? text
          }
        })
    }
    var entries = [Entry(key: "throughline", mark: start, value: .scalar("1", start))]
    let title = graph["graph-title"]
    entries.append(
      Entry(
        key: "title", mark: title?.mark ?? start,
        value: .scalar(title?.text ?? Self.stem(path), title?.mark ?? start)))
    for key in ["about", "depth", "corpus"] {
      guard let cell = graph["graph-" + key] else { continue }
      entries.append(Entry(key: key, mark: cell.mark, value: .scalar(cell.text, cell.mark)))
    }
    func add(_ key: String, _ items: [DocumentTree]) {
      guard !items.isEmpty else { return }
      entries.append(Entry(key: key, mark: start, value: .sequence(items, start)))
    }
    add(
      "sources",
      sources.map { part in
        part.cells.isEmpty
          ? .scalar(part.id, part.mark) : mapping(part, "source-", Keys.source)
      })
    add("asserters", asserters.map { mapping($0, "asserter-", Keys.asserter) })
    add("entities", entities.map { mapping($0, "entity-", Keys.entity) })
    add("statements", statements)
    return .mapping(entries, start)
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.firstIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func key(_ name: String) -> String {
    let key = FoldedName(name).key
    return key.isEmpty ? name : key
  }

  private static func entity(_ part: Part) -> Entity {
    Entity(
      id: part.id, kind: part.cells["entity-kind"]?.text ?? "",
      name: part.cells["entity-name"]?.text,
      aliases: part.cells["entity-aliases"].map { CellList.texts($0.text) } ?? [])
  }

  /// The id of an entity that a row names; `nil` if several fit, which the native reader reports.
  private mutating func entity(
    _ text: String, _ cell: StatementRow.Cell, in source: String?, names: NameReader,
    ids: inout NameIds, mentioned: inout [String: String]
  ) -> String? {
    switch names.end(text, in: source) {
    case .id(let id): return id
    case .many: return nil
    case .unknown:
      if let id = mentioned[Self.key(text)] { return id }
      let id = ids.take(text)
      mentioned[Self.key(text)] = id
      entityPlaces[id] = entities.count
      var part = Part(id: id, mark: cell.mark)
      part.cells["entity-name"] = StatementRow.Cell(
        column: "entity-name", text: text, mark: cell.mark)
      entities.append(part)
      return id
    }
  }

  private mutating func setKind(_ cell: StatementRow.Cell, of id: String, named name: String) {
    guard let index = entityPlaces[id] else { return }
    guard let known = entities[index].cells["entity-kind"] else {
      entities[index].cells["entity-kind"] = StatementRow.Cell(
        column: "entity-kind", text: cell.text, mark: cell.mark)
      return
    }
    guard known.text != cell.text else { return }
    error(
      cell,
      "'\(Fault.cut(name))' is of kind '\(Fault.cut(cell.text))' here, and of kind "
        + "'\(Fault.cut(known.text))' in line \(known.mark.line)",
      mend: "write one kind, or two names if they are two")
  }

  /// The mapping of a source, an asserter or an entity.
  private mutating func mapping(_ part: Part, _ prefix: String, _ keys: [String]) -> DocumentTree {
    var entries = [Entry(key: "id", mark: part.mark, value: .scalar(part.id, part.mark))]
    for key in keys {
      if key == "collective" {
        if let value = collective(part) { entries.append(value) }
        continue
      }
      guard let cell = part.cells[prefix + key] else { continue }
      let value: DocumentTree
      switch key {
      case "aliases", "interest-in": value = Self.list(cell)
      case "aliases-in": value = inner(cell)
      default: value = .scalar(cell.text, cell.mark)
      }
      entries.append(Entry(key: key, mark: cell.mark, value: value))
    }
    return .mapping(entries, part.mark)
  }

  private func collective(_ part: Part) -> DocumentTree.Entry? {
    let inner = ["members", "size"].compactMap { key -> DocumentTree.Entry? in
      guard let cell = part.cells["entity-" + key] else { return nil }
      return Entry(
        key: key, mark: cell.mark,
        value: key == "members" ? Self.list(cell) : .scalar(cell.text, cell.mark))
    }
    let flag = part.cells["entity-collective"]
    if let first = inner.first {
      return Entry(key: "collective", mark: first.mark, value: .mapping(inner, first.mark))
    }
    guard let flag, flag.text != "no", flag.text != "false" else { return nil }
    return Entry(key: "collective", mark: flag.mark, value: .scalar(flag.text, flag.mark))
  }

  private static func list(_ cell: StatementRow.Cell) -> DocumentTree {
    .sequence(CellList.texts(cell.text).map { .scalar($0, cell.mark) }, cell.mark)
  }

  /// A mapping that a cell holds as JSON.
  private mutating func inner(_ cell: StatementRow.Cell) -> DocumentTree {
    do throws(DocumentTree.Failure) {
      return try DocumentTree.parse(cell.text).moved(to: cell.mark)
    } catch {
      self.error(
        cell, "the cell is no JSON: \(error.message)",
        mend: "write it as {\"source-id\": [\"alias\"]}")
      return .scalar("", cell.mark)
    }
  }

  private func statement(
    _ row: StatementRow, source: String?, id: (String) -> String
  ) -> DocumentTree {
    let start = row.first?.mark ?? DocumentTree.Mark(line: 1, column: 1)
    var entries: [DocumentTree.Entry] = []
    var cite: [DocumentTree.Entry] = []
    var when: [DocumentTree.Entry] = []
    for cell in row.cells {
      let scalar = DocumentTree.scalar(cell.text, cell.mark)
      switch cell.column {
      case "subject", "object":
        let ids = CellList.texts(cell.text).map(id)
        let value: DocumentTree =
          ids.count > 1
          ? .sequence(ids.map { .scalar($0, cell.mark) }, cell.mark)
          : .scalar(ids.first ?? cell.text, cell.mark)
        entries.append(Entry(key: cell.column, mark: cell.mark, value: value))
      case "via", "about":
        entries.append(Entry(key: cell.column, mark: cell.mark, value: Self.list(cell)))
      case "before", "after", "by":
        when.append(Entry(key: cell.column, mark: cell.mark, value: scalar))
      case "paragraph", "quote", "at":
        cite.append(Entry(key: cell.column, mark: cell.mark, value: scalar))
      case let column where Keys.statement.contains(column):
        entries.append(Entry(key: column, mark: cell.mark, value: scalar))
      default: break
      }
    }
    if let first = when.first {
      if let date = row["when"] {
        entries.removeAll { $0.key == "when" }
        when.insert(
          Entry(key: "when", mark: date.mark, value: .scalar(date.text, date.mark)), at: 0)
      }
      entries.append(Entry(key: "when", mark: first.mark, value: .mapping(when, first.mark)))
    }
    if let source {
      let mark = (row["source"] ?? row["source-title"])?.mark ?? start
      cite.insert(Entry(key: "source", mark: mark, value: .scalar(source, mark)), at: 0)
    }
    entries.append(Entry(key: "cite", mark: start, value: .mapping(cite, start)))
    return .mapping(entries, start)
  }
}

extension DocumentTree {
  /// The same tree with everything at one place.
  func moved(to mark: Mark) -> DocumentTree {
    switch self {
    case .scalar(let text, _): .scalar(text, mark)
    case .sequence(let items, _): .sequence(items.map { $0.moved(to: mark) }, mark)
    case .mapping(let entries, _):
      .mapping(
        entries.map { Entry(key: $0.key, mark: mark, value: $0.value.moved(to: mark)) }, mark)
    }
  }
}
