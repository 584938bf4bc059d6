/// A walk from graph to graph, tie by tie, that is at each as often as an exponential random graph
/// model says.
struct TieWalk: Sendable {
  private(set) var table: TieTable
  private let coefficients: [Double]
  /// By term, how much the graph has more than at the beginning.
  private(set) var sums: [Double]
  private var change: [Double]
  private var generator: SeededGenerator

  /// - Parameters:
  ///   - table: The graph at the beginning.
  ///   - coefficients: By term, its coefficient.
  ///   - sums: By term, what it has at the beginning.
  ///   - generator: Draws the ties.
  init(
    _ table: TieTable, coefficients: [Double], sums: [Double], generator: SeededGenerator
  ) {
    self.table = table
    self.coefficients = coefficients
    self.sums = sums
    self.generator = generator
    change = sums
  }

  /// Proposes a number of changes.
  ///
  /// - Parameter count: How many.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  mutating func step(_ count: Int) throws(GraphError) {
    guard table.pairCount > 0 else { return }
    for number in 0..<count {
      if number % 256 == 0 { try Execution.checkCancellation() }
      step()
    }
  }

  /// Proposes to take away a tie or to make one, half the time one of the ties: in a sparse graph most
  /// pairs would be free, and ties would hardly ever be tried [Morris2008].
  private mutating func step() {
    let ties = table.ties.count
    let pairs = Double(table.pairCount)
    var pair: (tail: Int, head: Int)
    if ties > 0, generator.next() >> 63 == 0 {
      let drawn = table.ties[Int.random(in: 0..<ties, using: &generator)]
      pair = (Int(drawn.tail), Int(drawn.head))
    } else {
      pair.tail = Int.random(in: 0..<table.nodeCount, using: &generator)
      pair.head = Int.random(in: 0..<table.nodeCount - 1, using: &generator)
      if pair.head >= pair.tail { pair.head += 1 }
    }
    let isThere = table.has(pair.tail, pair.head)
    /// How likely it is to propose a tie, or a free pair, of a graph with so many ties.
    func chance(ofTie: Bool, ties: Int) -> Double {
      if ties == 0 { return 1 / pairs }
      return ofTie ? 0.5 / Double(ties) + 0.5 / pairs : 0.5 / pairs
    }
    let forth = chance(ofTie: isThere, ties: ties)
    let back = chance(ofTie: !isThere, ties: isThere ? ties - 1 : ties + 1)
    table.changes(pair.tail, pair.head, into: &change)
    var gain = 0.0
    for term in change.indices { gain += coefficients[term] * change[term] }
    if isThere { gain = -gain }
    let threshold = gain + (back / forth).naturalLogarithm
    if threshold < 0, (1 - generator.nextUnit()).naturalLogarithm > threshold { return }
    table.toggle(pair.tail, pair.head)
    for term in change.indices { sums[term] += isThere ? -change[term] : change[term] }
  }
}

extension Graph {
  /// A random graph of an exponential random graph model: as likely as e to the sum, over its terms, of
  /// coefficient times statistic says.
  ///
  /// A walk of Metropolis and Hastings over all simple graphs begins without ties [Hunter2008]; after
  /// enough steps it is at each graph nearly as often as the model says. How many are enough is known
  /// from trials only. A model with triangles can have hardly anything between the empty and the full
  /// graph; that is a fault of the model.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - isDirected: Whether the graph is directed.
  ///   - terms: What the model counts.
  ///   - coefficients: By term, its coefficient, finite.
  ///   - steps: How many ties are proposed; nil for a hundred for each pair of nodes.
  ///   - generator: Draws the ties.
  /// - Returns: The graph; the order of its edges means nothing.
  /// - Throws: `GraphError` if there is not one coefficient for each term, one is not finite, the data
  ///   of a term do not fit, a count is out of range, or the task has been cancelled.
  /// - Complexity: O(n^2 + s t) time for s steps, where t is O(1) for independent terms and `mutual`, up
  ///   to the largest degree for triangles and triples, and up to its square for shared partners; O(n^2)
  ///   space.
  public static func exponentialModel(
    nodeCount: Int, isDirected: Bool, terms: [GraphTerm], coefficients: [Double],
    steps: Int? = nil, using generator: inout SeededGenerator
  ) throws(GraphError) -> Graph {
    try GraphError.requireNodeCount(nodeCount)
    try GraphError.require(nodeCount, "the number of nodes", in: 0...40_000)
    guard coefficients.count == terms.count else {
      throw .wrongCount(of: "coefficients", expected: terms.count, actual: coefficients.count)
    }
    for value in coefficients where !value.isFinite {
      throw .optionOutOfRange(name: "a coefficient", value: value, range: "finite")
    }
    for term in terms { try term.check(nodeCount: nodeCount, isDirected: isDirected) }
    let table = TieTable(nodeCount: nodeCount, isDirected: isDirected, terms)
    let count = steps ?? 100 * table.pairCount
    try GraphError.require(count, "the number of steps", in: 0...Int.max)
    var walk = TieWalk(
      table, coefficients: coefficients, sums: coefficients.map { _ in 0 },
      generator: SeededGenerator(seed: generator.next()))
    try walk.step(count)
    return Graph(
      nodeCount: nodeCount, tails: walk.table.ties.map(\.tail), heads: walk.table.ties.map(\.head),
      weights: nil, isDirected: isDirected)
  }
}
