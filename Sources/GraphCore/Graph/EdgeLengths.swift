/// What the length of an edge is, for everything that measures distances.
public enum EdgeLengths: Sendable, Equatable {
  /// Every edge has length 1.
  case hops
  /// The weight of an edge is its length: a larger weight is farther.
  case weights
  /// The weight of an edge is a strength, and its length is 1 over it: a larger weight is nearer.
  case inverseWeights
  /// One length for each edge index.
  case values([Double])
}

extension Graph {
  /// The lengths by edge index, or nil where every edge has length 1.
  ///
  /// Weighted lengths of an unweighted graph are hops.
  ///
  /// - Parameters:
  ///   - lengths: What the length of an edge is.
  ///   - needed: What the algorithm asks of each length.
  /// - Returns: The lengths by edge index, or nil for hops.
  /// - Throws: `GraphError` if there is not one length for each edge or one is not as needed.
  package func resolve(
    _ lengths: EdgeLengths, needed: GraphError.NumberNeeded = .notNegative
  ) throws(GraphError) -> [Double]? {
    switch lengths {
    case .hops:
      return nil
    case .weights:
      guard let weights else { return nil }
      for (edge, weight) in weights.enumerated() where !needed.admits(weight) {
        throw .unusableWeight(edge: edge, weight: weight, needed: needed)
      }
      return weights
    case .inverseWeights:
      guard let weights else { return nil }
      for (edge, weight) in weights.enumerated()
      where !GraphError.NumberNeeded.positive.admits(weight) {
        throw .unusableWeight(edge: edge, weight: weight, needed: .positive)
      }
      return weights.map { 1 / $0 }
    case .values(let values):
      guard values.count == edgeCount else {
        throw .wrongCount(of: "edge lengths", expected: edgeCount, actual: values.count)
      }
      for (edge, length) in values.enumerated() where !needed.admits(length) {
        throw .unusableLength(edge: edge, length: length, needed: needed)
      }
      return values
    }
  }

  /// The weights by edge index, or nil where every edge weighs 1.
  ///
  /// - Parameter needed: What the algorithm asks of each weight.
  /// - Returns: The weights, or nil if the graph is unweighted.
  /// - Throws: `GraphError.unusableWeight` if a weight is not as needed.
  func checkedWeights(_ needed: GraphError.NumberNeeded) throws(GraphError) -> [Double]? {
    guard let weights else { return nil }
    for (edge, weight) in weights.enumerated() where !needed.admits(weight) {
      throw .unusableWeight(edge: edge, weight: weight, needed: needed)
    }
    return weights
  }
}

extension GraphError.NumberNeeded {
  /// Whether a number is as needed.
  package func admits(_ number: Double) -> Bool {
    switch self {
    case .finite: number.isFinite
    case .notNegative: number >= 0 && number <= 1e140
    case .positive: number >= 1e-140 && number <= 1e140
    }
  }
}
