/// What a search for shortest paths over lengths of either sign comes to.
public enum SignedShortestPaths: Sendable, Equatable {
  /// The shortest paths between the root and all others.
  case paths(PathTree)
  /// A cycle whose lengths sum to less than zero, in the order in which its edges run: it can be
  /// walked again and again, so no path is shortest. The first node stands at the end again.
  case negativeCycle(Path)
}

extension Graph {
  /// Shortest paths between one node and all others where lengths can be negative.
  ///
  /// The algorithm of Bellman and Ford [Bellman1958]: in each round the edges of the nodes that
  /// came nearer in the last one are looked at again; a node that still comes nearer in round n
  /// is led to by a negative cycle, which is named. A gain of less than one part in 10^12 of the
  /// largest length is taken for rounding, so a cycle of length 0 is not mistaken for a negative
  /// one. Of several equally short paths one is taken, always the same; of parallel edges the
  /// shortest. A negative loop is a negative cycle, and so is any negative edge of an undirected
  /// graph, walked to and fro.
  ///
  /// - Parameters:
  ///   - root: The node at which to begin.
  ///   - lengths: What the length of an edge is; any finite number.
  ///   - direction: Outward for paths from the root, inward for paths to it.
  /// - Returns: The tree of paths, or a negative cycle that can be reached from the root.
  /// - Throws: `GraphError` if a length is not finite, there is not one for each edge, or the task has
  ///   been cancelled.
  /// - Complexity: O(n m) time: at most n rounds; O(n) space.
  public func bellmanFord(
    from root: Int, lengths: EdgeLengths = .weights, direction: Direction = .outward
  ) throws(GraphError) -> SignedShortestPaths {
    requireNode(root)
    guard let lengths = try resolve(lengths, needed: .finite) else {
      return .paths(breadthFirst(from: root, direction: direction))
    }
    let rows = adjacency(direction)
    let edges = rows.edges
    let leastGain = PathLength.tolerance * (lengths.reduce(0) { max($0, abs($1)) })
    var distances = [Double](repeating: .infinity, count: nodeCount)
    var parents = [Int32](repeating: -1, count: nodeCount)
    var parentEdges = [Int32](repeating: -1, count: nodeCount)
    distances[root] = 0
    var changed = [root]
    var isWaiting = [Bool](repeating: false, count: nodeCount)
    var asked = 0
    for _ in 0..<nodeCount where !changed.isEmpty {
      var next: [Int] = []
      for node in changed { isWaiting[node] = false }
      for node in changed {
        if asked % 1_024 == 0 { try Execution.checkCancellation() }
        asked += 1
        for entry in rows.row(node) {
          let target = Int(rows.targets[entry])
          let edge = edges[entry]
          let reach = distances[node] + lengths[Int(edge)]
          guard reach < distances[target] - leastGain || distances[target].isInfinite else {
            continue
          }
          distances[target] = reach
          parents[target] = Int32(node)
          parentEdges[target] = edge
          if !isWaiting[target] {
            isWaiting[target] = true
            next.append(target)
          }
        }
      }
      changed = next
    }
    if let node = changed.first {
      return .negativeCycle(
        cycle(
          above: node, parents: parents, parentEdges: parentEdges, lengths: lengths,
          direction: direction))
    }
    // The distances again, along the tree from the root, so that each is the length of its path.
    var settled = [Double](repeating: .infinity, count: nodeCount)
    settled[root] = 0
    let tree = breadthFirst(from: root, direction: direction, maximumHops: .max) {
      parents[$1] == $0 && Int(parentEdges[$1]) == $2
    }
    for node in tree.reached.dropFirst() {
      settled[node] = settled[Int(parents[node])] + lengths[Int(parentEdges[node])]
    }
    return .paths(
      PathTree(
        root: root, direction: direction, reached: tree.reached, hopCounts: tree.hopCounts,
        parents: parents, parentEdges: parentEdges, distances: settled, lengths: lengths))
  }

  /// The cycle of parents above a node that came nearer in round n.
  private func cycle(
    above node: Int, parents: [Int32], parentEdges: [Int32], lengths: [Double],
    direction: Direction
  ) -> Path {
    // After n steps towards the root the walk is on the cycle.
    var start = node
    for _ in 0..<nodeCount { start = Int(parents[start]) }
    var nodes = [start]
    var edges: [Int] = []
    repeat {
      let current = nodes[nodes.count - 1]
      edges.append(Int(parentEdges[current]))
      nodes.append(Int(parents[current]))
    } while nodes[nodes.count - 1] != start
    if direction == .outward {
      nodes.reverse()
      edges.reverse()
    }
    return Path(nodes: nodes, edges: edges, length: edges.reduce(0.0) { $0 + lengths[$1] })
  }
}
