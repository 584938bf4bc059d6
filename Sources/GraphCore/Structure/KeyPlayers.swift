/// A set of nodes chosen together for what they do to the network.
public struct KeyPlayers: Sendable, Equatable {
  /// The nodes, ascending.
  public let nodes: [Int]
  /// What the set was chosen for.
  public let goal: Graph.KeyPlayerOptions.Goal
  /// How well it does that, as the goal's measure says; nil where that is not defined.
  public let score: Double?
  /// Whether all sets of the size were tried, so that none is better; otherwise a better one may exist.
  public let isExact: Bool
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
    /// Up to how many steps all sets are tried, and not only some: the number of sets times the steps
    /// of measuring one, which are n + m, and n (n + m) for `spreadApart` and, in a directed graph, for
    /// `fragment`; m counts an undirected edge twice. 0 for never.
    public var exhaustiveSteps: Double
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
    ///   - exhaustiveSteps: Up to how many steps all sets are tried; 0 for never.
    ///   - seed: Where the sequence of random choices begins.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      goal: Goal = .spreadApart, direction: Direction = .outward, restarts: Int = 0,
      exhaustiveSteps: Double = 500_000_000, seed: UInt64 = 0, execution: Execution = Execution()
    ) {
      self.goal = goal
      self.direction = direction
      self.restarts = restarts
      self.exhaustiveSteps = exhaustiveSteps
      self.seed = seed
      self.execution = execution
    }
  }

  /// The key players: a set of nodes that together fragment the network most when they are gone, or
  /// reach most of it.
  ///
  /// Borgatti's two problems [Borgatti2006], KPP-Neg (`fragment`, `spreadApart`) and KPP-Pos
  /// (`reach`, `reachByDistance`). The best set is not that of the best nodes, since two of them may
  /// do the same work. Where all sets can be tried within `exhaustiveSteps`, they are, and the result
  /// is the best there is. Beyond, a set grows by the node that helps most, and random sets stand
  /// beside it; in each, members are exchanged for others as long as that helps, always by the best
  /// exchange. No exchange of one node betters the result; a better set that differs in more may exist.
  ///
  /// - Parameters:
  ///   - size: How many nodes to choose, 0 to n.
  ///   - options: Goal, direction, restarts, bound of trying all, seed, execution.
  /// - Returns: The nodes and their score. Ties go to the smaller nodes.
  /// - Throws: `GraphError.optionOutOfRange` if there are fewer nodes than that, or the hops or the
  ///   restarts are negative; `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: At most `exhaustiveSteps`; or for each exchange k (n - k) times the time of the
  ///   goal's measure.
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
    let isExact = search.canTryAll(size)
    let best = try isExact ? search.bestOfAll(size) : search.bestOfSome(size)
    return KeyPlayers(
      nodes: best.nodes, goal: options.goal, score: best.score.isFinite ? best.score : nil,
      isExact: isExact)
  }
}

/// The search for a set of nodes that does best.
struct KeyPlayerSearch {
  /// Differences below this are rounding.
  static let margin = 1e-12

  let graph: Graph
  let options: Graph.KeyPlayerOptions

  /// A set, and what it is worth; minus infinity where that is not defined.
  typealias Scored = (nodes: [Int], score: Double)

  /// The best of the set that grows and of random ones, each improved.
  func bestOfSome(_ size: Int) throws(GraphError) -> Scored {
    let phases = size + options.restarts + 1
    var generator = SeededGenerator(seed: options.seed)
    var best = try improved(try grown(to: size, phases))
    options.execution.progress?(Double(size + 1) / Double(phases))
    for restart in 0..<options.restarts {
      let start = graph.nodes.shuffled(using: &generator).prefix(size).sorted()
      let found = try improved(start)
      if found.score > best.score + Self.margin { best = found }
      options.execution.progress?(Double(size + restart + 2) / Double(phases))
    }
    return best
  }

  /// The set to which the best node was added again and again.
  private func grown(to size: Int, _ phases: Int) throws(GraphError) -> [Int] {
    var set: [Int] = []
    while set.count < size {
      let candidates = graph.nodes.filter { !set.contains($0) }.map { (set + [$0]).sorted() }
      set = try best(of: candidates, options.execution.part(set.count, of: phases)).nodes
    }
    return set
  }

  /// The set after exchanging one member for another as long as that helps.
  private func improved(_ start: [Int]) throws(GraphError) -> Scored {
    let quiet = Execution(threads: options.execution.threads)
    var current = try best(of: [start], quiet)
    while true {
      let others = graph.nodes.filter { !current.nodes.contains($0) }
      let candidates = current.nodes.flatMap { member in
        let rest = current.nodes.filter { $0 != member }
        return others.map { (rest + [$0]).sorted() }
      }
      guard !candidates.isEmpty else { return current }
      let next = try best(of: candidates, quiet)
      guard next.score > current.score + Self.margin else { return current }
      current = next
    }
  }

  /// The first of the best sets; where no score is defined, the first at minus infinity.
  private func best(of sets: [[Int]], _ execution: Execution) throws(GraphError) -> Scored {
    let work = ChunkedWork(count: sets.count, execution: execution)
    let scores = try work.map { chunk in
      var measure = KeyPlayerMeasure(graph, options)
      return chunk.map { measure.score(of: sets[$0]) }
    }
    var best = 0
    for (index, score) in scores.enumerated()
    where score > scores[best] + Self.margin
      || (score > scores[best] - Self.margin && sets[index].lexicographicallyPrecedes(sets[best]))
    { best = index }
    return (sets[best], scores[best])
  }
}

/// What one set after another is worth.
struct KeyPlayerMeasure {
  private let graph: Graph
  private let goal: Graph.KeyPlayerOptions.Goal
  private var fragments: FragmentSearch
  private var reach: ReachSearch

  init(_ graph: Graph, _ options: Graph.KeyPlayerOptions) {
    self.graph = graph
    goal = options.goal
    fragments = FragmentSearch(graph: graph)
    reach = ReachSearch(graph: graph, direction: options.direction)
  }

  /// The measure of the goal; minus infinity where it is not defined.
  mutating func score(of set: [Int]) -> Double {
    let isMember = graph.membership(set)
    let score =
      switch goal {
      case .fragment: fragments.fragmentation(without: isMember, byDistance: false)
      case .spreadApart: fragments.fragmentation(without: isMember, byDistance: true)
      case .reach(let hops): reach.reach(of: isMember, hops: hops)
      case .reachByDistance: reach.reach(of: isMember, hops: nil)
      }
    return score ?? -.infinity
  }
}
