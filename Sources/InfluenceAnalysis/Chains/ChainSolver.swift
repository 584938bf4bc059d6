import Evidence

/// Finds the best chains of a map, and the chance that some chain holds.
struct ChainSolver: Sendable {
  /// With more chains than this, the connection is found by spreading through the network.
  static let chainLimit = 4096

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
    var drafts: [ChainFactory.Draft] = []
    let isComplete = search.run(isWorthwhile: { _ in true }) { hops in
      drafts.append(factory.draft(hops))
      return drafts.count < Self.chainLimit
    }
    func wanted(_ draft: ChainFactory.Draft) -> Bool {
      !(skippingCarriers && draft.degree == .carries)
    }
    guard isComplete else { return solveLarge(search, wanted: wanted) }
    drafts = drafts.filter(wanted)
    let fitting = drafts.filter { $0.order != .impossible }
    let chains = best(of: fitting)
    return Solution(
      chains: chains, impossible: best(of: drafts.filter { $0.order == .impossible }),
      connection: connection(of: fitting, best: chains), method: "joint")
  }

  /// The best chains of some: first those that sources speak of, then those through a group.
  private func best(of drafts: [ChainFactory.Draft]) -> [Chain] {
    let direct = top(drafts.filter { !$0.crossesGroup })
    let crossing = top(drafts.filter(\.crossesGroup))
    return Array((direct + crossing).prefix(max(options.count, 0)))
  }

  /// The chains of largest joint probability. A chain is not worked out if even its weakest hop is
  /// less probable than enough others.
  private func top(_ drafts: [ChainFactory.Draft]) -> [Chain] {
    var chains: [Chain] = []
    let ordered = drafts.sorted { left, right in
      left.bound == right.bound
        ? left.nodes.lexicographicallyPrecedes(right.nodes) : left.bound > right.bound
    }
    for draft in ordered {
      if chains.count >= options.count, let last = chains.last,
        draft.bound < last.probability - 1e-9
      {
        break
      }
      chains.append(factory.chain(draft))
      chains.sort(by: Chain.ranksBefore)
      if chains.count > options.count { chains.removeLast() }
    }
    return chains
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
    var drafts = search.byProduct(10 * max(options.count, 1)).map(factory.draft).filter(wanted)
    var chains = best(of: drafts.filter { $0.order != .impossible })
    var seen = Set(drafts.map(\.nodes))
    var isExact = false
    if chains.count == options.count {
      isExact = search.run { bound in
        bound > (chains.map(\.probability).min() ?? 0)
      } found: { hops in
        let draft = factory.draft(hops)
        if wanted(draft), seen.insert(draft.nodes).inserted {
          drafts.append(draft)
          if draft.order != .impossible {
            chains = best(of: drafts.filter { $0.order != .impossible })
          }
        }
        return drafts.count < Self.chainLimit
      }
    }
    let spread = Spread(search.map, factory: factory, maxHops: options.maxHops)
    let mode = spread.space.mode(samples: options.samples, seed: options.seed)
    return Solution(
      chains: chains, impossible: best(of: drafts.filter { $0.order == .impossible }),
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
