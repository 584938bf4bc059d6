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
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n^(1/2) m) time, O(n + m) space [Even1975a].
  public func nodeConnectivity(from tail: Int, to head: Int) throws(GraphError) -> Int {
    requireEnds(tail, head)
    var search = SplitNodes(self).search
    return try search.run(from: 2 * tail + 1, to: 2 * head)
  }

  /// The node connectivity of the graph: how many nodes must go so that some node does not reach some
  /// other, or only one is left.
  ///
  /// At most k nodes must go, k being the smallest degree. Of the first k nodes each is asked about each
  /// other; if fewer than k must go and none of those is divided from another, one that stays is
  /// divided from a later node, as all before that node are, which is asked about them together
  /// [Even1975]. Nodes come in an order of most edges to those before, so that the ways of a later
  /// node are short. Loops are left out and parallel edges are one.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A number from 0 to n - 1, which is that of a complete graph; nil for a graph without
  ///   nodes.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n + k^2) times that of two nodes at most, k being the smallest degree; a search from
  ///   a later node ends where it meets an earlier one. O(n + m) space for each of at most 64 chunks.
  public func nodeConnectivity(execution: Execution = Execution()) throws(GraphError) -> Int? {
    guard nodeCount > 0 else { return nil }
    let split = SplitNodes(self)
    let simple = split.graph
    let most =
      nodes.map { min(simple.outgoing.row($0).count, simple.incoming.row($0).count) }.min() ?? 0
    guard most > 0 else { return 0 }
    let order = simple.maximumAdjacencyOrder
    let searches = isDirected ? [split, SplitNodes(simple.reversed())] : [split]
    let work = ChunkedWork(count: nodeCount, execution: execution)
    return try work.joined(into: most) { chunk in
      var searches = searches
      var least = most
      var ended = 0
      for place in chunk where least > 0 {
        let node = order[place]
        for search in searches.indices {
          if place < most {
            for other in order[..<place]
            where searches[search].graph.edge(between: node, and: other) == nil {
              // What is left of a chunk does not count once the task has been cancelled.
              let ways = try? searches[search].search.run(
                from: 2 * node + 1, to: 2 * other, most: least)
              least = min(least, ways ?? 0)
            }
          } else {
            // A way ends where it has passed through an earlier node, which lets one pass.
            for before in order[ended..<place] {
              searches[search].search.addEnd(2 * before + 1)
            }
            let ways = try? searches[search].search.run(from: 2 * node + 1, most: least)
            least = min(least, ways ?? 0)
          }
        }
        if place >= most { ended = place }
      }
      return least
    } join: {
      $0 = min($0, $1)
    }
  }

  /// The fewest nodes without which one node does not reach another.
  ///
  /// - Parameters:
  ///   - tail: The node that is to be cut off.
  ///   - head: The node that it is not to reach, another.
  /// - Returns: As many nodes as `nodeConnectivity(from:to:)`, ascending; of several such sets
  ///   one near the tail. Nil if an edge leads from one to the other. [Menger1927]
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: As `nodeConnectivity(from:to:)`.
  public func minimumNodeCut(from tail: Int, to head: Int) throws(GraphError) -> [Int]? {
    requireEnds(tail, head)
    let split = SplitNodes(self)
    guard split.graph.edge(between: tail, and: head) == nil else { return nil }
    var search = split.search
    _ = try search.run(from: 2 * tail + 1, to: 2 * head)
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
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: As `nodeConnectivity(from:to:)`.
  public func nodeDisjointPaths(from tail: Int, to head: Int) throws(GraphError) -> [Path] {
    requireEnds(tail, head)
    let split = SplitNodes(self)
    var search = split.search
    _ = try search.run(from: 2 * tail + 1, to: 2 * head)
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
  var search: UnitFlow

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
