extension Graph {
  /// The diameter: the largest distance between two nodes.
  ///
  /// Found without searching from every node: each search bounds the eccentricities of all others
  /// from below and from above, and nodes that cannot be the farthest are never searched from
  /// [Takes2011]. A directed graph is searched both ways from a node, which bounds the distances
  /// that begin at the others. Loops change nothing, and of parallel edges the shortest counts.
  ///
  /// - Parameters:
  ///   - lengths: What the length of an edge is; zero is allowed.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A distance of 0 or more; nil if some node cannot be reached from some other, or if
  ///   there are no nodes.
  /// - Throws: `GraphError` if a length is negative or not finite, or if there is not one for each
  ///   edge.
  /// - Complexity: s searches, O(s (n + m)) time by hops and O(s (n + m) log n) by lengths. In
  ///   networks with a centre s is often below 20; in a ring it is n. O(n) space.
  public func diameter(
    lengths: EdgeLengths = .hops, execution: Execution = Execution()
  ) throws(GraphError) -> Double? {
    try eccentricityExtremes(lengths: lengths, seeks: .diameter, execution: execution)?.diameter
  }

  /// The radius: the distance of the node farthest from the node that is nearest to all.
  ///
  /// The smallest eccentricity, found without searching from every node as the diameter is
  /// [Takes2011]. In a directed graph the distances are those from the node. Loops change nothing,
  /// and of parallel edges the shortest counts.
  ///
  /// - Parameters:
  ///   - lengths: What the length of an edge is; zero is allowed.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A distance of 0 or more, at least half the diameter in an undirected graph; nil if
  ///   some node cannot be reached from some other, or if there are no nodes.
  /// - Throws: `GraphError` if a length is negative or not finite, or if there is not one for each
  ///   edge.
  /// - Complexity: As `diameter(lengths:execution:)`.
  public func radius(
    lengths: EdgeLengths = .hops, execution: Execution = Execution()
  ) throws(GraphError) -> Double? {
    try eccentricityExtremes(lengths: lengths, seeks: .radius, execution: execution)?.radius
  }

  /// The centre: the nodes whose eccentricity is the radius.
  ///
  /// [Hage1995] Eccentricities that differ by less than one part in 10^12 count as equal.
  ///
  /// - Parameter options: Direction, which is outward unless set, lengths, execution.
  /// - Returns: The nodes in ascending order; none if some node cannot be reached from some other.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: As `eccentricity(_:)`: one search for each node.
  public func center(
    _ options: DistanceOptions = DistanceOptions(direction: .outward)
  ) throws(GraphError) -> [Int] {
    let values = try eccentricity(options).values.compactMap { $0 }
    guard let radius = values.min(), values.count == nodeCount else { return [] }
    return nodes.filter { PathLength.isAtMost(values[$0], radius) }
  }

  /// The periphery: the nodes whose eccentricity is the diameter.
  ///
  /// [Hage1995] Eccentricities that differ by less than one part in 10^12 count as equal.
  ///
  /// - Parameter options: Direction, which is outward unless set, lengths, execution.
  /// - Returns: The nodes in ascending order; none if some node cannot be reached from some other.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: As `eccentricity(_:)`: one search for each node.
  public func periphery(
    _ options: DistanceOptions = DistanceOptions(direction: .outward)
  ) throws(GraphError) -> [Int] {
    let values = try eccentricity(options).values.compactMap { $0 }
    guard let diameter = values.max(), values.count == nodeCount else { return [] }
    return nodes.filter { PathLength.isAtMost(diameter, values[$0]) }
  }

  /// Which of the two extremes is asked for.
  enum EccentricityExtreme {
    case diameter, radius
  }

  /// The bounds of the largest and the smallest eccentricity once the one asked for is known, and
  /// the number of nodes searched from; nil where eccentricities are not defined.
  func eccentricityExtremes(
    lengths: EdgeLengths, seeks: EccentricityExtreme, execution: Execution = Execution()
  ) throws(GraphError) -> (diameter: Double, radius: Double, searched: Int)? {
    guard nodeCount > 0 else { return nil }
    let lengths = try resolve(lengths)
    var outward = FullSearch(graph: self, direction: .outward, lengths: lengths)
    var inward = isDirected ? FullSearch(graph: self, direction: .inward, lengths: lengths) : nil
    var lower = [Double](repeating: 0, count: nodeCount)
    var upper = [Double](repeating: .infinity, count: nodeCount)
    var diameter = 0.0
    var radius = Double.infinity
    var candidates = Array(nodes)
    var unsearched = candidates
    let degrees = degreeCounts(.total)
    // The first search is from the node of highest degree. Then the node that may be the farthest
    // and the one that may be most central take turns, since each kind tightens the other's bounds;
    // only the kind that is asked for must be a candidate.
    var start = candidates.max { (degrees[$0], -$0) < (degrees[$1], -$1) }
    while let node = start {
      guard outward.run(from: node), inward?.run(from: node) ?? true else { return nil }
      let eccentricity = outward.largest
      lower[node] = eccentricity
      upper[node] = eccentricity
      radius = min(radius, eccentricity)
      unsearched.removeAll { $0 == node }
      diameter = max(diameter, eccentricity)
      for other in unsearched {
        let away = outward.distance(to: other)
        let back = inward?.distance(to: other) ?? away
        lower[other] = max(lower[other], back, eccentricity - away)
        upper[other] = min(upper[other], back + eccentricity)
        diameter = max(diameter, back)
      }
      candidates.removeAll { other in
        if other == node { return true }
        switch seeks {
        case .diameter: return PathLength.isAtMost(upper[other], diameter)
        case .radius: return PathLength.isAtMost(radius, lower[other])
        }
      }
      try Execution.checkCancellation()
      execution.progress?(1 - Double(candidates.count) / Double(nodeCount))
      if candidates.isEmpty { break }
      let seeksFarthest = (nodeCount - unsearched.count).isMultiple(of: 2) == (seeks == .diameter)
      if seeksFarthest {
        start = (seeks == .diameter ? candidates : unsearched).max {
          (upper[$0], degrees[$0], -$0) < (upper[$1], degrees[$1], -$1)
        }
      } else {
        start = (seeks == .radius ? candidates : unsearched).max {
          (-lower[$0], degrees[$0], -$0) < (-lower[$1], degrees[$1], -$1)
        }
      }
    }
    return (diameter, radius, nodeCount - unsearched.count)
  }
}

/// A search from one node after another that must reach all.
private struct FullSearch {
  private let graph: Graph
  private let direction: Graph.Direction
  private var search: DistanceSearch?
  private var hops: [Int32]
  private var queue: [Int32] = []
  /// The distance of the farthest node.
  private(set) var largest = 0.0

  init(graph: Graph, direction: Graph.Direction, lengths: [Double]?) {
    self.graph = graph
    self.direction = direction
    search = lengths.map { DistanceSearch(graph: graph, direction: direction, lengths: $0) }
    hops = [Int32](repeating: -1, count: graph.nodeCount)
  }

  /// Finds all distances; returns whether there is a path to every node.
  mutating func run(from root: Int) -> Bool {
    if search != nil {
      search?.run(from: root)
      queue = search?.settled ?? []
    } else {
      graph.countHops(
        from: root, over: graph.adjacency(direction), into: &hops, queue: &queue)
    }
    largest = queue.last.map { distance(to: Int($0)) } ?? 0
    return queue.count == graph.nodeCount
  }

  func distance(to node: Int) -> Double {
    search?.distances[node] ?? Double(hops[node])
  }
}
