import Testing

@testable import GraphCore

@Suite struct DrawnPositionsTests {
  private func positions(
    _ count: Int, _ probability: Double, using generator: inout SeededGenerator
  ) -> [Int] {
    var drawn = DrawnPositions(count: count, probability: probability)
    var found: [Int] = []
    while let position = drawn.next(using: &generator) { found.append(position) }
    return found
  }

  @Test func certaintyDrawsAllOrNothing() {
    var generator = SeededGenerator(seed: 1)
    #expect(positions(5, 1, using: &generator) == [0, 1, 2, 3, 4])
    #expect(positions(5, 0, using: &generator) == [])
    #expect(positions(0, 1, using: &generator) == [])
    #expect(positions(0, 0.5, using: &generator) == [])
  }

  /// Each of the 2^4 sets of positions has the probability p^k (1 - p)^(4 - k).
  @Test(arguments: [0.05, 0.2, 0.5, 0.9])
  func everySetOfPositionsIsAsLikelyAsItShould(probability: Double) {
    var generator = SeededGenerator(seed: 12)
    let draws = 20_000
    var counts = [Int](repeating: 0, count: 16)
    for _ in 0..<draws {
      let found = positions(4, probability, using: &generator)
      #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 })
      counts[found.reduce(0) { $0 | 1 << $1 }] += 1
    }
    for (set, count) in counts.enumerated() {
      let chance = (0..<4).reduce(1.0) {
        $0 * (set >> $1 & 1 == 1 ? probability : 1 - probability)
      }
      let deviation = (Double(draws) * chance * (1 - chance)).squareRoot()
      // Four standard deviations, and one draw for the rarest sets.
      #expect(abs(Double(count) - Double(draws) * chance) < 4 * deviation + 1)
    }
  }

  /// Of 2^60 positions with probability 100 / 2^60 the number drawn is Poisson with mean 100, though
  /// 1 - p is 1 in floating point.
  @Test func vanishingProbabilitiesAreKept() {
    var generator = SeededGenerator(seed: 5)
    var total = 0
    for _ in 0..<100 {
      let found = positions(1 << 60, 100 * 0x1p-60, using: &generator)
      #expect(found.allSatisfy { $0 >= 0 && $0 < 1 << 60 })
      total += found.count
    }
    // The sum has mean 10,000 and standard deviation 100.
    #expect(abs(total - 10_000) < 400)
    #expect(positions(Int.max, .leastNonzeroMagnitude, using: &generator) == [])
  }
}
