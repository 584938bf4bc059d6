import GraphCore
import TestSupport
import Testing

@Suite struct TemporalBetweennessTests {
  @Test func agreesWithAllPaths() throws {
    for sequence in TemporalPathsTests.tried
      + SlowTemporal.sequences(count: 40, nodes: 5...8, seed: 911)
    {
      for window in TemporalPathsTests.windows {
        let all = SlowTemporal(sequence, within: window ?? -100...100)
        let found = try sequence.temporalBetweenness(within: window, isNormalized: false)
        #expect(largestDifference(found.values, all.betweenness) < 1e-12)
      }
    }
  }

  @Test func aChainInTimeAndItsReverse() throws {
    // All of 0, 1, 2 reach those after them through 1 and 2; nobody comes back.
    let chain = try ContactSequence(
      nodeCount: 4,
      contacts: [.init(0, 1, start: 1), .init(1, 2, start: 2), .init(2, 3, start: 3)],
      isDirected: false)
    #expect(try chain.temporalBetweenness(isNormalized: false).values == [0, 2, 2, 0])
    let scaled = try chain.temporalBetweenness()
    #expect(scaled.values == [0, 2.0 / 6, 2.0 / 6, 0])
    #expect(scaled.normalization.rule == "(n - 1) (n - 2)")
    let backward = try ContactSequence(
      nodeCount: 4,
      contacts: [.init(0, 1, start: 3), .init(1, 2, start: 2), .init(2, 3, start: 1)],
      isDirected: true)
    #expect(try backward.temporalBetweenness().values == [0, 0, 0, 0])
  }

  @Test func oneThreadAndManyAgree() throws {
    let sequence = try #require(SlowTemporal.sequences(count: 1, nodes: 80...80, seed: 6).first)
    let one = try sequence.temporalBetweenness(execution: .init(threads: 1))
    #expect(try sequence.temporalBetweenness(execution: .init(threads: 3)) == one)
  }
}
