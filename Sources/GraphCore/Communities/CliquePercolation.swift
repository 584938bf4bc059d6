extension Graph {
  /// Communities of cliques that hang together: they overlap, and a node of no clique has none.
  ///
  /// A k-clique is k nodes that are all joined to each other; two of them are adjacent if they share
  /// k - 1 nodes; a community is the union of k-cliques that can be reached from one another
  /// [Palla2005]. Two maximal cliques belong together if they share k - 1 nodes, so it is enough to
  /// find those, as `k_clique_communities` of NetworkX does. Direction and weights are ignored,
  /// loops are left out, and parallel edges are one. With k = 2 the communities are the components
  /// that have an edge.
  ///
  /// - Parameters:
  ///   - size: The size k of the cliques, 2 or more.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The communities.
  /// - Throws: `GraphError.optionOutOfRange` if k is below 2, `GraphError.cancelled` if the task has
  ///   been cancelled.
  /// - Complexity: O(d n 3^(d/3)) steps at worst for a graph of degeneracy d [Eppstein2010], each of
  ///   O(d^2), and the number of pairs of cliques that share a node; O(n + m + the sum of the sizes
  ///   of the cliques) space.
  public func cliquePercolation(
    size: Int, execution: Execution = Execution()
  ) throws(GraphError) -> CommunityCover {
    // k is `size`.
    guard size >= 2 else {
      throw .optionOutOfRange(
        name: "the size of the cliques", value: Double(size), range: "2 or more")
    }
    let rows = CliqueRows(self)
    var search = CliqueSearch(rows, minimumSize: size, endsIfCancelled: true)
    var cliques: [[Int]] = []
    for place in nodes {
      try Execution.checkCancellation()
      search.begin(at: place)
      while let clique = search.next() { cliques.append(clique) }
      execution.progress?(Double(place + 1) / Double(nodeCount))
    }
    // The search from the last node may have ended early.
    try Execution.checkCancellation()
    var cliquesOf = [[Int32]](repeating: [], count: nodeCount)
    var parent = cliques.indices.map { $0 }
    func root(_ clique: Int) -> Int {
      var clique = clique
      while parent[clique] != clique {
        parent[clique] = parent[parent[clique]]
        clique = parent[clique]
      }
      return clique
    }
    // By earlier clique, how many nodes it shares with the one in hand.
    var shared = [Int32](repeating: 0, count: cliques.count)
    var met: [Int32] = []
    for (clique, members) in cliques.enumerated() {
      if clique % 64 == 0 { try Execution.checkCancellation() }
      for node in members {
        for other in cliquesOf[node] {
          if shared[Int(other)] == 0 { met.append(other) }
          shared[Int(other)] += 1
        }
        cliquesOf[node].append(Int32(truncatingIfNeeded: clique))
      }
      for other in met {
        if Int(shared[Int(other)]) >= size - 1 {
          let (first, second) = (root(Int(other)), root(clique))
          parent[max(first, second)] = min(first, second)
        }
        shared[Int(other)] = 0
      }
      met.removeAll(keepingCapacity: true)
    }
    // A node may stand in several cliques of a community, but is to be named once.
    var unions = [[Int]](repeating: [], count: cliques.count)
    for node in nodes {
      for clique in cliquesOf[node] {
        let community = root(Int(clique))
        if unions[community].last != node { unions[community].append(node) }
      }
    }
    return CommunityCover(
      unions.filter { !$0.isEmpty }, nodeCount: nodeCount, method: "clique-percolation")
  }
}
