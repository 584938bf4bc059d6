extension Graph {
  /// What two nodes that share neighbors are to each other in a projection.
  public enum ProjectionWeight: Sendable, Hashable, CaseIterable {
    /// The number of neighbors that they share.
    case shared
    /// The sum over the neighbors that they share of 1 / (k - 1), k being their neighbors: two who
    /// were alone together count more than two of a crowd [Newman2001a].
    case collaboration
    /// The number of neighbors that they share over the number that either has, Jaccard's index.
    case jaccard
  }

  /// The projection of a bipartite graph onto one side: who shares neighbors with whom.
  ///
  /// Direction is ignored and parallel edges are one. Nodes outside the side are left out; their ties
  /// to each other mean nothing.
  ///
  /// - Parameters:
  ///   - side: The nodes to keep, no two of which may be joined; the order means nothing.
  ///   - weight: What the weight of an edge of the projection is.
  /// - Returns: An undirected weighted graph of the side, its nodes in their old order, and the nodes
  ///   of this graph that they are.
  /// - Throws: `GraphError.edgeWithinSide` if two nodes of the side are joined, or one has a loop.
  /// - Complexity: O(n + sum of the squared degrees of the nodes left out) time, O(n + m) space and
  ///   the result.
  public func projection(
    onto side: some Sequence<Int>, weight: ProjectionWeight = .shared
  ) throws(GraphError) -> OneModeProjection {
    var isKept = [Bool](repeating: false, count: nodeCount)
    for node in side {
      requireNode(node)
      isKept[node] = true
    }
    for edge in tails.indices where isKept[Int(tails[edge])] && isKept[Int(heads[edge])] {
      throw .edgeWithinSide(edge: edge)
    }
    let rows = asUndirected().simplified().outgoing
    let kept = nodes.filter { isKept[$0] }
    var places = [Int32](repeating: -1, count: nodeCount)
    for (place, node) in kept.enumerated() { places[node] = Int32(truncatingIfNeeded: place) }
    var (tails, heads, weights): ([Int32], [Int32], [Double]) = ([], [], [])
    // By node, what it shares with the node in hand.
    var sums = [Double](repeating: 0, count: nodeCount)
    var found: [Int] = []
    for first in kept {
      let own = rows.row(first)
      for entry in own {
        let middle = Int(rows.targets[entry])
        let row = rows.row(middle).filter { isKept[Int(rows.targets[$0])] }
        let share = weight == .collaboration ? 1 / Double(row.count - 1) : 1
        for next in row where Int(rows.targets[next]) > first {
          let second = Int(rows.targets[next])
          if sums[second] == 0 { found.append(second) }
          sums[second] += share
        }
      }
      for second in found.sorted() {
        guard tails.count < EdgeList.mostEdges else { throw .tooManyEdges(tails.count + 1) }
        tails.append(places[first])
        heads.append(places[second])
        let either = Double(own.count + rows.row(second).count) - sums[second]
        weights.append(weight == .jaccard ? sums[second] / either : sums[second])
        sums[second] = 0
      }
      found.removeAll(keepingCapacity: true)
    }
    return OneModeProjection(
      graph: Graph(
        nodeCount: kept.count, tails: tails, heads: heads, weights: weights, isDirected: false),
      nodes: kept)
  }
}

/// One side of a bipartite graph, its nodes joined where they share neighbors.
public struct OneModeProjection: Sendable, Equatable {
  /// The projection.
  public let graph: Graph
  /// By node index of the projection, the node of the bipartite graph.
  public let nodes: [Int]
}
