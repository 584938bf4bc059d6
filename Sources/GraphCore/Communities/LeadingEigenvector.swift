extension Graph {
  /// Communities by the signs of an eigenvector: halves of halves, as long as that gains modularity.
  ///
  /// The modularity matrix has what is there between two nodes less what their strengths would put
  /// there by chance. The signs of the eigenvector of its largest eigenvalue divide the graph in
  /// two; each half is divided by the matrix of what dividing it would gain, until the largest
  /// eigenvalue is 0 or the modularity would not grow [Newman2006]. There is no chance in it, and no
  /// fine-tuning by moving single nodes, as in `community_leading_eigenvector` of igraph; `leiden(_:)`
  /// mostly finds better divisions. Direction is ignored; parallel edges add up; a loop counts twice
  /// on the diagonal. An entry of 0 counts as positive, the largest entry being so; a node without ties is alone.
  ///
  /// - Parameters:
  ///   - usesWeights: Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The communities with their modularity at resolution 1, taken without direction; rounds are the
  ///   divisions that were tried. `converged` is false if an eigenvector was not found to 1e-10 of the largest strength.
  /// - Throws: `GraphError` if a weight that is used is negative, or the task has been cancelled.
  /// - Complexity: O((n + m) k) time for each level of halves, for k products with the matrix, some
  ///   ten to a few thousand as the two largest eigenvalues differ much or little; O(n) space.
  public func leadingEigenvector(
    usesWeights: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> Communities {
    // k is `strength`, 2m is twice `total`, s are the signs of the vector.
    let plain = asUndirected()
    let weights = usesWeights ? try checkedWeights(.notNegative) : nil
    let total = weights?.reduce(0, +) ?? Double(edgeCount)
    let strength = plain.strengths(weights, hasLoops: hasLoops).leaving
    var labels = [Int32](repeating: 0, count: nodeCount)
    let tied = nodes.filter { strength[$0] > 0 }
    var waiting = tied.isEmpty ? [] : [tied]
    var count = min(waiting.count, 1)
    // Whoever has no ties is alone.
    for node in nodes where !(strength[node] > 0) {
      labels[node] = Int32(count)
      count += 1
    }
    var rounds = 0
    var converged = true
    var settled = 0
    while let members = waiting.popLast() {
      try Execution.checkCancellation()
      rounds += 1
      let group = ModularityMatrix(
        plain, members: members, strength: strength, weights: weights, total: total)
      let found = LeadingEigenpair(of: group)
      converged = converged && found.residual <= 1e-10 * group.scale
      if let halves = group.halves(found) {
        for place in halves.second { labels[members[place]] = Int32(count) }
        count += 1
        waiting.append(halves.second.map { members[$0] })
        waiting.append(halves.first.map { members[$0] })
      } else {
        settled += members.count
        execution.progress?(Double(settled) / Double(nodeCount))
      }
    }
    return try plain.communities(
      labels, usesWeights: usesWeights, rounds: rounds, converged: converged)
  }
}

/// What dividing a group of nodes would gain: B - diagonal of its row sums within the group, where
/// B = A - k k^T / 2m.
private struct ModularityMatrix {
  let count: Int
  /// The largest strength, against which rounding is measured.
  let scale: Double
  private var starts = [0]
  private var targets: [Int32] = []
  private var ties: [Double] = []
  private var strength: [Double]
  /// By node, the row sum of B within the group.
  private var excess: [Double]
  private let ends: Double

  init(
    _ graph: Graph, members: [Int], strength: Column<Double>, weights: [Double]?, total: Double
  ) {
    count = members.count
    ends = 2 * total
    self.strength = members.map { strength[$0] }
    scale = self.strength.max() ?? 0
    excess = [Double](repeating: 0, count: members.count)
    var place = [Int32](repeating: -1, count: graph.nodeCount)
    for (index, node) in members.enumerated() { place[node] = Int32(index) }
    let edges = weights == nil ? [] : graph.outgoing.edges
    let all = self.strength.reduce(0, +)
    for (index, node) in members.enumerated() {
      var inside = 0.0
      for entry in graph.outgoing.row(node) {
        let other = place[Int(graph.outgoing.targets[entry])]
        guard other >= 0 else { continue }
        let weight = weights?[Int(edges[entry])] ?? 1
        targets.append(other)
        ties.append(Int(other) == index ? 2 * weight : weight)
        inside += ties[ties.count - 1]
      }
      starts.append(targets.count)
      excess[index] = inside - self.strength[index] * all / ends
    }
  }

  /// The product with a vector.
  func product(_ vector: [Double]) -> [Double] {
    var share = 0.0
    for index in 0..<count { share += strength[index] * vector[index] }
    share /= ends
    return (0..<count).map { index in
      var sum = 0.0
      for entry in starts[index]..<starts[index + 1] {
        sum += ties[entry] * vector[Int(targets[entry])]
      }
      return sum - strength[index] * share - excess[index] * vector[index]
    }
  }

  /// The places of positive and negative entries; nil if dividing so gains nothing.
  func halves(_ pair: LeadingEigenpair) -> (first: [Int], second: [Int])? {
    guard pair.value > 1e-9 * scale else { return nil }
    let largest = pair.vector.reduce(0) { abs($1) > abs($0) * (1 + 1e-9) ? $1 : $0 }
    let sign = largest < 0 ? -1.0 : 1.0
    let signs = pair.vector.map { $0 * sign < -1e-9 * abs(largest) ? -1.0 : 1.0 }
    let gain = zip(signs, product(signs)).reduce(0) { $0 + $1.0 * $1.1 }
    guard gain > 1e-10 * ends else { return nil }
    let first = signs.indices.filter { signs[$0] > 0 }
    let second = signs.indices.filter { signs[$0] < 0 }
    return first.isEmpty || second.isEmpty ? nil : (first, second)
  }
}

/// The largest eigenvalue of a symmetric matrix and its vector.
///
/// Lanczos' method with all vectors kept orthogonal, begun again from the best vector so far.
private struct LeadingEigenpair {
  private static let steps = 24
  private static let restarts = 200

  private(set) var value = 0.0
  private(set) var vector: [Double]
  /// The length of A x - lambda x.
  private(set) var residual = Double.infinity

  init(of matrix: ModularityMatrix) {
    // A start by chance is almost surely not orthogonal to what is looked for; always the same.
    var generator = SeededGenerator(seed: 0x6D6F_6475)
    vector = (0..<matrix.count).map { _ in generator.nextUnit() - 0.5 }
    let norm = vector.euclideanNorm
    for index in vector.indices { vector[index] /= norm }
    for _ in 0..<Self.restarts {
      improve(matrix)
      if residual <= 1e-10 * matrix.scale { return }
    }
  }

  private mutating func improve(_ matrix: ModularityMatrix) {
    var basis = [vector]
    var tridiagonal: [[Double]] = []
    var rest = 0.0
    while true {
      let last = basis.count - 1
      var next = matrix.product(basis[last])
      var row = [Double](repeating: 0, count: Self.steps)
      // Twice, since once leaves some of what rounding brought.
      for round in 0..<2 {
        for (index, other) in basis.enumerated() {
          let share = zip(next, other).reduce(0) { $0 + $1.0 * $1.1 }
          if round == 0, index >= last - 1 { row[index] = share }
          for place in next.indices { next[place] -= share * other[place] }
        }
      }
      tridiagonal.append(row)
      rest = next.euclideanNorm
      if basis.count == Self.steps || rest <= 1e-13 * matrix.scale { break }
      basis.append(next.map { $0 / rest })
    }
    let size = basis.count
    var small = (0..<size).map { row in (0..<size).map { tridiagonal[max(row, $0)][min(row, $0)] } }
    let rotations = Self.diagonalize(&small)
    let best = (0..<size).reduce(0) { small[$1][$1] > small[$0][$0] ? $1 : $0 }
    value = small[best][best]
    var combined = [Double](repeating: 0, count: matrix.count)
    for (index, other) in basis.enumerated() {
      let share = rotations[index][best]
      for place in combined.indices { combined[place] += share * other[place] }
    }
    let norm = combined.euclideanNorm
    vector = combined.map { $0 / norm }
    residual = rest * abs(rotations[size - 1][best])
  }

  /// Jacobi's rotations: leaves the eigenvalues on the diagonal and returns the vectors as columns.
  private static func diagonalize(_ matrix: inout [[Double]]) -> [[Double]] {
    let size = matrix.count
    var vectors = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0 } }
    for _ in 0..<60 {
      var off = 0.0
      var all = 0.0
      for row in 0..<size {
        for column in 0..<size {
          let square = matrix[row][column] * matrix[row][column]
          all += square
          if row != column { off += square }
        }
      }
      if off <= 1e-32 * all { break }
      for first in 0..<size {
        for second in (first + 1)..<max(size, first + 1) where matrix[first][second] != 0 {
          let tau = (matrix[second][second] - matrix[first][first]) / (2 * matrix[first][second])
          let tangent = (tau < 0 ? -1 : 1) / (abs(tau) + (1 + tau * tau).squareRoot())
          let cosine = 1 / (1 + tangent * tangent).squareRoot()
          let sine = tangent * cosine
          for index in 0..<size {
            let (a, b) = (matrix[index][first], matrix[index][second])
            matrix[index][first] = cosine * a - sine * b
            matrix[index][second] = sine * a + cosine * b
          }
          for index in 0..<size {
            let (a, b) = (matrix[first][index], matrix[second][index])
            matrix[first][index] = cosine * a - sine * b
            matrix[second][index] = sine * a + cosine * b
            let (c, d) = (vectors[index][first], vectors[index][second])
            vectors[index][first] = cosine * c - sine * d
            vectors[index][second] = sine * c + cosine * d
          }
        }
      }
    }
    return vectors
  }
}
