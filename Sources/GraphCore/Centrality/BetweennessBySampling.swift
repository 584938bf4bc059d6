/// Betweenness estimated from paths drawn by chance, with a guarantee.
public struct SampledBetweenness: Sendable, Equatable {
  /// The estimates: the share of drawn paths on which a node lies between the ends.
  public let scores: NodeValues<Double>
  /// By node index, how far the true score can be below and above the estimate.
  public let errors: [ClosedRange<Double>]
  /// The number of paths drawn.
  public let sampleCount: Int
}

extension Graph {
  /// The betweenness of each node estimated from shortest paths drawn by chance, as many as it
  /// takes to be sure.
  ///
  /// Each draw takes two different nodes and one of the shortest paths from the first to the
  /// second, all equally likely; a node's estimate is the share of draws on whose path it lies
  /// between the ends. Draws come in rounds, after each of which the estimates are bounded, until
  /// no bound is farther from its estimate than `epsilon`: the adaptive scheme of [Borassi2019],
  /// with bounds that hold for all rounds at once. They are those of Bernstein and of
  /// [Hoeffding1963]; the first is narrow where betweenness is low, so most graphs need far fewer
  /// draws than the second alone asks for. Each path is looked for from both ends [Pohl1971].
  ///
  /// Paths are counted by hops. Parallel edges are routes of their own; loops lie on no shortest
  /// path; a draw without a path counts for nobody. Estimates are over all ordered pairs, so the
  /// true score is the raw betweenness of ordered pairs over n (n - 1): that of `betweenness(_:)`,
  /// times (n - 2) / n.
  ///
  /// - Parameters:
  ///   - epsilon: How far an estimate may be off; above 0 and below 1.
  ///   - delta: How likely it may be that any estimate is farther off; above 0 and below 1.
  ///   - generator: Draws the paths.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Estimates from 0 to 1 with their error bounds. With probability 1 - delta every
  ///   true score is within its bounds.
  /// - Throws: `GraphError.optionOutOfRange` if epsilon or delta is not above 0 and below 1.
  /// - Complexity: At most ln(128 n / delta) / (2 epsilon^2) draws, each O(n + m) time and in
  ///   practice far less; O(n) space for each of at most 64 chunks.
  public func betweenness(
    epsilon: Double, delta: Double, using generator: inout SeededGenerator,
    execution: Execution = Execution()
  ) throws(GraphError) -> SampledBetweenness {
    for (name, value) in [("epsilon", epsilon), ("delta", delta)] where !(value > 0 && value < 1) {
      throw .optionOutOfRange(name: name, value: value, range: "above 0 and below 1")
    }
    let bound = ErrorBound(nodeCount: nodeCount, delta: delta)
    var counts = [Int](repeating: 0, count: nodeCount)
    var sampleCount = 0
    if nodeCount > 2 {
      let most = bound.mostDraws(epsilon: epsilon)
      var round = min(ErrorBound.firstRound, most)
      repeat {
        try add(
          samples: round, to: &counts, using: &generator,
          execution: execution.part(share(sampleCount, most)...share(sampleCount + round, most)))
        sampleCount += round
        round = min(sampleCount / 2, most - sampleCount)
        // The bounds are widest where the estimate is largest.
      } while bound.width(of: counts.max() ?? 0, after: sampleCount) > epsilon && round > 0
    }
    let values = counts.map { Double($0) / Double(max(sampleCount, 1)) }
    let errors = counts.indices.map { node -> ClosedRange<Double> in
      guard sampleCount > 0 else { return 0...0 }
      let below = bound.below(counts[node], after: sampleCount)
      let above = bound.above(counts[node], after: sampleCount)
      return max(0, values[node] - below)...min(1, values[node] + above)
    }
    let pairs = Double(nodeCount) * Double(nodeCount - 1) / (isDirected ? 1 : 2)
    return SampledBetweenness(
      scores: NodeValues(
        measure: "betweenness", values: values,
        normalization: nodeCount > 1
          ? Normalization(
            rule: isDirected ? "n (n - 1)" : "n (n - 1) / 2", denominator: pairs) : .raw),
      errors: errors, sampleCount: sampleCount)
  }

  /// Part of the most draws that there can be; often far fewer are needed.
  private func share(_ count: Int, _ most: Int) -> Double { Double(count) / Double(max(most, 1)) }

  /// Draws paths and counts for each node those on which it lies between the ends.
  private func add(
    samples: Int, to counts: inout [Int], using generator: inout SeededGenerator,
    execution: Execution
  ) throws(GraphError) {
    // Each path has a seed of its own, so it does not matter which thread draws it.
    let seeds = (0..<samples).map { _ in generator.next() }
    counts = try ChunkedWork(count: samples, execution: execution).joined(into: counts) { places in
      var part = [Int](repeating: 0, count: nodeCount)
      var search = RandomPathSearch(graph: self)
      for place in places {
        var chance = SeededGenerator(seed: seeds[place])
        let tail = Int.random(in: 0..<nodeCount, using: &chance)
        let other = Int.random(in: 0..<(nodeCount - 1), using: &chance)
        search.visitRandomPath(
          from: tail, to: other < tail ? other : other + 1, using: &chance
        ) { part[$0] += 1 }
      }
      return part
    } join: { whole, part in
      for node in part.indices { whole[node] += part[node] }
    }
  }
}

/// How far estimates can be off after a round of draws.
///
/// A bound fails with probability e^-L. There are two for each node and round, and L is such that
/// all of them together fail with probability delta at most.
private struct ErrorBound {
  static let firstRound = 1_024
  /// Each round brings the draws to 1.5 times as many, so 64 rounds are 10^14 draws.
  static let mostRounds = 64.0

  /// L: minus the logarithm of the probability that a bound fails.
  private let logarithm: Double

  init(nodeCount: Int, delta: Double) {
    logarithm = (2 * Double(max(nodeCount, 1)) * Self.mostRounds / delta).naturalLogarithm
  }

  /// The draws after which Hoeffding's bound alone is epsilon.
  func mostDraws(epsilon: Double) -> Int {
    Int((logarithm / (2 * epsilon * epsilon)).rounded(.up))
  }

  /// How far the true score can be below the estimate of a node that was met `hits` times.
  ///
  /// Bernstein: an estimate is t too high with probability e^-L if t^2 = 2 L (b + t / 3) / draws
  /// for the true score b, which is the estimate minus t.
  func below(_ hits: Int, after draws: Int) -> Double {
    min(bernstein(-4.0 / 3, hits, draws), hoeffding(draws))
  }

  /// How far the true score can be above the estimate: as below, with b the estimate plus t.
  func above(_ hits: Int, after draws: Int) -> Double {
    min(bernstein(8.0 / 3, hits, draws), hoeffding(draws))
  }

  /// The wider of both.
  func width(of hits: Int, after draws: Int) -> Double {
    max(below(hits, after: draws), above(hits, after: draws))
  }

  /// The solution t of t^2 - factor L t / draws = 2 L estimate / draws.
  private func bernstein(_ factor: Double, _ hits: Int, _ draws: Int) -> Double {
    let unit = logarithm / Double(draws)
    let estimate = Double(hits) / Double(draws)
    return (factor * unit + (factor * factor * unit * unit + 8 * unit * estimate).squareRoot()) / 2
  }

  private func hoeffding(_ draws: Int) -> Double {
    (logarithm / (2 * Double(draws))).squareRoot()
  }
}
