extension Graph {
  /// The strong components: the largest sets of nodes with a path from each to each.
  ///
  /// Tarjan's algorithm [Tarjan1972] with a stack of its own in place of recursion, so a path of a
  /// million nodes is as safe as a star. Loops and parallel edges change nothing. In an undirected
  /// graph these are the connected components.
  ///
  /// - Returns: The components; a graph without nodes has none.
  /// - Complexity: O(n + m) time, since each row is read once; O(n) space.
  public func strongComponents() -> Components {
    // Tarjan's number and lowlink; his stack of open nodes; and, for each call that recursion would
    // hold, the node and the row entry at which to go on.
    var number = [Int32](repeating: -1, count: nodeCount)
    var low = [Int32](repeating: 0, count: nodeCount)
    var label = [Int32](repeating: -1, count: nodeCount)
    var open: [Int] = []
    var calls: [(node: Int, entry: Int)] = []
    var visited: Int32 = 0
    var found: Int32 = 0

    for start in nodes where number[start] < 0 {
      calls.append((start, outgoing.offsets[start]))
      while let (node, entry) = calls.last {
        if number[node] < 0 {
          number[node] = visited
          low[node] = visited
          visited += 1
          open.append(node)
        }
        if entry < outgoing.offsets[node + 1] {
          calls[calls.count - 1].entry += 1
          let target = Int(outgoing.targets[entry])
          if number[target] < 0 {
            calls.append((target, outgoing.offsets[target]))
          } else if label[target] < 0 {
            low[node] = min(low[node], number[target])
          }
          continue
        }
        calls.removeLast()
        if let caller = calls.last?.node { low[caller] = min(low[caller], low[node]) }
        if low[node] == number[node] {
          while let member = open.popLast() {
            label[member] = found
            if member == node { break }
          }
          found += 1
        }
      }
    }
    return Components(labels: label)
  }
}
