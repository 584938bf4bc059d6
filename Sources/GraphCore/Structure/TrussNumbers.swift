extension Graph {
  /// The truss number of each edge: the largest k for which it belongs to the k-truss.
  ///
  /// The k-truss is the largest part of the graph in which every edge is in at least k - 2 triangles
  /// of that part [Cohen2009]; edges are peeled off in the order of the triangles that they have
  /// left [Wang2012]. Direction is ignored and parallel edges are one, which have its number.
  ///
  /// - Parameter execution: Who is told how far it is; it runs on one thread.
  /// - Returns: Raw numbers of 2 or more, at most one more than the smaller core number of the two
  ///   ends; nil for a loop.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(m^1.5 log n) time: a triangle is looked up, by halving a row, from the end of
  ///   smaller degree of each of its edges; O(n + m) space.
  public func trussNumbers(
    execution: Execution = Execution()
  ) throws(GraphError) -> EdgeValues<Int?> {
    let simple = asUndirected().simplified()
    let numbers = try simple.peeledTriangles(execution)
    let values = edges.map { edge -> Int? in
      edge.tail == edge.head
        ? nil : simple.edge(between: edge.tail, and: edge.head).map { numbers[$0] }
    }
    return EdgeValues(measure: "truss", values: values)
  }

  /// The truss numbers of a simple undirected graph.
  private func peeledTriangles(_ execution: Execution) throws(GraphError) -> [Int] {
    // By edge, the triangles that are left.
    var support = [Int](repeating: 0, count: edgeCount)
    try forEachTriangle(execution.part(0, of: 2)) { _, edges in
      support[edges.0] += 1
      support[edges.1] += 1
      support[edges.2] += 1
    }
    // By number of triangles, the place of the first edge that has it, in the order of what is left.
    var starts = [Int](repeating: 0, count: (support.max() ?? 0) + 2)
    for count in support { starts[count + 1] += 1 }
    for count in starts.indices.dropFirst() { starts[count] += starts[count - 1] }
    var order = [Int](repeating: 0, count: edgeCount)
    var places = order
    var next = starts
    for (edge, count) in support.enumerated() {
      places[edge] = next[count]
      next[count] += 1
      order[places[edge]] = edge
    }
    var isGone = [Bool](repeating: false, count: edgeCount)
    let rowEdges = outgoing.edges
    let peeling = execution.part(1, of: 2)
    for place in order.indices {
      if place % 1_024 == 0 {
        try Execution.checkCancellation()
        peeling.progress?(Double(place) / Double(edgeCount))
      }
      let edge = order[place]
      isGone[edge] = true
      let (tail, head) = (Int(tails[edge]), Int(heads[edge]))
      let isTailSmaller = outgoing.row(tail).count <= outgoing.row(head).count
      let (near, far) = isTailSmaller ? (tail, head) : (head, tail)
      for entry in outgoing.row(near) where !isGone[Int(rowEdges[entry])] {
        guard let third = self.edge(between: far, and: Int(outgoing.targets[entry])),
          !isGone[third]
        else { continue }
        for other in [Int(rowEdges[entry]), third] where support[other] > support[edge] {
          // It changes places with the first of its count, which then begins one later.
          let first = starts[support[other]]
          let moved = order[first]
          order[places[other]] = moved
          places[moved] = places[other]
          order[first] = other
          places[other] = first
          starts[support[other]] += 1
          support[other] -= 1
        }
      }
    }
    return support.map { $0 + 2 }
  }

  /// The first edge from one node to another, found by halving the row; nil if there is none.
  func edge(between tail: Int, and head: Int) -> Int? {
    let row = outgoing.row(tail)
    var (low, high) = (row.lowerBound, row.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if Int(outgoing.targets[middle]) < head { low = middle + 1 } else { high = middle }
    }
    guard low < row.upperBound, Int(outgoing.targets[low]) == head else { return nil }
    return Int(outgoing.edges[low])
  }
}
