import Evidence

/// Says a graph of evidence in RDF: sources, entities, voices, and each statement as a resource of
/// its own with who said it, where and how firmly.
///
/// No link is ever a plain triple, since a triple knows no source. A link that a source affirms is a
/// statement of RDF's reification too; what is denied, left open, foreseen, supposed or affirmed only by
/// the party that it credits is not, so that a question for reified links finds no denial and no claim.
struct RDFExport {
  /// The graph.
  let graph: InfluenceGraph
  /// Tells what statements come to.
  let bearings: StatementBearings

  /// Prepares a writer.
  init(_ graph: InfluenceGraph) {
    self.graph = graph
    bearings = StatementBearings(graph)
  }

  /// What a reader of the file will miss.
  static let losses = ["the order of entries is lost, and the file is not read back"]

  /// Calls `body` with each resource, in the order of the graph.
  func each(_ body: (RDFNode) throws -> Void) throws {
    try body(whole)
    var seen: Set<String> = []
    for publisher in graph.sources.compactMap(\.publisher) where seen.insert(publisher).inserted {
      var node = RDFNode(
        Self.publisher(publisher), [.word(.prov, "Agent"), .word(.schema, "Organization")])
      node.add(.word(.schema, "name"), text: publisher)
      try body(node)
    }
    for source in graph.sources { try body(self.source(source)) }
    for entity in graph.entities { try body(self.entity(entity)) }
    for asserter in graph.asserters { try body(self.asserter(asserter)) }
    var words: Set<String> = []
    for voice in graph.statements.flatMap({ $0.via + ($0.asserter.map { [$0] } ?? []) }) {
      guard case .words(let text) = voice, words.insert(text).inserted else { continue }
      var node = RDFNode(name(of: voice), [.word(.prov, "Agent")])
      node.add(.word(.rdfs, "label"), text: text)
      try body(node)
    }
    for statement in graph.statements {
      try body(self.statement(statement))
      if let annotation = annotation(statement) { try body(annotation) }
    }
  }

  private var whole: RDFNode {
    var node = RDFNode(
      RDFIdentity.name("graph", graph.title),
      [RDFIdentity.word("Graph"), .word(.prov, "Collection")])
    node.add(.word(.dcterms, "title"), text: graph.title)
    node.add(.word(.dcterms, "description"), text: graph.about)
    node.add(RDFIdentity.word("depth"), text: graph.depth?.rawValue)
    return node
  }

  /// The resource of a publisher.
  static func publisher(_ name: String) -> RDFName { RDFIdentity.name("publisher", name) }

  /// The resource of a source.
  static func source(_ id: String) -> RDFName { RDFIdentity.name("source", id) }

  /// The resource of an entity.
  static func entity(_ id: String) -> RDFName { RDFIdentity.name("entity", id) }

  /// The resource of a voice.
  func name(of voice: Voice) -> RDFName {
    switch voice {
    case .entity(let id): Self.entity(id)
    case .declared(let id): asserter(id)
    case .words(let words): RDFIdentity.name("voice-in-words", words)
    }
  }

  /// A graded voice may be an entity too, and then is the same resource.
  private func asserter(_ id: String) -> RDFName {
    graph.entity(id) == nil ? RDFIdentity.name("voice", id) : Self.entity(id)
  }
}

extension RDFExport {
  private func source(_ source: Source) -> RDFNode {
    var node = RDFNode(
      Self.source(source.id), [.word(.prov, "Entity"), .word(.schema, "CreativeWork")])
    node.add(.word(.dcterms, "identifier"), text: source.id)
    node.add(.word(.dcterms, "title"), text: source.title.isEmpty ? nil : source.title)
    node.add(.word(.dcterms, "publisher"), source.publisher.map { .name(Self.publisher($0)) })
    node.add(.word(.schema, "author"), text: source.author)
    node.add(.word(.dcterms, "issued"), source.published.map(RDFIdentity.date))
    node.add(RDFIdentity.word("accessed"), source.accessed.map(RDFIdentity.date))
    node.add(.word(.dcterms, "language"), text: source.language)
    node.add(.word(.schema, "url"), source.url.map(RDFIdentity.address))
    node.add(RDFIdentity.word("reliability"), text: source.reliability?.rawValue)
    node.add(RDFIdentity.word("why"), text: source.why)
    node.add(RDFIdentity.word("origin"), text: source.origin)
    node.add(RDFIdentity.word("content"), text: source.content?.rawValue)
    node.add(.word(.rdfs, "comment"), text: source.note)
    return node
  }

  private func asserter(_ asserter: DeclaredAsserter) -> RDFNode {
    var node = RDFNode(self.asserter(asserter.id), [.word(.prov, "Agent")])
    node.add(.word(.rdfs, "label"), text: asserter.name)
    node.add(.word(.schema, "alternateName"), asserter.aliases.map(RDFValue.text))
    node.add(RDFIdentity.word("reliability"), text: asserter.reliability?.rawValue)
    node.add(
      RDFIdentity.word("interestIn"), asserter.interestIn.map { .name(Self.entity($0)) })
    return node
  }

  private func entity(_ entity: Entity) -> RDFNode {
    var node = RDFNode(Self.entity(entity.id), [RDFIdentity.word("Entity")] + types(entity))
    node.add(.word(.dcterms, "identifier"), text: entity.id)
    node.add(.word(.rdfs, "label"), text: entity.name)
    node.add(RDFIdentity.word("kind"), text: entity.kind)
    node.add(.word(.schema, "alternateName"), entity.aliases.map(RDFValue.text))
    node.add(
      RDFIdentity.word("aliasIn"),
      entity.sourceAliases.map { alias in
        var inner = RDFNode(nil, [])
        inner.add(.word(.dcterms, "source"), .name(Self.source(alias.source)))
        inner.add(.word(.rdfs, "label"), text: alias.name)
        return .node(inner)
      })
    if let collective = entity.collective {
      node.add(RDFIdentity.word("isCollective"), .flag(true))
      node.add(RDFIdentity.word("hasMember"), collective.members.map { .name(Self.entity($0)) })
      node.add(RDFIdentity.word("size"), text: collective.size?.text)
    }
    for (word, date) in [
      ("born", entity.born), ("died", entity.died), ("date", entity.date),
      ("founded", entity.founded), ("dissolved", entity.dissolved),
    ] {
      node.add(RDFIdentity.word(word), date.map(RDFIdentity.date))
    }
    node.add(.word(.rdfs, "comment"), text: entity.note)
    return node
  }

  /// The classes of schema.org that an entity belongs to.
  private func types(_ entity: Entity) -> [RDFName] {
    func isA(_ kind: String) -> Bool { graph.vocabulary.isKind(entity.kind, a: kind) }
    if isA("person") { return entity.collective == nil ? [.word(.schema, "Person")] : [] }
    if isA("group") || isA("authority") || isA("outlet") { return [.word(.schema, "Organization")] }
    if isA("attack") || isA("event") { return [.word(.schema, "Event")] }
    if isA("publication") { return [.word(.schema, "CreativeWork")] }
    return isA("place") ? [.word(.schema, "Place")] : []
  }
}
