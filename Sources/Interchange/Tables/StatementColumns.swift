import Evidence

/// The columns of a table of statements: the keys of the native format, flattened.
///
/// A row is a statement, or describes an entity, a source, a declared asserter or the graph itself.
/// Keys within others bear the name of what they belong to before them: `source-title`, `entity-born`.
enum StatementColumns {
  /// What a row is about.
  enum Row: String {
    case statement, entity, asserter, source, graph
  }

  /// Columns that only a statement has.
  static let statement = [
    "id", "subject", "subject-kind", "relation", "object", "object-kind", "attribute", "value",
    "stance", "so-far", "modality", "asserter", "via", "credibility", "confirmed-by", "interested",
    "when", "before", "after", "by", "said", "through", "about", "share", "of", "role", "words",
    "sic", "note", "source", "paragraph", "quote", "at",
  ]
  /// Columns of sources beside their id; they may stand in the row of any statement that cites it.
  static let source = Keys.source.filter { $0 != "id" }.map { "source-" + $0 }
  /// Columns of declared asserters beside their id.
  static let asserter = Keys.asserter.filter { $0 != "id" }.map { "asserter-" + $0 }
  /// Columns of entities.
  static let entity =
    ["entity"]
    + Keys.entity.filter { $0 != "id" }.flatMap { key in
      key == "collective"
        ? ["entity-collective", "entity-members", "entity-size"] : ["entity-" + key]
    }
  /// Columns of the graph itself.
  static let graph = ["graph-title", "graph-about", "graph-depth", "graph-corpus"]

  /// All columns, in the order in which they are written.
  static let all = statement + source + asserter + entity + graph
  /// Columns that are written even if no row has a value.
  static let core: Set = [
    "id", "subject", "relation", "object", "attribute", "value", "source", "paragraph", "quote",
  ]
  /// Columns of truth values, in which spreadsheets change the case.
  static let flags: Set = ["so-far", "interested", "entity-collective"]

  /// The name of a column as it is looked up: in lower case, with hyphens between words.
  static func folded(_ name: String) -> String {
    String(name.trimmingSpaces.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  /// Whether the first line of a table is that of a table of statements.
  static func tell(_ header: TableHeader) -> Bool {
    let names = Set(header.names.map(folded))
    return names.contains("subject") && (names.contains("relation") || names.contains("attribute"))
      && (names.contains("source") || names.contains("source-title"))
  }

  /// Whether the first line would be that of a table of statements if it named a source.
  static func tellWithoutSource(_ header: TableHeader) -> Bool {
    let names = Set(header.names.map(folded))
    let own: Set = [
      "subject-kind", "object-kind", "stance", "modality", "asserter", "paragraph", "quote",
    ]
    return names.contains("subject") && (names.contains("relation") || names.contains("attribute"))
      && !names.isDisjoint(with: own)
  }

  /// What a row is about, by the columns that have a value; `nil` if that is not clear.
  static func row(_ filled: (String) -> Bool) -> Row? {
    if ["subject", "relation", "object", "attribute", "value"].contains(where: filled) {
      return .statement
    }
    if filled("entity") { return .entity }
    if filled("asserter") { return .asserter }
    if filled("source") || source.contains(where: filled) { return .source }
    return graph.contains(where: filled) ? .graph : nil
  }

  /// Whether a column has a meaning in a row of a sort.
  static func belongs(_ column: String, to row: Row) -> Bool {
    switch row {
    case .statement: !entity.contains(column)
    case .entity: entity.contains(column) || graph.contains(column)
    case .asserter: column == "asserter" || asserter.contains(column) || graph.contains(column)
    case .source: column == "source" || source.contains(column) || graph.contains(column)
    case .graph: graph.contains(column)
    }
  }
}

/// Lists in a cell: texts between bars, or JSON where a text would be torn apart.
enum CellList {
  /// The cell of a list.
  static func cell(_ texts: [String]) -> String {
    let isPlain = texts.allSatisfy { text in
      !text.isEmpty && !text.contains("|") && text.trimmingSpaces == text
    }
    if isPlain, !texts.isEmpty, texts[0].first != "[" { return texts.joined(separator: " | ") }
    return JSONValue.array(texts.map(JSONValue.string)).text()
  }

  /// The texts of a cell.
  static func texts(_ cell: String) -> [String] {
    if cell.first == "[", case .sequence(let items, _)? = try? DocumentTree.parse(cell) {
      let texts = items.compactMap { item -> String? in
        if case .scalar(let text, _) = item { text } else { nil }
      }
      if texts.count == items.count { return texts }
    }
    return cell.split(separator: "|").map(\.trimmingSpaces).filter { !$0.isEmpty }
  }
}

/// Shares such as 6/8, which a spreadsheet would take for a day of June: they are written `6 of 8`.
enum ShareCell {
  /// The cell of a share.
  static func cell(_ share: String) -> String {
    let parts = share.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy(isNumber) ? "\(parts[0]) of \(parts[1])" : share
  }

  /// The share of a cell, in either way of writing.
  static func share(_ cell: String) -> String {
    let words = cell.split(separator: " ")
    return words.count == 3 && words[1].lowercased() == "of" && isNumber(words[0])
      && isNumber(words[2]) ? "\(words[0])/\(words[2])" : cell
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }
}

/// Ids for what a table names but gives no id: the words of the name, folded, with hyphens between.
struct NameIds {
  private var used: Set<String>
  /// The number that the next name of the same words gets at least.
  private var next: [String: Int] = [:]

  /// Starts with ids that are in use.
  init(used: Set<String>) { self.used = used }

  /// The words of a name as an id.
  static func id(of name: String) -> String {
    let words = FoldedName(name).words
    return words.isEmpty ? "unnamed" : words.joined(separator: "-")
  }

  /// A new id for a name; one that is in use gets a number.
  mutating func take(_ name: String) -> String {
    let stem = Self.id(of: name)
    var id = stem
    var number = next[stem] ?? 2
    while !used.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    next[stem] = number
    return id
  }
}
