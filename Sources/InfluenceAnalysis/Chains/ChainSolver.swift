import Evidence

/// Finds the best chains of a map, and the chance that some chain holds.
struct ChainSolver: Sendable {
  /// With more chains than this, the connection is found by spreading through the network.
  static let chainLimit = 2000

  let factory: ChainFactory
  let options: Tracer.Options

  /// What was found.
  struct Solution {
    /// The best chains that are not impossible in time, those through a group last.
    var chains: [Chain]
    /// The best of those that are impossible.
    var impossible: [Chain]
    /// The chance that some chain holds.
    var connection: Connection
    /// How the chains were ranked.
    var method: String
  }

  /// Solves a map.
  ///
  /// - Parameters:
  ///   - map: The hops and the ends.
  ///   - skippingCarriers: Whether chains that only carry are left out.
  /// - Returns: The chains and the connection.
  func solve(_ map: HopMap, skippingCarriers: Bool) -> Solution {
    let search = ChainSearch(map: map, maxHops: options.maxHops)
    var ways: [[Hop]] = []
    let isComplete = search.run(isWorthwhile: { _ in true }) { hops in
      ways.append(hops)
      return ways.count < Self.chainLimit
    }
    func wanted(_ draft: ChainFactory.Draft) -> Bool {
      !(skippingCarriers && draft.degree == .carries)
    }
    guard isComplete else { return solveLarge(search, wanted: wanted) }
    let drafts = ways.map(factory.draft).filter(wanted)
    let fitting = drafts.filter { $0.order != .impossible }
    let chains = best(of: fitting)
    return Solution(
      chains: chains, impossible: best(of: drafts.filter { $0.order == .impossible }),
      connection: connection(of: fitting, best: chains), method: "joint")
  }

  /// The chains of a map that are not impossible in time.
  ///
  /// - Parameters:
  ///   - map: The hops and the ends.
  ///   - least: Chains whose weakest hop is less probable are left out.
  /// - Returns: The chains, and whether these are all.
  func fitting(
    _ map: HopMap, weakestAtLeast least: Double = 0
  ) -> (drafts: [ChainFactory.Draft], isComplete: Bool) {
    var ways: [[Hop]] = []
    let isComplete = ChainSearch(map: map, maxHops: options.maxHops).run(
      isWorthwhile: { $0 >= least }
    ) { hops in
      ways.append(hops)
      return ways.count < Self.chainLimit
    }
    return (ways.map(factory.draft).filter { $0.order != .impossible }, isComplete)
  }

  private func best(of drafts: [ChainFactory.Draft]) -> [Chain] {
    var ranking = ChainRanking(factory: factory, count: options.count)
    // The most probable first, so that most others need not be worked out.
    for draft in drafts.sorted(by: { $0.bound > $1.bound }) { ranking.insert(draft) }
    return ranking.chains
  }

  private func connection(of drafts: [ChainFactory.Draft], best: [Chain]) -> Connection {
    guard !drafts.isEmpty else {
      return Connection(probability: 0, low: 0, high: 0, method: .exact)
    }
    var event = ChainEvent(factory.network)
    for draft in drafts { event.add(draft.hops) }
    let space = event.space
    let mode = space.mode(samples: options.samples, seed: options.seed)
    return Connection(
      space.probability(mode) { event.happens($0) }, mode: mode, best: best)
  }

  /// Solves a map with more chains than can be looked at one by one.
  ///
  /// The likeliest chains by product set a bound; a second search looks only for chains whose weakest
  /// hop exceeds it. The connection is found without regard to the order of a chain in time, but
  /// without single hops that the dates rule out.
  private func solveLarge(
    _ search: ChainSearch, wanted: (ChainFactory.Draft) -> Bool
  ) -> Solution {
    var ranking = ChainRanking(factory: factory, count: options.count)
    var impossible = ChainRanking(factory: factory, count: options.count)
    var seen: Set<[String]> = []
    func consider(_ hops: [Hop]) {
      let draft = factory.draft(hops)
      guard wanted(draft), seen.insert(draft.nodes).inserted else { return }
      if draft.order == .impossible { impossible.insert(draft) } else { ranking.insert(draft) }
    }
    for hops in search.byProduct(10 * max(options.count, 1)) { consider(hops) }
    var looked = 0
    let isExact = search.run { bound in
      bound > ranking.threshold
    } found: { hops in
      consider(hops)
      looked += 1
      return looked < Self.chainLimit
    }
    let chains = ranking.chains
    let spread = Spread(search.map, factory: factory, maxHops: options.maxHops)
    let mode = spread.space.mode(samples: options.samples, seed: options.seed)
    return Solution(
      chains: chains, impossible: impossible.chains,
      connection: Connection(
        spread.space.probability(mode) { spread.arrives($0) }, mode: mode, best: chains),
      method: isExact ? "joint" : "product-ranked")
  }
}

extension Connection {
  /// A chance as estimated, raised to that of the best chain where the draws fell short of it.
  init(_ estimate: Double, mode: WorldSpace.Mode, best: [Chain]) {
    let floor = best.map(\.probability).max() ?? 0
    probability = max(estimate, floor)
    switch mode {
    case .exact:
      low = probability
      high = probability
      method = .exact
    case .sampled(let worlds, _):
      let interval = WilsonInterval(hits: estimate * Double(worlds), trials: worlds)
      low = max(interval.low, floor)
      high = max(interval.high, floor)
      method = .sampled(worlds)
    }
  }
}

extension Chain {
  /// The order of a list of chains: the most probable first, then the shortest, then by ids.
  static func ranksBefore(_ left: Chain, _ right: Chain) -> Bool {
    let (a, b) = ((left.probability * 1e9).rounded(), (right.probability * 1e9).rounded())
    if a != b { return a > b }
    if left.hops.count != right.hops.count { return left.hops.count < right.hops.count }
    return left.nodes.lexicographicallyPrecedes(right.nodes)
  }
}
