import GraphCore
import TestSupport
import Testing

@Suite struct DisparityFilterTests {
  @Test func agreesWithTheIntegralTermByTerm() throws {
    for graph in GraphFamilies.smallWeighted + GraphFamilies.ladder
      + GraphFamilies.random(count: 120, seed: 209, isWeighted: true)
    {
      let expected = GraphTable(graph).disparity(isDirected: graph.isDirected)
      let found = try graph.disparityFilter(alpha: 0.3)
      for (edge, ends) in graph.edges.enumerated() {
        #expect(abs(found.chances[edge] - expected[ends.tail][ends.head]) < 1e-9)
      }
      #expect(found.edges == graph.edges.indices.filter { found.chances[$0] < 0.3 })
    }
  }

  /// By hand from the formula: the hub has strength 10 and three ties of 8, 1 and 1, so the chances are
  /// (1 - 0.8)^2 = 0.04 and (1 - 0.1)^2 = 0.81; the ends have one tie each and do not count.
  @Test func aStarByHand() throws {
    let star = try Graph(
      nodeCount: 4,
      edges: [
        Graph.Edge(0, 1, weight: 8), Graph.Edge(0, 2, weight: 1), Graph.Edge(3, 0, weight: 1),
      ],
      isDirected: false)
    let found = try star.disparityFilter()
    #expect(largestDifference(found.chances, [0.04, 0.81, 0.81]) < 1e-12)
    #expect(found.edges == [0])
    #expect(found.nodes == [0, 1])
    #expect(found.keptWeight == 0.8)
  }

  /// The same with directions: 3 -> 0 is the only edge that enters 0, and the hub deals out 8 and 1 only:
  /// (1 - 8 / 9)^1 and (1 - 1 / 9)^1.
  @Test func directionsAreDealtWithApart() throws {
    let star = try Graph(
      nodeCount: 4,
      edges: [
        Graph.Edge(0, 1, weight: 8), Graph.Edge(0, 2, weight: 1), Graph.Edge(3, 0, weight: 1),
      ],
      isDirected: true)
    let chances = try star.disparityFilter().chances
    #expect(largestDifference(chances, [1.0 / 9, 8.0 / 9, 1]) < 1e-12)
  }

  /// Counted in other tools' terms: (1 - 1 / k)^(k - 1) at every end of a complete graph of equal weights.
  @Test(arguments: [(3, 0.5), (4, 4.0 / 9), (5, 27.0 / 64)])
  func equalWeightsNeverStandOut(nodeCount: Int, chance: Double) throws {
    let pairs = (0..<nodeCount).flatMap { first in (0..<first).map { (first, $0) } }
    let graph = GraphFamilies.make(nodeCount, pairs, isDirected: false)
    let found = try graph.disparityFilter()
    #expect(found.chances.allSatisfy { abs($0 - chance) < 1e-12 })
    #expect(found.edges.isEmpty && found.nodes.isEmpty && found.keptWeight == 0)
  }

  /// Edges, nodes and per cent of the weight kept of Les Miserables, by the integral of the paper in Python
  /// with NetworkX 3.6.1 and the numerical quadrature of SciPy.
  @Test(arguments: [(0.05, 9, 10, 17.0), (0.1, 21, 21, 31), (0.3, 85, 46, 65)])
  func agreesWithTheIntegralInPython(
    alpha: Double, edges: Int, nodes: Int, percent: Double
  ) throws {
    let found = try NamedNetwork.lesMiserables.graph.disparityFilter(alpha: alpha)
    #expect(found.edges.count == edges && found.nodes.count == nodes)
    #expect(((found.keptWeight ?? 0) * 100).rounded() == percent)
  }

  @Test func scalingAllWeightsChangesNothing() throws {
    for graph in GraphFamilies.random(count: 40, seed: 5, isWeighted: true) {
      let scaled = try Graph(
        nodeCount: graph.nodeCount,
        edges: graph.edges.map { Graph.Edge($0.tail, $0.head, weight: ($0.weight ?? 1) * 4) },
        isDirected: graph.isDirected)
      #expect(try graph.disparityFilter().chances == scaled.disparityFilter().chances)
      if graph.isDirected {
        #expect(try graph.reversed().disparityFilter().chances == graph.disparityFilter().chances)
      }
    }
  }

  @Test func loopsAndWeightsOfZeroAreNoTies() throws {
    let graph = try Graph(
      nodeCount: 3,
      edges: [
        Graph.Edge(0, 0, weight: 100), Graph.Edge(0, 1, weight: 0), Graph.Edge(0, 1, weight: 3),
        Graph.Edge(0, 2, weight: 1),
      ], isDirected: false)
    #expect(try graph.disparityFilter(alpha: 0.3).chances == [1, 1, 0.25, 0.75])
  }

  @Test func whatCannotBeUsedIsRefused() throws {
    let negative = try Graph(
      nodeCount: 2, edges: [Graph.Edge(0, 1, weight: -1)], isDirected: false)
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: -1, needed: .notNegative)) {
      try negative.disparityFilter()
    }
    #expect(throws: GraphError.optionOutOfRange(name: "alpha", value: 2, range: "from 0 to 1")) {
      try negative.disparityFilter(alpha: 2)
    }
    #expect(try GraphFamilies.ladder[0].disparityFilter().keptWeight == nil)
  }
}
