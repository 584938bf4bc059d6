import GraphCore
import TestSupport
import Testing

@Suite struct DijkstraTests {
  @Test func agreesWithEnumeratedPaths() throws {
    // Weights are quarters: sums are exact, ties are common, and the tie break is tested with them.
    for graph in GraphFamilies.smallWeighted
      + GraphFamilies.random(count: 60, nodes: 1...7, seed: 7, isWeighted: true)
    {
      let table = GraphTable(graph)
      for root in graph.nodes {
        let tree = try graph.shortestPaths(from: root, lengths: .weights)
        for node in graph.nodes {
          let best = table.rankedPaths(from: root, to: node, weighted: true).first
          #expect(tree.path(to: node)?.nodes == best?.nodes)
          #expect(tree.path(to: node)?.edges == best?.edges)
          #expect(tree.path(to: node)?.length == best?.length)
          #expect(tree.distance(to: node) == best?.length)
        }
      }
    }
  }

  @Test func distancesAgreeWithFloydAndWarshall() throws {
    for graph in GraphFamilies.random(count: 20, nodes: 20...40, seed: 8, isWeighted: true) {
      let expected = GraphTable(graph).distances(weighted: true)
      for root in graph.nodes {
        let outward = try graph.shortestPaths(from: root, lengths: .weights)
        let inward = try graph.shortestPaths(from: root, lengths: .weights, direction: .inward)
        for node in graph.nodes {
          #expect(outward.distance(to: node) ?? .infinity == expected[root][node])
          #expect(inward.distance(to: node) ?? .infinity == expected[node][root])
        }
      }
    }
  }

  @Test func roundingDoesNotHideATie() throws {
    // 0.1 + 0.2 is a little more than 0.3 in binary; of equally short paths the one with fewest
    // edges is taken.
    let graph = GraphFamilies.make(
      4,
      [
        Graph.Edge(0, 1, weight: 0.1), Graph.Edge(1, 2, weight: 0.1), Graph.Edge(2, 3, weight: 0.1),
        Graph.Edge(0, 3, weight: 0.1 + 0.1 + 0.1),
      ], isDirected: true)
    let lengths = EdgeLengths.values([0.1, 0.2, 0, 0.3])
    #expect(try graph.shortestPath(from: 0, to: 3, lengths: lengths)?.nodes == [0, 3])
    let reverse = EdgeLengths.values([0.1, 0.2, 0, (0.1 + 0.2).nextUp])
    #expect(try graph.shortestPath(from: 0, to: 3, lengths: reverse)?.nodes == [0, 3])
  }

  @Test func zeroLengthsAreWalkedAndNegativeOnesRefused() throws {
    let graph = GraphFamilies.make(3, [(0, 1), (1, 2), (2, 0)], isDirected: true)
    let tree = try graph.shortestPaths(from: 0, lengths: .values([0, 0, 0]))
    #expect(tree.distance(to: 2) == 0)
    #expect(tree.path(to: 2)?.nodes == [0, 1, 2])
    #expect(throws: GraphError.unusableLength(edge: 1, length: -1, needed: .notNegative)) {
      try graph.shortestPaths(from: 0, lengths: .values([0, -1, 0]))
    }
    #expect(throws: GraphError.wrongCount(of: "edge lengths", expected: 3, actual: 1)) {
      try graph.shortestPaths(from: 0, lengths: .values([1]))
    }
  }

  @Test func inverseWeightsTakeStrongTiesAsShort() throws {
    // By hand: 0-1-2 over strengths 4 and 4 is 1/4 + 1/4; the direct tie of strength 1 is 1.
    let edges = [
      Graph.Edge(0, 1, weight: 4), Graph.Edge(1, 2, weight: 4), Graph.Edge(0, 2, weight: 1),
    ]
    let graph = GraphFamilies.make(3, edges, isDirected: false)
    let path = try graph.shortestPath(from: 0, to: 2, lengths: .inverseWeights)
    #expect(path?.nodes == [0, 1, 2])
    #expect(path?.length == 0.5)
    let severed = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: 0)], isDirected: false)
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: 0, needed: .positive)) {
      try severed.shortestPath(from: 0, to: 1, lengths: .inverseWeights)
    }
  }
}
