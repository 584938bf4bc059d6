public import GraphCore

extension DiagramOptions.Groups {
  /// The communities of a graph by the algorithm of Leiden, direction and weights ignored; the largest first,
  /// of equal ones that of the first node.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - ids: The ids of its nodes, by index.
  ///   - seed: Where the sequence of random choices begins.
  /// - Returns: The communities by node id.
  /// - Throws: `GraphError` if the task has been cancelled.
  public static func communities(
    of graph: Graph, ids: [String], seed: UInt64
  ) throws(GraphError) -> DiagramOptions.Groups {
    precondition(ids.count == graph.nodeCount, "every node of the graph needs an id")
    var options = Graph.CommunityOptions()
    options.seed = seed
    let found = try graph.asUndirected().leiden(options)
    let members = found.members
    let order = members.indices.sorted { left, right in
      (members[right].count, members[left].first ?? 0)
        < (members[left].count, members[right].first ?? 0)
    }
    var number = [Int](repeating: 0, count: members.count)
    for (place, community) in order.enumerated() { number[community] = place }
    return DiagramOptions.Groups(
      name: "community",
      values: Dictionary(
        zip(ids, found.groups.map { number[$0] }), uniquingKeysWith: { first, _ in first }))
  }

  /// Communities that were found already, numbered in their order.
  ///
  /// - Parameter communities: The ids of the members of each.
  public init(communities: [[String]]) {
    let pairs = communities.enumerated().flatMap { number, members in members.map { ($0, number) } }
    self.init(
      name: "community", values: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }
}
