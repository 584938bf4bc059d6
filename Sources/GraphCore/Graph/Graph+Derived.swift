extension Graph {
  /// The graph with every edge turned round.
  ///
  /// - Returns: A graph of the same nodes and edge indices; an undirected graph comes back as it
  ///   is.
  /// - Complexity: O(n + m).
  public func reversed() -> Graph {
    guard isDirected else { return self }
    return Graph(
      nodeCount: nodeCount, tails: heads, heads: tails, weights: weights, isDirected: true)
  }

  /// The simple graph beneath this one: no loops, and at most one edge from one node to another.
  ///
  /// Parallel edges become one, whose weight is the sum of theirs. Edges of opposite direction stay
  /// two. The edges of the result are ordered by tail, then by head; in an undirected graph the
  /// tail is the smaller node.
  ///
  /// - Returns: The simple graph; it is weighted if this one is.
  /// - Complexity: O(n + m), since the rows are already sorted.
  public func simplified() -> Graph {
    var tails: [Int32] = []
    var heads: [Int32] = []
    var sums: [Double] = []
    let edges = weights == nil ? [] : outgoing.edges
    for node in nodes {
      let first = tails.count
      for entry in outgoing.row(node) {
        let target = outgoing.targets[entry]
        if target == node || (!isDirected && target < node) { continue }
        let weight = weights?[Int(edges[entry])] ?? 1
        if tails.count > first, heads[heads.count - 1] == target {
          sums[sums.count - 1] += weight
        } else {
          tails.append(Int32(node))
          heads.append(target)
          sums.append(weight)
        }
      }
    }
    return Graph(
      nodeCount: nodeCount, tails: tails, heads: heads, weights: isWeighted ? sums : nil,
      isDirected: isDirected)
  }

  /// A simple undirected graph with the ties of this one: the graph itself if it is one, and
  /// otherwise one whose edges are numbered anew, as in `simplified()`.
  ///
  /// - Returns: The graph, for what goes over nodes and rows alone.
  /// - Complexity: O(n + m).
  func withSimpleRows() -> Graph {
    isDirected || hasLoopsOrParallels ? asUndirected().simplified() : self
  }

  /// Whether a row has an entry twice, or one that leads back to its node.
  private var hasLoopsOrParallels: Bool {
    outgoing.withUnsafeRows { offsets, targets in
      nodes.contains { node in
        var last = Int32(-1)
        for entry in offsets[node]..<offsets[node + 1] {
          if targets[entry] == last || Int(targets[entry]) == node { return true }
          last = targets[entry]
        }
        return false
      }
    }
  }

  /// The graph with the direction of its edges ignored.
  ///
  /// Edges keep their indices, so a tie and its answer become two parallel edges; `simplified()`
  /// joins them.
  ///
  /// - Returns: An undirected graph of the same nodes, edges and weights.
  /// - Complexity: O(n + m).
  public func asUndirected() -> Graph {
    guard isDirected else { return self }
    return Graph(
      nodeCount: nodeCount, tails: tails, heads: heads, weights: weights, isDirected: false)
  }

  /// A part of a graph, and where its nodes and edges came from.
  public struct Part: Sendable, Equatable {
    /// The part as a graph of its own.
    public let graph: Graph
    /// By node index of the part, the node of the whole.
    public let nodes: [Int]
    /// By edge index of the part, the edge of the whole.
    public let edges: [Int]
  }

  /// The graph of some nodes and all edges between them.
  ///
  /// - Parameter kept: The nodes to keep; the order means nothing, and naming one twice changes
  ///   nothing.
  /// - Returns: The induced subgraph, its nodes and edges in their old order, with the way back.
  /// - Complexity: O(n + m).
  public func subgraph(of kept: some Sequence<Int>) -> Part {
    var isKept = [Bool](repeating: false, count: nodeCount)
    for node in kept {
      requireNode(node)
      isKept[node] = true
    }
    let keptNodes = nodes.filter { isKept[$0] }
    var newIndex = [Int32](repeating: -1, count: nodeCount)
    for (index, node) in keptNodes.enumerated() { newIndex[node] = Int32(index) }
    let keptEdges = tails.indices.filter { isKept[Int(tails[$0])] && isKept[Int(heads[$0])] }
    let graph = Graph(
      nodeCount: keptNodes.count,
      tails: keptEdges.map { newIndex[Int(tails[$0])] },
      heads: keptEdges.map { newIndex[Int(heads[$0])] },
      weights: weights.map { weights in keptEdges.map { weights[$0] } },
      isDirected: isDirected)
    return Part(graph: graph, nodes: keptNodes, edges: keptEdges)
  }
}
