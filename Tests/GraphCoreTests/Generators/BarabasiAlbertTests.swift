import GraphCore
import TestSupport
import Testing

@Suite struct BarabasiAlbertTests {
  @Test(arguments: [(3, 1), (4, 1), (5, 1), (4, 2), (5, 2), (5, 3)])
  func everyCourseOfGrowthIsAsLikelyAsDegreesSay(nodeCount: Int, edgesPerNode: Int) throws {
    let chances = GraphChances.grown(nodeCount: nodeCount, edgesPerNode: edgesPerNode)
    let fit = try FitToChances(chances, seed: 6) {
      try Graph.barabasiAlbert(nodeCount: nodeCount, edgesPerNode: edgesPerNode, using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  /// With k = 1, node t (from 2) finds t - 1 edges, so a node of degree d gains one with
  /// probability d / (2 (t - 1)). So the mean degree of node 0 is the product of 1 + 1 / (2 (t - 1)),
  /// and the mean number of nodes of degree 1 follows L <- L (1 - 1 / (2 (t - 1))) + 1 from 2.
  @Test func degreesOfATreeGrowAsTheRecurrencesSay() throws {
    let nodeCount = 60
    var oldest = 1.0
    var leaves = 2.0
    for node in 2..<nodeCount {
      oldest *= 1 + 1 / (2 * Double(node - 1))
      leaves = leaves * (1 - 1 / (2 * Double(node - 1))) + 1
    }
    var generator = SeededGenerator(seed: 21)
    var oldestDegrees: [Double] = []
    var leafCounts: [Double] = []
    for _ in 0..<800 {
      let graph = try Graph.barabasiAlbert(
        nodeCount: nodeCount, edgesPerNode: 1, using: &generator)
      oldestDegrees.append(Double(graph.outNeighbors(of: 0).count))
      leafCounts.append(Double(graph.nodes.count { graph.outNeighbors(of: $0).count == 1 }))
    }
    // Standard errors from the samples themselves: no closed form of the variance is used.
    let degree = SampleMoments(oldestDegrees)
    let leaf = SampleMoments(leafCounts)
    #expect(degree.meanError(oldest, variance: degree.variance) < 4)
    #expect(leaf.meanError(leaves, variance: leaf.variance) < 4)
  }

  @Test func isSimpleConnectedAndAsLargeAsItShould() throws {
    var generator = SeededGenerator(seed: 2)
    for (nodeCount, edgesPerNode) in [(2, 1), (9, 8), (40, 3), (300, 7), (50, 30)] {
      let graph = try Graph.barabasiAlbert(
        nodeCount: nodeCount, edgesPerNode: edgesPerNode, using: &generator)
      try graph.checkInvariants()
      #expect(graph.edgeCount == edgesPerNode * (nodeCount - edgesPerNode))
      #expect(graph.simplified().edgeCount == graph.edgeCount)
      #expect(graph.weakComponents().count == 1)
      #expect(graph.edges.allSatisfy { $0.tail > $0.head })
    }
  }

  @Test func aSeedIsAGraph() throws {
    var (first, second) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
    let one = try Graph.barabasiAlbert(nodeCount: 90, edgesPerNode: 3, using: &first)
    let other = try Graph.barabasiAlbert(nodeCount: 90, edgesPerNode: 3, using: &second)
    #expect(one == other)
  }

  @Test func extremesHaveNoEdgesOrAreAStar() throws {
    var generator = SeededGenerator(seed: 2)
    for nodeCount in 0...3 {
      let empty = try Graph.barabasiAlbert(
        nodeCount: nodeCount, edgesPerNode: 0, using: &generator)
      #expect(empty.nodeCount == nodeCount && empty.edgeCount == 0)
    }
    let star = try Graph.barabasiAlbert(nodeCount: 4, edgesPerNode: 3, using: &generator)
    #expect(GraphChances.outcome(of: star) == [[0, 3], [1, 3], [2, 3]])
  }

  @Test(arguments: [(0, 1, "0"), (1, 1, "0"), (4, 4, "0 to 3"), (4, -1, "0 to 3")])
  func refusesWhatCannotBe(nodeCount: Int, edgesPerNode: Int, range: String) {
    var generator = SeededGenerator(seed: 1)
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "edgesPerNode", value: Double(edgesPerNode), range: range)
    ) {
      try Graph.barabasiAlbert(
        nodeCount: nodeCount, edgesPerNode: edgesPerNode, using: &generator)
    }
    #expect(throws: GraphError.nodeCount(-2)) {
      try Graph.barabasiAlbert(nodeCount: -2, edgesPerNode: 1, using: &generator)
    }
    #expect(throws: GraphError.tooManyEdges(3_999_999_996)) {
      try Graph.barabasiAlbert(nodeCount: 2_000_000_000, edgesPerNode: 2, using: &generator)
    }
  }
}
