extension Graph {
  /// Blocks of nodes with similar ties by CONCOR: correlations of correlations, until all are 1 or -1.
  ///
  /// Two nodes are compared by the correlation of all that leads from them and to them; then by that
  /// of their rows of correlations, and so on, which ends in two blocks [Breiger1975]. Each block is
  /// divided again in the same way, `splits` times in all. A node's tie to itself is 0. A node with
  /// the same tie to all others correlates with none, 0 being put in. In an undirected graph each tie
  /// counts once. A block whose nodes have all the same ties is not divided.
  ///
  /// - Parameters:
  ///   - splits: How many times blocks are divided, 1 to 20; up to 2^splits blocks.
  ///   - usesWeights: Whether a tie is the sum of its weights, any finite numbers; 1 otherwise.
  ///   - maximumRounds: After how many rounds of correlations a division is taken as it is, by sign,
  ///     1 or more.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The blocks.
  /// - Throws: `GraphError` if an option is out of range or the task has been cancelled.
  /// - Complexity: O(n^3) time for each round, O(n^2) space.
  public func concor(
    splits: Int = 1, usesWeights: Bool = false, maximumRounds: Int = 100,
    execution: Execution = Execution()
  ) throws(GraphError) -> NodeClasses {
    let levels = try concorLevels(
      splits: splits, usesWeights: usesWeights, maximumRounds: maximumRounds, execution: execution)
    return levels[splits - 1]
  }

  /// The blocks of ``concor(splits:usesWeights:maximumRounds:execution:)`` after each split: those of
  /// each level are divided at the next.
  ///
  /// - Parameters:
  ///   - splits: How many times blocks are divided, 1 to 20.
  ///   - usesWeights: Whether a tie is the sum of its weights, any finite numbers; 1 otherwise.
  ///   - maximumRounds: After how many rounds of correlations a division is taken as it is, by sign,
  ///     1 or more.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: By split, the blocks after it.
  /// - Throws: `GraphError` if an option is out of range or the task has been cancelled.
  /// - Complexity: O(n^3) time for each round, O(n^2) space.
  public func concorLevels(
    splits: Int, usesWeights: Bool = false, maximumRounds: Int = 100,
    execution: Execution = Execution()
  ) throws(GraphError) -> [NodeClasses] {
    try GraphError.require(splits, "the number of splits", in: 1...20)
    try GraphError.require(maximumRounds, "the largest number of rounds", in: 1...1_000_000)
    let ties = TieMatrix(self, usesWeights: usesWeights)
    var blocks = nodeCount == 0 ? [] : [Array(nodes)]
    var levels: [NodeClasses] = []
    for split in 0..<splits {
      let part = execution.part(split, of: splits)
      var next: [[Int]] = []
      for (number, block) in blocks.enumerated() {
        let isFirst = try ties.halves(
          block, isDirected: isDirected, maximumRounds: maximumRounds,
          part.part(number, of: blocks.count))
        let parts = [true, false].map { part in
          zip(block, isFirst).filter { $0.1 == part }.map(\.0)
        }
        next += parts.filter { !$0.isEmpty }
      }
      blocks = next
      var labels = [Int32](repeating: 0, count: nodeCount)
      for (number, block) in blocks.enumerated() {
        for node in block { labels[node] = Int32(truncatingIfNeeded: number) }
      }
      levels.append(NodeClasses(DenseLabels(labels)))
    }
    return levels
  }
}

extension TieMatrix {
  /// By node of a block, whether it goes with the first.
  fileprivate func halves(
    _ block: [Int], isDirected: Bool, maximumRounds: Int, _ execution: Execution
  ) throws(GraphError) -> [Bool] {
    var rows = StandardRows(count: block.count, width: isDirected ? 2 * count : count) { row in
      (0..<count).map { self[block[row], $0] }
        + (isDirected ? (0..<count).map { self[$0, block[row]] } : [])
    }
    for round in 1... {
      // How many rounds there will be is not known: each takes half of what is left.
      let done = 1 - 1 / Double(round)
      let correlations = try rows.correlations(
        execution.part(done...1 - 1 / Double(round + 1)))
      if round == maximumRounds || correlations.allSatisfy({ abs($0) > 1 - 1e-9 }) {
        return correlations.prefix(block.count).map { $0 > 0 }
      }
      rows = StandardRows(count: block.count, width: block.count) { row in
        correlations[row * block.count..<(row + 1) * block.count]
      }
    }
    return []
  }
}

/// Rows of numbers with mean 0 and length 1, so that their products are their correlations.
private struct StandardRows: Sendable {
  private typealias Four = SIMD4<Double>

  private let count: Int
  /// How many fours of numbers a row has; zeros fill the last.
  private let fours: Int
  private let values: [Four]
  /// By row, the number that all its places have; nil where they differ.
  private let constants: [Double?]

  /// Standardizes rows; one that is the same throughout becomes 0.
  init(count: Int, width: Int, row: (Int) -> some RandomAccessCollection<Double>) {
    let fours = (width + 3) / 4
    var values = [Four](repeating: .zero, count: count * fours)
    var constants = [Double?](repeating: nil, count: count)
    for index in 0..<count {
      let given = row(index)
      let first = given.first ?? 0
      if given.allSatisfy({ $0 == first }) {
        constants[index] = first
        continue
      }
      let mean = given.reduce(0, +) / Double(width)
      let length = given.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
      for (place, value) in given.enumerated() {
        values[index * fours + place / 4][place % 4] = (value - mean) / length
      }
    }
    (self.count, self.fours, self.values, self.constants) = (count, fours, values, constants)
  }

  /// The correlation of each row with each, row by row.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Numbers from -1 to 1: 1 between two rows that are the same throughout, with the same
  ///   number, and 0 between one such row and another.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  func correlations(_ execution: Execution) throws(GraphError) -> [Double] {
    // Four rows at once go along another, which is then read from memory a quarter as often.
    let tiles = (count + 3) / 4
    let below = try ChunkedWork(count: tiles, execution: execution, smallestChunk: 1).map { tiles in
      tiles.map { tile in
        values.withUnsafeBufferPointer { products(of: 4 * tile, $0) }
      }
    }
    var all = [Double](repeating: 1, count: count * count)
    for row in 0..<count {
      for other in 0..<row {
        let product = below[row / 4][4 * other + row % 4]
        let alike = constants[row] != nil && constants[row] == constants[other]
        all[row * count + other] = alike ? 1 : product
        all[other * count + row] = alike ? 1 : product
      }
    }
    return all
  }

  /// The products of four rows, as far as there are so many, with each row before the last of them.
  private func products(of first: Int, _ values: UnsafeBufferPointer<Four>) -> [Double] {
    let last = min(first + 4, count) - 1
    // What there is not is the last row once more.
    let (one, two) = (first * fours, min(first + 1, last) * fours)
    let (three, four) = (min(first + 2, last) * fours, min(first + 3, last) * fours)
    return [Double](filling: 4 * last) { products, filled in
      for other in 0..<last {
        var sums = (Four.zero, Four.zero, Four.zero, Four.zero)
        let start = other * fours
        for place in 0..<fours {
          let value = values[start + place]
          sums.0 += values[one + place] * value
          sums.1 += values[two + place] * value
          sums.2 += values[three + place] * value
          sums.3 += values[four + place] * value
        }
        products[4 * other] = sums.0.sum()
        products[4 * other + 1] = sums.1.sum()
        products[4 * other + 2] = sums.2.sum()
        products[4 * other + 3] = sums.3.sum()
      }
      filled = 4 * last
    }
  }
}
