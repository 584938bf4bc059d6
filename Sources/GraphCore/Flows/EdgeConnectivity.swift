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
  /// - Complexity: O(m min(m^(1/2), n^(2/3))) time without parallel edges, O(n + m) space.
  public func edgeConnectivity(from tail: Int, to head: Int) -> Int {
    requireEnds(tail, head)
    var search = UnitFlow(flowNetwork, isTwoWay: !isDirected)
    return search.run(from: tail, to: head)
  }

  /// The edge connectivity of the graph: how many edges must go so that some node does not reach some
  /// other.
  ///
  /// Of an undirected graph the smallest of one node and each other; of a directed one the smallest of
  /// each node and the next, the last and the first [Schnorr1979]. Parallel edges count each, loops do
  /// not count.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A number from 0 to the smallest degree; 0 for a single node, nil for a graph without
  ///   nodes.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n) times that of two nodes; O(n + m) space for each of at most 64 chunks.
  public func edgeConnectivity(execution: Execution = Execution()) throws(GraphError) -> Int? {
    guard nodeCount > 1 else { return nodeCount == 0 ? nil : 0 }
    let network = flowNetwork
    let (count, isTwoWay) = (nodeCount, !isDirected)
    // No more can be needed than to cut off one node.
    var degrees = [Int](repeating: 0, count: 2 * count)
    for edge in tails.indices where tails[edge] != heads[edge] {
      degrees[Int(tails[edge])] += 1
      degrees[(isTwoWay ? 0 : count) + Int(heads[edge])] += 1
    }
    let most = (isTwoWay ? degrees[..<count] : degrees[...]).min() ?? 0
    let work = ChunkedWork(
      count: isTwoWay ? count - 1 : count, execution: execution)
    return try work.joined(into: most) { chunk in
      var search = UnitFlow(network, isTwoWay: isTwoWay)
      var least = most
      for node in chunk where least > 0 {
        let ends = isTwoWay ? (0, node + 1) : (node, (node + 1) % count)
        least = min(least, search.run(from: ends.0, to: ends.1, most: least))
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
  /// - Complexity: As `edgeConnectivity(from:to:)`.
  public func edgeDisjointPaths(from tail: Int, to head: Int) -> [Path] {
    requireEnds(tail, head)
    var search = UnitFlow(flowNetwork, isTwoWay: !isDirected)
    _ = search.run(from: tail, to: head)
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
