/// One value for each pair of nodes, the same in both orders.
public struct PairValues<Value: Sendable>: Sendable {
  /// The name of the measure, such as `euclidean-profile-distance`.
  public let measure: String
  /// The number of nodes.
  public let nodeCount: Int
  /// The values of the pairs (1, 0), (2, 0), (2, 1), (3, 0) and so on.
  public let values: [Value]

  init(measure: String, nodeCount: Int, values: [Value]) {
    precondition(values.count == max(nodeCount * (nodeCount - 1) / 2, 0), "one for each pair")
    self.measure = measure
    self.nodeCount = nodeCount
    self.values = values
  }

  /// The value of a pair.
  ///
  /// - Parameters:
  ///   - first: A node.
  ///   - second: Another.
  /// - Returns: Its value.
  public subscript(first: Int, second: Int) -> Value {
    precondition(first != second, "node \(first) and itself are no pair")
    let (low, high) = (min(first, second), max(first, second))
    return values[high * (high - 1) / 2 + low]
  }
}

extension PairValues: Equatable where Value: Equatable {}
