/// Which nodes every way from a root to a node must pass.
public struct DominatorTree: Sendable, Equatable {
  /// The node from which ways begin.
  public let root: Int
  /// By node, the last other node that every way to it passes; nil for the root and for what cannot
  /// be reached.
  public let immediate: [Int?]

  /// All nodes that every way to a node passes, the node itself first and the root last.
  ///
  /// - Parameter node: A node index.
  /// - Returns: The nodes; none if it cannot be reached.
  public func dominators(of node: Int) -> [Int] {
    guard node == root || immediate[node] != nil else { return [] }
    return Array(sequence(first: node) { immediate[$0] })
  }
}

extension Graph {
  /// The dominator tree: which nodes every way from a root must pass.
  ///
  /// A node dominates another if every path from the root to it passes there; of the others that do,
  /// the nearest is the immediate dominator. Found by going over the nodes in reverse postorder until
  /// nothing changes [Cooper2001]. Loops and parallel edges change nothing; in an undirected graph
  /// edges lead both ways.
  ///
  /// - Parameters:
  ///   - root: The node from which ways begin.
  ///   - direction: Outward from tail to head; inward for who must be passed on the way to the root.
  /// - Returns: The tree.
  /// - Complexity: O(n + m) time for each of a few rounds, O(n^2) at worst in all but odd graphs;
  ///   O(n) space.
  public func dominatorTree(from root: Int, direction: Direction = .outward) -> DominatorTree {
    requireNode(root)
    let rows = adjacency(direction)
    let back = adjacency(direction == .outward ? .inward : .outward)
    let order = postorder(from: root, rows)
    // By node, its number in postorder; by number, that of the immediate dominator.
    var numbers = [Int](repeating: -1, count: nodeCount)
    for (number, node) in order.enumerated() { numbers[node] = number }
    var above = [Int](repeating: -1, count: order.count)
    above[order.count - 1] = order.count - 1
    var isChanged = true
    while isChanged {
      isChanged = false
      for number in (0..<(order.count - 1)).reversed() {
        var found = -1
        for entry in back.row(order[number]) {
          let other = numbers[Int(back.targets[entry])]
          guard other >= 0, above[other] >= 0 else { continue }
          if found < 0 {
            found = other
            continue
          }
          // Both are followed up until they meet; the root has the largest number.
          var second = other
          while found != second {
            if found < second { found = above[found] } else { second = above[second] }
          }
        }
        if above[number] != found {
          above[number] = found
          isChanged = true
        }
      }
    }
    var immediate = [Int?](repeating: nil, count: nodeCount)
    for (number, node) in order.enumerated() where node != root {
      immediate[node] = order[above[number]]
    }
    return DominatorTree(root: root, immediate: immediate)
  }

  /// The dominance frontiers: by node, the nodes at which what it dominates ends.
  ///
  /// A node is in the frontier of another that dominates one of its predecessors, but not, or only as
  /// itself, the node [Cooper2001].
  ///
  /// - Parameter root: The node from which ways begin.
  /// - Returns: By node, the nodes of its frontier, ascending; none for what cannot be reached.
  /// - Complexity: O(n + m) time beyond the tree, and the length of the ways followed.
  public func dominanceFrontiers(from root: Int) -> [[Int]] {
    let tree = dominatorTree(from: root)
    let isReached = nodes.map { $0 == root || tree.immediate[$0] != nil }
    var frontiers = [[Int]](repeating: [], count: nodeCount)
    for node in nodes where isReached[node] {
      for entry in incoming.row(node) {
        var runner: Int? = Int(incoming.targets[entry])
        guard let first = runner, isReached[first] else { continue }
        while let here = runner, here != tree.immediate[node], frontiers[here].last != node {
          frontiers[here].append(node)
          runner = tree.immediate[here]
        }
      }
    }
    return frontiers
  }

  /// The nodes that are reached from a root, each after all that were first reached from it.
  private func postorder(from root: Int, _ rows: Adjacency) -> [Int] {
    var isSeen = [Bool](repeating: false, count: nodeCount)
    var order: [Int] = []
    var open = [(node: root, left: rows.row(root))]
    isSeen[root] = true
    while let last = open.last {
      if let entry = last.left.first {
        open[open.count - 1].left.removeFirst()
        let target = Int(rows.targets[entry])
        if !isSeen[target] {
          isSeen[target] = true
          open.append((target, rows.row(target)))
        }
      } else {
        order.append(last.node)
        open.removeLast()
      }
    }
    return order
  }
}
