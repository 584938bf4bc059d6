extension Graph {
  /// The edge connectivity of two nodes: how many edges must go so that one does not reach the other.
  ///
  /// It is also how many paths there are from one to the other that share no edge [Menger1927].
  /// Parallel edges count each, loops do not count.
  ///
  /// - Parameters:
  ///   - tail: The node at which paths begin.
  ///   - head: The node at which they end, another.
  /// - Returns: A number from 0 to the smaller degree of the two.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(m min(m^(1/2), n^(2/3))) time without parallel edges, O(n + m) space.
  public func edgeConnectivity(from tail: Int, to head: Int) throws(GraphError) -> Int {
    requireEnds(tail, head)
    var search = UnitFlow(flowNetwork, isTwoWay: !isDirected)
    return try search.run(from: tail, to: head)
  }

  /// The edge connectivity of the graph: how many edges must go so that some node does not reach some
  /// other.
  ///
  /// Nodes come one after the other; whatever divides the graph first divides one of them from all
  /// before it, and what leads from a node to any of those is cheap to count if it has many edges to
  /// them, so they come in an order of most edges to those before [Nagamochi1992]. In a directed graph
  /// ways to those before and from them are counted. Parallel edges count each, loops do not count.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A number from 0 to the smallest degree; 0 for a single node, nil for a graph without
  ///   nodes.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n) times that of two nodes at most, k searches of breadth for a node that end where
  ///   they meet an earlier one, k being the smallest degree; O(n + m) space for each of at most 64
  ///   chunks.
  public func edgeConnectivity(execution: Execution = Execution()) throws(GraphError) -> Int? {
    guard nodeCount > 1 else { return nodeCount == 0 ? nil : 0 }
    let (count, isTwoWay) = (nodeCount, !isDirected)
    // No more can be needed than to cut off one node.
    var degrees = [Int](repeating: 0, count: 2 * count)
    for edge in tails.indices where tails[edge] != heads[edge] {
      degrees[Int(tails[edge])] += 1
      degrees[(isTwoWay ? 0 : count) + Int(heads[edge])] += 1
    }
    let most = (isTwoWay ? degrees[..<count] : degrees[...]).min() ?? 0
    guard most > 0 else { return 0 }
    let order = maximumAdjacencyOrder
    var searches = [UnitFlow(flowNetwork, isTwoWay: isTwoWay)]
    if isDirected {
      searches.append(
        UnitFlow(FlowNetwork(nodeCount: count, tails: heads, heads: tails), isTwoWay: false))
    }
    let work = ChunkedWork(count: count - 1, execution: execution)
    return try work.joined(into: most) { [searches] chunk in
      var searches = searches
      var least = most
      var ended = 0
      for place in chunk where least > 0 {
        // The node after the first is at place 0 of the work.
        for search in searches.indices {
          for before in ended...place { searches[search].addEnd(order[before]) }
          // What is left of a chunk does not count once the task has been cancelled.
          let ways = try? searches[search].run(from: order[place + 1], most: least)
          least = min(least, ways ?? 0)
        }
        ended = place + 1
      }
      return least
    } join: {
      $0 = min($0, $1)
    }
  }

  /// As many paths as there can be from one node to another that share no edge.
  ///
  /// They are a largest flow of units, taken apart [Menger1927]. Parallel edges are edges of their
  /// own. Together the paths are few edges long, but not always the fewest.
  ///
  /// - Parameters:
  ///   - tail: The node at which the paths begin.
  ///   - head: The node at which they end, another.
  /// - Returns: Simple paths of edges of length 1, those of fewest edges first, then by nodes; as many
  ///   as `edgeConnectivity(from:to:)`.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: As `edgeConnectivity(from:to:)`.
  public func edgeDisjointPaths(from tail: Int, to head: Int) throws(GraphError) -> [Path] {
    requireEnds(tail, head)
    var search = UnitFlow(flowNetwork, isTwoWay: !isDirected)
    _ = try search.run(from: tail, to: head)
    let paths = search.ways(from: tail, to: head).map { way in
      Path(
        nodes: [tail] + way.map { Int(search.network.targets[$0]) }, edges: way.map { $0 / 2 },
        length: Double(way.count))
    }
    return Path.ordered(paths)
  }
}

extension Path {
  /// Paths of fewest edges first, then by nodes, then by edges.
  static func ordered(_ paths: [Path]) -> [Path] {
    paths.sorted { left, right in
      if left.hops != right.hops { return left.hops < right.hops }
      if left.nodes != right.nodes { return left.nodes.lexicographicallyPrecedes(right.nodes) }
      return left.edges.lexicographicallyPrecedes(right.edges)
    }
  }
}
