extension ContactSequence {
  /// The temporal betweenness of each node: how many time-respecting paths of fewest contacts lead
  /// through it.
  ///
  /// Summed over the ordered pairs of other nodes, the share of the paths of fewest contacts from the
  /// first to the second on which the node lies between [Buss2020]. Paths are lists of contacts, so
  /// contacts side by side are routes of their own.
  ///
  /// - Parameters:
  ///   - window: From when to when: no contact of a path begins before or ends after it. Nil for all.
  ///   - isNormalized: Whether to divide by (n - 1) (n - 2), the number of pairs of others.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw sums from 0 to (n - 1) (n - 2); normalised ones from 0 to 1.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(c log c + n (n + c)) time for c contacts, since the contacts that can follow one
  ///   are the last in the row of its end; O(n + c) space for each of at most 64 chunks.
  public func temporalBetweenness(
    within window: ClosedRange<Double>? = nil, isNormalized: Bool = true,
    execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double> {
    let rows = ContactRows(self, window)
    let zeros = [Double](repeating: 0, count: nodeCount)
    let work = ChunkedWork(count: nodeCount, execution: execution)
    let sums = try work.joined(into: zeros) { chunk -> [Double] in
      var search = TemporalPathCount(rows, nodeCount: nodeCount)
      for source in chunk { search.add(from: source) }
      return search.scores
    } join: { whole, part in
      for node in part.indices { whole[node] += part[node] }
    }
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2)
    return NodeValues(
      measure: "temporal-betweenness", values: sums,
      normalization: isNormalized && nodeCount > 2
        ? Normalization(rule: "(n - 1) (n - 2)", denominator: pairs) : .raw
    )
    .scaled()
  }
}

/// The arcs by tail, then by start.
private struct ContactRows: Sendable {
  let arcs: [ContactSequence.Arc]
  /// By node, where its row begins.
  let offsets: [Int]
  /// By arc, the first in the row of its head that can follow it, with all after that one.
  let following: [Int]

  init(_ sequence: ContactSequence, _ window: ClosedRange<Double>?) {
    var offsets = [Int](repeating: 0, count: sequence.nodeCount + 1)
    let given = Array(sequence.arcs(within: window))
    for arc in given { offsets[Int(arc.tail) + 1] += 1 }
    for node in 0..<sequence.nodeCount { offsets[node + 1] += offsets[node] }
    var places = offsets
    var order = [Int](repeating: 0, count: given.count)
    for (index, arc) in given.enumerated() {
      order[places[Int(arc.tail)]] = index
      places[Int(arc.tail)] += 1
    }
    let arcs = order.map { given[$0] }
    self.arcs = arcs
    self.offsets = offsets
    following = arcs.map { arc in
      var (low, high) = (offsets[Int(arc.head)], offsets[Int(arc.head) + 1])
      while low < high {
        let middle = (low + high) / 2
        let next = arcs[middle].start
        if next >= arc.end, next > arc.start { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }
}

/// Counts paths of fewest contacts, the last contact being what tells them apart.
private struct TemporalPathCount {
  /// The arcs of one row that are reached in one round.
  private struct Reached {
    let node: Int
    let arcs: Range<Int>
  }

  private let rows: ContactRows
  private(set) var scores: [Double]
  /// By arc, the number of paths of fewest contacts that end with it.
  private var counts: [Double]
  /// By arc, what is to be added to the count of it and those after it.
  private var added: [Double]
  /// By arc, the share of pairs whose paths use it, over its count; then summed from the end of its
  /// range.
  private var shares: [Double]
  /// By node, where the part of its row begins that has been reached.
  private var reachedFrom: [Int]
  private var nextFrom: [Int]
  /// By node, the round in which it was reached first, or -1, and the number of paths to it.
  private var rounds: [Int32]
  private var pathCounts: [Double]
  /// By node, where its arcs of the round after the present one end.
  private var ends: [Int]

  init(_ rows: ContactRows, nodeCount: Int) {
    self.rows = rows
    scores = [Double](repeating: 0, count: nodeCount)
    counts = [Double](repeating: 0, count: rows.arcs.count)
    added = counts
    shares = counts
    reachedFrom = [Int](repeating: 0, count: nodeCount)
    nextFrom = reachedFrom
    rounds = [Int32](repeating: -1, count: nodeCount)
    pathCounts = scores
    ends = reachedFrom
  }

  /// Adds what the paths from a node contribute.
  mutating func add(from source: Int) {
    for node in scores.indices {
      reachedFrom[node] = rows.offsets[node + 1]
      nextFrom[node] = reachedFrom[node]
      rounds[node] = -1
      pathCounts[node] = 0
      ends[node] = 0
    }
    let row = rows.offsets[source]..<rows.offsets[source + 1]
    for arc in row { counts[arc] = 1 }
    rounds[source] = 0
    var levels = [[Reached(node: source, arcs: row)]]
    while let level = levels.last, !level.isEmpty {
      levels.append(next(level, levels.count, source))
    }
    for round in levels.indices.dropLast().reversed() {
      share(levels[round], round + 1, source)
      for reached in levels[round] {
        // Summed up from the end, for the arcs of the round before.
        var sum = 0.0
        for arc in reached.arcs.reversed() {
          sum += shares[arc]
          shares[arc] = sum
        }
      }
      for reached in levels[round + 1] { ends[reached.node] = 0 }
      for reached in levels[round] { ends[reached.node] = reached.arcs.upperBound }
    }
  }

  /// The arcs that follow those of a round and were not reached before.
  private mutating func next(_ level: [Reached], _ round: Int, _ source: Int) -> [Reached] {
    var touched: [Int] = []
    for reached in level {
      for arc in reached.arcs {
        let head = Int(rows.arcs[arc].head)
        if head == source { continue }
        if rounds[head] < 0 { rounds[head] = Int32(truncatingIfNeeded: round) }
        if rounds[head] == round { pathCounts[head] += counts[arc] }
        let first = rows.following[arc]
        guard first < reachedFrom[head] else { continue }
        if nextFrom[head] == reachedFrom[head] { touched.append(head) }
        added[first] += counts[arc]
        nextFrom[head] = min(nextFrom[head], first)
      }
    }
    return touched.map { node in
      let range = nextFrom[node]..<reachedFrom[node]
      var sum = 0.0
      for arc in range {
        sum += added[arc]
        added[arc] = 0
        counts[arc] = sum
      }
      reachedFrom[node] = range.lowerBound
      return Reached(node: node, arcs: range)
    }
  }

  /// For the arcs of a round the share of pairs whose paths use them, over their count, from that of
  /// the round after.
  private mutating func share(_ level: [Reached], _ round: Int, _ source: Int) {
    for reached in level {
      for arc in reached.arcs {
        let head = Int(rows.arcs[arc].head)
        shares[arc] = 0
        if head == source { continue }
        let first = rows.following[arc]
        let onward = first < ends[head] ? shares[first] : 0
        scores[head] += counts[arc] * onward
        shares[arc] = onward + (rounds[head] == round ? 1 / pathCounts[head] : 0)
      }
    }
  }
}
