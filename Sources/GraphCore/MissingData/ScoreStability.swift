/// How well scores hold if some of the nodes had not been seen.
public struct ScoreStability: Sendable, Equatable {
  /// The draws in which one share of the nodes is missing.
  public struct Point: Sendable, Equatable {
    /// The share of nodes that is missing.
    public let share: Double
    /// By draw in ascending order, the correlation of the scores without them with the scores of the
    /// whole, over the nodes that are left; draws in which it is not defined are left out.
    public let correlations: [Double]
    /// How many draws there were.
    public let sampleCount: Int

    /// The share of all draws in which the correlation is at least a number.
    ///
    /// - Parameter least: The number.
    /// - Returns: 0 to 1; draws without a correlation do not count as reaching it.
    public func share(reaching least: Double) -> Double {
      let below = correlations.partitioningIndex { $0 >= least }
      return Double(correlations.count - below) / Double(sampleCount)
    }
  }

  /// The points by share, in the order asked for.
  public let points: [Point]

  /// The CS coefficient: the largest share of nodes that can be missing so that the correlation with
  /// the scores of the whole is still high, nearly always [Epskamp2018].
  ///
  /// Scores should not be ranked if it is below 0.25, and better not below 0.5.
  ///
  /// - Parameters:
  ///   - correlation: What is high.
  ///   - confidence: In which share of the draws it must be reached.
  /// - Returns: The largest of the shares that were tried for which that holds; 0 if for none.
  public func coefficient(correlation: Double = 0.7, confidence: Double = 0.95) -> Double {
    points.filter { $0.share(reaching: correlation) >= confidence }.map(\.share).max() ?? 0
  }
}

extension Graph {
  /// How stability is looked for.
  public struct StabilityOptions: Sendable {
    /// The shares of nodes that are left out, each above 0 and below 1.
    public var shares: [Double]
    /// How often each, 1 or more.
    public var samples: Int
    /// Whether ranks are correlated and not the scores themselves.
    public var usesRanks: Bool
    /// Where the sequence of random choices begins.
    public var seed: UInt64
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - shares: The shares of nodes that are left out.
    ///   - samples: How often each.
    ///   - usesRanks: Whether ranks are correlated and not the scores themselves.
    ///   - seed: Where the sequence of random choices begins.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      shares: [Double] = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75], samples: Int = 250,
      usesRanks: Bool = false, seed: UInt64 = 0, execution: Execution = Execution()
    ) {
      self.shares = shares
      self.samples = samples
      self.usesRanks = usesRanks
      self.seed = seed
      self.execution = execution
    }
  }

  /// How well scores hold if some of the nodes had not been seen.
  ///
  /// Nodes are left out by chance with their edges, the rest is scored anew, and its scores are
  /// correlated with those of the whole [Costenbader2003]; where the correlation stays high the scores
  /// can be relied on [Epskamp2018].
  ///
  /// - Parameters:
  ///   - options: Shares, draws, ranks, seed, execution.
  ///   - measure: Scores the nodes of a graph.
  /// - Returns: The correlations by share. Of ranks, ties share the middle one. A correlation is not
  ///   defined if fewer than two nodes are left or one side is all equal.
  /// - Throws: What `measure` throws; `GraphError` if it does not give one score for each node, or an
  ///   option is outside its range; `GraphError.cancelled`.
  /// - Complexity: One computation of the measure for each draw and share, and O(n log n).
  public func stability(
    _ options: StabilityOptions = StabilityOptions(),
    of measure: @Sendable (Graph) throws(GraphError) -> [Double]
  ) throws(GraphError) -> ScoreStability {
    try requireSamples(options.samples)
    for share in options.shares where !(share > 0 && share < 1) {
      throw .optionOutOfRange(name: "a share", value: share, range: "above 0 and below 1")
    }
    let truth = try measure(self)
    try requireScores(truth, self)
    let seeds = SeededGenerator.seeds(options.shares.count * options.samples, from: options.seed)
    let work = ChunkedWork(count: seeds.count, execution: options.execution, smallestChunk: 1)
    let found = try work.results { index throws(GraphError) in
      var generator = SeededGenerator(seed: seeds[index])
      let share = options.shares[index / options.samples]
      let left = nodeCount - Int((share * Double(nodeCount)).rounded())
      let part = subgraph(of: nodes.shuffled(using: &generator).prefix(left))
      let scores = try measure(part.graph)
      try requireScores(scores, part.graph)
      let before = part.nodes.map { truth[$0] }
      return options.usesRanks
        ? correlation(before.midRanks, scores.midRanks) : correlation(before, scores)
    }
    var points: [ScoreStability.Point] = []
    for (place, share) in options.shares.enumerated() {
      let correlations = found[place * options.samples..<(place + 1) * options.samples]
        .compactMap(\.self)
      points.append(
        ScoreStability.Point(
          share: share, correlations: correlations.sorted(), sampleCount: options.samples))
    }
    return ScoreStability(points: points)
  }
}

/// Refuses scores that are not one for each node.
func requireScores(_ scores: [Double], _ graph: Graph) throws(GraphError) {
  guard scores.count == graph.nodeCount else {
    throw .wrongCount(of: "node scores", expected: graph.nodeCount, actual: scores.count)
  }
}

/// Pearson's correlation; nil if one side is all equal, up to rounding.
package func correlation(_ first: [Double], _ second: [Double]) -> Double? {
  let count = Double(first.count)
  guard first.count == second.count, count >= 2 else { return nil }
  let means = (first.reduce(0, +) / count, second.reduce(0, +) / count)
  var (xx, xy, yy) = (0.0, 0.0, 0.0)
  for (x, y) in zip(first, second) {
    xx += (x - means.0) * (x - means.0)
    xy += (x - means.0) * (y - means.1)
    yy += (y - means.1) * (y - means.1)
  }
  guard xx > 1e-18 * (1 + means.0 * means.0) * count, yy > 1e-18 * (1 + means.1 * means.1) * count
  else { return nil }
  return max(-1, min(1, xy / (xx.squareRoot() * yy.squareRoot())))
}

extension [Double] {
  /// By place, the rank of the number from 1 up; equal numbers share the middle of their ranks.
  var midRanks: [Double] {
    let order = indices.sorted { (self[$0], $0) < (self[$1], $1) }
    var ranks = [Double](repeating: 0, count: count)
    var start = 0
    while start < count {
      var end = start
      while end < count, self[order[end]] == self[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
