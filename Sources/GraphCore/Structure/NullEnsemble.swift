/// A number measured in a graph beside the same number in random graphs that are like it.
public struct NullEnsemble: Sendable, Equatable {
  /// The number in the graph; nil where it is not defined.
  public let observed: Double?
  /// The number in each random graph, in the order of the draws; nil where it is not defined.
  public let samples: [Double?]

  /// The mean of the samples in which it is defined; nil if there are none.
  public var mean: Double? {
    let values = samples.compactMap(\.self)
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The standard deviation of the samples, over their number less one; nil for fewer than two.
  public var deviation: Double? {
    let values = samples.compactMap(\.self)
    guard let mean, values.count > 1 else { return nil }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// How many standard deviations the graph lies above the mean of the samples [Maslov2002]; nil if
  /// that is not defined, as where all samples are the same.
  public var zScore: Double? {
    guard let observed, let mean, let deviation, deviation > 1e-12 * max(abs(mean), 1e-300) else {
      return nil
    }
    return (observed - mean) / deviation
  }

  /// The share of samples that are at least as large, the graph itself being one of them: from
  /// 1 / (k + 1) for k samples to 1, so never 0 [Phipson2010]. Nil where the number is not defined.
  public var shareAtLeast: Double? { share { $0 >= $1 } }

  /// The share of samples that are at most as large, the graph itself being one of them.
  public var shareAtMost: Double? { share { $0 <= $1 } }

  /// Numbers that differ by rounding are equal.
  private func share(_ isCounted: (Double, Double) -> Bool) -> Double? {
    guard let observed else { return nil }
    let values = samples.compactMap(\.self)
    let margin = 1e-12 * abs(observed)
    let count = values.filter { abs($0 - observed) <= margin || isCounted($0, observed) }.count
    return Double(count + 1) / Double(values.count + 1)
  }
}

extension Graph {
  /// How random graphs are drawn for comparison.
  public struct NullOptions: Sendable {
    /// What random graphs have in common with the graph.
    public enum Model: Sendable, Hashable, CaseIterable {
      /// Every degree: `rewired(switchesPerEdge:keepsConnected:using:execution:)`.
      case degrees
      /// Every degree, and that the graph is connected.
      case degreesAndConnectedness
      /// The number of edges alone: `erdosRenyi(nodeCount:edgeCount:isDirected:using:)`; weights are
      /// lost.
      case edgeCount
    }

    /// What random graphs have in common with the graph.
    public var model: Model
    /// How many are drawn, 1 or more.
    public var samples: Int
    /// How many switches are tried for each edge, where there are such.
    public var switchesPerEdge: Int
    /// Where the sequence of random choices begins: the same seed gives the same result.
    public var seed: UInt64
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - model: What random graphs have in common with the graph.
    ///   - samples: How many are drawn, 1 or more.
    ///   - switchesPerEdge: How many switches are tried for each edge.
    ///   - seed: Where the sequence of random choices begins.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      model: Model = .degrees, samples: Int = 100, switchesPerEdge: Int = 10, seed: UInt64 = 0,
      execution: Execution = Execution()
    ) {
      self.model = model
      self.samples = samples
      self.switchesPerEdge = switchesPerEdge
      self.seed = seed
      self.execution = execution
    }
  }

  /// Whether a number is larger or smaller than in random graphs that are like this one.
  ///
  /// Each sample is drawn from this graph with a seed of its own and measured in the same way
  /// [Maslov2002]. What a share or a z-score says depends on what the random graphs keep: against
  /// graphs of the same degrees it is what degrees alone do not explain.
  ///
  /// - Parameters:
  ///   - options: Model, samples, switches, seed, execution.
  ///   - measure: The number of a graph, nil where it is not defined; called on any thread, several at
  ///     once.
  /// - Returns: The number here and in each sample.
  /// - Throws: `GraphError` if an option is out of range, the graph has loops or parallel edges or is
  ///   not as the model needs it, the measure throws, or the task has been cancelled.
  /// - Complexity: As drawing and measuring, times the samples; on each thread the memory of both.
  public func comparedWithNulls(
    _ options: NullOptions = NullOptions(),
    measure: @Sendable (Graph) throws(GraphError) -> Double?
  ) throws(GraphError) -> NullEnsemble {
    let found = try comparedWithNulls(options) { graph throws(GraphError) -> [Double?] in
      [try measure(graph)]
    }
    return found[0]
  }

  /// Whether some numbers are larger or smaller than in random graphs that are like this one.
  ///
  /// As `comparedWithNulls(_:measure:)`, all numbers being measured in the same random graphs.
  ///
  /// - Parameters:
  ///   - options: Model, samples, switches, seed, execution.
  ///   - measures: The numbers of a graph, as many for each; called on any thread, several at once.
  /// - Returns: Each number here and in each sample.
  /// - Throws: As `comparedWithNulls(_:measure:)`, and if the lists are not equally long.
  /// - Complexity: As drawing and measuring, times the samples; on each thread the memory of both.
  public func comparedWithNulls(
    _ options: NullOptions = NullOptions(),
    measures: @Sendable (Graph) throws(GraphError) -> [Double?]
  ) throws(GraphError) -> [NullEnsemble] {
    try comparedWithNulls(
      samples: options.samples, seed: options.seed, execution: options.execution,
      drawing: { generator throws(GraphError) in try null(options, using: &generator) },
      measures: measures)
  }

  /// Draws a random graph.
  public typealias NullModel = @Sendable (inout SeededGenerator) throws(GraphError) -> Graph

  /// Whether some numbers are larger or smaller than in random graphs of one's own.
  ///
  /// What chance is, is the caller's choice: every difference that the graphs drawn do not share with
  /// this one counts as a finding.
  ///
  /// - Parameters:
  ///   - samples: How many graphs are drawn, 1 or more.
  ///   - seed: Where the sequence of random choices begins; each graph has a generator of its own.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  ///   - null: Draws a graph; called on any thread.
  ///   - measures: The numbers of a graph, as many for each; called on any thread, several at once.
  /// - Returns: Each number here and in each sample.
  /// - Throws: `GraphError` if the number of samples is out of range, the lists are not equally long or
  ///   the task has been cancelled; and what `null` and `measures` throw.
  /// - Complexity: As drawing and measuring, times the samples; on each thread the memory of both.
  public func comparedWithNulls(
    samples: Int, seed: UInt64 = 0, execution: Execution = Execution(), drawing null: NullModel,
    measures: @Sendable (Graph) throws(GraphError) -> [Double?]
  ) throws(GraphError) -> [NullEnsemble] {
    try GraphError.require(samples, "the number of samples", in: 1...10_000_000)
    let observed = try measures(self)
    var seeds = SeededGenerator(seed: seed)
    let generators = (0..<samples).map { _ in SeededGenerator(seed: seeds.next()) }
    let work = ChunkedWork(count: samples, execution: execution, smallestChunk: 1)
    let found = try work.results { sample throws(GraphError) in
      var generator = generators[sample]
      return try measures(try null(&generator))
    }
    var columns = [[Double?]](repeating: [], count: observed.count)
    for row in found {
      guard row.count == observed.count else {
        throw .wrongCount(of: "numbers measured", expected: observed.count, actual: row.count)
      }
      for place in row.indices { columns[place].append(row[place]) }
    }
    return zip(observed, columns).map { NullEnsemble(observed: $0, samples: $1) }
  }

  /// One random graph.
  private func null(
    _ options: NullOptions, using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    switch options.model {
    case .degrees, .degreesAndConnectedness:
      try rewired(
        switchesPerEdge: options.switchesPerEdge,
        keepsConnected: options.model == .degreesAndConnectedness, using: &generator)
    case .edgeCount:
      try Graph.erdosRenyi(
        nodeCount: nodeCount, edgeCount: edgeCount, isDirected: isDirected, using: &generator)
    }
  }
}
