/// What was measured on matrices whose nodes belong together, against the same with nodes shuffled.
public struct PermutationTest: Sendable, Equatable {
  /// What was measured.
  public let observed: Double
  /// The share of shufflings that give at least as much, the one at hand counted among them.
  public let shareAtLeast: Double
  /// The share of shufflings that give at most as much, the one at hand counted among them.
  public let shareAtMost: Double
  /// The share of shufflings that give at least as much in size, the one at hand counted among them.
  public let shareAsExtreme: Double
  /// How many shufflings were drawn.
  public let permutations: Int

  /// Counts what shufflings gave.
  init(observed: Double, drawn: [Double]) {
    // Sums taken in another order differ in the last bits.
    let slack = 1e-12 * max(abs(observed), 1)
    let count = Double(drawn.count + 1)
    self.observed = observed
    shareAtLeast = Double(drawn.count { $0 >= observed - slack } + 1) / count
    shareAtMost = Double(drawn.count { $0 <= observed + slack } + 1) / count
    shareAsExtreme = Double(drawn.count { abs($0) >= abs(observed) - slack } + 1) / count
    permutations = drawn.count
  }
}

extension Graph {
  /// How two matrices are compared with shuffled ones.
  public struct PermutationOptions: Sendable {
    /// How many shufflings are drawn, 1 to 10,000,000. 1,000 unless set.
    public var permutations: Int
    /// Where the sequence of random choices begins.
    public var seed: UInt64
    /// Whether a tie is the sum of its weights; 1 otherwise.
    public var usesWeights: Bool
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - permutations: How many shufflings are drawn.
    ///   - seed: Where the sequence of random choices begins.
    ///   - usesWeights: Whether a tie is the sum of its weights.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      permutations: Int = 1_000, seed: UInt64 = 0, usesWeights: Bool = false,
      execution: Execution = Execution()
    ) {
      self.permutations = permutations
      self.seed = seed
      self.usesWeights = usesWeights
      self.execution = execution
    }
  }

  /// The QAP correlation of two graphs of the same nodes: whether ties of the one are where ties of
  /// the other are.
  ///
  /// The correlation over all ordered pairs of different nodes, against that with the nodes of this
  /// graph shuffled, which keeps the ties of a node together [Hubert1976] [Krackhardt1987]. Loops are
  /// left out; an undirected edge leads both ways.
  ///
  /// - Parameters:
  ///   - other: A graph of the same nodes.
  ///   - options: Permutations, seed, weights, execution.
  /// - Returns: The correlation from -1 to 1 and the share of shufflings on either side; nil if one of
  ///   the graphs has the same tie everywhere.
  /// - Throws: `GraphError` if the graphs do not have as many nodes, an option is out of range, or the
  ///   task has been cancelled.
  /// - Complexity: O(p n^2) time for p permutations, O(n^2) space.
  public func qapCorrelation(
    with other: Graph, _ options: PermutationOptions = PermutationOptions()
  ) throws(GraphError) -> PermutationTest? {
    try requireSameNodes(other)
    let own = TieMatrix(self, usesWeights: options.usesWeights)
    let second = TieMatrix(other, usesWeights: options.usesWeights).offDiagonal
    guard let observed = own.offDiagonal.correlation(with: second) else { return nil }
    let drawn = try shuffled(options) { names in
      own.renamed(names).correlation(with: second) ?? 0
    }
    return PermutationTest(observed: observed, drawn: drawn)
  }

  /// Refuses a graph with another number of nodes.
  func requireSameNodes(_ other: Graph) throws(GraphError) {
    guard other.nodeCount == nodeCount else {
      throw .wrongCount(of: "nodes", expected: nodeCount, actual: other.nodeCount)
    }
  }

  /// What `measure` gives for each of the shufflings of the nodes.
  func shuffled<Result: Sendable>(
    _ options: PermutationOptions, _ measure: @Sendable (_ names: [Int]) -> Result
  ) throws(GraphError) -> [Result] {
    try GraphError.require(
      options.permutations, "the number of permutations", in: 1...10_000_000)
    var generator = SeededGenerator(seed: options.seed)
    let seeds = (0..<options.permutations).map { _ in generator.next() }
    let all = Array(nodes)
    let work = ChunkedWork(
      count: options.permutations, execution: options.execution, smallestChunk: 1)
    return try work.map { chunk in
      chunk.map { number in
        var generator = SeededGenerator(seed: seeds[number])
        return measure(all.shuffled(using: &generator))
      }
    }
  }
}

extension TieMatrix {
  /// The ties of all ordered pairs of different nodes, row by row.
  var offDiagonal: [Double] { renamed(Array(0..<count)) }

  /// The same if node v is taken for node `names[v]` of this matrix.
  func renamed(_ names: [Int]) -> [Double] {
    var list: [Double] = []
    list.reserveCapacity(max(count * (count - 1), 0))
    for tail in 0..<count {
      for head in 0..<count where head != tail { list.append(self[names[tail], names[head]]) }
    }
    return list
  }
}
