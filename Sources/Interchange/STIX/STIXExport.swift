import Evidence

/// Writes a graph of evidence as a bundle of STIX 2.1.
///
/// Each object is a proper object of the standard for programs that know nothing of us, and keeps
/// its native form in an extension, by which the bundle is read back as the same graph. Only a link
/// that a source affirms becomes a relationship; what it denies is an opinion on the relationship that
/// others affirm, or a note where nobody does. What only the party that it credits affirms is a note:
/// ``StatementBearings`` tells it.
struct STIXExport {
  /// The graph.
  let graph: InfluenceGraph
  /// The corpus folder to name in the file; `nil` leaves the usual one.
  let corpus: String?
  /// Says statements in words.
  let sentence: StatementSentence
  /// The day of the earliest source, which stands for the making of what has no day of its own.
  let created: String
  /// The identifiers of the entities by their ids.
  let entityIds: [String: String]
  /// What each statement comes to, in their order.
  let bearings: [StatementBearing]
  /// What each statement becomes, in their order.
  let shapes: [StatementShape]
  /// The identifiers of the objects that stand for the statements, in their order.
  let statementIds: [String]

  /// What a statement becomes.
  enum StatementShape: Equatable {
    /// A relationship: a source affirms that it holds, or that a party claimed responsibility.
    case relationship
    /// An opinion on relationships, whose identifiers these are.
    case opinion([String])
    /// A note.
    case note
  }

  /// Decides what becomes of everything.
  init(_ graph: InfluenceGraph, corpus: String?) {
    self.graph = graph
    self.corpus = corpus
    sentence = StatementSentence(graph: graph)
    created =
      STIXTime.start(graph.sources.compactMap { Self.day(of: $0) }.min()) ?? STIXTime.unknown
    var entityIds: [String: String] = [:]
    for entity in graph.entities where entityIds[entity.id] == nil {
      entityIds[entity.id] = STIXName.id(
        Self.type(STIXMapping.shape(entity, graph.vocabulary), day: entity.date),
        "entity:" + entity.id)
    }
    self.entityIds = entityIds
    let bearings = StatementBearings(graph)
    self.bearings = graph.statements.map(bearings.bearing(of:))
    shapes = Self.shapes(graph, self.bearings, entityIds)
    statementIds = zip(graph.statements, shapes).map { Self.id(of: $0, $1) }
  }

  /// Writes the bundle, an object a line.
  func write(to output: inout PiecedOutput) throws {
    try output.write(
      "{\"type\":\"bundle\",\"id\":\"\(STIXName.id("bundle", "graph:" + graph.title))\",\"objects\":["
    )
    var separator = "\n"
    func add(_ object: JSONValue) throws {
      try output.write(separator + object.text())
      separator = ",\n"
    }
    try add(maker)
    try add(definition)
    try add(whole)
    for publisher in publishers { try add(self.publisher(publisher)) }
    for (position, asserter) in graph.asserters.enumerated() {
      try add(self.asserter(asserter, position))
    }
    for (position, entity) in graph.entities.enumerated() {
      try add(self.entity(entity, position))
    }
    for (position, source) in graph.sources.enumerated() {
      try add(self.source(source, position))
    }
    for position in graph.statements.indices { try add(statement(position)) }
    try output.write("\n]}\n")
  }

  /// The members that every object begins with.
  func begin(_ type: String, _ id: String, created: String) -> [JSONValue.Member] {
    [
      .init("type", .string(type)), .init("spec_version", .string("2.1")), .init("id", .string(id)),
      .init("created", .string(created)), .init("modified", .string(created)),
    ]
  }

  /// The extension that holds the native form of an entry.
  static func native(_ part: String, _ position: Int, _ value: JSONValue) -> JSONValue.Member {
    .init(
      "extensions",
      .object([
        .init(
          STIXName.definition,
          .object([
            "extension_type": .string("property-extension"), "part": .string(part),
            "position": .integer(position), "native": value,
          ]))
      ]))
  }

  /// A member with a list of identifiers, each once.
  static func references(_ name: String, _ ids: [String]) -> JSONValue.Member {
    var seen: Set<String> = []
    return .init(name, .array(ids.filter { seen.insert($0).inserted }.map(JSONValue.string)))
  }

  /// The day by which a source is dated.
  static func day(of source: Source) -> Day? {
    [source.published?.first, source.accessed?.first].compactMap { $0 }.first {
      STIXTime.start($0) != nil
    }
  }

  /// The type of the object of a shape; a report must tell its day.
  private static func type(_ shape: STIXMapping.Shape, day: EDTF?) -> String {
    switch shape {
    case .identity: "identity"
    case .incident: "incident"
    case .location: "location"
    case .document: STIXTime.start(day?.first) == nil ? "grouping" : "report"
    }
  }
}

extension STIXExport {
  /// A link, whoever says it.
  private struct Triple: Hashable {
    var subject: String
    var relation: String
    var object: String
  }

  /// The link of a statement that has one subject and one object, both known.
  private static func triple(
    _ statement: Statement, _ graph: InfluenceGraph, _ entityIds: [String: String]
  ) -> Triple? {
    guard let relation = statement.relation, let subject = statement.subject.id,
      let object = statement.object?.id, entityIds[subject] != nil, entityIds[object] != nil
    else { return nil }
    // A relation that is its own inverse is the same from both sides.
    let isSymmetric = graph.vocabulary.relation(relation)?.inverse == relation
    return isSymmetric && object < subject
      ? Triple(subject: object, relation: relation, object: subject)
      : Triple(subject: subject, relation: relation, object: object)
  }

  private static func shapes(
    _ graph: InfluenceGraph, _ bearings: [StatementBearing], _ entityIds: [String: String]
  ) -> [StatementShape] {
    var affirmed: [Triple: [String]] = [:]
    var byStatement: [String: String] = [:]
    for (statement, bearing) in zip(graph.statements, bearings)
    where isRelationship(statement, bearing) {
      guard let triple = triple(statement, graph, entityIds) else { continue }
      let id = id(of: statement, .relationship)
      affirmed[triple, default: []].append(id)
      byStatement[statement.id] = id
    }
    return zip(graph.statements, bearings).map { statement, bearing in
      guard let triple = triple(statement, graph, entityIds) else { return .note }
      if isRelationship(statement, bearing) { return .relationship }
      switch bearing {
      case .denial, .noEvidence, .leftOpen, .judgement: break
      case .link, .claim, .supposed, .alternatives, .value: return .note
      }
      // What is only supposed or foreseen weighs nothing.
      guard statement.modality.pools else { return .note }
      let judged = statement.about.compactMap { byStatement[$0] } + (affirmed[triple] ?? [])
      return judged.isEmpty ? .note : .opinion(judged)
    }
  }

  /// Whether a statement is a relationship: a link, or that a party claimed responsibility, which its
  /// own type tells from every link.
  private static func isRelationship(_ statement: Statement, _ bearing: StatementBearing) -> Bool {
    bearing == .link || bearing == .claim && statement.relation == "claimed"
  }

  /// The identifier of the object of a statement. The source is part of the name, since statements
  /// of other graphs may be numbered alike.
  private static func id(of statement: Statement, _ shape: StatementShape) -> String {
    let type =
      switch shape {
      case .relationship: "relationship"
      case .opinion: "opinion"
      case .note: "note"
      }
    return STIXName.id(type, "statement:\(statement.citation.source):\(statement.id)")
  }
}
