import TestSupport
import Testing

@testable import GraphCore

@Suite struct DominatorSearchTests {
  @Test func lossesAreThoseOfTakingOut() throws {
    for graph in GraphFamilies.small.filter({ !$0.isDirected || $0.edgeCount == 6 })
      + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 3...12, seed: 861)
    where graph.nodeCount > 1 {
      let world = LiveWorld(try SpreadRule(graph, .independentCascade()), seed: 0)
      let seeds = [0, graph.nodeCount - 1]
      var search = DominatorSearch(graph, isSeed: graph.membership(seeds))
      search.run(in: world, isNodeGone: [], isEdgeGone: [])
      func reached(without node: Int?, _ edge: Int?) -> Int {
        let left = graph.edges.enumerated().filter { index, ends in
          index != edge && ends.tail != node && ends.head != node
        }.map(\.element)
        let hops = SlowHops(
          GraphFamilies.make(graph.nodeCount, left, isDirected: graph.isDirected)
        ).hops
        return graph.nodes.filter { node in seeds.contains { hops[$0][node] != nil } }.count
      }
      let all = reached(without: nil, nil)
      #expect(search.reachedCount == all)
      var nodes = [Int](repeating: 0, count: graph.nodeCount)
      search.addNodeLosses(to: &nodes)
      for node in graph.nodes {
        #expect(nodes[node] == (seeds.contains(node) ? 0 : all - reached(without: node, nil)))
      }
      var edges = [Int](repeating: 0, count: graph.edgeCount)
      search.addEdgeLosses(to: &edges)
      #expect(edges == graph.edges.indices.map { all - reached(without: nil, $0) })
    }
  }
}
