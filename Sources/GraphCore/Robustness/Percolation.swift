/// At which share of nodes or edges a large component appears, by the degrees alone.
public struct PercolationEstimate: Sendable, Equatable {
  /// The mean square of the degrees over their mean: how many edges the node has, on average, at which
  /// an edge ends.
  public let degreeRatio: Double

  /// Whether a random graph with these degrees has a component that holds a fixed share of its nodes:
  /// if the ratio is above 2 [Molloy1995].
  public var hasGiantComponent: Bool { degreeRatio > 2 }

  /// The share of nodes, or of edges, that must stay for such a component, 1 / (ratio - 1)
  /// [Cohen2000]; nil where the whole graph has none.
  public var criticalShare: Double? { hasGiantComponent ? 1 / (degreeRatio - 1) : nil }
}

/// How components grow while nodes or edges come in by chance.
public struct PercolationCurve: Sendable, Equatable {
  /// Whether nodes or edges come in.
  public let kind: Graph.PercolationKind
  /// By the number that is in, from none, the mean share of all nodes that are in the largest
  /// component.
  public let largestShares: [Double]
  /// By the number that is in, the mean of the sum of squares of the sizes of all components but the
  /// largest, over the number of nodes: the susceptibility.
  public let susceptibilities: [Double]

  /// The share that is in where the susceptibility is largest, at the first such place: an estimate
  /// of the share at which a large component appears. Nil where there is nothing to come in, or no
  /// second component at any time.
  public var threshold: Double? {
    guard let most = susceptibilities.max(), most > 0, susceptibilities.count > 1,
      let place = susceptibilities.firstIndex(of: most)
    else { return nil }
    return Double(place) / Double(susceptibilities.count - 1)
  }
}

extension Graph {
  /// What comes in by chance.
  public enum PercolationKind: Sendable, Hashable, CaseIterable {
    /// Nodes, each with its edges to nodes that are in: site percolation.
    case nodes
    /// Edges, all nodes being in from the beginning: bond percolation.
    case edges
  }

  /// The percolation threshold that follows from the degrees alone, by the criterion of Molloy and
  /// Reed.
  ///
  /// It holds for large random graphs with these degrees and nothing else; clustering, groups and
  /// small size move it. Direction is ignored; parallel edges count each, a loop twice.
  ///
  /// - Returns: The ratio of the mean square degree to the mean degree, 1 or more, and what follows
  ///   from it; nil without edges.
  /// - Complexity: O(n + m) time, O(n) space.
  public func percolationEstimate() -> PercolationEstimate? {
    guard edgeCount > 0 else { return nil }
    let degrees = degreeCounts(.total).map(Double.init)
    return PercolationEstimate(
      degreeRatio: degrees.reduce(0) { $0 + $1 * $1 } / degrees.reduce(0, +))
  }

  /// How components grow while nodes or edges come in by chance, one after another.
  ///
  /// All orders are equally likely; components are joined as they meet, so that one order gives the
  /// whole curve [NewmanZiff2001]. Direction is ignored; loops and parallel edges join nothing new.
  ///
  /// - Parameters:
  ///   - kind: Whether nodes or edges come in.
  ///   - samples: How many orders are drawn, 1 or more.
  ///   - seed: Where the sequence of random choices begins.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The means by the number that is in; empty lists for a graph without nodes.
  /// - Throws: `GraphError.optionOutOfRange` without a run; `GraphError.cancelled`.
  /// - Complexity: O((n + m) a) time for each order, a being the inverse of Ackermann's function;
  ///   O(n + m) space for each of at most 64 chunks.
  public func percolation(
    of kind: PercolationKind, samples: Int = 100, seed: UInt64 = 0,
    execution: Execution = Execution()
  ) throws(GraphError) -> PercolationCurve {
    try requireSamples(samples)
    let seeds = SeededGenerator.seeds(samples, from: seed)
    let count = kind == .nodes ? nodeCount : edgeCount
    struct Sums: Sendable {
      var largest: [Double]
      var susceptibility: [Double]
    }
    let zeros = [Double](repeating: 0, count: nodeCount > 0 ? count + 1 : 0)
    let start = Sums(largest: zeros, susceptibility: zeros)
    let work = ChunkedWork(count: samples, execution: execution, smallestChunk: 1)
    let whole = try work.joined(into: start) { chunk -> Sums in
      var sums = start
      for run in chunk where nodeCount > 0 {
        var generator = SeededGenerator(seed: seeds[run])
        let order = (0..<count).shuffled(using: &generator)
        var components = GrowingComponents(nodeCount: nodeCount)
        if kind == .edges { for node in nodes { components.add(node) } }
        func record(_ place: Int) {
          let largest = components.largest
          sums.largest[place] += Double(largest)
          sums.susceptibility[place] += Double(components.sumOfSquares - largest * largest)
        }
        record(0)
        for (place, next) in order.enumerated() {
          switch kind {
          case .nodes: components.add(next, of: self)
          case .edges: components.join(Int(tails[next]), Int(heads[next]))
          }
          record(place + 1)
        }
      }
      return sums
    } join: { whole, part in
      for place in part.largest.indices {
        whole.largest[place] += part.largest[place]
        whole.susceptibility[place] += part.susceptibility[place]
      }
    }
    let scale = Double(samples) * Double(max(nodeCount, 1))
    return PercolationCurve(
      kind: kind, largestShares: whole.largest.map { $0 / scale },
      susceptibilities: whole.susceptibility.map { $0 / scale })
  }
}
