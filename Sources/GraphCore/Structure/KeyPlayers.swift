/// A set of nodes chosen together for what they do to the network.
public struct KeyPlayers: Sendable, Equatable {
  /// The nodes, ascending.
  public let nodes: [Int]
  /// What the set was chosen for.
  public let goal: Graph.KeyPlayerOptions.Goal
  /// How well it does that, as the goal's measure says; nil where that is not defined.
  public let score: Double?
}

extension Graph {
  /// How key players are looked for.
  public struct KeyPlayerOptions: Sendable {
    /// What the set is to do.
    public enum Goal: Sendable, Hashable {
      /// To leave as many pairs as possible without a path when it is gone: `fragmentation`.
      case fragment
      /// To leave the others as far apart as possible when it is gone: `distanceFragmentation`.
      case spreadApart
      /// To have as many nodes as possible within some hops: `groupReach`.
      case reach(hops: Int)
      /// To be as near as possible to all: `groupDistanceReach`.
      case reachByDistance
    }

    /// What the set is to do.
    public var goal: Goal
    /// The direction of a reach: outward for nodes that the set reaches, inward for nodes that
    /// reach it.
    public var direction: Direction
    /// How many random sets are improved besides the one that grows node by node.
    public var restarts: Int
    /// Where the sequence of random choices begins: the same seed gives the same result.
    public var seed: UInt64
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - goal: What the set is to do.
    ///   - direction: The direction of a reach.
    ///   - restarts: How many random sets are improved too, 0 or more.
    ///   - seed: Where the sequence of random choices begins.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      goal: Goal = .spreadApart, direction: Direction = .outward, restarts: Int = 0,
      seed: UInt64 = 0, execution: Execution = Execution()
    ) {
      self.goal = goal
      self.direction = direction
      self.restarts = restarts
      self.seed = seed
      self.execution = execution
    }
  }

  /// The key players: a set of nodes that together fragment the network most when they are gone, or
  /// reach most of it.
  ///
  /// Borgatti's two problems [Borgatti2006], KPP-Neg (`fragment`, `spreadApart`) and KPP-Pos
  /// (`reach`, `reachByDistance`). The best set is not that of the best nodes, since two of them may
  /// do the same work. A set grows by the node that helps most, then members are exchanged for
  /// others as long as that helps. No exchange of one node betters the result; a better set that
  /// differs in more may exist.
  ///
  /// - Parameters:
  ///   - size: How many nodes to choose, 0 to n.
  ///   - options: Goal, direction, restarts, seed, execution.
  /// - Returns: The nodes and their score. Ties go to the smaller nodes.
  /// - Throws: `GraphError.optionOutOfRange` if there are fewer nodes than that, or the hops or the
  ///   restarts are negative.
  /// - Complexity: For each exchange, k (n - k) times the time of the goal's measure.
  public func keyPlayers(
    _ size: Int, _ options: KeyPlayerOptions = KeyPlayerOptions()
  ) throws(GraphError) -> KeyPlayers {
    guard size >= 0, size <= nodeCount else {
      throw .optionOutOfRange(
        name: "the number of key players", value: Double(size), range: "0 to \(nodeCount)")
    }
    guard options.restarts >= 0 else {
      throw .optionOutOfRange(
        name: "the number of restarts", value: Double(options.restarts), range: "zero or more")
    }
    if case .reach(let hops) = options.goal, hops < 0 {
      throw .optionOutOfRange(name: "the hops", value: Double(hops), range: "zero or more")
    }
    let search = KeyPlayerSearch(graph: self, options: options)
    var generator = SeededGenerator(seed: options.seed)
    var best = try search.improved(try search.grown(to: size))
    for restart in 0..<options.restarts {
      let start = nodes.shuffled(using: &generator).prefix(size).sorted()
      let found = try search.improved(start)
      if found.score > best.score + KeyPlayerSearch.margin { best = found }
      options.execution.progress?(
        Double(size + restart + 2) / Double(size + options.restarts + 1))
    }
    return KeyPlayers(
      nodes: best.nodes, goal: options.goal,
      score: best.score.isFinite ? best.score : nil)
  }
}

/// The search for a set of nodes that does best.
private struct KeyPlayerSearch {
  /// Differences below this are rounding.
  static let margin = 1e-12

  let graph: Graph
  let options: Graph.KeyPlayerOptions

  /// The set to which the best node was added again and again.
  func grown(to size: Int) throws(GraphError) -> [Int] {
    var set: [Int] = []
    while set.count < size {
      let candidates = graph.nodes.filter { !set.contains($0) }.map { (set + [$0]).sorted() }
      set = try best(of: candidates).nodes
      options.execution.progress?(Double(set.count) / Double(size + options.restarts + 1))
    }
    return set
  }

  /// The set after exchanging one member for another as long as that helps.
  func improved(_ start: [Int]) throws(GraphError) -> (nodes: [Int], score: Double) {
    var current = try best(of: [start])
    while true {
      let others = graph.nodes.filter { !current.nodes.contains($0) }
      let candidates = current.nodes.flatMap { member in
        let rest = current.nodes.filter { $0 != member }
        return others.map { (rest + [$0]).sorted() }
      }
      guard !candidates.isEmpty else { return current }
      let next = try best(of: candidates)
      guard next.score > current.score + Self.margin else { return current }
      current = next
    }
  }

  /// The first of the best sets; where no score is defined, the first at minus infinity.
  private func best(of sets: [[Int]]) throws(GraphError) -> (nodes: [Int], score: Double) {
    let work = ChunkedWork(
      count: sets.count, execution: Execution(threads: options.execution.threads))
    let scores = try work.map { chunk in measured(chunk.map { sets[$0] }) }
    var best = 0
    for (index, score) in scores.enumerated()
    where score > scores[best] + Self.margin
      || (score > scores[best] - Self.margin && sets[index].lexicographicallyPrecedes(sets[best]))
    { best = index }
    return (sets[best], scores[best])
  }

  /// The score of each set.
  private func measured(_ sets: [[Int]]) -> [Double] {
    switch options.goal {
    case .fragment, .spreadApart:
      var search = FragmentSearch(graph: graph)
      return sets.map {
        search.fragmentation(
          without: graph.membership($0), byDistance: options.goal == .spreadApart) ?? -.infinity
      }
    case .reach(let hops):
      var search = ReachSearch(graph: graph, direction: options.direction)
      return sets.map { search.reach(of: graph.membership($0), hops: hops) ?? -.infinity }
    case .reachByDistance:
      var search = ReachSearch(graph: graph, direction: options.direction)
      return sets.map { search.reach(of: graph.membership($0), hops: nil) ?? -.infinity }
    }
  }
}
