/// What was measured on a graph against what chance gives.
public struct NullComparison: Sendable, Equatable {
  /// By number measured, its value on the graph.
  public let observed: [Double]
  /// By number measured, its mean over the graphs drawn.
  public let means: [Double]
  /// By number measured, its standard deviation over the graphs drawn, by their number less one.
  public let deviations: [Double]
  /// By number measured, how many of the graphs drawn have at least its value.
  public let atLeast: [Int]
  /// How many graphs were drawn.
  public let samples: Int

  /// By number measured, how many standard deviations it is above the mean; nil where chance has no
  /// spread.
  public var zScores: [Double?] {
    observed.indices.map { place in
      deviations[place] > 0 ? (observed[place] - means[place]) / deviations[place] : nil
    }
  }

  /// By number measured, the chance of at least its value, the graph itself counted among those
  /// drawn, from 1 / (samples + 1) to 1.
  public var pValues: [Double] { atLeast.map { Double($0 + 1) / Double(samples + 1) } }
}

extension Graph {
  /// Draws a graph from what counts as chance.
  public typealias NullModel = @Sendable (inout SeededGenerator) throws(GraphError) -> Graph

  /// Measures a graph and graphs drawn by chance, and compares.
  ///
  /// What chance is, is the caller's choice: every difference that the graphs drawn do not share
  /// with this one counts as a finding. Unless set they are simple undirected graphs of the same
  /// degrees (those of this graph with direction ignored, without loops and parallel edges), from
  /// `simpleConfiguration(degrees:switchesPerEdge:using:)` [Milo2002].
  ///
  /// - Parameters:
  ///   - samples: How many graphs are drawn, 2 to 1,000,000.
  ///   - seed: Where the sequence of random choices begins; each graph has a generator of its own.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  ///   - null: Draws a graph; called on any thread.
  ///   - measure: Gives as many numbers for each graph; called on any thread.
  /// - Returns: Values, means, deviations.
  /// - Throws: `GraphError` if the number of samples is out of range, the lists are not equally long,
  ///   or the task has been cancelled; and what `null` and `measure` throw.
  /// - Complexity: That of drawing and measuring, times the samples.
  public func compared(
    samples: Int = 100, seed: UInt64 = 0, execution: Execution = Execution(),
    null: NullModel? = nil,
    by measure: @Sendable (Graph) throws(GraphError) -> [Double]
  ) throws(GraphError) -> NullComparison {
    try GraphError.require(samples, "the number of samples", in: 2...1_000_000)
    let observed = try measure(self)
    let degrees = asUndirected().simplified().degreeCounts(.total)
    var generator = SeededGenerator(seed: seed)
    let seeds = (0..<samples).map { _ in generator.next() }
    let work = ChunkedWork(count: samples, execution: execution, smallestChunk: 1)
    let drawn = try work.map { chunk in
      chunk.map { sample in
        Result { () throws(GraphError) -> [Double] in
          var generator = SeededGenerator(seed: seeds[sample])
          guard let null else {
            return try measure(Graph.simpleConfiguration(degrees: degrees, using: &generator))
          }
          return try measure(null(&generator))
        }
      }
    }
    var means = [Double](repeating: 0, count: observed.count)
    var atLeast = [Int](repeating: 0, count: observed.count)
    let values = try drawn.map { result throws(GraphError) in try result.get() }
    for row in values {
      guard row.count == observed.count else {
        throw .wrongCount(of: "numbers measured", expected: observed.count, actual: row.count)
      }
      for place in row.indices {
        means[place] += row[place]
        if row[place] >= observed[place] { atLeast[place] += 1 }
      }
    }
    means = means.map { $0 / Double(samples) }
    let deviations = observed.indices.map { place in
      let squares = values.reduce(0) { sum, row in
        sum + (row[place] - means[place]) * (row[place] - means[place])
      }
      return (squares / Double(samples - 1)).squareRoot()
    }
    return NullComparison(
      observed: observed, means: means, deviations: deviations, atLeast: atLeast, samples: samples)
  }
}
