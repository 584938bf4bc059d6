import TestSupport
import Testing

@testable import GraphCore

@Suite struct EpidemicInContinuousTimeTests {
  @Test func infectionsThatComeBackDieOutAfterTheRightTime() throws {
    // Two nodes, rates b = 1 and g = 1. From one infected the mean time to the end is t1, from two t2:
    // t2 = 1 / 2 + t1 and t1 = 1 / 2 + t2 / 2, so t1 = 3 / 2.
    let pair = GraphFamilies.make(2, [(0, 1)], isDirected: false)
    var generator = SeededGenerator(seed: 6)
    var times: [Double] = []
    for _ in 0..<5_000 {
      let course = try pair.epidemicInContinuousTime(
        from: [0], .init(kind: .sis, transmission: 1, recovery: 1, maximumTime: 1e6),
        using: &generator)
      #expect(course.isOver)
      times.append(course.times.last ?? 0)
    }
    let moments = SampleMoments(times)
    #expect(moments.meanError(1.5, variance: moments.variance) < 4.5)
  }

  @Test func aTreeOfRatesDrawsInProportion() {
    for count in 1...6 {
      var tree = RateTree(count: count)
      let rates = (0..<count).map { Double(($0 * 5) % 4) }
      for (index, rate) in rates.enumerated() { tree.set(index, rate) }
      #expect(tree.total == rates.reduce(0, +))
      guard tree.total > 0 else { continue }
      var start = 0.0
      for (index, rate) in rates.enumerated() where rate > 0 {
        for share in [0, 0.25, 0.999] { #expect(tree.find(start + share * rate) == index) }
        start += rate
      }
      // Rounding up to the total must not lead to a number of 0.
      #expect(rates[tree.find(tree.total)] > 0)
    }
  }

  @Test func itStopsAtTheLimit() throws {
    let ring = try Graph.cycle(nodeCount: 30)
    var generator = SeededGenerator(seed: 3)
    let course = try ring.epidemicInContinuousTime(
      from: [0], .init(kind: .sis, transmission: 5, recovery: 1, maximumTime: 2), using: &generator)
    #expect(course.times.allSatisfy { $0 < 2 })
    #expect(course.times.count > 3)
  }
}
