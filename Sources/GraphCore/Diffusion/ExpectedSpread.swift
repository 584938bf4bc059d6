/// A mean over random runs, and how sure it is.
public struct SpreadEstimate: Sendable, Equatable {
  /// The mean number of nodes that become active, the seeds among them.
  public let mean: Double
  /// The standard deviation of the mean: that of one run over the square root of the runs.
  public let standardError: Double
  /// How many runs were drawn.
  public let sampleCount: Int

  /// The mean 1.96 standard errors either way: it holds the true mean in 95 of 100 cases, if the runs
  /// are many. If all of them came out equal it has no width, whatever the truth.
  public var interval: ClosedRange<Double> {
    let half = 1.959963984540054 * standardError
    return (mean - half)...(mean + half)
  }

  /// From the sums of sizes and of their squares.
  init(sum: Int, squares: Int128, samples: Int) {
    let count = Double(samples)
    mean = Double(sum) / count
    // In whole numbers, so that equal runs have no deviation.
    let spread = Double(squares * Int128(samples) - Int128(sum) * Int128(sum)) / count
    standardError = samples > 1 ? (spread / (count - 1) / count).squareRoot() : 0
    sampleCount = samples
  }
}

extension Graph {
  /// The expected spread: how many nodes become active on average if some are at the beginning.
  ///
  /// To compute it exactly is #P-hard [Chen2010], so it is a mean over random courses.
  ///
  /// - Parameters:
  ///   - seeds: The nodes that are active at the beginning.
  ///   - model: By which rule it spreads.
  ///   - samples: How many courses are drawn, 1 or more.
  ///   - seed: Where the sequence of random choices begins.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The mean, from the number of seeds to n, with its error.
  /// - Throws: `GraphError` if a probability or weight is outside its range, there is not one for each
  ///   edge, or no run is allowed; `GraphError.cancelled`.
  /// - Complexity: O(n + m) time for each run, and in practice only what is reached; O(n) space for
  ///   each of at most 64 chunks.
  public func expectedSpread(
    from seeds: [Int], _ model: SpreadModel = .independentCascade(), samples: Int = 10_000,
    seed: UInt64 = 0, execution: Execution = Execution()
  ) throws(GraphError) -> SpreadEstimate {
    try requireSamples(samples)
    for node in seeds { requireNode(node) }
    let rule = try SpreadRule(self, model)
    return try spreadEstimate(samples: samples, seed: seed, execution) {
      var search = CascadeSearch(rule)
      return { generator in
        search.run(from: seeds, using: &generator)
        return search.queue.count
      }
    }
  }

  /// The expected reach of each node: how many others it can reach on average, if each edge holds with
  /// its own probability, independently of the others.
  ///
  /// It is the expected spread of a cascade from the node alone, less one, for all nodes in the same
  /// random graphs.
  ///
  /// - Parameters:
  ///   - direction: Outward for nodes that it reaches, inward for nodes that reach it.
  ///   - probabilities: By edge index, 0 to 1; nil for the weights. An edge of an unweighted graph
  ///     holds for certain.
  ///   - samples: How many graphs are drawn, 1 or more.
  ///   - seed: Where the sequence of random choices begins.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw means from 0 to n - 1; the standard error of each is at most
  ///   (n - 1) / (2 sqrt(samples)).
  /// - Throws: `GraphError` if a probability is outside its range, there is not one for each edge, or
  ///   no run is allowed; `GraphError.cancelled`.
  /// - Complexity: As `reach(_:isNormalized:execution:)` for each run.
  public func expectedReach(
    _ direction: Direction = .outward, probabilities: [Double]? = nil, samples: Int = 1_000,
    seed: UInt64 = 0, execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double> {
    try requireSamples(samples)
    let chances = try checkedChances(probabilities)
    let seeds = SeededGenerator.seeds(samples, from: seed)
    let zeros = [Double](repeating: 0, count: nodeCount)
    let work = ChunkedWork(count: samples, execution: execution, smallestChunk: 1)
    let sums = try work.joined(into: zeros) { chunk -> [Double] in
      var sums = zeros
      for run in chunk {
        var generator = SeededGenerator(seed: seeds[run])
        let isGone = tails.indices.map { generator.nextUnit() >= chances?[$0] ?? 1 }
        let reach = try? without(edges: isGone).reach(
          direction, isNormalized: false, execution: Execution(threads: 1))
        for (node, count) in (reach?.values ?? []).enumerated() { sums[node] += count }
      }
      return sums
    } join: { whole, part in
      for node in part.indices { whole[node] += part[node] }
    }
    return NodeValues(measure: "expected-reach", values: sums.map { $0 / Double(samples) })
  }

  /// A mean over runs, each with a seed of its own; `makeRun` makes what one thread needs, and the
  /// way to get the size of one run.
  func spreadEstimate(
    samples: Int, seed: UInt64, _ execution: Execution,
    _ makeRun: @Sendable () -> (inout SeededGenerator) -> Int
  ) throws(GraphError) -> SpreadEstimate {
    let seeds = SeededGenerator.seeds(samples, from: seed)
    typealias Sums = (sizes: Int, squares: Int128)
    let none: Sums = (0, 0)
    let work = ChunkedWork(count: samples, execution: execution)
    let sums = try work.joined(into: none) { chunk -> Sums in
      let run = makeRun()
      return chunk.reduce(into: none) { sums, index in
        var generator = SeededGenerator(seed: seeds[index])
        let size = run(&generator)
        sums.sizes += size
        sums.squares += Int128(size) * Int128(size)
      }
    } join: { whole, part in
      whole.sizes += part.sizes
      whole.squares += part.squares
    }
    return SpreadEstimate(sum: sums.sizes, squares: sums.squares, samples: samples)
  }
}
