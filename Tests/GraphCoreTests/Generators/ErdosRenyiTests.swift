import GraphCore
import TestSupport
import Testing

@Suite struct ErdosRenyiTests {
  @Test(arguments: [
    (4, false, 0.3), (4, false, 0.8), (3, true, 0.4), (2, true, 0.5), (1, false, 0.5),
  ])
  func everyGraphIsAsLikelyAsItsEdges(nodeCount: Int, isDirected: Bool, probability: Double) throws
  {
    let chances = GraphChances.independentPairs(nodeCount: nodeCount, isDirected: isDirected) {
      _, _ in probability
    }
    let fit = try FitToChances(chances, seed: 31) {
      try Graph.erdosRenyi(
        nodeCount: nodeCount, probability: probability, isDirected: isDirected, using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  @Test(arguments: [false, true])
  func everyGraphOfAsManyEdgesIsEquallyLikely(isDirected: Bool) throws {
    let nodeCount = isDirected ? 3 : 4
    for edgeCount in 0...6 {
      let chances = GraphChances.equal(nodeCount: nodeCount, isDirected: isDirected) {
        $0.edgeCount == edgeCount
      }
      let fit = try FitToChances(chances, draws: 3_000, seed: 77) {
        try Graph.erdosRenyi(
          nodeCount: nodeCount, edgeCount: edgeCount, isDirected: isDirected, using: &$0)
      }
      #expect(fit.holds, "\(edgeCount) edges: \(fit)")
    }
  }

  /// The number of edges is binomial over N pairs: mean N p, variance N p (1 - p); so is a node's
  /// degree, over n - 1 pairs. Four standard errors.
  @Test(arguments: [(0.004, false), (0.3, false), (0.02, true)])
  func edgesAndDegreesAreBinomial(probability: Double, isDirected: Bool) throws {
    var generator = SeededGenerator(seed: 4)
    let nodeCount = 120
    let pairs = Double(nodeCount * (nodeCount - 1)) / (isDirected ? 1 : 2)
    var edgeCounts: [Double] = []
    var firstDegrees: [Double] = []
    var lastDegrees: [Double] = []
    for _ in 0..<150 {
      let graph = try Graph.erdosRenyi(
        nodeCount: nodeCount, probability: probability, isDirected: isDirected, using: &generator)
      try graph.checkInvariants()
      #expect(graph == graph.simplified())
      edgeCounts.append(Double(graph.edgeCount))
      firstDegrees.append(Double(graph.outNeighbors(of: 0).count))
      lastDegrees.append(Double(graph.inNeighbors(of: nodeCount - 1).count))
    }
    let spread = probability * (1 - probability)
    let edges = SampleMoments(edgeCounts)
    #expect(edges.meanError(pairs * probability, variance: pairs * spread) < 4)
    #expect(edges.varianceError(pairs * spread) < 4)
    for degrees in [firstDegrees, lastDegrees].map(SampleMoments.init) {
      let others = Double(nodeCount - 1)
      #expect(degrees.meanError(others * probability, variance: others * spread) < 4)
    }
  }

  /// With m of N edges a node's degree is hypergeometric: mean (n - 1) m / N and variance
  /// (n - 1) q (1 - q) (N - n + 1) / (N - 1) for q = m / N.
  @Test(arguments: [150, 700, 1_200])
  func degreesOfAGivenNumberOfEdgesAreHypergeometric(edgeCount: Int) throws {
    var generator = SeededGenerator(seed: 8)
    let degrees = try (0..<400).map { _ in
      let graph = try Graph.erdosRenyi(nodeCount: 50, edgeCount: edgeCount, using: &generator)
      #expect(graph.edgeCount == edgeCount && graph.simplified().edgeCount == edgeCount)
      return Double(graph.outNeighbors(of: 17).count)
    }
    let share = Double(edgeCount) / 1_225
    let variance = 49 * share * (1 - share) * (1_225 - 49) / 1_224
    let moments = SampleMoments(degrees)
    #expect(moments.meanError(49 * share, variance: variance) < 4)
    #expect(moments.varianceError(variance) < 4)
  }

  @Test func aSeedIsAGraph() throws {
    var (first, second) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
    let one = try Graph.erdosRenyi(nodeCount: 90, probability: 0.1, using: &first)
    let other = try Graph.erdosRenyi(nodeCount: 90, probability: 0.1, using: &second)
    #expect(one == other)
    let next = try Graph.erdosRenyi(nodeCount: 90, edgeCount: 99, using: &first)
    let same = try Graph.erdosRenyi(nodeCount: 90, edgeCount: 99, using: &second)
    #expect(next == same)
  }

  @Test func extremesAreEmptyOrComplete() throws {
    var generator = SeededGenerator(seed: 1)
    for nodeCount in 0...5 {
      for isDirected in [false, true] {
        let complete = try Graph.complete(nodeCount: nodeCount, isDirected: isDirected)
        for (probability, edgeCount) in [(0.0, 0), (1.0, complete.edgeCount)] {
          let byChance = try Graph.erdosRenyi(
            nodeCount: nodeCount, probability: probability, isDirected: isDirected,
            using: &generator)
          let byCount = try Graph.erdosRenyi(
            nodeCount: nodeCount, edgeCount: edgeCount, isDirected: isDirected, using: &generator)
          #expect(byChance.nodeCount == nodeCount && byChance.edgeCount == edgeCount)
          #expect(byCount == byChance)
          if edgeCount > 0 { #expect(byChance == complete) }
        }
      }
    }
  }

  @Test func refusesWhatCannotBe() {
    var generator = SeededGenerator(seed: 1)
    for probability in [-0.1, 1.1, .nan, .infinity] {
      #expect(throws: GraphError.self) {
        try Graph.erdosRenyi(nodeCount: 3, probability: probability, using: &generator)
      }
    }
    #expect(throws: GraphError.optionOutOfRange(name: "probability", value: 2, range: "0 to 1")) {
      try Graph.erdosRenyi(nodeCount: 3, probability: 2, using: &generator)
    }
    #expect(throws: GraphError.optionOutOfRange(name: "edgeCount", value: 11, range: "0 to 10")) {
      try Graph.erdosRenyi(nodeCount: 5, edgeCount: 11, using: &generator)
    }
    #expect(throws: GraphError.optionOutOfRange(name: "edgeCount", value: 21, range: "0 to 20")) {
      try Graph.erdosRenyi(nodeCount: 5, edgeCount: 21, isDirected: true, using: &generator)
    }
    #expect(throws: GraphError.optionOutOfRange(name: "edgeCount", value: 1, range: "0")) {
      try Graph.erdosRenyi(nodeCount: 0, edgeCount: 1, using: &generator)
    }
    #expect(throws: GraphError.optionOutOfRange(name: "edgeCount", value: -1, range: "0")) {
      try Graph.erdosRenyi(nodeCount: 1, edgeCount: -1, using: &generator)
    }
    #expect(throws: GraphError.nodeCount(-1)) {
      try Graph.erdosRenyi(nodeCount: -1, probability: 0.5, using: &generator)
    }
    #expect(throws: GraphError.nodeCount(Int.max)) {
      try Graph.erdosRenyi(nodeCount: Int.max, edgeCount: 3, using: &generator)
    }
    #expect(throws: GraphError.tooManyEdges(2_249_977_500)) {
      try Graph.erdosRenyi(nodeCount: 100_000, probability: 0.45, using: &generator)
    }
    #expect(throws: GraphError.tooManyEdges(2_000_000_000)) {
      try Graph.erdosRenyi(nodeCount: 100_000, edgeCount: 2_000_000_000, using: &generator)
    }
  }
}
