extension Graph {
  /// How alike two graphs of the same nodes are, by DeltaCon: whether nodes influence each other as
  /// much in the one as in the other.
  ///
  /// What node i has on node j is the entry of the inverse of I + e^2 D - e A, with A the adjacency
  /// matrix, D the degrees, and e = 1 / (1 + the largest degree of the graph); the root distance d of
  /// two such matrices, the Euclidean distance of the square roots of their entries, gives
  /// 1 / (1 + d) [Koutra2013]. Nodes mean the same in both graphs. Direction is ignored, loops are left
  /// out and parallel edges are one; weights mean nothing.
  ///
  /// - Parameters:
  ///   - other: A graph of the same nodes.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A number above 0; 1 for graphs that are the same.
  /// - Throws: `GraphError` if the graphs do not have as many nodes or the task has been cancelled.
  /// - Complexity: O(n (n + m) sqrt(k)) time, k being the largest degree: conjugate gradients for each
  ///   column; O(n + m) space for each of at most 64 chunks.
  public func deltaConSimilarity(
    to other: Graph, execution: Execution = Execution()
  ) throws(GraphError) -> Double {
    try requireSameNodes(other)
    let (own, theirs) = (InfluenceMatrix(self), InfluenceMatrix(other))
    let sum = try ChunkedWork(count: nodeCount, execution: execution).joined(into: 0.0) { chunk in
      chunk.reduce(0.0) { sum, node in
        zip(own.column(node), theirs.column(node)).reduce(sum) { sum, pair in
          // No entry is negative but for rounding.
          let difference = max(pair.0, 0).squareRoot() - max(pair.1, 0).squareRoot()
          return sum + difference * difference
        }
      }
    } join: {
      $0 += $1
    }
    return 1 / (1 + sum.squareRoot())
  }
}

/// The inverse of I + e^2 D - e A, column by column.
private struct InfluenceMatrix: Sendable {
  private let rows: Adjacency
  private let strength: Double
  private let diagonal: [Double]

  init(_ graph: Graph) {
    let simple = graph.asUndirected().simplified()
    rows = simple.outgoing
    let degrees = simple.degreeCounts(.total)
    let strength = 1 / (1 + Double(degrees.max() ?? 0))
    self.strength = strength
    diagonal = degrees.map { 1 + strength * strength * Double($0) }
  }

  private func applied(to vector: [Double]) -> [Double] {
    vector.indices.map { node in
      diagonal[node] * vector[node]
        - strength * rows.row(node).reduce(0) { $0 + vector[Int(rows.targets[$1])] }
    }
  }

  /// Conjugate gradients: the matrix is symmetric, and its diagonal is larger than the rest of a row.
  func column(_ node: Int) -> [Double] {
    var solution = [Double](repeating: 0, count: diagonal.count)
    var residual = solution
    residual[node] = 1
    var direction = residual
    var size = 1.0
    // Each round brings the error down by a fixed share; in exact numbers n rounds would do.
    for _ in 0..<(10 * diagonal.count + 10) where size > 1e-32 {
      let image = applied(to: direction)
      let step = size / zip(direction, image).reduce(0) { $0 + $1.0 * $1.1 }
      var next = 0.0
      for index in solution.indices {
        solution[index] += step * direction[index]
        residual[index] -= step * image[index]
        next += residual[index] * residual[index]
      }
      for index in direction.indices {
        direction[index] = residual[index] + next / size * direction[index]
      }
      size = next
    }
    return solution
  }
}
