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
  /// those of `closeness(_:weighsByReach:)` by hops, weighed by reach. Where few searches are given
  /// up, as in a grid, all nodes are searched from after all, which together is faster.
  ///
  /// - Parameters:
  ///   - count: How many nodes; all if there are fewer.
  ///   - direction: Inward for distances to the node, outward for distances from it.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The nodes, highest score first; of equal scores the smaller node.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
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
  /// [Bergamini2019]. Scores are the raw ones of `harmonic(_:isNormalized:)` by hops.
  ///
  /// - Parameters:
  ///   - count: How many nodes; all if there are fewer.
  ///   - direction: Inward for distances to the node, outward for distances from it.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The nodes, highest score first; of equal scores the smaller node.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: As `topCloseness(_:direction:execution:)`.
  public func topHarmonic(
    _ count: Int, direction: Direction = .inward, execution: Execution = Execution()
  ) throws(GraphError) -> [RankedNode] {
    try top(count, direction: direction, execution: execution, measure: .harmonic)
  }

  private func top(
    _ count: Int, direction: Direction, execution: Execution, measure: ScoreBounds.Measure
  ) throws(GraphError) -> [RankedNode] {
    precondition(count >= 0, "a number of nodes cannot be negative")
    let rows = adjacency(direction)
    let degrees = nodes.map { rows.row($0).count }
    let order = nodes.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
    let bounds = ScoreBounds(
      nodeCount: nodeCount, reach: reachBounds(direction), measure: measure)
    var best: [RankedNode] = []
    var next = 0
    var steps = 0
    // The mark is the same for all nodes of a round, so that it does not depend on threads. Rounds
    // grow: the mark rises most at the beginning.
    var size = ChunkedWork.smallestChunk
    while next < nodeCount, count > 0 {
      let mark = best.count < count ? -1 : best[count - 1].score
      let share = Double(next) / Double(nodeCount)
      // Where few searches are given up, as in a grid, searching from all nodes at once is faster.
      if steps > max(nodeCount / 32, 256) * rows.targets.count {
        let options = DistanceOptions(
          direction: direction, execution: execution.part(share...1))
        let scores = try measure == .closeness ? closeness(options) : harmonic(options)
        return Self.highest(count, of: nodes.map { RankedNode(node: $0, score: scores[$0]) })
      }
      let end = min(next + size, nodeCount)
      let round = order[next..<end].filter { node in
        bounds.highest(node, sum: 0, seen: 1, next: degrees[node], distance: 1)
          >= mark * (1 - PathLength.tolerance)
      }
      let work = ChunkedWork(
        count: round.count,
        execution: execution.part(share...Double(end) / Double(nodeCount)))
      let found = try work.joined(into: (ranked: [RankedNode](), steps: 0)) { places in
        var search = BoundedSearch(graph: self, rows: rows, bounds: bounds)
        let ranked = places.compactMap { place -> RankedNode? in
          let node = round[place]
          return search.score(of: node, above: mark).map { RankedNode(node: node, score: $0) }
        }
        return (ranked: ranked, steps: search.steps)
      } join: { whole, part in
        whole.ranked += part.ranked
        whole.steps += part.steps
      }
      best = Self.highest(count, of: best + found.ranked)
      steps += found.steps
      next = end
      size = min(size * 2, 1_024)
    }
    return best
  }

  /// The nodes of highest score, in order.
  private static func highest(_ count: Int, of ranked: [RankedNode]) -> [RankedNode] {
    Array(ranked.sorted { ($1.score, $0.node) < ($0.score, $1.node) }.prefix(count))
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

/// The highest scores that nodes can have after some levels of a search.
private struct ScoreBounds {
  enum Measure {
    case closeness, harmonic
  }

  let nodeCount: Int
  let reach: [ClosedRange<Int>]
  let measure: Measure

  /// The highest score that a node can have when all levels before a distance are known.
  ///
  /// At best the next level has all nodes that its edges allow, and the one after all the rest.
  func highest(_ root: Int, sum: Double, seen: Int, next: Int, distance: Int) -> Double {
    func best(_ total: Int) -> Double {
      let near = Double(min(next, total - seen))
      let far = Double(total - seen) - near
      if measure == .harmonic {
        return sum + near / Double(distance) + far / Double(distance + 1)
      }
      let others = Double(total - 1)
      let least = sum + near * Double(distance) + far * Double(distance + 1)
      return least > 0 ? others / least * (others / Double(nodeCount - 1)) : 0
    }
    // As the number of reached nodes grows, closeness at first falls and then rises; once more so
    // from where the next level is full.
    let fewest = max(seen, reach[root].lowerBound)
    let most = max(seen, reach[root].upperBound)
    return max(best(fewest), best(min(max(seen + next, fewest), most)), best(most))
  }
}

/// Breadth-first searches that stop as soon as a score cannot come above a mark.
private struct BoundedSearch {
  /// A bound costs about as much as some edges.
  private static let nodesBetweenBounds = 32

  private let rows: Adjacency
  private let bounds: ScoreBounds
  /// How many edges of a node, other than the root, lead back to where it was found from.
  private let edgesBack: Int
  private var isSeen: [Bool]
  private var queue: [Int32]
  private var queueCount = 0
  /// The edges that were looked at.
  private(set) var steps = 0

  init(graph: Graph, rows: Adjacency, bounds: ScoreBounds) {
    self.rows = rows
    self.bounds = bounds
    edgesBack = graph.isDirected ? 0 : 1
    isSeen = [Bool](repeating: false, count: graph.nodeCount)
    queue = [Int32](repeating: 0, count: graph.nodeCount)
  }

  /// The score of a node, or nil once it is certain to be below the mark.
  mutating func score(of root: Int, above mark: Double) -> Double? {
    for place in 0..<queueCount { isSeen[Int(queue[place])] = false }
    queue[0] = Int32(root)
    queueCount = 1
    isSeen[root] = true
    let mark = mark * (1 - PathLength.tolerance)
    var sum = 0.0
    var tally = DistanceTally()
    var level = 0..<1
    var distance = 0
    while !level.isEmpty {
      // The next level has at most as many nodes as this one has edges; one of each leads back.
      let used = distance > 0 ? edgesBack : 0
      var edges = -used * level.count
      for place in level { edges += rows.row(Int(queue[place])).count }
      distance += 1
      var first = level.lowerBound
      while first < level.upperBound {
        // What was found takes the place of what could have been, and the bound falls.
        let next = queueCount - level.upperBound + edges
        if bounds.highest(root, sum: sum, seen: level.upperBound, next: next, distance: distance)
          < mark
        {
          return nil
        }
        let block = first..<min(first + Self.nodesBetweenBounds, level.upperBound)
        let looked = expand(block)
        steps += looked
        edges -= looked - used * block.count
        first = block.upperBound
      }
      let found = queueCount - level.upperBound
      tally.add(found, at: DistanceTally.Level(distance))
      sum +=
        bounds.measure == .closeness
        ? Double(found) * Double(distance) : Double(found) / Double(distance)
      level = level.upperBound..<queueCount
    }
    guard bounds.measure == .closeness else { return tally.sumOfInverses }
    let others = Double(queueCount - 1)
    return sum > 0 ? others / sum * (others / Double(bounds.nodeCount - 1)) : 0
  }

  /// Adds the nodes next to some of the queue to its end; returns the number of their edges.
  private mutating func expand(_ block: Range<Int>) -> Int {
    var end = queueCount
    var edges = 0
    let rows = rows
    rows.targets.withUnsafeBufferPointer { targets in
      isSeen.withUnsafeMutableBufferPointer { isSeen in
        queue.withUnsafeMutableBufferPointer { queue in
          for place in block {
            let row = rows.row(Int(queue[place]))
            edges += row.count
            for entry in row where !isSeen[Int(targets[entry])] {
              isSeen[Int(targets[entry])] = true
              queue[end] = targets[entry]
              end += 1
            }
          }
        }
      }
    }
    queueCount = end
    return edges
  }
}
