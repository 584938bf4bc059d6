import Evidence

/// Statements whose subject is one of several groups or ideologues, taken together.
///
/// "The group or its local branch is most likely responsible" says nothing of either alone, and yet it
/// says that somebody of the two was. In attribution the alternatives are one principal.
struct AlternativePrincipals: Sendable {
  /// The graph in which each set of alternatives is an entity.
  let graph: InfluenceGraph
  /// The alternatives by the id of that entity, sorted.
  let alternatives: [String: [String]]

  init(_ graph: InfluenceGraph) {
    var alternatives: [String: [String]] = [:]
    var added: [Entity] = []
    let statements = graph.statements.map { statement -> Statement in
      guard case .relation = statement.predicate, case .oneOf(let ids) = statement.subject,
        let kind = Self.kind(of: ids, in: graph)
      else { return statement }
      let members = Set(ids).sorted()
      let id = members.joined(separator: " | ")
      if alternatives[id] == nil, graph.entity(id) == nil {
        alternatives[id] = members
        added.append(
          Entity(
            id: id, kind: kind,
            name: members.map { graph.name(of: $0) }.joined(separator: " or ")))
      }
      var changed = statement
      changed.subject = .one(id)
      return changed
    }
    self.alternatives = alternatives
    self.graph =
      added.isEmpty
      ? graph
      : InfluenceGraph(
        title: graph.title, about: graph.about, depth: graph.depth, sources: graph.sources,
        asserters: graph.asserters, entities: graph.entities + added, statements: statements,
        vocabulary: graph.vocabulary)
  }

  /// The kind of principal that all of some entities are.
  private static func kind(of ids: [String], in graph: InfluenceGraph) -> String? {
    ["group", "ideologue"].first { kind in
      ids.allSatisfy { id in
        graph.entity(id).map { graph.vocabulary.isKind($0.kind, a: kind) } ?? false
      }
    }
  }
}
