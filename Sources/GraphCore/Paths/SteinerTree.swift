/// A tree that joins some nodes.
public struct SteinerTree: Sendable, Equatable {
  /// Its nodes, ascending: the terminals and what lies between.
  public let nodes: [Int]
  /// The indices of its edges, ascending.
  public let edges: [Int]
  /// The sum of the lengths of the edges.
  public let length: Double
}

extension Graph {
  /// A short tree that joins some nodes, with others between where they help.
  ///
  /// To find the shortest is hard; this one is at most 2 (1 - 1/k) times as long, for k terminals.
  /// Every node is given to its nearest terminal; where an edge leads from the nodes of one terminal
  /// to those of another there is a way between the two, and a spanning tree of least length over
  /// those ways is kept, less the ends that are no terminals [Mehlhorn1988]. Direction is ignored,
  /// and loops are never part of it.
  ///
  /// - Parameters:
  ///   - terminals: The nodes to be joined; the order means nothing, and naming one twice changes
  ///     nothing.
  ///   - lengths: What the length of an edge is; zero is allowed.
  /// - Returns: The tree; nil if no paths join all of the terminals, or there are none.
  /// - Throws: `GraphError` if a length is negative or not finite, or there is not one for each edge.
  /// - Complexity: O((n + m) log n) time, O(n + m) space.
  public func steinerTree(
    joining terminals: some Sequence<Int>, lengths: EdgeLengths = .hops
  ) throws(GraphError) -> SteinerTree? {
    let lengths = try resolve(lengths) ?? [Double](repeating: 1, count: edgeCount)
    var isTerminal = [Bool](repeating: false, count: nodeCount)
    for node in terminals {
      requireNode(node)
      isTerminal[node] = true
    }
    let count = isTerminal.count { $0 }
    guard count > 0 else { return nil }
    let cells = nearestTerminals(isTerminal, lengths)
    // The ways between cells, each by the edge where they meet, shortest first.
    let meeting = tails.indices.filter { edge in
      let (tail, head) = (cells.owners[Int(tails[edge])], cells.owners[Int(heads[edge])])
      return tail >= 0 && head >= 0 && tail != head
    }
    let across = meeting.map { edge in
      cells.distances[Int(tails[edge])] + lengths[edge] + cells.distances[Int(heads[edge])]
    }
    var trees = NodeSets(count: nodeCount)
    var isChosen = [Bool](repeating: false, count: edgeCount)
    var joins = 0
    for place in meeting.indices.sorted(by: { (across[$0], $0) < (across[$1], $1) }) {
      let edge = meeting[place]
      let ends = [Int(tails[edge]), Int(heads[edge])]
      guard trees.join(Int(cells.owners[ends[0]]), Int(cells.owners[ends[1]])) else { continue }
      joins += 1
      isChosen[edge] = true
      for end in ends {
        var node = end
        while cells.edges[node] >= 0, !isChosen[Int(cells.edges[node])] {
          let edge = Int(cells.edges[node])
          isChosen[edge] = true
          node = Int(tails[edge]) == node ? Int(heads[edge]) : Int(tails[edge])
        }
      }
    }
    guard joins == count - 1 else { return nil }
    let chosen = edges.indices.filter { isChosen[$0] }
    let inTree =
      nodes.filter { isTerminal[$0] } + chosen.flatMap { [Int(tails[$0]), Int(heads[$0])] }
    return SteinerTree(
      nodes: Array(Set(inTree)).sorted(), edges: chosen,
      length: chosen.reduce(0) { $0 + lengths[$1] })
  }

  /// By node, its nearest terminal, how far it is, and the edge that leads there; -1 for none.
  private func nearestTerminals(
    _ isTerminal: [Bool], _ lengths: [Double]
  ) -> (owners: [Int32], distances: [Double], edges: [Int32]) {
    let rows = asUndirected().outgoing
    let rowEdges = rows.edges
    var owners = [Int32](repeating: -1, count: nodeCount)
    var distances = [Double](repeating: .infinity, count: nodeCount)
    var edges = [Int32](repeating: -1, count: nodeCount)
    var isDone = [Bool](repeating: false, count: nodeCount)
    var heap = NodeHeap(nodeCount: nodeCount)
    for node in nodes where isTerminal[node] {
      owners[node] = Int32(truncatingIfNeeded: node)
      distances[node] = 0
      heap.push(node, key: 0)
    }
    while let node = heap.pop() {
      isDone[node] = true
      for entry in rows.row(node) {
        let target = Int(rows.targets[entry])
        let reach = distances[node] + lengths[Int(rowEdges[entry])]
        guard !isDone[target], reach < distances[target] else { continue }
        distances[target] = reach
        owners[target] = owners[node]
        edges[target] = rowEdges[entry]
        heap.push(target, key: reach)
      }
    }
    return (owners, distances, edges)
  }
}
