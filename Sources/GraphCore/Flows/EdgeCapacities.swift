/// How much an edge can carry, for everything that measures flows and cuts.
public enum EdgeCapacities: Sendable, Equatable {
  /// Every edge carries 1.
  case unit
  /// The weight of an edge is what it carries.
  case weights
  /// One capacity for each edge index.
  case values([Double])
}

extension Graph {
  /// The capacities by edge index.
  ///
  /// - Parameter capacities: What an edge can carry.
  /// - Returns: The capacities; 1 for each edge where there are no weights.
  /// - Throws: `GraphError` if there is not one for each edge or one is negative or not finite.
  func resolve(_ capacities: EdgeCapacities) throws(GraphError) -> [Double] {
    let ones = [Double](repeating: 1, count: edgeCount)
    switch capacities {
    case .unit:
      return ones
    case .weights:
      return try checkedWeights(.notNegative) ?? ones
    case .values(let values):
      guard values.count == edgeCount else {
        throw .wrongCount(of: "capacities", expected: edgeCount, actual: values.count)
      }
      for (edge, value) in values.enumerated() where !(value.isFinite && value >= 0) {
        throw .optionOutOfRange(
          name: "the capacity of edge \(edge)", value: value, range: "zero or more")
      }
      return values
    }
  }
}
