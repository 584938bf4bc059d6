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

extension GraphTable {
  /// By role (coordinator, itinerant, representative, gatekeeper, liaison, any), how often a node
  /// stands between two that have no edge, by trying all triples.
  public func brokerage(of broker: Int, groups: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: 6)
    for first in 0..<nodeCount where first != broker && !steps[first][broker].isEmpty {
      for last in 0..<nodeCount where last != broker && last != first {
        guard !steps[broker][last].isEmpty, steps[first][last].isEmpty else { continue }
        counts[5] += 1
        switch (groups[first] == groups[broker], groups[broker] == groups[last]) {
        case (true, true): counts[0] += 1
        case (true, false): counts[2] += 1
        case (false, true): counts[3] += 1
        case (false, false): counts[groups[first] == groups[last] ? 1 : 4] += 1
        }
      }
    }
    return counts
  }

  /// The table with some nodes gone: nobody has an edge with them.
  public func distances(without removed: [Int]) -> [[Double]] {
    var table = steps.map { row in row.map { $0.isEmpty ? Double.infinity : 1 } }
    for node in removed {
      table[node] = [Double](repeating: .infinity, count: nodeCount)
      for other in 0..<nodeCount { table[other][node] = .infinity }
    }
    for node in 0..<nodeCount { table[node][node] = 0 }
    for middle in 0..<nodeCount {
      for tail in 0..<nodeCount {
        for head in 0..<nodeCount {
          table[tail][head] = min(table[tail][head], table[tail][middle] + table[middle][head])
        }
      }
    }
    return table
  }

  /// The share of pairs of the nodes left that have no path, or one less their mean inverse
  /// distance.
  public func fragmentation(without removed: [Int], byDistance: Bool) -> Double? {
    let left = (0..<nodeCount).filter { !removed.contains($0) }
    if left.count < 2 { return nil }
    let table = distances(without: removed)
    var lost = 0.0
    for tail in left {
      for head in left where head != tail {
        let distance = table[tail][head]
        lost += byDistance ? 1 - 1 / distance : (distance.isFinite ? 0 : 1)
      }
    }
    return lost / Double(left.count * (left.count - 1))
  }

  /// The distance of each node from the nearest member of a group.
  public func distances(from group: [Int]) -> [Double] {
    let table = distances(weighted: false)
    return (0..<nodeCount).map { node in group.map { table[$0][node] }.min() ?? .infinity }
  }

  /// Every set of some of the nodes, each ascending.
  public func sets(of size: Int) -> [[Int]] {
    (0..<(1 << nodeCount)).map { mask in (0..<nodeCount).filter { mask >> $0 & 1 == 1 } }
      .filter { $0.count == size }
  }
}
