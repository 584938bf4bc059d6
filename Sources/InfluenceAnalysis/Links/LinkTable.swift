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
  let draft: LinkDraft

  /// Weighs all statements of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - policy: The conventions.
  /// - Complexity: O(n log n) in the statements for a bounded number of implications each.
  public init(_ graph: InfluenceGraph, policy: Policy = .standard) {
    self.init(LinkDraft(graph, policy: policy))
  }

  /// The same statements under a policy that differs in the worth of grades alone.
  func reweighed(reliability: [Reliability: Double], credibility: [Credibility: Double])
    -> LinkTable
  {
    var policy = policy
    policy.reliability = reliability
    policy.credibility = credibility
    return LinkTable(LinkDraft(draft, policy: policy))
  }

  /// The same question asked of a graph of the same entities and asserters, with other statements.
  func replacing(_ graph: InfluenceGraph) -> LinkTable {
    LinkTable(LinkDraft(graph, policy: policy, voices: draft.scales.voices))
  }

  private init(_ draft: LinkDraft) {
    graph = draft.graph
    policy = draft.policy
    self.draft = draft
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
  public func weight(of statement: String) -> StatementWeight? { draft.weights[statement] }

  /// The link as it would be if some statements had no weight.
  ///
  /// Who speaks for whom, what implies what and which quotes are copies stay as they are read from
  /// the whole graph.
  ///
  /// - Parameters:
  ///   - key: Its key; the ends of a symmetric relation in either order.
  ///   - struck: The ids of the statements.
  /// - Returns: The link, or `nil` if no statement at all speaks of it.
  func link(_ key: LinkKey, without struck: Set<String>) -> Link? {
    let key = key.canonical(in: graph.vocabulary)
    return index[key] == nil ? nil : draft.link(key, without: struck)
  }
}

/// The statements of a graph sorted by the links on which they bear.
struct LinkDraft: Sendable {
  let graph: InfluenceGraph
  let policy: Policy
  /// The keys of all links, sorted.
  let keys: [LinkKey]
  /// What each statement weighs that can count at all, by its id.
  private(set) var weights: [String: StatementWeight]

  let scales: Scales
  private let direct: [LinkKey: [Int]]
  private let implied: [LinkKey: [Int]]
  private let copies: QuoteCopies

  /// Sorts and weighs; voices that are known are those of a graph of the same entities and asserters.
  init(_ graph: InfluenceGraph, policy: Policy, voices: VoiceBook? = nil) {
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
    scales = Scales(graph, policy: policy, voices: voices)
    copies = QuoteCopies(graph, voices: scales.voices)
    weights = [:]
    weigh()
  }

  /// The same draft under a policy that differs in the worth of grades alone: who speaks, who copies
  /// whom and what bears on what stay.
  init(_ other: LinkDraft, policy: Policy) {
    graph = other.graph
    self.policy = policy
    keys = other.keys
    direct = other.direct
    implied = other.implied
    scales = Scales(other.scales, policy: policy)
    copies = other.copies
    weights = [:]
    weigh()
  }

  private mutating func weigh() {
    var weights: [String: StatementWeight] = [:]
    for key in keys { weights.merge(weighed(key, without: [])) { $1 } }
    self.weights = weights
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

  /// What the statements on a link weigh, some of them left out.
  private func weighed(
    _ key: LinkKey, without struck: Set<String>
  ) -> [String: StatementWeight] {
    let own = direct[key, default: []].map { graph.statements[$0] }
      .filter { !struck.contains($0.id) }
    let others = implied[key, default: []].map { graph.statements[$0] }
      .filter { !struck.contains($0.id) }
    let isContradicted = (own + others).contains { $0.stance.isDenial && $0.canPool }
    let raw = own.compactMap { statement in
      scales.weigh(statement, isContradicted: isContradicted)
    }.map { copies.joined($0, scales: scales) }
    var result: [String: StatementWeight] = [:]
    for weight in raw {
      guard let statement = graph.statement(weight.statement) else { continue }
      result[weight.statement] = scales.settle(weight, statement: statement, among: raw)
    }
    return result
  }

  /// The statements that bear on a link, by position in the graph: its own and those on others.
  func statements(on key: LinkKey) -> (own: [Int], implied: [Int]) {
    let own = direct[key, default: []]
    return (own, implied[key, default: []].filter { !own.contains($0) })
  }

  /// Everything that bears on a link with what it weighs, its own statements first.
  func bearings(on key: LinkKey, without struck: Set<String> = []) -> [Bearing] {
    let (own, others) = statements(on: key)
    var reweighed: [LinkKey: [String: StatementWeight]] = [:]
    func weight(of statement: Statement) -> StatementWeight? {
      guard let other = statement.linkKey(in: graph.vocabulary), touches(struck, other) else {
        return weights[statement.id]
      }
      if reweighed[other] == nil { reweighed[other] = weighed(other, without: struck) }
      return reweighed[other]?[statement.id]
    }
    return (own.map { ($0, false) } + others.map { ($0, true) }).compactMap { number, isImplied in
      let statement = graph.statements[number]
      guard let weight = weight(of: statement) else { return nil }
      let said = statement.said ?? graph.source(statement.citation.source)?.published
      return Bearing(weight: weight, isImplied: isImplied, said: said?.bounds)
    }
  }

  /// Whether some of the statements bear on a link.
  private func touches(_ struck: Set<String>, _ key: LinkKey) -> Bool {
    guard !struck.isEmpty else { return false }
    let (own, others) = statements(on: key)
    return (own + others).contains { struck.contains(graph.statements[$0].id) }
  }

  func link(_ key: LinkKey, without struck: Set<String> = []) -> Link {
    let (own, others) = statements(on: key)
    let origins = Origins.verdicts(of: bearings(on: key, without: struck))
    let pooled = Pooling.pool(origins, policy: policy)
    func ids(_ numbers: [Int]) -> [String] {
      numbers.map { graph.statements[$0].id }.filter { !struck.contains($0) }
    }
    return Link(
      key: key, statements: ids(own), implied: ids(others), pooled: pooled, origins: origins,
      degree: degree(of: key), phrase: Phrase.link(pooled),
      sensitivity: Sensitivity(
        lower: Pooling.pool(origins, policy: policy, scale: 0.85).probability,
        higher: Pooling.pool(origins, policy: policy, scale: 1.15).probability))
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
