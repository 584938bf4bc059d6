import Evidence

/// A way by which a principal reaches an attack.
struct RungChain: Sendable {
  /// The arcs from the principal to the attack.
  var steps: [RungNetwork.Step]
  /// The loosest rung among them.
  var rung: Rung
}

/// Finds the ways from a principal to an attack.
struct RungSearch: Sendable {
  /// Ways of more arcs are not looked at.
  static let maxHops = 5
  /// After so many steps a search gives up.
  static let expansionLimit = 100_000

  let network: RungNetwork
  /// The attack, and the collectives of attacks that it belongs to.
  let targets: Set<String>
  /// By entity, the fewest arcs to a target, up to ``maxHops``.
  let distance: [String: Int]

  init(_ network: RungNetwork, targets: Set<String>) {
    self.network = network
    self.targets = targets
    var distance: [String: Int] = [:]
    for target in targets { distance[target] = 0 }
    var frontier = targets.sorted()
    for hops in 1...Self.maxHops {
      var next: [String] = []
      for node in frontier {
        for step in network.stepsInto[node, default: []] where distance[step.arc.tail] == nil {
          distance[step.arc.tail] = hops
          next.append(step.arc.tail)
        }
      }
      frontier = next
    }
    self.distance = distance
  }

  /// The ways that the dates allow, shortest first within each first arc.
  ///
  /// A way that only carries is one only where a group acts through its own leader or spokesman, and
  /// then it counts as directing; whoever carries an attack out with his own hands is its perpetrator,
  /// not a principal of it.
  ///
  /// - Parameters:
  ///   - sources: Where the ways begin.
  ///   - isGroup: Whether they begin at a group.
  ///   - lead: For how many days before an attack an undated contact may have led to it.
  /// - Returns: The ways, and whether these are all.
  func chains(
    from sources: [String], isGroup: Bool, lead: Int
  ) -> (chains: [RungChain], isComplete: Bool) {
    var found: [RungChain] = []
    var expansions = 0
    var path: [RungNetwork.Step] = []
    var visited = Set(sources)

    func accept() {
      let rungs = path.compactMap(\.rung)
      guard let rung = rungs.max() ?? (isGroup && path.count > 1 ? .directed : nil),
        TimeSystem(path.compactMap { network.timeline.timed($0.arc) }, lead: lead).order
          != .impossible
      else { return }
      found.append(RungChain(steps: path, rung: rung))
    }
    func extend(_ node: String) -> Bool {
      for step in network.steps[node, default: []] {
        let head = step.arc.head
        guard let left = distance[head], path.count + 1 + left <= Self.maxHops,
          !visited.contains(head)
        else { continue }
        expansions += 1
        if expansions > Self.expansionLimit { return false }
        path.append(step)
        if targets.contains(head) {
          accept()
        } else {
          visited.insert(head)
          guard extend(head) else { return false }
          visited.remove(head)
        }
        path.removeLast()
      }
      return true
    }
    for source in sources where distance[source] != nil && !targets.contains(source) {
      guard extend(source) else { return (found, false) }
    }
    return (found, true)
  }
}

/// "The principal reaches the attack on this rung or a closer one", as masks of worlds.
struct RungEvent: Sendable {
  private var numbers: [Int: Int] = [:]
  private var presences: [Presence] = []
  /// By rung, by chain, the links that all have to be present.
  private var chains: [(rung: Rung, links: [Int])] = []

  init(
    _ chains: [RungChain], network: RungNetwork, policy: Policy, dependence: Dependence
  ) {
    for chain in chains {
      let links = chain.steps.map { step -> Int in
        if let known = numbers[step.link] { return known }
        presences.append(
          Presence(network.links[step.link], policy: policy, dependence: dependence))
        numbers[step.link] = presences.count - 1
        return presences.count - 1
      }
      self.chains.append((chain.rung, links))
    }
  }

  /// The chances of each rung or a closer one, and how they were found.
  ///
  /// - Parameters:
  ///   - samples: How many worlds are drawn where there are too many cases to go through.
  ///   - seed: The seed of the draws.
  /// - Returns: By rung, the chance of it or a closer one, and whether it was drawn.
  func chances(samples: Int, seed: UInt64) -> (atLeast: [Double], method: Connection.Method) {
    let space = WorldSpace(presences)
    let mode = space.mode(samples: samples, seed: seed)
    var sums = [0.0, 0.0, 0.0]
    space.forEachBlock(mode) { block in
      var reached: [UInt64] = [0, 0, 0]
      for (rung, links) in chains {
        let whole = links.reduce(UInt64.max) { $0 & block.links[$1] }
        for place in rung.place...2 { reached[place] |= whole }
      }
      for place in 0...2 { sums[place] += block.weight(of: reached[place]) }
    }
    let method: Connection.Method
    switch mode {
    case .exact: method = .exact
    case .sampled(let worlds, _): method = .sampled(worlds)
    }
    return (sums.map { min($0, 1) }, method)
  }
}
