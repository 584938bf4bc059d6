extension Graph {
  /// Paths of the fewest edges between one node and all others.
  ///
  /// Breadth-first search [Moore1959]. Of several paths with the fewest edges it takes the one
  /// whose sequence of nodes, read from the root, is smallest; of parallel edges the one of
  /// smallest index. Loops change nothing; nodes that cannot be reached have no distance.
  ///
  /// - Parameters:
  ///   - root: The node at which to begin.
  ///   - direction: Outward for paths from the root, inward for paths to it.
  ///   - maximumHops: Paths of more edges are not looked for; nil for no limit.
  /// - Returns: The tree of paths; distances are hops, 0 to n - 1.
  /// - Complexity: O(n + m) time, since each row is read once; O(n) space.
  public func breadthFirst(
    from root: Int, direction: Direction = .outward, maximumHops: Int? = nil
  ) -> PathTree {
    requireNode(root)
    return breadthFirst(
      from: root, direction: direction, maximumHops: maximumHops ?? Int.max
    ) { _, _, _ in true }
  }

  /// Breadth-first search over the edges that `allows` lets through, given as (near node, far node,
  /// edge).
  func breadthFirst(
    from root: Int, direction: Direction, maximumHops: Int,
    distances: [Double]? = nil, lengths: [Double]? = nil,
    allowing allows: (Int, Int, Int) -> Bool
  ) -> PathTree {
    let adjacency = adjacency(direction)
    var hops = [Int32](repeating: -1, count: nodeCount)
    var parents = [Int32](repeating: -1, count: nodeCount)
    var parentEdges = [Int32](repeating: -1, count: nodeCount)
    var queue = [root]
    hops[root] = 0
    var next = 0
    // The queue holds the nodes of one level in the order of their paths, and rows are sorted: so
    // the first path to reach a node is the smallest of those with the fewest edges.
    let edges = adjacency.edges
    while next < queue.count {
      let node = queue[next]
      next += 1
      if Int(hops[node]) >= maximumHops { break }
      for entry in adjacency.row(node) {
        let target = Int(adjacency.targets[entry])
        let edge = Int(edges[entry])
        if hops[target] < 0, allows(node, target, edge) {
          hops[target] = hops[node] + 1
          parents[target] = Int32(node)
          parentEdges[target] = Int32(edge)
          queue.append(target)
        }
      }
    }
    return PathTree(
      root: root, direction: direction, reached: queue, hopCounts: hops, parents: parents,
      parentEdges: parentEdges, distances: distances, lengths: lengths)
  }

  /// Hop counts from one node, written over `hops` (-1 where there is no path); the reached nodes
  /// go to `queue`.
  ///
  /// The kernel of the distance measures: no parents, no allocation.
  func countHops(
    from root: Int, over adjacency: Adjacency, into hops: inout [Int32], queue: inout [Int32]
  ) {
    for node in queue { hops[Int(node)] = -1 }
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(root))
    hops[root] = 0
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      let reach = hops[node] + 1
      for entry in adjacency.row(node) {
        let target = Int(adjacency.targets[entry])
        if hops[target] < 0 {
          hops[target] = reach
          queue.append(Int32(target))
        }
      }
    }
  }
}
