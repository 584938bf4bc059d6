extension ContactSequence {
  /// How far a node is from another along time-respecting paths.
  public enum TemporalDistance: Sendable, Hashable {
    /// The fewest contacts.
    case contacts
    /// The time from the beginning of the window to the earliest arrival, and one tick more: the
    /// resolution of the clock, above 0, so that nothing is at distance 0.
    case arrival(tick: Double)
    /// The shortest time of a path, whenever it begins, and one tick more.
    case duration(tick: Double)
  }

  /// How temporal centralities are computed.
  public struct TemporalOptions: Sendable {
    /// What a distance is.
    public var distance: TemporalDistance
    /// From when to when: no contact of a path begins before or ends after it. Nil for all.
    public var window: ClosedRange<Double>?
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - distance: What a distance is.
    ///   - window: From when to when.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      distance: TemporalDistance = .contacts, window: ClosedRange<Double>? = nil,
      execution: Execution = Execution()
    ) {
      self.distance = distance
      self.window = window
      self.execution = execution
    }
  }

  /// The temporal closeness of each node: how near the others are to it along time-respecting paths.
  ///
  /// The mean, over the other nodes, of one over the distance to them, 0 without a path
  /// [Pan2011]. It is of paths that begin at the node.
  ///
  /// - Parameter options: Distance, window, execution.
  /// - Returns: Scores from 0, divided by n - 1; at most 1 over the smallest distance. A single node
  ///   scores 0.
  /// - Throws: `GraphError.optionOutOfRange` if a tick is not above 0; `GraphError.cancelled`.
  /// - Complexity: n times that of the paths from one node; O(n + c) space for each of at most 64
  ///   chunks.
  public func temporalCloseness(
    _ options: TemporalOptions = TemporalOptions()
  ) throws(GraphError) -> NodeValues<Double> {
    switch options.distance {
    case .arrival(let tick), .duration(let tick):
      guard tick.isFinite, tick > 0 else {
        throw .optionOutOfRange(name: "the tick", value: tick, range: "above 0")
      }
    case .contacts: break
    }
    let work = ChunkedWork(count: nodeCount, execution: options.execution)
    let sums = try work.map { chunk in
      chunk.map { source in
        let distances = distances(from: source, options)
        return nodes.reduce(0.0) { sum, node in
          node == source ? sum : sum + (distances[node].map { 1 / $0 } ?? 0)
        }
      }
    }
    let others = Double(max(nodeCount - 1, 1))
    return NodeValues(
      measure: "temporal-closeness", values: sums.map { $0 / others },
      normalization: nodeCount > 1 ? Normalization(rule: "n - 1", denominator: others) : .raw)
  }

  private func distances(from source: Int, _ options: TemporalOptions) -> [Double?] {
    switch options.distance {
    case .contacts:
      return fewestContacts(from: source, within: options.window).map { $0.map(Double.init) }
    case .arrival(let tick):
      let beginning = options.window?.lowerBound ?? arcs.first?.start ?? 0
      return earliestArrivals(from: source, within: options.window).times.map {
        $0.map { $0 - beginning + tick }
      }
    case .duration(let tick):
      return fastestDurations(from: source, within: options.window).map { $0.map { $0 + tick } }
    }
  }

  /// The temporal reach of each node: how many others it has a time-respecting path to.
  ///
  /// - Parameters:
  ///   - direction: Outward for paths from the node, inward for paths to it.
  ///   - window: From when to when: no contact of a path begins before or ends after it. Nil for all.
  ///   - isNormalized: Whether to divide by n - 1.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw counts from 0 to n - 1; normalised ones from 0 to 1. A single node scores 0.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n (n + c)) time for c contacts, O(n + c) space for each of at most 64 chunks.
  public func temporalReach(
    _ direction: Graph.Direction = .outward, within window: ClosedRange<Double>? = nil,
    isNormalized: Bool = true, execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double> {
    let work = ChunkedWork(count: nodeCount, execution: execution)
    let counts = try work.map { chunk in
      chunk.map { node in
        let times =
          direction == .outward
          ? earliestArrivals(from: node, within: window).times
          : latestDepartures(to: node, within: window)
        return times.reduce(0.0) { $0 + ($1 == nil ? 0 : 1) }
      }
    }
    return NodeValues(
      measure: "temporal-reach", values: counts,
      normalization: isNormalized && nodeCount > 1
        ? Normalization(rule: "n - 1", denominator: Double(nodeCount - 1)) : .raw
    )
    .scaled()
  }
}
