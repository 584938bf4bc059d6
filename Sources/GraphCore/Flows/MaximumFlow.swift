/// As much as can be sent from one node to another, and how.
public struct MaximumFlow: Sendable, Equatable {
  /// How much arrives.
  public let value: Double
  /// By edge, how much it carries from tail to head; in an undirected graph below 0 if it runs from
  /// head to tail.
  public let flows: [Double]
  /// What holds the flow back.
  public let cut: MinimumCut
}

/// The edges of least capacity without which one node does not reach another.
public struct MinimumCut: Sendable, Equatable {
  /// The sum of the capacities of the edges.
  public let capacity: Double
  /// The indices of the edges, ascending.
  public let edges: [Int]
  /// The nodes on the side where the flow begins, ascending: the largest such side.
  public let tailSide: [Int]
}

extension Graph {
  /// The maximum flow from one node to another: the most that can be sent along edges none of which
  /// carries more than its capacity.
  ///
  /// Push-relabel, the highest node first, with gap and global relabeling [Goldberg1988]
  /// [Cherkassky1997]. An undirected edge carries its capacity in one direction or the other.
  /// Parallel edges carry each; loops carry nothing.
  ///
  /// - Parameters:
  ///   - tail: Where the flow begins.
  ///   - head: Where it ends, another node.
  ///   - capacities: What an edge can carry, zero or more; 1 unless set.
  /// - Returns: The value, the flow on each edge, and a minimum cut, whose capacity is the value but
  ///   for rounding [Ford1956]. 0 if there is no way.
  /// - Throws: `GraphError` if a capacity is negative or not finite, there is not one for each edge,
  ///   or the task has been cancelled.
  /// - Complexity: O(n^2 sqrt(m)) time at worst, near to linear in many networks; O(n + m) space.
  public func maximumFlow(
    from tail: Int, to head: Int, capacities: EdgeCapacities = .unit
  ) throws(GraphError) -> MaximumFlow {
    requireEnds(tail, head)
    let capacities = try resolve(capacities)
    let given = arcCapacities(capacities)
    var search = PushRelabel(flowNetwork, capacities: given)
    let found = try search.cut(from: tail, to: head)
    try search.returnExcess(to: tail, from: head)
    let residuals = search.residuals
    let flows = edges.indices.map { edge in
      // A directed edge can take back what it carries; of an undirected one, what went there and
      // back is gone.
      isDirected
        ? residuals[2 * edge + 1] : (residuals[2 * edge + 1] - residuals[2 * edge]) / 2
    }
    return MaximumFlow(
      value: found.value, flows: flows, cut: cut(isSinkSide: found.isSinkSide, capacities))
  }

  /// A minimum cut between two nodes: edges of least capacity without which the one does not reach
  /// the other.
  ///
  /// The first phase of `maximumFlow(from:to:capacities:)`, whose value is the capacity of the cut
  /// [Ford1956]. Of several minimum cuts it is the one nearest to the head.
  ///
  /// - Parameters:
  ///   - tail: The node that is to be cut off.
  ///   - head: The node that it is not to reach.
  ///   - capacities: What it costs to cut an edge, zero or more; 1 unless set.
  /// - Returns: The edges, their capacity, and the side of the tail. No edges if there is no way.
  /// - Throws: `GraphError` if a capacity is negative or not finite, there is not one for each edge,
  ///   or the task has been cancelled.
  /// - Complexity: As `maximumFlow(from:to:capacities:)`.
  public func minimumCut(
    from tail: Int, to head: Int, capacities: EdgeCapacities = .unit
  ) throws(GraphError) -> MinimumCut {
    requireEnds(tail, head)
    let capacities = try resolve(capacities)
    var search = PushRelabel(flowNetwork, capacities: arcCapacities(capacities))
    return cut(isSinkSide: try search.cut(from: tail, to: head).isSinkSide, capacities)
  }

  /// Stops the program unless two nodes are of this graph and differ.
  func requireEnds(_ tail: Int, _ head: Int) {
    requireNode(tail)
    requireNode(head)
    precondition(tail != head, "a flow from node \(tail) to itself has no end")
  }

  private func cut(isSinkSide: [Bool], _ capacities: [Double]) -> MinimumCut {
    let crossing = tails.indices.filter { edge in
      let (tail, head) = (isSinkSide[Int(tails[edge])], isSinkSide[Int(heads[edge])])
      return isDirected ? !tail && head : tail != head
    }
    return MinimumCut(
      capacity: crossing.reduce(0) { $0 + capacities[$1] }, edges: crossing,
      tailSide: nodes.filter { !isSinkSide[$0] })
  }
}
