extension Graph {
  /// The nodes in an order of degeneracy: none has more neighbors after it than its core number.
  ///
  /// Nodes that have no more neighbors left than the core asks for are struck out, core by core
  /// [Matula1983] [Batagelj2003]. The most neighbors that any node has after it, the degeneracy, is
  /// the largest core number of the simple graph, and no order has fewer. Direction is ignored, loops
  /// are left out and parallel edges are one.
  ///
  /// - Returns: Every node once; of several that could be struck out the choice follows from the graph
  ///   alone.
  /// - Complexity: O(n + m) time and space: nodes are kept sorted by what is left of their degree,
  ///   and one that loses a neighbor moves by one place.
  public func degeneracyOrder() -> [Int] {
    asUndirected().simplified().peelingOrder().map(Int.init)
  }

  /// The order of degeneracy of a simple undirected graph.
  func peelingOrder() -> [Int32] {
    var degrees = nodes.map { outgoing.row($0).count }
    // By degree, the place of the first node that has it, in the order of what is left.
    var starts = [Int](repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { starts[degree + 1] += 1 }
    for degree in starts.indices.dropFirst() { starts[degree] += starts[degree - 1] }
    var order = [Int32](repeating: 0, count: nodeCount)
    var places = [Int](repeating: 0, count: nodeCount)
    var next = starts
    for node in nodes {
      places[node] = next[degrees[node]]
      next[degrees[node]] += 1
      order[places[node]] = Int32(truncatingIfNeeded: node)
    }
    let (offsets, targets) = (outgoing.offsets, outgoing.targets)
    for place in order.indices {
      let node = Int(order[place])
      for entry in offsets[node]..<offsets[node + 1] {
        let neighbor = Int(targets[entry])
        let degree = degrees[neighbor]
        // Those struck out before have no larger degree.
        guard degree > degrees[node] else { continue }
        // It changes places with the first of its degree, which then begins one later.
        let first = starts[degree]
        let other = Int(order[first])
        order[places[neighbor]] = Int32(truncatingIfNeeded: other)
        places[other] = places[neighbor]
        order[first] = Int32(truncatingIfNeeded: neighbor)
        places[neighbor] = first
        starts[degree] += 1
        degrees[neighbor] -= 1
      }
    }
    return order
  }
}
