extension Graph {
  /// The neighbourhood of a node: all nodes within some hops of it.
  ///
  /// Breadth-first search [Moore1959]; loops and parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - node: A node index.
  ///   - hops: How many edges away a node may be, 0 or more.
  ///   - direction: Outward for nodes that can be reached, inward for nodes that reach it, nil to
  ///     ignore direction.
  /// - Returns: The nodes, the first one among them, in ascending order.
  /// - Complexity: O(n) time and space, and the rows of the nodes found.
  public func neighborhood(
    of node: Int, hops: Int = 1, direction: Direction? = nil
  ) -> [Int] {
    requireNode(node)
    precondition(hops >= 0, "a neighbourhood of \(hops) hops; give 0 or more")
    var isFound = [Bool](repeating: false, count: nodeCount)
    isFound[node] = true
    var found = [node]
    var level = found.indices
    for _ in 0..<hops where !level.isEmpty {
      for place in level {
        for direction in direction.map({ [$0] }) ?? (isDirected ? [.outward, .inward] : [.outward])
        {
          let rows = adjacency(direction)
          for entry in rows.row(found[place]) {
            let target = Int(rows.targets[entry])
            if !isFound[target] {
              isFound[target] = true
              found.append(target)
            }
          }
        }
      }
      level = level.upperBound..<found.count
    }
    return found.sorted()
  }

  /// The ego network of a node: the nodes within some hops of it, and all edges between them.
  ///
  /// [Freeman1982] for one hop; as `neighborhood(of:hops:direction:)` beyond.
  ///
  /// - Parameters:
  ///   - node: The ego.
  ///   - hops: How many edges away a node may be, 0 or more.
  ///   - direction: Outward for nodes that can be reached, inward for nodes that reach it, nil to
  ///     ignore direction.
  ///   - includesEgo: Whether the ego and its edges are part of it.
  /// - Returns: The part, with the way back to the nodes and edges of the whole.
  /// - Complexity: O(n + m) time and space.
  public func egoNetwork(
    of node: Int, hops: Int = 1, direction: Direction? = nil, includesEgo: Bool = true
  ) -> Part {
    let found = neighborhood(of: node, hops: hops, direction: direction)
    return subgraph(of: includesEgo ? found : found.filter { $0 != node })
  }
}
