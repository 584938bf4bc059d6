import Evidence

/// Chains, and how probable each is when some affirmations are struck out.
struct StruckChains {
  /// The ids of the affirmations that bear on some chain, sorted.
  let affirmations: [String]
  /// By chain, the numbers of the affirmations that bear on it, ascending.
  let bearing: [[Int]]

  private struct State: Hashable {
    var chain: Int
    var struck: [Int]
  }

  private let tracer: Tracer
  private let chains: [[Hop]]
  private var known: [State: Double] = [:]
  private var links: [LinkKey: [Set<String>: Link]] = [:]

  init(tracer: Tracer, chains: [[Hop]]) {
    self.tracer = tracer
    self.chains = chains
    let table = tracer.network.table
    let own = chains.map { hops -> Set<String> in
      let keys = Set(hops.flatMap { $0.arcs.map(\.link) })
      return Set(
        keys.flatMap { key in
          let found = table.draft.statements(on: key)
          return (found.own + found.implied).map { table.graph.statements[$0].id }
        }
        .filter { table.weight(of: $0).map { $0.side == .affirms && $0.trust > 0 } ?? false })
    }
    affirmations = own.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted()
    let numbers = Dictionary(
      affirmations.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    bearing = own.map { $0.compactMap { numbers[$0] }.sorted() }
  }

  /// The id of the unit of which an affirmation is a part.
  func name(of affirmation: String, by unit: EvidenceCut.Unit) -> String {
    let table = tracer.network.table
    switch unit {
    case .statement: return affirmation
    case .source: return table.graph.statement(affirmation)?.citation.source ?? ""
    case .origin: return table.weight(of: affirmation)?.origin ?? ""
    }
  }

  /// The probability of a chain without some affirmations.
  ///
  /// - Parameters:
  ///   - chain: The number of the chain.
  ///   - struck: The numbers of the affirmations.
  /// - Returns: The chance that all its hops are present; 0 if one of them has no arc left.
  mutating func probability(of chain: Int, without struck: Set<Int>) -> Double {
    let own = bearing[chain].filter(struck.contains)
    let state = State(chain: chain, struck: own)
    if let value = known[state] { return value }
    let value = work(chain, without: Set(own.map { affirmations[$0] }))
    known[state] = value
    return value
  }

  private mutating func work(_ chain: Int, without struck: Set<String>) -> Double {
    let network = tracer.network
    var hops: [[Presence]] = []
    for hop in chains[chain] {
      // As in a network: no arc without an affirmation of the link itself by somebody else.
      let present = hop.arcs.compactMap { arc -> Presence? in
        guard let link = link(arc.link, without: struck), link.isAffirmed,
          link.pooled.probability > 0, link.pooled.status != .claimedOnly
        else { return nil }
        return Presence(link, policy: network.policy, dependence: network.dependence)
      }
      if present.isEmpty { return 0 }
      hops.append(present)
    }
    return JointEvent(hops: hops).probability(
      samples: tracer.options.samples, seed: tracer.options.seed)
  }

  private mutating func link(_ key: LinkKey, without struck: Set<String>) -> Link? {
    if let link = links[key]?[struck] { return link }
    let link = tracer.network.table.link(key, without: struck)
    links[key, default: [:]][struck] = link
    return link
  }
}
