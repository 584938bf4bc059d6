import Synchronization

/// The nodes of a graph divided into components.
///
/// Components are numbered by their smallest node.
public struct Components: Sendable, Equatable {
  /// By node index, the number of its component.
  public let labels: [Int]
  /// By component, how many nodes it has.
  public let sizes: [Int]

  private let lists: MemberLists

  /// Renumbers labels by the smallest node of each.
  ///
  /// - Parameter rough: By node index, any label from 0 up to, but not including, the number of
  ///   nodes.
  init(labels rough: [Int32]) {
    var number = [Int32](repeating: -1, count: rough.count)
    var sizes: [Int] = []
    labels = [Int](filling: rough.count) { labels, count in
      rough.withUnsafeBufferPointer { rough in
        number.withUnsafeMutableBufferPointer { number in
          for node in rough.indices {
            let label = Int(rough[node])
            if number[label] < 0 {
              number[label] = Int32(sizes.count)
              sizes.append(0)
            }
            labels[node] = Int(number[label])
          }
        }
      }
      count = rough.count
    }
    for label in labels { sizes[label] += 1 }
    self.sizes = sizes
    lists = MemberLists()
  }

  /// By component, its nodes in ascending order.
  ///
  /// - Complexity: O(n) when it is first asked for, O(1) from then on.
  public var members: [[Int]] { lists.members(labels: labels, sizes: sizes) }

  /// The number of components.
  public var count: Int { sizes.count }

  /// The largest component; of several, the one with the smallest node. Nil in a graph without
  /// nodes.
  ///
  /// - Complexity: O(n).
  public var largest: [Int]? {
    guard let size = sizes.max(), let label = sizes.firstIndex(of: size) else { return nil }
    return labels.indices.filter { labels[$0] == label }
  }

  /// Whether two nodes are in one component.
  ///
  /// - Parameters:
  ///   - first: A node index.
  ///   - second: A node index.
  /// - Returns: True if both have the same label.
  public func joins(_ first: Int, _ second: Int) -> Bool { labels[first] == labels[second] }

  /// Whether two divisions are the same.
  ///
  /// - Parameters:
  ///   - left: A division.
  ///   - right: Another.
  /// - Returns: True if the labels are equal; all else follows from them.
  public static func == (left: Components, right: Components) -> Bool {
    left.labels == right.labels
  }
}

/// The nodes of each component, made when they are first asked for: many questions need only labels
/// and sizes, and a list for each of a million nodes costs more than the search.
private final class MemberLists: Sendable {
  private final class Made: Sendable {
    let members: [[Int]]
    init(_ members: [[Int]]) { self.members = members }
  }

  private let made = AtomicLazyReference<Made>()

  /// Two threads that ask at once both make the lists, and one result is kept: they are equal.
  func members(labels: [Int], sizes: [Int]) -> [[Int]] {
    if let made = made.load() { return made.members }
    var members = sizes.map { size in
      var nodes: [Int] = []
      nodes.reserveCapacity(size)
      return nodes
    }
    for (node, label) in labels.enumerated() { members[label].append(node) }
    return made.storeIfNil(Made(members)).members
  }
}
