import GraphCore
import TestSupport
import Testing

@Suite struct WattsStrogatzTests {
  private static let small = [
    (3, 2, 0.5), (4, 2, 0.0), (4, 2, 0.3), (5, 2, 0.4), (5, 2, 1.0), (5, 4, 0.5), (6, 4, 0.2),
  ]

  @Test(arguments: small)
  func everyCourseOfRewiringIsAsLikelyAsItShould(
    nodeCount: Int, degree: Int, probability: Double
  ) throws {
    let chances = GraphChances.smallWorld(
      nodeCount: nodeCount, degree: degree, probability: probability, adds: false)
    let fit = try FitToChances(chances, seed: 15) {
      try Graph.wattsStrogatz(
        nodeCount: nodeCount, degree: degree, rewiring: probability, using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  @Test(arguments: small)
  func everyCourseOfShortcutsIsAsLikelyAsItShould(
    nodeCount: Int, degree: Int, probability: Double
  ) throws {
    let chances = GraphChances.smallWorld(
      nodeCount: nodeCount, degree: degree, probability: probability, adds: true)
    let fit = try FitToChances(chances, seed: 16) {
      try Graph.newmanWatts(
        nodeCount: nodeCount, degree: degree, shortcuts: probability, using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  /// Shortcuts are binomial over the n k / 2 edges of the ring: 400 p on average here, with variance
  /// 400 p (1 - p). Four standard errors.
  @Test func shortcutsAreBinomial() throws {
    var generator = SeededGenerator(seed: 33)
    let probability = 0.15
    let counts = try (0..<400).map { _ in
      let graph = try Graph.newmanWatts(
        nodeCount: 200, degree: 4, shortcuts: probability, using: &generator)
      #expect(graph.simplified().edgeCount == graph.edgeCount)
      return Double(graph.edgeCount - 400)
    }
    let moments = SampleMoments(counts)
    #expect(moments.meanError(400 * probability, variance: 400 * probability * 0.85) < 4)
    #expect(moments.varianceError(400 * probability * 0.85) < 4)
  }

  /// The number of edges stays, and each node stays the tail of k / 2. An edge is rewired with
  /// probability p, and its new head is one of 1,000 nodes but those already joined, so at most
  /// k / 990 of the rewired ones are edges of a ring again.
  @Test func rewiringKeepsEdgesAndTails() throws {
    var generator = SeededGenerator(seed: 34)
    let (nodeCount, degree, probability) = (1_000, 6, 0.2)
    var moved: [Double] = []
    for _ in 0..<25 {
      let graph = try Graph.wattsStrogatz(
        nodeCount: nodeCount, degree: degree, rewiring: probability, using: &generator)
      try graph.checkInvariants()
      #expect(graph.edgeCount == nodeCount * degree / 2)
      #expect(graph.simplified().edgeCount == graph.edgeCount)
      var tails = [Int](repeating: 0, count: nodeCount)
      for edge in graph.edges { tails[edge.tail] += 1 }
      #expect(tails.allSatisfy { $0 == degree / 2 })
      moved.append(
        Double(
          graph.edges.count { edge in
            let ahead = (edge.head - edge.tail + nodeCount) % nodeCount
            return min(ahead, nodeCount - ahead) > degree / 2
          }))
    }
    let moments = SampleMoments(moved)
    let expected = 3_000 * probability
    let error = 4 * (3_000 * probability * (1 - probability) / 25).squareRoot()
    #expect(moments.mean < expected + error)
    #expect(moments.mean > expected * (1 - 6.0 / 990) - error)
  }

  /// A ring of n nodes has degrees k and, for k = 4, a triangle for each node.
  @Test func withoutChanceItIsARing() throws {
    var generator = SeededGenerator(seed: 1)
    let ring = try Graph.wattsStrogatz(
      nodeCount: 20, degree: 4, rewiring: 0, using: &generator)
    #expect(ring.nodes.allSatisfy { ring.outNeighbors(of: $0).count == 4 })
    #expect(try ring.triangles().values == Array(repeating: 3, count: 20))
    let same = try Graph.newmanWatts(nodeCount: 20, degree: 4, shortcuts: 0, using: &generator)
    #expect(same == ring)
  }

  @Test func extremesAreEmptyOrComplete() throws {
    var generator = SeededGenerator(seed: 1)
    for nodeCount in 0...3 {
      let empty = try Graph.wattsStrogatz(
        nodeCount: nodeCount, degree: 0, rewiring: 1, using: &generator)
      let other = try Graph.newmanWatts(
        nodeCount: nodeCount, degree: 0, shortcuts: 1, using: &generator)
      #expect(empty == other && empty.nodeCount == nodeCount && empty.edgeCount == 0)
    }
    // Where all are joined to all, no edge can go anywhere else.
    let complete = try GraphChances.outcome(of: Graph.complete(nodeCount: 7))
    let rewired = try Graph.wattsStrogatz(
      nodeCount: 7, degree: 6, rewiring: 1, using: &generator)
    let added = try Graph.newmanWatts(nodeCount: 7, degree: 6, shortcuts: 1, using: &generator)
    #expect(GraphChances.outcome(of: rewired) == complete)
    #expect(GraphChances.outcome(of: added) == complete)
  }

  @Test func aSeedIsAGraph() throws {
    var (first, second) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
    let one = try Graph.wattsStrogatz(nodeCount: 90, degree: 4, rewiring: 0.2, using: &first)
    let other = try Graph.wattsStrogatz(nodeCount: 90, degree: 4, rewiring: 0.2, using: &second)
    #expect(one == other)
    let next = try Graph.newmanWatts(nodeCount: 90, degree: 4, shortcuts: 0.2, using: &first)
    let same = try Graph.newmanWatts(nodeCount: 90, degree: 4, shortcuts: 0.2, using: &second)
    #expect(next == same)
  }

  @Test(arguments: [
    (0, 2, "0"), (1, 2, "0"), (2, 2, "0"), (4, 4, "even, 0 to 3"), (4, 6, "even, 0 to 3"),
    (9, 3, "even, 0 to 8"), (9, -2, "even, 0 to 8"),
  ])
  func refusesDegreesThatCannotBe(nodeCount: Int, degree: Int, range: String) {
    var generator = SeededGenerator(seed: 1)
    let error = GraphError.optionOutOfRange(name: "degree", value: Double(degree), range: range)
    #expect(throws: error) {
      try Graph.wattsStrogatz(nodeCount: nodeCount, degree: degree, rewiring: 0, using: &generator)
    }
    #expect(throws: error) {
      try Graph.newmanWatts(nodeCount: nodeCount, degree: degree, shortcuts: 0, using: &generator)
    }
  }

  @Test func refusesProbabilitiesThatCannotBe() {
    var generator = SeededGenerator(seed: 1)
    #expect(throws: GraphError.optionOutOfRange(name: "rewiring", value: -1, range: "0 to 1")) {
      try Graph.wattsStrogatz(nodeCount: 4, degree: 2, rewiring: -1, using: &generator)
    }
    #expect(throws: GraphError.optionOutOfRange(name: "shortcuts", value: 2, range: "0 to 1")) {
      try Graph.newmanWatts(nodeCount: 4, degree: 2, shortcuts: 2, using: &generator)
    }
    #expect(throws: GraphError.nodeCount(-4)) {
      try Graph.wattsStrogatz(nodeCount: -4, degree: 2, rewiring: 0, using: &generator)
    }
  }
}
