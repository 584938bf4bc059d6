/// A simple undirected graph in an order of degeneracy, each edge at its earlier end: what the
/// searches for cliques go over.
struct CliqueRows: Sendable {
  let graph: Graph
  /// The nodes in order.
  let order: [Int32]
  /// By node, its place in the order.
  let places: [Int32]
  /// By node, where the row of its later neighbors begins; one entry more than there are nodes.
  let offsets: [Int]
  let later: [Int32]

  /// - Complexity: O(n + m).
  init(_ graph: Graph) {
    let simple = graph.withSimpleRows()
    let order = simple.peelingOrder()
    var places = [Int32](repeating: 0, count: order.count)
    for (place, node) in order.enumerated() {
      places[Int(node)] = Int32(truncatingIfNeeded: place)
    }
    var offsets = [Int](repeating: 0, count: order.count + 1)
    let later = simple.outgoing.withUnsafeRows { starts, targets in
      [Int32](filling: simple.edgeCount) { later, count in
        for node in places.indices {
          let place = places[node]
          for entry in starts[node]..<starts[node + 1] {
            let neighbor = targets[entry]
            if places[Int(neighbor)] > place {
              later[count] = neighbor
              count += 1
            }
          }
          offsets[node + 1] = count
        }
      }
    }
    self.graph = simple
    self.order = order
    self.places = places
    self.offsets = offsets
    self.later = later
  }

  /// Where in `later` the neighbors of a node stand that come after it, ascending: no more than the
  /// degeneracy.
  @inline(__always)
  func entries(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

  /// The neighbors of a node that come after it, ascending; loops that are to be fast go over the entries.
  @inline(__always)
  func laterNeighbors(of node: Int) -> ArraySlice<Int32> { later[entries(of: node)] }
}

/// Sets of small numbers as bits, many of the same width one after the other.
struct BitRows {
  private(set) var words = 1
  private(set) var bits: [UInt64] = []

  /// Begins anew with empty sets.
  mutating func reset(rows: Int, width: Int) {
    words = max((width + 63) / 64, 1)
    bits.removeAll(keepingCapacity: true)
    bits.append(contentsOf: repeatElement(0, count: rows * words))
  }

  /// Makes room for a number of sets, the new ones empty.
  mutating func grow(toRows rows: Int) {
    let missing = rows * words - bits.count
    if missing > 0 { bits.append(contentsOf: repeatElement(0, count: missing)) }
  }

  @inline(__always)
  mutating func insert(_ member: Int, intoRow row: Int) {
    bits[row * words + member >> 6] |= 1 << UInt64(member & 63)
  }

  @inline(__always)
  mutating func remove(_ member: Int, fromRow row: Int) {
    bits[row * words + member >> 6] &= ~(1 << UInt64(member & 63))
  }

  @inline(__always)
  func contains(_ member: Int, inRow row: Int) -> Bool {
    bits[row * words + member >> 6] >> UInt64(member & 63) & 1 == 1
  }

  @inline(__always)
  subscript(row: Int, word: Int) -> UInt64 {
    get { bits[row * words + word] }
    set { bits[row * words + word] = newValue }
  }

  /// The smallest member of a set, or nil of an empty one.
  @inline(__always)
  func first(inRow row: Int) -> Int? {
    for word in 0..<words where self[row, word] != 0 {
      return word << 6 + self[row, word].trailingZeroBitCount
    }
    return nil
  }

  /// How many members a set has.
  @inline(__always)
  func count(inRow row: Int) -> Int {
    (0..<words).reduce(0) { $0 + self[row, $1].nonzeroBitCount }
  }
}
