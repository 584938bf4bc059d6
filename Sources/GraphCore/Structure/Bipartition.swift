/// Whether the nodes fall into two sides with every edge between them.
public enum Bipartition: Sendable, Equatable {
  /// By node, its side, 0 or 1; the smallest node of each component is on side 0.
  case sides([Int])
  /// The nodes of a cycle of odd length, which cannot be divided, in the order of its edges; the
  /// first once. A loop is one of length 1.
  case oddCycle([Int])
}

extension Graph {
  /// Divides the nodes into two sides with every edge between them, or tells why that cannot be.
  ///
  /// The sides are those of even and odd steps from the smallest node of each component; an edge
  /// between two nodes of the same side closes an odd cycle [Konig1936]. Direction is ignored and
  /// parallel edges are one.
  ///
  /// - Returns: The sides, or an odd cycle.
  /// - Complexity: O(n + m) time and space.
  public func bipartition() -> Bipartition {
    let rows = asUndirected().outgoing
    var sides = [Int](repeating: -1, count: nodeCount)
    var parents = [Int](repeating: -1, count: nodeCount)
    var queue: [Int] = []
    for start in nodes where sides[start] < 0 {
      sides[start] = 0
      queue.removeAll(keepingCapacity: true)
      queue.append(start)
      var next = 0
      while next < queue.count {
        let node = queue[next]
        next += 1
        for entry in rows.row(node) {
          let target = Int(rows.targets[entry])
          if sides[target] < 0 {
            sides[target] = 1 - sides[node]
            parents[target] = node
            queue.append(target)
          } else if sides[target] == sides[node] {
            return .oddCycle(Self.cycle(closing: node, target, parents))
          }
        }
      }
    }
    return .sides(sides)
  }

  /// The ways from two nodes up to where they meet, one after the other.
  private static func cycle(closing first: Int, _ second: Int, _ parents: [Int]) -> [Int] {
    func wayUp(_ node: Int) -> [Int] {
      Array(sequence(first: node) { parents[$0] >= 0 ? parents[$0] : nil })
    }
    var (left, right) = (wayUp(first), wayUp(second))
    // Both are equally many steps from the root, so they meet at the same step.
    while left.count > 1, right.count > 1, left[left.count - 2] == right[right.count - 2] {
      left.removeLast()
      right.removeLast()
    }
    return left + right.dropLast().reversed()
  }
}
