extension Graph {
  /// One path of the fewest edges between two nodes, looked for from both ends.
  ///
  /// Two breadth-first searches, of which the one with fewer edges at its border goes on, until
  /// they meet [Pohl1971]. Where neighbourhoods grow fast this looks at far fewer nodes than a
  /// search from one end. It finds a path with as few edges as `shortestPath(from:to:lengths:)`,
  /// always the same, but of several equally short ones perhaps another. Loops change nothing; of
  /// parallel edges the one of smallest index is taken.
  ///
  /// - Parameters:
  ///   - tail: The node at which the path begins.
  ///   - head: The node at which it ends.
  /// - Returns: The path, its length in hops, or nil if there is none; a node has a path of no
  ///   edges to itself.
  /// - Complexity: O(n + m) time, in practice far less beyond O(n) to make room; O(n) space.
  public func bidirectionalBreadthFirst(from tail: Int, to head: Int) -> Path? {
    requireNode(tail)
    requireNode(head)
    if tail == head { return Path(nodes: [tail], edges: [], length: 0) }
    var forward = LevelSearch(root: tail, rows: outgoing, nodeCount: nodeCount)
    var backward = LevelSearch(root: head, rows: incoming, nodeCount: nodeCount)
    while !forward.border.isEmpty, !backward.border.isEmpty {
      let meeting =
        forward.borderSize <= backward.borderSize
        ? forward.advance(meeting: backward) : backward.advance(meeting: forward)
      if let meeting {
        let (start, startEdges) = forward.walkToRoot(from: meeting)
        let (rest, restEdges) = backward.walkToRoot(from: meeting)
        let edges = startEdges.reversed() + restEdges
        return Path(
          nodes: start.reversed() + rest.dropFirst(), edges: edges, length: Double(edges.count))
      }
    }
    return nil
  }
}

/// A breadth-first search that goes on by one level at a time.
private struct LevelSearch {
  private let rows: Adjacency
  private let edges: Column<Int32>
  /// The nodes of the last level.
  var border: [Int]
  /// The row entries of the border: what the next level will cost.
  var borderSize: Int
  /// By node, the edge that leads towards the root; -1 where the search has not been, -2 at the
  /// root.
  private var parentEdges: [Int32]
  private var parents: [Int32]

  init(root: Int, rows: Adjacency, nodeCount: Int) {
    self.rows = rows
    edges = rows.edges
    border = [root]
    borderSize = rows.row(root).count
    parentEdges = [Int32](repeating: -1, count: nodeCount)
    parents = [Int32](repeating: -1, count: nodeCount)
    parentEdges[root] = -2
  }

  func hasBeen(at node: Int) -> Bool { parentEdges[node] != -1 }

  /// Goes on by a level, or returns the first node at which the other search has been.
  ///
  /// Nodes of the levels before have been looked up already, so a meeting is at the last level of
  /// the other search, and the path through it is a shortest one.
  mutating func advance(meeting other: LevelSearch) -> Int? {
    var next: [Int] = []
    var size = 0
    for node in border {
      for entry in rows.row(node) {
        let target = Int(rows.targets[entry])
        if hasBeen(at: target) { continue }
        parents[target] = Int32(node)
        parentEdges[target] = edges[entry]
        if other.hasBeen(at: target) { return target }
        next.append(target)
        size += rows.row(target).count
      }
    }
    border = next
    borderSize = size
    return nil
  }

  /// The nodes and edges from a node to the root.
  func walkToRoot(from node: Int) -> (nodes: [Int], edges: [Int]) {
    var nodes = [node]
    var edges: [Int] = []
    var current = node
    while parents[current] >= 0 {
      edges.append(Int(parentEdges[current]))
      current = Int(parents[current])
      nodes.append(current)
    }
    return (nodes, edges)
  }
}
