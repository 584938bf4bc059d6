public import Evidence

/// Finds the chains of influence between entities, and the chance that some chain holds.
///
/// A named member of a collective stands for the collective too, at both ends of a trace; what was
/// said of a part of the collective only does not reach it.
public struct Tracer: Sendable {
  /// What to look for.
  public struct Options: Sendable, Equatable {
    /// Chains of more hops are left out.
    public var maxHops = 8
    /// How many chains to list.
    public var count = 5
    /// Chains below this probability are not listed.
    public var minProbability = 0.0
    /// The relations that may be used; `nil` for all of the projection.
    public var relations: Set<String>?
    /// The day on which every link must possibly be in force; `nil` for any.
    public var at: Day?
    /// How many worlds are drawn where there are too many cases to go through.
    public var samples = 10_000
    /// The seed of the draws.
    public var seed: UInt64 = 0

    /// The defaults.
    public init() {}

    /// Sets what is asked for most often.
    ///
    /// - Parameters:
    ///   - maxHops: Chains of more hops are left out.
    ///   - count: How many chains to list.
    ///   - minProbability: Chains below this probability are not listed.
    ///   - relations: The relations that may be used; `nil` for all of the projection.
    ///   - at: The day on which every link must possibly be in force; `nil` for any.
    public init(
      maxHops: Int, count: Int = 5, minProbability: Double = 0, relations: Set<String>? = nil,
      at: Day? = nil
    ) {
      self.maxHops = maxHops
      self.count = count
      self.minProbability = minProbability
      self.relations = relations
      self.at = at
    }
  }

  /// The network that is searched.
  public let network: InfluenceNetwork
  /// What to look for.
  public let options: Options

  let timeline: Timeline
  private let steps: [[HopMap.Step]]

  /// Prepares the search of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - options: What to look for.
  public init(_ network: InfluenceNetwork, options: Options = Options()) {
    self.network = network
    self.options = options
    let timeline = Timeline(network)
    self.timeline = timeline
    var steps = [[HopMap.Step]](repeating: [], count: network.nodes.count)
    for hop in network.hops {
      let arcs = hop.arcs.filter { arc in
        (options.relations?.contains(arc.relation) ?? true)
          && (options.at.map { timeline.mayBeInForce(arc, on: $0) } ?? true)
      }
      guard !arcs.isEmpty, let tail = network.node(of: hop.tail),
        let head = network.node(of: hop.head)
      else { continue }
      steps[tail].append(
        HopMap.Step(
          head: head, hop: arcs.count == hop.arcs.count ? hop : network.hop(of: arcs)))
    }
    // The most probable step first, so that a search that is cut off has seen the best.
    self.steps = steps.map { own in
      own.sorted { ($1.hop.probability, $0.head) < ($0.hop.probability, $1.head) }
    }
  }

  /// The best chains between two entities, and the chance that some chain holds.
  ///
  /// - Parameters:
  ///   - from: The id of the entity that may have influenced.
  ///   - to: The id of the entity that may have been influenced.
  /// - Returns: The chains, the connection, and what was said of the two that makes no chain.
  /// - Complexity: Up to 100,000 steps of search; the connection is exact up to 2^20 cases.
  public func chains(from: String, to: String) -> Trace {
    let map = map(from: from, to: to)
    let found = solver.solve(map, skippingCarriers: false)
    let listed = found.chains.filter { $0.probability >= options.minProbability }
    let refused = Refusals(tracer: self, from: from, to: to)
    return Trace(
      from: from, to: to, connection: found.connection, chains: listed,
      method: found.method, impossible: found.impossible,
      refusals: refused.all(found, listed: listed, map: map))
  }

  /// The chain that some links make, each by itself, such as those of an ``AttributionWay``.
  ///
  /// - Parameter arcs: The links, each beginning where the one before ends.
  /// - Returns: The chain as this network weighs it; `nil` if the network lacks a link, or there is none.
  /// - Complexity: O(1) for each link, and exact up to 2^20 cases for their joint probability.
  public func chain(along arcs: [Arc]) -> Chain? {
    let hops = arcs.compactMap { arc -> Hop? in
      let own = network.hop(from: arc.tail, to: arc.head)?.arcs.filter {
        $0.link == arc.link && $0.isReversed == arc.isReversed
      }
      return own.flatMap { $0.isEmpty ? nil : network.hop(of: $0) }
    }
    guard !hops.isEmpty, hops.count == arcs.count else { return nil }
    let factory = solver.factory
    return factory.chain(factory.draft(hops))
  }

  /// The chance that some chain connects two entities.
  ///
  /// - Parameters:
  ///   - from: The id of the entity that may have influenced.
  ///   - to: The id of the entity that may have been influenced.
  /// - Returns: The chance; 0 for an entity that is an end of no arc.
  /// - Complexity: As ``chains(from:to:)``.
  public func connection(from: String, to: String) -> Connection {
    solver.solve(map(from: from, to: to), skippingCarriers: false).connection
  }

  /// Everything that an entity may have influenced.
  ///
  /// Chains that only carry, such as from a perpetrator to his own act, are no influence.
  ///
  /// - Parameter id: The id of the entity.
  /// - Returns: The entities reached, the most probable connection first, ties by id.
  public func influenced(by id: String) -> [Reached] {
    reached { self.map(from: id, to: $0) }
  }

  /// Everything that may have influenced an entity.
  ///
  /// Chains that only carry, such as from a perpetrator to his own act, are no influence.
  ///
  /// - Parameter id: The id of the entity.
  /// - Returns: The entities from which a chain leads to it, the most probable connection first, ties
  ///   by id.
  public func influencers(of id: String) -> [Reached] {
    reached { self.map(from: $0, to: id) }
  }

  private func reached(_ map: (String) -> HopMap) -> [Reached] {
    let found = network.nodes.compactMap { other -> Reached? in
      let result = solver.solve(map(other), skippingCarriers: true)
      guard let best = result.chains.first, best.probability >= options.minProbability else {
        return nil
      }
      return Reached(entity: other, connection: result.connection, best: best)
    }
    return found.sorted {
      (-rounded($0.connection.probability), $0.entity)
        < (-rounded($1.connection.probability), $1.entity)
    }
  }

  /// Probabilities that differ by rounding alone count as equal in an order.
  private func rounded(_ probability: Double) -> Double { (probability * 1e9).rounded() }

  var solver: ChainSolver {
    ChainSolver(
      factory: ChainFactory(
        network: network, timeline: timeline, samples: options.samples, seed: options.seed),
      options: options)
  }
}

extension Tracer {
  /// The entity and the collectives that it is a member of, and the collectives of these.
  package func ends(of id: String) -> [String] {
    var ends = [id]
    var next = 0
    while next < ends.count {
      for collective in network.evidence.collectives(of: ends[next])
      where !ends.contains(collective) {
        ends.append(collective)
      }
      next += 1
    }
    return ends
  }

  /// The hops between two entities, those left out that speak of a part of a collective while one
  /// of its members is meant.
  func map(from: String, to: String) -> HopMap {
    guard from != to else { return HopMap(steps: steps, sources: [], targets: []) }
    let (starts, stops) = (ends(of: from), ends(of: to))
    let sources = starts.filter { $0 == from || !stops.contains($0) && $0 != to }
    let targets = stops.filter { $0 == to || !starts.contains($0) && $0 != from }
    func indices(_ ids: [String]) -> [Int] { ids.compactMap(network.node(of:)).sorted() }
    let collectives = Set((sources + targets).filter { $0 != from && $0 != to })
    var steps = steps
    if !collectives.isEmpty {
      steps = steps.map { own in
        own.compactMap { step in
          guard collectives.contains(step.hop.tail) || collectives.contains(step.hop.head) else {
            return step
          }
          let arcs = step.hop.arcs.filter(speaksOfAll)
          return arcs.isEmpty
            ? nil : HopMap.Step(head: step.head, hop: network.hop(of: arcs))
        }
      }
    }
    return HopMap(steps: steps, sources: indices(sources), targets: indices(targets))
  }

  /// Whether a statement that affirms the arc covers every member of the collective at its end.
  func speaksOfAll(_ arc: Arc) -> Bool {
    arc.statements.contains { id in
      guard let statement = network.evidence.statement(id), statement.stance == .affirms,
        network.table.weight(of: id).map({ $0.trust > 0 }) == true
      else { return false }
      return statement.share?.coversEveryMember ?? true
    }
  }
}
