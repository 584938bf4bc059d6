public import GraphCore

/// Distances in hops by definition: the nodes at the next distance are those that an edge joins to one
/// at the last distance and that are not nearer.
public struct SlowHops {
  /// By tail, then by head; nil without a path.
  public let hops: [[Int?]]

  /// Looks from every node.
  public init(_ graph: Graph) {
    var steps = [[Int]](repeating: [], count: graph.nodeCount)
    for edge in graph.edges {
      steps[edge.tail].append(edge.head)
      if !graph.isDirected { steps[edge.head].append(edge.tail) }
    }
    hops = graph.nodes.map { root in
      var found = [Int?](repeating: nil, count: graph.nodeCount)
      var level = [root]
      var distance = 0
      while !level.isEmpty {
        for node in level { found[node] = distance }
        distance += 1
        level = Set(level.flatMap { steps[$0] }).filter { found[$0] == nil }
      }
      return found
    }
  }

  /// The distances from a node, or to it, to and from all others that have a path.
  public func others(_ node: Int, _ direction: Graph.Direction) -> [Int] {
    hops.indices.filter { $0 != node }.compactMap { other in
      direction == .outward ? hops[node][other] : hops[other][node]
    }
  }
}
