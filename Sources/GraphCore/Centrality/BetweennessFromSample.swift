extension Graph {
  /// The betweenness of each node estimated from the paths of some sources drawn by chance.
  ///
  /// Searches from k nodes drawn evenly without repetition, in place of all n [Brandes2007]. The
  /// sum is scaled up to all pairs as in NetworkX: a drawn node lies between pairs of k - 1 other
  /// sources, any other node between pairs of k. With k = n the scores are those of
  /// `betweenness(_:)`. The expected value of an estimate is the true score.
  ///
  /// - Parameters:
  ///   - sourceCount: How many nodes to search from, 1 to n.
  ///   - generator: Draws the nodes.
  ///   - options: Lengths, normalisation, endpoints, execution.
  /// - Returns: Estimates of 0 or more, normalised by the same rule as `betweenness(_:)`. Nil for
  ///   the one source if only one is drawn and endpoints do not count: nothing was seen of it.
  /// - Throws: `GraphError` if the number of sources is out of range, a length is not more than
  ///   zero, or there is not one for each edge.
  /// - Complexity: O(k m) time by hops and O(k (m + n) log n) by lengths; O(n + m) space for each
  ///   of at most 64 chunks.
  public func betweenness(
    fromSampleOf sourceCount: Int, using generator: inout SeededGenerator,
    _ options: BetweennessOptions = BetweennessOptions()
  ) throws(GraphError) -> NodeValues<Double?> {
    guard sourceCount >= 1, sourceCount <= nodeCount else {
      throw .optionOutOfRange(
        name: "the number of sources", value: Double(sourceCount), range: "1 to \(nodeCount)")
    }
    let sources = nodes.shuffled(using: &generator).prefix(sourceCount).sorted()
    var raw = options
    raw.isNormalized = false
    let sums = try betweenness(from: sources, to: nodes, raw).values
    let n = Double(nodeCount)
    let k = Double(sourceCount)
    let ends = options.countsEndpoints
    let isSource = Set(sources)
    // How many sources a node can lie behind, among all and among those drawn.
    let all = ends ? n : n - 1
    let normalization = pairNormalization(
      options.isNormalized, ordered: ends ? n * (n - 1) : (n - 1) * (n - 2),
      rule: ends ? "n (n - 1)" : "(n - 1) (n - 2)")
    let values = nodes.map { node -> Double? in
      if all < 2 { return 0 }
      let drawn = !ends && isSource.contains(node) ? k - 1 : k
      if sourceCount == nodeCount { return sums[node] / (normalization.denominator ?? 1) }
      return drawn > 0 ? sums[node] * all / drawn / (normalization.denominator ?? 1) : nil
    }
    return NodeValues(measure: "betweenness", values: values, normalization: normalization)
  }
}
