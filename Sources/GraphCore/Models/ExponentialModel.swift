/// An exponential random graph model that was fitted to a graph.
public struct ExponentialModel: Sendable, Equatable {
  /// What the model counts.
  public let terms: [GraphTerm]
  /// By term, its coefficient: what it adds to the log-odds of a tie for each unit that the tie adds.
  public let coefficients: [Double]
  /// By term, the standard error of its coefficient; nil where the graphs of the model do not vary
  /// enough to tell.
  public let standardErrors: [Double?]
  /// By term, its statistic in the graph.
  public let observed: [Double]
  /// By term, the mean of its statistic in the graphs of the model; that of the graph itself if the
  /// fit is right.
  public let simulated: [Double]
  /// By term, how far the two lie apart, in standard deviations of single graphs of the model. Below
  /// 0.1 is good [Snijders2002].
  public let deviations: [Double]
  /// Whether the coefficients are exact, since each tie is as likely whatever the others are, and not
  /// found by random graphs.
  public let isExact: Bool
  /// The logarithm of the chance of the graph under the model; nil where it is not exact.
  public let logLikelihood: Double?
  /// Whether the model came to give the statistics of the graph on average. If not, the model does not
  /// fit, or has no finite coefficients: as for triangles in a graph that has none.
  public let converged: Bool
  /// How many rounds of random graphs were drawn.
  public let rounds: Int
}

extension Graph {
  /// How an exponential random graph model is fitted.
  public struct ExponentialModelOptions: Sendable {
    /// How many random graphs are drawn in a round, 100 or more; four times as many in the last.
    public var samples: Int
    /// How many ties are proposed between two of them; nil for four for each node and edge.
    public var interval: Int?
    /// The most rounds, 1 or more.
    public var maximumRounds: Int
    /// Where the sequence of random choices begins: the same seed gives the same result.
    public var seed: UInt64
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - samples: How many random graphs are drawn in a round, 100 or more.
    ///   - interval: How many ties are proposed between two of them.
    ///   - maximumRounds: The most rounds, 1 or more.
    ///   - seed: Where the sequence of random choices begins.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      samples: Int = 4_000, interval: Int? = nil, maximumRounds: Int = 30, seed: UInt64 = 0,
      execution: Execution = Execution()
    ) {
      self.samples = samples
      self.interval = interval
      self.maximumRounds = maximumRounds
      self.seed = seed
      self.execution = execution
    }
  }

  /// Fits an exponential random graph model: which local habits would make graphs like this one.
  ///
  /// In the model a graph y is as likely as e to the sum over terms of coefficient times statistic.
  /// The coefficients of largest likelihood are those with which random graphs have the statistics of
  /// this one on average. If ties are independent they follow from a logistic regression over all pairs;
  /// if not, that regression is where the search begins, and random graphs drawn with the coefficients
  /// say how to correct them, by Newton's method with the covariance of their statistics [Hunter2008].
  /// Small graphs often have a regression without finite coefficients; the search then begins with the
  /// independent terms alone, and converges only if the graph lies within the random ones, on no side of
  /// which there are none [Handcock2003]. The graph must be simple; weights mean nothing.
  ///
  /// - Parameters:
  ///   - terms: What the model counts, mostly with `edges` first; for directed graphs `edges`, `mutual`
  ///     and `sharedPartners` are usual. A term for directed graphs asked of an undirected one is a
  ///     mistake of the caller and stops the program.
  ///   - options: Samples, interval, rounds, seed, execution.
  /// - Returns: The coefficients, their errors, and how well the model gives the statistics.
  /// - Throws: `GraphError` if there are loops or parallel edges, the data of a term do not fit, an
  ///   option is out of range, or the task has been cancelled.
  /// - Complexity: O(n^2 (p^2 + t)) time for each step of the regression with p terms and t as in
  ///   `exponentialModel(nodeCount:isDirected:terms:coefficients:steps:using:)`, and the time of that for
  ///   each sample; O(n^2) space for each of eight walks.
  public func exponentialModel(
    _ terms: [GraphTerm], _ options: ExponentialModelOptions = ExponentialModelOptions()
  ) throws(GraphError) -> ExponentialModel {
    // theta are the coefficients, g(y) the statistics of the graph.
    try GraphError.require(options.samples, "the number of samples", in: 100...100_000_000)
    try GraphError.require(options.maximumRounds, "the largest number of rounds", in: 1...10_000)
    if let interval = options.interval {
      try GraphError.require(interval, "the interval", in: 1...1_000_000_000)
    }
    let table = try TieTable(self, terms)
    let observed = try statistics(of: terms)
    let isExact = terms.allSatisfy(\.isIndependent)
    let start = try TieRegression(
      table, termCount: terms.count, execution: options.execution.part(0...(isExact ? 1 : 0.1)))
    if isExact {
      return ExponentialModel(
        terms: terms, coefficients: start.coefficients, standardErrors: start.standardErrors,
        observed: observed, simulated: start.expected,
        deviations: start.deviations(from: observed), isExact: true,
        logLikelihood: start.logLikelihood, converged: start.converged, rounds: 0)
    }
    // Where the regression has finite coefficients the model has them; where not, it may, and then they
    // are not to be found from there.
    let beginning = try start.converged ? nil : independentStart(terms)
    let coefficients = beginning ?? start.coefficients
    var fit = ModelFit(
      table, observed: observed, coefficients: coefficients, options,
      interval: options.interval ?? max(4 * (nodeCount + edgeCount), 64),
      isDoubted: !start.converged)
    var isNear = coefficients.allSatisfy(\.isFinite)
    var rounds = 0
    while isNear, rounds < options.maximumRounds {
      rounds += 1
      let share = options.execution.part(0.1...1).part(rounds - 1, of: options.maximumRounds)
      try fit.draw(options.samples, share.part(0, of: 2))
      if fit.deviations.allSatisfy({ $0 < 0.1 }) {
        try fit.draw(4 * options.samples, share.part(1, of: 2))
        if fit.deviations.allSatisfy({ $0 < 0.1 }) {
          // What is left of the difference is taken out with the larger sample.
          isNear = fit.correct() && fit.isWithin
          return fit.model(terms, converged: isNear, rounds: rounds)
        }
      }
      isNear = fit.correct()
    }
    return fit.model(terms, converged: false, rounds: rounds)
  }

  /// By term, the coefficient of a model of the independent terms alone, and 0 for the others; nil if
  /// these have no finite coefficients.
  private func independentStart(_ terms: [GraphTerm]) throws(GraphError) -> [Double]? {
    let places = terms.indices.filter { terms[$0].isIndependent }
    let alone = places.map { terms[$0] }
    let start = try TieRegression(try TieTable(self, alone), termCount: alone.count)
    guard start.converged else { return nil }
    var coefficients = terms.map { _ in 0.0 }
    for (place, value) in zip(places, start.coefficients) { coefficients[place] = value }
    return coefficients
  }
}

/// The search for coefficients by random graphs.
private struct ModelFit {
  /// So many walks side by side, whatever the threads.
  private static let walkCount = 8
  /// In so many slices a round is drawn at most.
  private static let mostSlices = 40

  private var walks: [TieWalk]
  private let observed: [Double]
  private var coefficients: [Double]
  private let interval: Int
  private var generator: SeededGenerator
  private var mean: [Double]
  private var covariance: [[Double]] = []
  /// By term, how far the mean lies from what was observed, in standard deviations.
  private(set) var deviations: [Double]
  /// Whether the coefficients may be without bound.
  private let isDoubted: Bool
  /// By random graph, by term, how much more it has than the graph; only if the coefficients are doubted.
  private var gaps: [[Double]] = []

  init(
    _ table: TieTable, observed: [Double], coefficients: [Double],
    _ options: Graph.ExponentialModelOptions, interval: Int, isDoubted: Bool
  ) {
    self.isDoubted = isDoubted
    generator = SeededGenerator(seed: options.seed)
    self.observed = observed
    self.coefficients = coefficients
    self.interval = interval
    mean = observed
    deviations = observed.map { _ in .infinity }
    walks = (0..<Self.walkCount).map { [generator] _ in
      TieWalk(table, coefficients: coefficients, sums: observed, generator: generator)
    }
  }

  /// Draws random graphs with the coefficients as they are; each walk goes on where it was.
  mutating func draw(_ count: Int, _ execution: Execution) throws(GraphError) {
    let starts = walks.map { walk in
      TieWalk(
        walk.table, coefficients: coefficients, sums: walk.sums,
        generator: SeededGenerator(seed: generator.next()))
    }
    let perWalk = (count + Self.walkCount - 1) / Self.walkCount
    // The first tenth and more is forgotten, since the coefficients have changed.
    let forgotten = max(perWalk / 8, 16)
    let all = forgotten + perWalk
    walks = starts
    var byWalk = [[[Double]]](repeating: [], count: Self.walkCount)
    // Slice by slice, so that it can be told how far it is and be stopped.
    let slices = min(all, Self.mostSlices)
    for slice in 0..<slices {
      let places = slice * all / slices..<(slice + 1) * all / slices
      let work = ChunkedWork(
        count: Self.walkCount, execution: execution.part(slice, of: slices), smallestChunk: 1)
      let drawn = try work.results { [interval, walks] index throws(GraphError) in
        var walk = walks[index]
        var samples: [[Double]] = []
        for place in places {
          try walk.step(interval)
          if place >= forgotten { samples.append(walk.sums) }
        }
        return (walk: walk, samples: samples)
      }
      walks = drawn.map(\.walk)
      for (index, found) in drawn.enumerated() { byWalk[index] += found.samples }
    }
    let samples = byWalk.flatMap(\.self)
    let terms = observed.indices
    mean = terms.map { term in samples.reduce(0) { $0 + $1[term] } / Double(samples.count) }
    covariance = terms.map { first in
      terms.map { second in
        samples.reduce(0) { $0 + ($1[first] - mean[first]) * ($1[second] - mean[second]) }
          / Double(samples.count - 1)
      }
    }
    if isDoubted { gaps = samples.map { zip($0, observed).map { $0 - $1 } } }
    deviations = terms.map { term in
      let gap = abs(mean[term] - observed[term])
      return gap == 0 ? 0 : gap / covariance[term][term].squareRoot()
    }
  }

  /// One step of Newton's method, shorter if it would go far beyond the graphs that were drawn.
  ///
  /// - Returns: Whether the covariance allowed it.
  mutating func correct() -> Bool {
    let gap = zip(observed, mean).map { $0 - $1 }
    guard let step = SymmetricSystem(covariance)?.solved(gap) else { return false }
    let length = zip(gap, step).reduce(0) { $0 + $1.0 * $1.1 }.squareRoot()
    let share = length > 1 ? 1 / length : 1
    coefficients = zip(coefficients, step).map { $0 + share * $1 }
    return coefficients.allSatisfy { $0.isFinite && abs($0) < 1e6 }
  }

  /// Whether the graph lies within those that were drawn, on no side of which there are none: only then has
  /// the model coefficients. If they are not doubted, this is known.
  ///
  /// The sum over random graphs of e to the power of d times the gap has a least value for some d if there
  /// are gaps on all sides, and else falls on and on; Newton's method looks for it.
  var isWithin: Bool {
    guard isDoubted else { return true }
    let terms = observed.indices
    var place = [Double](repeating: 0, count: observed.count)
    for _ in 0..<60 {
      var total = 0.0
      var slope = place.map { _ in 0.0 }
      var squares = place.map { [zero = slope] _ in zero }
      let powers = gaps.map { gap in terms.reduce(0) { $0 + place[$1] * gap[$1] } }
      let largest = powers.reduce(-.infinity, max)
      for (gap, power) in zip(gaps, powers) {
        let weight = (power - largest).naturalExponential
        total += weight
        for first in terms {
          slope[first] += weight * gap[first]
          for second in terms { squares[first][second] += weight * gap[first] * gap[second] }
        }
      }
      slope = slope.map { $0 / total }
      for first in terms {
        for second in terms {
          squares[first][second] = squares[first][second] / total - slope[first] * slope[second]
        }
      }
      guard let step = SymmetricSystem(squares)?.solved(slope) else { return false }
      // Where it falls on and on the slope vanishes too, the steps do not.
      if step.allSatisfy({ abs($0) < 1e-6 }) { return true }
      let length = zip(slope, step).reduce(0) { $0 + $1.0 * $1.1 }.squareRoot()
      let share = length > 1 ? 1 / length : 1
      place = zip(place, step).map { $0 - share * $1 }
    }
    return false
  }

  func model(_ terms: [GraphTerm], converged: Bool, rounds: Int) -> ExponentialModel {
    // Without a draw there is no covariance.
    let errors =
      covariance.isEmpty
      ? nil : SymmetricSystem(covariance)?.diagonalOfInverse.map { $0.squareRoot() }
    return ExponentialModel(
      terms: terms, coefficients: coefficients,
      standardErrors: errors ?? observed.map { _ in nil },
      observed: observed, simulated: mean, deviations: deviations, isExact: false,
      logLikelihood: nil, converged: converged, rounds: rounds)
  }
}
