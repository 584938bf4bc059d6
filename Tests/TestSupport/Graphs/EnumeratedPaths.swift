import GraphCore

/// A path found by trying everything.
public struct EnumeratedPath: Hashable {
  /// The nodes from first to last.
  public let nodes: [Int]
  /// The edges between them.
  public let edges: [Int]
  /// The sum of their lengths.
  public let length: Double
}

extension GraphTable {
  /// Every simple path from one node to another; each choice among parallel edges is a path of its
  /// own.
  public func simplePaths(from tail: Int, to head: Int, weighted: Bool) -> [EnumeratedPath] {
    var found: [EnumeratedPath] = []
    func extend(_ nodes: [Int], _ edges: [Int], _ length: Double) {
      let last = nodes[nodes.count - 1]
      if last == head {
        found.append(EnumeratedPath(nodes: nodes, edges: edges, length: length))
        return
      }
      for next in 0..<nodeCount where !nodes.contains(next) {
        for edge in steps[last][next] {
          extend(nodes + [next], edges + [edge], length + (weighted ? numbers[edge] : 1))
        }
      }
    }
    extend([tail], [], 0)
    return found
  }

  /// Every simple path told apart by nodes alone, in the order of length, edges, nodes; of parallel
  /// edges the first shortest is kept.
  public func rankedPaths(from tail: Int, to head: Int, weighted: Bool) -> [EnumeratedPath] {
    var best: [[Int]: EnumeratedPath] = [:]
    for path in simplePaths(from: tail, to: head, weighted: weighted) {
      guard let kept = best[path.nodes] else {
        best[path.nodes] = path
        continue
      }
      let isBetter =
        path.length == kept.length
        ? path.edges.lexicographicallyPrecedes(kept.edges) : path.length < kept.length
      if isBetter { best[path.nodes] = path }
    }
    return best.values.sorted { left, right in
      if left.length != right.length { return left.length < right.length }
      if left.nodes.count != right.nodes.count { return left.nodes.count < right.nodes.count }
      return left.nodes.lexicographicallyPrecedes(right.nodes)
    }
  }

  /// Every shortest path from one node to another, with each choice among parallel edges.
  public func shortestPaths(from tail: Int, to head: Int, weighted: Bool) -> [EnumeratedPath] {
    let paths = simplePaths(from: tail, to: head, weighted: weighted)
    let shortest = paths.map(\.length).min() ?? 0
    return paths.filter { $0.length == shortest }
  }
}
