/// Slow twins of flows, cuts and matchings: all sets of nodes or edges.
extension GraphTable {
  /// The smallest capacity of the edges that lead out of a set with one node and without another,
  /// over all such sets.
  public func smallestCut(from tail: Int, to head: Int, capacities: [Double]) -> Double {
    var smallest = Double.infinity
    for mask in 0..<(1 << nodeCount) where mask >> tail & 1 == 1 && mask >> head & 1 == 0 {
      var sum = 0.0
      for near in 0..<nodeCount where mask >> near & 1 == 1 {
        for far in 0..<nodeCount where mask >> far & 1 == 0 {
          for edge in steps[near][far] { sum += capacities[edge] }
        }
      }
      smallest = min(smallest, sum)
    }
    return smallest
  }

  /// Whether one node reaches another when some others are gone.
  public func reaches(_ tail: Int, _ head: Int, without removed: [Int]) -> Bool {
    var reached: Set = [tail]
    while true {
      let next = (0..<nodeCount).filter { node in
        !reached.contains(node) && !removed.contains(node)
          && reached.contains { !steps[$0][node].isEmpty }
      }
      if next.isEmpty { return reached.contains(head) }
      reached.formUnion(next)
    }
  }

  /// The fewest other nodes without which one node does not reach another; nil if an edge leads there.
  public func smallestSeparator(from tail: Int, to head: Int) -> Int? {
    guard steps[tail][head].isEmpty else { return nil }
    let others = (0..<nodeCount).filter { $0 != tail && $0 != head }
    return (0..<(1 << others.count)).filter { mask in
      let removed = others.indices.filter { mask >> $0 & 1 == 1 }.map { others[$0] }
      return !reaches(tail, head, without: removed)
    }.map(\.nonzeroBitCount).min()
  }

  /// The most pairs of joined nodes no two of which share a node: with the first node alone, or with
  /// each of those that it is joined to.
  public func largestMatching(among nodes: [Int]? = nil) -> Int {
    let nodes = nodes ?? Array(0..<nodeCount)
    guard let first = nodes.first else { return 0 }
    let rest = Array(nodes.dropFirst())
    var most = largestMatching(among: rest)
    for partner in rest where isJoined(first, partner) {
      most = max(most, 1 + largestMatching(among: rest.filter { $0 != partner }))
    }
    return most
  }
}
