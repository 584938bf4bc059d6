public import Evidence

/// Writes a graph in the native format, always the same bytes for the same graph.
public struct NativeWriter: Sendable {
  /// The form of the statements.
  public var form: Reading.Form
  /// The corpus folder to name in the file; `nil` leaves the usual one.
  public var corpus: String?
  /// Comment lines, each with its `#`, to write before parts of the graph.
  public var comments: [Place.Item: [String]]
  /// Comment lines to write at the end.
  public var closingComments: [String]

  /// Prepares a writer.
  ///
  /// - Parameters:
  ///   - form: The form of the statements.
  ///   - corpus: The corpus folder to name in the file.
  ///   - comments: Comment lines to write before parts of the graph.
  ///   - closingComments: Comment lines to write at the end.
  public init(
    form: Reading.Form = .long, corpus: String? = nil, comments: [Place.Item: [String]] = [:],
    closingComments: [String] = []
  ) {
    self.form = form
    self.corpus = corpus
    self.comments = comments
    self.closingComments = closingComments
  }

  /// Writes a graph as YAML.
  ///
  /// In the short form statements are grouped by source and paragraph, in the order in which these
  /// first occur.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The text, with a newline at its end.
  /// - Complexity: O(n) in the size of the graph.
  public func yaml(_ graph: InfluenceGraph) -> String {
    var out = comment(.document, indent: 0)
    for field in header(graph) { out += Self.block([field], indent: 0) }
    out += section("sources", graph.sources, item: Place.Item.source) { source in
      source.home == .corpus
        ? "  - \(YAMLText.scalar(source.id))\n" : Self.entry(NativeFields.source(source))
    }
    out += section("asserters", graph.asserters, item: Place.Item.asserter) {
      Self.entry(NativeFields.asserter($0))
    }
    out += section("entities", graph.entities, item: Place.Item.entity) {
      Self.entry(NativeFields.entity($0))
    }
    switch form {
    case .long:
      out += section("statements", graph.statements, item: Place.Item.statement) {
        Self.entry(NativeFields.statement($0))
      }
    case .short: out += shortStatements(graph)
    }
    for line in closingComments { out += line + "\n" }
    return out
  }

  /// Writes a graph as JSON, in the long form.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The text, with a newline at its end.
  public func json(_ graph: InfluenceGraph) -> String {
    var members = header(graph).map { JSONValue.Member($0.key, Self.json($0.value)) }
    func add(_ key: String, _ values: [JSONValue]) {
      if !values.isEmpty { members.append(.init(key, .array(values))) }
    }
    add(
      "sources",
      graph.sources.map {
        $0.home == .corpus ? .string($0.id) : Self.json(.mapping(NativeFields.source($0)))
      })
    add("asserters", graph.asserters.map { Self.json(.mapping(NativeFields.asserter($0))) })
    add("entities", graph.entities.map { Self.json(.mapping(NativeFields.entity($0))) })
    add("statements", graph.statements.map { Self.json(.mapping(NativeFields.statement($0))) })
    return JSONValue.object(members).text(pretty: true) + "\n"
  }

  private func header(_ graph: InfluenceGraph) -> [Field] {
    [Field("throughline", .number(1)), Field("title", .text(graph.title))]
      + Field.optional("about", graph.about) + Field.optional("depth", graph.depth?.rawValue)
      + Field.optional("corpus", corpus)
  }

  private func section<T>(
    _ name: String, _ items: [T], item: (Int) -> Place.Item, each: (T) -> String
  ) -> String {
    guard !items.isEmpty else { return "" }
    return "\(name):\n"
      + items.enumerated().map { index, value in
        comment(item(index), indent: 2) + each(value)
      }.joined()
  }

  private func comment(_ item: Place.Item, indent: Int) -> String {
    (comments[item] ?? []).map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
  }
}

extension NativeWriter {
  private func shortStatements(_ graph: InfluenceGraph) -> String {
    guard !graph.statements.isEmpty else { return "" }
    var out = "statements:\n"
    for (source, paragraphs) in Self.grouped(graph.statements) {
      out += "  \(YAMLText.key(source, indent: 2))\n"
      for (paragraph, indices) in paragraphs {
        out += "    \(YAMLText.key(paragraph?.description ?? "document", indent: 4))\n"
        for (number, index) in indices.enumerated() {
          let statement = graph.statements[index]
          let provisional = Statement.provisionalId(
            source: source, paragraphs: paragraph, number: number + 1)
          out += comment(.statement(index), indent: 6)
          out += Self.line(
            statement, showsId: statement.id != provisional,
            finds: statement.citation.quote?.range == graph.placeOfQuote(in: statement.citation))
        }
      }
    }
    return out
  }

  private static func grouped(
    _ statements: [Statement]
  ) -> [(String, [(ParagraphSet?, [Int])])] {
    var sources: [String] = []
    var paragraphs: [String: [ParagraphSet?]] = [:]
    var members: [String: [ParagraphSet?: [Int]]] = [:]
    for (index, statement) in statements.enumerated() {
      let citation = statement.citation
      if members[citation.source] == nil { sources.append(citation.source) }
      if members[citation.source]?[citation.paragraphs] == nil {
        paragraphs[citation.source, default: []].append(citation.paragraphs)
      }
      members[citation.source, default: [:]][citation.paragraphs, default: []].append(index)
    }
    return sources.map { source in
      (source, (paragraphs[source] ?? []).map { ($0, members[source]?[$0] ?? []) })
    }
  }

  /// A statement of the short form: one line, or its keys where the line cannot hold it.
  ///
  /// `finds` tells whether a reader finds the quote where the statement has it.
  private static func line(_ statement: Statement, showsId: Bool, finds: Bool) -> String {
    guard finds, let line = ShortFormWriter.line(statement), !showsId || statement.id != "subject"
    else {
      let fields = NativeFields.statement(statement).filter { $0.key != "id" || showsId }
      return entry(fields, indent: 6)
    }
    let text = YAMLText.scalar(line)
    return showsId
      ? "      - \(YAMLText.key(statement.id, indent: 8)) \(text)\n" : "      - \(text)\n"
  }

  /// An entry of a list, one key a line.
  private static func entry(_ fields: [Field], indent: Int = 2) -> String {
    let space = String(repeating: " ", count: indent)
    let body = block(fields, indent: indent + 2)
    return space + "- " + body.dropFirst(indent + 2)
  }

  private static func block(_ fields: [Field], indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    return fields.map { field in
      let value: String
      if case .text(let text) = field.value {
        value = YAMLText.block(text, indent: indent + 2)
      } else {
        value = flow(field.value, inFlow: false)
      }
      return "\(space)\(field.key): \(value)\n"
    }.joined()
  }

  private static func flow(_ value: FieldValue, inFlow: Bool) -> String {
    switch value {
    case .text(let text): YAMLText.scalar(text, inFlow: inFlow)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let texts): YAMLText.list(texts)
    case .mapping(let fields):
      "{"
        + fields.map {
          "\(YAMLText.flowKey($0.key)) \(flow($0.value, inFlow: true))"
        }.joined(separator: ", ") + "}"
    }
  }

  static func json(_ value: FieldValue) -> JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    case .flag(let flag): .bool(flag)
    case .list(let texts): .array(texts.map(JSONValue.string))
    case .mapping(let fields): .object(fields.map { .init($0.key, json($0.value)) })
    }
  }
}
