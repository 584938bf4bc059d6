extension Graph {
  /// The node connectivity of two nodes: how many paths there are from one to the other that share no
  /// node between.
  ///
  /// If no edge leads from one to the other, it is also how many nodes must go so that no path does
  /// [Menger1927]; an edge between them is one path more. Loops are left out and parallel edges are
  /// one.
  ///
  /// - Parameters:
  ///   - tail: The node at which paths begin.
  ///   - head: The node at which they end, another.
  /// - Returns: A number from 0 to n - 1.
  /// - Complexity: O(n^(1/2) m) time, O(n + m) space [Even1975a].
  public func nodeConnectivity(from tail: Int, to head: Int) -> Int {
    requireEnds(tail, head)
    var search = SplitNodes(self).search
    return search.run(from: 2 * tail + 1, to: 2 * head)
  }

  /// The node connectivity of the graph: how many nodes must go so that some node does not reach some
  /// other, or only one is left.
  ///
  /// If fewer than k + 1 nodes must go, one of any k + 1 nodes stays, and some other does not reach
  /// it, or it does not reach some other [Even1975]. Nodes of few neighbors are asked first. Loops
  /// are left out and parallel edges are one.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A number from 0 to n - 1, which is that of a complete graph; nil for a graph without
  ///   nodes.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(k n) times that of two nodes, k being the result; O(n + m) space for each of at
  ///   most 64 chunks.
  public func nodeConnectivity(execution: Execution = Execution()) throws(GraphError) -> Int? {
    guard nodeCount > 0 else { return nil }
    let split = SplitNodes(self)
    let (simple, count) = (split.graph, nodeCount)
    let degrees = nodes.map {
      min(simple.outgoing.row($0).count, simple.incoming.row($0).count)
    }
    let order = nodes.sorted { (degrees[$0], $0) < (degrees[$1], $1) }
    var least = order.first.map { degrees[$0] } ?? 0
    var asked = 0
    while asked <= least, asked < count {
      let (node, most) = (order[asked], least)
      let share = execution.part(asked, of: least + 1)
      asked += 1
      let work = ChunkedWork(count: count, execution: share)
      least = try work.joined(into: most) { chunk in
        var search = split.search
        var least = most
        for other in chunk where other != node && least > 0 {
          if simple.edge(between: node, and: other) == nil {
            least = min(least, search.run(from: 2 * node + 1, to: 2 * other, most: least))
          }
          if simple.isDirected, simple.edge(between: other, and: node) == nil {
            least = min(least, search.run(from: 2 * other + 1, to: 2 * node, most: least))
          }
        }
        return least
      } join: {
        $0 = min($0, $1)
      }
    }
    return least
  }

  /// The fewest nodes without which one node does not reach another.
  ///
  /// - Parameters:
  ///   - tail: The node that is to be cut off.
  ///   - head: The node that it is not to reach, another.
  /// - Returns: As many nodes as `nodeConnectivity(from:to:)`, ascending; of several such sets
  ///   one near the tail. Nil if an edge leads from one to the other. [Menger1927]
  /// - Complexity: As `nodeConnectivity(from:to:)`.
  public func minimumNodeCut(from tail: Int, to head: Int) -> [Int]? {
    requireEnds(tail, head)
    let split = SplitNodes(self)
    guard split.graph.edge(between: tail, and: head) == nil else { return nil }
    var search = split.search
    _ = search.run(from: 2 * tail + 1, to: 2 * head)
    // The last levels are those of a search that did not arrive. What it cannot pass is a node that
    // lets nobody else through, or an edge, in whose place one of its ends goes as well.
    var isCut = [Bool](repeating: false, count: nodeCount)
    for node in nodes where search.levels[2 * node + 1] >= 0 {
      for entry in split.graph.outgoing.row(node) {
        let target = Int(split.graph.outgoing.targets[entry])
        if search.levels[2 * target] < 0 { isCut[target == head ? node : target] = true }
      }
    }
    for node in nodes where search.levels[2 * node] >= 0 && search.levels[2 * node + 1] < 0 {
      if node != tail { isCut[node] = true }
    }
    return nodes.filter { isCut[$0] }
  }

  /// As many paths as there can be from one node to another that share no node between.
  ///
  /// They are a largest flow of units through nodes that let one pass, taken apart [Menger1927]. Of
  /// parallel edges the one of smallest index is taken.
  ///
  /// - Parameters:
  ///   - tail: The node at which the paths begin.
  ///   - head: The node at which they end, another.
  /// - Returns: Simple paths of edges of length 1, those of fewest edges first, then by nodes; as many
  ///   as `nodeConnectivity(from:to:)`.
  /// - Complexity: As `nodeConnectivity(from:to:)`.
  public func nodeDisjointPaths(from tail: Int, to head: Int) -> [Path] {
    requireEnds(tail, head)
    let split = SplitNodes(self)
    var search = split.search
    _ = search.run(from: 2 * tail + 1, to: 2 * head)
    let paths = search.ways(from: 2 * tail + 1, to: 2 * head).map { way in
      // Every other arc leads from one node to the next; those between lead through a node.
      let nodes =
        [tail]
        + way.map { Int(search.network.targets[$0]) }.filter { $0 & 1 == 0 }
        .map { $0 / 2 }
      let edges = zip(nodes, nodes.dropFirst()).compactMap { edge(between: $0, and: $1) }
      return Path(nodes: nodes, edges: edges, length: Double(edges.count))
    }
    return Path.ordered(paths)
  }
}

/// A simple graph in which each node v is two, where one arrives, 2 v, and where one leaves, 2 v + 1,
/// with an arc of one unit between.
private struct SplitNodes: Sendable {
  let graph: Graph
  let search: UnitFlow

  init(_ given: Graph) {
    graph = given.simplified()
    var tails = graph.nodes.map { Int32(2 * $0) }
    var heads = graph.nodes.map { Int32(2 * $0 + 1) }
    for edge in graph.edges {
      tails.append(Int32(2 * edge.tail + 1))
      heads.append(Int32(2 * edge.head))
      if !graph.isDirected {
        tails.append(Int32(2 * edge.head + 1))
        heads.append(Int32(2 * edge.tail))
      }
    }
    search = UnitFlow(
      FlowNetwork(nodeCount: 2 * graph.nodeCount, tails: tails, heads: heads), isTwoWay: false)
  }
}
