extension Graph {
  /// How betweenness is computed.
  public struct BetweennessOptions: Sendable {
    /// What the length of an edge is; every length must be more than zero. Hops unless set.
    public var lengths: EdgeLengths
    /// Whether to divide by the number of pairs that a path could join. True unless set.
    public var isNormalized: Bool
    /// Whether a path counts for the nodes at its ends too. False unless set.
    public var countsEndpoints: Bool
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - lengths: What the length of an edge is.
    ///   - isNormalized: Whether to divide by the number of pairs that a path could join.
    ///   - countsEndpoints: Whether a path counts for the nodes at its ends too.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      lengths: EdgeLengths = .hops, isNormalized: Bool = true, countsEndpoints: Bool = false,
      execution: Execution = Execution()
    ) {
      self.lengths = lengths
      self.isNormalized = isNormalized
      self.countsEndpoints = countsEndpoints
      self.execution = execution
    }
  }

  /// The betweenness of each node: how many shortest paths between others run through it.
  ///
  /// For each pair of other nodes, the share of its shortest paths that pass through the node,
  /// summed over pairs [Freeman1977], by the algorithm of Brandes [Brandes2001]. Pairs are ordered
  /// in a directed graph and unordered in an undirected one. Parallel edges are routes of their
  /// own: two edges between the same nodes make two paths (as in NetworkX and igraph). Loops lie on
  /// no shortest path; pairs without a path add nothing. Lengths that differ by less than one part
  /// in 10^12 count as equal, so rounding does not hide a tie.
  ///
  /// By hops, trees that hang from an undirected graph are folded away first [Sariyuce2012], and
  /// where searches from several nodes meet others at the same distances, as in networks with hubs,
  /// they are run side by side [Then2014].
  ///
  /// - Parameter options: Lengths, normalisation, endpoints, execution.
  /// - Returns: Scores of 0 or more. Normalised they are at most 1: divided by (n - 1)(n - 2),
  ///   halved in an undirected graph, or by n(n - 1) and its half if endpoints count. With fewer
  ///   nodes than that needs (n < 3, or n < 2) all scores are raw.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: O(n m) time by hops and O(n (m + n) log n) by lengths, one search for each node;
  ///   O(n + m) space, and for each thread O(n) by hops, a few hundred bytes a node, and O(n + m) by
  ///   lengths.
  public func betweenness(
    _ options: BetweennessOptions = BetweennessOptions()
  ) throws(GraphError) -> NodeValues<Double> {
    let (scores, _) = try brandes(options, creditsEdges: false)
    let n = Double(nodeCount)
    let ends = options.countsEndpoints
    return NodeValues(
      measure: "betweenness", values: scores,
      normalization: pairNormalization(
        options.isNormalized, ordered: ends ? n * (n - 1) : (n - 1) * (n - 2),
        rule: ends ? "n (n - 1)" : "(n - 1) (n - 2)")
    )
    .scaled()
  }

  /// The betweenness of each edge: how many shortest paths run along it.
  ///
  /// As `betweenness(_:)`, with the share of paths along the edge [Girvan2002]; the ends of a path
  /// always count, since an edge between two nodes is their path. `countsEndpoints` changes
  /// nothing. A loop scores 0.
  ///
  /// - Parameter options: Lengths, normalisation, execution.
  /// - Returns: Scores of 0 or more. Normalised they are at most 1: divided by n(n - 1), halved in
  ///   an undirected graph.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: As `betweenness(_:)`.
  public func edgeBetweenness(
    _ options: BetweennessOptions = BetweennessOptions()
  ) throws(GraphError) -> EdgeValues<Double> {
    let (_, scores) = try brandes(options, creditsEdges: true)
    let n = Double(nodeCount)
    let normalization = pairNormalization(
      options.isNormalized, ordered: n * (n - 1), rule: "n (n - 1)")
    return EdgeValues(
      measure: "edge-betweenness",
      values: scores.map { $0 / (normalization.denominator ?? 1) }, normalization: normalization)
  }

  /// Raw scores of nodes and edges.
  private func brandes(
    _ options: BetweennessOptions, creditsEdges: Bool
  ) throws(GraphError) -> (nodes: [Double], edges: [Double]) {
    let lengths = try resolve(options.lengths, needed: .positive)
    let sums =
      if let lengths {
        try creditsByLength(lengths, options, creditsEdges: creditsEdges)
      } else {
        try creditsByHops(options, creditsEdges: creditsEdges)
      }
    // Each unordered pair was counted from both its ends.
    if isDirected { return sums }
    return (sums.nodes.map { $0 / 2 }, sums.edges.map { $0 / 2 })
  }

  private func creditsByHops(
    _ options: BetweennessOptions, creditsEdges: Bool
  ) throws(GraphError) -> FoldedGraph.Credits {
    let countsEndpoints = options.countsEndpoints && !creditsEdges
    let folded = FoldedGraph(self, foldsTrees: true, keepsEdges: creditsEdges)
    var sums = try folded.creditsOfAllPairs(
      countsEndpoints: countsEndpoints && isDirected, options.execution)
    if countsEndpoints, !isDirected {
      // Without direction a node is an end of a path to and from each other of its component.
      for members in weakComponents().members {
        for node in members { sums.nodes[node] += 2 * Double(members.count - 1) }
      }
    }
    return sums
  }

  private func creditsByLength(
    _ lengths: [Double], _ options: BetweennessOptions, creditsEdges: Bool
  ) throws(GraphError) -> FoldedGraph.Credits {
    let work = ChunkedWork(count: nodeCount, execution: options.execution)
    let zero = (
      nodes: [Double](repeating: 0, count: nodeCount),
      edges: [Double](repeating: 0, count: creditsEdges ? edgeCount : 0)
    )
    return try work.joined(into: zero) { roots in
      var search = BrandesSearch(
        graph: self, lengths: lengths, countsEndpoints: options.countsEndpoints,
        creditsEdges: creditsEdges)
      for root in roots { search.add(pathsFrom: root) }
      return (nodes: search.nodeScores, edges: search.edgeScores)
    } join: { whole, part in
      for node in part.nodes.indices { whole.nodes[node] += part.nodes[node] }
      for edge in part.edges.indices { whole.edges[edge] += part.edges[edge] }
    }
  }

  /// The division by ordered pairs, or by unordered ones in an undirected graph.
  func pairNormalization(
    _ isNormalized: Bool, ordered: Double, rule: String
  ) -> Normalization {
    guard isNormalized, ordered > 0 else { return .raw }
    return isDirected
      ? Normalization(rule: rule, denominator: ordered)
      : Normalization(rule: rule + " / 2", denominator: ordered / 2)
  }
}

extension NodeValues where Value == Double {
  /// The values divided by the denominator of their normalisation.
  func scaled() -> NodeValues<Double> {
    guard let denominator = normalization.denominator, denominator != 1 else { return self }
    return NodeValues(
      measure: measure, values: values.map { $0 / denominator }, normalization: normalization,
      convergence: convergence, undefinedBecause: undefinedBecause)
  }
}
