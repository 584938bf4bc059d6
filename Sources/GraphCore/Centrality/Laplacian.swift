extension Graph {
  /// The Laplacian centrality of each node: how much of the graph's Laplacian energy goes with it.
  ///
  /// The energy is the sum of the squares of the Laplacian's entries, which is that of its
  /// eigenvalues' squares; the score is by how much it falls when the node is taken away [Qi2012].
  /// In an undirected graph that is d^2 plus, for each neighbour, w^2 + 2 d' w, where d and d' are
  /// the strengths of the node and the neighbour, and w the weight between them.
  ///
  /// In a directed graph the Laplacian is that of a random walk [Chung2005], as in NetworkX: along
  /// the edges if these lead from each node to each, waiting at every other step if all cycles have
  /// a common divisor, and otherwise as in PageRank with a damping of 0.95.
  ///
  /// Parallel edges are one, their weights summed. Loops cancel out in an undirected graph; in a
  /// directed one the walk stays there.
  ///
  /// - Parameters:
  ///   - isNormalized: Whether to divide by the energy of the whole graph.
  ///   - usesWeights: Whether edges count by weight, which must be 0 or more.
  /// - Returns: Scores of 0 or more in an undirected graph, normalised at most 1. Without an edge
  ///   that counts, all are raw and 0; a single node with a loop keeps no energy and scores 0.
  /// - Throws: `GraphError.unusableWeight` if a weight that is used is negative.
  /// - Complexity: O(n + m) time in an undirected graph. In a directed one O(n^2) time for the
  ///   entries, which are not kept, and O(m k) for k rounds of the walk; O(n + m) space.
  public func laplacianCentrality(
    isNormalized: Bool = true, usesWeights: Bool = false
  ) throws(GraphError) -> NodeValues<Double> {
    let weights = usesWeights ? try checkedWeights(.notNegative) : nil
    let kept = edges.indices.filter { (weights?[$0] ?? 1) > 0 }
    guard !kept.isEmpty else {
      return NodeValues(measure: "laplacian", values: [Double](repeating: 0, count: nodeCount))
    }
    let counted = Graph(
      nodeCount: nodeCount, tails: kept.map { tails[$0] }, heads: kept.map { heads[$0] },
      weights: kept.map { weights?[$0] ?? 1 }, isDirected: isDirected)
    let drops = isDirected ? try LaplacianWalk(counted).energyDrops() : counted.energyDrops()
    return NodeValues(
      measure: "laplacian", values: drops.values,
      normalization: isNormalized && drops.energy > 0
        ? Normalization(rule: "Laplacian energy", denominator: drops.energy) : .raw
    )
    .scaled()
  }

  /// The energy of a weighted undirected graph, and by how much it falls without each node.
  private func energyDrops() -> (values: [Double], energy: Double) {
    let simple = simplified()
    let strengths = simple.strength().values
    var drops = strengths.map { $0 * $0 }
    var energy = drops.reduce(0, +)
    for edge in simple.edges {
      let weight = edge.weight ?? 1
      drops[edge.tail] += weight * weight + 2 * strengths[edge.head] * weight
      drops[edge.head] += weight * weight + 2 * strengths[edge.tail] * weight
      energy += 2 * weight * weight
    }
    return (drops, energy)
  }
}
