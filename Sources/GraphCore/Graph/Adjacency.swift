import Synchronization

/// The rows of a graph: for each node the nodes at the other ends of its edges, and the edges.
///
/// Row `v` is `offsets[v] ..< offsets[v + 1]` in `targets` and `edges`, sorted by target, then by
/// edge index.
package struct Adjacency: Sendable {
  /// Where each row begins; one entry more than there are nodes.
  package let offsets: Column<Int>
  /// The node at the other end of each entry.
  package let targets: Column<Int32>

  private let edgeColumn: EdgeColumn

  /// The edge index of each entry.
  ///
  /// It is made when it is first asked for, by whichever thread, and then kept: an unweighted graph
  /// of many million edges often does without. Take it into a constant before a loop.
  ///
  /// - Complexity: O(n + m) the first time, O(1) from then on.
  package var edges: Column<Int32> { edgeColumn.values }

  /// One row entry for each edge, in the row of its near end.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of rows.
  ///   - near: By edge index, the node in whose row the edge stands.
  ///   - far: By edge index, the node to which the entry points.
  init(nodeCount: Int, from near: Column<Int32>, to far: Column<Int32>) {
    let rows = RowSort.rows(
      of: EdgeEnds(near: near, far: far, isTwoWay: false), rowCount: nodeCount,
      isSortedByValue: true)
    self.init(offsets: rows.offsets, targets: rows.values, near: near, far: far, isTwoWay: false)
  }

  /// Each edge in the rows of both its ends; a loop once.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of rows.
  ///   - first: By edge index, one end.
  ///   - second: By edge index, the other end.
  init(nodeCount: Int, joining first: Column<Int32>, and second: Column<Int32>) {
    let rows = RowSort.rows(
      of: EdgeEnds(near: first, far: second, isTwoWay: true), rowCount: nodeCount,
      isSortedByValue: true)
    self.init(offsets: rows.offsets, targets: rows.values, near: first, far: second, isTwoWay: true)
  }

  /// Rows that are known, as from a file; the caller has checked that they fit the edges.
  ///
  /// - Parameters:
  ///   - offsets: Where each row begins.
  ///   - targets: The node at the other end of each entry.
  ///   - near: By edge index, the node in whose row the edge stands.
  ///   - far: By edge index, the other node.
  ///   - isTwoWay: Whether each edge stands in the rows of both its ends.
  init(
    offsets: Column<Int>, targets: Column<Int32>, near: Column<Int32>, far: Column<Int32>,
    isTwoWay: Bool
  ) {
    self.offsets = offsets
    self.targets = targets
    edgeColumn = EdgeColumn(
      nodeCount: offsets.count - 1, near: near, far: far, isTwoWay: isTwoWay)
  }

  /// The positions of a node's row.
  @inline(__always)
  package func row(_ node: Int) -> Range<Int> {
    Range(uncheckedBounds: (offsets[node], offsets[node + 1]))
  }

  /// Gives the rows as memory, for loops that are to be fast.
  ///
  /// - Parameter body: Uses the offsets and the targets; it must not keep them.
  /// - Returns: What `body` returns.
  @inline(__always)
  func withUnsafeRows<Result>(
    _ body: (_ offsets: UnsafeBufferPointer<Int>, _ targets: UnsafeBufferPointer<Int32>) -> Result
  ) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { targets in body(offsets, targets) }
    }
  }

  /// The rows cut into parts of about as many entries, for work that is shared between threads.
  ///
  /// - Parameter most: The most parts that are wanted; few entries make one.
  /// - Returns: Ranges of rows that depend on the rows alone.
  func parts(most: Int = 64) -> [Range<Int>] {
    let count = targets.count + offsets.count < 1 << 14 ? 1 : most
    let bounds =
      [0]
      + (0..<count).dropFirst().map { firstRow(at: targets.count * $0 / count) }
      + [offsets.count - 1]
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }

  /// The first row that begins at an entry or after it.
  private func firstRow(at entry: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The edge indices of rows, made when first asked for.
private final class EdgeColumn: Sendable {
  private final class Made: Sendable {
    let values: Column<Int32>
    init(_ values: Column<Int32>) { self.values = values }
  }

  private let nodeCount: Int
  private let near: Column<Int32>
  private let far: Column<Int32>
  private let isTwoWay: Bool
  private let made = AtomicLazyReference<Made>()

  init(nodeCount: Int, near: Column<Int32>, far: Column<Int32>, isTwoWay: Bool) {
    self.nodeCount = nodeCount
    self.near = near
    self.far = far
    self.isTwoWay = isTwoWay
  }

  /// Two threads that ask at once both make it, and one result is kept: they are equal.
  var values: Column<Int32> {
    if let made = made.load() { return made.values }
    return made.storeIfNil(Made(make())).values
  }

  /// Sorts the edges by far end and then by near end, each time keeping the order that was: rows
  /// come out sorted by target, then by edge.
  private func make() -> Column<Int32> {
    let byFar = RowSort.rows(
      of: EdgesByFarEnd(near: near, far: far, isTwoWay: isTwoWay), rowCount: nodeCount)
    return RowSort.rows(
      of: EdgesByNearEnd(rows: byFar, near: near, far: far), rowCount: nodeCount
    ).values
  }
}

/// For each edge its far end in the row of its near end; if two-way, the near end in the row of the
/// far end as well.
private struct EdgeEnds: RowSort.Entries {
  let near: Column<Int32>
  let far: Column<Int32>
  let isTwoWay: Bool

  var count: Int { near.count }
  var entryCount: Int { isTwoWay ? 2 * near.count : near.count }

  @inline(__always)
  func visit(_ block: Range<Int>, _ body: (_ row: Int32, _ value: Int32) -> Void) {
    near.withUnsafeBufferPointer { near in
      far.withUnsafeBufferPointer { far in
        for edge in block {
          body(near[edge], far[edge])
          if isTwoWay, near[edge] != far[edge] { body(far[edge], near[edge]) }
        }
      }
    }
  }
}

/// For each edge its index in the row of its far end; if two-way, of its near end as well.
private struct EdgesByFarEnd: RowSort.Entries {
  let near: Column<Int32>
  let far: Column<Int32>
  let isTwoWay: Bool

  var count: Int { near.count }
  var entryCount: Int { isTwoWay ? 2 * near.count : near.count }

  @inline(__always)
  func visit(_ block: Range<Int>, _ body: (_ row: Int32, _ value: Int32) -> Void) {
    for edge in block {
      let index = Int32(truncatingIfNeeded: edge)
      body(far[edge], index)
      if isTwoWay, near[edge] != far[edge] { body(near[edge], index) }
    }
  }
}

/// Edges that stand in the rows of their far ends, to be put into those of their near ends.
private struct EdgesByNearEnd: RowSort.Entries {
  let rows: (offsets: Column<Int>, values: Column<Int32>)
  let near: Column<Int32>
  let far: Column<Int32>

  var count: Int { rows.offsets.count - 1 }
  var entryCount: Int { rows.values.count }

  @inline(__always)
  func visit(_ block: Range<Int>, _ body: (_ row: Int32, _ value: Int32) -> Void) {
    for node in block {
      for entry in rows.offsets[node]..<rows.offsets[node + 1] {
        let edge = rows.values[entry]
        // The end that is not this node; of a loop, the node itself.
        body(near[Int(edge)] ^ far[Int(edge)] ^ Int32(truncatingIfNeeded: node), edge)
      }
    }
  }
}
