import Evidence

/// The value of a key in the long form, before it is written as YAML or JSON.
indirect enum FieldValue: Equatable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([String])
  case mapping([Field])
}

/// A key with its value.
struct Field: Equatable {
  var key: String
  var value: FieldValue

  init(_ key: String, _ value: FieldValue) {
    self.key = key
    self.value = value
  }

  /// A key with a text, or nothing if there is no text.
  static func optional(_ key: String, _ text: String?) -> [Field] {
    text.map { [Field(key, .text($0))] } ?? []
  }

  /// A key with a list, or nothing if it is empty.
  static func list(_ key: String, _ texts: [String]) -> [Field] {
    texts.isEmpty ? [] : [Field(key, .list(texts))]
  }
}

/// The keys of each part of a graph in the long form, in the order in which they are written.
enum NativeFields {
  static func source(_ source: Source) -> [Field] {
    Field.optional("id", source.id) + Field.optional("title", source.title)
      + Field.optional("publisher", source.publisher) + Field.optional("author", source.author)
      + Field.optional("published", source.published?.text)
      + Field.optional("accessed", source.accessed?.text)
      + Field.optional("language", source.language) + Field.optional("url", source.url)
      + Field.optional("reliability", source.reliability?.rawValue)
      + Field.optional("why", source.why) + Field.optional("origin", source.origin)
      + Field.optional("content", source.content?.rawValue) + Field.optional("note", source.note)
  }

  static func asserter(_ asserter: DeclaredAsserter) -> [Field] {
    Field.optional("id", asserter.id)
      + Field.optional("name", asserter.name == asserter.id ? nil : asserter.name)
      + Field.list("aliases", asserter.aliases)
      + Field.optional("reliability", asserter.reliability?.rawValue)
      + Field.list("interest-in", asserter.interestIn)
  }

  static func entity(_ entity: Entity) -> [Field] {
    var fields = Field.optional("id", entity.id) + Field.optional("kind", entity.kind)
    fields += Field.optional("name", entity.name == entity.id ? nil : entity.name)
    fields += Field.list("aliases", entity.aliases)
    if !entity.sourceAliases.isEmpty {
      var sources: [String] = []
      for alias in entity.sourceAliases where !sources.contains(alias.source) {
        sources.append(alias.source)
      }
      let inner = sources.map { source in
        Field(
          source, .list(entity.sourceAliases.filter { $0.source == source }.map(\.name)))
      }
      fields.append(Field("aliases-in", .mapping(inner)))
    }
    if let collective = entity.collective {
      let inner =
        Field.list("members", collective.members)
        + Field.optional("size", collective.size?.text)
      fields.append(Field("collective", inner.isEmpty ? .flag(true) : .mapping(inner)))
    }
    fields += Field.optional("born", entity.born?.text) + Field.optional("died", entity.died?.text)
    fields += Field.optional("date", entity.date?.text)
    fields += Field.optional("founded", entity.founded?.text)
    fields += Field.optional("dissolved", entity.dissolved?.text)
    return fields + Field.optional("note", entity.note)
  }

  static func statement(_ statement: Statement) -> [Field] {
    var fields = Field.optional("id", statement.id)
    fields.append(Field("subject", term(statement.subject)))
    switch statement.predicate {
    case .relation(let name, let object):
      fields += [Field("relation", .text(name)), Field("object", term(object))]
    case .attribute(let name, let value):
      fields += [Field("attribute", .text(name)), Field("value", .text(value))]
    }
    if statement.stance != .affirms {
      fields.append(Field("stance", .text(statement.stance.rawValue)))
    }
    if statement.soFar { fields.append(Field("so-far", .flag(true))) }
    if statement.modality != .asserted {
      fields.append(Field("modality", .text(statement.modality.rawValue)))
    }
    fields += Field.optional("asserter", statement.asserter?.text)
    fields += Field.list("via", statement.via.map(\.text))
    if let credibility = statement.credibility {
      fields.append(Field("credibility", .number(credibility.rawValue)))
    }
    fields += Field.optional("confirmed-by", statement.confirmedBy)
    if let interested = statement.isInterested {
      fields.append(Field("interested", .flag(interested)))
    }
    if let when = statement.when { fields.append(Field("when", value(of: when))) }
    fields += Field.optional("said", statement.said?.text)
    fields += Field.optional("through", statement.through)
    fields += Field.list("about", statement.about)
    fields += Field.optional("share", statement.share?.description)
    fields += Field.optional("of", statement.of) + Field.optional("role", statement.role)
    fields += Field.optional("words", statement.words) + Field.optional("sic", statement.sic)
    fields += Field.optional("note", statement.note)
    fields.append(Field("cite", .mapping(citation(statement.citation))))
    return fields
  }

  private static func term(_ term: Term) -> FieldValue {
    switch term {
    case .one(let id): .text(id)
    case .oneOf(let ids): .list(ids)
    }
  }

  private static func value(of when: When) -> FieldValue {
    switch when {
    case .date(let date): .text(date.text)
    case .relative(let relative):
      .mapping(
        [Field(relative.side.rawValue, .text(relative.anchor))]
          + Field.optional("by", relative.distance?.text))
    }
  }

  private static func citation(_ citation: Citation) -> [Field] {
    var fields = [Field("source", .text(citation.source))]
    if let paragraphs = citation.paragraphs {
      let single = paragraphs.ranges == [paragraphs.first...paragraphs.first]
      fields.append(
        Field("paragraph", single ? .number(paragraphs.first) : .text(paragraphs.description)))
    }
    if let quote = citation.quote {
      fields += Field.optional("quote", quote.text)
      if let range = quote.range {
        fields.append(Field("at", .text("\(range.lowerBound)-\(range.upperBound)")))
      }
    }
    return fields
  }
}
