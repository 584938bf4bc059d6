/// Slow twins of what is made of nodes that are all joined to each other.
extension GraphTable {
  /// Whether two different nodes are joined in either direction.
  public func isJoined(_ first: Int, _ second: Int) -> Bool {
    first != second && !(steps[first][second].isEmpty && steps[second][first].isEmpty)
  }

  /// Every set of nodes that are all joined to each other and to which none can be added, in order.
  public func maximalCliques() -> [[Int]] {
    let cliques = (0..<(1 << nodeCount)).map { mask in
      (0..<nodeCount).filter { mask >> $0 & 1 == 1 }
    }.filter { set in
      !set.isEmpty
        && set.allSatisfy { node in set.allSatisfy { $0 == node || isJoined($0, node) } }
    }
    return cliques.filter { set in
      !(0..<nodeCount).contains { other in
        !set.contains(other) && set.allSatisfy { isJoined($0, other) }
      }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// By pair of nodes, the largest k for which the pair is left when pairs with fewer than k - 2
  /// triangles are struck out until none is.
  public func trussNumbers() -> [[Int]] {
    var numbers = [[Int]](repeating: [Int](repeating: 0, count: nodeCount), count: nodeCount)
    var left = (0..<nodeCount).map { first in (0..<nodeCount).map { isJoined(first, $0) } }
    var k = 2
    while left.contains(where: { $0.contains(true) }) {
      var isStable = false
      while !isStable {
        isStable = true
        for first in 0..<nodeCount {
          for second in 0..<nodeCount where left[first][second] {
            let triangles = (0..<nodeCount).count { left[first][$0] && left[second][$0] }
            guard triangles < k - 2 else { continue }
            left[first][second] = false
            left[second][first] = false
            isStable = false
          }
        }
      }
      for first in 0..<nodeCount {
        for second in 0..<nodeCount where left[first][second] { numbers[first][second] = k }
      }
      k += 1
    }
    return numbers
  }
}
