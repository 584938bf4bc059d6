public import GraphCore

/// How well draws fit the probabilities of their outcomes: Pearson's chi-square.
public struct FitToChances: CustomStringConvertible {
  /// The sum over outcomes of (drawn - expected)^2 / expected.
  public let statistic: Double
  /// The number of outcomes less one; those expected fewer than five times count as one together.
  public let degreesOfFreedom: Int
  /// How many draws had an outcome that cannot be.
  public let impossibleCount: Int

  /// Draws graphs from one seed and compares them with their probabilities.
  public init(
    _ chances: GraphChances, draws: Int = 8_000, seed: UInt64,
    draw: (inout SeededGenerator) throws -> Graph
  ) rethrows {
    var generator = SeededGenerator(seed: seed)
    var counts: [[[Int]]: Int] = [:]
    var impossibleCount = 0
    for _ in 0..<draws {
      let outcome = GraphChances.outcome(of: try draw(&generator))
      if chances.values[outcome] == nil { impossibleCount += 1 }
      counts[outcome, default: 0] += 1
    }
    var cells: [(expected: Double, drawn: Double)] = []
    var rare = (expected: 0.0, drawn: 0.0)
    for (outcome, chance) in chances.values {
      let expected = chance * Double(draws)
      let drawn = Double(counts[outcome] ?? 0)
      if expected < 5 {
        rare.expected += expected
        rare.drawn += drawn
      } else {
        cells.append((expected, drawn))
      }
    }
    if rare.expected >= 5 { cells.append(rare) }
    statistic = cells.reduce(0) { sum, cell in
      sum + (cell.drawn - cell.expected) * (cell.drawn - cell.expected) / cell.expected
    }
    degreesOfFreedom = max(cells.count - 1, 0)
    self.impossibleCount = impossibleCount
  }

  /// What the statistic exceeds once in ten thousand seeds, after Wilson and Hilferty.
  public var limit: Double {
    guard degreesOfFreedom > 0 else { return 1e-9 }
    let part = 2 / (9 * Double(degreesOfFreedom))
    let root = 1 - part + 3.719 * part.squareRoot()
    return Double(degreesOfFreedom) * root * root * root
  }

  /// Whether the draws fit.
  public var holds: Bool { impossibleCount == 0 && statistic < limit }

  /// The numbers, for a test that fails.
  public var description: String {
    "chi-square \(statistic) with \(degreesOfFreedom) degrees of freedom, limit \(limit), "
      + "\(impossibleCount) impossible"
  }
}
