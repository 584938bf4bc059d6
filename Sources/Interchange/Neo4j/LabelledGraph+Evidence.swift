import Evidence

extension LabelledGraph {
  /// A graph of evidence: entities and sources are nodes; a statement of a relation is a relationship
  /// whose type tells what is denied, claimed or left open from what is affirmed, so that no query for the
  /// one finds the other; any other statement is a node about its entities.
  init(_ graph: InfluenceGraph) {
    let words = StatementWords(graph: graph)
    let bearings = StatementBearings(graph)
    var places: [String: Int] = [:]
    for entity in graph.entities {
      places[entity.id] = nodes.count
      nodes.append(Self.node(entity, in: graph))
    }
    var sources: [String: Int] = [:]
    for source in graph.sources {
      sources[source.id] = nodes.count
      nodes.append(Self.node(source))
    }
    for statement in graph.statements {
      let bearing = bearings.bearing(of: statement)
      let properties = Self.properties(statement, bearing, words)
      if let relation = statement.relation, let tail = statement.subject.id.flatMap({ places[$0] }),
        let head = (statement.object?.id).flatMap({ places[$0] })
      {
        // Nobody takes CLAIMED for more than it is.
        let prefix = bearing == .claim && relation == "claimed" ? "" : bearing.prefix
        relationships.append(
          Relationship(
            id: statement.id, tail: tail, head: head,
            type: Self.type(prefix.isEmpty ? relation : prefix + "-" + relation),
            properties: properties))
        continue
      }
      let place = nodes.count
      nodes.append(
        Node(
          id: "statement:" + statement.id, labels: [Self.everyNode, "Statement"],
          properties: [Property("statement", .text(statement.id))] + properties))
      for (number, end) in statement.ends.enumerated() {
        guard let head = places[end] else { continue }
        relationships.append(
          Relationship(
            id: "\(statement.id)-about-\(number + 1)", tail: place, head: head,
            type: bearing == .alternatives ? "ABOUT_ONE_OF" : "ABOUT", properties: []))
      }
      if let source = sources[statement.citation.source] {
        relationships.append(
          Relationship(
            id: "\(statement.id)-cites", tail: place, head: source, type: "CITES", properties: []))
      }
    }
  }

  private static func node(_ entity: Entity, in graph: InfluenceGraph) -> Node {
    var labels = [everyNode, label(entity.kind)]
    if graph.vocabulary.isKind(entity.kind, a: "person"), entity.kind != "person" {
      labels.append("Person")
    }
    var properties = [Property("name", .text(entity.name)), Property("kind", .text(entity.kind))]
    if !entity.aliases.isEmpty { properties.append(Property("aliases", list(entity.aliases))) }
    let texts: [(String, String?)] = [
      ("born", entity.born?.text), ("died", entity.died?.text), ("date", entity.date?.text),
      ("founded", entity.founded?.text), ("dissolved", entity.dissolved?.text),
      ("size", entity.collective?.size?.text), ("note", entity.note),
    ]
    properties += present(texts)
    if let members = entity.collective?.members, !members.isEmpty {
      properties.append(Property("members", list(members)))
    }
    return Node(id: entity.id, labels: labels, properties: properties)
  }

  private static func node(_ source: Source) -> Node {
    let texts: [(String, String?)] = [
      ("name", source.title.isEmpty ? source.id : source.title), ("source", source.id),
      ("publisher", source.publisher), ("author", source.author),
      ("published", source.published?.text), ("accessed", source.accessed?.text),
      ("language", source.language), ("url", source.url),
      ("reliability", source.reliability?.rawValue), ("why", source.why), ("origin", source.origin),
      ("note", source.note),
    ]
    // A source may have the id of an entity.
    return Node(
      id: "source:" + source.id, labels: [everyNode, "Source"], properties: present(texts))
  }

  private static func properties(
    _ statement: Statement, _ bearing: StatementBearing, _ words: StatementWords
  ) -> [Property] {
    var date: EDTF?
    if case .date(let edtf)? = statement.when { date = edtf }
    var texts: [(String, String?)] = [("relation", statement.relation)]
    if case .attribute(let name, let value) = statement.predicate {
      texts = [("attribute", name), ("value", value), ("of", statement.of)]
    }
    texts += [
      ("stance", statement.stance.rawValue), ("modality", statement.modality.rawValue),
      ("voice", words.voice(statement)), ("grade", words.grade(statement)),
      ("when", words.when(statement)), ("earliest", date?.first?.description),
      ("latest", date?.last?.description), ("said", statement.said?.text),
      ("through", statement.through), ("share", statement.share?.description),
      ("role", statement.role), ("words", statement.words), ("sic", statement.sic),
      ("note", statement.note), ("source", statement.citation.source),
      ("paragraph", statement.citation.paragraphs?.description),
      ("quote", statement.citation.quote?.text), ("sentence", words.sentence(statement, bearing)),
    ]
    var properties = present(texts)
    if !statement.about.isEmpty { properties.append(Property("about", list(statement.about))) }
    if statement.soFar { properties.append(Property("so_far", .flag(true))) }
    return properties
  }

  private static func present(_ texts: [(String, String?)]) -> [Property] {
    texts.compactMap { name, text in text.map { Property(name, .text($0)) } }
  }

  private static func list(_ texts: [String]) -> AttributeValue {
    .json(JSONValue.array(texts.map(JSONValue.string)).text())
  }
}
