/// The pairs of different nodes in a fixed order: by tail, then by head.
///
/// In an undirected graph a pair has its smaller node as tail.
struct NodePairs {
  let nodeCount: Int
  let isDirected: Bool
  private var tail = 0
  /// The position of the first pair with this tail.
  private var rowStart = 0

  init(nodeCount: Int, isDirected: Bool) {
    self.nodeCount = nodeCount
    self.isDirected = isDirected
  }

  /// The number of pairs.
  var count: Int {
    isDirected
      ? nodeCount * max(nodeCount - 1, 0) : nodeCount * max(nodeCount - 1, 0) / 2
  }

  /// The pair at a position, which must not be before the one asked for last.
  ///
  /// A walk over all positions takes O(n) steps more than it asks for pairs.
  @inline(__always)
  mutating func pair(at position: Int) -> (tail: Int, head: Int) {
    while position - rowStart >= rowLength {
      rowStart += rowLength
      tail += 1
    }
    let offset = position - rowStart
    if isDirected { return (tail, offset < tail ? offset : offset + 1) }
    return (tail, tail + 1 + offset)
  }

  private var rowLength: Int { isDirected ? nodeCount - 1 : nodeCount - 1 - tail }
}
