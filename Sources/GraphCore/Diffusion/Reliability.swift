/// How likely it is that some nodes are joined if edges fail by chance.
public struct TerminalReliability: Sendable, Equatable {
  /// The probability, 0 to 1.
  public let probability: Double
  /// Where it lies: the probability itself if it is exact, else the interval of Wilson for 95 of 100
  /// cases.
  public let interval: ClosedRange<Double>
  /// Whether it was computed and not estimated.
  public let isExact: Bool
  /// How many times chance was asked; 0 if it is exact.
  public let sampleCount: Int
}

extension Graph {
  /// How reliability is computed.
  public struct ReliabilityOptions: Sendable {
    /// By edge index, the probability that it holds, 0 to 1; nil for the weights. An edge of an
    /// unweighted graph holds for certain.
    public var probabilities: [Double]?
    /// After how many looks at an edge, in all cases together, the exact computation is given up; 0 or
    /// more.
    public var maximumSteps: Int
    /// How many random graphs are drawn instead, 1 or more.
    public var samples: Int
    /// Where the sequence of random choices begins.
    public var seed: UInt64
    /// On how many threads they are drawn, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - probabilities: By edge index, the probability that it holds.
    ///   - maximumSteps: After how many looks at an edge the exact computation is given up.
    ///   - samples: How many random graphs are drawn instead.
    ///   - seed: Where the sequence of random choices begins.
    ///   - execution: On how many threads they are drawn, and who is told how far it is.
    public init(
      probabilities: [Double]? = nil, maximumSteps: Int = 5_000_000, samples: Int = 100_000,
      seed: UInt64 = 0, execution: Execution = Execution()
    ) {
      self.probabilities = probabilities
      self.maximumSteps = maximumSteps
      self.samples = samples
      self.seed = seed
      self.execution = execution
    }
  }

  /// The two-terminal reliability: how likely there is a path if each edge holds with its own
  /// probability, independently of the others.
  ///
  /// To compute it is #P-hard [Valiant1979]. Parallel and series edges become one and what leads
  /// nowhere is left out; where no rule helps, one edge holds or fails, and both cases are
  /// computed: factoring [Satyanarayana1985]. Loops change nothing. A node is joined to itself.
  ///
  /// - Parameters:
  ///   - tail: The node at which the path begins.
  ///   - head: The node at which it ends.
  ///   - options: Probabilities, steps, samples, seed, execution.
  /// - Returns: The probability, exact or estimated.
  /// - Throws: `GraphError` if a probability is outside its range, there is not one for each edge, or
  ///   an option is outside its range; `GraphError.cancelled`.
  /// - Complexity: O(n + m log m) time for each case and round of rules, at most as many as the
  ///   steps allow, or O(n + m) for each sample; O(m d) space for d cases within each other.
  public func reliability(
    from tail: Int, to head: Int, _ options: ReliabilityOptions = ReliabilityOptions()
  ) throws(GraphError) -> TerminalReliability {
    requireNode(tail)
    requireNode(head)
    guard isDirected else { return try reliability(joining: [tail, head], options) }
    let chances = try options.check(self)
    var factoring = DirectedFactoring(effort: options.maximumSteps)
    let arcs = edges.enumerated().map { edge, ends in
      UncertainEdge(ends.tail, ends.head, chances?[edge] ?? 1)
    }
    let found = tail == head ? 1 : try factoring.reliability(arcs, from: tail, to: head)
    if let found { return TerminalReliability(exact: found) }
    let rule = try SpreadRule(self, .independentCascade(probabilities: options.probabilities))
    let hits = try spreadEstimate(samples: options.samples, seed: options.seed, options.execution) {
      var search = CascadeSearch(rule)
      return { generator in
        search.run(from: [tail], using: &generator)
        return search.reached(head) ? 1 : 0
      }
    }
    return TerminalReliability(
      hits: (hits.mean * Double(options.samples)).rounded(), of: options.samples)
  }

  /// The reliability of several terminals: how likely they are all joined if each edge holds with its
  /// own probability, independently of the others.
  ///
  /// As `reliability(from:to:_:)`, with the rules for edges in series that hold for terminals too
  /// [Satyanarayana1985]. Direction is ignored. One terminal or none is joined for certain.
  ///
  /// - Parameters:
  ///   - terminals: The nodes to be joined; the order means nothing.
  ///   - options: Probabilities, steps, samples, seed, execution.
  /// - Returns: The probability, exact or estimated.
  /// - Throws: `GraphError` if a probability is outside its range, there is not one for each edge, or
  ///   an option is outside its range; `GraphError.cancelled`.
  /// - Complexity: As `reliability(from:to:_:)`.
  public func reliability(
    joining terminals: [Int], _ options: ReliabilityOptions = ReliabilityOptions()
  ) throws(GraphError) -> TerminalReliability {
    let chances = try options.check(self)
    let isTerminal = membership(terminals)
    let ends = edges.enumerated().map { edge, ends in
      UncertainEdge(ends.tail, ends.head, chances?[edge] ?? 1)
    }
    var factoring = TerminalFactoring(effort: options.maximumSteps)
    if let found = try factoring.reliability(ends, isTerminal: isTerminal) {
      return TerminalReliability(exact: found)
    }
    let hits = try spreadEstimate(samples: options.samples, seed: options.seed, options.execution) {
      { generator in
        var components = GrowingComponents(nodeCount: nodeCount)
        for node in nodes { components.add(node) }
        for edge in tails.indices where generator.nextUnit() < chances?[edge] ?? 1 {
          components.join(Int(tails[edge]), Int(heads[edge]))
        }
        let root = components.root(of: terminals[0])
        return terminals.allSatisfy { components.root(of: $0) == root } ? 1 : 0
      }
    }
    return TerminalReliability(
      hits: (hits.mean * Double(options.samples)).rounded(), of: options.samples)
  }

  /// The all-terminal reliability: how likely the whole graph is connected if each edge holds with its
  /// own probability, independently of the others.
  ///
  /// - Parameter options: Probabilities, steps, samples, seed, execution.
  /// - Returns: The probability, exact or estimated; direction is ignored.
  /// - Throws: `GraphError` if a probability is outside its range, there is not one for each edge, or
  ///   an option is outside its range; `GraphError.cancelled`.
  /// - Complexity: As `reliability(from:to:_:)`.
  public func allTerminalReliability(
    _ options: ReliabilityOptions = ReliabilityOptions()
  ) throws(GraphError) -> TerminalReliability {
    try reliability(joining: Array(nodes), options)
  }
}

extension Graph.ReliabilityOptions {
  fileprivate func check(_ graph: Graph) throws(GraphError) -> [Double]? {
    try requireSamples(samples)
    guard maximumSteps >= 0 else {
      throw .optionOutOfRange(
        name: "the largest number of steps", value: Double(maximumSteps), range: "zero or more")
    }
    return try graph.checkedChances(probabilities)
  }
}

extension TerminalReliability {
  fileprivate init(exact probability: Double) {
    let probability = min(max(probability, 0), 1)
    self.init(
      probability: probability, interval: probability...probability, isExact: true, sampleCount: 0)
  }

  /// From the share of hits, with the interval of Wilson.
  fileprivate init(hits: Double, of samples: Int) {
    self.init(
      probability: hits / Double(samples), interval: wilsonInterval(hits: hits, trials: samples),
      isExact: false, sampleCount: samples)
  }
}

/// The interval in which a probability lies in 95 of 100 cases, after that many hits in so many trials
/// [Wilson1927].
package func wilsonInterval(hits: Double, trials: Int) -> ClosedRange<Double> {
  // Symbols: z is the 97.5 % point of the normal distribution, p the share, n the trials.
  let z = 1.959963984540054
  let n = Double(trials)
  let p = hits / n
  let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
  let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
  return max(0, middle - half)...min(1, middle + half)
}
