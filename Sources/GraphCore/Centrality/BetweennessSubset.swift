extension Graph {
  /// The betweenness of each node for paths from some nodes to some others.
  ///
  /// As `betweenness(_:)`, with the sum over pairs of a source and a target only [Brandes2008b]. In
  /// an undirected graph each such ordered pair counts one half, so that with all nodes as sources
  /// and as targets the scores are those of `betweenness(_:)`, as in NetworkX.
  ///
  /// - Parameters:
  ///   - sources: The nodes at which paths begin; naming one twice changes nothing.
  ///   - targets: The nodes at which paths end; naming one twice changes nothing.
  ///   - options: Lengths, normalisation, endpoints, execution.
  /// - Returns: Scores of 0 or more, divided as `betweenness(_:)` divides them: by the pairs of the
  ///   whole graph, not by those of sources and targets.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: O(s m) time by hops and O(s (m + n) log n) by lengths for s sources; O(n + m)
  ///   space for each of at most 64 chunks.
  public func betweenness(
    from sources: some Sequence<Int>, to targets: some Sequence<Int>,
    _ options: BetweennessOptions = BetweennessOptions()
  ) throws(GraphError) -> NodeValues<Double> {
    let lengths = try resolve(options.lengths, needed: .positive)
    let sourceMarks = marks(of: sources)
    let targetMarks = marks(of: targets)
    let countsEndpoints = options.countsEndpoints
    let sums =
      if let lengths {
        try credited(
          roots: nodes(marked: sourceMarks), lengths: lengths, size: nodeCount,
          execution: options.execution
        ) { search, dependencies, sums in
          search.shareBack(to: targetMarks, &dependencies)
          let root = Int(search.order[0])
          for node in search.order.dropFirst() {
            let isEnd = countsEndpoints && targetMarks[Int(node)] > 0
            sums[Int(node)] += dependencies[Int(node)] + (isEnd ? 1 : 0)
            if isEnd { sums[root] += 1 }
          }
        }
      } else {
        try FoldedGraph(self, foldsTrees: false, keepsEdges: false).credits(
          from: sourceMarks, to: targetMarks, countsEndpoints: countsEndpoints, options.execution
        ).nodes
      }
    let n = Double(nodeCount)
    return NodeValues(
      measure: "betweenness", values: isDirected ? sums : sums.map { $0 / 2 },
      normalization: pairNormalization(
        options.isNormalized, ordered: countsEndpoints ? n * (n - 1) : (n - 1) * (n - 2),
        rule: countsEndpoints ? "n (n - 1)" : "(n - 1) (n - 2)")
    )
    .scaled()
  }

  /// The betweenness of each edge for paths from some nodes to some others.
  ///
  /// As `edgeBetweenness(_:)`, with the sum over pairs of a source and a target only [Brandes2008b].
  /// In an undirected graph each such ordered pair counts one half. A loop scores 0.
  ///
  /// - Parameters:
  ///   - sources: The nodes at which paths begin; naming one twice changes nothing.
  ///   - targets: The nodes at which paths end; naming one twice changes nothing.
  ///   - options: Lengths, normalisation, execution.
  /// - Returns: Scores of 0 or more, divided as `edgeBetweenness(_:)` divides them.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: As `betweenness(from:to:_:)`.
  public func edgeBetweenness(
    from sources: some Sequence<Int>, to targets: some Sequence<Int>,
    _ options: BetweennessOptions = BetweennessOptions()
  ) throws(GraphError) -> EdgeValues<Double> {
    let lengths = try resolve(options.lengths, needed: .positive)
    let sourceMarks = marks(of: sources)
    let targetMarks = marks(of: targets)
    let sums =
      if let lengths {
        try edgeCredits(
          from: nodes(marked: sourceMarks), to: targetMarks, lengths: lengths, options.execution)
      } else {
        try FoldedGraph(self, foldsTrees: false, keepsEdges: true).credits(
          from: sourceMarks, to: targetMarks, countsEndpoints: false, options.execution
        ).edges
      }
    let n = Double(nodeCount)
    let normalization = pairNormalization(
      options.isNormalized, ordered: n * (n - 1), rule: "n (n - 1)")
    let divisor = (isDirected ? 1 : 2) * (normalization.denominator ?? 1)
    return EdgeValues(
      measure: "edge-betweenness", values: sums.map { $0 / divisor }, normalization: normalization)
  }

  private func edgeCredits(
    from sources: [Int], to targetMarks: [Double], lengths: [Double], _ execution: Execution
  ) throws(GraphError) -> [Double] {
    let edges = outgoing.edges
    return try credited(
      roots: sources, lengths: lengths, size: edgeCount, execution: execution
    ) { search, dependencies, sums in
      search.shareBack(to: targetMarks, &dependencies)
      for node in search.order {
        for entry in search.rows.row(Int(node)) where search.isStep(from: Int(node), entry: entry) {
          let target = Int(search.rows.targets[entry])
          sums[Int(edges[entry])] +=
            search.counts[Int(node)] / search.counts[target]
            * (targetMarks[target] + dependencies[target])
        }
      }
    }
  }

  /// By node, 1 if it is named and 0 if not.
  private func marks(of named: some Sequence<Int>) -> [Double] {
    var marks = [Double](repeating: 0, count: nodeCount)
    for node in named {
      requireNode(node)
      marks[node] = 1
    }
    return marks
  }

  private func nodes(marked marks: [Double]) -> [Int] { nodes.filter { marks[$0] > 0 } }
}

extension RouteSearch {
  /// Shares each path's end out over the nodes before it: by node, the share of paths to marked
  /// nodes that go on through it, summed over these nodes.
  func shareBack(to marks: [Double], _ dependencies: inout [Double]) {
    for node in order.reversed() {
      let count = counts[Int(node)]
      var dependency = 0.0
      for entry in rows.row(Int(node)) where isStep(from: Int(node), entry: entry) {
        let target = Int(rows.targets[entry])
        dependency += count / counts[target] * (marks[target] + dependencies[target])
      }
      dependencies[Int(node)] = dependency
    }
  }
}
