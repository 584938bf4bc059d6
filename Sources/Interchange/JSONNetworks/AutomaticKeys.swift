import GraphCore

/// The keys by which NetworkX tells parallel edges apart. Those that it gives by itself, 0, 1, 2 for the
/// edges of one pair, say nothing: they are left out on reading and given again on writing.
struct AutomaticKeys {
  private var counts: [UInt64: Int32] = [:]
  /// The edges that had a key so far, and the keys, as long as all are what NetworkX gives.
  private var rows: [Int32] = []
  private var keys: [Int32] = []
  private var isAutomatic = true

  /// Takes the key of an edge.
  ///
  /// - Returns: Whether it says something, and the keys of these earlier edges too.
  mutating func take(
    _ key: Int?, edge: Int, _ tail: Int, _ head: Int, isDirected: Bool
  ) -> (isKept: Bool, earlier: [(edge: Int, key: Int)]) {
    guard isAutomatic else { return (true, []) }
    let next = number(tail, head, isDirected: isDirected)
    if key == next {
      rows.append(Int32(edge))
      keys.append(Int32(next))
      return (false, [])
    }
    isAutomatic = false
    let earlier = zip(rows, keys).map { (edge: Int($0), key: Int($1)) }
    (rows, keys, counts) = ([], [], [:])
    return (true, earlier)
  }

  /// The next number for a pair of nodes.
  mutating func number(_ tail: Int, _ head: Int, isDirected: Bool) -> Int {
    let (first, second) = isDirected || tail <= head ? (tail, head) : (head, tail)
    let pair =
      UInt64(UInt32(truncatingIfNeeded: first)) << 32 | UInt64(UInt32(truncatingIfNeeded: second))
    let count = counts[pair, default: 0]
    counts[pair] = count &+ 1
    return Int(count)
  }

  /// Whether a network has parallel edges.
  static func isMultiple(_ network: PlainNetwork) -> Bool {
    var keys = AutomaticKeys()
    return network.edges.contains { edge in
      keys.number(edge.tail, edge.head, isDirected: network.isDirected) > 0
    }
  }

  /// The keys to write with a network; `nil` if it has no parallel edges and no keys of its own.
  static func keys(of network: PlainNetwork) -> [AttributeValue]? {
    let column = network.edgeAttributes["key"]
    var automatic = AutomaticKeys()
    var keys: [AttributeValue] = []
    var isMultiple = false
    keys.reserveCapacity(network.edges.count)
    for (row, edge) in network.edges.enumerated() {
      let number = automatic.number(edge.tail, edge.head, isDirected: network.isDirected)
      let own = column?[row]
      if number > 0 || (own != nil && own != .integer(number)) { isMultiple = true }
      keys.append(own ?? .integer(number))
    }
    return isMultiple ? keys : nil
  }
}

extension JSONNetworkReader {
  /// Keeps the key of an edge, if it says anything.
  mutating func takeKey(
    _ field: JSONRecord.Field, edge: Int, _ tail: Int, _ head: Int, _ cursor: JSONCursor
  ) throws(Fault) {
    let number = field.kind == .number ? cursor.integer(field.digits) : nil
    let taken = keys.take(
      number, edge: edge, tail, head, isDirected: builder.isDirected ?? true)
    guard taken.isKept else { return }
    for (row, key) in taken.earlier {
      builder.edges.set(.integer(key), column: builder.edges.column("key"), row: row)
    }
    if try !edges.put(field, in: &builder.edges, row: edge, cursor) { countMissing() }
  }
}
