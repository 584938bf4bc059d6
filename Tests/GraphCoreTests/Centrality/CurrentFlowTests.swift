import GraphCore
import TestSupport
import Testing

@Suite struct CurrentFlowTests {
  @Test func agreesWithTheCurrentsOfEachPair() throws {
    for (weighted, graphs) in [
      (
        false,
        GraphFamilies.small + GraphFamilies.ladder
          + GraphFamilies.random(count: 30, nodes: 1...8, seed: 681)
      ), (true, GraphFamilies.random(count: 60, nodes: 1...8, seed: 682, isWeighted: true)),
    ] {
      for graph in graphs {
        let table = GraphTable(graph)
        let closeness = try graph.currentFlowCloseness(usesWeights: weighted)
        let expected = table.currentFlowCloseness(
          isDirected: graph.isDirected, weighted: weighted)
        #expect(largestDifference(closeness.values, expected) < 1e-10)
        #expect(
          (closeness.undefinedBecause != nil)
            == (expected.contains { $0 == nil } && graph.nodeCount > 1))
        let through = try graph.currentFlowBetweenness(isNormalized: false, usesWeights: weighted)
        let all = table.currentFlowBetweenness(isDirected: graph.isDirected, weighted: weighted)
        #expect(largestDifference(through.values, all) < 1e-10)
      }
    }
  }

  @Test func onATreeCurrentsAreShortestPaths() throws {
    let tree = GraphFamilies.make(
      8, [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6), (6, 7)], isDirected: false)
    let found = try tree.currentFlowBetweenness()
    #expect(largestDifference(found.values, try tree.betweenness().values) < 1e-12)
    #expect(found.normalization == Normalization(rule: "(n - 1) (n - 2) / 2", denominator: 21))
    // Resistances are distances, so the score is one over their sum.
    let sums = GraphTable(tree).distances(weighted: false).map { $0.reduce(0, +) }
    let closeness = try tree.currentFlowCloseness().values
    #expect(largestDifference(closeness, sums.map { 1 / $0 }) < 1e-12)
  }

  @Test func resistancesOfEdgesSumToNMinusOne() throws {
    // Foster's theorem: in a connected network, conductance times resistance sums to n - 1. Seen
    // here from the scores of a complete graph, in which every resistance is 2 / n.
    let n = 12
    let complete = GraphFamilies.make(
      n, (0..<n).flatMap { tail in (0..<tail).map { (tail, $0) } }, isDirected: false)
    let closeness = try complete.currentFlowCloseness()
    let expected = Double(n) / (2 * Double(n - 1))
    #expect(largestDifference(closeness.values, (0..<n).map { _ in expected }) < 1e-12)
  }

  @Test func threadsAndNamesChangeNothing() throws {
    for graph in GraphFamilies.random(count: 4, nodes: 40...60, seed: 683, isWeighted: true) {
      let one = try graph.currentFlowBetweenness(usesWeights: true, execution: .init(threads: 1))
      #expect(
        try graph.currentFlowBetweenness(usesWeights: true, execution: .init(threads: 3)) == one)
      let near = try graph.currentFlowCloseness(usesWeights: true, execution: .init(threads: 1))
      #expect(
        try graph.currentFlowCloseness(usesWeights: true, execution: .init(threads: 3)) == near)
      let names = Array(graph.nodes.reversed())
      let renamed = try GraphFamilies.relabelled(graph, names)
        .currentFlowBetweenness(usesWeights: true)
      #expect(largestDifference(one.values, names.map { renamed[$0] }) < 1e-10)
    }
  }

  @Test func negativeConductancesAreRefused() {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -1)], isDirected: false)
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: -1, needed: .notNegative)) {
      try graph.currentFlowCloseness(usesWeights: true)
    }
  }
}
