extension Graph {
  /// One shortest path between two nodes, looked for from both ends.
  ///
  /// Two searches by Dijkstra's algorithm, of which the one with the nearer border goes on, until
  /// no path through what is left can be shorter than the best one found [Nicholson1966]. It finds
  /// a path as short as `shortestPath(from:to:lengths:)`, always the same, but of several equally
  /// short ones perhaps another. Loops change nothing; of parallel edges the shortest is taken.
  ///
  /// - Parameters:
  ///   - tail: The node at which the path begins.
  ///   - head: The node at which it ends.
  ///   - lengths: What the length of an edge is; zero is allowed.
  /// - Returns: The path, or nil if there is none; a node has a path of no edges to itself.
  /// - Throws: `GraphError` if a length is negative or not finite, or if there is not one for each
  ///   edge.
  /// - Complexity: O((n + m) log n) time, in practice far less beyond O(n) to make room; O(n)
  ///   space.
  public func bidirectionalDijkstra(
    from tail: Int, to head: Int, lengths: EdgeLengths = .weights
  ) throws(GraphError) -> Path? {
    requireNode(tail)
    requireNode(head)
    let lengths = try resolve(lengths)
    if tail == head { return Path(nodes: [tail], edges: [], length: 0) }
    var forward = GuidedSearch(graph: self, root: tail, direction: .outward, lengths: lengths)
    var backward = GuidedSearch(graph: self, root: head, direction: .inward, lengths: lengths)
    var best = Double.infinity
    var meeting: Int?
    // A path not yet found has a part on either side that is as long as what waits there.
    while let near = forward.smallestKey, let far = backward.smallestKey, near + far < best {
      if near <= far {
        _ = try forward.advance(estimate: { _ in 0 }) { node, reach in
          if reach + backward.distances[node] < best {
            best = reach + backward.distances[node]
            meeting = node
          }
        }
      } else {
        _ = try backward.advance(estimate: { _ in 0 }) { node, reach in
          if reach + forward.distances[node] < best {
            best = reach + forward.distances[node]
            meeting = node
          }
        }
      }
    }
    guard let meeting else { return nil }
    let (start, startEdges) = forward.walkToRoot(from: meeting)
    let (rest, restEdges) = backward.walkToRoot(from: meeting)
    let edges = startEdges.reversed() + restEdges
    return Path(
      nodes: start.reversed() + rest.dropFirst(), edges: edges, length: forward.total(edges))
  }
}
