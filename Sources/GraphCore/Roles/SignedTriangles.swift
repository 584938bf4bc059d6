/// How many triangles of a signed graph there are by their signs.
public struct SignedTriangles: Sendable, Equatable {
  /// By number of negative ties, 0 to 3, the number of triangles.
  public let counts: [Int]

  /// Triangles whose signs multiply to plus: of no negative tie, or of two.
  public var balanced: Int { counts[0] + counts[2] }
  /// Triangles whose signs multiply to minus.
  public var unbalanced: Int { counts[1] + counts[3] }

  /// The share of triangles that are balanced, from 0 to 1; nil without triangles.
  public var balance: Double? {
    let all = balanced + unbalanced
    return all > 0 ? Double(balanced) / Double(all) : nil
  }
}

extension Graph {
  /// The triangles of a signed graph by their signs, and how far it is balanced.
  ///
  /// A weight above 0 is a positive tie, one below 0 a negative one. A triangle is balanced if its
  /// signs multiply to plus: the friend of a friend is a friend, the enemy of an enemy too
  /// [Cartwright1956]. Direction is ignored, loops are left out; what joins two nodes is added up, and
  /// nodes whose ties add up to 0 are not tied.
  ///
  /// - Parameter execution: Who is told how far it is; it runs on one thread.
  /// - Returns: Counts by number of negative ties.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(m^1.5) time, O(n + m) space.
  public func signedTriangles(
    execution: Execution = Execution()
  ) throws(GraphError) -> SignedTriangles {
    let signed = signedTies()
    var counts = [0, 0, 0, 0]
    try signed.forEachTriangle(execution) { _, edges in
      let negative = [edges.0, edges.1, edges.2].count { (signed.weights?[$0] ?? 1) < 0 }
      counts[negative] += 1
    }
    return SignedTriangles(counts: counts)
  }

  /// The simple undirected graph of the ties that do not add up to 0.
  func signedTies() -> Graph {
    let simple = asUndirected().simplified()
    guard let weights = simple.weights else { return simple }
    let kept = simple.tails.indices.filter { weights[$0] != 0 }
    return Graph(
      nodeCount: nodeCount, tails: kept.map { simple.tails[$0] },
      heads: kept.map { simple.heads[$0] }, weights: kept.map { weights[$0] }, isDirected: false)
  }
}
