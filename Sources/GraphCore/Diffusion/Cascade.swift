/// How something spread from some nodes, round by round.
public struct Cascade: Sendable, Equatable {
  /// By node, the round in which it became active: 0 for the seeds; nil if it never did.
  public let rounds: [Int?]

  /// How many nodes are active in the end.
  public var size: Int { rounds.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

  /// By round, how many nodes became active in it.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: (rounds.compactMap(\.self).max() ?? -1) + 1)
    for case let round? in rounds { sizes[round] += 1 }
    return sizes
  }

  /// The nodes that became active, by round, then by node.
  public var activated: [Int] {
    rounds.indices.filter { rounds[$0] != nil }
      .sorted { (rounds[$0] ?? 0, $0) < (rounds[$1] ?? 0, $1) }
  }
}

extension Graph {
  /// One course that a spread takes, as chance has it.
  ///
  /// - Parameters:
  ///   - seeds: The nodes that are active at the beginning; the order means nothing, and naming one
  ///     twice changes nothing.
  ///   - model: By which rule it spreads.
  ///   - generator: Draws the successes, or the thresholds.
  /// - Returns: By node, when it became active.
  /// - Throws: `GraphError` if a probability or weight is outside its range, or there is not one for
  ///   each edge.
  /// - Complexity: O(n + m) time, O(n) space.
  public func cascade(
    from seeds: [Int], _ model: SpreadModel = .independentCascade(),
    using generator: inout SeededGenerator
  ) throws(GraphError) -> Cascade {
    for node in seeds { requireNode(node) }
    var search = CascadeSearch(try SpreadRule(self, model))
    search.run(from: seeds, using: &generator)
    return search.cascade
  }
}

/// Lets something spread again and again.
struct CascadeSearch {
  private let rule: SpreadRule
  /// By node, the round in which it became active, or -1.
  private var rounds: [Int32]
  /// The active nodes in the order of their rounds.
  private(set) var queue: [Int32] = []
  /// By node, what is left of its threshold, where it has been touched.
  private var left: [Double]
  private var isTouched: [Bool]
  private var touched: [Int32] = []

  init(_ rule: SpreadRule) {
    self.rule = rule
    let nodeCount = rule.graph.nodeCount
    rounds = [Int32](repeating: -1, count: nodeCount)
    left = [Double](repeating: 0, count: rule.isThreshold ? nodeCount : 0)
    isTouched = [Bool](repeating: false, count: rule.isThreshold ? nodeCount : 0)
  }

  var cascade: Cascade { Cascade(rounds: rounds.map { $0 < 0 ? nil : Int($0) }) }

  /// Whether a node became active.
  func reached(_ node: Int) -> Bool { rounds[node] >= 0 }

  /// Lets it spread, and leaves the active nodes in `queue`.
  mutating func run(from seeds: [Int], using generator: inout SeededGenerator) {
    for node in queue { rounds[Int(node)] = -1 }
    for node in touched { isTouched[Int(node)] = false }
    touched.removeAll(keepingCapacity: true)
    queue.removeAll(keepingCapacity: true)
    for seed in seeds where rounds[seed] < 0 {
      rounds[seed] = 0
      queue.append(Int32(truncatingIfNeeded: seed))
    }
    let rows = rule.graph.outgoing
    let rowEdges = rows.edges
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      for entry in rows.row(node) {
        let target = Int(rows.targets[entry])
        guard rounds[target] < 0,
          passes(Int(rowEdges[entry]), into: target, using: &generator)
        else { continue }
        rounds[target] = rounds[node] + 1
        queue.append(rows.targets[entry])
      }
    }
  }

  /// Whether an active node at the other end of an edge makes a node active.
  @inline(__always)
  private mutating func passes(
    _ edge: Int, into head: Int, using generator: inout SeededGenerator
  ) -> Bool {
    let value = rule.value(edge, into: head)
    guard rule.isThreshold else { return generator.nextUnit() < value }
    if !isTouched[head] {
      isTouched[head] = true
      touched.append(Int32(truncatingIfNeeded: head))
      // From 2^-53 to 1: weights of 0 reach no threshold, and those of 1 reach all.
      left[head] = 1 - generator.nextUnit()
    }
    left[head] -= value
    return left[head] <= 1e-12
  }
}
