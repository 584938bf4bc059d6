extension Graph {
  /// The strong components: the largest sets of nodes with a path from each to each.
  ///
  /// Tarjan's algorithm [Tarjan1972] with a stack of its own in place of recursion, so a path of a
  /// million nodes is as safe as a star. Loops and parallel edges change nothing. In an undirected
  /// graph these are the connected components, as of `weakComponents()`.
  ///
  /// - Returns: The components; a graph without nodes has none.
  /// - Complexity: O(n + m) time, since each row is read once; O(n) space.
  public func strongComponents() -> Components {
    guard isDirected else { return weakComponents() }
    var labels = [Int32](repeating: -1, count: nodeCount)
    labels.withUnsafeMutableBufferPointer { labels in
      outgoing.withUnsafeRows { offsets, targets in
        Self.findStrongComponents(offsets, targets, labels: labels)
      }
    }
    return Components(labels: labels)
  }

  /// Writes the number of its component to each node, in the order in which they are found.
  private static func findStrongComponents(
    _ offsets: UnsafeBufferPointer<Int>, _ targets: UnsafeBufferPointer<Int32>,
    labels: UnsafeMutableBufferPointer<Int32>
  ) {
    // Tarjan's number and lowlink; his stack of open nodes; and, for each call that recursion would
    // hold, the node and the place in its row at which to go on.
    let count = labels.count
    // One piece of memory for all of it: for a small graph asking for memory takes most of the time.
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 5 * count) { memory in
      let number = UnsafeMutableBufferPointer(rebasing: memory[0..<count])
      let low = UnsafeMutableBufferPointer(rebasing: memory[count..<2 * count])
      let open = UnsafeMutableBufferPointer(rebasing: memory[2 * count..<3 * count])
      let caller = UnsafeMutableBufferPointer(rebasing: memory[3 * count..<4 * count])
      let resume = UnsafeMutableBufferPointer(rebasing: memory[4 * count..<5 * count])
      number.initialize(repeating: -1)
      var calls = 0
      var openCount = 0
      var visited: Int32 = 0
      var found: Int32 = 0
      for start in 0..<count where number[start] < 0 {
        var node = start
        var entry = offsets[start]
        while true {
          if number[node] < 0 {
            number[node] = visited
            low[node] = visited
            visited += 1
            open[openCount] = Int32(truncatingIfNeeded: node)
            openCount += 1
          }
          let end = offsets[node + 1]
          var lowest = low[node]
          var next = -1
          while entry < end {
            let target = Int(targets[entry])
            entry += 1
            if number[target] < 0 {
              next = target
              break
            }
            if labels[target] < 0 { lowest = min(lowest, number[target]) }
          }
          low[node] = lowest
          if next >= 0 {
            caller[calls] = Int32(truncatingIfNeeded: node)
            resume[calls] = Int32(truncatingIfNeeded: entry - offsets[node])
            calls += 1
            node = next
            entry = offsets[next]
            continue
          }
          if lowest == number[node] {
            var member = -1
            repeat {
              openCount -= 1
              member = Int(open[openCount])
              labels[member] = found
            } while member != node
            found += 1
          }
          if calls == 0 { break }
          calls -= 1
          node = Int(caller[calls])
          entry = offsets[node] + Int(resume[calls])
          low[node] = min(low[node], lowest)
        }
      }
    }
  }
}
