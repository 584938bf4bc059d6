import Evidence

/// Puts chains together from their hops: probability, order in time, degree and words.
struct ChainFactory: Sendable {
  let network: InfluenceNetwork
  let timeline: Timeline
  let samples: Int
  let seed: UInt64

  /// A chain whose joint probability is still to be found.
  struct Draft: Sendable {
    /// The ids along it.
    var nodes: [String]
    /// The hops, with only the arcs that fit in time.
    var hops: [Hop]
    /// Its order in time.
    var order: TimeOrder
    /// Its degree.
    var degree: Degree
    /// Whether it goes through a group.
    var crossesGroup: Bool
    /// The probability of its weakest hop, which it cannot exceed.
    var bound: Double
  }

  /// Classifies a chain.
  func draft(_ hops: [Hop]) -> Draft {
    let (order, arcs) = timeline.order(of: hops)
    let fitting = zip(hops, arcs).map { hop, arcs in
      arcs.count == hop.arcs.count ? hop : network.hop(of: arcs)
    }
    let crosses = crossesGroup(fitting)
    return Draft(
      nodes: (fitting.first.map { [$0.tail] } ?? []) + fitting.map(\.head), hops: fitting,
      order: order, degree: crosses ? .associates : degree(fitting), crossesGroup: crosses,
      bound: fitting.map(\.probability).min() ?? 0)
  }

  /// Finds the joint probability of a chain.
  func chain(_ draft: Draft) -> Chain {
    let joint = min(jointProbability(of: draft.hops), draft.bound)
    let isDisputed = draft.hops.contains { $0.arcs.allSatisfy { $0.status == .disputed } }
    return Chain(
      nodes: draft.nodes, hops: draft.hops, probability: joint,
      product: draft.hops.reduce(1) { $0 * $1.probability },
      phrase: Phrase.likelihood(joint) + (isDisputed ? ", disputed" : ""), degree: draft.degree,
      order: draft.order, crossesGroup: draft.crossesGroup,
      weakest: draft.hops.indices.min {
        (draft.hops[$0].probability, $0) < (draft.hops[$1].probability, $1)
      } ?? 0)
  }

  /// The chance that all hops are present.
  private func jointProbability(of hops: [Hop]) -> Double {
    JointEvent(
      hops: hops.map { hop in
        hop.arcs.compactMap { network.table[$0.link] }.map {
          Presence($0, policy: network.policy, dependence: network.dependence)
        }
      }
    ).probability(samples: samples, seed: seed)
  }

  /// The weakest degree among the hops that do more than carry.
  private func degree(_ hops: [Hop]) -> Degree {
    hops.compactMap { hop in hop.degree.rank.map { (hop.degree, $0) } }.max { $0.1 < $1.1 }?.0
      ?? .carries
  }

  /// Whether it enters a group through its leader or spokesman and goes on.
  private func crossesGroup(_ hops: [Hop]) -> Bool {
    hops.dropLast().contains(where: \.entersGroup)
  }
}

/// "Some of these chains holds", as masks of worlds.
struct ChainEvent: Sendable {
  private let network: InfluenceNetwork
  private var links: [LinkKey: Int] = [:]
  private var presences: [Presence] = []
  /// By chain, by hop, the numbers of the links that make it.
  private var chains: [[[Int]]] = []

  init(_ network: InfluenceNetwork) {
    self.network = network
  }

  /// Adds a chain.
  mutating func add(_ hops: [Hop]) {
    chains.append(hops.map { hop in hop.arcs.compactMap { number(of: $0.link) } })
  }

  private mutating func number(of key: LinkKey) -> Int? {
    if let known = links[key] { return known }
    guard let link = network.table[key] else { return nil }
    presences.append(
      Presence(link, policy: network.policy, dependence: network.dependence))
    links[key] = presences.count - 1
    return presences.count - 1
  }

  /// The worlds of the links that the chains use.
  var space: WorldSpace { WorldSpace(presences) }

  /// In which worlds of a block some chain holds.
  func happens(_ present: [UInt64]) -> UInt64 {
    var some: UInt64 = 0
    for chain in chains {
      var whole = UInt64.max
      for hop in chain {
        whole &= hop.reduce(0) { $0 | present[$1] }
        if whole == 0 { break }
      }
      some |= whole
    }
    return some
  }
}
