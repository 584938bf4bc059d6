/// What is left of a graph on average while its nodes, or its edges, go in random order.
public struct RandomRemoval: Sendable, Equatable {
  /// By the number that went, from none, the mean share of all nodes that are in the largest
  /// component. Empty for a graph without nodes.
  public let largestShares: [Double]
  /// By the number that went, how far one order is from the mean: the standard deviation,
  /// its square divided by the number of runs less one; 0 for a single run.
  public let deviations: [Double]
  /// The robustness index of each order; see ``RemovalCurve/robustness``.
  public let robustness: [Double]
}

extension Graph {
  /// What is left on average while nodes fail by chance, all orders being equally likely.
  ///
  /// - Parameters:
  ///   - samples: How many orders are drawn, 1 or more.
  ///   - seed: Where the sequence of random choices begins.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Means and deviations of the shares, and the robustness index of each order.
  /// - Throws: `GraphError.optionOutOfRange` without a run; `GraphError.cancelled`.
  /// - Complexity: O((n + m) a) time for each order, see `removalCurve(_:recordsEfficiency:execution:)`;
  ///   O(n) space for each of at most 64 chunks.
  public func randomRemoval(
    samples: Int = 100, seed: UInt64 = 0, execution: Execution = Execution()
  ) throws(GraphError) -> RandomRemoval {
    try randomRemoval(of: nodeCount, samples: samples, seed: seed, execution) {
      shares(without: $0)
    }
  }

  /// What is left on average while edges fail by chance, all orders being equally likely.
  ///
  /// Every node stays, so the last share is 1 / n. Parallel edges go one by one.
  ///
  /// - Parameters:
  ///   - samples: How many orders are drawn, 1 or more.
  ///   - seed: Where the sequence of random choices begins.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Means and deviations of the shares, and the robustness index of each order.
  /// - Throws: `GraphError.optionOutOfRange` without a run; `GraphError.cancelled`.
  /// - Complexity: O((n + m) a) time for each order, see
  ///   `edgeRemovalCurve(_:recordsEfficiency:execution:)`; O(n + m) space for each of at most 64 chunks.
  public func randomEdgeRemoval(
    samples: Int = 100, seed: UInt64 = 0, execution: Execution = Execution()
  ) throws(GraphError) -> RandomRemoval {
    try randomRemoval(of: edgeCount, samples: samples, seed: seed, execution) {
      shares(withoutEdges: $0)
    }
  }

  /// The means over random orders of `whole` nodes or edges.
  private func randomRemoval(
    of whole: Int, samples: Int, seed: UInt64, _ execution: Execution,
    _ shares: @Sendable ([Int]) -> [Double]
  ) throws(GraphError) -> RandomRemoval {
    try requireSamples(samples)
    struct Sums: Sendable {
      var shares: [Double]
      var squares: [Double]
      var robustness: [Double] = []
    }
    let seeds = SeededGenerator.seeds(samples, from: seed)
    let length = nodeCount > 0 ? whole + 1 : 0
    // Sums are of differences from one order: squares of the shares themselves would lose what little
    // they differ by.
    let some = length > 0 ? shares(Array(0..<whole)) : []
    let start = Sums(
      shares: [Double](repeating: 0, count: length), squares: [Double](repeating: 0, count: length))
    let work = ChunkedWork(count: samples, execution: execution, smallestChunk: 1)
    let sums = try work.joined(into: start) { chunk -> Sums in
      var sums = start
      for run in chunk {
        var generator = SeededGenerator(seed: seeds[run])
        let shares = shares((0..<whole).shuffled(using: &generator))
        for (place, share) in shares.enumerated() {
          let difference = share - some[place]
          sums.shares[place] += difference
          sums.squares[place] += difference * difference
        }
        if whole > 0, nodeCount > 0 {
          sums.robustness.append(shares.dropFirst().reduce(0, +) / Double(whole))
        }
      }
      return sums
    } join: { sums, part in
      for place in part.shares.indices {
        sums.shares[place] += part.shares[place]
        sums.squares[place] += part.squares[place]
      }
      sums.robustness += part.robustness
    }
    let count = Double(samples)
    let means = sums.shares.map { $0 / count }
    return RandomRemoval(
      largestShares: means.indices.map { some[$0] + means[$0] },
      deviations: means.indices.map { place in
        let spread = sums.squares[place] - count * means[place] * means[place]
        return samples > 1 ? (max(0, spread) / (count - 1)).squareRoot() : 0
      }, robustness: sums.robustness)
  }
}

/// Stops work that draws nothing.
func requireSamples(_ samples: Int) throws(GraphError) {
  guard samples >= 1 else {
    throw .optionOutOfRange(
      name: "the number of samples", value: Double(samples), range: "1 or more")
  }
}

extension SeededGenerator {
  /// One seed for each of several draws, so that it does not matter which thread makes them.
  static func seeds(_ count: Int, from seed: UInt64) -> [UInt64] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in generator.next() }
  }
}
