/// A tree over the nodes of a graph from which the minimum cut between any two can be read.
public struct GomoryHuTree: Sendable, Equatable {
  /// By node, its parent; nil for the root, node 0.
  public let parents: [Int?]
  /// By node, the capacity of a minimum cut between it and its parent; 0 for the root.
  public let capacities: [Double]

  /// The capacity of a minimum cut between two nodes: the smallest on the way through the tree.
  ///
  /// - Parameters:
  ///   - first: A node.
  ///   - second: Another.
  /// - Returns: The capacity.
  /// - Complexity: O(n).
  public func capacity(between first: Int, and second: Int) -> Double {
    precondition(first != second, "there is no cut between node \(first) and itself")
    // By node on the way from the first to the root, the smallest so far.
    var smallest: [Int: Double] = [:]
    var (node, least) = (first, Double.infinity)
    smallest[node] = least
    while let parent = parents[node] {
      least = min(least, capacities[node])
      node = parent
      smallest[node] = least
    }
    (node, least) = (second, .infinity)
    while true {
      if let other = smallest[node] { return min(least, other) }
      guard let parent = parents[node] else { return least }
      least = min(least, capacities[node])
      node = parent
    }
  }
}

extension Graph {
  /// A Gomory-Hu tree: n - 1 minimum cuts that tell those between all pairs of nodes.
  ///
  /// The smallest capacity on the way between two nodes in the tree is that of a minimum cut between
  /// them, and the two parts into which its edge divides the tree are the sides of one [Gomory1961].
  /// Found without drawing nodes together [Gusfield1990]. Direction is ignored; parallel edges add
  /// up, and loops carry nothing.
  ///
  /// - Parameters:
  ///   - capacities: What it costs to cut an edge, zero or more; 1 unless set.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The tree.
  /// - Throws: `GraphError` if a capacity is negative or not finite, there is not one for each edge,
  ///   or the task has been cancelled.
  /// - Complexity: n - 1 times that of `minimumCut(from:to:capacities:)`; O(n + m) space.
  public func gomoryHuTree(
    capacities: EdgeCapacities = .unit, execution: Execution = Execution()
  ) throws(GraphError) -> GomoryHuTree {
    let both = try resolve(capacities).flatMap { [$0, $0] }
    var search = PushRelabel(flowNetwork, capacities: both)
    var parents = [Int](repeating: 0, count: nodeCount)
    var cuts = [Double](repeating: 0, count: nodeCount)
    for node in nodes.dropFirst() {
      try Execution.checkCancellation()
      execution.progress?(Double(node) / Double(nodeCount))
      let target = parents[node]
      let (value, isSinkSide) = try search.cut(from: node, to: target)
      cuts[node] = value
      for other in nodes where other != node && !isSinkSide[other] && parents[other] == target {
        parents[other] = node
      }
      // The target itself is on its own side; its parent may be on that of the node.
      if target != 0, !isSinkSide[parents[target]] {
        parents[node] = parents[target]
        parents[target] = node
        cuts[node] = cuts[target]
        cuts[target] = value
      }
    }
    return GomoryHuTree(
      parents: nodes.map { $0 == 0 ? nil : parents[$0] }, capacities: cuts)
  }
}
