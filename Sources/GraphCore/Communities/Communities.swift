/// The nodes of a graph divided into communities.
///
/// Communities are numbered from 0 by their first node.
public struct Communities: Sendable, Equatable {
  /// By node index, the number of its community.
  public let groups: [Int]
  /// The number of communities.
  public let count: Int
  /// What was measured: `modularity` or `constant-potts`, or, where less is better, `codelength` or
  /// `description-length`.
  public let measure: String
  /// How good the division is by that measure; nil for the modularity of a graph without edges or
  /// of total weight zero, where it is not defined.
  public let quality: Double?
  /// The resolution at which it was measured; 1 where there is no such thing.
  public let resolution: Double
  /// Whether the search came to its end: mostly, that the last round found nothing better.
  public let converged: Bool
  /// How many rounds were run.
  public let rounds: Int

  /// By community, its nodes in ascending order.
  ///
  /// - Complexity: O(n).
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (node, group) in groups.enumerated() { members[group].append(node) }
    return members
  }
}

extension Graph {
  /// How communities are looked for.
  public struct CommunityOptions: Sendable {
    /// What makes a division good.
    public enum Quality: Sendable, Hashable, CaseIterable {
      /// More weight inside communities than the degrees alone would put there [Newman2004].
      case modularity
      /// More weight inside communities than the resolution asks for each pair of nodes in them
      /// [Traag2011].
      case constantPotts
    }

    /// What makes a division good; modularity unless set.
    public var quality: Quality
    /// How much a community must hold to be one, 0 or more; higher makes smaller ones. 1 unless
    /// set. For the constant Potts model it is the least density of a community, in weight for
    /// each pair of nodes.
    public var resolution: Double
    /// Where the sequence of random choices begins: the same seed gives the same result.
    public var seed: UInt64
    /// Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
    public var usesWeights: Bool
    /// The most rounds, each of which starts from the result of the one before, 1 or more; nil for
    /// 2 in a graph of more than 10,000 edges, where a third rarely gains a hundredth, and 10 in a
    /// smaller one.
    public var maximumRounds: Int?
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - quality: What makes a division good.
    ///   - resolution: How much a community must hold to be one, 0 or more.
    ///   - seed: Where the sequence of random choices begins.
    ///   - usesWeights: Whether the strength of an edge is its weight.
    ///   - maximumRounds: The most rounds, 1 or more; nil for 2 in a large graph and 10 in a small.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      quality: Quality = .modularity, resolution: Double = 1, seed: UInt64 = 0,
      usesWeights: Bool = false, maximumRounds: Int? = nil, execution: Execution = Execution()
    ) {
      self.quality = quality
      self.resolution = resolution
      self.seed = seed
      self.usesWeights = usesWeights
      self.maximumRounds = maximumRounds
      self.execution = execution
    }

    /// Checks the ranges of the options.
    func check() throws(GraphError) {
      guard resolution.isFinite, resolution >= 0 else {
        throw .optionOutOfRange(
          name: "the resolution", value: resolution, range: "zero or more")
      }
      if let maximumRounds, maximumRounds < 1 {
        throw .optionOutOfRange(
          name: "the largest number of rounds", value: Double(maximumRounds), range: "1 or more")
      }
    }

    /// The most rounds in a graph, 2 or 10 unless set.
    func mostRounds(_ graph: Graph) -> Int {
      maximumRounds ?? (graph.edgeCount > 10_000 ? 2 : 10)
    }

    /// The way to run one of some rounds.
    func execution(ofRound round: Int, of count: Int) -> Execution {
      execution.part(Double(round - 1) / Double(count)...Double(round) / Double(count))
    }
  }

  /// How good a division is by the quality of the options.
  func quality(
    of groups: DenseLabels, _ options: CommunityOptions
  ) throws(GraphError) -> Double? {
    switch options.quality {
    case .modularity:
      try modularity(
        of: groups.labels, count: groups.count, resolution: options.resolution,
        usesWeights: options.usesWeights, workers: options.execution.workers)
    case .constantPotts:
      try constantPotts(
        of: groups.labels, count: groups.count, resolution: options.resolution,
        usesWeights: options.usesWeights, workers: options.execution.workers)
    }
  }
}

extension Communities {
  /// Names what was found.
  init(
    _ groups: DenseLabels, quality: Double?, _ options: Graph.CommunityOptions, rounds: Int,
    converged: Bool
  ) {
    self.init(
      groups: groups.labels.map(Int.init), count: groups.count,
      measure: options.quality == .modularity ? "modularity" : "constant-potts",
      quality: quality, resolution: options.resolution, converged: converged, rounds: rounds)
  }
}
