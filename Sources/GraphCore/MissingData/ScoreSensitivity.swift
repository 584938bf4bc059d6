/// What errors in a network do to the scores of its nodes.
public struct ScoreSensitivity: Sendable, Equatable {
  /// The errors of one kind and size.
  public struct Point: Sendable, Equatable {
    /// The kind of error.
    public let kind: Graph.DataError
    /// The part of the nodes or edges that is wrong.
    public let share: Double
    /// The mean of Spearman's correlation between the true scores and those with the error, -1 to 1, over
    /// the draws in which it is defined; nil if it is in none.
    public let rankCorrelation: Double?
    /// In what part of the draws that correlation was defined.
    public let definedIn: Double
    /// How much of the true top is in the top with the error, 0 to 1, on average.
    public let overlap: Double
    /// How many errors were made.
    public let sampleCount: Int
  }

  /// The points by kind and share, in the order asked for.
  public let points: [Point]
}

extension Graph {
  /// A kind of error in a network.
  public enum DataError: Sendable, Hashable, CaseIterable {
    /// Nodes or edges that are missing, or should not be there.
    case perturbation(Perturbation)
    /// Two nodes taken for one.
    case falseMerges
    /// One node taken for two.
    case falseSplits

    /// All kinds, missing and spurious ones first.
    public static let allCases: [DataError] =
      Perturbation.allCases.map(DataError.perturbation) + [.falseMerges, .falseSplits]
  }

  /// Which errors are made.
  public struct SensitivityOptions: Sendable {
    /// The kinds of error.
    public var kinds: [DataError]
    /// The parts of the nodes or edges that are wrong, each above 0 and at most 1.
    public var shares: [Double]
    /// How many errors of each kind and size, 1 or more.
    public var samples: Int
    /// How many nodes with the highest scores make the top, 1 or more.
    public var top: Int
    /// Where the sequence of random choices begins; the same for two measures gives them the same errors.
    public var seed: UInt64
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - kinds: The kinds of error.
    ///   - shares: The parts of the nodes or edges that are wrong.
    ///   - samples: How many errors of each kind and size.
    ///   - top: How many nodes with the highest scores make the top.
    ///   - seed: Where the sequence of random choices begins.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      kinds: [DataError] = DataError.allCases, shares: [Double] = [0.05, 0.1, 0.2],
      samples: Int = 100, top: Int = 10, seed: UInt64 = 0, execution: Execution = Execution()
    ) {
      self.kinds = kinds
      self.shares = shares
      self.samples = samples
      self.top = top
      self.seed = seed
      self.execution = execution
    }
  }

  /// What errors in a network do to the scores of its nodes.
  ///
  /// Errors of each kind and size are made at random, the network is scored anew, and its scores are
  /// compared with the true ones over the true nodes that are left [BorgattiCarley2006] [Wang2012a]. A
  /// node that is taken for one with another has the score of both; one that is taken for two has the
  /// higher of their scores. Of merges, the share is that of nodes in a pair; every error has one node,
  /// edge or pair at least. Scores that differ by less than 1e-12 of the highest tie; ties share the
  /// middle rank, and the last seats of the top.
  ///
  /// - Parameters:
  ///   - options: Kinds, shares, draws, size of the top, seed, execution.
  ///   - measure: Scores the nodes of a graph.
  /// - Returns: Correlations of ranks, and how much of the top is left: the seats in both tops over the
  ///   seats, which are no more than the nodes left; 0 if none is.
  /// - Throws: What `measure` throws; `GraphError` if it does not give one score for each node, or an
  ///   option is outside its range; `GraphError.cancelled`.
  /// - Complexity: One computation of the measure for each draw, kind and share, and O(n log n + m).
  public func sensitivity(
    _ options: SensitivityOptions = SensitivityOptions(),
    of measure: @Sendable (Graph) throws(GraphError) -> [Double]
  ) throws(GraphError) -> ScoreSensitivity {
    try requireSamples(options.samples)
    guard options.top >= 1 else {
      throw .optionOutOfRange(
        name: "the number of nodes at the top", value: Double(options.top), range: "1 or more")
    }
    for share in options.shares where !(share > 0 && share <= 1) {
      throw .optionOutOfRange(name: "a share", value: share, range: "above 0 and at most 1")
    }
    let truth = try measure(self)
    try requireScores(truth, self)
    let sizes = options.kinds.flatMap { kind in options.shares.map { (kind: kind, share: $0) } }
    let seeds = SeededGenerator.seeds(sizes.count * options.samples, from: options.seed)
    let work = ChunkedWork(count: seeds.count, execution: options.execution, smallestChunk: 1)
    let found = try work.results { index throws(GraphError) -> ScoreComparison in
      var generator = SeededGenerator(seed: seeds[index])
      let size = sizes[index / options.samples]
      let mistaken = try mistaken(size.kind, share: size.share, using: &generator)
      let scores = try measure(mistaken.graph)
      try requireScores(scores, mistaken.graph)
      let seen = nodes.filter { !mistaken.standIns[$0].isEmpty }
      return ScoreComparison(
        seen.map { truth[$0] },
        seen.map { node in mistaken.standIns[node].map { scores[$0] }.max() ?? 0 },
        top: options.top)
    }
    return ScoreSensitivity(
      points: sizes.enumerated().map { place, size in
        let draws = found[place * options.samples..<(place + 1) * options.samples]
        let defined = draws.compactMap(\.rankCorrelation)
        return ScoreSensitivity.Point(
          kind: size.kind, share: size.share,
          rankCorrelation: defined.isEmpty
            ? nil : defined.reduce(0, +) / Double(defined.count),
          definedIn: Double(defined.count) / Double(options.samples),
          overlap: draws.reduce(0) { $0 + $1.overlap } / Double(options.samples),
          sampleCount: options.samples)
      })
  }

  /// The network with an error, and by true node the nodes that stand for it, none if it is missing.
  private func mistaken(
    _ kind: DataError, share: Double, using generator: inout SeededGenerator
  ) throws(GraphError) -> (graph: Graph, standIns: [[Int]]) {
    func count(of whole: Int) -> Int {
      min(whole, max(1, Int((share * Double(whole)).rounded())))
    }
    var standIns = [[Int]](repeating: [], count: nodeCount)
    let mistakes: MistakenIdentities
    switch kind {
    case .perturbation(let perturbation):
      let found = try perturbed(perturbation, share: share, using: &generator)
      for (node, origin) in found.kept.enumerated() { standIns[origin] = [node] }
      return (found.graph, standIns)
    case .falseMerges: mistakes = try falselyMerged(count(of: nodeCount / 2), using: &generator)
    case .falseSplits: mistakes = try falselySplit(count(of: nodeCount), using: &generator)
    }
    for (node, origins) in mistakes.origins.enumerated() {
      for origin in origins { standIns[origin].append(node) }
    }
    return (mistakes.graph, standIns)
  }
}

/// How alike two lists of scores of the same nodes are.
struct ScoreComparison: Sendable {
  /// Spearman's correlation; nil if one side is all equal, or there are fewer than two nodes.
  let rankCorrelation: Double?
  /// The seats in both tops over the seats.
  let overlap: Double

  init(_ first: [Double], _ second: [Double], top: Int) {
    let (before, after) = (Self.levelled(first), Self.levelled(second))
    rankCorrelation = correlation(before.midRanks, after.midRanks)
    let seats = min(top, before.count)
    let shared = zip(Self.seats(of: before, top: seats), Self.seats(of: after, top: seats))
      .reduce(0) { $0 + min($1.0, $1.1) }
    overlap = seats > 0 ? shared / Double(seats) : 0
  }

  /// Scores in which those tie that differ by rounding alone.
  private static func levelled(_ scores: [Double]) -> [Double] {
    let most = scores.reduce(0) { max($0, $1.isFinite ? abs($1) : 0) }
    guard most > 0 else { return scores }
    return scores.map { ($0 / most * 1e12).rounded() }
  }

  /// By place, the part of a seat at the top; those that tie for the last seats share them.
  static func seats(of scores: [Double], top: Int) -> [Double] {
    guard top > 0, top <= scores.count else { return scores.map { _ in 0 } }
    let last = scores.sorted(by: >)[top - 1]
    let above = scores.count { $0 > last }
    let part = Double(top - above) / Double(scores.count { $0 == last })
    return scores.map { $0 > last ? 1 : $0 == last ? part : 0 }
  }
}
