import TestSupport
import Testing

@testable import GraphCore

@Suite struct DistanceTallyTests {
  @Test func sumsAreThoseOfTheDistances() {
    var tally = DistanceTally()
    for (found, distance) in [(4, 1), (3, 2), (5, 3)] {
      tally.add(found, at: DistanceTally.Level(distance))
    }
    #expect(tally.count == 12)
    #expect(tally.largest == 3)
    #expect(tally.sum == 25)
    // 4 + 3/2 + 5/3, by hand.
    #expect(abs(tally.sumOfInverses - 43.0 / 6) < 1e-15)
  }

  @Test func orderChangesNothing() {
    var generator = SeededGenerator(seed: 831)
    let levels = (0..<200).map { _ in
      (Int.random(in: 1...512, using: &generator), Int.random(in: 1...900, using: &generator))
    }
    var whole = DistanceTally()
    for (found, distance) in levels { whole.add(found, at: DistanceTally.Level(distance)) }
    var parts = DistanceTally()
    for (found, distance) in levels.shuffled(using: &generator) {
      var part = DistanceTally()
      part.add(found, at: DistanceTally.Level(distance))
      parts.add(part)
    }
    #expect(parts == whole)
  }

  @Test func thirdsMakeAWhole() {
    var tally = DistanceTally()
    tally.add(3, at: DistanceTally.Level(3))
    #expect(tally.sumOfInverses == 1)
    tally.add(2_147_483_640, at: DistanceTally.Level(1))
    #expect(tally.sumOfInverses == 2_147_483_641)
  }
}
