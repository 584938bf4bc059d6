/// The nodes of a graph divided into classes.
///
/// Classes are numbered from 0 by their first node.
public struct NodeClasses: Sendable, Equatable {
  /// By node index, the number of its class.
  public let labels: [Int]
  /// The number of classes.
  public let count: Int

  init(_ labels: DenseLabels) {
    self.labels = labels.labels.map(Int.init)
    count = labels.count
  }

  /// By class, its nodes in ascending order.
  ///
  /// - Complexity: O(n).
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (node, label) in labels.enumerated() { members[label].append(node) }
    return members
  }
}
