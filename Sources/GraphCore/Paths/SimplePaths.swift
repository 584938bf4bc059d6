extension Graph {
  /// All simple paths between two nodes: those that visit no node twice.
  ///
  /// Depth-first search that turns back where the head is too far to be reached by the edges that
  /// are left [Read1975]. Paths are told apart by their nodes: of parallel edges the path takes the
  /// shortest, and of equally short ones that of smallest index. Loops lie on no simple path.
  ///
  /// - Parameters:
  ///   - tail: The node at which the paths begin.
  ///   - head: The node at which they end.
  ///   - maximumHops: Paths of more edges are left out; nil for no limit. There can be very many
  ///     paths without one.
  ///   - lengths: What the length of an edge is; any finite number.
  /// - Returns: The paths, computed one at a time when asked for, in the order of their nodes. None
  ///   if there is no path, and the one path of no edges if both ends are the same node.
  /// - Throws: `GraphError` if a length is not finite or there is not one for each edge.
  /// - Complexity: O(n + m) time for the distances to the head, then the sum of the degrees of the
  ///   nodes tried; O(n) space. From a node whose every way on is blocked by the path itself the
  ///   search turns back only after trying, which can take long between two paths.
  public func simplePaths(
    from tail: Int, to head: Int, maximumHops: Int? = nil, lengths: EdgeLengths = .hops
  ) throws(GraphError) -> SimplePaths {
    requireNode(tail)
    requireNode(head)
    let lengths = try resolve(lengths, needed: .finite)
    return SimplePaths(
      graph: self, tail: tail, head: head, maximumHops: maximumHops ?? nodeCount, lengths: lengths)
  }
}

/// The simple paths between two nodes in the order of their nodes; each is computed when it is
/// asked for.
public struct SimplePaths: Sequence, IteratorProtocol, Sendable {
  private let rows: Adjacency
  private let rowEdges: Column<Int32>
  private let head: Int
  private let maximumHops: Int
  private let lengths: [Double]?
  /// By node, the fewest edges to the head; -1 where there is no way.
  private var hopsLeft: [Int32]
  private var isOnPath: [Bool]
  /// The path so far, and for each of its nodes the entries of its row that are left to try.
  private var nodes: [Int] = []
  private var edges: [Int] = []
  private var left: [Range<Int>] = []

  init(graph: Graph, tail: Int, head: Int, maximumHops: Int, lengths: [Double]?) {
    rows = graph.outgoing
    rowEdges = rows.edges
    self.head = head
    self.maximumHops = maximumHops
    self.lengths = lengths
    hopsLeft = [Int32](repeating: -1, count: graph.nodeCount)
    isOnPath = [Bool](repeating: false, count: graph.nodeCount)
    var queue: [Int32] = []
    graph.countHops(from: head, over: graph.incoming, into: &hopsLeft, queue: &queue)
    if hopsLeft[tail] >= 0, Int(hopsLeft[tail]) <= maximumHops { append(tail) }
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
      if let (target, edge) = nextStep() {
        edges.append(edge)
        append(target)
      } else {
        stepBack()
      }
    }
    return nil
  }

  /// The next node to try after the last of the path, with the shortest edge to it.
  private mutating func nextStep() -> (target: Int, edge: Int)? {
    let depth = left.count - 1
    while let entry = left[depth].popFirst() {
      let target = rows.targets[entry]
      var edge = rowEdges[entry]
      while let next = left[depth].first, rows.targets[next] == target {
        left[depth].removeFirst()
        if let lengths, lengths[Int(rowEdges[next])] < lengths[Int(edge)] {
          edge = rowEdges[next]
        }
      }
      let rest = Int(hopsLeft[Int(target)])
      if rest >= 0, !isOnPath[Int(target)], nodes.count + rest <= maximumHops {
        return (Int(target), Int(edge))
      }
    }
    return nil
  }

  private mutating func append(_ node: Int) {
    nodes.append(node)
    isOnPath[node] = true
    left.append(rows.row(node))
  }

  private mutating func stepBack() {
    isOnPath[nodes.removeLast()] = false
    left.removeLast()
    if !edges.isEmpty { edges.removeLast() }
  }
}
