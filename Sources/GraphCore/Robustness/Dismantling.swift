/// Nodes whose removal leaves only small components.
public struct Dismantling: Sendable, Equatable {
  /// The nodes, in the order in which they were chosen.
  public let nodes: [Int]
  /// How many nodes the largest component has without them.
  public let largest: Int
}

extension Graph {
  /// Few nodes without which no component is larger than a given size.
  ///
  /// Generalised network dismantling with equal costs [Ren2019]. The largest component is cut in two
  /// by the signs of the eigenvector to the second smallest eigenvalue of its Laplacian, found
  /// roughly by power iteration; the nodes to remove cover the edges of the cut, by the rule of
  /// Clarkson [Clarkson1983]. That is repeated while a component is too large; in the end, nodes are
  /// put back that do not join too much after all. Finding the fewest is hard, and nothing is
  /// promised but this: none of the nodes can be put back alone. Direction is ignored; loops
  /// change nothing, and parallel edges are one.
  ///
  /// - Parameters:
  ///   - size: The most nodes that a component may have, 1 or more.
  ///   - seed: Where the iteration starts: the same seed gives the same result.
  ///   - execution: Who is told which share of the nodes is no longer in too large a component; it runs
  ///     on one thread.
  /// - Returns: The nodes to remove, and what is left.
  /// - Throws: `GraphError.optionOutOfRange` if the size is below 1; `GraphError.cancelled` if the task
  ///   has been cancelled.
  /// - Complexity: O((n + m) log n) time for each cut and O(n) cuts at worst, O(log n) of them where
  ///   the halves are even; O(n + m) space.
  public func dismantling(
    toSize size: Int, seed: UInt64 = 0, execution: Execution = Execution()
  ) throws(GraphError) -> Dismantling {
    guard size >= 1 else {
      throw .optionOutOfRange(name: "the size", value: Double(size), range: "1 or more")
    }
    let simple = asUndirected().simplified()
    var generator = SeededGenerator(seed: seed)
    var isGone = [Bool](repeating: false, count: nodeCount)
    var removed: [Int] = []
    var large = simple.weakComponents().members.filter { $0.count > size }
    var nodesLeft = large.reduce(0) { $0 + $1.count }
    while let component = large.popLast() {
      try Execution.checkCancellation()
      execution.progress?(1 - Double(nodesLeft) / Double(nodeCount))
      let part = simple.subgraph(of: component)
      let cover = try part.graph.coverOfSpectralCut(using: &generator)
      for node in cover { isGone[part.nodes[node]] = true }
      removed += cover.map { part.nodes[$0] }
      let left = simple.subgraph(of: component.filter { !isGone[$0] })
      let stillLarge = left.graph.weakComponents().members.filter { $0.count > size }
      nodesLeft -= component.count - stillLarge.reduce(0) { $0 + $1.count }
      large += stillLarge.map { $0.map { left.nodes[$0] } }
    }
    return try simple.puttingBack(removed, isGone, size: size)
  }

  /// Puts back nodes as long as no component grows too large, those first that join least.
  private func puttingBack(
    _ removed: [Int], _ isGone: [Bool], size: Int
  ) throws(GraphError) -> Dismantling {
    var components = GrowingComponents(nodeCount: nodeCount)
    for node in nodes where !isGone[node] { components.add(node, of: self) }
    func joined(_ node: Int) -> Int {
      var roots: [Int] = []
      visitNeighbors(of: node) {
        guard components.contains($0) else { return }
        let root = components.root(of: $0)
        if !roots.contains(root) { roots.append(root) }
      }
      return roots.reduce(1) { $0 + components.size(of: $1) }
    }
    // Components only grow, so a node may wait with a number that is too small.
    var heap = NodeHeap(nodeCount: nodeCount)
    for node in removed { heap.push(node, key: Double(joined(node))) }
    var steps = 0
    while let key = heap.smallestKey, let node = heap.pop() {
      if steps % 64 == 0 { try Execution.checkCancellation() }
      steps += 1
      let now = joined(node)
      if now > size { continue }
      if Double(now) > key {
        heap.push(node, key: Double(now))
      } else {
        components.add(node, of: self)
      }
    }
    return Dismantling(
      nodes: removed.filter { !components.contains($0) }, largest: components.largest)
  }

  /// The nodes that cover the edges of a cut of this connected graph.
  private func coverOfSpectralCut(
    using generator: inout SeededGenerator
  ) throws(GraphError) -> [Int] {
    let side = try spectralSides(using: &generator)
    var degrees = [Int](repeating: 0, count: nodeCount)
    for edge in tails.indices where side[Int(tails[edge])] != side[Int(heads[edge])] {
      degrees[Int(tails[edge])] += 1
      degrees[Int(heads[edge])] += 1
    }
    // Clarkson: take the node of least remaining weight for each edge, and let those at the other ends
    // of its edges pay that much. The ratio of a node never falls.
    var weights = [Double](repeating: 1, count: nodeCount)
    var isIn = [Bool](repeating: false, count: nodeCount)
    var heap = NodeHeap(nodeCount: nodeCount)
    for node in nodes where degrees[node] > 0 { heap.push(node, key: 1 / Double(degrees[node])) }
    var cover: [Int] = []
    while let key = heap.smallestKey, let node = heap.pop() {
      guard degrees[node] > 0 else { continue }
      let ratio = weights[node] / Double(degrees[node])
      if ratio > key * (1 + 1e-12) {
        heap.push(node, key: ratio)
        continue
      }
      cover.append(node)
      isIn[node] = true
      visitNeighbors(of: node) { other in
        guard side[other] != side[node], !isIn[other] else { return }
        degrees[other] -= 1
        weights[other] -= ratio
      }
    }
    return cover
  }

  /// By node, its side of the cut; both sides have nodes.
  private func spectralSides(
    using generator: inout SeededGenerator
  ) throws(GraphError) -> [Bool] {
    let degrees = degreeCounts(.total)
    let shift = 2 * Double(degrees.max() ?? 0)
    var vector = nodes.map { _ in generator.nextUnit() - 0.5 }
    let rounds = 30 * (Int.bitWidth - nodeCount.leadingZeroBitCount)
    var next = vector
    for _ in 0..<rounds {
      try Execution.checkCancellation()
      // Without the eigenvector of the smallest eigenvalue, the constant one.
      let mean = vector.reduce(0, +) / Double(nodeCount)
      for node in nodes { vector[node] -= mean }
      let norm = vector.euclideanNorm
      guard norm > 0 else { break }
      for node in nodes {
        var sum = (shift - Double(degrees[node])) * vector[node]
        for entry in outgoing.row(node) { sum += vector[Int(outgoing.targets[entry])] }
        next[node] = sum / norm
      }
      swap(&vector, &next)
    }
    let mean = vector.reduce(0, +) / Double(nodeCount)
    let side = vector.map { $0 > mean }
    // If rounding leaves one side empty, the first node stands alone.
    return side.contains(true) && side.contains(false) ? side : nodes.map { $0 == 0 }
  }
}
