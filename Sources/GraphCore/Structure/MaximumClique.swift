extension Graph {
  /// A largest clique: most nodes that are all joined to each other.
  ///
  /// Branch and bound: nodes are colored so that no two neighbors share a color, and no clique has
  /// more nodes than there are colors [Tomita2003]; sets are bits [SanSegundo2011]. It is looked for
  /// among the later neighbors of each node in an order of degeneracy, the densest part first.
  /// Direction is ignored, loops are left out and parallel edges are one.
  ///
  /// - Parameter execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The nodes, ascending; of several largest cliques the choice follows from the graph
  ///   alone. None for a graph without nodes.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: Exponential in the degeneracy d at worst, and far from it in most networks;
  ///   O(n + m + d^2) space.
  public func maximumClique(execution: Execution = Execution()) throws(GraphError) -> [Int] {
    let rows = CliqueRows(self)
    var search = LargestCliqueSearch(rows)
    for place in nodes.reversed() {
      if place % 1_024 == 0 {
        try Execution.checkCancellation()
        execution.progress?(1 - Double(place + 1) / Double(nodeCount))
      }
      try search.run(at: place)
    }
    return search.best.map(Int.init).sorted()
  }
}

/// Looks among the later neighbors of one node after another for a clique larger than the best.
private struct LargestCliqueSearch {
  private(set) var best: [Int32] = []

  private let rows: CliqueRows
  private var numbers: [Int32]
  /// The later neighbors of the node in hand, those with most neighbors among them first.
  private var members: [Int32] = []
  private var joined = BitRows()
  /// By depth, those that can still be added.
  private var possible = BitRows()
  /// What coloring has left, and what it may still put into a color.
  private var uncolored = BitRows()
  /// By depth, those to try and their colors, the last first; one list after the other.
  private var toTry: [Int32] = []
  private var colors: [Int32] = []
  private var starts: [Int] = []
  private var chosen: [Int32] = []
  private var steps = 0

  init(_ rows: CliqueRows) {
    self.rows = rows
    numbers = [Int32](repeating: -1, count: rows.order.count)
  }

  mutating func run(at place: Int) throws(GraphError) {
    let root = rows.order[place]
    let later = rows.entries(of: Int(root))
    if best.isEmpty { best = [root] }
    guard later.count >= best.count else { return }
    number(later)
    possible.reset(rows: 1, width: members.count)
    uncolored.reset(rows: 2, width: members.count)
    for number in members.indices { possible.insert(number, intoRow: 0) }
    chosen.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    toTry.removeAll(keepingCapacity: true)
    colors.removeAll(keepingCapacity: true)
    pushColoring()
    while let start = starts.last {
      let depth = starts.count - 1
      // With the root, those chosen, and one of each color left, it must be more than the best.
      guard toTry.count > start, let color = colors.last, let number = toTry.popLast(),
        chosen.count + 1 + Int(color) > best.count
      else {
        toTry.removeLast(toTry.count - start)
        colors.removeLast(colors.count - start)
        starts.removeLast()
        if !chosen.isEmpty { chosen.removeLast() }
        continue
      }
      colors.removeLast()
      steps += 1
      if steps % 4_096 == 0 { try Execution.checkCancellation() }
      possible.grow(toRows: depth + 2)
      var any: UInt64 = 0
      for word in 0..<possible.words {
        possible[depth + 1, word] = possible[depth, word] & joined[Int(number), word]
        any |= possible[depth + 1, word]
      }
      possible.remove(Int(number), fromRow: depth)
      if any != 0 {
        chosen.append(number)
        pushColoring()
      } else if chosen.count + 2 > best.count {
        best = [root, members[Int(number)]] + chosen.map { members[Int($0)] }
      }
    }
  }

  private mutating func number(_ later: Range<Int>) {
    for entry in later { numbers[Int(rows.later[entry])] = 0 }
    // First the degrees among them, then the numbers by degree.
    for entry in later {
      let node = Int(rows.later[entry])
      for next in rows.entries(of: node) {
        let neighbor = Int(rows.later[next])
        guard numbers[neighbor] >= 0 else { continue }
        numbers[neighbor] += 1
        numbers[node] += 1
      }
    }
    members.removeAll(keepingCapacity: true)
    members.append(contentsOf: rows.later[later])
    members.sort { (-numbers[Int($0)], $0) < (-numbers[Int($1)], $1) }
    for number in members.indices {
      numbers[Int(members[number])] = Int32(truncatingIfNeeded: number)
    }
    joined.reset(rows: members.count, width: members.count)
    for number in members.indices {
      for next in rows.entries(of: Int(members[number])) {
        let other = Int(numbers[Int(rows.later[next])])
        guard other >= 0 else { continue }
        joined.insert(other, intoRow: number)
        joined.insert(number, intoRow: other)
      }
    }
    for node in members { numbers[Int(node)] = -1 }
  }

  /// Colors those that can be added at a new depth; of those whose color leads to nothing larger
  /// than the best, none is tried.
  private mutating func pushColoring() {
    let depth = starts.count
    starts.append(toTry.count)
    let leastColor = best.count - chosen.count
    var color = 0
    for word in 0..<possible.words { uncolored[0, word] = possible[depth, word] }
    while uncolored.first(inRow: 0) != nil {
      color += 1
      for word in 0..<uncolored.words { uncolored[1, word] = uncolored[0, word] }
      while let number = uncolored.first(inRow: 1) {
        uncolored.remove(number, fromRow: 0)
        uncolored.remove(number, fromRow: 1)
        for word in 0..<uncolored.words { uncolored[1, word] &= ~joined[number, word] }
        if color >= leastColor {
          toTry.append(Int32(truncatingIfNeeded: number))
          colors.append(Int32(truncatingIfNeeded: color))
        }
      }
    }
  }
}
