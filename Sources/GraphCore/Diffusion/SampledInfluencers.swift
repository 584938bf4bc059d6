/// Nodes to start a spread, with a guarantee.
public struct SampledInfluencers: Sendable, Equatable {
  /// The nodes in the order in which they were chosen.
  public let nodes: [Int]
  /// How many nodes become active from them on average, estimated from as many sets drawn anew: those
  /// from which the nodes were chosen would flatter them.
  public let spread: Double
  /// The number of sets from which the nodes were chosen.
  public let sampleCount: Int
}

extension Graph {
  /// Nodes from which something spreads widest, chosen from random sets of those that reach a node.
  ///
  /// A node drawn by chance, and all that would have reached it: a set of nodes meets as large a share
  /// of such sets as it reaches of the nodes, on average [Borgs2014]. How many must be drawn is found
  /// by the bounds of martingales, the algorithm IMM [Tang2015]; the sets from which the nodes are
  /// chosen are drawn anew, since those on which the number depends are biased [Chen2018].
  ///
  /// With probability 1 - delta the expected spread of the result is at least 1 - 1/e - epsilon of that
  /// of the best set of as many nodes.
  ///
  /// - Parameters:
  ///   - count: How many nodes to choose, 0 to n.
  ///   - model: By which rule it spreads.
  ///   - epsilon: What may be lost; above 0 and below 1 - 1/e.
  ///   - delta: How likely more may be lost; above 0 and below 1.
  ///   - seed: Where the sequence of random choices begins.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The nodes and their estimated spread; ties go to the smaller node.
  /// - Throws: `GraphError` if there are fewer nodes than that, an option is outside its range, or the
  ///   task has been cancelled.
  /// - Complexity: O((k + log(1 / delta)) (n + m) log n / epsilon^2) expected time; space for all
  ///   sets drawn, four bytes for each member twice.
  public func sampledInfluencers(
    _ count: Int, _ model: SpreadModel = .independentCascade(), epsilon: Double = 0.1,
    delta: Double = 0.01, seed: UInt64 = 0, execution: Execution = Execution()
  ) throws(GraphError) -> SampledInfluencers {
    // Symbols of Tang, Shi and Xiao: k is `count`; a share 1 - n^-l of all cases is 1 - delta.
    try requireCount(count, "influencers")
    guard epsilon > 0, epsilon < 0.632 else {
      throw .optionOutOfRange(name: "epsilon", value: epsilon, range: "above 0 and below 0.632")
    }
    guard delta > 0, delta < 1 else {
      throw .optionOutOfRange(name: "delta", value: delta, range: "above 0 and below 1")
    }
    let rule = try SpreadRule(self, model)
    guard count > 0, count < nodeCount else {
      return SampledInfluencers(
        nodes: Array(nodes.prefix(count)), spread: Double(count), sampleCount: 0)
    }
    let bound = SampleBound(nodeCount: nodeCount, count: count, epsilon: epsilon, delta: delta)
    var sets = ReachingSets(rule, seed: seed)
    var least = 1.0
    for round in 1...max(bound.rounds, 1) {
      let goal = bound.goal(round)
      try sets.draw(
        upTo: bound.samples(toSee: goal), execution.part(round - 1, of: 2 * bound.rounds))
      let found = sets.bestCover(count).share * Double(nodeCount)
      if found >= (1 + bound.roundEpsilon) * goal {
        least = found / (1 + bound.roundEpsilon)
        break
      }
    }
    var mixer = SeededGenerator(seed: seed)
    var fresh = ReachingSets(rule, seed: mixer.next())
    try fresh.draw(upTo: bound.samples(forSpread: least), execution.part(0.5...0.75))
    let best = fresh.bestCover(count)
    var others = ReachingSets(rule, seed: mixer.next())
    try others.draw(upTo: fresh.count, execution.part(0.75...1))
    return SampledInfluencers(
      nodes: best.nodes, spread: others.share(metBy: best.nodes) * Double(nodeCount),
      sampleCount: fresh.count)
  }
}

/// How many sets it takes.
struct SampleBound {
  private static let greedyShare = 0.632_120_558_828_557_7  // 1 - 1/e
  private static let logarithmOfTwo = 0.693_147_180_559_945_3

  private let n: Double
  private let epsilon: Double
  /// ln C(n, k).
  private let choices: Double
  /// l ln n, for twice the chance of failure that each half may have.
  private let certainty: Double
  /// How far the spread may be misjudged while the number of sets is looked for.
  let roundEpsilon: Double
  /// log2 n, less one and rounded up.
  let rounds: Int

  init(nodeCount: Int, count: Int, epsilon: Double, delta: Double) {
    n = Double(nodeCount)
    self.epsilon = epsilon
    roundEpsilon = 2.0.squareRoot() * epsilon
    let chosen = min(count, nodeCount - count)
    choices = (0..<chosen).reduce(0) { sum, index in
      sum + (Double(nodeCount - index) / Double(index + 1)).naturalLogarithm
    }
    certainty = (2 / delta).naturalLogarithm
    rounds = max(Int.bitWidth - (nodeCount - 1).leadingZeroBitCount - 1, 1)
  }

  /// A spread that the best set may have.
  func goal(_ round: Int) -> Double { n / Double(1 << round) }

  /// The sets after which a spread of that size is seen.
  func samples(toSee goal: Double) -> Int {
    let lambda =
      (2 + 2 * roundEpsilon / 3) * (choices + certainty + Double(rounds).naturalLogarithm) * n
      / (roundEpsilon * roundEpsilon)
    return Int((lambda / goal).rounded(.up))
  }

  /// The sets from which nodes can be chosen if the best spread is at least that large.
  func samples(forSpread least: Double) -> Int {
    let alpha = (certainty + Self.logarithmOfTwo).squareRoot()
    let beta = (Self.greedyShare * (choices + certainty + Self.logarithmOfTwo)).squareRoot()
    let root = (Self.greedyShare * alpha + beta) / epsilon
    return Int((2 * n * root * root / least).rounded(.up))
  }
}

/// Sets of nodes that would have reached a node drawn by chance.
struct ReachingSets {
  private let rule: SpreadRule
  private let seed: UInt64
  private var offsets = [0]
  private var members: [Int32] = []

  init(_ rule: SpreadRule, seed: UInt64) {
    self.rule = rule
    self.seed = seed
  }

  var count: Int { offsets.count - 1 }

  /// The nodes of a set.
  subscript(number: Int) -> ArraySlice<Int32> { members[offsets[number]..<offsets[number + 1]] }

  /// Draws until there are that many.
  mutating func draw(upTo wanted: Int, _ execution: Execution) throws(GraphError) {
    let first = count
    guard wanted > first else { return }
    let (rule, seed) = (rule, seed)
    let work = ChunkedWork(count: wanted - first, execution: execution)
    let drawn = try work.joined(into: (sizes: [Int](), members: [Int32]())) { chunk in
      var search = ReachingSearch(rule)
      var part = (sizes: [Int](), members: [Int32]())
      for index in chunk {
        // Each set has a seed of its own, so it does not matter which thread draws it.
        search.run(seed: seed &+ UInt64(truncatingIfNeeded: first + index))
        part.sizes.append(search.queue.count)
        part.members += search.queue
      }
      return part
    } join: { whole, part in
      whole.sizes += part.sizes
      whole.members += part.members
    }
    for size in drawn.sizes { offsets.append(offsets[offsets.count - 1] + size) }
    members += drawn.members
  }

  /// The share of sets that hold one of some nodes.
  func share(metBy chosen: [Int]) -> Double {
    let isChosen = rule.graph.membership(chosen)
    let met = (0..<count).reduce(0) { sum, number in
      sum + (self[number].contains { isChosen[Int($0)] } ? 1 : 0)
    }
    return Double(met) / Double(max(count, 1))
  }

  /// Nodes that meet many sets, chosen greedily, and the share that they meet.
  func bestCover(_ size: Int) -> (nodes: [Int], share: Double) {
    let nodeCount = rule.graph.nodeCount
    // By node, the sets in which it is.
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    for member in members { starts[Int(member) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var places = starts
    var sets = [Int32](repeating: 0, count: members.count)
    for number in 0..<count {
      for member in self[number] {
        sets[places[Int(member)]] = Int32(truncatingIfNeeded: number)
        places[Int(member)] += 1
      }
    }
    var gains = (0..<nodeCount).map { starts[$0 + 1] - starts[$0] }
    var isMet = [Bool](repeating: false, count: count)
    var isChosen = [Bool](repeating: false, count: nodeCount)
    var chosen: [Int] = []
    var met = 0
    while chosen.count < size {
      var best = -1
      for node in 0..<nodeCount where !isChosen[node] && (best < 0 || gains[node] > gains[best]) {
        best = node
      }
      guard best >= 0 else { break }
      isChosen[best] = true
      chosen.append(best)
      met += gains[best]
      for place in starts[best]..<starts[best + 1] where !isMet[Int(sets[place])] {
        isMet[Int(sets[place])] = true
        for member in self[Int(sets[place])] { gains[Int(member)] -= 1 }
      }
    }
    return (chosen, Double(met) / Double(max(count, 1)))
  }
}

/// Looks backwards for those that would have reached a node.
private struct ReachingSearch {
  private let rule: SpreadRule
  private var isSeen: [Bool]
  private(set) var queue: [Int32] = []

  init(_ rule: SpreadRule) {
    self.rule = rule
    isSeen = [Bool](repeating: false, count: rule.graph.nodeCount)
  }

  mutating func run(seed: UInt64) {
    for node in queue { isSeen[Int(node)] = false }
    queue.removeAll(keepingCapacity: true)
    var generator = SeededGenerator(seed: seed)
    let graph = rule.graph
    let root = Int.random(in: 0..<graph.nodeCount, using: &generator)
    isSeen[root] = true
    queue.append(Int32(truncatingIfNeeded: root))
    if rule.isThreshold {
      var node = root
      while let heard = rule.edgeHeard(by: node, using: &generator), !isSeen[heard.node] {
        node = heard.node
        isSeen[node] = true
        queue.append(Int32(truncatingIfNeeded: node))
      }
      return
    }
    let rows = graph.incoming
    let rowEdges = rows.edges
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      for entry in rows.row(node) where !isSeen[Int(rows.targets[entry])] {
        if generator.nextUnit() < rule.value(Int(rowEdges[entry]), into: node) {
          isSeen[Int(rows.targets[entry])] = true
          queue.append(rows.targets[entry])
        }
      }
    }
  }
}
