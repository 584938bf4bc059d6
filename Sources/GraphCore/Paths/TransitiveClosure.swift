extension Graph {
  /// The transitive closure: an edge from each node to each that it reaches.
  ///
  /// A node has a loop if it reaches itself by at least one edge: it is on a cycle, has a loop, or, in
  /// an undirected graph, has a neighbor. Strong components are drawn together first; then what the
  /// later ones reach is handed back, a bit for each [Purdom1970].
  ///
  /// - Parameter execution: Who is told how far it is; it runs on one thread.
  /// - Returns: A graph of the same nodes and direction, without weights, its edges ordered by tail,
  ///   then by head; in an undirected graph the tail is not the larger one.
  /// - Throws: `GraphError.tooManyEdges` if it would be too large, or `GraphError.cancelled` if the
  ///   task has been cancelled.
  /// - Complexity: O(n + m c / 64) time plus that of sorting the rows of the result, O(n + m + c^2 / 8) bytes, c being
  ///   the number of strong components.
  public func transitiveClosure(execution: Execution = Execution()) throws(GraphError) -> Graph {
    let condensed = condensation()
    let (rows, components) = (condensed.graph.outgoing, condensed.components)
    var reach = BitRows()
    reach.reset(rows: components.count, width: components.count)
    for component in try condensed.graph.topologicalOrder().reversed() {
      try Execution.checkCancellation()
      for entry in rows.row(component) {
        let next = Int(rows.targets[entry])
        for word in 0..<reach.words { reach[component, word] |= reach[next, word] }
        reach.insert(next, intoRow: component)
      }
    }
    let hasLoop = loops()
    let members = components.members
    var list = try EdgeList(nodeCount: nodeCount)
    for node in nodes {
      try Execution.checkCancellation()
      if node % 1_024 == 0 { execution.progress?(Double(node) / Double(nodeCount)) }
      let own = components.labels[node]
      if hasLoop[node] || components.sizes[own] > 1 { reach.insert(own, intoRow: own) }
      var heads: [Int] = []
      for word in 0..<reach.words {
        var bits = reach[own, word]
        while bits != 0 {
          heads += members[word << 6 + bits.trailingZeroBitCount]
          bits &= bits - 1
        }
      }
      for head in heads.sorted() where isDirected || head >= node { try list.append(node, head) }
    }
    return list.graph(isDirected: isDirected)
  }

  /// By node, whether an edge leads from it to itself.
  private func loops() -> [Bool] {
    var hasLoop = [Bool](repeating: false, count: nodeCount)
    for edge in tails.indices where tails[edge] == heads[edge] { hasLoop[Int(tails[edge])] = true }
    return hasLoop
  }

  /// The transitive reduction: the edges of a directed graph without cycles that say what no others
  /// say together.
  ///
  /// The smallest graph in which each node reaches the same nodes; without cycles there is one only
  /// [Aho1972]. An edge goes if another way leads from its tail to its head; of parallel edges the
  /// first stays.
  ///
  /// - Parameter execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The indices of the edges that stay, ascending.
  /// - Throws: `GraphError.cycle` with the nodes of a cycle, if there is one, or
  ///   `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(m n / 64 + m log n) time, O(n + m + n^2 / 8) bytes.
  public func transitiveReduction(
    execution: Execution = Execution()
  ) throws(GraphError) -> [Int] {
    let order = try topologicalOrder()
    var places = [Int](repeating: 0, count: nodeCount)
    for (place, node) in order.enumerated() { places[node] = place }
    let rowEdges = outgoing.edges
    var reach = BitRows()
    reach.reset(rows: nodeCount, width: nodeCount)
    var kept: [Int] = []
    for (done, node) in order.reversed().enumerated() {
      try Execution.checkCancellation()
      if done % 1_024 == 0 { execution.progress?(Double(done) / Double(nodeCount)) }
      // The nearest heads first: what they reach needs no edge.
      let entries = outgoing.row(node).sorted {
        let (left, right) = (places[Int(outgoing.targets[$0])], places[Int(outgoing.targets[$1])])
        return (left, $0) < (right, $1)
      }
      for entry in entries {
        let head = Int(outgoing.targets[entry])
        if reach.contains(head, inRow: node) { continue }
        kept.append(Int(rowEdges[entry]))
        for word in 0..<reach.words { reach[node, word] |= reach[head, word] }
        reach.insert(head, intoRow: node)
      }
    }
    return kept.sorted()
  }
}
