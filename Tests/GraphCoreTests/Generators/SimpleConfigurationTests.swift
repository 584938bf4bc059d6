import GraphCore
import TestSupport
import Testing

@Suite struct SimpleConfigurationTests {
  @Test(arguments: [
    [1, 1, 1, 1], [2, 2, 2, 2], [2, 1, 1], [2, 2, 1, 1], [3, 2, 2, 2, 1], [2, 2, 2, 1, 1],
    [1, 1, 2, 2, 2], [3, 3, 2, 2, 2],
  ])
  func everySimpleGraphOfTheDegreesIsEquallyLikely(degrees: [Int]) throws {
    let chances = GraphChances.equal(nodeCount: degrees.count, isDirected: false) { graph in
      graph.nodes.map { graph.outNeighbors(of: $0).count } == degrees
    }
    let fit = try FitToChances(chances, draws: 4_000, seed: 71) {
      try Graph.simpleConfiguration(degrees: degrees, using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  /// Of six nodes of degree 2 there are 70 graphs: 60 cycles and 10 pairs of triangles.
  @Test func twoTrianglesAreATenthAsManyAsCyclesOfSix() throws {
    var generator = SeededGenerator(seed: 72)
    var apart = 0
    for _ in 0..<3_500 {
      let graph = try Graph.randomRegular(nodeCount: 6, degree: 2, using: &generator)
      if graph.weakComponents().count == 2 { apart += 1 }
    }
    // Binomial: mean 500, standard deviation 20.7.
    #expect(abs(apart - 500) < 83)
  }

  /// In large random regular graphs the number of triangles is Poisson with mean (d - 1)^3 / 6
  /// (Bollobas 1980), off by a share of order 1 / n. The start of the switches has about n d / 8.
  @Test(arguments: [(3, 8.0 / 6), (4, 27.0 / 6)])
  func regularGraphsHaveAsManyTrianglesAsChanceMakes(degree: Int, expected: Double) throws {
    var generator = SeededGenerator(seed: 73)
    let counts = try (0..<120).map { _ in
      let graph = try Graph.randomRegular(nodeCount: 400, degree: degree, using: &generator)
      #expect(graph.nodes.allSatisfy { graph.outNeighbors(of: $0).count == degree })
      #expect(graph.simplified().edgeCount == 200 * degree)
      return Double(try graph.triangles().values.reduce(0, +)) / 3
    }
    let moments = SampleMoments(counts)
    #expect(moments.meanError(expected, variance: expected) < 4)
    // The fourth moment of a Poisson number widens the error of its variance a little.
    #expect(moments.varianceError(expected) < 5)
  }

  @Test func degreesAreKept() throws {
    var generator = SeededGenerator(seed: 74)
    for _ in 0..<40 {
      let like = try Graph.barabasiAlbert(nodeCount: 60, edgesPerNode: 3, using: &generator)
      let degrees = like.nodes.map { like.outNeighbors(of: $0).count }
      let graph = try Graph.simpleConfiguration(degrees: degrees, using: &generator)
      try graph.checkInvariants()
      #expect(graph.nodes.map { graph.outNeighbors(of: $0).count } == degrees)
      #expect(graph.simplified().edgeCount == graph.edgeCount)
      #expect(graph.edges.allSatisfy { $0.tail != $0.head })
    }
  }

  @Test func withoutSwitchesItIsTheGraphOfHavelAndHakimi() throws {
    var generator = SeededGenerator(seed: 1)
    let degrees = [3, 2, 2, 2, 1]
    let start = try Graph.simpleConfiguration(
      degrees: degrees, switchesPerEdge: 0, using: &generator)
    let expected = try Graph.havelHakimi(degrees: degrees)
    #expect(start == expected)
  }

  @Test func extremesAreEmptyOrComplete() throws {
    var generator = SeededGenerator(seed: 1)
    for nodeCount in 0...6 {
      let empty = try Graph.randomRegular(nodeCount: nodeCount, degree: 0, using: &generator)
      #expect(empty.nodeCount == nodeCount && empty.edgeCount == 0)
      let full = try Graph.randomRegular(
        nodeCount: nodeCount, degree: max(nodeCount - 1, 0), using: &generator)
      let expected = try Graph.complete(nodeCount: nodeCount)
      #expect(GraphChances.outcome(of: full) == GraphChances.outcome(of: expected))
    }
  }

  @Test func aSeedIsAGraph() throws {
    var (first, second) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
    let one = try Graph.randomRegular(nodeCount: 50, degree: 4, using: &first)
    let other = try Graph.randomRegular(nodeCount: 50, degree: 4, using: &second)
    #expect(one == other)
  }

  @Test func refusesWhatCannotBe() {
    var generator = SeededGenerator(seed: 1)
    #expect(throws: GraphError.degreesNotGraphical) {
      try Graph.simpleConfiguration(degrees: [2, 2], using: &generator)
    }
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "switchesPerEdge", value: -1, range: "0 to 1000000")
    ) {
      try Graph.simpleConfiguration(degrees: [1, 1], switchesPerEdge: -1, using: &generator)
    }
    #expect(
      throws: GraphError.optionOutOfRange(name: "the sum of the degrees", value: 15, range: "even")
    ) { try Graph.randomRegular(nodeCount: 5, degree: 3, using: &generator) }
    #expect(throws: GraphError.optionOutOfRange(name: "degree", value: 5, range: "0 to 4")) {
      try Graph.randomRegular(nodeCount: 5, degree: 5, using: &generator)
    }
    #expect(throws: GraphError.optionOutOfRange(name: "degree", value: 1, range: "0")) {
      try Graph.randomRegular(nodeCount: 0, degree: 1, using: &generator)
    }
    #expect(throws: GraphError.nodeCount(-1)) {
      try Graph.randomRegular(nodeCount: -1, degree: 1, using: &generator)
    }
  }
}
