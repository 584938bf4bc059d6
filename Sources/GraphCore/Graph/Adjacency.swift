/// The rows of a graph: for each node the nodes at the other ends of its edges, and the edges.
///
/// Row `v` is `offsets[v] ..< offsets[v + 1]` in `targets` and `edges`, sorted by target, then by
/// edge index.
package struct Adjacency: Sendable, Equatable {
  /// Where each row begins; one entry more than there are nodes.
  package let offsets: [Int]
  /// The node at the other end of each entry.
  package let targets: [Int32]
  /// The edge index of each entry.
  package let edges: [Int32]

  /// One row entry for each edge, in the row of its near end.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of rows.
  ///   - near: By edge index, the node in whose row the edge stands.
  ///   - far: By edge index, the node to which the entry points.
  init(nodeCount: Int, from near: [Int32], to far: [Int32]) {
    let indices = near.indices.map { Int32(truncatingIfNeeded: $0) }
    self.init(nodeCount: nodeCount, near: near, far: far, edges: indices)
  }

  /// Each edge in the rows of both its ends; a loop once.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of rows.
  ///   - first: By edge index, one end.
  ///   - second: By edge index, the other end.
  init(nodeCount: Int, joining first: [Int32], and second: [Int32]) {
    var near: [Int32] = []
    var far: [Int32] = []
    var edges: [Int32] = []
    near.reserveCapacity(2 * first.count)
    far.reserveCapacity(2 * first.count)
    edges.reserveCapacity(2 * first.count)
    for edge in first.indices {
      near.append(first[edge])
      far.append(second[edge])
      edges.append(Int32(truncatingIfNeeded: edge))
      if first[edge] != second[edge] {
        near.append(second[edge])
        far.append(first[edge])
        edges.append(Int32(truncatingIfNeeded: edge))
      }
    }
    self.init(nodeCount: nodeCount, near: near, far: far, edges: edges)
  }

  /// Sorts entries, given in the order of their edges, by far end and then by near end, each time
  /// stably by counting: rows come out sorted by target, then by edge.
  private init(nodeCount: Int, near: [Int32], far: [Int32], edges: [Int32]) {
    let byFar = Self.stableOrder(Array(near.indices), by: far, buckets: nodeCount)
    let byNear = Self.stableOrder(byFar.order, by: near, buckets: nodeCount)
    offsets = byNear.offsets
    targets = byNear.order.map { far[$0] }
    self.edges = byNear.order.map { edges[$0] }
  }

  /// A stable counting sort of `entries` by `key[entry]`.
  private static func stableOrder(
    _ entries: [Int], by key: [Int32], buckets: Int
  ) -> (order: [Int], offsets: [Int]) {
    var offsets = [Int](repeating: 0, count: buckets + 1)
    for entry in entries { offsets[Int(key[entry]) + 1] += 1 }
    for bucket in 0..<buckets { offsets[bucket + 1] += offsets[bucket] }
    var next = offsets
    var order = [Int](repeating: 0, count: entries.count)
    for entry in entries {
      let bucket = Int(key[entry])
      order[next[bucket]] = entry
      next[bucket] += 1
    }
    return (order, offsets)
  }

  /// The positions of a node's row.
  @inline(__always)
  package func row(_ node: Int) -> Range<Int> {
    Range(uncheckedBounds: (offsets[node], offsets[node + 1]))
  }
}
