internal import Evidence
internal import InfluenceAnalysis

extension FigureData {
  /// The data for the script, as JSON that can stand in a `script` element of HTML and of XML.
  ///
  /// What is empty is left out, so that a large plain network stays small.
  var json: String {
    var members: [JSONValue.Member] = [
      .init("evidence", .bool(figure.network != nil)),
      .init("directed", .bool(lines.contains { $0.line.isDirected })),
    ]
    if let groupName { members.append(.init("groups", .string(groupName))) }
    if let context {
      members += [
        .init("kinds", Self.names(Set(nodes.map(\.node.kind)), context.kind)),
        .init(
          "relations",
          Self.names(Set(lines.map(\.line.relation))) {
            context.relation($0, isReversed: false)
          }),
      ]
    }
    members += [
      .init("nodes", .array(nodes.map(value))), .init("lines", .array(lines.map(value))),
      .init("hops", .array(hops.map(value))), .init("chains", .array(known.map(value))),
      .init("statements", .array(statements.map(value))),
      .init("sources", .array(sources.map(value))),
    ]
    return Self.embedded(JSONValue.object(members).text())
  }

  /// JSON has these characters in strings only, where an escape means the same.
  static func embedded(_ json: String) -> String {
    var out = ""
    out.reserveCapacity(json.utf8.count)
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<": out += "\\u003c"
      case ">": out += "\\u003e"
      case "&": out += "\\u0026"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// An object without its empty members.
  private static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(
      members.compactMap { key, value in
        switch value {
        case .null, .array([]), .bool(false): nil
        default: JSONValue.Member(key, value)
        }
      })
  }

  /// The names of what the data call by ids.
  private static func names(_ ids: Set<String>, _ name: (String) -> String) -> JSONValue {
    .object(
      ids.filter { !$0.isEmpty }.sorted().map {
        JSONValue.Member(VisibleText.line($0), .string(VisibleText.line(name($0))))
      })
  }

  private static func integers(_ values: [Int]) -> JSONValue {
    .array(values.map(JSONValue.integer))
  }

  private static func facts(_ facts: [InteractiveFigure.Fact]) -> JSONValue {
    .array(
      facts.map {
        .array([.string(VisibleText.line($0.name)), .string(VisibleText.line($0.value))])
      })
  }

  private static func text(_ text: String?) -> JSONValue { .optional(text.map(VisibleText.line)) }

  private func value(_ node: Node) -> JSONValue {
    let own = node.node
    return Self.object([
      "id": .string(own.id), "name": .string(VisibleText.line(own.name)),
      "kind": own.kind.isEmpty ? .null : .string(VisibleText.line(own.kind)),
      "tag": .optional(node.tag), "detail": Self.text(own.detail),
      "several": .bool(own.isCollective),
      "aliases": .array(node.aliases.map { .string(VisibleText.line($0)) }),
      "dates": .array(
        node.dates.map { .string(VisibleText.line($0)) }),
      "first": .optional(node.date?.first?.description),
      "last": .optional(node.date?.last?.description), "group": Self.text(node.group),
      "note": Self.text(node.note), "facts": Self.facts(node.facts),
      "said": Self.integers(node.said), "ends": Self.integers(node.collectives),
      // A picture without a network says in its tooltip what is known.
      "tooltip": figure.network == nil && node.facts.isEmpty ? Self.text(own.tooltip) : .null,
    ])
  }

  private func value(_ line: Line) -> JSONValue {
    let own = line.line
    return Self.object([
      "tail": .integer(line.tail), "head": .integer(line.head), "tag": .optional(line.tag),
      "label": own.label.isEmpty ? .null : Self.text(own.label),
      "relation": own.standing == .tie ? .null : Self.text(own.relation),
      "degree": own.standing == .tie ? .null : .string(own.degree.rawValue),
      "standing": .string(own.standing.words), "probability": .optional(own.probability),
      "undirected": .bool(!own.isDirected), "sentence": Self.text(line.sentence),
      "phrase": Self.text(line.phrase), "when": Self.text(line.when),
      "first": .optional(line.days.first?.description),
      "last": .optional(line.days.last?.description), "facts": Self.facts(line.facts),
      "statements": Self.integers(line.statements), "implied": Self.integers(line.implied),
      "tooltip": line.sentence == nil && figure.network != nil ? Self.text(own.tooltip) : .null,
    ])
  }

  private func value(_ hop: Hop) -> JSONValue {
    let forAll: JSONValue =
      hop.probabilityForAll == hop.probability ? .null : .number(hop.probabilityForAll ?? 0)
    return Self.object([
      "tail": .integer(hop.tail), "head": .integer(hop.head), "p": .number(hop.probability),
      // Where a collective stands for a member.
      "all": forAll, "degree": .string(hop.degree.rawValue), "group": .bool(hop.entersGroup),
      "lines": Self.integers(hop.lines),
    ])
  }

  private func value(_ known: Known) -> JSONValue {
    Self.object([
      "nodes": Self.integers(known.nodes), "p": .number(known.chain.probability),
      "any": .number(known.connection), "order": .string(known.chain.order.rawValue),
      "group": .bool(known.chain.crossesGroup),
    ])
  }

  private func value(_ statement: Statement) -> JSONValue {
    guard let context else { return .null }
    return Self.object([
      "id": .string(VisibleText.line(statement.id)),
      "says": Self.text(context.sentenceWords(statement)),
      "stance": statement.stance == .affirms ? .null : .string(statement.stance.rawValue),
      "voice": Self.text(context.voice(of: statement)),
      "hedges": .array(context.hedges(of: statement).map { .string(VisibleText.line($0)) }),
      "modality": .string(statement.modality.rawValue),
      "grade": .string(context.grade(of: statement)),
      "source": source(statement.citation.source).map(JSONValue.integer) ?? .null,
      "place": Self.text(context.place(of: statement)),
      "quote": Self.text(statement.citation.quote?.text),
      "when": Self.text(statement.when.map(context.text)),
      "said": Self.text(statement.said?.text),
    ])
  }

  private func value(_ source: Source) -> JSONValue {
    Self.object([
      "id": .string(VisibleText.line(source.id)), "title": Self.text(source.title),
      "publisher": Self.text(source.publisher), "author": Self.text(source.author),
      "date": Self.text(source.published.map { context?.text(of: $0) ?? $0.text }),
      "reliability": .optional(source.reliability?.rawValue),
      // Only what is safe to follow is handed over at all.
      "url": .optional(source.url.flatMap { MarkupText.isSafe(address: $0) ? $0 : nil }),
      "anchor": .string(anchor(of: source)),
    ])
  }

  /// The id on the page of an entry of a source.
  func anchor(of source: Source) -> String { figure.idPrefix + Anchor.source(source.id) }
}

extension Standing {
  /// The standing as a reader filters by it.
  var words: String {
    switch self {
    case .influence: "influence"
    case .disputed: "disputed"
    case .lead: "lead"
    case .claimedOnly: "claimed only"
    case .denied: "denied"
    case .tie: "tie"
    }
  }
}
