/// Slow twins of the measures of structure.
extension GraphTable {
  /// How many components the nodes and edges that are kept fall into, direction ignored.
  public func componentCount(
    without removedNodes: Set<Int> = [], withoutEdge removedEdge: Int? = nil
  ) -> Int {
    var name = Array(0..<nodeCount)
    for tail in 0..<nodeCount where !removedNodes.contains(tail) {
      for head in 0..<nodeCount where !removedNodes.contains(head) {
        guard steps[tail][head].contains(where: { $0 != removedEdge }) else { continue }
        let (kept, lost) = (name[tail], name[head])
        name = name.map { $0 == lost ? kept : $0 }
      }
    }
    return Set((0..<nodeCount).filter { !removedNodes.contains($0) }.map { name[$0] }).count
  }

  /// Blocks by trying all sets of nodes: the largest that are connected and stay so without any one
  /// of their nodes. In order.
  public func blocks() -> [[Int]] {
    let sets = (0..<(1 << nodeCount)).map { mask in
      Set((0..<nodeCount).filter { mask >> $0 & 1 == 1 })
    }
    let all = Set(0..<nodeCount)
    let solid = sets.filter { set in
      set.count >= 2 && componentCount(without: all.subtracting(set)) == 1
        && set.allSatisfy { componentCount(without: all.subtracting(set).union([$0])) == 1 }
    }
    return solid.filter { set in !solid.contains { $0.isStrictSuperset(of: set) } }
      .map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The assortativity from the share of edges that join each degree to each.
  public func assortativity(near: [Int], far: [Int]) -> Double? {
    let size = (near + far).max().map { $0 + 1 } ?? 0
    var shares = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    var total = 0.0
    for tail in 0..<nodeCount {
      for head in 0..<nodeCount {
        shares[near[tail]][far[head]] += Double(steps[tail][head].count)
        total += Double(steps[tail][head].count)
      }
    }
    if total == 0 { return nil }
    shares = shares.map { row in row.map { $0 / total } }
    let rows = shares.map { $0.reduce(0, +) }
    let columns = LinearAlgebra.transposed(shares).map { $0.reduce(0, +) }
    func variance(_ shares: [Double]) -> Double {
      var mean = 0.0
      var square = 0.0
      for (degree, share) in shares.enumerated() {
        mean += Double(degree) * share
        square += Double(degree * degree) * share
      }
      return square - mean * mean
    }
    if variance(rows) < 1e-9 || variance(columns) < 1e-9 { return nil }
    var covariance = 0.0
    for j in 0..<size {
      for k in 0..<size {
        covariance += Double(j * k) * (shares[j][k] - rows[j] * columns[k])
      }
    }
    return covariance / (variance(rows) * variance(columns)).squareRoot()
  }
}
