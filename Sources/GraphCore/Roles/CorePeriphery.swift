/// A division of the nodes into a dense core and a sparse periphery.
public struct CorePeriphery: Sendable, Equatable {
  /// By node, whether it is in the core.
  public let isCore: [Bool]
  /// How well the division fits: the correlation between the ties and the ideal pattern, from -1 to 1;
  /// nil where there is nothing to correlate.
  public let correlation: Double?

  /// The nodes of the core, ascending.
  public var core: [Int] { isCore.indices.filter { isCore[$0] } }
}

/// How near each node is to the core, where there is no sharp line.
public struct Coreness: Sendable, Equatable {
  /// By node, its coreness; the squares sum to 1.
  public let values: NodeValues<Double>
  /// The correlation, over all ordered pairs of different nodes, between the tie and the product of
  /// the two corenesses; nil where there is nothing to correlate.
  public let correlation: Double?
}

extension Graph {
  /// What the ideal pattern says of pairs of a core and a peripheral node.
  public enum CorePattern: Sendable, Hashable, CaseIterable {
    /// Every such pair is tied.
    case tied
    /// No such pair is tied.
    case untied
    /// Such pairs do not count.
    case ignored
  }

  /// The division into core and periphery that fits best: the core tied throughout, the periphery not
  /// at all.
  ///
  /// What is to be largest is the correlation, over all ordered pairs of different nodes, between ties
  /// and the ideal pattern [Borgatti2000]. It is looked for from the best core of nodes of highest
  /// degree, and from random ones, by moving the node that gains most until none gains; so a better
  /// division may exist. Loops are left out and parallel edges are one; weights mean nothing.
  ///
  /// - Parameters:
  ///   - pattern: What the ideal says of pairs between; tied unless set.
  ///   - restarts: From how many random cores it is looked for as well, 0 to 1,000,000.
  ///   - seed: Where the sequence of random choices begins.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The division.
  /// - Throws: `GraphError` if the number of restarts is out of range or the task has been cancelled.
  /// - Complexity: O((n + m) log n) time from each core, moves being about n, as each tie changes what
  ///   moving its other end gains; with pattern `ignored`, where the gain depends on two counts at once,
  ///   O(n^2 + m). O(n + m) space.
  public func corePeriphery(
    pattern: CorePattern = .tied, restarts: Int = 10, seed: UInt64 = 0,
    execution: Execution = Execution()
  ) throws(GraphError) -> CorePeriphery {
    try GraphError.require(restarts, "the number of restarts", in: 0...1_000_000)
    let ties = simplified()
    let arcs = isDirected ? ties : ties.asUndirected()
    let degrees = nodes.map { node in
      arcs.outgoing.row(node).count + (isDirected ? arcs.incoming.row(node).count : 0)
    }
    var fit = CoreFit(arcs, pattern: pattern)
    // The best core of nodes of highest degree.
    var (bestScore, bestSize) = (fit.score, 0)
    let order = nodes.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
    for (place, node) in order.enumerated() {
      if place % 1_024 == 0 { try Execution.checkCancellation() }
      fit.move(node)
      if fit.score > bestScore { (bestScore, bestSize) = (fit.score, place + 1) }
    }
    for node in order[bestSize...].reversed() { fit.move(node) }
    try fit.climb()
    var best = fit.state
    var generator = SeededGenerator(seed: seed)
    for restart in 0..<restarts {
      execution.progress?(Double(restart + 1) / Double(restarts + 1))
      fit.set(nodes.map { _ in Bool.random(using: &generator) })
      try fit.climb()
      if fit.score > best.score + 1e-12 { best = fit.state }
    }
    return CorePeriphery(
      isCore: best.isCore, correlation: best.score == -.infinity ? nil : best.score)
  }

  /// The coreness of each node: numbers whose products come nearest to the ties.
  ///
  /// The tie of two nodes is to be the product of their corenesses [Borgatti2000]: numbers that make
  /// the sum of squared differences over all pairs smallest, one after the other in turn until they
  /// rest [Comrey1962]. Ties out and in are averaged. Loops are left out.
  ///
  /// - Parameters:
  ///   - usesWeights: Whether a tie is the sum of its weights, 0 or more; 1 otherwise.
  ///   - limits: When to stop.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Returns: Corenesses of 0 or more; all 0 without ties. The residual is the largest change of the
  ///   last round.
  /// - Throws: `GraphError` if a limit is out of range, a weight that is used is negative, or the task
  ///   has been cancelled.
  /// - Complexity: O(n + m) time for each round, O(n + m) space.
  public func continuousCoreness(
    usesWeights: Bool = false, limits: IterationLimits = IterationLimits(),
    execution: Execution = Execution()
  ) throws(GraphError) -> Coreness {
    try limits.check()
    if usesWeights { _ = try checkedWeights(.notNegative) }
    let simple = simplified()
    // Each pair once for each direction in which it is tied; the sums are halved where there are two.
    let joined = simple.asUndirected()
    let (rows, rowEdges) = (joined.outgoing, joined.outgoing.edges)
    let share = isDirected ? 0.5 : 1.0
    func tie(_ edge: Int32) -> Double { usesWeights ? simple.weights?[Int(edge)] ?? 1 : 1 }
    var values = nodes.map { node in
      share * rows.row(node).reduce(0) { $0 + tie(rowEdges[$1]) }
    }
    let total = values.reduce(0, +)
    values = values.map { total > 0 ? $0 / total.squareRoot() : 0 }
    var squares = values.reduce(0) { $0 + $1 * $1 }
    var (iterations, residual) = (0, total > 0 ? Double.infinity : 0)
    var progress = IterationProgress(execution, tolerance: limits.tolerance)
    while iterations < limits.maximum, residual > limits.tolerance {
      iterations += 1
      residual = 0
      for node in nodes {
        let others = squares - values[node] * values[node]
        let sum = rows.row(node).reduce(0) {
          $0 + share * tie(rowEdges[$1]) * values[Int(rows.targets[$1])]
        }
        let next = others > 1e-300 ? sum / others : 0
        residual = max(residual, abs(next - values[node]))
        squares = others + next * next
        values[node] = next
      }
      // Sums of what was added and taken away drift.
      squares = values.reduce(0) { $0 + $1 * $1 }
      try progress.endRound(residual: residual)
    }
    let scale = squares.squareRoot()
    let scaled = values.map { scale > 0 ? $0 / scale : 0 }
    let ordered = TieSums(simple, usesWeights: usesWeights, scaled)
    return Coreness(
      values: NodeValues(
        measure: "coreness", values: scaled,
        normalization: Normalization(rule: "squares sum to 1", denominator: scale),
        convergence: Convergence(
          converged: residual <= limits.tolerance, iterations: iterations, residual: residual)),
      correlation: ordered.correlation)
  }
}

/// The correlation between ties and products of numbers, from sums over the ties alone.
private struct TieSums {
  let correlation: Double?

  init(_ simple: Graph, usesWeights: Bool, _ values: [Double]) {
    let pairs = Double(simple.nodeCount) * Double(simple.nodeCount - 1)
    var (ties, squares, joint) = (0.0, 0.0, 0.0)
    for edge in simple.edges {
      let tie = usesWeights ? edge.weight ?? 1 : 1
      let times = simple.isDirected ? 1.0 : 2.0
      ties += times * tie
      squares += times * tie * tie
      joint += times * tie * values[edge.tail] * values[edge.head]
    }
    let sum = values.reduce(0, +)
    let second = values.reduce(0) { $0 + $1 * $1 }
    let fourth = values.reduce(0) { $0 + $1 * $1 * $1 * $1 }
    let products = sum * sum - second
    let spread = squares - ties * ties / max(pairs, 1)
    let productSpread = second * second - fourth - products * products / max(pairs, 1)
    let isFlat = spread <= 1e-12 * squares || productSpread <= 1e-12 * second * second
    correlation =
      pairs > 0 && !isFlat
      ? (joint - ties * products / pairs) / (spread * productSpread).squareRoot() : nil
  }
}

/// A core in the making, and how well it fits.
private struct CoreFit {
  struct State {
    var isCore: [Bool]
    var score: Double
  }

  private let graph: Graph
  private let pattern: Graph.CorePattern
  private let ties: Double
  /// By node, its ties, and those with the core, in both directions.
  private let degrees: [Double]
  private var coreTies: [Double]
  private var isCore: [Bool]
  private var coreSize = 0.0
  /// Ordered pairs that are tied: within the core, and with at least one end in it.
  private var within = 0.0
  private var touching = 0.0

  init(_ graph: Graph, pattern: Graph.CorePattern) {
    self.graph = graph
    self.pattern = pattern
    ties = Double(graph.edgeCount * (graph.isDirected ? 1 : 2))
    degrees = graph.nodes.map { node in
      Double(
        graph.isDirected
          ? graph.outgoing.row(node).count + graph.incoming.row(node).count
          : 2 * graph.outgoing.row(node).count)
    }
    coreTies = [Double](repeating: 0, count: graph.nodeCount)
    isCore = [Bool](repeating: false, count: graph.nodeCount)
  }

  var state: State { State(isCore: isCore, score: score) }

  var score: Double { score(coreSize, within, touching) }

  /// The correlation for a core of a size and its tied pairs; negative infinity where there is none.
  private func score(_ size: Double, _ within: Double, _ touching: Double) -> Double {
    let n = Double(graph.nodeCount)
    var pairs = n * (n - 1)
    var sum = ties
    let corePairs = size * (size - 1)
    var (ideal, joint) = (corePairs, within)
    switch pattern {
    case .tied:
      ideal = pairs - (n - size) * (n - size - 1)
      joint = touching
    case .untied: break
    case .ignored:
      pairs -= 2 * size * (n - size)
      sum -= touching - within
    }
    // Ties and ideal are 0 or 1, so their squares are themselves; counts are exact.
    let spread = sum * (pairs - sum)
    let idealSpread = ideal * (pairs - ideal)
    guard spread > 0, idealSpread > 0 else { return -.infinity }
    return (joint * pairs - sum * ideal) / (spread.squareRoot() * idealSpread.squareRoot())
  }

  /// The sums if a node changes sides.
  @inline(__always)
  private func sums(moving node: Int) -> (size: Double, within: Double, touching: Double) {
    let sign = isCore[node] ? -1.0 : 1.0
    return (
      coreSize + sign, within + sign * coreTies[node],
      touching + sign * (degrees[node] - coreTies[node])
    )
  }

  mutating func move(_ node: Int) {
    (coreSize, within, touching) = sums(moving: node)
    isCore[node].toggle()
    let change = isCore[node] ? 1.0 : -1.0
    for rows in [graph.outgoing, graph.incoming] {
      for entry in rows.row(node) { coreTies[Int(rows.targets[entry])] += change }
    }
  }

  mutating func set(_ wanted: [Bool]) {
    for node in graph.nodes where isCore[node] != wanted[node] { move(node) }
  }

  /// Moves the node that gains most until none gains.
  mutating func climb() throws(GraphError) {
    if pattern == .ignored { return try climbByScan() }
    // Of nodes that change the same way, that of the largest count gains most.
    var entering = Tournament(count: graph.nodeCount)
    var leaving = Tournament(count: graph.nodeCount)
    for node in graph.nodes {
      entering.set(node, isCore[node] ? nil : count(node))
      leaving.set(node, isCore[node] ? -count(node) : nil)
    }
    var moves = 0
    while true {
      if moves % 256 == 0 { try Execution.checkCancellation() }
      moves += 1
      let candidates = [entering.best, leaving.best].compactMap(\.self).sorted()
      guard let node = gainer(candidates) else { return }
      move(node)
      for rows in [graph.outgoing, graph.incoming] {
        for entry in rows.row(node) {
          let other = Int(rows.targets[entry])
          if isCore[other] {
            leaving.set(other, -count(other))
          } else {
            entering.set(other, count(other))
          }
        }
      }
      entering.set(node, isCore[node] ? nil : count(node))
      leaving.set(node, isCore[node] ? -count(node) : nil)
    }
  }

  /// What moving a node adds to the ties that count, or takes from them.
  private func count(_ node: Int) -> Double {
    pattern == .tied ? degrees[node] - coreTies[node] : coreTies[node]
  }

  private mutating func climbByScan() throws(GraphError) {
    repeat { try Execution.checkCancellation() } while moveGainer()
  }

  private mutating func moveGainer() -> Bool {
    guard let node = gainer(graph.nodes) else { return false }
    move(node)
    return true
  }

  /// The node whose move gains most, of equal ones the first; nil if none gains.
  private func gainer(_ candidates: some Sequence<Int>) -> Int? {
    var (best, bestScore): (Int?, Double) = (nil, score)
    for node in candidates {
      let sums = sums(moving: node)
      let score = score(sums.size, sums.within, sums.touching)
      if score > bestScore + 1e-12 || (bestScore == -.infinity && score > bestScore) {
        (best, bestScore) = (node, score)
      }
    }
    return best
  }
}

/// Nodes with numbers, of which the largest is known, of equal ones the first node.
private struct Tournament {
  /// How many nodes there is room for, a power of two.
  private let room: Int
  /// A binary tree: the root at 1, the nodes from `room` on; each the winner of what is below it.
  private var winners: [Int32]
  private var values: [Double]

  init(count: Int) {
    var room = 1
    while room < count { room *= 2 }
    self.room = room
    values = [Double](repeating: -.infinity, count: room)
    winners = [Int32](repeating: 0, count: 2 * room)
    for place in stride(from: 2 * room - 1, to: 0, by: -1) {
      winners[place] = place >= room ? Int32(truncatingIfNeeded: place - room) : winners[2 * place]
    }
  }

  /// The node of the largest number; nil if no node has one.
  var best: Int? {
    let best = Int(winners[1])
    return values[best] > -.infinity ? best : nil
  }

  /// Gives a node a number, or takes its number away.
  mutating func set(_ node: Int, _ value: Double?) {
    values[node] = value ?? -.infinity
    var place = (room + node) / 2
    while place > 0 {
      let (left, right) = (winners[2 * place], winners[2 * place + 1])
      winners[place] = values[Int(right)] > values[Int(left)] ? right : left
      place /= 2
    }
  }
}
