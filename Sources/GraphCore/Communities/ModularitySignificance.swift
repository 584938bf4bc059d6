extension Graph {
  /// Whether the modularity of a division is more than a search finds in random graphs of the same
  /// degrees.
  ///
  /// Random graphs have divisions of high modularity too, the more so the sparser they are
  /// [Guimera2004]: what counts is not that a division was found but that it is better than what
  /// `leiden(_:)` finds where there is nothing to find. Each random graph is divided anew; to ask for
  /// the modularity of the given groups there would call almost any division significant, since it
  /// was chosen for this graph.
  ///
  /// - Parameters:
  ///   - groups: By node index, any number that names its group.
  ///   - options: Resolution, seed, weights and rounds of the search; it is by modularity.
  ///   - nulls: How random graphs are drawn.
  /// - Returns: The modularity of the division, and the best found in each random graph.
  /// - Throws: `GraphError` if there is not one group for each node, an option is out of range, a
  ///   weight that is used is negative, the graph has loops or parallel edges, or the task has been
  ///   cancelled.
  /// - Complexity: As drawing and dividing, times the samples.
  public func modularitySignificance(
    of groups: [Int], _ options: CommunityOptions = CommunityOptions(),
    nulls: NullOptions = NullOptions()
  ) throws(GraphError) -> NullEnsemble {
    let own = try modularity(
      of: groups, resolution: options.resolution, usesWeights: options.usesWeights)
    var search = options
    search.quality = .modularity
    search.execution = Execution(threads: 1)
    let found = try comparedWithNulls(nulls) { [search] graph throws(GraphError) in
      try graph.leiden(search).quality
    }
    return NullEnsemble(observed: own, samples: found.samples)
  }
}
