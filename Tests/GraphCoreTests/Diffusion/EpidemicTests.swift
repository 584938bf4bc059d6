import GraphCore
import TestSupport
import Testing

@Suite struct EpidemicTests {
  static let tried = [
    GraphFamilies.make(2, [(0, 1)], isDirected: false),
    GraphFamilies.make(3, [(0, 1), (1, 2), (0, 1), (2, 2)], isDirected: false),
    GraphFamilies.make(3, [(0, 1), (1, 2), (2, 0)], isDirected: true),
    GraphFamilies.make(4, [(0, 1), (1, 2), (2, 0), (2, 3)], isDirected: false),
  ]

  @Test func sizesComeToThoseOfTheMarkovChain() throws {
    for graph in Self.tried {
      let rates = graph.edges.indices.map { [0.2, 0.5, 0.35, 0.1][$0] }
      let options = Graph.EpidemicOptions(
        transmission: 0, transmissions: rates, recovery: 0.4, maximumTime: 10_000)
      let slow = SlowEpidemic(graph, transmissions: rates, recovery: 0.4, isImmune: true)
      let steps = try graph.epidemicSize(from: [0], options, samples: 2_000, seed: 1)
      #expect(abs(steps.mean - slow.expectedSize(from: [0])) <= 4.5 * steps.standardError)
      let times = try graph.epidemicSize(
        from: [0], options, isContinuous: true, samples: 2_000, seed: 1)
      #expect(
        abs(times.mean - slow.expectedSizeInContinuousTime(from: [0]))
          <= 4.5 * times.standardError)
    }
  }

  @Test func infectionsThatComeBackFollowTheMarkovChain() throws {
    for graph in Self.tried {
      let chances = graph.edges.indices.map { [0.2, 0.5, 0.35, 0.1][$0] }
      let options = Graph.EpidemicOptions(
        kind: .sis, transmission: 0, transmissions: chances, recovery: 0.3, maximumTime: 6)
      let expected = SlowEpidemic(
        graph, transmissions: chances, recovery: 0.3, isImmune: false
      ).expectedInfected(from: [0], steps: 6)
      var sums = [Double](repeating: 0, count: 7)
      var generator = SeededGenerator(seed: 8)
      let draws = 2_000
      for _ in 0..<draws {
        let course = try graph.epidemic(from: [0], options, using: &generator)
        for (step, infected) in course.infected.enumerated() { sums[step] += Double(infected) }
        #expect(course.recovered.allSatisfy { $0 == 0 })
      }
      let deviation = Double(graph.nodeCount) / 2
      for (sum, mean) in zip(sums, expected) {
        #expect(abs(sum / Double(draws) - mean) < 4.5 * deviation / Double(draws).squareRoot())
      }
    }
  }

  /// Courses that end once all are infected who can be have the sizes of whole ones.
  @Test(arguments: [Graph.EpidemicOptions.Kind.sir, .sis], [false, true])
  func sizesAreThoseOfWholeCourses(kind: Graph.EpidemicOptions.Kind, isContinuous: Bool) throws {
    for graph in GraphFamilies.random(count: 10, nodes: 4...12, seed: 832) {
      var rates = graph.edges.indices.map { [0.4, 0.2, 0.7][$0 % 3] }
      if !rates.isEmpty { rates[0] = 0 }
      let options = Graph.EpidemicOptions(
        kind: kind, transmission: 0, transmissions: rates, recovery: 0.3, maximumTime: 40)
      let found = try graph.epidemicSize(
        from: [0], options, isContinuous: isContinuous, samples: 30, seed: 6)
      var seeds = SeededGenerator(seed: 6)
      var sum = 0
      for _ in 0..<30 {
        var generator = SeededGenerator(seed: seeds.next())
        sum +=
          isContinuous
          ? try graph.epidemicInContinuousTime(from: [0], options, using: &generator).size
          : try graph.epidemic(from: [0], options, using: &generator).size
      }
      #expect(abs(found.mean - Double(sum) / 30) < 1e-12)
    }
  }

  @Test func countsAddUpAndCertainEpidemicsAreKnown() throws {
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 20, seed: 831)
    where graph.nodeCount > 0 {
      var generator = SeededGenerator(seed: 2)
      for kind in Graph.EpidemicOptions.Kind.allCases {
        let options = Graph.EpidemicOptions(
          kind: kind, transmission: 0.6, recovery: 0.5, maximumTime: 50)
        for course in [
          try graph.epidemic(from: [0], options, using: &generator),
          try graph.epidemicInContinuousTime(from: [0], options, using: &generator),
        ] {
          #expect(zip(course.times, course.times.dropFirst()).allSatisfy { $0 < $1 })
          for step in course.times.indices {
            #expect(
              course.susceptible[step] + course.infected[step] + course.recovered[step]
                == graph.nodeCount)
          }
          #expect(course.firstInfections[0] == 0)
          if kind == .sir, course.isOver { #expect(course.recovered.last == course.size) }
        }
      }
      // Infection for certain, and recovery never: breadth-first search.
      let sure = try graph.epidemic(
        from: [0], .init(transmission: 1, recovery: 0, maximumTime: 12), using: &generator)
      #expect(sure.firstInfections == SlowHops(graph).hops[0].map { $0.map(Double.init) })
      #expect(!sure.isOver)
    }
  }

  @Test func aPairInClosedForm() throws {
    // In continuous time the neighbour is infected with probability b / (b + g).
    let pair = Self.tried[0]
    let found = try pair.epidemicSize(
      from: [0], .init(transmission: 2, recovery: 1), isContinuous: true, samples: 10_000, seed: 3)
    #expect(abs(found.mean - (1 + 2.0 / 3)) < 4.5 * found.standardError)
    // It lasts 1 / g on average if nobody else is there.
    let alone = GraphFamilies.make(1, [(0, 0)], isDirected: false)
    var generator = SeededGenerator(seed: 4)
    var sum = 0.0
    for _ in 0..<5_000 {
      let course = try alone.epidemicInContinuousTime(
        from: [0], .init(transmission: 1, recovery: 4), using: &generator)
      sum += course.times.last ?? 0
    }
    #expect(abs(sum / 5_000 - 0.25) < 4.5 * 0.25 / 5_000.0.squareRoot())
  }

  @Test func numbersOutsideTheirRangeAreRefused() {
    let graph = Self.tried[0]
    var generator = SeededGenerator(seed: 0)
    #expect(
      throws: GraphError.optionOutOfRange(name: "the transmission", value: 1.5, range: "0 to 1")
    ) { try graph.epidemic(from: [0], .init(transmission: 1.5, recovery: 0), using: &generator) }
    #expect(throws: GraphError.self) {
      try graph.epidemic(from: [0], .init(transmission: 1, recovery: -1), using: &generator)
    }
    #expect(throws: GraphError.wrongCount(of: "transmissions", expected: 1, actual: 2)) {
      try graph.epidemic(
        from: [0], .init(transmission: 1, transmissions: [1, 1], recovery: 1), using: &generator)
    }
    #expect(throws: GraphError.self) {
      try graph.epidemicSize(from: [0], .init(transmission: 1, recovery: 1), samples: 0)
    }
  }
}
