import GraphCore
import TestSupport
import Testing

@Suite struct BurstinessTests {
  /// numpy 2.4.6: (std - mean) / (std + mean), and the formula of Kim and Jo written out.
  @Test(arguments: [
    (
      [1.0, 1, 1, 1],
      [-1.0, -1.0]
    ),
    (
      [1, 2, 3, 4, 5],
      [-0.3592455179659185, -0.38216135956250097]
    ),
    (
      [0, 0, 0, 12],
      [0.2679491924311227, 1.0000000000000002]
    ),
    (
      [0.5, 8, 0.25, 0.25, 3, 20],
      [0.1422921815309758, 0.41585980615764484]
    ),
  ])
  func byTheFormulas(intervals: [Double], expected: [Double]) throws {
    let found = try #require(Burstiness(intervals: intervals))
    #expect(largestDifference([found.value, found.corrected], expected) < 1e-12)
    #expect(found.count == intervals.count)
  }

  @Test func endsOfTheRange() throws {
    for count in 2...9 {
      let even = try #require(Burstiness(intervals: [Double](repeating: 3, count: count)))
      #expect(even.value == -1)
      #expect(abs(even.corrected + 1) < 1e-12)
      // All at once but for one: the most that there is.
      let burst = try #require(
        Burstiness(intervals: [Double](repeating: 0, count: count - 1) + [7]))
      #expect(abs(burst.corrected - 1) < 1e-12)
    }
    #expect(Burstiness(intervals: [1]) == nil)
    #expect(Burstiness(intervals: [0, 0]) == nil)
    #expect(Burstiness(times: [4, 4]) == nil)
    #expect(Burstiness(times: [3, 1, 2])?.value == -1)
  }

  @Test func eventsAtRandomHaveNone() throws {
    var generator = SeededGenerator(seed: 12)
    for count in [5, 20] {
      // Spacings of points drawn evenly, the ends included: the mean square of s / m is
      // (k - 1) / (k + 1), which the correction takes to 0.
      let squares = (0..<4_000).compactMap { _ -> Double? in
        let inner = (1..<count).map { _ in generator.nextUnit() }
        return Burstiness(times: inner + [0, 1]).map {
          let ratio = (1 + $0.value) / (1 - $0.value)
          return ratio * ratio
        }
      }
      let moments = SampleMoments(squares)
      let expected = Double(count - 1) / Double(count + 1)
      #expect(moments.meanError(expected, variance: moments.variance) < 4.5)
    }
  }

  @Test func nodesCountTheirContacts() throws {
    let sequence = try ContactSequence(
      nodeCount: 3,
      contacts: [0, 1, 2, 9].map { .init(0, 1, start: $0) } + [.init(1, 1, start: 5)],
      isDirected: true)
    let found = sequence.burstiness()
    #expect(found[0] == Burstiness(times: [0, 1, 2, 9]))
    #expect(found[1] == Burstiness(times: [0, 1, 2, 5, 9]))
    #expect(found[2] == nil)
  }
}
