extension Graph {
  /// The loss of efficiency with each node: by what share the global efficiency falls if all edges of
  /// the node are gone.
  ///
  /// Let E be the mean of one over the distance over all n (n - 1) ordered pairs, and E_i that
  /// mean, over the same n nodes, without the edges of node i: (E - E_i) / E [Latora2007]. Of
  /// parallel edges all go; a loop changes nothing.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Scores from 0 to 1, by hops, divided by E; 0 for all in a graph without edges.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n) times that of `efficiency(_:)`; O(n + m) space for each thread.
  public func efficiencyLoss(
    execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double> {
    let whole = try sumOfInverseDistances(Execution(threads: execution.threads))
    let losses = try losses(from: whole, count: nodeCount, execution) { node in
      subgraph(of: nodes.filter { $0 != node }).graph
    }
    return NodeValues(
      measure: "efficiency-loss", values: losses, normalization: efficiencyOfAll(whole))
  }

  /// The loss of efficiency with each edge: by what share the global efficiency falls without it.
  ///
  /// As `efficiencyLoss(execution:)`, for one edge at a time: its parallels stay, so that an edge
  /// with a parallel loses nothing, and neither does a loop.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Scores from 0 to 1, by hops, divided by E.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(m) times that of `efficiency(_:)`; O(n + m) space for each thread.
  public func edgeEfficiencyLoss(
    execution: Execution = Execution()
  ) throws(GraphError) -> EdgeValues<Double> {
    let whole = try sumOfInverseDistances(Execution(threads: execution.threads))
    let losses = try losses(from: whole, count: edgeCount, execution) { edge in
      var isGone = [Bool](repeating: false, count: edgeCount)
      isGone[edge] = true
      return without(edges: isGone)
    }
    return EdgeValues(
      measure: "edge-efficiency-loss", values: losses, normalization: efficiencyOfAll(whole))
  }

  private func efficiencyOfAll(_ sum: Double) -> Normalization {
    let pairs = Double(nodeCount) * Double(max(nodeCount - 1, 0))
    return sum > 0 ? Normalization(rule: "efficiency", denominator: sum / pairs) : .raw
  }

  /// By index, the share of the sum that is lost in a smaller graph.
  private func losses(
    from whole: Double, count: Int, _ execution: Execution, _ left: @Sendable (Int) -> Graph
  ) throws(GraphError) -> [Double] {
    let work = ChunkedWork(count: count, execution: execution, smallestChunk: 1)
    return try work.map { chunk in
      chunk.map { index in
        guard whole > 0 else { return 0 }
        // One thread each, in a task of its own work, which is not cancelled by halves.
        let rest = (try? left(index).sumOfInverseDistances(Execution(threads: 1))) ?? 0
        return max(0, 1 - rest / whole)
      }
    }
  }
}
