import GraphCore
import TestSupport
import Testing

@Suite struct LoadTests {
  @Test func agreesWithPacketsSentOneByOne() throws {
    for (weighted, graphs) in [
      (
        false,
        GraphFamilies.small + GraphFamilies.ladder
          + GraphFamilies.random(count: 30, nodes: 1...8, seed: 651)
      ), (true, GraphFamilies.random(count: 60, nodes: 1...8, seed: 652, isWeighted: true)),
    ] {
      for graph in graphs {
        let expected = GraphTable(graph).load(weighted: weighted)
        let options = Graph.BetweennessOptions(
          lengths: weighted ? .weights : .hops, isNormalized: false)
        #expect(largestDifference(try graph.load(options).values, expected) < 1e-12)
      }
    }
  }

  @Test func dividesByLastStepsWhereBetweennessDividesByPaths() throws {
    // By hand: from 0 to 5 run three paths, one by 4 and two by 3, so 4 has a third of the paths,
    // but half of the packet. From 1 to 5 run two, and 4 has half of either.
    let graph = GraphFamilies.make(
      6, [(0, 1), (0, 2), (1, 4), (1, 3), (2, 3), (4, 5), (3, 5)], isDirected: true)
    let options = Graph.BetweennessOptions(isNormalized: false)
    let load = try graph.load(options).values
    let betweenness = try graph.betweenness(options).values
    #expect(load[4] == 1)
    #expect(abs(betweenness[4] - 5.0 / 6) < 1e-15)
  }

  @Test func aTreeHasTheLoadOfItsBetweenness() throws {
    // On a tree every pair has one path, so load is betweenness; normalised the rules agree too.
    let tree = GraphFamilies.make(
      7, [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6)], isDirected: false)
    let load = try tree.load()
    #expect(largestDifference(load.values, try tree.betweenness().values) < 1e-15)
    #expect(load.normalization == Normalization(rule: "(n - 1) (n - 2)", denominator: 30))
    #expect(try GraphFamilies.make(2, [(0, 1)], isDirected: true).load().normalization == .raw)
  }

  @Test func lawsOfRelabellingAndThreads() throws {
    for graph in GraphFamilies.random(count: 20, seed: 653)
      + GraphFamilies.random(count: 2, nodes: 80...90, seed: 654)
    {
      let one = try graph.load(Graph.BetweennessOptions(execution: .init(threads: 1)))
      #expect(try graph.load(Graph.BetweennessOptions(execution: .init(threads: 5))) == one)
      let names = Array(graph.nodes.reversed())
      let renamed = try GraphFamilies.relabelled(graph, names).load()
      #expect(largestDifference(one.values, names.map { renamed[$0] }) < 1e-12)
    }
  }
}
