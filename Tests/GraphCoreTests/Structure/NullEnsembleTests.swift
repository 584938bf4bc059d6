import GraphCore
import TestSupport
import Testing

@Suite struct NullEnsembleTests {
  @Test func moments() throws {
    let graph = try ReferenceNetwork.plain("karate34")
    let found = try graph.comparedWithNulls(.init(samples: 40, seed: 1)) {
      graph throws(GraphError) in
      try graph.transitivity()
    }
    let values = found.samples.compactMap(\.self)
    #expect(values.count == 40)
    #expect(found.observed == (try graph.transitivity()))
    let mean = values.reduce(0, +) / 40
    let square = values.reduce(0) { $0 + $1 * $1 } / 40
    let deviation = ((square - mean * mean) * 40 / 39).squareRoot()
    #expect(abs((found.mean ?? 0) - mean) < 1e-12)
    #expect(abs((found.deviation ?? 0) - deviation) < 1e-9)
    let observed = try #require(found.observed)
    #expect(abs((found.zScore ?? 0) - (observed - mean) / deviation) < 1e-6)
    let atLeast = values.filter { $0 >= observed - 1e-12 }.count
    let atMost = values.filter { $0 <= observed + 1e-12 }.count
    #expect(found.shareAtLeast == Double(atLeast + 1) / 41)
    #expect(found.shareAtMost == Double(atMost + 1) / 41)
  }

  /// Under the model itself the share is uniform: a graph is one of its own samples.
  @Test func aGraphOfTheModelIsNothingSpecial() throws {
    var generator = SeededGenerator(seed: 421)
    var low = 0
    let rounds = 200
    for round in 0..<rounds {
      let graph = try Graph.erdosRenyi(nodeCount: 12, edgeCount: 25, using: &generator)
      let found = try graph.comparedWithNulls(
        .init(model: .edgeCount, samples: 19, seed: UInt64(round))
      ) { graph throws(GraphError) in try graph.transitivity() }
      if (found.shareAtLeast ?? 1) <= 0.25 { low += 1 }
    }
    // At most a quarter (equal values make it less): binomial with deviation 6.1.
    #expect(low < 50 + 31)
    #expect(low > 15)
  }

  /// The degrees alone say how many triangles there are on average: all graphs of the degrees, each
  /// alike, from the list of all.
  @Test func theMeanIsThatOfAllGraphsOfTheDegrees() throws {
    let graph = GraphFamilies.make(
      6, [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5)], isDirected: false)
    let degrees = graph.degree(isNormalized: false).values
    let all = GraphFamilies.simpleGraphs(nodeCount: 6, isDirected: false).filter {
      $0.degree(isNormalized: false).values == degrees
    }
    @Sendable func triangles(_ graph: Graph) throws(GraphError) -> Double {
      Double(try graph.triangles().values.reduce(0, +) / 3)
    }
    let counts = try all.map(triangles)
    let mean = counts.reduce(0, +) / Double(counts.count)
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(counts.count)
    let found = try graph.comparedWithNulls(.init(samples: 2_000, seed: 2)) {
      graph throws(GraphError) in
      try triangles(graph)
    }
    let error = (variance / 2_000).squareRoot()
    #expect(abs((found.mean ?? 0) - mean) < 5 * error)
    let connected = try all.filter { $0.weakComponents().count == 1 }.map(triangles)
    let kept = try graph.comparedWithNulls(
      .init(model: .degreesAndConnectedness, samples: 2_000, seed: 2)
    ) { graph throws(GraphError) in try triangles(graph) }
    let connectedMean = connected.reduce(0, +) / Double(connected.count)
    #expect(abs((kept.mean ?? 0) - connectedMean) < 5 * error)
  }

  /// All numbers are measured in the same random graphs.
  @Test func severalNumbersAreMeasuredTogether() throws {
    let graph = try ReferenceNetwork.plain("karate34")
    let options = Graph.NullOptions(samples: 9, seed: 4)
    let both = try graph.comparedWithNulls(options) { graph throws(GraphError) -> [Double?] in
      let found = try graph.transitivity()
      return [found, found.map { 2 * $0 }]
    }
    let alone = try graph.comparedWithNulls(options) { graph throws(GraphError) in
      try graph.transitivity()
    }
    #expect(both[0] == alone)
    #expect(both[1].samples == both[0].samples.map { $0.map { 2 * $0 } })
  }

  @Test func threadsDoNotMatterAndErrorsComeThrough() throws {
    let graph = try ReferenceNetwork.plain("kite10")
    func measured(_ threads: Int) throws -> NullEnsemble {
      try graph.comparedWithNulls(
        .init(samples: 70, seed: 5, execution: Execution(threads: threads))
      ) { graph throws(GraphError) in try graph.transitivity() }
    }
    #expect(try measured(1) == measured(3))
    #expect(throws: GraphError.degreesNotGraphical) {
      try graph.comparedWithNulls { _ throws(GraphError) -> Double? in throw .degreesNotGraphical }
    }
    #expect(throws: GraphError.self) {
      try graph.comparedWithNulls(.init(samples: 0)) { _ in 1 }
    }
    #expect(throws: GraphError.self) {
      try graph.comparedWithNulls(.init(samples: 3)) { drawn in
        drawn == graph ? [1] : [1, 2] as [Double?]
      }
    }
    let undefined = try graph.comparedWithNulls(.init(samples: 3)) { _ in nil }
    #expect(undefined.mean == nil && undefined.zScore == nil && undefined.shareAtLeast == nil)
    let constant = try graph.comparedWithNulls(.init(samples: 3)) { graph in
      Double(graph.edgeCount)
    }
    #expect(constant.zScore == nil && constant.shareAtLeast == 1 && constant.deviation == 0)
  }
}
