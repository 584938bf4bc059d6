import GraphCore

/// Slow twins of the measures, each written from its definition on the matrix or on listed paths.
extension GraphTable {
  /// Raw betweenness of nodes and edges over ordered pairs, by listing all shortest paths.
  public func betweenness(
    weighted: Bool, countsEndpoints: Bool
  ) -> (nodes: [Double], edges: [Double]) {
    var nodes = [Double](repeating: 0, count: nodeCount)
    var edges = [Double](repeating: 0, count: numbers.count)
    for tail in 0..<nodeCount {
      for head in 0..<nodeCount where tail != head {
        let paths = shortestPaths(from: tail, to: head, weighted: weighted)
        for path in paths {
          let credited = countsEndpoints ? path.nodes[...] : path.nodes.dropFirst().dropLast()
          for node in credited { nodes[node] += 1 / Double(paths.count) }
          for edge in path.edges { edges[edge] += 1 / Double(paths.count) }
        }
      }
    }
    return (nodes, edges)
  }

  /// PageRank as the solution of its linear equations.
  public func pageRank(
    damping: Double, starts: [Double], resumes: [Double]? = nil, weighted: Bool
  ) -> [Double] {
    let matrix = matrix(weighted: weighted)
    // x[v] - damping * sum over u of x[u] * chance(u, v) = (1 - damping) * starts[v].
    let system = (0..<nodeCount).map { head in
      (0..<nodeCount).map { tail -> Double in
        let leaving = matrix[tail].reduce(0, +)
        let chance = leaving > 0 ? matrix[tail][head] / leaving : (resumes ?? starts)[head]
        return (tail == head ? 1 : 0) - damping * chance
      }
    }
    return LinearAlgebra.solve(system, starts.map { (1 - damping) * $0 })
  }

  /// Raw Katz centrality as the solution of its linear equations.
  public func katz(alpha: Double, beta: Double, weighted: Bool) -> [Double] {
    let matrix = matrix(weighted: weighted)
    let system = (0..<nodeCount).map { head in
      (0..<nodeCount).map { tail in (tail == head ? 1 : 0) - alpha * matrix[tail][head] }
    }
    return LinearAlgebra.solve(system, [Double](repeating: beta, count: nodeCount))
  }

  /// Core numbers: for each k, nodes with fewer than k edges are struck out until none is left to
  /// strike.
  public func coreNumbers() -> [Int] {
    // All edges at a node count: both directions of a directed graph, one of an undirected one.
    let matrix = matrix(weighted: false)
    let isSymmetric = steps.indices.allSatisfy { row in
      steps.indices.allSatisfy { steps[row][$0] == steps[$0][row] }
    }
    func ends(_ node: Int, _ other: Int) -> Int {
      if node == other { return 0 }
      return Int(matrix[node][other]) + (isSymmetric ? 0 : Int(matrix[other][node]))
    }
    var cores = [Int](repeating: 0, count: nodeCount)
    var left = Set(0..<nodeCount)
    var k = 1
    while !left.isEmpty {
      while let node = left.first(where: { node in
        left.reduce(0) { $0 + ends(node, $1) } < k
      }) {
        left.remove(node)
      }
      for node in left { cores[node] = k }
      k += 1
    }
    return cores
  }

  /// Clustering from the cube of the symmetrised matrix of cube roots.
  public func clustering(isDirected: Bool, weighted: Bool, cubeRoot: (Double) -> Double) -> [Double]
  {
    var plain = matrix(weighted: weighted)
    for node in 0..<nodeCount { plain[node][node] = 0 }
    let largest = plain.flatMap { $0 }.max() ?? 1
    let roots = plain.map { row in
      row.map { entry -> Double in
        if entry == 0 { return 0 }
        return weighted ? cubeRoot(entry / largest) : 1
      }
    }
    let turned = LinearAlgebra.transposed(roots)
    let symmetric = zip(roots, turned).map { row, column -> [Double] in
      zip(row, column).map { $0 + $1 }
    }
    let base = isDirected ? symmetric : roots
    let cube = LinearAlgebra.product(base, LinearAlgebra.product(base, base))
    return (0..<nodeCount).map { node in
      let out = plain[node].filter { $0 > 0 }.count
      let into = plain.filter { $0[node] > 0 }.count
      let both = (0..<nodeCount).filter { plain[node][$0] > 0 && plain[$0][node] > 0 }.count
      let d = isDirected ? out + into : out
      let possible = isDirected ? 2 * (d * (d - 1) - 2 * both) : d * (d - 1)
      return possible > 0 ? cube[node][node] / Double(possible) : 0
    }
  }

  /// Triangles by trying all triples, direction ignored.
  public func triangles() -> [Int] {
    func joined(_ first: Int, _ second: Int) -> Bool {
      !steps[first][second].isEmpty || !steps[second][first].isEmpty
    }
    var counts = [Int](repeating: 0, count: nodeCount)
    for first in 0..<nodeCount {
      for second in 0..<first where joined(first, second) {
        for third in 0..<second where joined(first, third) && joined(second, third) {
          for node in [first, second, third] { counts[node] += 1 }
        }
      }
    }
    return counts
  }

  /// The tie between two nodes: all edges either way, summed; no loops.
  private func ties(weighted: Bool) -> [[Double]] {
    let matrix = matrix(weighted: weighted)
    return (0..<nodeCount).map { row in
      (0..<nodeCount).map { column -> Double in
        row == column ? 0 : matrix[row][column] + matrix[column][row]
      }
    }
  }

  /// Burt's constraint from the matrix of shares and its square.
  public func constraint(weighted: Bool) -> [Double?] {
    let ties = ties(weighted: weighted)
    let shares = ties.map { row -> [Double] in
      let total = row.reduce(0, +)
      return row.map { entry -> Double in entry == 0 ? 0 : entry / total }
    }
    let indirect = LinearAlgebra.product(shares, shares)
    return (0..<nodeCount).map { node in
      let others = (0..<nodeCount).filter { ties[node][$0] > 0 }
      if others.isEmpty { return nil }
      return others.reduce(0.0) {
        let invested = shares[node][$1] + indirect[node][$1]
        return $0 + invested * invested
      }
    }
  }

  /// Burt's effective size by its double sum.
  public func effectiveSize(weighted: Bool) -> [Double?] {
    let ties = ties(weighted: weighted)
    return (0..<nodeCount).map { node in
      let others = (0..<nodeCount).filter { ties[node][$0] > 0 }
      if others.isEmpty { return nil }
      let total = ties[node].reduce(0, +)
      var size = 0.0
      for other in others {
        let strongest = ties[other].max() ?? 1
        var redundancy = 0.0
        for third in 0..<nodeCount {
          redundancy += ties[node][third] / total * ties[other][third] / strongest
        }
        size += 1 - redundancy
      }
      return size
    }
  }
}

extension GraphTable {
  /// Whether no walk has n edges: the n-th power of the matrix is zero, so no cycle exists.
  public func walksDieOut() -> Bool {
    var ends = [Double](repeating: 1, count: nodeCount)
    let matrix = matrix(weighted: false)
    for _ in 0..<nodeCount { ends = LinearAlgebra.product(matrix, ends) }
    return ends.allSatisfy { $0 == 0 }
  }
}
