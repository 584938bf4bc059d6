/// A number that a network has, and how it would vary over networks like it.
public struct BootstrapEstimate: Sendable, Equatable {
  /// The number of the network itself; nil where it is not defined.
  public let value: Double?
  /// The numbers of the networks drawn, ascending; those where it is not defined are left out.
  public let samples: [Double]
  /// How many networks were drawn.
  public let sampleCount: Int

  /// The mean of the draws; nil without any.
  public var mean: Double? {
    samples.isEmpty ? nil : samples.reduce(0, +) / Double(samples.count)
  }

  /// The standard error: the standard deviation of the draws; nil for fewer than two.
  public var standardError: Double? {
    guard let mean, samples.count > 1 else { return nil }
    let sum = samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (sum / Double(samples.count - 1)).squareRoot()
  }

  /// The interval that leaves out as many draws on each side: the percentiles.
  ///
  /// - Parameter confidence: The share of draws within, above 0 and below 1.
  /// - Returns: From the (1 - c) / 2 to the (1 + c) / 2 quantile, draws between two ranks being
  ///   interpolated; nil without draws.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    precondition(confidence > 0 && confidence < 1, "a confidence is above 0 and below 1")
    guard !samples.isEmpty else { return nil }
    func quantile(_ share: Double) -> Double {
      let place = share * Double(samples.count - 1)
      let below = Int(place)
      let above = min(below + 1, samples.count - 1)
      return samples[below] + (place - Double(below)) * (samples[above] - samples[below])
    }
    return quantile((1 - confidence) / 2)...quantile((1 + confidence) / 2)
  }
}

extension Graph {
  /// How networks like one are drawn.
  public enum Resampling: Sendable, Hashable, CaseIterable {
    /// As many nodes are drawn, with repetition, with the edges between them; between two of the same
    /// node the edges are those of a pair of different nodes drawn by chance [Snijders1999].
    case nodes
    /// As many edges are drawn, with repetition; repeated ones are parallel.
    case edges
  }

  /// How a number that a network has would vary over networks like it, by the bootstrap.
  ///
  /// It says how sure the number is if the nodes, or the edges, are seen as drawn from many alike; it
  /// says nothing of ties that are systematically hidden. Drawing edges leaves no new pairs, so
  /// what counts triangles is biased. An interval is meant for numbers that are means of a
  /// kind: density, reciprocity, mean degree.
  ///
  /// - Parameters:
  ///   - resampling: Whether nodes or edges are drawn.
  ///   - samples: How many networks are drawn, 1 or more; 1,000 for an interval.
  ///   - seed: Where the sequence of random choices begins.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  ///   - measure: The number of a network; nil where it is not defined.
  /// - Returns: The number of this network and of those drawn.
  /// - Throws: What `measure` throws; `GraphError` if no draw is allowed; `GraphError.cancelled`.
  /// - Complexity: O(n + m) and one computation of the measure for each draw; between nodes drawn c
  ///   and d times, c d copies of each edge.
  public func bootstrap(
    resampling: Resampling = .nodes, samples: Int = 1_000, seed: UInt64 = 0,
    execution: Execution = Execution(),
    of measure: @Sendable (Graph) throws(GraphError) -> Double?
  ) throws(GraphError) -> BootstrapEstimate {
    try requireSamples(samples)
    let value = try measure(self)
    let seeds = SeededGenerator.seeds(samples, from: seed)
    let work = ChunkedWork(count: samples, execution: execution, smallestChunk: 1)
    let found = try work.results { index throws(GraphError) in
      var generator = SeededGenerator(seed: seeds[index])
      return try measure(try resampled(resampling, using: &generator))
    }
    return BootstrapEstimate(
      value: value, samples: found.compactMap(\.self).sorted(), sampleCount: samples)
  }

  /// A network like this one, as chance has it.
  ///
  /// - Parameters:
  ///   - resampling: Whether nodes or edges are drawn.
  ///   - generator: Draws them.
  /// - Returns: A network of as many nodes; of edges drawn, as many edges. A loop of a node drawn
  ///   twice is a loop of both. A graph of one node comes back as it is when nodes are drawn.
  /// - Throws: `GraphError.tooManyEdges` if the copies are too many.
  /// - Complexity: O(n + m), and c d copies of each edge between nodes drawn c and d times.
  public func resampled(
    _ resampling: Resampling, using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    switch resampling {
    case .edges:
      let drawn = (0..<edgeCount).map { _ in Int.random(in: 0..<edgeCount, using: &generator) }
      return Graph(
        nodeCount: nodeCount, tails: drawn.map { tails[$0] }, heads: drawn.map { heads[$0] },
        weights: weights.map { weights in drawn.map { weights[$0] } }, isDirected: isDirected)
    case .nodes:
      if nodeCount < 2 { return self }
      return try withDrawnNodes(using: &generator)
    }
  }

  private func withDrawnNodes(
    using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    let drawn = nodes.map { _ in Int.random(in: 0..<nodeCount, using: &generator) }
    var copies = [[Int]](repeating: [], count: nodeCount)
    for (copy, node) in drawn.enumerated() { copies[node].append(copy) }
    var builder = try GraphBuilder(nodeCount: nodeCount, isDirected: isDirected)
    for edge in edges {
      if edge.tail == edge.head {
        for copy in copies[edge.tail] { try builder.addEdge(copy, copy, weight: edge.weight) }
        continue
      }
      for tail in copies[edge.tail] {
        for head in copies[edge.head] { try builder.addEdge(tail, head, weight: edge.weight) }
      }
    }
    for node in nodes {
      for (place, first) in copies[node].enumerated() {
        for second in copies[node].dropFirst(place + 1) {
          // A pair of different nodes stands in for the two.
          let tail = Int.random(in: 0..<nodeCount, using: &generator)
          let other = Int.random(in: 0..<(nodeCount - 1), using: &generator)
          let head = other < tail ? other : other + 1
          for neighbor in outNeighbors(of: tail) where neighbor.node == head {
            try builder.addEdge(first, second, weight: edges[neighbor.edge].weight)
          }
          guard isDirected else { continue }
          for neighbor in outNeighbors(of: head) where neighbor.node == tail {
            try builder.addEdge(second, first, weight: edges[neighbor.edge].weight)
          }
        }
      }
    }
    return builder.build()
  }
}
