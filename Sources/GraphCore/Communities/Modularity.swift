extension Graph {
  /// The modularity of a division: how much more weight lies inside its groups than chance would
  /// put there.
  ///
  /// With e the weight of the edges inside a group, k the strength of its nodes and m the weight of
  /// all edges, the sum over groups of e / m - resolution (k / 2m)^2 [Newman2004]. In a directed
  /// graph k^2 / 4 becomes the strength of leaving edges times that of arriving ones [Leicht2008].
  /// Parallel edges count each; a loop counts once in e and twice in k, as in NetworkX.
  ///
  /// - Parameters:
  ///   - groups: By node index, any number that names its group.
  ///   - resolution: The weight of what chance would put there, 0 or more.
  ///   - usesWeights: Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
  /// - Returns: A number from -1/2 to 1 at resolution 1, 0 if all are one group; nil if the edges
  ///   weigh nothing.
  /// - Throws: `GraphError` if there is not one group for each node, the resolution is negative or
  ///   a weight that is used is.
  /// - Complexity: O(n + m) time, O(n) space.
  public func modularity(
    of groups: [Int], resolution: Double = 1, usesWeights: Bool = false
  ) throws(GraphError) -> Double? {
    let (names, count) = try numbered(groups)
    return try modularity(
      of: names, count: count, resolution: resolution, usesWeights: usesWeights)
  }

  /// As `modularity(of:resolution:usesWeights:)`, for groups numbered from 0, on some threads.
  func modularity(
    of groups: [Int32], count: Int, resolution: Double, usesWeights: Bool,
    workers: Int = Execution().workers
  ) throws(GraphError) -> Double? {
    let weights = try checkedWeights(usesWeights, resolution: resolution)
    let total = weights?.reduce(0, +) ?? Double(edgeCount)
    guard total > 0 else { return nil }
    let strengths = strengths(weights, hasLoops: hasLoops)
    var leaving = [Double](repeating: 0, count: count)
    for node in nodes { leaving[Int(groups[node])] += strengths.leaving[node] }
    var expected = 0.0
    if let strengths = strengths.arriving {
      var arriving = [Double](repeating: 0, count: count)
      for node in nodes { arriving[Int(groups[node])] += strengths[node] }
      for group in leaving.indices {
        expected += leaving[group] / total * (arriving[group] / total)
      }
    } else {
      for group in leaving.indices { expected += squared(leaving[group] / (2 * total)) }
    }
    let inside = weightInside(groups, weights, workers: workers)
    return inside / total - resolution * expected
  }

  /// The quality of a division in the constant Potts model: the weight inside its groups less what
  /// the resolution asks for each pair of nodes in them.
  ///
  /// With e the weight of the edges inside a group and n its nodes, the sum over groups of
  /// e - resolution n (n - 1) / 2, pairs being counted in both orders in a directed graph
  /// [Traag2011]. Parallel edges and loops count each.
  ///
  /// - Parameters:
  ///   - groups: By node index, any number that names its group.
  ///   - resolution: The weight that a pair of nodes must bring, 0 or more.
  ///   - usesWeights: Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
  /// - Returns: A raw number, at most the weight of all edges; 0 if each node is a group and there
  ///   are no loops.
  /// - Throws: `GraphError` if there is not one group for each node, the resolution is negative or
  ///   a weight that is used is.
  /// - Complexity: O(n + m) time, O(n) space.
  public func constantPotts(
    of groups: [Int], resolution: Double = 1, usesWeights: Bool = false
  ) throws(GraphError) -> Double {
    let (names, count) = try numbered(groups)
    return try constantPotts(
      of: names, count: count, resolution: resolution, usesWeights: usesWeights)
  }

  /// As `constantPotts(of:resolution:usesWeights:)`, for groups numbered from 0, on some threads.
  func constantPotts(
    of groups: [Int32], count: Int, resolution: Double, usesWeights: Bool,
    workers: Int = Execution().workers
  ) throws(GraphError) -> Double {
    let weights = try checkedWeights(usesWeights, resolution: resolution)
    var sizes = [Double](repeating: 0, count: count)
    for group in groups { sizes[Int(group)] += 1 }
    var pairs = 0.0
    for size in sizes { pairs += size * (size - 1) }
    let inside = weightInside(groups, weights, workers: workers)
    return inside - resolution * (isDirected ? pairs : pairs / 2)
  }

  /// Groups numbered from 0 by their first nodes, so that sums come in the same order whatever the
  /// names.
  func numbered(_ groups: [Int]) throws(GraphError) -> (groups: [Int32], count: Int) {
    guard groups.count == nodeCount else {
      throw .wrongCount(of: "groups", expected: nodeCount, actual: groups.count)
    }
    var numbers: [Int: Int32] = [:]
    let numbered = groups.map { name -> Int32 in
      let number = numbers[name] ?? Int32(numbers.count)
      numbers[name] = number
      return number
    }
    return (numbered, numbers.count)
  }

  private func checkedWeights(
    _ usesWeights: Bool, resolution: Double
  ) throws(GraphError) -> [Double]? {
    guard resolution.isFinite, resolution >= 0 else {
      throw .optionOutOfRange(name: "the resolution", value: resolution, range: "zero or more")
    }
    return usesWeights ? try checkedWeights(.notNegative) : nil
  }

  /// The weight of the edges with both ends in the same group.
  func weightInside(_ groups: [Int32], _ weights: [Double]?, workers: Int) -> Double {
    // Summed piece by piece: the pieces do not depend on the workers.
    let pieceCount = edgeCount < 1 << 14 ? 1 : 64
    let sums = ColumnMemory<Double>(capacity: pieceCount)
    let edgeCount = edgeCount
    groups.withUnsafeBufferPointer { groups in
      let groups = SharedMemory(UnsafeMutableBufferPointer(mutating: groups))
      inParallel(pieceCount, workers: workers) { piece, _ in
        let part = { (count: Int) in
          count * piece / pieceCount..<count * (piece + 1) / pieceCount
        }
        sums.buffer[piece] =
          if let weights {
            weightInside(groups.buffer, weights, edges: part(edgeCount))
          } else {
            Double(countInside(groups.buffer, nodes: part(nodeCount)))
          }
      }
    }
    var sum = 0.0
    for piece in 0..<pieceCount { sum += sums.buffer[piece] }
    return weights == nil && !isDirected ? sum / 2 : sum
  }

  /// The weight of those of some edges that have both ends in the same group.
  private func weightInside(
    _ groups: UnsafeMutableBufferPointer<Int32>, _ weights: [Double], edges: Range<Int>
  ) -> Double {
    var sum = 0.0
    for edge in edges where groups[Int(tails[edge])] == groups[Int(heads[edge])] {
      sum += weights[edge]
    }
    return sum
  }

  /// The number of neighbours of some nodes in their own groups; a loop of an undirected graph
  /// counts twice. Going through rows is faster than through edges, which may come in any order.
  private func countInside(
    _ groups: UnsafeMutableBufferPointer<Int32>, nodes: Range<Int>
  ) -> Int {
    outgoing.targets.withUnsafeBufferPointer { targets in
      var count = 0
      for node in nodes {
        let group = groups[node]
        for entry in outgoing.row(node) {
          let target = Int(targets[entry])
          count &+= groups[target] == group ? 1 : 0
          if !isDirected, target == node { count &+= 1 }
        }
      }
      return count
    }
  }

  private func squared(_ number: Double) -> Double { number * number }
}

extension Graph {
  /// Whether an edge begins and ends at the same node.
  var hasLoops: Bool {
    tails.withUnsafeBufferPointer { tails in
      heads.withUnsafeBufferPointer { heads in
        tails.indices.contains { tails[$0] == heads[$0] }
      }
    }
  }

  /// By node, the weight of the edges that leave it, and of those that arrive if that is another.
  ///
  /// - Parameters:
  ///   - weights: By edge; nil if each weighs 1.
  ///   - hasLoops: Whether there are loops.
  /// - Returns: Strengths; the second are nil in an undirected graph.
  func strengths(
    _ weights: [Double]?, hasLoops: Bool
  ) -> (leaving: Column<Double>, arriving: Column<Double>?) {
    if weights == nil, isDirected || !hasLoops {
      func lengths(_ rows: Adjacency) -> Column<Double> {
        Column(count: nodeCount) { lengths in
          for node in nodes { lengths[node] = Double(rows.row(node).count) }
        }
      }
      return (lengths(outgoing), isDirected ? lengths(incoming) : nil)
    }
    var leaving = [Double](repeating: 0, count: nodeCount)
    var arriving = isDirected ? leaving : []
    for edge in tails.indices {
      let weight = weights?[edge] ?? 1
      leaving[Int(tails[edge])] += weight
      if isDirected {
        arriving[Int(heads[edge])] += weight
      } else {
        leaving[Int(heads[edge])] += weight
      }
    }
    return (Column(leaving), isDirected ? Column(arriving) : nil)
  }
}
