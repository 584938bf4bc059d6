extension Graph {
  /// The weak components: the largest sets of nodes joined by paths when the direction of edges is
  /// ignored.
  ///
  /// Disjoint sets with path halving and union by size [Tarjan1984]. Loops and parallel edges
  /// change nothing; an isolate is a component of its own. In an undirected graph these are the
  /// connected components.
  ///
  /// - Returns: The components; a graph without nodes has none.
  /// - Complexity: O(n + m a(n)) time, a being the inverse Ackermann function, below 5 for any
  ///   graph that fits in memory; O(n) space.
  public func weakComponents() -> Components {
    var parent = (0..<nodeCount).map { Int32($0) }
    var size = [Int32](repeating: 1, count: nodeCount)
    func root(_ start: Int32, _ parent: inout [Int32]) -> Int32 {
      var node = start
      while parent[Int(node)] != node {
        parent[Int(node)] = parent[Int(parent[Int(node)])]
        node = parent[Int(node)]
      }
      return node
    }
    for edge in tails.indices {
      let first = root(tails[edge], &parent)
      let second = root(heads[edge], &parent)
      if first == second { continue }
      let (small, large) = size[Int(first)] < size[Int(second)] ? (first, second) : (second, first)
      parent[Int(small)] = large
      size[Int(large)] += size[Int(small)]
    }
    return Components(labels: nodes.map { root(Int32($0), &parent) })
  }
}
