/// What is wrong inside a graph; a mistake in this module, never in the data.
package struct BrokenInvariant: Error, Equatable, CustomStringConvertible {
  /// The rule that does not hold.
  package let description: String

  /// Names a rule.
  ///
  /// - Parameter description: The rule that does not hold.
  package init(_ description: String) {
    self.description = description
  }
}

extension Graph {
  /// Checks the rows against the edges.
  ///
  /// Offsets start at 0, never fall, and end at the number of entries; targets and edges are in
  /// range; rows are sorted; each entry is an end of its edge, and each edge stands in the rows of
  /// its ends as often as it must.
  ///
  /// - Throws: `BrokenInvariant` naming the first rule that does not hold.
  /// - Complexity: O(n + m).
  package func checkInvariants() throws(BrokenInvariant) {
    guard heads.count == edgeCount, weights == nil || weights?.count == edgeCount else {
      throw BrokenInvariant("the columns of the edges differ in length")
    }
    try check(outgoing, name: "out", near: tails, far: heads)
    try check(incoming, name: "in", near: heads, far: tails)
  }

  private func check(
    _ adjacency: Adjacency, name: String, near: Column<Int32>, far: Column<Int32>
  ) throws(BrokenInvariant) {
    func require(_ holds: Bool, _ rule: String) throws(BrokenInvariant) {
      if !holds { throw BrokenInvariant("\(name): \(rule)") }
    }
    let offsets = adjacency.offsets
    let entryCount = adjacency.targets.count
    let edges = adjacency.edges
    try require(offsets.count == nodeCount + 1, "one offset for each node and one more")
    try require(offsets.first == 0, "offsets start at 0")
    try require(offsets.last == entryCount, "offsets end at the number of entries")
    try require(edges.count == entryCount, "one edge for each entry")
    try require(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }, "offsets never fall")

    var seen = [Int](repeating: 0, count: edgeCount)
    for node in nodes {
      for entry in adjacency.row(node) {
        let target = adjacency.targets[entry]
        let edge = Int(edges[entry])
        try require(target >= 0 && target < nodeCount, "targets are nodes")
        try require(edge >= 0 && edge < edgeCount, "entries name edges")
        let runsHere = near[edge] == node && far[edge] == target
        let runsBack = !isDirected && far[edge] == node && near[edge] == target
        try require(runsHere || runsBack, "an entry is an end of its edge")
        seen[edge] += 1
        if entry > offsets[node] {
          let previous = (adjacency.targets[entry - 1], edges[entry - 1])
          try require(previous < (target, Int32(edge)), "rows are sorted by target, then by edge")
        }
      }
    }
    for edge in 0..<edgeCount {
      let expected = isDirected || near[edge] == far[edge] ? 1 : 2
      try require(seen[edge] == expected, "each edge stands in the rows of its ends")
    }
  }
}
