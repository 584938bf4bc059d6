import Evidence

/// What changed from one graph to another, from the statements to what follows from them.
public struct GraphDiff: Sendable {
  /// The statements that are new, gone or changed: added ones in the order of the new graph, removed
  /// ones in that of the old, then changed ones in that of the new.
  public let statements: [StatementChange]
  /// Statements that are the same under another id, in the order of the new graph.
  public let renumbered: [Renumbering]
  /// Changes of what statements are weighed and read by: the heading of the graph, sources, voices
  /// and entities, in this order, each by id.
  public let entries: [EntryChange]
  /// The links that are new, gone, or have another probability or status, by key.
  public let links: [LinkChange]
  /// The attacks of which the sources come to something else, by id.
  public let verdicts: [VerdictChange]
  /// Entities with another rank, by measure in the order asked for, then by the better of the two
  /// ranks, then by id.
  public let ranks: [RankChange]
  /// The names of the measures that were compared.
  public let measures: [String]
  /// The old network.
  public let old: InfluenceNetwork
  /// The new network.
  public let new: InfluenceNetwork

  /// The measures that are compared if none is named.
  public static let usualMeasures = ["reach", "out-degree", "betweenness", "pagerank"]

  /// Compares two networks, made under one policy and one projection.
  ///
  /// Statements are the same if they have one id; where ids are missing or were given anew, by what
  /// they say. Probabilities that differ by less than one in a thousand million are equal.
  ///
  /// - Parameters:
  ///   - old: The network as it was.
  ///   - new: The network as it is.
  ///   - measures: Names of measures whose ranks are compared; `all` stands for every one.
  ///   - seed: The seed of the draws of verdicts that are too large to be exact.
  /// - Throws: ``AnalysisError`` for an unknown measure.
  /// - Complexity: O(n log n) in the statements, plus that of the measures and the attributions of both
  ///   graphs; graphs that say the same are not attributed.
  public init(
    from old: InfluenceNetwork, to new: InfluenceNetwork,
    measures: [String] = GraphDiff.usualMeasures, seed: UInt64 = 0
  ) throws(AnalysisError) {
    self.old = old
    self.new = new
    let matching = StatementMatching(from: old.evidence, to: new.evidence)
    statements = matching.changes
    renumbered = matching.renumbered
    entries = EntryChange.changes(from: old.evidence, to: new.evidence)
    links = LinkChange.changes(from: old.table, to: new.table)
    let saysTheSame = statements.isEmpty && entries.isEmpty && links.isEmpty
    verdicts =
      saysTheSame
      ? []
      : VerdictChange.changes(
        from: Self.attributions(old, seed: seed), to: Self.attributions(new, seed: seed))
    let tables = (
      try MeasureTable(old, measures: measures), try MeasureTable(new, measures: measures)
    )
    self.measures = tables.1.measures.map(\.name)
    ranks = RankChange.changes(from: tables.0, to: tables.1)
  }

  private static func attributions(_ network: InfluenceNetwork, seed: UInt64) -> [Attribution] {
    Attributor(
      network.evidence, policy: network.policy, dependence: network.dependence, seed: seed
    ).attributions()
  }

  /// Whether nothing changed but perhaps the ids of statements.
  public var isEmpty: Bool {
    statements.isEmpty && entries.isEmpty && links.isEmpty && verdicts.isEmpty && ranks.isEmpty
  }
}

/// How something differs between two graphs.
public enum Change: String, Sendable, CaseIterable {
  /// It is in the new graph only.
  case added
  /// It is in the old graph only.
  case removed
  /// It is in both, and not the same.
  case changed
}

/// A key whose value differs, as the native format names it.
public struct FieldChange: Sendable, Equatable {
  /// The key, such as `credibility`.
  public let name: String
  /// The old value as the file has it; `nil` if there was none.
  public let old: String?
  /// The new value; `nil` if there is none.
  public let new: String?

  /// The keys in which two lists of values differ, in the order in which keys first appear.
  static func changes(
    from old: [(key: String, value: String)], to new: [(key: String, value: String)]
  ) -> [FieldChange] {
    func value(_ key: String, in fields: [(key: String, value: String)]) -> String? {
      fields.first { $0.key == key }?.value
    }
    var names: [String] = []
    for field in old + new where !names.contains(field.key) { names.append(field.key) }
    return names.compactMap { name in
      let (before, after) = (value(name, in: old), value(name, in: new))
      return before == after ? nil : FieldChange(name: name, old: before, new: after)
    }
  }
}

/// A statement that is new, gone or changed.
public struct StatementChange: Sendable, Equatable {
  /// How it differs.
  public let change: Change
  /// The id in the old graph; `nil` if it is new.
  public let old: String?
  /// The id in the new graph; `nil` if it is gone.
  public let new: String?
  /// What differs, for a changed one.
  public let fields: [FieldChange]
}

/// A statement that is the same under another id.
public struct Renumbering: Sendable, Equatable {
  /// The id in the old graph.
  public let old: String
  /// The id in the new graph.
  public let new: String
}

/// A source, voice or entity that is new, gone or changed, or the heading of the graph.
public struct EntryChange: Sendable, Equatable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The title of the graph and what stands beside it.
    case graph
    /// A source.
    case source
    /// A graded voice that is no entity.
    case asserter
    /// An entity.
    case entity
  }

  /// What it is.
  public let kind: Kind
  /// The id; empty for the heading.
  public let id: String
  /// How it differs.
  public let change: Change
  /// What differs, for a changed one.
  public let fields: [FieldChange]
}

/// A link that is new, gone, or has another probability or status.
public struct LinkChange: Sendable, Equatable {
  /// What names the link.
  public let key: LinkKey
  /// The link as it was; `nil` if no statement spoke of it.
  public let old: Link?
  /// The link as it is; `nil` if no statement speaks of it.
  public let new: Link?

  /// How it differs.
  public var change: Change { old == nil ? .added : new == nil ? .removed : .changed }

  static func changes(from old: LinkTable, to new: LinkTable) -> [LinkChange] {
    Set(old.links.map(\.key) + new.links.map(\.key)).sorted().compactMap { key in
      let (before, after) = (old[key], new[key])
      if let one = before?.pooled, let other = after?.pooled, one.status == other.status,
        abs(one.probability - other.probability) <= 1e-9
      {
        return nil
      }
      return LinkChange(key: key, old: before, new: after)
    }
  }
}

/// An entity whose rank by some measure differs, or that came into the network or left it.
public struct RankChange: Sendable, Equatable {
  /// The name of the measure.
  public let measure: String
  /// The id of the entity.
  public let entity: String
  /// The old rank, 1 for the highest; ties share the mean of their places. `nil` if it had none.
  public let old: Double?
  /// The new rank; `nil` if it has none.
  public let new: Double?

  /// The better of the two ranks.
  public var best: Double { min(old ?? .infinity, new ?? .infinity) }

  static func changes(from old: MeasureTable, to new: MeasureTable) -> [RankChange] {
    zip(old.measures, new.measures).flatMap { before, after -> [RankChange] in
      let ranks = [before, after].map { result in
        Dictionary(
          result.scores.map { ($0.id, $0.rank) }, uniquingKeysWith: { first, _ in first })
      }
      let ids = Set(ranks[0].keys).union(ranks[1].keys)
      return ids.compactMap { id -> RankChange? in
        let places = ranks.map { $0[id] ?? nil }
        return places[0] == places[1]
          ? nil
          : RankChange(measure: before.name, entity: id, old: places[0], new: places[1])
      }
      .sorted { ($0.best, $0.entity) < ($1.best, $1.entity) }
    }
  }
}
