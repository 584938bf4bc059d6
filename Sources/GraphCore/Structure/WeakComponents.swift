extension Graph {
  /// The weak components: the largest sets of nodes joined by paths when the direction of edges is
  /// ignored.
  ///
  /// Disjoint sets with path halving [Tarjan1984], fed as in [Sutton2018]: first a few neighbours of
  /// each node are joined, which brings nearly all nodes of a large component together; then the
  /// rest of the rows, but for the nodes of that component, since any other edge of theirs that
  /// matters is seen from its other end. Loops and parallel edges change nothing; an isolate is a
  /// component of its own. In an undirected graph these are the connected components.
  ///
  /// - Returns: The components; a graph without nodes has none.
  /// - Complexity: O(n + m log n) time at worst, and nearer to O(n) where one component holds most
  ///   nodes; O(n) space.
  public func weakComponents() -> Components {
    let everyRow = isDirected ? [outgoing, incoming] : [outgoing]
    let sampled = 2
    var sets = [Int32](filling: nodeCount) { sets, count in
      for node in nodes { sets[node] = Int32(truncatingIfNeeded: node) }
      count = nodeCount
    }
    sets.withUnsafeMutableBufferPointer { memory in
      let sets = DisjointSets(parents: memory)
      for rows in everyRow {
        rows.withUnsafeRows { offsets, targets in
          for node in nodes {
            let start = offsets[node]
            for entry in start..<min(start + sampled, offsets[node + 1]) {
              sets.join(Int32(truncatingIfNeeded: node), targets[entry])
            }
          }
        }
      }
      sets.flatten()
      let common = sets.commonRoot()
      for rows in everyRow {
        rows.withUnsafeRows { offsets, targets in
          for node in nodes where memory[node] != common {
            let end = offsets[node + 1]
            for entry in min(offsets[node] + sampled, end)..<end {
              sets.join(Int32(truncatingIfNeeded: node), targets[entry])
            }
          }
        }
      }
      sets.flatten()
    }
    return Components(labels: sets)
  }
}

/// Disjoint sets of nodes, each named by its smallest node.
private struct DisjointSets {
  /// By node, a node of its set that is not larger; itself at the root.
  let parents: UnsafeMutableBufferPointer<Int32>

  @inline(__always)
  private func root(_ start: Int32) -> Int32 {
    var node = start
    while true {
      let parent = parents[Int(node)]
      if parent == node { return node }
      let next = parents[Int(parent)]
      parents[Int(node)] = next
      node = next
    }
  }

  /// Makes one set of those of two nodes.
  @inline(__always)
  func join(_ first: Int32, _ second: Int32) {
    if parents[Int(first)] == parents[Int(second)] { return }
    let (first, second) = (root(first), root(second))
    if first < second {
      parents[Int(second)] = first
    } else {
      parents[Int(first)] = second
    }
  }

  /// Lets each node point to its root. Parents are smaller, so one pass upward is enough.
  func flatten() {
    for node in parents.indices { parents[node] = parents[Int(parents[node])] }
  }

  /// The most common root of about a thousand nodes at even steps; any other would be right too.
  /// Nil without nodes.
  func commonRoot() -> Int32? {
    let step = max(parents.count / 1024, 1)
    let roots = stride(from: 0, to: parents.count, by: step).map { parents[$0] }.sorted()
    var best: (root: Int32, count: Int)?
    var start = 0
    while start < roots.count {
      let end = roots[start...].firstIndex { $0 != roots[start] } ?? roots.count
      if end - start > best?.count ?? 0 { best = (roots[start], end - start) }
      start = end
    }
    return best?.root
  }
}
