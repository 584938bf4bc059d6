extension Graph {
  /// Shortest paths between one node and all others.
  ///
  /// Dijkstra's algorithm [Dijkstra1959] gives the distances. Of several shortest paths the one
  /// with the fewest edges is taken, and of these the one whose sequence of nodes, read from the
  /// root, is smallest; of parallel edges the one of smallest index among the shortest. Lengths
  /// that differ by less than one part in 10^12 count as equal, so rounding does not hide a tie.
  /// Loops change nothing; nodes that cannot be reached have no distance.
  ///
  /// - Parameters:
  ///   - root: The node at which to begin.
  ///   - lengths: What the length of an edge is; zero is allowed.
  ///   - direction: Outward for paths from the root, inward for paths to it.
  /// - Returns: The tree of paths; distances are 0 or more, in the unit of the lengths.
  /// - Throws: `GraphError` if a length is negative or not finite, or if there is not one for each
  ///   edge.
  /// - Complexity: O((n + m) log n) time, since each edge lowers a key of the heap at most once;
  ///   O(n) space.
  public func shortestPaths(
    from root: Int, lengths: EdgeLengths = .hops, direction: Direction = .outward
  ) throws(GraphError) -> PathTree {
    requireNode(root)
    guard let lengths = try resolve(lengths) else {
      return breadthFirst(from: root, direction: direction)
    }
    var search = DistanceSearch(graph: self, direction: direction, lengths: lengths)
    search.run(from: root)
    let distances = search.distances
    // The edges on which some shortest path runs; breadth-first search over them breaks the ties.
    return breadthFirst(
      from: root, direction: direction, maximumHops: Int.max, distances: distances, lengths: lengths
    ) { near, far, edge in
      PathLength.isAtMost(distances[near] + lengths[edge], distances[far])
    }
  }

  /// One shortest path.
  ///
  /// Ties are broken as in `shortestPaths(from:lengths:direction:)`.
  ///
  /// - Parameters:
  ///   - tail: The node at which the path begins.
  ///   - head: The node at which it ends.
  ///   - lengths: What the length of an edge is; zero is allowed.
  /// - Returns: The path, or nil if there is none; a node has a path of no edges to itself.
  /// - Throws: `GraphError` if a length is negative or not finite, or if there is not one for each
  ///   edge.
  /// - Complexity: O((n + m) log n) time, O(n) space.
  public func shortestPath(
    from tail: Int, to head: Int, lengths: EdgeLengths = .hops
  ) throws(GraphError) -> Path? {
    requireNode(head)
    return try shortestPaths(from: tail, lengths: lengths).path(to: head)
  }
}

/// Dijkstra's search for distances alone, to be run from one root after another without new memory.
struct DistanceSearch {
  private let adjacency: Adjacency
  private let lengths: [Double]
  private var heap: NodeHeap
  /// By node, the distance from the root; infinite where there is no path.
  private(set) var distances: [Double]
  /// The reached nodes in the order in which their distances became final.
  private(set) var settled: [Int32] = []

  init(graph: Graph, direction: Graph.Direction, lengths: [Double]) {
    adjacency = graph.adjacency(direction)
    self.lengths = lengths
    heap = NodeHeap(nodeCount: graph.nodeCount)
    distances = [Double](repeating: .infinity, count: graph.nodeCount)
  }

  /// Finds all distances from a root; the lengths must be zero or more.
  mutating func run(from root: Int) {
    for node in settled { distances[Int(node)] = .infinity }
    settled.removeAll(keepingCapacity: true)
    distances[root] = 0
    heap.push(root, key: 0)
    let edges = adjacency.edges
    while let node = heap.pop() {
      settled.append(Int32(node))
      let base = distances[node]
      for entry in adjacency.row(node) {
        let target = Int(adjacency.targets[entry])
        let reach = base + lengths[Int(edges[entry])]
        if reach < distances[target] {
          distances[target] = reach
          heap.push(target, key: reach)
        }
      }
    }
  }
}
