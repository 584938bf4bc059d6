extension Graph {
  /// Whether no walk along the edges comes back to where it began.
  ///
  /// Nodes without incoming edges are taken away, again and again, until none is left to take
  /// [Kahn1962]. A loop is a cycle, and so is any edge of an undirected graph, since it can be
  /// walked to and fro.
  ///
  /// - Returns: True if there is no cycle; a graph without edges has none.
  /// - Complexity: O(n + m) time, since each edge is taken away once; O(n) space.
  public func isAcyclic() -> Bool { isAcyclic(ignoringZeros: nil) }

  /// As `isAcyclic()`, with edges of weight zero left out.
  func isAcyclic(ignoringZeros weights: [Double]?) -> Bool {
    func counts(_ edge: Int) -> Bool { weights.map { $0[edge] != 0 } ?? true }
    guard isDirected else { return !tails.indices.contains(where: counts) }
    var waiting = [Int](repeating: 0, count: nodeCount)
    for edge in heads.indices where counts(edge) { waiting[Int(heads[edge])] += 1 }
    var free = nodes.filter { waiting[$0] == 0 }
    var next = 0
    let edges = outgoing.edges
    while next < free.count {
      let node = free[next]
      next += 1
      for entry in outgoing.row(node) where counts(Int(edges[entry])) {
        let target = Int(outgoing.targets[entry])
        waiting[target] -= 1
        if waiting[target] == 0 { free.append(target) }
      }
    }
    return free.count == nodeCount
  }
}
