import Evidence

/// Turns the names that a file uses into ids.
struct NameReader {
  private let entities: NameIndex
  private let asserters: NameIndex
  private let asserterIds: Set<String>
  private let entityIds: Set<String>

  init(entities: [Entity], asserters: [DeclaredAsserter]) {
    self.entities = NameIndex(InfluenceGraph.names(of: entities))
    entityIds = Set(entities.map(\.id))
    let named = asserters.filter { [entityIds] in !entityIds.contains($0.id) }
    self.asserters = NameIndex(
      named.flatMap { asserter in
        ([asserter.name] + asserter.aliases).map {
          NameIndex.Row(id: asserter.id, name: $0, scope: nil)
        }
      })
    asserterIds = Set(named.map(\.id))
  }

  /// What a name stands for at the end of a statement.
  enum End {
    /// The id of an entity.
    case id(String)
    /// Several ids fit.
    case many([String])
    /// Nothing fits; the text is kept so that the check can report it.
    case unknown(String)
  }

  /// Looks up an end of a statement.
  func end(_ text: String, in source: String?) -> End {
    // A file is to name things as they are: what only sounds alike is a slip to be mended.
    let answer = entities.lookUp(text, in: source, suggestionLimit: 0)
    switch answer.resolution {
    case .one(let id) where answer.step != .transliteration: return .id(id)
    case .many(let ids) where answer.step != .transliteration: return .many(ids)
    case .one, .many, .none: return .unknown(text)
    }
  }

  /// Looks up a voice: a declared asserter, an entity, or else plain words.
  func voice(_ text: String, in source: String?) -> Voice {
    if asserterIds.contains(text) { return .declared(text) }
    // Plain words must not become a person because they are spelt a little like one.
    let entity = entities.lookUp(text, in: source, suggestionLimit: 0)
    if case .one(let id) = entity.resolution, entity.step != .transliteration {
      return .entity(id)
    }
    let asserter = asserters.lookUp(text, in: nil, suggestionLimit: 0)
    if case .one(let id) = asserter.resolution, asserter.step != .transliteration {
      return .declared(id)
    }
    return .words(text)
  }

  /// Alternatives separated by `|`, as ids; what fits several entities is reported.
  func term(
    _ text: String, in source: String?, at mark: DocumentTree.Mark, offset: Int = 0,
    place: Place, log: inout ReadingLog
  ) -> Term {
    // An id counts before everything else, whatever signs it is made of.
    if entityIds.contains(text) { return .one(text) }
    let parts = text.split(separator: "|").map { $0.trimmed }
    let ids = parts.map { part -> String in
      switch end(part, in: source) {
      case .id(let id): return id
      case .unknown(let text): return text
      case .many(let ids):
        log.error(
          "ambiguous-name", "'\(part)' fits \(ids.joined(separator: ", "))",
          mend: "write the id that is meant", at: mark, offset: offset, place: place)
        return ids[0]
      }
    }
    return ids.count == 1 ? .one(ids[0]) : ids.isEmpty ? .one(text) : .oneOf(ids)
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
