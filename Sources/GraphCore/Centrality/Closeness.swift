extension Graph {
  /// How the measures of distance are computed.
  public struct DistanceOptions: Sendable {
    /// Inward for distances to the node, outward for distances from it.
    public var direction: Direction
    /// What the length of an edge is; every length must be more than zero. Hops unless set.
    public var lengths: EdgeLengths
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - direction: Inward for distances to the node, outward for distances from it.
    ///   - lengths: What the length of an edge is.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      direction: Direction = .inward, lengths: EdgeLengths = .hops,
      execution: Execution = Execution()
    ) {
      self.direction = direction
      self.lengths = lengths
      self.execution = execution
    }
  }

  /// The closeness of each node: how near the others are.
  ///
  /// Let r - 1 other nodes have a path, and d be the sum of their distances. The closeness of the
  /// node among those is (r - 1) / d [Freeman1978]. In a graph of several parts that favours small
  /// parts, so it is multiplied by the share of others that have a path, (r - 1) / (n - 1)
  /// [Wasserman1994]. Distances are those to the node, as in NetworkX; loops change nothing,
  /// and of parallel edges the shortest counts. A node without any path scores 0.
  ///
  /// - Parameters:
  ///   - options: Direction, lengths, execution.
  ///   - weighsByReach: Whether to multiply by the share of others that have a path.
  /// - Returns: Scores from 0, and at most 1 by hops. Each node has its own denominator.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: O(n m) time by hops, where 512 searches at once share their steps [Then2014], and
  ///   O(n (m + n) log n) by lengths, one search for each node; O(n + m) space, and O(n) for each of
  ///   at most 64 chunks.
  public func closeness(
    _ options: DistanceOptions = DistanceOptions(), weighsByReach: Bool = true
  ) throws(GraphError) -> NodeValues<Double> {
    let others = Double(nodeCount - 1)
    let values = try forEachDistances(options) { distances -> Double in
      let found = Double(distances.count - 1)
      let sum = distances.sum
      guard sum > 0 else { return 0 }
      return weighsByReach ? found / sum * (found / others) : found / sum
    }
    return NodeValues(
      measure: "closeness", values: values,
      normalization: Normalization(
        rule: weighsByReach
          ? "(r - 1)^2 / ((n - 1) sum of distances)" : "(r - 1) / sum of distances",
        denominator: nil))
  }

  /// The harmonic centrality of each node: the sum of one over each distance.
  ///
  /// A node without a path is infinitely far and adds nothing, so parts need no special care
  /// [Marchiori2000]. Distances are those to the node, as in NetworkX; loops change nothing, and of
  /// parallel edges the shortest counts.
  ///
  /// - Parameters:
  ///   - options: Direction, lengths, execution.
  ///   - isNormalized: Whether to divide by n - 1.
  /// - Returns: Raw sums from 0, at most n - 1 by hops; normalised at most 1 by hops.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: As `closeness(_:weighsByReach:)`.
  public func harmonic(
    _ options: DistanceOptions = DistanceOptions(), isNormalized: Bool = false
  ) throws(GraphError) -> NodeValues<Double> {
    let values = try forEachDistances(options) { $0.sumOfInverses }
    return NodeValues(
      measure: "harmonic", values: values,
      normalization: isNormalized && nodeCount > 1
        ? Normalization(rule: "n - 1", denominator: Double(nodeCount - 1)) : .raw
    )
    .scaled()
  }

  /// The eccentricity of each node: the distance of the node farthest from it.
  ///
  /// Not defined for a node from which some other cannot be reached [Hage1995]. Loops change
  /// nothing, and of parallel edges the shortest counts. The largest value is the diameter of the
  /// graph, the smallest its radius.
  ///
  /// - Parameter options: Direction, which is outward unless set, lengths, execution.
  /// - Returns: Raw distances from 0, at most n - 1 by hops; nil where not defined. A single node
  ///   has eccentricity 0.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: As `closeness(_:weighsByReach:)`.
  public func eccentricity(
    _ options: DistanceOptions = DistanceOptions(direction: .outward)
  ) throws(GraphError) -> NodeValues<Double?> {
    let all = nodeCount
    let values = try forEachDistances(options) { $0.count == all ? $0.largest : nil }
    return NodeValues(measure: "eccentricity", values: values)
  }

  /// What the distances between one node and all others come to.
  struct DistanceSummary {
    /// The nodes with a path, the node itself among them.
    var count = 0
    var sum = 0.0
    var sumOfInverses = 0.0
    var largest = 0.0
  }

  /// Sums up the distances of each node in turn.
  func forEachDistances<Result: Sendable>(
    _ options: DistanceOptions, _ result: @Sendable (DistanceSummary) -> Result
  ) throws(GraphError) -> [Result] {
    guard let lengths = try resolve(options.lengths, needed: .positive) else {
      return try hopTallies(options).map { tally in
        result(
          DistanceSummary(
            count: Int(tally.count) + 1, sum: Double(tally.sum),
            sumOfInverses: tally.sumOfInverses, largest: Double(tally.largest)))
      }
    }
    let work = ChunkedWork(count: nodeCount, execution: options.execution)
    return try work.map { roots in
      var search = DistanceSearch(graph: self, direction: options.direction, lengths: lengths)
      return roots.map { root in
        search.run(from: root)
        var summary = DistanceSummary(count: search.settled.count)
        for node in search.settled where node != root {
          let distance = search.distances[Int(node)]
          summary.sum += distance
          summary.sumOfInverses += 1 / distance
          summary.largest = max(summary.largest, distance)
        }
        return result(summary)
      }
    }
  }

  /// By node, its distances in hops.
  private func hopTallies(
    _ options: DistanceOptions
  ) throws(GraphError) -> [DistanceTally] {
    let order = SharedSearch.order(of: self, direction: options.direction)
    let isLone = SharedSearch.loneBalls(of: order)
    let none = [DistanceTally](repeating: DistanceTally(), count: nodeCount)
    let work = ChunkedWork(
      count: order.balls.count, execution: options.execution, smallestChunk: 1)
    let byNumber = try work.joined(into: none) { balls -> (first: Int, tallies: [DistanceTally]) in
      var search = SharedSearch(order)
      for ball in balls {
        if isLone[ball] {
          search.runOneByOne(to: order.balls[ball])
        } else {
          search.run(from: order.balls[ball])
        }
      }
      let first = order.balls[balls.range.lowerBound].span.lowerBound
      let last = order.balls[balls.range.upperBound - 1].span.upperBound
      return (first, Array(search.tallies[first..<last]))
    } join: { whole, part in
      for (place, tally) in part.tallies.enumerated() { whole[part.first + place].add(tally) }
    }
    var byNode = none
    for (number, node) in order.nodes.enumerated() { byNode[Int(node)] = byNumber[number] }
    return byNode
  }
}
