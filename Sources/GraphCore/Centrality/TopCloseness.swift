/// A node with its score.
public struct RankedNode: Sendable, Hashable {
  /// The node index.
  public let node: Int
  /// Its score.
  public let score: Double
}

extension Graph {
  /// The nodes of highest closeness, without computing that of all.
  ///
  /// A breadth-first search from a node is given up when, after some level, even the best that the
  /// nodes not yet seen could do would not bring its closeness among the highest found so far
  /// [Bergamini2019]. Nodes of high degree come first, so the mark is set high early. Scores are
  /// those of `closeness(_:weighsByReach:)` by hops, weighed by reach.
  ///
  /// - Parameters:
  ///   - count: How many nodes; all if there are fewer.
  ///   - direction: Inward for distances to the node, outward for distances from it.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The nodes, highest score first; of equal scores the smaller node.
  /// - Complexity: O(n m) time at worst; in networks with a core a small part of that. O(n) space
  ///   for each of at most 64 chunks.
  public func topCloseness(
    _ count: Int, direction: Direction = .inward, execution: Execution = Execution()
  ) throws(GraphError) -> [RankedNode] {
    try top(count, direction: direction, execution: execution, measure: .closeness)
  }

  /// The nodes of highest harmonic centrality, without computing that of all.
  ///
  /// As `topCloseness(_:direction:execution:)`, with the sum of one over each distance
  /// [Bergamini2019]. Scores are the raw ones of `harmonic(_:normalized:)` by hops.
  ///
  /// - Parameters:
  ///   - count: How many nodes; all if there are fewer.
  ///   - direction: Inward for distances to the node, outward for distances from it.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The nodes, highest score first; of equal scores the smaller node.
  /// - Complexity: As `topCloseness(_:direction:execution:)`.
  public func topHarmonic(
    _ count: Int, direction: Direction = .inward, execution: Execution = Execution()
  ) throws(GraphError) -> [RankedNode] {
    try top(count, direction: direction, execution: execution, measure: .harmonic)
  }

  private func top(
    _ count: Int, direction: Direction, execution: Execution, measure: BoundedSearch.Measure
  ) throws(GraphError) -> [RankedNode] {
    precondition(count >= 0, "a number of nodes cannot be negative")
    let rows = adjacency(direction)
    let order = nodes.sorted {
      (rows.row($1).count, $0) < (rows.row($0).count, $1)
    }
    let reach = reachBounds(direction)
    var best: [RankedNode] = []
    var next = 0
    // The mark is the same for all nodes of a round, so that it does not depend on threads. Rounds
    // grow: the mark rises most at the beginning.
    var size = ChunkedWork.smallestChunk
    while next < nodeCount, count > 0 {
      let round = order[next..<min(next + size, nodeCount)]
      let mark = best.count < count ? -1 : best[count - 1].score
      let share = (
        from: Double(next) / Double(nodeCount), to: Double(next + round.count) / Double(nodeCount)
      )
      let work = ChunkedWork(
        count: round.count, execution: execution.part(share.from...share.to))
      let found = try work.map { places in
        var search = BoundedSearch(graph: self, rows: rows, reach: reach, measure: measure)
        return places.compactMap { place -> RankedNode? in
          let node = round[round.startIndex + place]
          return search.score(of: node, above: mark).map { RankedNode(node: node, score: $0) }
        }
      }
      best = (best + found).sorted { ($1.score, $0.node) < ($0.score, $1.node) }
      best.removeLast(max(0, best.count - count))
      next += size
      size = min(size * 2, 1_024)
    }
    return best
  }

  /// By node, bounds of how many nodes it reaches, itself included.
  private func reachBounds(_ direction: Direction) -> [ClosedRange<Int>] {
    if !isDirected {
      let components = weakComponents()
      return components.labels.map { components.members[$0].count...components.members[$0].count }
    }
    // A strong component reaches itself, and at most the sum of what its next ones reach.
    let components = strongComponents()
    let rows = adjacency(direction)
    var most = [Int](repeating: -1, count: components.count)
    var isDone = [Bool](repeating: false, count: components.count)
    var stack: [Int] = []
    for first in 0..<components.count where !isDone[first] {
      stack.append(first)
      while let component = stack.last {
        let successors = Set(
          components.members[component].flatMap { node in
            rows.row(node).map { components.labels[Int(rows.targets[$0])] }
          }
        ).subtracting([component])
        let waiting = successors.filter { !isDone[$0] }
        if waiting.isEmpty {
          let sum = successors.reduce(components.members[component].count) { $0 + most[$1] }
          most[component] = min(sum, nodeCount)
          isDone[component] = true
          stack.removeLast()
        } else {
          stack.append(contentsOf: waiting.sorted())
        }
      }
    }
    return components.labels.map { components.members[$0].count...max(most[$0], 1) }
  }
}

/// Breadth-first searches that stop as soon as a score cannot come above a mark.
private struct BoundedSearch {
  enum Measure {
    case closeness, harmonic
  }

  private let graph: Graph
  private let rows: Adjacency
  private let reach: [ClosedRange<Int>]
  private let measure: Measure
  private var hops: [Int32]
  private var queue: [Int32] = []

  init(graph: Graph, rows: Adjacency, reach: [ClosedRange<Int>], measure: Measure) {
    self.graph = graph
    self.rows = rows
    self.reach = reach
    self.measure = measure
    hops = [Int32](repeating: -1, count: graph.nodeCount)
  }

  /// The score of a node, or nil once it is certain to be below the mark.
  mutating func score(of root: Int, above mark: Double) -> Double? {
    for node in queue { hops[Int(node)] = -1 }
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(root))
    hops[root] = 0
    var sum = 0.0
    var tally = DistanceTally()
    var levelStart = 0
    var distance = 0
    while levelStart < queue.count {
      let level = levelStart..<queue.count
      levelStart = queue.count
      // The next level has at most as many nodes as this one has edges.
      var edges = 0
      for place in level { edges += rows.row(Int(queue[place])).count }
      if distance > 0, !graph.isDirected { edges -= level.count }
      if bound(root, sum: sum, seen: queue.count, next: edges, distance: distance + 1)
        < mark * (1 - PathLength.tolerance)
      {
        return nil
      }
      distance += 1
      for place in level {
        for entry in rows.row(Int(queue[place])) {
          let target = Int(rows.targets[entry])
          if hops[target] < 0 {
            hops[target] = Int32(distance)
            queue.append(Int32(target))
          }
        }
      }
      tally.add(queue.count - levelStart, at: DistanceTally.Level(distance))
      let found = Double(queue.count - levelStart)
      sum += measure == .closeness ? found * Double(distance) : found / Double(distance)
    }
    guard measure == .closeness else { return tally.sumOfInverses }
    let others = Double(queue.count - 1)
    return sum > 0 ? others / sum * (others / Double(graph.nodeCount - 1)) : 0
  }

  /// The highest score that a node can have after some levels.
  ///
  /// At best the next level has all nodes that its edges allow, and the one after all the rest.
  private func bound(_ root: Int, sum: Double, seen: Int, next: Int, distance: Int) -> Double {
    func best(_ total: Int) -> Double {
      let near = Double(min(next, total - seen))
      let far = Double(total - seen) - near
      if measure == .harmonic {
        return sum + near / Double(distance) + far / Double(distance + 1)
      }
      let others = Double(total - 1)
      let least = sum + near * Double(distance) + far * Double(distance + 1)
      return least > 0 ? others / least * (others / Double(graph.nodeCount - 1)) : 0
    }
    // As the number of reached nodes grows, closeness at first falls and then rises; once more so
    // from where the next level is full.
    let fewest = max(seen, reach[root].lowerBound)
    let most = max(seen, reach[root].upperBound)
    return max(best(fewest), best(min(max(seen + next, fewest), most)), best(most))
  }
}
