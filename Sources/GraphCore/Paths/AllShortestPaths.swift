extension Graph {
  /// All shortest paths between two nodes.
  ///
  /// One search from the end gives every node its distance to it [Dijkstra1959]; from the
  /// beginning, each step that keeps to these distances leads there. Parallel edges are routes of
  /// their own, as in betweenness: two equally short edges between the same nodes make two paths.
  /// Loops lie on no shortest path. Lengths that differ by less than one part in 10^12 count as
  /// equal, so rounding does not hide a tie.
  ///
  /// - Parameters:
  ///   - tail: The node at which the paths begin.
  ///   - head: The node at which they end.
  ///   - lengths: What the length of an edge is; every length must be more than zero.
  /// - Returns: The paths, computed one at a time when asked for, in the order of their first
  ///   steps, then of their second ones and so on, by node and then by edge index. None if there is
  ///   no path, and the one path of no edges if both ends are the same node.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: O((n + m) log n) time for the search, O(n + m) by hops; then for each path the
  ///   sum of the degrees along it, since no step leads astray. O(n) space.
  public func allShortestPaths(
    from tail: Int, to head: Int, lengths: EdgeLengths = .hops
  ) throws(GraphError) -> AllShortestPaths {
    requireNode(tail)
    requireNode(head)
    let lengths = try resolve(lengths, needed: .positive)
    var search = RouteSearch(graph: self, lengths: lengths, direction: .inward)
    search.run(from: head)
    return AllShortestPaths(graph: self, search: search, tail: tail, head: head, lengths: lengths)
  }

  /// The number of shortest paths between one node and each other.
  ///
  /// As many as `allShortestPaths(from:to:lengths:)` has: parallel edges are routes of their own.
  /// [Brandes2001]
  ///
  /// - Parameters:
  ///   - root: The node at which to begin.
  ///   - lengths: What the length of an edge is; every length must be more than zero.
  ///   - direction: Outward for paths from the root, inward for paths to it.
  /// - Returns: Raw numbers of 0 or more, exact up to 2^53; 1 for the root, 0 where there is no
  ///   path.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: O(n + m) time by hops and O((n + m) log n) by lengths; O(n) space.
  public func shortestPathCounts(
    from root: Int, lengths: EdgeLengths = .hops, direction: Direction = .outward
  ) throws(GraphError) -> NodeValues<Double> {
    requireNode(root)
    let lengths = try resolve(lengths, needed: .positive)
    var search = RouteSearch(graph: self, lengths: lengths, direction: direction)
    search.run(from: root)
    return NodeValues(measure: "shortest-paths", values: search.counts)
  }
}

/// All shortest paths between two nodes; each is computed when it is asked for.
public struct AllShortestPaths: Sequence, IteratorProtocol, Sendable {
  private let rows: Adjacency
  private let rowEdges: Column<Int32>
  private let search: RouteSearch
  private let head: Int
  private let lengths: [Double]?
  /// The path so far, and for each of its nodes the entries of its row that are left to try.
  private var nodes: [Int]
  private var edges: [Int] = []
  private var left: [Range<Int>]

  init(graph: Graph, search: RouteSearch, tail: Int, head: Int, lengths: [Double]?) {
    rows = graph.outgoing
    rowEdges = rows.edges
    self.search = search
    self.head = head
    self.lengths = lengths
    nodes = search.reaches(tail) ? [tail] : []
    left = search.reaches(tail) ? [rows.row(tail)] : []
  }

  /// The next path.
  ///
  /// - Returns: A path not yet returned, or nil after the last.
  public mutating func next() -> Path? {
    while let node = nodes.last {
      if node == head {
        let path = Path(
          nodes: nodes, edges: edges, length: edges.reduce(0.0) { $0 + (lengths?[$1] ?? 1) })
        stepBack()
        return path
      }
      if let entry = left[left.count - 1].popFirst() {
        let target = Int(rows.targets[entry])
        let edge = Int(rowEdges[entry])
        if search.reaches(target), search.isStep(near: target, far: node, edge: edge) {
          nodes.append(target)
          edges.append(edge)
          left.append(rows.row(target))
        }
      } else {
        stepBack()
      }
    }
    return nil
  }

  private mutating func stepBack() {
    nodes.removeLast()
    left.removeLast()
    if !edges.isEmpty { edges.removeLast() }
  }
}
