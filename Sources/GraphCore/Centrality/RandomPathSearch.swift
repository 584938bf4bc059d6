/// Draws a shortest path by hops between two nodes, each equally likely, by a search from both
/// ends.
///
/// Both searches go on by whole levels and count paths; where their levels meet, a node is drawn by
/// the product of its counts, and from there each step back by the counts of the nodes before.
struct RandomPathSearch {
  /// One of the two searches.
  private struct Side {
    let rows: Adjacency
    /// The rows by which steps lead back towards the root.
    let backRows: Adjacency
    var hops: [Int32]
    var counts: [Double]
    var reached: [Int32] = []
    /// Where the last level begins in `reached`.
    var levelStart = 0
    /// The row entries of the last level: what the next level will cost.
    var levelSize = 0

    mutating func begin(at root: Int) {
      for node in reached { hops[Int(node)] = -1 }
      reached.removeAll(keepingCapacity: true)
      reached.append(Int32(root))
      hops[root] = 0
      counts[root] = 1
      levelStart = 0
      levelSize = rows.row(root).count
    }

    /// Goes on by a level; returns false if there is none.
    mutating func advance() -> Bool {
      let level = levelStart..<reached.count
      levelStart = reached.count
      levelSize = 0
      for place in level {
        let node = Int(reached[place])
        let reach = hops[node] + 1
        for entry in rows.row(node) {
          let target = Int(rows.targets[entry])
          if hops[target] < 0 {
            hops[target] = reach
            counts[target] = counts[node]
            reached.append(Int32(target))
            levelSize += rows.row(target).count
          } else if hops[target] == reach {
            counts[target] += counts[node]
          }
        }
      }
      return levelStart < reached.count
    }

    /// Calls `visit` with each node between a node and the root, along a path drawn by chance.
    func walkBack(
      from node: Int, using generator: inout SeededGenerator, _ visit: (Int) -> Void
    ) {
      var current = node
      while hops[current] > 1 {
        var left = generator.nextUnit() * counts[current]
        var chosen = current
        for entry in backRows.row(current) {
          let target = Int(backRows.targets[entry])
          guard hops[target] >= 0, hops[target] == hops[current] - 1 else { continue }
          chosen = target
          left -= counts[target]
          if left < 0 { break }
        }
        current = chosen
        visit(current)
      }
    }
  }

  private var forward: Side
  private var backward: Side

  init(graph: Graph) {
    let hops = [Int32](repeating: -1, count: graph.nodeCount)
    let counts = [Double](repeating: 0, count: graph.nodeCount)
    forward = Side(rows: graph.outgoing, backRows: graph.incoming, hops: hops, counts: counts)
    backward = Side(rows: graph.incoming, backRows: graph.outgoing, hops: hops, counts: counts)
  }

  /// Calls `visit` with each node between two different nodes on a shortest path drawn by chance;
  /// not at all if there is no path.
  mutating func visitRandomPath(
    from tail: Int, to head: Int, using generator: inout SeededGenerator, visit: (Int) -> Void
  ) {
    forward.begin(at: tail)
    backward.begin(at: head)
    while true {
      let goesForward = forward.levelSize <= backward.levelSize
      guard goesForward ? forward.advance() : backward.advance() else { return }
      // Levels met: the nodes of the new level that the other search has reached. Its levels are
      // whole, so the counts on both sides are.
      let (moved, other) = goesForward ? (forward, backward) : (backward, forward)
      var total = 0.0
      for node in moved.reached[moved.levelStart...] where other.hops[Int(node)] >= 0 {
        total += moved.counts[Int(node)] * other.counts[Int(node)]
      }
      guard total > 0 else { continue }
      var left = generator.nextUnit() * total
      var meeting = -1
      for node in moved.reached[moved.levelStart...] where other.hops[Int(node)] >= 0 {
        meeting = Int(node)
        left -= moved.counts[meeting] * other.counts[meeting]
        if left < 0 { break }
      }
      if meeting != tail, meeting != head { visit(meeting) }
      forward.walkBack(from: meeting, using: &generator, visit)
      backward.walkBack(from: meeting, using: &generator, visit)
      return
    }
  }
}
