extension Graph {
  /// The core number of each node: the largest k for which it belongs to the k-core.
  ///
  /// The k-core is the largest part of the graph in which every node has at least k edges
  /// [Seidman1983]; nodes are peeled off in the order of their remaining edges [Batagelj2003]. Edges
  /// in either direction count, as in NetworkX, so a tie and its answer are two; parallel edges count
  /// each, and loops do not count.
  ///
  /// - Returns: Raw numbers from 0 to the largest degree; 0 for an isolate.
  /// - Complexity: O(n + m) time, since each edge is taken away once and a node is looked at once for
  ///   each level up to its own, which is at most its degree; O(n) space.
  public func coreNumbers() -> NodeValues<Int> {
    let everyRow = isDirected ? [outgoing, incoming] : [outgoing]
    // By node, the edges that remain; of a node that was peeled off, its core number.
    var remaining = [Int32](repeating: 0, count: nodeCount)
    for rows in everyRow {
      for node in nodes { remaining[node] += Int32(truncatingIfNeeded: rows.row(node).count) }
    }
    // A loop stands once in each of the rows in which it stands.
    let shareOfLoop = Int32(everyRow.count)
    for edge in tails.indices where tails[edge] == heads[edge] {
      remaining[Int(tails[edge])] -= shareOfLoop
    }
    // The nodes of the levels to come, those that were peeled off meanwhile among them.
    var waiting = (0..<nodeCount).map { Int32(truncatingIfNeeded: $0) }
    var level: Int32 = 0
    // The nodes to peel off at this level; each node is here once in all.
    var peeled = [Int32](repeating: 0, count: nodeCount)
    remaining.withUnsafeMutableBufferPointer { remaining in
      peeled.withUnsafeMutableBufferPointer { peeled in
        while !waiting.isEmpty {
          var count = 0
          var kept = 0
          waiting.withUnsafeMutableBufferPointer { waiting in
            for node in waiting {
              let edges = remaining[Int(node)]
              if edges == level {
                peeled[count] = node
                count += 1
              } else if edges > level {
                waiting[kept] = node
                kept += 1
              }
            }
          }
          waiting.removeLast(waiting.count - kept)
          var next = 0
          while next < count {
            let node = Int(peeled[next])
            next += 1
            for rows in everyRow {
              rows.withUnsafeRows { offsets, targets in
                for entry in offsets[node]..<offsets[node + 1] {
                  let target = targets[entry]
                  let edges = remaining[Int(target)]
                  guard edges > level else { continue }
                  remaining[Int(target)] = edges - 1
                  if edges - 1 == level {
                    peeled[count] = target
                    count += 1
                  }
                }
              }
            }
          }
          level += 1
        }
      }
    }
    return NodeValues(measure: "core", values: remaining.map { Int($0) })
  }
}
