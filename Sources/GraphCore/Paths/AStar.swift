extension Graph {
  /// One shortest path between two nodes, led by an estimate of what is left.
  ///
  /// Dijkstra's search in the order of distance plus estimate [Hart1968]. An estimate must never be
  /// more than the true distance to the head; it need not be consistent, since a node is looked at
  /// again when a shorter way to it turns up. An estimate of 0 everywhere gives Dijkstra's search.
  /// The path found is as short as `shortestPath(from:to:lengths:)`, always the same, but of
  /// several equally short ones perhaps another. Loops change nothing; of parallel edges the
  /// shortest is taken.
  ///
  /// - Parameters:
  ///   - tail: The node at which the path begins.
  ///   - head: The node at which it ends.
  ///   - lengths: What the length of an edge is; zero is allowed.
  ///   - estimate: A lower bound of the distance from a node to the head, in the unit of the
  ///     lengths; infinite where there is no way. Asked for once for each node reached.
  /// - Returns: The path, or nil if there is none; a node has a path of no edges to itself.
  /// - Throws: `GraphError` if a length is negative or not finite, if there is not one for each
  ///   edge, or if an estimate is negative or NaN.
  /// - Complexity: O((n + m) log n) time with a consistent estimate; an inconsistent one can make
  ///   it exponential. O(n) space.
  public func aStar(
    from tail: Int, to head: Int, lengths: EdgeLengths = .weights, estimate: (Int) -> Double
  ) throws(GraphError) -> Path? {
    requireNode(tail)
    requireNode(head)
    let lengths = try resolve(lengths)
    var search = GuidedSearch(graph: self, root: tail, direction: .outward, lengths: lengths)
    // By node, what was estimated; negative before it is asked for.
    var estimates = [Double](repeating: -1, count: nodeCount)
    func estimated(_ node: Int) throws(GraphError) -> Double {
      if estimates[node] >= 0 { return estimates[node] }
      let value = estimate(node)
      guard value >= 0 else {
        throw .optionOutOfRange(
          name: "the estimate for node \(node)", value: value, range: "zero or more")
      }
      estimates[node] = value
      return value
    }
    // Whatever waits with a key above the distance of the head cannot lead to a shorter path.
    while let key = search.smallestKey, key < search.distances[head],
      try search.advance(estimate: estimated, found: { _, _ in }) != nil
    {}
    guard search.distances[head].isFinite else { return nil }
    let (nodes, edges) = search.walkToRoot(from: head)
    return Path(
      nodes: nodes.reversed(), edges: edges.reversed(), length: search.total(edges.reversed()))
  }
}
