/// A path whose edges are most likely to hold all at once.
public struct ReliablePath: Sendable, Hashable {
  /// The path; its length is in hops.
  public let path: Path
  /// The product of the probabilities of its edges; 1 for a path of no edges.
  public let probability: Double
}

extension Graph {
  /// The most reliable path between two nodes: the one most likely to hold if each edge holds with
  /// its own probability, independently of the others.
  ///
  /// Dijkstra's search with the product of probabilities in place of the sum of lengths, since a
  /// product of numbers up to 1 never grows [Dijkstra1959]. Of several equally likely paths the one
  /// with the fewest edges is taken, and of these the one whose sequence of nodes is smallest; of
  /// parallel edges the one of smallest index among the likeliest. Products that differ by less
  /// than one part in 10^12 count as equal. Loops change nothing. An edge of probability 0 is never
  /// walked.
  ///
  /// - Parameters:
  ///   - tail: The node at which the path begins.
  ///   - head: The node at which it ends.
  ///   - probabilities: By edge index, 0 to 1; nil for the weights. An edge of an unweighted graph
  ///     holds for certain.
  /// - Returns: The path and its probability, above 0 and up to 1; nil if there is no path that can
  ///   hold. A product below 10^-307 counts as 0. A node has a path of no edges to itself.
  /// - Throws: `GraphError` if a probability is not from 0 to 1 or there is not one for each edge.
  /// - Complexity: O((n + m) log n) time, O(n) space.
  public func mostReliablePath(
    from tail: Int, to head: Int, probabilities: [Double]? = nil
  ) throws(GraphError) -> ReliablePath? {
    requireNode(tail)
    requireNode(head)
    let chances = try checkedChances(probabilities)
    var best = [Double](repeating: 0, count: nodeCount)
    var heap = NodeHeap(nodeCount: nodeCount)
    best[tail] = 1
    let rowEdges = outgoing.edges
    // The heap holds the smallest key on top, so keys are negative probabilities.
    heap.push(tail, key: -1)
    while let node = heap.pop() {
      for entry in outgoing.row(node) {
        let target = Int(outgoing.targets[entry])
        let chance = best[node] * (chances?[Int(rowEdges[entry])] ?? 1)
        if chance > best[target], chance.isNormal {
          best[target] = chance
          heap.push(target, key: -chance)
        }
      }
    }
    guard best[head] > 0 else { return nil }
    // The edges on which some likeliest path runs; breadth-first search over them breaks the ties.
    let tree = breadthFirst(from: tail, direction: .outward, maximumHops: .max) { near, far, edge in
      best[far] > 0
        && PathLength.isAtMost(best[far], best[near] * (chances?[edge] ?? 1))
    }
    return tree.path(to: head).map { path in
      ReliablePath(
        path: path, probability: path.edges.reduce(1.0) { $0 * (chances?[$1] ?? 1) })
    }
  }

  /// The probabilities by edge index, or nil where every edge holds for certain.
  func checkedChances(_ given: [Double]?) throws(GraphError) -> [Double]? {
    if let given, given.count != edgeCount {
      throw .wrongCount(of: "probabilities", expected: edgeCount, actual: given.count)
    }
    guard let chances = given ?? weights else { return nil }
    for (edge, chance) in chances.enumerated() where !(chance >= 0 && chance <= 1) {
      throw .optionOutOfRange(
        name: "the probability of edge \(edge)", value: chance, range: "0 to 1")
    }
    return chances
  }
}
