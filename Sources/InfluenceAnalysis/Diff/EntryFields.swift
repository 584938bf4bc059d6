import Evidence

extension Statement {
  /// What the statement says, key by key as the native format names them, without its id.
  ///
  /// Where a quote was found in its paragraph is no part of what is said.
  var fields: [(key: String, value: String)] {
    var fields = [("subject", Self.text(subject))]
    switch predicate {
    case .relation(let name, let object):
      fields += [("relation", name), ("object", Self.text(object))]
    case .attribute(let name, let value): fields += [("attribute", name), ("value", value)]
    }
    fields.append(("stance", stance.rawValue))
    if soFar { fields.append(("so-far", "yes")) }
    fields.append(("modality", modality.rawValue))
    let rest: [(String, String?)] = [
      ("asserter", asserter?.text), ("via", Self.text(via.map(\.text))),
      ("credibility", credibility.map { "\($0.rawValue)" }), ("confirmed-by", confirmedBy),
      ("interested", isInterested.map { $0 ? "yes" : "no" }), ("when", when.map(Self.text)),
      ("said", said?.text), ("through", through), ("about", Self.text(about)),
      ("share", share?.description), ("of", of), ("role", role), ("words", words), ("sic", sic),
      ("note", note), ("source", citation.source),
      ("paragraph", citation.paragraphs?.description), ("quote", citation.quote?.text),
    ]
    return fields + rest.compactMap { key, value in value.map { (key, $0) } }
  }

  private static func text(_ term: Term) -> String { term.ids.joined(separator: " | ") }

  fileprivate static func text(_ list: [String]) -> String? {
    list.isEmpty ? nil : list.joined(separator: ", ")
  }

  private static func text(_ when: When) -> String {
    switch when {
    case .date(let date): date.text
    case .relative(let relative):
      "\(relative.side.rawValue) \(relative.anchor)"
        + (relative.distance.map { " by \($0.text)" } ?? "")
    }
  }
}

extension EntryChange {
  /// A key with its value.
  typealias Field = (key: String, value: String)

  /// The changes of the heading, the sources, the voices and the entities, each by id.
  static func changes(from old: InfluenceGraph, to new: InfluenceGraph) -> [EntryChange] {
    let heading = FieldChange.changes(from: fields(of: old), to: fields(of: new))
    return
      (heading.isEmpty
      ? [] : [EntryChange(kind: .graph, id: "", change: .changed, fields: heading)])
      + changes(
        .source, old.sources.map { ($0.id, fields(of: $0)) },
        new.sources.map {
          ($0.id, fields(of: $0))
        })
      + changes(
        .asserter, old.asserters.map { ($0.id, fields(of: $0)) },
        new.asserters.map {
          ($0.id, fields(of: $0))
        })
      + changes(
        .entity, old.entities.map { ($0.id, fields(of: $0)) },
        new.entities.map {
          ($0.id, fields(of: $0))
        })
  }

  private static func changes(
    _ kind: Kind, _ old: [(String, [Field])], _ new: [(String, [Field])]
  ) -> [EntryChange] {
    let entries = [old, new].map { Dictionary($0, uniquingKeysWith: { first, _ in first }) }
    return Set(entries[0].keys).union(entries[1].keys).sorted().compactMap { id in
      switch (entries[0][id], entries[1][id]) {
      case (let before?, let after?):
        let fields = FieldChange.changes(from: before, to: after)
        return fields.isEmpty
          ? nil : EntryChange(kind: kind, id: id, change: .changed, fields: fields)
      case (nil, _): return EntryChange(kind: kind, id: id, change: .added, fields: [])
      case (_, nil): return EntryChange(kind: kind, id: id, change: .removed, fields: [])
      }
    }
  }

  private static func present(_ fields: [(String, String?)]) -> [Field] {
    fields.compactMap { key, value in value.map { (key, $0) } }
  }

  private static func fields(of graph: InfluenceGraph) -> [Field] {
    present([
      ("title", graph.title.isEmpty ? nil : graph.title), ("about", graph.about),
      ("depth", graph.depth?.rawValue),
    ])
  }

  /// When a source was looked at and where its data stand change nothing of what it says.
  private static func fields(of source: Source) -> [Field] {
    present([
      ("title", source.title.isEmpty ? nil : source.title), ("publisher", source.publisher),
      ("author", source.author), ("published", source.published?.text),
      ("language", source.language), ("url", source.url),
      ("reliability", source.reliability?.rawValue), ("why", source.why),
      ("origin", source.origin), ("content", source.content?.rawValue), ("note", source.note),
      ("text", text(of: source.paragraphs)),
    ])
  }

  /// Says of a text only how long it is; which words changed is a matter for other tools.
  private static func text(of paragraphs: [String]) -> String? {
    guard !paragraphs.isEmpty else { return nil }
    // FNV-1a over the bytes, so that a changed word shows.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in paragraphs.joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    let checksum = String(repeating: "0", count: 16 - digits.count) + digits
    return "\(paragraphs.count) paragraphs, checksum \(checksum)"
  }

  private static func fields(of asserter: DeclaredAsserter) -> [Field] {
    present([
      ("name", asserter.name), ("aliases", Statement.text(asserter.aliases)),
      ("reliability", asserter.reliability?.rawValue),
      ("interest-in", Statement.text(asserter.interestIn)),
    ])
  }

  private static func fields(of entity: Entity) -> [Field] {
    let aliasesIn = entity.sourceAliases.map { "\($0.source): \($0.name)" }
    return present([
      ("kind", entity.kind), ("name", entity.name), ("aliases", Statement.text(entity.aliases)),
      ("aliases-in", Statement.text(aliasesIn)),
      ("members", entity.collective.flatMap { Statement.text($0.members) }),
      ("size", entity.collective?.size?.text),
      ("collective", entity.collective.map { _ in "yes" }), ("born", entity.born?.text),
      ("died", entity.died?.text), ("date", entity.date?.text),
      ("founded", entity.founded?.text), ("dissolved", entity.dissolved?.text),
      ("note", entity.note),
    ])
  }
}
