extension Graph {
  /// How modules are looked for by the map equation.
  public struct InfomapOptions: Sendable {
    /// What the leaps are by which the walk on a directed graph gets everywhere.
    public enum Teleportation: Sendable, Hashable, CaseIterable {
      /// The walk leaps to the tails of edges, and only its steps along edges are told: what comes
      /// out depends little on the damping [Lambiotte2012].
      case unrecorded
      /// The walk leaps to any node alike, and leaps are told as well [Rosvall2008]: in a sparse
      /// graph there may be nothing better than a single module.
      case recorded
    }

    /// What leaps are; without meaning in an undirected graph.
    public var teleportation: Teleportation
    /// The chance that the walk goes on along an edge and does not leap, from 0 up to, but not
    /// including, 1.
    public var damping: Double
    /// Where the sequence of random choices begins: the same seed gives the same result.
    public var seed: UInt64
    /// How many searches there are, of which the best counts; 1 or more.
    public var trials: Int
    /// How many rounds each search may have, 1 or more; nil for as many as make the map equation
    /// shorter. The first takes about a quarter of the time, or less, and comes within a few percent.
    public var rounds: Int?
    /// Whether an edge is followed in proportion to its weight, 0 or more; evenly otherwise.
    public var usesWeights: Bool
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - teleportation: What leaps are.
    ///   - damping: The chance that the walk goes on along an edge.
    ///   - seed: Where the sequence of random choices begins.
    ///   - trials: How many searches there are, 1 or more.
    ///   - rounds: How many rounds each search may have, 1 or more; nil for as many as gain.
    ///   - usesWeights: Whether an edge is followed in proportion to its weight.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      teleportation: Teleportation = .unrecorded, damping: Double = 0.85, seed: UInt64 = 0,
      trials: Int = 10, rounds: Int? = nil, usesWeights: Bool = false,
      execution: Execution = Execution()
    ) {
      self.teleportation = teleportation
      self.damping = damping
      self.seed = seed
      self.trials = trials
      self.rounds = rounds
      self.usesWeights = usesWeights
      self.execution = execution
    }

    /// Checks the ranges of the options.
    func check() throws(GraphError) {
      guard trials >= 1 else {
        throw .optionOutOfRange(
          name: "the number of trials", value: Double(trials), range: "1 or more")
      }
      if let rounds, rounds < 1 {
        throw .optionOutOfRange(
          name: "the number of rounds", value: Double(rounds), range: "1 or more")
      }
      guard damping >= 0, damping < 1 else {
        throw .optionOutOfRange(name: "damping", value: damping, range: "0 or more and below 1")
      }
    }
  }

  /// Communities in which a random walk stays long: Infomap with two levels.
  ///
  /// Looks for the division with the shortest map equation, `codelength(of:_:)`: nodes move to where
  /// that falls most, in an order by chance; modules become the nodes of the next level, until none
  /// moves; rounds start from the modules of the one before, and from their parts, and end when one
  /// gains less than a ten-thousandth [Rosvall2008]. Unlike modularity, it
  /// sees the flow along directed edges: who sends on to each other, and not who is tied to the
  /// same. Direction, loops and parallel edges count as there; a node that the walk does not visit is
  /// alone.
  ///
  /// - Parameter options: Teleportation, damping, seed, trials, rounds, weights, execution.
  /// - Returns: The communities; their quality is the codelength in bits for each step, where less is
  ///   better, nil without edges. `rounds` are those of the best trial; it has not converged if the
  ///   options allowed no further round though the last had gained.
  /// - Throws: `GraphError` if an option is out of range, a weight that is used is negative, or the
  ///   task has been cancelled.
  /// - Complexity: O(m) time for each sweep on each level, of which there are few in practice, times
  ///   the trials; O(n + m) space, and O(n + m) for each thread.
  public func infomap(
    _ options: InfomapOptions = InfomapOptions()
  ) throws(GraphError) -> Communities {
    // L(M) is the codelength; tau, the chance of a leap, is 1 less the damping.
    try options.check()
    let network = try WalkNetwork(self, options)
    var seeds = SeededGenerator(seed: options.seed)
    let generators = (0..<options.trials).map { _ in SeededGenerator(seed: seeds.next()) }
    let work = ChunkedWork(
      count: options.trials, execution: options.execution, smallestChunk: 1)
    let found = try work.map { trials in
      trials.map { trial in
        var generator = generators[trial]
        // Settling all nodes before modules finds other divisions than going on to them after one
        // sweep, and neither is better on every network.
        let sweeps = trial.isMultiple(of: 2) ? Int.max : 1
        return ModuleSearch.best(
          of: network, sweeps: sweeps, mostRounds: options.rounds ?? .max, using: &generator)
      }
    }
    let best = found.reduce(found[0]) { $1.codelength < $0.codelength - 1e-12 ? $1 : $0 }
    let groups = DenseLabels(best.labels)
    return Communities(
      groups: groups.labels.map(Int.init), count: groups.count, measure: "codelength",
      quality: try codelength(of: groups.labels.map(Int.init), options), resolution: 1,
      converged: best.converged, rounds: best.rounds)
  }
}

/// One search for the shortest map equation.
private struct ModuleSearch {
  /// A move must make the map equation shorter by this; less is rounding.
  private static let margin = 1e-10
  /// Rounds go on while they make the map equation shorter by this share; another search gains more.
  private static let smallestGain = 1e-4

  let network: WalkNetwork
  var labels: [Int32]
  private var modules: ModuleFlows
  private var empty: [Int32]
  private let contacts: FlowContacts

  /// Rounds through all levels, until one makes the map equation hardly shorter.
  ///
  /// Every round starts from the modules of the one before: once with the nodes, and once with the
  /// parts into which each module falls by itself, which can leave it together.
  static func best(
    of network: WalkNetwork, sweeps: Int, mostRounds: Int,
    using generator: inout SeededGenerator
  ) -> (labels: [Int32], codelength: Double, converged: Bool, rounds: Int) {
    func climbed(
      _ network: WalkNetwork, from start: [Int32], using generator: inout SeededGenerator
    ) -> (labels: [Int32], codelength: Double) {
      Self.climbed(network, from: start, sweeps: sweeps, using: &generator)
    }
    let alone = (0..<network.nodeCount).map { Int32($0) }
    var best = climbed(network, from: alone, using: &generator)
    var rounds = 1
    var isBetter = network.nodeCount > 0
    while isBetter, rounds < mostRounds {
      rounds += 1
      let before = best.codelength
      let byNode = climbed(network, from: best.labels, using: &generator)
      isBetter = byNode.codelength < best.codelength - margin
      if isBetter { best = byNode }
      let parts = DenseLabels(
        climbed(network.cut(between: best.labels), from: alone, using: &generator).labels)
      var modules = [Int32](repeating: 0, count: parts.count)
      for node in alone.indices { modules[Int(parts.labels[node])] = best.labels[node] }
      let byPart = climbed(
        network.joined(by: parts), from: DenseLabels(modules).labels, using: &generator)
      if byPart.codelength < best.codelength - margin {
        best = (parts.labels.map { byPart.labels[Int($0)] }, byPart.codelength)
        isBetter = true
      }
      isBetter = isBetter && before - best.codelength > smallestGain * before
    }
    // One module is often best where leaps are told, and hard to reach step by step.
    let first = network.visits.firstIndex { $0 > 0 } ?? 0
    let together = network.visits.enumerated().map { Int32($1 > 0 ? first : $0) }
    let whole = ModuleFlows(network, labels: together).codelength
    if whole < best.codelength - margin { best = (together, whole) }
    return (best.labels, best.codelength, !isBetter, rounds)
  }

  /// Moves nodes, then modules, then modules of modules, until none moves, with at most so many
  /// sweeps on each level.
  private static func climbed(
    _ network: WalkNetwork, from start: [Int32], sweeps: Int,
    using generator: inout SeededGenerator
  ) -> (labels: [Int32], codelength: Double) {
    var level = network
    var labels = start
    var place = start.indices.map { Int32($0) }
    while true {
      var search = ModuleSearch(level, labels: labels)
      search.moveNodes(sweeps: sweeps, using: &generator)
      let groups = DenseLabels(search.labels)
      for node in place.indices { place[node] = groups.labels[Int(place[node])] }
      if groups.count == level.nodeCount { return (place, search.modules.codelength) }
      level = level.joined(by: groups)
      labels = (0..<groups.count).map { Int32($0) }
    }
  }

  private init(_ network: WalkNetwork, labels: [Int32]) {
    self.network = network
    self.labels = labels
    modules = ModuleFlows(network, labels: labels)
    let n = network.nodeCount
    empty = (0..<n).reversed().filter { [sizes = modules.sizes] in sizes[$0] == 0 }.map {
      Int32($0)
    }
    contacts = FlowContacts(moduleCount: n)
  }

  /// Moves nodes to where the map equation falls most, until none does, there were enough sweeps or
  /// nobody waits for the result any more.
  private mutating func moveNodes(sweeps: Int, using generator: inout SeededGenerator) {
    var order = labels.indices.map { Int32($0) }
    // A node asks again only when something near it has changed.
    var isStale = [Bool](repeating: true, count: order.count)
    var moves = 1
    var left = sweeps
    while moves > 0, left > 0, !Execution.isCancelled {
      left -= 1
      moves = 0
      order.shuffle(using: &generator)
      for node in order where isStale[Int(node)] {
        isStale[Int(node)] = false
        guard moveNode(Int(node)) else { continue }
        moves += 1
        for entry in network.out.row(Int(node)) { isStale[Int(network.out.targets[entry])] = true }
        if let into = network.into {
          for entry in into.row(Int(node)) { isStale[Int(into.targets[entry])] = true }
        }
      }
      modules.sumUp()
    }
  }

  /// Moves a node to the best module of its neighbors, or to one of its own.
  private mutating func moveNode(_ node: Int) -> Bool {
    let own = Int(labels[node])
    var flow = ModuleFlows.Flow()
    flow.visits = network.visits[node]
    flow.leaps = network.leaps[node]
    flow.landing = network.landing[node]
    flow.out = contacts.add(network.out.row(node), of: network.out, labels: labels, \.to)
    if let into = network.into {
      flow.into = contacts.add(into.row(node), of: into, labels: labels, \.from)
    } else {
      flow.into = flow.out
    }
    let flowWithout = changed(own, flow, by: -1)
    let without = (flow: flowWithout, share: modules.share(flowWithout))
    if modules.sizes[own] > 1, let alone = empty.last { contacts.meet(Int(alone)) }
    var best = (module: own, change: -Self.margin)
    for place in 0..<contacts.count where contacts[place] != own {
      let share = modules.share(changed(contacts[place], flow, by: 1))
      let change = modules.change(own, to: without.share, contacts[place], to: share)
      if change < best.change { best = (contacts[place], change) }
    }
    let with = changed(best.module, flow, by: 1)
    contacts.clear()
    guard best.module != own else { return false }
    if empty.last == Int32(best.module) { empty.removeLast() }
    modules.move(from: own, to: without, into: best.module, to: (with, modules.share(with)))
    if modules.sizes[own] == 0 { empty.append(Int32(own)) }
    labels[node] = Int32(best.module)
    return true
  }

  /// The flows of a module with the node in hand, or without it.
  @inline(__always)
  private func changed(
    _ module: Int, _ node: ModuleFlows.Flow, by sign: Double
  ) -> ModuleFlows.Flow {
    var flow = modules.flows[module]
    let contact = contacts.flow(with: module)
    // What runs between them is inside afterwards, or was inside before.
    let isSymmetric = network.into == nil
    let between = contact.to + (isSymmetric ? contact.to : contact.from)
    flow.out = max(flow.out + sign * (node.out - between), 0)
    flow.visits = max(flow.visits + sign * node.visits, 0)
    if isSymmetric {
      flow.into = flow.out
    } else {
      flow.into = max(flow.into + sign * (node.into - between), 0)
      flow.leaps = max(flow.leaps + sign * node.leaps, 0)
      flow.landing = max(flow.landing + sign * node.landing, 0)
    }
    return flow
  }
}
