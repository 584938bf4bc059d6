extension FoldedGraph {
  /// What shortest paths by hops credit to nodes and edges, each by its number in the graph; no edges
  /// if they are not asked for.
  typealias Credits = (nodes: [Double], edges: [Double])

  /// Which paths are credited.
  private struct Pairs {
    /// The places at which paths begin, in ascending order.
    let roots: [Int32]
    /// By place, how much a path counts that ends there.
    let ends: [Double]
    /// Whether paths count for their ends too; only where nothing is folded.
    let countsEndpoints: Bool
    /// Whether paths run without direction, each place is a root, and an end as heavy as it is. Then
    /// it is enough to count a pair from one side, twice.
    let isSymmetric: Bool
  }

  /// Searches side by side pay where a place is on average met by at least so many of 64 searches at
  /// the same distance.
  private static let fewestShared = 4

  /// The credit of all shortest paths between ordered pairs of nodes.
  ///
  /// - Parameters:
  ///   - countsEndpoints: Whether paths count for their ends too; only where nothing is folded.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw sums.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  func creditsOfAllPairs(
    countsEndpoints: Bool, _ execution: Execution
  ) throws(GraphError) -> Credits {
    var sums = try credits(
      Pairs(
        roots: Array(0..<Int32(nodes.count)), ends: weights, countsEndpoints: countsEndpoints,
        isSymmetric: !isDirected), execution)
    for node in sums.nodes.indices { sums.nodes[node] += treeNodeScores[node] }
    for edge in sums.edges.indices { sums.edges[edge] += treeEdgeScores[edge] }
    return sums
  }

  /// The credit of all shortest paths from some nodes to some others; only where nothing is folded.
  ///
  /// - Parameters:
  ///   - sources: By node, 1 if paths begin there, or 0.
  ///   - targets: By node, 1 if paths end there, or 0.
  ///   - countsEndpoints: Whether paths count for their ends too.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw sums.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  func credits(
    from sources: [Double], to targets: [Double], countsEndpoints: Bool, _ execution: Execution
  ) throws(GraphError) -> Credits {
    let roots = nodes.indices.filter { sources[Int(nodes[$0])] > 0 }
    return try credits(
      Pairs(
        roots: roots.map { Int32($0) }, ends: nodes.map { targets[Int($0)] },
        countsEndpoints: countsEndpoints, isSymmetric: false), execution)
  }

  /// The credit of shortest paths between places.
  ///
  /// - Parameters:
  ///   - pairs: Which paths are credited.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw sums.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  private func credits(
    _ pairs: Pairs, _ execution: Execution
  ) throws(GraphError) -> Credits {
    let roots = sideBySide(
      pairs.roots.filter { outgoing.offsets[Int($0)] < outgoing.offsets[Int($0) + 1] },
      lowDegreesFirst: pairs.isSymmetric)
    let sums =
      sharesLevels(roots)
      ? try creditsSideBySide(roots, pairs, execution)
      : try creditsOneByOne(roots, pairs, execution)
    var nodeSums = [Double](repeating: 0, count: treeNodeScores.count)
    for (place, node) in nodes.enumerated() { nodeSums[Int(node)] = sums.nodes[place] }
    return (nodeSums, sums.edges)
  }

  /// Whether searches from roots that follow each other meet the places at the same distances; those
  /// in the middle speak for all.
  private func sharesLevels(_ roots: [Int32]) -> Bool {
    var levels = LaneLevels(outgoing)
    let middle = roots.count / 2 / LaneLevels.width * LaneLevels.width
    levels.search(from: roots.dropFirst(middle).prefix(LaneLevels.width))
    let met = levels.lanes.reduce(0) { $0 + $1.nonzeroBitCount }
    return met >= Self.fewestShared * levels.places.count
  }

  private func creditsSideBySide(
    _ roots: [Int32], _ pairs: Pairs, _ execution: Execution
  ) throws(GraphError) -> Credits {
    let width = LaneLevels.width
    let turns = pairs.isSymmetric ? turns(of: roots) : []
    let work = ChunkedWork(
      count: (roots.count + width - 1) / width, execution: execution, smallestChunk: 1)
    return try work.joined(into: noCredits) { chunk -> Credits in
      var search = LaneDependencies(
        self, countsEndpoints: pairs.countsEndpoints, edgeCount: treeEdgeScores.count)
      var ends = pairs.ends
      for turn in chunk {
        // Roots whose turn is over are no ends any more: pairs with them have been counted. Roots of
        // the same turn count each other, from both sides.
        for place in turns.indices where turns[place] >= 0 {
          let count: Double = turns[place] > turn ? 2 : turns[place] == turn ? 1 : 0
          ends[place] = count * pairs.ends[place]
        }
        search.add(from: roots.dropFirst(turn * width).prefix(width), to: ends)
      }
      return (search.nodeScores, search.edgeScores)
    } join: {
      Self.add($1, to: &$0)
    }
  }

  private func creditsOneByOne(
    _ roots: [Int32], _ pairs: Pairs, _ execution: Execution
  ) throws(GraphError) -> Credits {
    let work = ChunkedWork(
      count: roots.count, execution: execution, smallestChunk: LaneLevels.width)
    return try work.joined(into: noCredits) { chunk -> Credits in
      var search = HopDependencies(
        self, countsEndpoints: pairs.countsEndpoints, edgeCount: treeEdgeScores.count)
      for position in chunk { search.add(from: roots[position], to: pairs.ends) }
      return (search.nodeScores, search.edgeScores)
    } join: {
      Self.add($1, to: &$0)
    }
  }

  /// By place, the number of the search side by side that begins there; -1 for no root.
  private func turns(of roots: [Int32]) -> [Int] {
    var turns = [Int](repeating: -1, count: nodes.count)
    for (position, root) in roots.enumerated() { turns[Int(root)] = position / LaneLevels.width }
    return turns
  }

  private var noCredits: Credits {
    (
      [Double](repeating: 0, count: nodes.count),
      [Double](repeating: 0, count: treeEdgeScores.count)
    )
  }

  private static func add(_ part: Credits, to whole: inout Credits) {
    for place in part.nodes.indices { whole.nodes[place] += part.nodes[place] }
    for edge in part.edges.indices { whole.edges[edge] += part.edges[edge] }
  }
}
