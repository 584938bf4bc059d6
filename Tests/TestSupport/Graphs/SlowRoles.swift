/// Slow twins of equivalences: all divisions and all renamings.
extension GraphTable {
  /// Whether an edge leads from one node to another, which is another.
  public func leads(_ tail: Int, _ head: Int) -> Bool {
    tail != head && !steps[tail][head].isEmpty
  }

  /// By node, what of each class its ties lead to and come from: how many, or whether there are any.
  private func views(_ classes: [Int], counting: Bool) -> [[Int]] {
    (0..<nodeCount).map { node in
      (0..<nodeCount).flatMap { name in
        [
          (0..<nodeCount).count { classes[$0] == name && leads(node, $0) },
          (0..<nodeCount).count { classes[$0] == name && leads($0, node) },
        ].map { counting ? $0 : min($0, 1) }
      }
    }
  }

  /// Every division in which nodes of one class see the same classes.
  public func stableDivisions(counting: Bool) -> [[Int]] {
    Partitions.all(nodeCount).filter { classes in
      let views = views(classes, counting: counting)
      return (0..<nodeCount).allSatisfy { first in
        (0..<nodeCount).allSatisfy { classes[first] != classes[$0] || views[first] == views[$0] }
      }
    }
  }

  /// By node, the smallest node whose place it can take in some renaming that keeps all ties.
  public func orbits() -> [Int] {
    var smallest = Array(0..<nodeCount)
    for names in permutations(nodeCount) {
      let keeps = (0..<nodeCount).allSatisfy { tail in
        (0..<nodeCount).allSatisfy { leads(tail, $0) == leads(names[tail], names[$0]) }
      }
      guard keeps else { continue }
      for node in 0..<nodeCount { smallest[node] = min(smallest[node], names[node]) }
    }
    return smallest
  }

  /// Every order of the first numbers.
  public func permutations(_ count: Int) -> [[Int]] {
    count == 0
      ? [[]]
      : permutations(count - 1).flatMap { order in
        (0..<count).map { place in
          Array(order[..<place]) + [count - 1] + Array(order[place...])
        }
      }
  }
}
