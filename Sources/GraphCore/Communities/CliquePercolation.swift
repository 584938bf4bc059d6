extension Graph {
  /// Communities of cliques that hang together: they overlap, and a node of no clique has none.
  ///
  /// A k-clique is k nodes that are all joined to each other; two of them are adjacent if they share
  /// k - 1 nodes; a community is the union of k-cliques that can be reached from one another
  /// [Palla2005]. Two largest cliques belong together if they share k - 1 nodes, so it is enough to
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
    var search = LargestCliques(asUndirected().simplified(), smallest: size)
    let cliques = try search.found(execution)
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
      for node in members {
        for other in cliquesOf[Int(node)] {
          if shared[Int(other)] == 0 { met.append(other) }
          shared[Int(other)] += 1
        }
        cliquesOf[Int(node)].append(Int32(truncatingIfNeeded: clique))
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

/// The cliques of a simple undirected graph that no node can join.
struct LargestCliques {
  private let graph: Graph
  private let smallest: Int
  private var joined: PairSet
  private var cliques: [[Int32]] = []
  private var clique: [Int32] = []

  /// - Parameters:
  ///   - graph: A simple undirected graph.
  ///   - smallest: Smaller cliques are left out.
  init(_ graph: Graph, smallest: Int) {
    self.graph = graph
    self.smallest = smallest
    joined = PairSet(capacity: graph.edgeCount, isDirected: false)
    for edge in graph.tails.indices {
      _ = joined.insert(Int(graph.tails[edge]), Int(graph.heads[edge]))
    }
  }

  /// The cliques, in the order in which they are found.
  ///
  /// Bron and Kerbosch's search with Tomita's pivot, once from each node among the neighbors that
  /// come after it when nodes are peeled off by degree.
  mutating func found(_ execution: Execution) throws(GraphError) -> [[Int32]] {
    let order = peelingOrder()
    var place = [Int](repeating: 0, count: graph.nodeCount)
    for (index, node) in order.enumerated() { place[node] = index }
    for (index, node) in order.enumerated() {
      try Execution.checkCancellation()
      let near = graph.outgoing.row(node).map { graph.outgoing.targets[$0] }
      let later = near.filter { place[Int($0)] > index }
      clique = [Int32(node)]
      grow(later, excluded: near.filter { place[Int($0)] < index })
      execution.progress?(Double(index + 1) / Double(order.count))
    }
    return cliques
  }

  private mutating func grow(_ candidates: [Int32], excluded: [Int32]) {
    if clique.count + candidates.count < smallest { return }
    if candidates.isEmpty {
      if excluded.isEmpty { cliques.append(clique) }
      return
    }
    var pivot: Int32 = -1
    var most = -1
    for node in candidates + excluded {
      let count = candidates.reduce(0) { $0 + (isJoined(node, $1) ? 1 : 0) }
      if count > most { (pivot, most) = (node, count) }
    }
    var left = candidates
    var done = excluded
    for node in candidates where !isJoined(pivot, node) {
      clique.append(node)
      grow(left.filter { isJoined(node, $0) }, excluded: done.filter { isJoined(node, $0) })
      clique.removeLast()
      left.removeAll { $0 == node }
      done.append(node)
    }
  }

  private func isJoined(_ first: Int32, _ second: Int32) -> Bool {
    first != second && joined.contains(Int(first), Int(second))
  }

  /// The nodes in an order in which each has few neighbors after it: always the one with fewest left.
  private func peelingOrder() -> [Int] {
    var degree = graph.nodes.map { graph.outgoing.row($0).count }
    var waiting = [[Int]](repeating: [], count: (degree.max() ?? 0) + 1)
    for node in graph.nodes.reversed() { waiting[degree[node]].append(node) }
    var isDone = [Bool](repeating: false, count: graph.nodeCount)
    var order: [Int] = []
    var level = 0
    while order.count < graph.nodeCount {
      guard let node = waiting[level].popLast() else {
        level += 1
        continue
      }
      // A node waits once at each degree that it had.
      if isDone[node] || degree[node] != level { continue }
      isDone[node] = true
      order.append(node)
      for entry in graph.outgoing.row(node) {
        let other = Int(graph.outgoing.targets[entry])
        guard !isDone[other] else { continue }
        degree[other] -= 1
        waiting[degree[other]].append(other)
      }
      level = max(level - 1, 0)
    }
    return order
  }
}
