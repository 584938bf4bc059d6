extension Graph {
  /// The nodes in an order in which each has as many edges as can be to those before it
  /// [Nagamochi1992].
  ///
  /// Direction is ignored; parallel edges count each, loops do not count. It begins with a node of most
  /// edges; equal counts go by node. A search from a node to those before it soon arrives.
  ///
  /// - Returns: Every node once.
  /// - Complexity: O((n + m) log n) time, O(n + m) space.
  var maximumAdjacencyOrder: [Int] {
    let rows = asUndirected().outgoing
    var counts = [Int](repeating: 0, count: nodeCount)
    var isTaken = [Bool](repeating: false, count: nodeCount)
    var heap = NodeHeap(nodeCount: nodeCount)
    let degrees = nodes.map { node in
      rows.row(node).count { Int(rows.targets[$0]) != node }
    }
    let first = nodes.max { (degrees[$0], $1) < (degrees[$1], $0) }
    for node in nodes { heap.push(node, key: node == first ? -1 : 0) }
    var order: [Int] = []
    order.reserveCapacity(nodeCount)
    while let node = heap.pop() {
      order.append(node)
      isTaken[node] = true
      for entry in rows.row(node) {
        let other = Int(rows.targets[entry])
        guard !isTaken[other] else { continue }
        counts[other] += 1
        heap.push(other, key: -Double(counts[other]))
      }
    }
    return order
  }
}
