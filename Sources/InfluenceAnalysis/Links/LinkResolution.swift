public import Evidence

/// What a text turned out to say of a link.
public enum LinkResolution: Sendable, Equatable {
  /// The link with this key.
  case one(LinkKey)
  /// One of these links; it can be read as any of them.
  case many([LinkKey])
  /// No word of the text is a relation. The suggestion is one that comes near.
  case noRelation(suggestion: String?)
  /// This part of the text names no entity, or several.
  case noEntity(String, NameIndex.Resolution)
  /// No statement speaks of the link that is named. Links between its two ends come first, then links
  /// of its relation from or to one of them.
  case noLink(LinkKey, near: [LinkKey])
  /// The text is the id of a statement that speaks of no single link. The links are those that its
  /// alternatives would make and that other statements speak of.
  case noLinkOfStatement(String, near: [LinkKey])
}

extension LinkTable {
  /// Finds the link that a text names: `SUBJECT relation OBJECT`, or the id of a statement on it.
  ///
  /// Subject and object are ids, names or aliases, as `InfluenceGraph.resolve(_:in:)` reads
  /// them. The relation is a name of the vocabulary or the name of an inverse, its words joined by
  /// hyphens or spaces. Where several readings name a link, they are all given.
  ///
  /// - Parameter text: The text.
  /// - Returns: One link, several, or what is wrong with the text.
  /// - Complexity: Two name lookups for each place where a relation may stand, plus O(n) in the links to
  ///   gather what is near.
  public func resolve(_ text: String) -> LinkResolution {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count == 1, let statement = graph.statement(words[0]) { return link(of: statement) }
    let readings = readings(of: words)
    if readings.isEmpty {
      let known = graph.vocabulary.relations.flatMap { [$0.name, $0.inverse] }
      let near = words.lazy.filter { $0.count > 3 }
        .compactMap { NearMiss.nearest(to: $0.lowercased(), among: known) }.first
      return .noRelation(suggestion: near)
    }
    let keys = readings.compactMap(\.key)
    let found = Set(keys.filter { self[$0] != nil }.map { $0.canonical(in: graph.vocabulary) })
    if found.count > 1 { return .many(found.sorted()) }
    if let key = found.first { return .one(key) }
    if let key = keys.first { return .noLink(key, near: near(key)) }
    // Of several ways to read it wrongly, the one with a good end tells best what is wrong.
    let best = readings.first { $0.goodEnds == 1 } ?? readings[0]
    return .noEntity(best.wrong?.text ?? text, best.wrong?.resolution ?? .none(suggestions: []))
  }

  /// One way to part a text into subject, relation and object.
  private struct Reading {
    var key: LinkKey?
    var goodEnds: Int
    /// The first end that names no one entity.
    var wrong: (text: String, resolution: NameIndex.Resolution)?
  }

  private func readings(of words: [String]) -> [Reading] {
    guard words.count > 2 else { return [] }
    var readings: [Reading] = []
    for start in 1..<(words.count - 1) {
      for end in (start + 1)..<words.count {
        let name = words[start..<end].joined(separator: "-").lowercased()
        let vocabulary = graph.vocabulary
        guard let relation = vocabulary.relation(name) ?? vocabulary.relation(inverse: name) else {
          continue
        }
        let isInverse = vocabulary.relation(name) == nil
        readings.append(
          reading(
            of: words[..<start].joined(separator: " "), relation.name,
            words[end...].joined(separator: " "), isInverse: isInverse))
      }
    }
    return readings
  }

  private func reading(
    of first: String, _ relation: String, _ last: String, isInverse: Bool
  ) -> Reading {
    let ends = [first, last].map { ($0, graph.resolve($0)) }
    let ids = ends.map { end -> String? in
      if case .one(let id) = end.1 { id } else { nil }
    }
    var reading = Reading(goodEnds: ids.compactMap { $0 }.count)
    if let wrong = ids.firstIndex(of: nil) { reading.wrong = ends[wrong] }
    if let one = ids[0], let other = ids[1] {
      reading.key = LinkKey(
        subject: isInverse ? other : one, relation: relation, object: isInverse ? one : other)
    }
    return reading
  }

  private func link(of statement: Statement) -> LinkResolution {
    if let key = statement.linkKey(in: graph.vocabulary) { return .one(key) }
    guard case .relation(let name, let object) = statement.predicate else {
      return .noLinkOfStatement(statement.id, near: [])
    }
    let keys = statement.subject.ids.flatMap { subject in
      object.ids.map { LinkKey(subject: subject, relation: name, object: $0) }
    }
    return .noLinkOfStatement(statement.id, near: keys.filter { self[$0] != nil })
  }

  /// Links that may have been meant: those between the two ends by key, then those of the relation
  /// from the subject or to the object, by key.
  private func near(_ key: LinkKey) -> [LinkKey] {
    let ends = Set([key.subject, key.object])
    let touching = Set(ends.flatMap { links(touching: $0).map(\.key) }).sorted()
    let between = touching.filter { Set([$0.subject, $0.object]) == ends }
    let alike = touching.filter { $0.relation == key.relation && !between.contains($0) }
    return between + alike
  }
}
