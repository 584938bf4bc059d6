/// Communities that may overlap: a node can belong to several, or to none.
public struct CommunityCover: Sendable, Equatable {
  /// By community, its nodes in ascending order; communities are ordered by their nodes, the one
  /// whose first node is smallest first.
  public let communities: [[Int]]
  /// The number of nodes of the graph.
  public let nodeCount: Int
  /// How they were found, such as `clique-percolation`.
  public let method: String

  /// Orders communities.
  ///
  /// - Parameters:
  ///   - communities: The nodes of each, ascending.
  ///   - nodeCount: The number of nodes of the graph.
  ///   - method: How they were found.
  init(_ communities: [[Int]], nodeCount: Int, method: String) {
    self.communities = communities.sorted { $0.lexicographicallyPrecedes($1) }
    self.nodeCount = nodeCount
    self.method = method
  }

  /// By node, the communities to which it belongs, ascending; empty for a node that belongs to none.
  ///
  /// - Complexity: O(n + the sum of the sizes).
  public var memberships: [[Int]] {
    var memberships = [[Int]](repeating: [], count: nodeCount)
    for (community, members) in communities.enumerated() {
      for node in members { memberships[node].append(community) }
    }
    return memberships
  }
}
