/// The nodes of each group of a division, side by side.
struct GroupMembers: Sendable {
  // Group by group; one entry more than there are groups.
  private let starts: [Int]
  private let nodes: [Int32]

  /// Sorts nodes by group.
  ///
  /// - Parameters:
  ///   - groups: By node, its group.
  ///   - order: The order of the nodes of each group, as one of all nodes; nil for ascending.
  /// - Complexity: O(n) time and space.
  init(_ groups: DenseLabels, order: [Int32]?) {
    self.init(groups.labels, groupCount: groups.count, order: order)
  }

  /// Sorts nodes by groups that are numbered from 0.
  ///
  /// - Parameters:
  ///   - labels: By node, its group.
  ///   - groupCount: How many groups there are.
  ///   - order: The order of the nodes of each group, as one of all nodes; nil for ascending.
  /// - Complexity: O(n) time and space.
  init(_ labels: [Int32], groupCount: Int, order: [Int32]? = nil) {
    var starts = [Int](repeating: 0, count: groupCount + 1)
    let nodes = labels.withUnsafeBufferPointer { labels in
      starts.withUnsafeMutableBufferPointer { starts in
        for label in labels { starts[Int(label) + 1] += 1 }
        for group in 0..<groupCount { starts[group + 1] += starts[group] }
        return [Int32](filling: labels.count) { nodes, count in
          // Afterwards each start has moved to the next group's.
          for place in labels.indices {
            let node = order?[place] ?? Int32(truncatingIfNeeded: place)
            let label = Int(labels[Int(node)])
            nodes[starts[label]] = node
            starts[label] += 1
          }
          count = labels.count
          for group in stride(from: groupCount, to: 0, by: -1) {
            starts[group] = starts[group - 1]
          }
          starts[0] = 0
        }
      }
    }
    self.starts = starts
    self.nodes = nodes
  }

  /// The nodes of a group.
  @inline(__always)
  subscript(group: Int) -> ArraySlice<Int32> { nodes[starts[group]..<starts[group + 1]] }

  /// Successive groups put together so that each piece has about as many nodes, or is one group.
  ///
  /// - Parameter count: About how many pieces there are to be.
  /// - Returns: The groups of each piece.
  func pieces(upTo count: Int) -> [Range<Int>] {
    let size = max(nodes.count / count, 16)
    var pieces: [Range<Int>] = []
    var first = 0
    for group in 1..<max(starts.count, 1)
    where group == starts.count - 1 || starts[group + 1] - starts[first] > size {
      pieces.append(first..<group)
      first = group
    }
    return pieces
  }
}
