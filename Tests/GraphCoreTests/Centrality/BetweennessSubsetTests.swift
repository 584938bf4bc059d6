import GraphCore
import TestSupport
import Testing

@Suite struct BetweennessSubsetTests {
  @Test func agreesWithListedShortestPaths() throws {
    for (weighted, graphs) in [
      (
        false,
        GraphFamilies.small + GraphFamilies.ladder
          + GraphFamilies.random(count: 30, nodes: 1...7, seed: 601)
      ), (true, GraphFamilies.random(count: 40, nodes: 1...7, seed: 602, isWeighted: true)),
    ] {
      for graph in graphs {
        let half = graph.isDirected ? 1.0 : 0.5
        let sources = graph.nodes.filter { $0 % 3 != 1 }
        let targets = graph.nodes.filter { $0 % 2 == 0 } + graph.nodes.prefix(1)
        for ends in [false, true] {
          let options = Graph.BetweennessOptions(
            lengths: weighted ? .weights : .hops, isNormalized: false, countsEndpoints: ends)
          let expected = GraphTable(graph).betweenness(
            from: sources, to: targets, weighted: weighted, countsEndpoints: ends)
          let nodes = try graph.betweenness(from: sources, to: targets, options).values
          #expect(largestDifference(nodes, expected.nodes.map { $0 * half }) < 1e-12)
          let edges = try graph.edgeBetweenness(from: sources, to: targets, options).values
          #expect(largestDifference(edges, expected.edges.map { $0 * half }) < 1e-12)
        }
      }
    }
  }

  @Test func allNodesGiveTheWholeBetweenness() throws {
    for graph in GraphFamilies.random(count: 30, seed: 603) + GraphFamilies.ladder {
      for ends in [false, true] {
        let options = Graph.BetweennessOptions(countsEndpoints: ends)
        let whole = try graph.betweenness(options)
        let found = try graph.betweenness(from: graph.nodes, to: graph.nodes, options)
        #expect(largestDifference(found.values, whole.values) < 1e-12)
        #expect(found.normalization == whole.normalization)
      }
      let whole = try graph.edgeBetweenness()
      let found = try graph.edgeBetweenness(from: graph.nodes, to: graph.nodes)
      #expect(largestDifference(found.values, whole.values) < 1e-12)
      #expect(found.normalization == whole.normalization)
    }
  }

  @Test func partsOfTheTargetsAddUp() throws {
    let options = Graph.BetweennessOptions(isNormalized: false)
    for graph in GraphFamilies.random(count: 20, seed: 604) {
      let sources = Array(graph.nodes.prefix(3))
      let parts = try [0, 1].map { rest in
        try graph.betweenness(from: sources, to: graph.nodes.filter { $0 % 2 == rest }, options)
          .values
      }
      let whole = try graph.betweenness(from: sources, to: graph.nodes, options).values
      #expect(largestDifference(zip(parts[0], parts[1]).map { $0 + $1 }, whole) < 1e-12)
    }
  }

  @Test func oneThreadAndManyAgreeBitForBit() throws {
    let graph = GraphFamilies.random(count: 1, nodes: 150...150, seed: 605)[0]
    var options = Graph.BetweennessOptions(execution: .init(threads: 1))
    let one = try graph.betweenness(from: graph.nodes.prefix(100), to: graph.nodes, options)
    options.execution.threads = 5
    #expect(
      try graph.betweenness(from: graph.nodes.prefix(100), to: graph.nodes, options) == one)
  }
}
