public import Evidence
public import GraphCore

/// The graph of influence that a projection makes of the links of some evidence.
///
/// This is the one place where links become arcs, and where the ids of entities become indices of
/// nodes. A link makes arcs if its relation is in the projection, if some statement on the link
/// itself affirms it, and if others than the party that it credits do. A denial makes none.
public struct InfluenceNetwork: Sendable {
  /// The links.
  public let table: LinkTable
  /// The rule that makes arcs of them.
  public let projection: Projection
  /// Which links hold or fail together.
  public let dependence: Dependence
  /// The ids of the entities that are an end of an arc, sorted; the position is the node index.
  public let nodes: [String]
  /// The arcs, sorted by tail, head and link.
  public let arcs: [Arc]
  /// What would be arcs if others than the party that they credit affirmed them: to be drawn dashed,
  /// never followed.
  public let claims: [Arc]
  /// The arcs by their ends, sorted by tail and head; the position is the edge index.
  public let hops: [Hop]
  /// One edge for each hop, its weight the probability of the hop.
  public let graph: Graph

  private let indices: [String: Int]
  private let hopIndices: [String: [String: Int]]

  /// Applies a projection.
  ///
  /// - Parameters:
  ///   - table: The links.
  ///   - name: The name of the projection.
  ///   - dependence: Which links hold or fail together.
  /// - Throws: ``AnalysisError`` if the vocabulary has no such projection.
  public init(
    _ table: LinkTable, projection name: String = "influence", dependence: Dependence = .origins
  ) throws(AnalysisError) {
    let vocabulary = table.graph.vocabulary
    guard let projection = vocabulary.projection(name) else {
      throw .unknownProjection(name, known: vocabulary.projections.map(\.name))
    }
    try self.init(
      table, projection: projection, dependence: dependence,
      made: Self.arcs(table, projection: projection))
  }

  /// The network that some of the arcs and claims of another make.
  init(_ other: InfluenceNetwork, keeping isKept: (Arc) -> Bool) throws(AnalysisError) {
    try self.init(
      other.table, projection: other.projection, dependence: other.dependence,
      made: (other.arcs + other.claims).filter(isKept).sorted(by: Self.precedes))
  }

  private init(
    _ table: LinkTable, projection: Projection, dependence: Dependence, made: [Arc]
  ) throws(AnalysisError) {
    self.table = table
    self.projection = projection
    self.dependence = dependence
    arcs = made.filter { $0.status != .claimedOnly }
    claims = made.filter { $0.status == .claimedOnly }
    hops = Self.hops(arcs, table: table, dependence: dependence)
    nodes = Set(arcs.flatMap { [$0.tail, $0.head] }).sorted()
    indices = Dictionary(
      nodes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var hopIndices: [String: [String: Int]] = [:]
    for (number, hop) in hops.enumerated() { hopIndices[hop.tail, default: [:]][hop.head] = number }
    self.hopIndices = hopIndices
    let indices = indices
    let edges = hops.compactMap { hop -> Graph.Edge? in
      guard let tail = indices[hop.tail], let head = indices[hop.head] else { return nil }
      return Graph.Edge(tail, head, weight: hop.probability)
    }
    do {
      graph = try Graph(nodeCount: nodes.count, edges: edges, isDirected: true)
    } catch {
      throw .unusableGraph(error)
    }
  }

  /// The conventions.
  public var policy: Policy { table.policy }

  /// The evidence.
  public var evidence: InfluenceGraph { table.graph }

  /// The node index of an entity.
  ///
  /// - Parameter id: The id of the entity.
  /// - Returns: Its index in ``nodes``, or `nil` if it is an end of no arc.
  public func node(of id: String) -> Int? { indices[id] }

  /// The hop between two entities.
  ///
  /// - Parameters:
  ///   - tail: The id of the one that influences.
  ///   - head: The id of the one that is influenced.
  /// - Returns: The hop, or `nil` if there is none.
  public func hop(from tail: String, to head: String) -> Hop? {
    hopIndices[tail]?[head].map { hops[$0] }
  }
}

extension InfluenceNetwork {
  /// What every link of the projection's relations makes, claims included.
  private static func arcs(_ table: LinkTable, projection: Projection) -> [Arc] {
    let vocabulary = table.graph.vocabulary
    let relations = Set(vocabulary.relations(of: projection))
    let weak = Set(projection.weak)
    var result: [Arc] = []
    for link in table.links
    where relations.contains(link.key.relation) && link.isAffirmed && link.pooled.probability > 0 {
      guard let relation = vocabulary.relation(link.key.relation),
        link.key.subject != link.key.object
      else { continue }
      for isReversed in directions(of: link.key, relation, in: table.graph) {
        result.append(
          Arc(
            tail: isReversed ? link.key.object : link.key.subject,
            head: isReversed ? link.key.subject : link.key.object, link: link.key,
            relation: link.key.relation, degree: link.degree,
            probability: link.pooled.probability, isReversed: isReversed,
            status: link.pooled.status, isWeakLead: weak.contains(link.key.relation),
            statements: link.statements))
      }
    }
    return result.sorted(by: precedes)
  }

  private static func precedes(_ left: Arc, _ right: Arc) -> Bool {
    (left.tail, left.head, left.link) < (right.tail, right.head, right.link)
  }

  /// Whether the arcs of a link run from its object to its subject.
  ///
  /// A relation without influence of its own, which a projection may still ask for, runs from
  /// subject to object; only a likeness between an attack and a message runs from the message.
  private static func directions(
    of key: LinkKey, _ relation: Relation, in graph: InfluenceGraph
  ) -> [Bool] {
    switch relation.influence {
    case .forward: return [false]
    case .reverse: return [true]
    case .both: return [false, true]
    case .none:
      let isLikeness =
        relation.degree == .associates && graph.entity(key.subject)?.kind == "attack"
        && graph.entity(key.object)?.kind == "publication"
      return [isLikeness]
    }
  }

  /// A hop of some of the arcs between two entities.
  func hop(of arcs: [Arc]) -> Hop {
    precondition(!arcs.isEmpty, "a hop has at least one arc")
    return Hop(
      tail: arcs[0].tail, head: arcs[0].head, arcs: arcs,
      probability: Self.probability(ofAnyOf: arcs, table: table, dependence: dependence))
  }

  private static func hops(
    _ arcs: [Arc], table: LinkTable, dependence: Dependence
  ) -> [Hop] {
    var result: [Hop] = []
    var start = 0
    while start < arcs.count {
      var end = start + 1
      while end < arcs.count, arcs[end].tail == arcs[start].tail, arcs[end].head == arcs[start].head
      {
        end += 1
      }
      let own = Array(arcs[start..<end])
      result.append(
        Hop(
          tail: own[0].tail, head: own[0].head, arcs: own,
          probability: probability(ofAnyOf: own, table: table, dependence: dependence)))
      start = end
    }
    return result
  }

  private static func probability(
    ofAnyOf arcs: [Arc], table: LinkTable, dependence: Dependence
  ) -> Double {
    if arcs.count == 1 { return arcs[0].probability }
    let space = WorldSpace(
      arcs.compactMap { table[$0.link] }.map {
        Presence($0, policy: table.policy, dependence: dependence)
      })
    // Sampled only where one pair of entities rests on more than twenty voices.
    let estimate = space.probability(space.mode(samples: 10_000, seed: 0)) { $0.reduce(0, |) }
    return max(estimate, arcs.map(\.probability).max() ?? 0)
  }
}
