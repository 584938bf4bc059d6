import Evidence

extension STIXExport {
  /// The identity that made the bundle, which definitions of extensions must name.
  var maker: JSONValue {
    .object(
      begin("identity", STIXName.maker, created: STIXTime.unknown) + [
        .init("name", .string("Throughline")), .init("identity_class", .string("system")),
      ])
  }

  /// The definition of our extension. Its dates are fixed, so that it is the same in all bundles.
  var definition: JSONValue {
    .object(
      begin("extension-definition", STIXName.definition, created: STIXTime.unknown) + [
        .init("created_by_ref", .string(STIXName.maker)),
        .init("name", .string("Throughline native form")),
        .init(
          "description",
          .string(
            "The native form of a source, asserter, entity or statement of a graph of evidence")),
        .init("schema", .string(Self.schema)), .init("version", .string("1.0.0")),
        .init("extension_types", .array([.string("property-extension")])),
      ])
  }

  private static let schema =
    "An object of this extension has the members part (graph, source, asserter, entity or "
    + "statement; for plain networks network, node or edge), position (a whole number: its place "
    + "among the entries of that part) and native (the entry in the native format of Throughline, "
    + "described by docs/graph.schema.json of the program)."

  /// The graph itself: its title and what it is about.
  var whole: JSONValue {
    var native = [JSONValue.Member("title", .string(graph.title))]
    if let about = graph.about { native.append(.init("about", .string(about))) }
    if let depth = graph.depth { native.append(.init("depth", .string(depth.rawValue))) }
    if let corpus { native.append(.init("corpus", .string(corpus))) }
    var members = begin(
      "grouping", STIXName.id("grouping", "graph:" + graph.title), created: created)
    members += [
      .init("created_by_ref", .string(STIXName.maker)),
      .init("name", .string(graph.title.isEmpty ? "untitled" : graph.title)),
    ]
    if let about = graph.about { members.append(.init("description", .string(about))) }
    let documents = graph.sources.map(id)
    members += [
      .init("context", .string("unspecified")),
      Self.references("object_refs", documents.isEmpty ? [STIXName.maker] : documents),
      Self.native("graph", 0, .object(native)),
    ]
    return .object(members)
  }

  /// The names of the publishers, each once, in the order of the sources.
  var publishers: [String] {
    var seen: Set<String> = []
    return graph.sources.compactMap(\.publisher).filter { seen.insert($0).inserted }
  }

  /// A publisher.
  func publisher(_ name: String) -> JSONValue {
    .object(
      begin("identity", STIXName.publisher(name), created: created) + [
        .init("name", .string(name)), .init("identity_class", .string("organization")),
      ])
  }

  /// A voice that is graded. One that is an entity too has an object beside it: grades are no part
  /// of what the entity is.
  func asserter(_ asserter: DeclaredAsserter, _ position: Int) -> JSONValue {
    var members = begin("identity", STIXName.asserter(asserter.id), created: created)
    members += [
      .init("name", .string(asserter.name)), .init("identity_class", .string("unspecified")),
    ]
    members += Self.labels(STIXMapping.labels(asserter.reliability, nil))
    members.append(
      Self.native(
        "asserter", position, NativeWriter.json(.mapping(NativeFields.asserter(asserter)))))
    return .object(members)
  }

  /// A person, group, attack, publication, place and so on.
  func entity(_ entity: Entity, _ position: Int) -> JSONValue {
    let shape = STIXMapping.shape(entity, graph.vocabulary)
    let id = entityIds[entity.id] ?? STIXName.maker
    let type = String(id.prefix { $0 != "-" })
    var members = begin(type, id, created: created)
    members.append(.init("name", .string(entity.name)))
    let words = Self.description(entity)
    if !words.isEmpty { members.append(.init("description", .string(words))) }
    switch shape {
    case .identity(let sort): members.append(.init("identity_class", .string(sort)))
    // A location must tell its region, country or position, and no source of ours does.
    case .location: members.append(.init("region", .string("unknown")))
    case .incident: break
    case .document:
      if type == "report", let day = STIXTime.start(entity.date?.first) {
        members.append(.init("published", .string(day)))
      } else {
        members.append(.init("context", .string("unspecified")))
      }
      let said = zip(graph.statements, statementIds).filter { $0.0.ends.contains(entity.id) }
        .map(\.1)
      members.append(Self.references("object_refs", said.isEmpty ? [STIXName.maker] : said))
    }
    members.append(
      Self.native("entity", position, NativeWriter.json(.mapping(NativeFields.entity(entity)))))
    return .object(members)
  }

  /// What the properties of the standard have no place for, in words.
  private static func description(_ entity: Entity) -> String {
    func dated(_ word: String, _ date: EDTF?) -> [String] {
      date.map { [word + " " + $0.text] } ?? []
    }
    var parts = entity.aliases.isEmpty ? [] : ["also " + entity.aliases.joined(separator: ", ")]
    parts += dated("born", entity.born) + dated("died", entity.died) + dated("date", entity.date)
    parts += dated("founded", entity.founded) + dated("dissolved", entity.dissolved)
    if let note = entity.note { parts.append(note) }
    return parts.joined(separator: "; ")
  }

  /// The identifier of a source.
  func id(_ source: Source) -> String {
    STIXName.id(
      STIXTime.start(source.published?.first) == nil ? "grouping" : "report", "source:" + source.id)
  }

  /// A source, with all that rests on it.
  func source(_ source: Source, _ position: Int) -> JSONValue {
    let id = id(source)
    let type = String(id.prefix { $0 != "-" })
    var members = begin(
      type, id, created: STIXTime.start(Self.day(of: source)) ?? created)
    members.append(
      .init("created_by_ref", .string(source.publisher.map(STIXName.publisher) ?? STIXName.maker)))
    members.append(.init("name", .string(StatementSentence.title(source))))
    if type == "report", let day = STIXTime.start(source.published?.first) {
      members.append(.init("published", .string(day)))
    } else {
      members.append(.init("context", .string("unspecified")))
    }
    if let language = source.language { members.append(.init("lang", .string(language))) }
    members += Self.labels(STIXMapping.labels(source.reliability, nil))
    members.append(.init("external_references", .array([Self.reference(source, citation: nil)])))
    let resting = zip(graph.statements, statementIds).filter {
      $0.0.citation.source == source.id
    }.map(\.1)
    members.append(Self.references("object_refs", resting.isEmpty ? [STIXName.maker] : resting))
    // A source of the corpus is named only: its data stand in the corpus.
    let native: JSONValue =
      source.home == .corpus
      ? .string(source.id) : NativeWriter.json(.mapping(NativeFields.source(source)))
    members.append(Self.native("source", position, native))
    return .object(members)
  }

  /// Where something can be looked up.
  static func reference(_ source: Source, citation: Citation?) -> JSONValue {
    var members = [
      JSONValue.Member("source_name", .string(source.publisher ?? StatementSentence.title(source)))
    ]
    var place: [String] = []
    if let citation {
      if let paragraphs = citation.paragraphs { place.append("paragraph \(paragraphs)") }
      if let quote = citation.quote { place.append("\"\(quote.text)\"") }
    } else if let author = source.author {
      place.append("by \(author)")
    }
    if !place.isEmpty {
      members.append(.init("description", .string(place.joined(separator: ": "))))
    }
    if let url = source.url { members.append(.init("url", .string(IRIText.escaped(url)))) }
    members.append(.init("external_id", .string(source.id)))
    return .object(members)
  }

  /// A member with labels, or nothing if there are none.
  static func labels(_ labels: [String]) -> [JSONValue.Member] {
    labels.isEmpty ? [] : [.init("labels", .array(labels.map(JSONValue.string)))]
  }
}
