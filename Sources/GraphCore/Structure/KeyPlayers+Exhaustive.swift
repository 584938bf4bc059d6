/// Trying all sets of a size.
extension KeyPlayerSearch {
  /// About how many steps it takes to measure one set.
  var stepsOfOneSet: Double {
    let (nodes, arcs) = (Double(graph.nodeCount), Double(graph.outgoing.targets.count))
    let walk = nodes + arcs
    return switch options.goal {
    case .fragment: graph.isDirected ? nodes * walk : walk
    case .spreadApart: nodes * walk
    case .reach, .reachByDistance: walk
    }
  }

  /// Whether all sets of a size can be tried within the bound.
  func canTryAll(_ size: Int) -> Bool {
    guard let sets = NodeCombinations(nodeCount: graph.nodeCount, size: size) else { return false }
    return Double(sets.count) * max(stepsOfOneSet, 1) <= options.exhaustiveSteps
  }

  /// The best of all sets of a size; of equal ones the first in the order of their nodes.
  func bestOfAll(_ size: Int) throws(GraphError) -> Scored {
    guard let sets = NodeCombinations(nodeCount: graph.nodeCount, size: size) else {
      return (Array(0..<size), -.infinity)
    }
    let work = ChunkedWork(count: sets.count, execution: options.execution)
    let found = try work.joined(into: nil as Scored?) { chunk -> Scored? in
      var measure = KeyPlayerMeasure(graph, options)
      var set = sets.set(chunk.range.lowerBound)
      var best: Scored?
      for _ in chunk {
        let score = measure.score(of: set)
        if Self.isBetter(score, than: best) { best = (set, score) }
        sets.advance(&set)
      }
      return best
    } join: { best, part in
      if let part, Self.isBetter(part.score, than: best) { best = part }
    }
    return found ?? (Array(0..<size), -.infinity)
  }

  private static func isBetter(_ score: Double, than best: Scored?) -> Bool {
    guard let best else { return true }
    return score > best.score + margin
  }
}

/// The sets of so many of the nodes 0 to n - 1, each in ascending order, sorted by their nodes.
struct NodeCombinations: Sendable {
  let nodeCount: Int
  let size: Int
  /// How many there are.
  let count: Int

  /// Nil if there are too many to number them.
  init?(nodeCount: Int, size: Int) {
    guard let count = Self.binomial(nodeCount, size) else { return nil }
    self.nodeCount = nodeCount
    self.size = size
    self.count = count
  }

  /// The set of a number, from 0.
  func set(_ number: Int) -> [Int] {
    var left = number
    var set: [Int] = []
    var node = 0
    while set.count < size {
      // So many sets go on with this node.
      let with = Self.binomial(nodeCount - node - 1, size - set.count - 1) ?? Int.max
      if left < with { set.append(node) } else { left -= with }
      node += 1
    }
    return set
  }

  /// Goes on to the next set; the last stays as it is.
  func advance(_ set: inout [Int]) {
    guard let place = set.indices.last(where: { set[$0] < nodeCount - size + $0 }) else { return }
    set[place] += 1
    for later in (place + 1)..<max(size, place + 1) { set[later] = set[later - 1] + 1 }
  }

  /// The number of sets of `size` of `count`; nil if it does not fit.
  static func binomial(_ count: Int, _ size: Int) -> Int? {
    guard size >= 0, size <= count else { return 0 }
    var product = 1
    for step in 0..<min(size, count - size) {
      let (next, overflow) = product.multipliedReportingOverflow(by: count - step)
      if overflow { return nil }
      product = next / (step + 1)
    }
    return product
  }
}
