extension Graph {
  /// How PageRank is computed.
  public struct PageRankOptions: Sendable {
    /// The chance of going on along an edge, from 0 up to, but not including, 1. 0.85 unless set.
    public var damping: Double
    /// By node, how likely the walk is to begin there; scaled to sum to 1. Evenly unless set.
    public var personalization: [Double]?
    /// By node, how likely the walk is to go on there from a node that nothing leaves; scaled to sum
    /// to 1. As it begins unless set.
    public var dangling: [Double]?
    /// Whether an edge is followed in proportion to its weight. False unless set.
    public var usesWeights: Bool
    /// When to stop.
    public var limits: IterationLimits
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - damping: The chance of going on along an edge.
    ///   - personalization: By node, how likely the walk is to begin there; nil for evenly.
    ///   - dangling: By node, how likely the walk is to go on there from a node that nothing leaves;
    ///     nil for as it begins.
    ///   - usesWeights: Whether an edge is followed in proportion to its weight.
    ///   - limits: When to stop.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      damping: Double = 0.85, personalization: [Double]? = nil, dangling: [Double]? = nil,
      usesWeights: Bool = false,
      limits: IterationLimits = IterationLimits(), execution: Execution = Execution()
    ) {
      self.damping = damping
      self.personalization = personalization
      self.dangling = dangling
      self.usesWeights = usesWeights
      self.limits = limits
      self.execution = execution
    }
  }

  /// The PageRank of each node: how often a random walk along the edges is there.
  ///
  /// At each step the walk follows an edge of its node with the chance `damping`, and otherwise
  /// begins anew at a node drawn evenly or by the personalisation [Brin1998]. From a node without
  /// outgoing edges, or none of weight above zero, it goes on as `dangling` says, which is to begin
  /// anew unless set. Parallel edges are followed each; a loop stays. The walk
  /// runs from tail to head, so the score is high where edges arrive.
  ///
  /// - Parameter options: Damping, personalisation, dangling nodes, weights, limits, execution.
  /// - Returns: Chances of 0 or more that sum to 1. The residual is the sum of the changes of the
  ///   last round. No values for a graph without nodes.
  /// - Throws: `GraphError` if an option is out of range or a weight that is used is negative.
  /// - Complexity: O((n + m) k) time for k rounds; k is at most log(tolerance) / log(damping),
  ///   since each round shrinks the residual by the damping; O(n + m) space.
  public func pageRank(
    _ options: PageRankOptions = PageRankOptions()
  ) throws(GraphError) -> NodeValues<Double> {
    try options.limits.check()
    guard options.damping >= 0, options.damping < 1 else {
      throw .optionOutOfRange(
        name: "damping", value: options.damping, range: "0 or more and below 1")
    }
    let starts = try chances("personalization", options.personalization)
    let resumes = try options.dangling.map { values throws(GraphError) in
      try chances("dangling", values)
    }
    let weights = options.usesWeights ? try checkedWeights(.notNegative) : nil

    var walk = RankWalk(self, options, starts: starts, resumes: resumes ?? starts, weights: weights)
    var residual = Double.infinity
    var iterations = 0
    var progress = IterationProgress(options.execution, tolerance: options.limits.tolerance)
    while iterations < options.limits.maximum, residual > options.limits.tolerance {
      iterations += 1
      residual = walk.step()
      try progress.endRound(residual: residual)
    }
    return NodeValues(
      measure: "pagerank", values: walk.ranks,
      normalization: Normalization(rule: "sums to 1", denominator: 1),
      convergence: Convergence(
        converged: residual <= options.limits.tolerance, iterations: iterations, residual: residual)
    )
  }

  /// Numbers by node as chances that sum to 1; even ones for none.
  private func chances(_ name: String, _ given: [Double]?) throws(GraphError) -> [Double] {
    guard let given else {
      return [Double](repeating: 1 / Double(max(nodeCount, 1)), count: nodeCount)
    }
    guard given.count == nodeCount else {
      throw .wrongCount(of: "\(name) values", expected: nodeCount, actual: given.count)
    }
    for (node, value) in given.enumerated() where !(value.isFinite && value >= 0) {
      throw .optionOutOfRange(
        name: "the \(name) of node \(node)", value: value, range: "zero or more")
    }
    let sum = given.reduce(0, +)
    guard sum > 0, sum.isFinite else {
      throw .optionOutOfRange(
        name: "the sum of the \(name)", value: sum, range: "more than zero")
    }
    return given.map { $0 / sum }
  }
}

/// A random walk that is at each node with some chance, one step after the other.
private struct RankWalk {
  private let sums: RowSums
  private let starts: [Double]
  private let resumes: [Double]
  private let damping: Double
  private let threads: Int?
  /// By node, how much leaves it: its edges, or their weights.
  private let leaving: [Double]
  /// By node, its chance.
  private let chances: ColumnMemory<Double>
  /// By node, the chance over what leaves it, of this step and of the next.
  private var sent: ColumnMemory<Double>
  private var sentNext: ColumnMemory<Double>
  /// The chance of the nodes that nothing leaves.
  private var stranded = 0.0

  init(
    _ graph: Graph, _ options: Graph.PageRankOptions, starts: [Double], resumes: [Double],
    weights: [Double]?
  ) {
    sums = RowSums(graph, weights: weights, direction: .inward)
    self.starts = starts
    self.resumes = resumes
    damping = options.damping
    threads = options.execution.threads
    leaving =
      weights == nil
      ? graph.nodes.map { Double(graph.outgoing.row($0).count) }
      : graph.gathered(
        [Double](repeating: 1, count: graph.nodeCount), weights: weights, direction: .outward)
    chances = ColumnMemory(capacity: graph.nodeCount)
    sent = ColumnMemory(capacity: graph.nodeCount)
    sentNext = ColumnMemory(capacity: graph.nodeCount)
    for (node, chance) in starts.enumerated() {
      chances.buffer[node] = chance
      sent.buffer[node] = leaving[node] > 0 ? chance / leaving[node] : 0
      if leaving[node] <= 0 { stranded += chance }
    }
  }

  /// The chances by node.
  var ranks: [Double] { Array(chances.buffer) }

  /// Takes a step.
  ///
  /// - Returns: The sum of the changes.
  mutating func step() -> Double {
    let (sums, starts, resumes, leaving, damping) = (sums, starts, resumes, leaving, damping)
    let (chances, sent, sentNext) = (chances, sent, sentNext)
    let (anew, goingOn) = (1 - damping, damping * stranded)
    // By part, what moved and what is stranded.
    let moved = ColumnMemory<Double>(capacity: sums.parts.count)
    let left = ColumnMemory<Double>(capacity: sums.parts.count)
    inParallel(sums.parts.count, threads: threads) { part in
      var (movedHere, leftHere) = (0.0, 0.0)
      starts.withUnsafeBufferPointer { starts in
        resumes.withUnsafeBufferPointer { resumes in
          leaving.withUnsafeBufferPointer { leaving in
            let (chances, next) = (chances.buffer, sentNext.buffer)
            sums.forEach(in: part, of: UnsafeBufferPointer(sent.buffer)) { node, arriving in
              let chance = damping * arriving + anew * starts[node] + goingOn * resumes[node]
              movedHere += abs(chance - chances[node])
              chances[node] = chance
              if leaving[node] > 0 {
                next[node] = chance / leaving[node]
              } else {
                next[node] = 0
                leftHere += chance
              }
            }
          }
        }
      }
      moved.buffer[part] = movedHere
      left.buffer[part] = leftHere
    }
    (self.sent, self.sentNext) = (sentNext, sent)
    stranded = left.buffer.reduce(0, +)
    return moved.buffer.reduce(0, +)
  }
}
