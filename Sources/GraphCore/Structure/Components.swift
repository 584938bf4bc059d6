/// The nodes of a graph divided into components.
///
/// Components are numbered by their smallest node.
public struct Components: Sendable, Equatable {
  /// By node index, the number of its component.
  public let labels: [Int]
  /// By component, its nodes in ascending order.
  public let members: [[Int]]

  /// Renumbers labels by the smallest node of each.
  init(labels rough: [Int32]) {
    var labels: [Int] = []
    labels.reserveCapacity(rough.count)
    var number = [Int](repeating: -1, count: rough.count)
    var members: [[Int]] = []
    for (node, label) in rough.enumerated() {
      if number[Int(label)] < 0 {
        number[Int(label)] = members.count
        members.append([])
      }
      labels.append(number[Int(label)])
      members[number[Int(label)]].append(node)
    }
    self.labels = labels
    self.members = members
  }

  /// The number of components.
  public var count: Int { members.count }

  /// The largest component; of several, the one with the smallest node. Nil in a graph without
  /// nodes.
  public var largest: [Int]? {
    members.indices.max { left, right in
      (members[left].count, -left) < (members[right].count, -right)
    }.map { members[$0] }
  }

  /// Whether two nodes are in one component.
  ///
  /// - Parameters:
  ///   - first: A node index.
  ///   - second: A node index.
  /// - Returns: True if both have the same label.
  public func joins(_ first: Int, _ second: Int) -> Bool { labels[first] == labels[second] }
}
