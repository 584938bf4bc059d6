import GraphCore
import Testing

@Suite struct SeededGeneratorTests {
  /// The two published algorithms in whole-number arithmetic of Python, run on seed 42.
  @Test func followsThePublishedAlgorithms() {
    var generator = SeededGenerator(seed: 42)
    let words = (0..<4).map { _ in generator.next() }
    #expect(
      words == [
        0x15780B2E0C2EC716, 0x6104D9866D113A7E,
        0xAE17533239E499A1, 0xECB8AD4703B360A1,
      ])
  }

  @Test func unitsLieBelowOne() {
    var generator = SeededGenerator(seed: 7)
    let units = (0..<4_000).map { _ in generator.nextUnit() }
    #expect(units.allSatisfy { $0 >= 0 && $0 < 1 })
    // The mean of 4,000 has standard deviation 0.0046; five of them are 0.023.
    #expect(abs(units.reduce(0, +) / 4_000 - 0.5) < 0.023)
  }

  @Test func aSeedIsASequence() {
    var first = SeededGenerator(seed: 3)
    var second = SeededGenerator(seed: 3)
    #expect(first == second)
    #expect((0..<10).map { _ in first.next() } == (0..<10).map { _ in second.next() })
    #expect(first == second)
    _ = first.next()
    #expect(first != second)
  }
}
