import Evidence

/// What follows from a link by the vocabulary alone.
///
/// Along `implies`, a relation that follows holds between the same ends where it allows their kinds;
/// along `upward`, to have been somewhere is to have been in whatever that place is located in. An
/// affirmation of a link affirms what follows from it, and a denial of what follows denies the link.
struct Implications: Sendable {
  private let graph: InfluenceGraph
  /// By relation, by subject, the objects that some statement affirms: `located-in` of places.
  private var wider: [String: [String: [String]]] = [:]

  init(_ graph: InfluenceGraph) {
    self.graph = graph
    let names = Set(graph.vocabulary.relations.compactMap(\.upward))
    for statement in graph.statements where statement.stance == .affirms && statement.canPool {
      if let name = statement.relation, names.contains(name), let subject = statement.subject.id,
        let object = statement.object?.id
      {
        wider[name, default: [:]][subject, default: []].append(object)
      }
    }
  }

  /// The keys of all links that follow from one.
  ///
  /// - Parameter key: The link.
  /// - Returns: Keys as the vocabulary files them, sorted, the link itself left out.
  /// - Complexity: O(r w) for r implied relations and w wider places.
  func consequences(of key: LinkKey) -> [LinkKey] {
    var found: Set<LinkKey> = [key]
    var queue = [key]
    while let next = queue.popLast() {
      guard let relation = graph.vocabulary.relation(next.relation) else { continue }
      var following = relation.implies.map {
        LinkKey(subject: next.subject, relation: $0, object: next.object)
      }
      if let upward = relation.upward {
        following += wider[upward, default: [:]][next.object, default: []].map {
          LinkKey(subject: next.subject, relation: next.relation, object: $0)
        }
      }
      // A step whose ends have the wrong kind holds nothing itself, but what follows from it may:
      // who directed an attack was not in contact with it, and yet is linked to it.
      for other in following where found.insert(other).inserted { queue.append(other) }
    }
    let origin = key.canonical(in: graph.vocabulary)
    let keys = found.filter(isAllowed).map { $0.canonical(in: graph.vocabulary) }
    return Set(keys).subtracting([origin]).sorted()
  }

  private func isAllowed(_ key: LinkKey) -> Bool {
    guard let relation = graph.vocabulary.relation(key.relation),
      let subject = graph.entity(key.subject)?.kind, let object = graph.entity(key.object)?.kind
    else { return false }
    return graph.vocabulary.allows(relation, subject: subject, object: object)
      || relation.isSymmetric
        && graph.vocabulary.allows(relation, subject: object, object: subject)
  }
}
