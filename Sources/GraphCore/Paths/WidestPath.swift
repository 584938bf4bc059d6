/// A path whose narrowest edge is as wide as can be.
public struct WidestPath: Sendable, Hashable {
  /// The path; its length is in hops.
  public let path: Path
  /// The smallest weight of its edges; infinite for a path of no edges.
  public let width: Double
}

extension Graph {
  /// The widest path between two nodes: the one whose weakest link is strongest.
  ///
  /// Dijkstra's search with the smaller of two widths in place of their sum [Pollack1960]. Of
  /// several equally wide paths the one with the fewest edges is taken, and of these the one whose
  /// sequence of nodes is smallest; of parallel edges the one of smallest index among those wide
  /// enough. Loops change nothing. Widths are compared, never added, so nothing is rounded.
  ///
  /// - Parameters:
  ///   - tail: The node at which the path begins.
  ///   - head: The node at which it ends.
  /// - Returns: The path and its width, in the unit of the weights, or nil if there is none. In an
  ///   unweighted graph every edge is 1 wide. A node has a path of no edges to itself.
  /// - Complexity: O((n + m) log n) time, O(n) space.
  public func widestPath(from tail: Int, to head: Int) -> WidestPath? {
    requireNode(tail)
    requireNode(head)
    if tail == head {
      return WidestPath(path: Path(nodes: [tail], edges: [], length: 0), width: .infinity)
    }
    var widths = [Double](repeating: -.infinity, count: nodeCount)
    var heap = NodeHeap(nodeCount: nodeCount)
    widths[tail] = .infinity
    let rowEdges = outgoing.edges
    heap.push(tail, key: -.infinity)
    // The heap holds the smallest key on top, so keys are negative widths.
    while let node = heap.pop(), node != head {
      for entry in outgoing.row(node) {
        let target = Int(outgoing.targets[entry])
        let width = min(widths[node], weights?[Int(rowEdges[entry])] ?? 1)
        if width > widths[target] {
          widths[target] = width
          heap.push(target, key: -width)
        }
      }
    }
    let width = widths[head]
    guard width > -.infinity else { return nil }
    let tree = breadthFirst(from: tail, direction: .outward, maximumHops: .max) { _, _, edge in
      weights.map { $0[edge] >= width } ?? true
    }
    return tree.path(to: head).map { WidestPath(path: $0, width: width) }
  }
}
