extension Graph {
  /// A random graph grown node by node, each new node joined to older ones by their degree.
  ///
  /// The model of [Barabasi1999]. It begins with a star: node k joined to the nodes 0 to k - 1.
  /// Each further node is joined to k different older nodes, drawn one after another, each with
  /// a probability proportional to its degree before the new node came, among those not yet drawn.
  /// There are k (n - k) edges, each with the new node as tail, in the order in which they came; no
  /// loops, no parallel edges; the graph is connected if k is not 0. For large n the share of nodes
  /// of degree d falls as d^-3.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes n.
  ///   - edgesPerNode: The number k of edges with which a node comes, 0 to n - 1.
  ///   - generator: Draws the edges.
  /// - Returns: The graph, undirected.
  /// - Throws: `GraphError` if k is not 0 to n - 1, or the graph would be too large.
  /// - Complexity: O(n + m) expected: a node is drawn by picking one of the ends of edges so far, and
  ///   few draws repeat a node once there are many more than k.
  public static func barabasiAlbert(
    nodeCount: Int, edgesPerNode: Int, using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    try GraphError.requireNodeCount(nodeCount)
    try GraphError.require(edgesPerNode, "edgesPerNode", in: 0...max(nodeCount - 1, 0))
    let edgeCount = edgesPerNode * (nodeCount - edgesPerNode)
    var edges = try EdgeList(nodeCount: nodeCount, expecting: Double(edgeCount))
    guard edgeCount > 0 else { return edges.graph(isDirected: false) }
    for older in 0..<edgesPerNode { try edges.append(edgesPerNode, older) }
    // By node, the newest node that is joined to it.
    var joinedBy = [Int32](repeating: -1, count: nodeCount)
    for node in (edgesPerNode + 1)..<nodeCount {
      // Each node stands at the ends of edges as often as its degree says.
      let endCount = 2 * edges.count
      var drawn = 0
      while drawn < edgesPerNode {
        let end = Int.random(in: 0..<endCount, using: &generator)
        let older = Int(end & 1 == 0 ? edges.tails[end >> 1] : edges.heads[end >> 1])
        if joinedBy[older] == Int32(node) { continue }
        joinedBy[older] = Int32(node)
        try edges.append(node, older)
        drawn += 1
      }
    }
    return edges.graph(isDirected: false)
  }
}
