/// When a measure that is computed by iteration stops.
public struct IterationLimits: Sendable, Hashable {
  /// The most rounds; at least 1.
  public var maximum: Int
  /// The residual at which the iteration has converged; each measure says what its residual is.
  public var tolerance: Double

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - maximum: The most rounds.
  ///   - tolerance: The residual at which the iteration has converged.
  public init(maximum: Int = 10_000, tolerance: Double = 1e-12) {
    self.maximum = maximum
    self.tolerance = tolerance
  }

  /// Refuses limits that could never be met.
  func check() throws(GraphError) {
    guard maximum >= 1 else {
      throw .optionOutOfRange(
        name: "the largest number of iterations", value: Double(maximum), range: "1 or more")
    }
    guard tolerance.isFinite, tolerance > 0 else {
      throw .optionOutOfRange(name: "the tolerance", value: tolerance, range: "more than zero")
    }
  }
}

extension Graph {
  /// What each node gathers from its in-neighbours: the product of the transposed adjacency matrix
  /// and a vector.
  ///
  /// - Parameters:
  ///   - vector: One number for each node.
  ///   - weights: By edge index; nil where every edge weighs 1.
  ///   - direction: Inward to gather over incoming edges, outward to gather over outgoing ones.
  /// - Returns: By node, the sum over its row of weight times the number of the neighbour.
  func gathered(_ vector: [Double], weights: [Double]?, direction: Direction = .inward) -> [Double]
  {
    let rows = adjacency(direction)
    let edges = weights == nil ? [] : rows.edges
    var sums = [Double](repeating: 0, count: nodeCount)
    for node in nodes {
      var sum = 0.0
      if let weights {
        for entry in rows.row(node) {
          sum += weights[Int(edges[entry])] * vector[Int(rows.targets[entry])]
        }
      } else {
        for entry in rows.row(node) { sum += vector[Int(rows.targets[entry])] }
      }
      sums[node] = sum
    }
    return sums
  }
}

extension [Double] {
  /// The square root of the sum of squares.
  var euclideanNorm: Double { reduce(0) { $0 + $1 * $1 }.squareRoot() }

  /// The sum of the sizes of the entries.
  var sumOfSizes: Double { reduce(0) { $0 + abs($1) } }
}
