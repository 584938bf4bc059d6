import Evidence

/// What a statement comes to in a program that knows only entities and links between them, and would
/// take every link for a fact.
enum StatementBearing: String, Sendable, CaseIterable {
  /// Somebody affirms that two entities are linked.
  case link
  /// Affirmed by the party that it credits only, or a claim of responsibility.
  case claim
  /// It is not so.
  case denial
  /// They looked and found nothing.
  case noEvidence = "no-evidence"
  /// Asked or left undecided.
  case leftOpen = "left-open"
  /// What could be, or what will be.
  case supposed
  /// It judges other statements.
  case judgement
  /// One of several entities, it is not known which.
  case alternatives
  /// A value, no second entity.
  case value
}

/// Tells of each statement of a graph what it comes to.
///
/// A link that is affirmed by nobody but the party that it credits, or by whoever speaks for that party by
/// the graph's own statements, is a claim, as in the analysis.
struct StatementBearings: Sendable {
  private let graph: InfluenceGraph
  private var speaksFor: [String: [String]] = [:]

  init(_ graph: InfluenceGraph) {
    self.graph = graph
    for statement in graph.statements
    where statement.stance == .affirms && statement.modality.pools {
      guard let subject = statement.subject.id, let object = statement.object?.id,
        let relation = statement.relation, statement.about.isEmpty
      else { continue }
      if ["leads", "spokesman-of", "outlet-of"].contains(relation) {
        speaksFor[subject, default: []].append(object)
      } else if relation == "authored" {
        speaksFor[object, default: []].append(subject)
      }
    }
  }

  /// What a statement comes to.
  func bearing(of statement: Statement) -> StatementBearing {
    guard case .relation(let relation, let object) = statement.predicate else { return .value }
    guard let tail = statement.subject.id, let head = object.id else { return .alternatives }
    guard statement.about.isEmpty else { return .judgement }
    switch statement.stance {
    case .denies: return .denial
    case .findsNoEvidence: return .noEvidence
    case .leavesOpen: return .leftOpen
    case .affirms: break
    }
    guard statement.modality.pools else { return .supposed }
    if relation == "claimed" { return .claim }
    if let isInterested = statement.isInterested { return isInterested ? .claim : .link }
    return isSaidByCredited(statement, relation, tail, head) ? .claim : .link
  }

  private func isSaidByCredited(
    _ statement: Statement, _ relation: String, _ tail: String, _ head: String
  ) -> Bool {
    guard let relation = graph.vocabulary.relation(relation) else { return false }
    let credited: [String] =
      switch relation.influence {
      case .forward: [tail]
      case .reverse: [head]
      case .both: [tail, head]
      case .none: relation.degree == .none ? [] : [tail]
      }
    guard !credited.isEmpty else { return false }
    let gains = closure(of: credited)
    let voices = ([statement.asserter].compactMap { $0 } + statement.via).compactMap { voice in
      entity(of: voice, in: statement.citation.source)
    }
    return voices.contains { !closure(of: [$0]).isDisjoint(with: gains) }
  }

  private func entity(of voice: Voice, in source: String) -> String? {
    switch voice {
    case .entity(let id), .declared(let id): return graph.entity(id)?.id
    case .words(let words):
      if case .one(let id) = graph.resolve(words, in: source, suggestionLimit: 0) { return id }
      return nil
    }
  }

  /// Some entities and all for whom they speak.
  private func closure(of start: [String]) -> Set<String> {
    var found = Set(start)
    var queue = start
    while let voice = queue.popLast() {
      for other in speaksFor[voice, default: []] where found.insert(other).inserted {
        queue.append(other)
      }
    }
    return found
  }
}

extension StatementBearing {
  /// What stands before the name of the relation where a program knows links by one name only, so that
  /// what is not affirmed cannot be taken for it; empty for a link.
  var prefix: String {
    switch self {
    case .link, .value: ""
    case .claim: "claims"
    case .denial: "denies"
    case .noEvidence: "finds-no-evidence-of"
    case .leftOpen: "leaves-open"
    case .supposed: "supposes"
    case .judgement: "judges"
    case .alternatives: "one-of-several"
    }
  }
}
