extension Graph {
  /// How a consensus of many divisions is found.
  public struct ConsensusOptions: Sendable {
    /// What divides the graph, each time with another seed.
    public enum Method: Sendable, Hashable, CaseIterable {
      /// `leiden(_:)` by modularity.
      case leiden
      /// `louvain(_:)` by modularity.
      case louvain
      /// `labelPropagation(_:)`.
      case labelPropagation
      /// `infomap(_:)` with one trial each.
      case infomap
    }

    /// What divides the graph.
    public var method: Method
    /// How many divisions there are in each round, 2 or more.
    public var trials: Int
    /// In which share of the divisions two nodes must be together to count, from 0 to 1.
    public var threshold: Double
    /// The resolution of modularity, 0 or more.
    public var resolution: Double
    /// Where the sequence of random choices begins: the same seed gives the same result.
    public var seed: UInt64
    /// Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
    public var usesWeights: Bool
    /// The most rounds, 1 or more.
    public var maximumRounds: Int
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - method: What divides the graph.
    ///   - trials: How many divisions there are in each round, 2 or more.
    ///   - threshold: In which share of them two nodes must be together to count.
    ///   - resolution: The resolution of modularity.
    ///   - seed: Where the sequence of random choices begins.
    ///   - usesWeights: Whether the strength of an edge is its weight.
    ///   - maximumRounds: The most rounds.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      method: Method = .leiden, trials: Int = 50, threshold: Double = 0.5, resolution: Double = 1,
      seed: UInt64 = 0, usesWeights: Bool = false, maximumRounds: Int = 20,
      execution: Execution = Execution()
    ) {
      self.method = method
      self.trials = trials
      self.threshold = threshold
      self.resolution = resolution
      self.seed = seed
      self.usesWeights = usesWeights
      self.maximumRounds = maximumRounds
      self.execution = execution
    }
  }

  /// Communities on which many divisions agree, so that the seed matters little.
  ///
  /// The graph is divided many times; two nodes that are together in at least the threshold's share
  /// of the divisions are tied by that share, and what comes out is divided in the same way, until
  /// all divisions are equal. A node that would lose all its ties keeps the strongest
  /// [Lancichinetti2012]. Direction, loops and parallel edges count as for the method; the graph of ties has none.
  ///
  /// - Parameter options: Method, trials, threshold, resolution, seed, weights, rounds, execution.
  /// - Returns: The communities with their modularity in the graph itself; `converged` is false if
  ///   the divisions still differed in the last round, of which the first is then returned.
  /// - Throws: `GraphError` if an option is out of range, a weight that is used is negative, or the
  ///   task has been cancelled.
  /// - Complexity: For each round, the time of the method times the trials, and O(r s) for r trials and
  ///   the sum s of the squared sizes of the communities, up to n^2; O(s) space.
  public func consensus(
    _ options: ConsensusOptions = ConsensusOptions()
  ) throws(GraphError) -> Communities {
    // n_P is `trials`, tau is `threshold`, D is the graph that `agreement` makes.
    try GraphError.require(options.trials, "the number of trials", in: 2...100_000)
    try GraphError.require(options.maximumRounds, "the largest number of rounds", in: 1...10_000)
    try GraphError.requireProbability(options.threshold, "the threshold")
    var seeds = SeededGenerator(seed: options.seed)
    var graph = self
    var usesWeights = options.usesWeights
    var rounds = 0
    while true {
      var part = options
      part.usesWeights = usesWeights
      part.execution = options.execution.part(rounds, of: options.maximumRounds)
      rounds += 1
      let divisions = try graph.divisions(
        part, seeds: (0..<options.trials).map { _ in seeds.next() })
      let first = divisions.first ?? []
      let isAgreed = divisions.allSatisfy { $0 == first }
      if isAgreed || rounds == options.maximumRounds {
        let groups = DenseLabels(first)
        let measured = CommunityOptions(
          resolution: options.resolution, usesWeights: options.usesWeights)
        return Communities(
          groups, quality: try quality(of: groups, measured), measured, rounds: rounds,
          converged: isAgreed)
      }
      graph = Self.agreement(of: divisions, nodeCount: nodeCount, threshold: options.threshold)
      usesWeights = true
    }
  }

  /// One division for each seed, its groups numbered by their first nodes.
  private func divisions(
    _ options: ConsensusOptions, seeds: [UInt64]
  ) throws(GraphError) -> [[Int32]] {
    let work = ChunkedWork(
      count: seeds.count, execution: options.execution, smallestChunk: 1)
    return try work.results { trial throws(GraphError) in
      try division(options, seed: seeds[trial]).groups.map { Int32($0) }
    }
  }

  private func division(
    _ options: ConsensusOptions, seed: UInt64
  ) throws(GraphError) -> Communities {
    let alone = Execution(threads: 1)
    let byQuality = CommunityOptions(
      resolution: options.resolution, seed: seed, usesWeights: options.usesWeights,
      execution: alone)
    switch options.method {
    case .leiden: return try leiden(byQuality)
    case .louvain: return try louvain(byQuality)
    case .labelPropagation:
      return try labelPropagation(
        LabelPropagationOptions(seed: seed, usesWeights: options.usesWeights, execution: alone))
    case .infomap:
      return try infomap(
        InfomapOptions(
          seed: seed, trials: 1, usesWeights: options.usesWeights, execution: alone))
    }
  }

  /// The graph in which two nodes are tied by the share of divisions in which they are together.
  private static func agreement(
    of divisions: [[Int32]], nodeCount: Int, threshold: Double
  ) -> Graph {
    let groups = divisions.map { GroupMembers(DenseLabels($0), order: nil) }
    let least = threshold * Double(divisions.count)
    var edges: (tails: [Int32], heads: [Int32], weights: [Double]) = ([], [], [])
    var together = [Int32](repeating: 0, count: nodeCount)
    var met: [Int32] = []
    // By node, whom it keeps.
    var keeps = [Int32](repeating: -1, count: nodeCount)
    for node in 0..<nodeCount {
      for (members, labels) in zip(groups, divisions) {
        for other in members[Int(labels[node])] where Int(other) != node {
          if together[Int(other)] == 0 { met.append(other) }
          together[Int(other)] += 1
        }
      }
      met.sort()
      let most = met.reduce(Int32(0)) { max($0, together[Int($1)]) }
      // Whoever reaches the threshold with nobody keeps the first of the strongest ties.
      let kept = Double(most) < least ? met.first { together[Int($0)] == most } : nil
      // Of two that keep each other the second finds the tie there.
      let isNew = kept.map { $0 > node || keeps[Int($0)] != node } ?? false
      if let kept { keeps[node] = kept }
      for other in met {
        let count = together[Int(other)]
        together[Int(other)] = 0
        let isAgreed = Double(count) >= least && Int(other) > node
        guard isAgreed || (isNew && other == kept) else { continue }
        edges.tails.append(Int32(node))
        edges.heads.append(other)
        edges.weights.append(Double(count) / Double(divisions.count))
      }
      met.removeAll(keepingCapacity: true)
    }
    return Graph(
      nodeCount: nodeCount, tails: edges.tails, heads: edges.heads, weights: edges.weights,
      isDirected: false)
  }
}
