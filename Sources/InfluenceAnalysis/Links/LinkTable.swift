public import Evidence

/// Every link of a graph, with what its statements come to under a policy.
///
/// A link exists where a statement of its own speaks of it: affirms it, denies it, supposes it or
/// asks after it. What only follows from other links makes none, but bears on those that exist.
public struct LinkTable: Sendable {
  /// The graph that was read.
  public let graph: InfluenceGraph
  /// The conventions.
  public let policy: Policy
  /// The links, sorted by key.
  public let links: [Link]

  private let index: [LinkKey: Int]
  private let byEnd: [String: [Int]]
  private let weights: [String: StatementWeight]

  /// Weighs all statements of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - policy: The conventions.
  /// - Complexity: O(n log n) in the statements for a bounded number of implications each.
  public init(_ graph: InfluenceGraph, policy: Policy = .standard) {
    let draft = LinkDraft(graph, policy: policy)
    self.graph = graph
    self.policy = policy
    weights = draft.weights
    links = draft.keys.map { draft.link($0) }
    index = Dictionary(
      links.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    var byEnd: [String: [Int]] = [:]
    for (number, link) in links.enumerated() {
      for end in Set([link.key.subject, link.key.object]) {
        byEnd[end, default: []].append(number)
      }
    }
    self.byEnd = byEnd
  }

  /// The link with a key.
  ///
  /// - Parameter key: Its key; the ends of a symmetric relation in either order.
  /// - Returns: The link, or `nil` if no statement speaks of it.
  public subscript(key: LinkKey) -> Link? {
    index[key.canonical(in: graph.vocabulary)].map { links[$0] }
  }

  /// The links with an entity at one end.
  ///
  /// - Parameter id: The id of the entity.
  /// - Returns: The links, sorted by key.
  public func links(touching id: String) -> [Link] {
    byEnd[id, default: []].map { links[$0] }
  }

  /// What a statement weighs.
  ///
  /// - Parameter statement: The id of the statement.
  /// - Returns: Its weight, or `nil` if it cannot count for or against a link.
  public func weight(of statement: String) -> StatementWeight? { weights[statement] }
}

/// The statements of a graph sorted by the links on which they bear.
private struct LinkDraft {
  let graph: InfluenceGraph
  let policy: Policy
  /// The keys of all links, sorted.
  let keys: [LinkKey]
  /// What each statement weighs that can count at all, by its id.
  let weights: [String: StatementWeight]

  private let direct: [LinkKey: [Int]]
  private let implied: [LinkKey: [Int]]

  init(_ graph: InfluenceGraph, policy: Policy) {
    self.graph = graph
    self.policy = policy
    var direct: [LinkKey: [Int]] = [:]
    for (number, statement) in graph.statements.enumerated() {
      if let key = statement.linkKey(in: graph.vocabulary) {
        direct[key, default: []].append(number)
      }
    }
    keys = direct.keys.sorted()
    self.direct = direct
    implied = Self.implied(graph, keys: keys, direct: direct)
    weights = Self.weights(graph, policy: policy, keys: keys, direct: direct, implied: implied)
  }

  /// By link, the statements on other links that bear on it: affirmations of what implies it,
  /// denials of what it implies.
  private static func implied(
    _ graph: InfluenceGraph, keys: [LinkKey], direct: [LinkKey: [Int]]
  ) -> [LinkKey: [Int]] {
    let implications = Implications(graph)
    func statements(on key: LinkKey, denying: Bool) -> [Int] {
      direct[key, default: []].filter {
        graph.statements[$0].canPool && graph.statements[$0].stance.isDenial == denying
      }
    }
    var result: [LinkKey: Set<Int>] = [:]
    for key in keys {
      for consequence in implications.consequences(of: key) where direct[consequence] != nil {
        result[consequence, default: []].formUnion(statements(on: key, denying: false))
        result[key, default: []].formUnion(statements(on: consequence, denying: true))
      }
    }
    return result.mapValues { $0.sorted() }
  }

  private static func weights(
    _ graph: InfluenceGraph, policy: Policy, keys: [LinkKey], direct: [LinkKey: [Int]],
    implied: [LinkKey: [Int]]
  ) -> [String: StatementWeight] {
    let scales = Scales(graph, policy: policy)
    let copies = QuoteCopies(graph)
    var result: [String: StatementWeight] = [:]
    for key in keys {
      let own = direct[key, default: []].map { graph.statements[$0] }
      let bearing = own + implied[key, default: []].map { graph.statements[$0] }
      let isContradicted = bearing.contains { $0.stance.isDenial && $0.canPool }
      let raw = own.compactMap { statement in
        scales.weigh(statement, isContradicted: isContradicted)
      }.map { copies.joined($0, scales: scales) }
      for weight in raw {
        guard let statement = graph.statement(weight.statement) else { continue }
        result[weight.statement] = scales.settle(weight, statement: statement, among: raw)
      }
    }
    return result
  }

  func link(_ key: LinkKey) -> Link {
    let own = direct[key, default: []]
    let others = implied[key, default: []].filter { !own.contains($0) }
    let bearings =
      own.compactMap { bearing($0, isImplied: false) }
      + others.compactMap { bearing($0, isImplied: true) }
    let origins = Origins.verdicts(of: bearings)
    let pooled = Pooling.pool(origins, policy: policy)
    return Link(
      key: key, statements: own.map { graph.statements[$0].id },
      implied: others.map { graph.statements[$0].id }, pooled: pooled, origins: origins,
      degree: degree(of: key), phrase: Phrase.link(pooled),
      sensitivity: Sensitivity(
        lower: Pooling.pool(origins, policy: policy, scale: 0.85).probability,
        higher: Pooling.pool(origins, policy: policy, scale: 1.15).probability))
  }

  private func bearing(_ number: Int, isImplied: Bool) -> Bearing? {
    let statement = graph.statements[number]
    guard let weight = weights[statement.id] else { return nil }
    let said = statement.said ?? graph.source(statement.citation.source)?.published
    return Bearing(weight: weight, isImplied: isImplied, said: said?.bounds)
  }

  /// The degree of the relation; a group that carried an attack out itself counts as directing it.
  private func degree(of key: LinkKey) -> Degree {
    guard let relation = graph.vocabulary.relation(key.relation) else { return .none }
    if key.relation == "perpetrated", let kind = graph.entity(key.subject)?.kind,
      graph.vocabulary.isKind(kind, a: "group")
    {
      return .directs
    }
    return relation.degree
  }
}

extension Statement {
  /// The key of the link that the statement speaks of, if it names one subject and one object.
  ///
  /// - Parameter vocabulary: The vocabulary of the graph.
  /// - Returns: The key, or `nil` for an attribute, alternatives, or an unknown relation.
  func linkKey(in vocabulary: Vocabulary) -> LinkKey? {
    guard case .relation(let name, .one(let object)) = predicate, case .one(let subject) = subject,
      vocabulary.relation(name) != nil
    else { return nil }
    return LinkKey(subject: subject, relation: name, object: object).canonical(in: vocabulary)
  }
}
