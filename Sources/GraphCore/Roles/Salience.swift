extension Graph {
  /// The salience of each edge: in how many of the trees of shortest paths from all nodes it is.
  ///
  /// Most edges of most networks are in nearly all trees or in nearly none; those in nearly all are the
  /// high-salience skeleton [Grady2012]. Of several shortest paths the tree has the one of fewest edges,
  /// and of these the one whose nodes, read from the root, come first. In a directed graph trees lead
  /// from tail to head.
  ///
  /// - Parameters:
  ///   - lengths: What the length of an edge is, more than zero; `.inverseWeights` for weights that are
  ///     strengths, as in the paper.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Shares from 0 to 1 of the n trees.
  /// - Throws: `GraphError` if a length is not more than zero, there is not one for each edge, or the
  ///   task has been cancelled.
  /// - Complexity: O(n (m + n) log n) time, O(n + m) space for each of at most 64 chunks.
  public func salience(
    lengths: EdgeLengths, execution: Execution = Execution()
  ) throws(GraphError) -> EdgeValues<Double> {
    let resolved = try resolve(lengths, needed: .positive)
    let own: EdgeLengths = resolved.map { .values($0) } ?? .hops
    let work = ChunkedWork(count: nodeCount, execution: execution)
    let counts = try work.joined(into: [Int](repeating: 0, count: edgeCount)) { chunk in
      var counts = [Int](repeating: 0, count: edgeCount)
      for root in chunk {
        // The lengths were checked above.
        guard let tree = try? shortestPaths(from: root, lengths: own) else { continue }
        for node in tree.reached where tree.parentEdges[node] >= 0 {
          counts[Int(tree.parentEdges[node])] += 1
        }
      }
      return counts
    } join: { whole, part in
      for edge in whole.indices { whole[edge] += part[edge] }
    }
    let denominator = Double(max(nodeCount, 1))
    return EdgeValues(
      measure: "salience", values: counts.map { Double($0) / denominator },
      normalization: Normalization(rule: "n", denominator: denominator))
  }
}
