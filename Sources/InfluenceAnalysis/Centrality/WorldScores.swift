public import GraphCore

/// The scores of every node, or every tie, in many worlds, each present link or not.
///
/// The node set and the normalisation are those of the whole network in every world; a node isolated
/// in a world scores what the measure gives an isolate (reasoning, section 4).
struct WorldScores {
  /// Worlds in which the same hops are present, counted as one.
  private struct World {
    var present: [Bool]
    var weight: Double
  }

  private let network: InfluenceNetwork
  private let worlds: [World]

  /// Draws the worlds, or goes through all cells where there are no more of them than worlds asked for.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - samples: How many worlds, 1 or more.
  ///   - seed: The seed of the draws.
  init(_ network: InfluenceNetwork, samples: Int, seed: UInt64) {
    self.network = network
    let keys = Set(network.arcs.map(\.link)).sorted()
    let places = Dictionary(
      keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let space = WorldSpace(
      keys.compactMap { network.table[$0] }.map {
        Presence($0, policy: network.policy, dependence: network.dependence)
      })
    let links = network.hops.map { hop in hop.arcs.compactMap { places[$0.link] } }
    var found: [[Bool]: Int] = [:]
    var worlds: [World] = []
    let mode: WorldSpace.Mode =
      space.cellCount <= samples ? .exact : .sampled(worlds: samples, seed: seed)
    space.forEachBlock(mode) { block in
      let masks = links.map { $0.reduce(0) { $0 | block.links[$1] } }
      for bit in 0..<64 {
        let weight = block.weight(ofWorld: bit)
        guard weight > 0 else { continue }
        let present = masks.map { $0 >> UInt64(bit) & 1 == 1 }
        if let place = found[present] {
          worlds[place].weight += weight
        } else {
          found[present] = worlds.count
          worlds.append(World(present: present, weight: weight))
        }
      }
    }
    self.worlds = worlds
  }

  /// What a measure gives in the worlds.
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - scaling: Whether scores are divided as is usual.
  ///   - alpha: How much a step weakens influence, for Katz.
  ///   - top: For how many first places to say how often one is among them.
  ///   - execution: Who is told how far it is.
  /// - Returns: By index of node or hop; `nil` for one that has a score in less than 95 % of the worlds.
  /// - Throws: `GraphError` if the measure cannot use the graph.
  /// - Complexity: One computation of the measure for each different world.
  func spreads(
    of measure: Measure, scaling: Measure.Scaling, alpha: Double = Measure.usualAlpha, top: Int,
    execution: Execution = Execution()
  ) throws(GraphError) -> [MeasureResult.Spread?] {
    let count = measure.subject == .nodes ? network.nodes.count : network.hops.count
    var scores = [[Weighted]](repeating: [], count: count)
    var ranks = [[Weighted]](repeating: [], count: count)
    var first = [Double](repeating: 0, count: count)
    var amongTop = first
    for (number, world) in worlds.enumerated() {
      execution.progress?(Double(number) / Double(worlds.count))
      let values = try self.scores(of: measure, in: world, scaling: scaling, alpha: alpha)
      let places = MeasureResult.midRanks(values)
      for (node, share) in MeasureResult.membership(of: places, top: 1).enumerated() {
        first[node] += world.weight * share
      }
      for (node, share) in MeasureResult.membership(of: places, top: top).enumerated() {
        amongTop[node] += world.weight * share
      }
      for node in 0..<count {
        if let value = values[node] { scores[node].append(Weighted(value, world.weight)) }
        if let place = places[node] { ranks[node].append(Weighted(place, world.weight)) }
      }
    }
    return (0..<count).map { node in
      let defined = scores[node].reduce(0) { $0 + $1.weight }
      guard defined >= 0.95 - 1e-9 else { return nil }
      let score = Distribution(scores[node])
      let rank = Distribution(ranks[node])
      return MeasureResult.Spread(
        mean: score.mean, low: score.quantile(0.05), high: score.quantile(0.95),
        rankLow: rank.quantile(0.05), rankHigh: rank.quantile(0.95), first: first[node],
        top: amongTop[node], topCount: top, definedIn: min(defined, 1))
    }
  }

  /// The network in each world, with the world's weight.
  func graphs() throws(GraphError) -> [(graph: Graph, weight: Double)] {
    var graphs: [(graph: Graph, weight: Double)] = []
    for world in worlds { graphs.append((try graph(of: world), world.weight)) }
    return graphs
  }

  /// The scores in one world; a tie that is not there carries nothing, so it scores 0.
  private func scores(
    of measure: Measure, in world: World, scaling: Measure.Scaling,
    alpha: Double = Measure.usualAlpha
  ) throws(GraphError) -> [Double?] {
    let found = try measure.compute(
      graph(of: world),
      Measure.Setting(scaling: scaling, alpha: alpha, execution: Execution(threads: 1))
    ).scores
    guard measure.subject == .ties else { return found }
    var next = found.makeIterator()
    return world.present.map { isPresent in isPresent ? next.next() ?? nil : 0 }
  }

  /// How often one node has a better place than another.
  ///
  /// - Parameters:
  ///   - one: The index of a node.
  ///   - other: That of another.
  ///   - measure: The measure.
  /// - Returns: The weights of the worlds in which the first is ahead, level and behind.
  /// - Throws: `GraphError` if the measure cannot use the graph.
  func order(
    of one: Int, _ other: Int, by measure: Measure
  ) throws(GraphError) -> (ahead: Double, level: Double, behind: Double) {
    var result = (ahead: 0.0, level: 0.0, behind: 0.0)
    for world in worlds {
      let places = MeasureResult.midRanks(
        try scores(of: measure, in: world, scaling: .usual))
      guard let a = places[one], let b = places[other] else { continue }
      if a < b {
        result.ahead += world.weight
      } else if a == b {
        result.level += world.weight
      } else {
        result.behind += world.weight
      }
    }
    return result
  }

  private func graph(of world: World) throws(GraphError) -> Graph {
    try Graph(
      nodeCount: network.nodes.count,
      edges: zip(network.graph.edges, world.present).filter { $1 }.map { $0.0 }, isDirected: true)
  }
}

/// A value with the weight of the worlds that have it.
private struct Weighted {
  var value: Double
  var weight: Double

  init(_ value: Double, _ weight: Double) {
    self.value = value
    self.weight = weight
  }
}

/// A distribution over attained values.
private struct Distribution {
  private let sorted: [Weighted]
  private let total: Double

  init(_ values: [Weighted]) {
    sorted = values.sorted { $0.value < $1.value }
    total = values.reduce(0) { $0 + $1.weight }
  }

  var mean: Double { sorted.reduce(0) { $0 + $1.value * $1.weight } / total }

  /// The least attained value below or at which a share of the weight lies.
  func quantile(_ share: Double) -> Double {
    var sum = 0.0
    for item in sorted {
      sum += item.weight
      if sum >= share * total - 1e-12 { return item.value }
    }
    return sorted.last?.value ?? 0
  }
}

extension MeasureTable {
  /// Scores a network, with intervals over the worlds of its evidence.
  ///
  /// The scores stay those of the graph with every arc; the order is that of the means. Intervals are
  /// for each node by itself, and cover doubt about the evidence, not people who are missing from it.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - measures: Names of measures; `all` stands for every one that scores nodes.
  ///   - scaling: Whether scores are divided as is usual.
  ///   - alpha: How much a step weakens influence, for Katz.
  ///   - samples: How many worlds are drawn, 1 or more.
  ///   - seed: The seed of the draws.
  ///   - top: For how many first places to say how often a node is among them.
  ///   - execution: Who is told how far it is.
  /// - Throws: ``AnalysisError`` for an unknown measure.
  public init(
    _ network: InfluenceNetwork, measures: [String], scaling: Measure.Scaling = .usual,
    alpha: Double = Measure.usualAlpha, samples: Int, seed: UInt64, top: Int = 3,
    execution: Execution = Execution()
  ) throws(AnalysisError) {
    precondition(samples >= 1, "intervals need at least one world")
    let plain = try MeasureTable(network, measures: measures, scaling: scaling, alpha: alpha)
    let worlds = WorldScores(network, samples: samples, seed: seed)
    let nodes = network.nodes.map { Node(id: $0, name: $0) }
    let ties = Self.ties(of: network.graph, between: nodes).map(\.id)
    var results: [MeasureResult] = []
    for (number, result) in plain.measures.enumerated() {
      guard let measure = Measure.named(result.name) else { continue }
      do {
        let spreads = try worlds.spreads(
          of: measure, scaling: scaling, alpha: alpha, top: top,
          execution: execution.part(number, of: plain.measures.count))
        results.append(
          result.with(spreads, ids: measure.subject == .nodes ? network.nodes : ties))
      } catch {
        throw .unusableGraph(error)
      }
    }
    self.init(measures: results)
  }
}

extension MeasureResult {
  /// How a score and its rank vary over the worlds.
  public struct Spread: Sendable, Equatable {
    /// The mean score.
    public let mean: Double
    /// The score below or at which 5 % of the worlds lie.
    public let low: Double
    /// The score below or at which 95 % of the worlds lie.
    public let high: Double
    /// The rank below or at which 5 % of the worlds lie.
    public let rankLow: Double
    /// The rank below or at which 95 % of the worlds lie.
    public let rankHigh: Double
    /// The chance of the first place; ties share it.
    public let first: Double
    /// The chance of one of the first places; ties that straddle the last of them share it.
    public let top: Double
    /// How many first places those are.
    public let topCount: Int
    /// The share of worlds in which the score is defined.
    public let definedIn: Double
  }

  /// The same result with spreads by index, in the order of the means.
  func with(_ spreads: [Spread?], ids: [String]) -> MeasureResult {
    let spread = Dictionary(zip(ids, spreads), uniquingKeysWith: { first, _ in first })
    var result = self
    result.scores = scores.map { score in
      var score = score
      score.spread = spread[score.id] ?? nil
      return score
    }
    .sorted {
      (-($0.spread?.mean ?? -.infinity), $0.id) < (-($1.spread?.mean ?? -.infinity), $1.id)
    }
    return result
  }
}
