import Evidence

/// A graph of evidence as entities of FollowTheMoney.
///
/// FollowTheMoney takes every link for a fact. So a statement becomes a link only if somebody affirms that
/// two entities are linked; a denial, a claim, a question, a supposition, a value is a note about the
/// entities. Nothing is said of a person beyond that: no topics, no roles of ours.
struct FollowTheMoneyEvidence {
  private let graph: InfluenceGraph
  private let network: PlainNetwork
  private let words: StatementWords
  private let bearings: StatementBearings
  private var ids = FollowTheMoneyIds()
  private var entityIds: [String: String] = [:]
  private var sourceIds: [String: String] = [:]
  private var attributes: [String: Int] = [:]

  /// Prepares the writing of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - corpus: The corpus folder to name in the file.
  /// - Throws: ``Fault`` if the graph makes no network.
  init(_ graph: InfluenceGraph, corpus: String?) throws(Fault) {
    self.graph = graph
    network = try EvidenceNetwork.network(graph, corpus: corpus)
    words = StatementWords(graph: graph)
    bearings = StatementBearings(graph)
    for (number, attribute) in network.attributes.enumerated()
    where attributes[attribute.name] == nil {
      attributes[attribute.name] = number
    }
  }

  /// The entities in the order of the graph: the head, the sources, the entities, the statements.
  func entities(_ each: (FollowTheMoneyEntity) throws -> Void) throws {
    var whole = self
    try whole.write(each)
  }

  private mutating func write(_ each: (FollowTheMoneyEntity) throws -> Void) throws {
    // Entities take their ids first, so that these stay as they are in the graph.
    for entity in graph.entities { entityIds[entity.id] = ids.id(for: entity.id) }
    try each(head())
    for source in graph.sources {
      let id = ids.id(for: "source-" + source.id)
      if sourceIds[source.id] == nil { sourceIds[source.id] = id }
      try each(article(source, id: id))
    }
    for (row, entity) in graph.entities.enumerated() { try each(thing(entity, row: row)) }
    var edge = 0
    for statement in graph.statements {
      var said = self.statement(statement, id: ids.id(for: "statement-" + statement.id))
      let property = said.schema == "Note" ? "notes" : "description"
      if statement.subject.id != nil, statement.object?.id != nil {
        said.add(property, FollowTheMoneyMark.edge(network, edge))
        edge += 1
      } else {
        said.add(property, mark("statement:\(statement.id)"))
      }
      try each(said)
    }
  }

  private mutating func head() -> FollowTheMoneyEntity {
    var note = FollowTheMoneyEntity(
      id: ids.id(for: "throughline"), schema: "Note", datasets: ["throughline"])
    note.add("name", graph.title)
    note.add("description", graph.about ?? graph.title)
    note.add("notes", FollowTheMoneyMark.network(network))
    for (number, attribute) in network.attributes.enumerated()
    where !attribute.name.hasPrefix("source:") && !attribute.name.hasPrefix("statement:") {
      note.add("notes", FollowTheMoneyMark.attribute(attribute, number: number))
    }
    return note
  }

  private func mark(_ name: String) -> String? {
    attributes[name].map { FollowTheMoneyMark.attribute(network.attributes[$0], number: $0) }
  }

  private func article(_ source: Source, id: String) -> FollowTheMoneyEntity {
    var article = FollowTheMoneyEntity(
      id: id, schema: "Article", datasets: [Self.dataset(source.id)])
    article.add("title", source.title.isEmpty ? source.id : source.title)
    article.add("author", source.author)
    article.add("publisher", source.publisher)
    article.add("publishedAt", source.published.flatMap(FollowTheMoneyDate.point))
    article.add("retrievedAt", source.accessed.flatMap(FollowTheMoneyDate.point))
    article.add(url: "sourceUrl", source.url)
    if let reliability = source.reliability {
      article.add(
        "summary",
        "Reliability \(reliability.rawValue)" + (source.why.map { ": \($0)" } ?? ""))
    }
    article.add("notes", source.note)
    article.add("notes", mark("source:\(source.id)"))
    return article
  }

  private func schema(of id: String) -> FollowTheMoneyModel.Schema? {
    graph.entity(id).flatMap { FollowTheMoneyModel.standard[schema(of: $0)] }
  }

  private func schema(of entity: Entity) -> String {
    func isKind(_ kind: String) -> Bool { graph.vocabulary.isKind(entity.kind, a: kind) }
    if isKind("person") { return entity.collective == nil ? "Person" : "LegalEntity" }
    if entity.kind == "organisation" || isKind("group") || isKind("outlet") {
      return "Organization"
    }
    if isKind("authority") { return "PublicBody" }
    if isKind("attack") || isKind("event") { return "Event" }
    if isKind("publication") { return "Article" }
    return isKind("place") ? "Address" : "Note"
  }

  private func thing(_ entity: Entity, row: Int) -> FollowTheMoneyEntity {
    var thing = FollowTheMoneyEntity(
      id: entityIds[entity.id] ?? entity.id, schema: schema(of: entity), datasets: ["throughline"])
    switch thing.schema {
    case "Article": thing.add("title", entity.name)
    case "Address": thing.add("full", entity.name)
    default: break
    }
    thing.add("name", entity.name)
    for alias in entity.aliases { thing.add("alias", alias) }
    for alias in entity.sourceAliases { thing.add("weakAlias", alias.name) }
    let dates: [(String, EDTF?)] = [
      ("birthDate", entity.born), ("deathDate", entity.died), ("incorporationDate", entity.founded),
      ("dissolutionDate", entity.dissolved),
      (thing.schema == "Article" ? "publishedAt" : "date", entity.date),
    ]
    let types = FollowTheMoneyModel.standard[thing.schema]?.types ?? [:]
    for (property, date) in dates where types[property] != nil {
      thing.add(property, date.flatMap(FollowTheMoneyDate.point))
    }
    thing.add("keywords", entity.kind)
    thing.add("notes", entity.note)
    thing.add("notes", FollowTheMoneyMark.node(network, row))
    return thing
  }

  private func statement(_ statement: Statement, id: String) -> FollowTheMoneyEntity {
    let bearing = bearings.bearing(of: statement)
    let source = graph.source(statement.citation.source)
    let sentence = words.sentence(statement, bearing)
    let summary =
      "\(sentence) (\(words.details(statement).joined(separator: "; "))), \(words.place(statement))."
    let dataset = Self.dataset(statement.citation.source)
    guard bearing == .link, let relation = statement.relation, let tail = statement.subject.id,
      let head = statement.object?.id
    else {
      var note = FollowTheMoneyEntity(id: id, schema: "Note", datasets: [dataset])
      note.add("name", sentence)
      note.add("description", summary)
      for end in statement.ends { note.add("entity", entityIds[end]) }
      note.add("proof", sourceIds[statement.citation.source])
      note.add("publisher", source?.publisher)
      note.add(url: "sourceUrl", source?.url)
      return note
    }
    let tie = FollowTheMoneyTie.tie(relation, from: schema(of: tail), to: schema(of: head))
    var link = FollowTheMoneyEntity(id: id, schema: tie.schema, datasets: [dataset])
    link.add(tie.source, entityIds[tail])
    link.add(tie.target, entityIds[head])
    link.add(tie.label, StatementWords.hedged(relation, statement.modality))
    link.add(tie.label, statement.role)
    if case .date(let date)? = statement.when {
      link.add("date", FollowTheMoneyDate.point(date))
      link.add("startDate", FollowTheMoneyDate.start(date))
      link.add("endDate", FollowTheMoneyDate.end(date))
    }
    link.add("proof", sourceIds[statement.citation.source])
    link.add("publisher", source?.publisher)
    link.add(url: "sourceUrl", source?.url)
    link.add("recordId", statement.id)
    link.add("summary", summary)
    return link
  }

  /// The name of a collection: letters, digits and underscores.
  static func dataset(_ name: String) -> String {
    let kept = String(
      name.lowercased().unicodeScalars.map { scalar in
        scalar.isASCII && FollowTheMoneyIds.isId(String(scalar)) ? Character(scalar) : "_"
      })
    let tidy = kept.split(separator: "_").joined(separator: "_")
    return tidy.isEmpty ? "throughline" : tidy
  }

  /// What a user of FollowTheMoney misses of a graph.
  static func losses(_ graph: InfluenceGraph) -> [String] {
    let bearings = StatementBearings(graph)
    let all = graph.statements.map(bearings.bearing(of:))
    let values = all.count { $0 == .value }
    let hidden = all.count { $0 != .value && $0 != .link }
    var losses: [String] = []
    if hidden > 0 {
      losses.append(
        "FollowTheMoney takes every link for a fact: \(hidden) statements that deny, claim, suppose, "
          + "judge or leave open are notes about the entities, not links")
    }
    if values > 0 {
      losses.append("\(values) statements of a value are notes about the entities, not properties")
    }
    return losses
  }
}
