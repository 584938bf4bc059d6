import TestSupport
import Testing

@testable import GraphCore

@Suite struct HopDependenciesTests {
  private func scores(
    _ graph: Graph, from sources: [Int], to targets: [Int], countsEndpoints: Bool = false
  ) -> (nodes: [Double], edges: [Double]) {
    let folded = FoldedGraph(graph, foldsTrees: false, keepsEdges: true)
    var search = HopDependencies(
      folded, countsEndpoints: countsEndpoints, edgeCount: graph.edgeCount)
    let ends = folded.nodes.map { targets.contains(Int($0)) ? 1.0 : 0 }
    for place in folded.nodes.indices where sources.contains(Int(folded.nodes[place])) {
      search.add(from: Int32(place), to: ends)
    }
    var nodes = [Double](repeating: 0, count: graph.nodeCount)
    for (place, node) in folded.nodes.enumerated() { nodes[Int(node)] = search.nodeScores[place] }
    return (nodes, search.edgeScores)
  }

  @Test func agreesWithListedShortestPaths() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 1...12, seed: 641)
    {
      let all = Array(graph.nodes)
      for ends in [false, true] {
        let expected = GraphTable(graph).betweenness(weighted: false, countsEndpoints: ends)
        let found = scores(graph, from: all, to: all, countsEndpoints: ends)
        #expect(largestDifference(found.nodes, expected.nodes) < 1e-12)
        #expect(largestDifference(found.edges, expected.edges) < 1e-12)
      }
    }
  }

  @Test func agreesWithCountsForSomeEnds() {
    for (seed, isDirected) in [(UInt64(642), false), (643, true)] {
      let graph = GraphFamilies.crowded(seed: seed, isDirected: isDirected)
      let sources = graph.nodes.filter { $0 % 4 != 1 }
      let targets = graph.nodes.filter { $0 % 3 != 1 }
      let expected = GraphTable(graph).betweennessByCounts(
        from: sources, to: targets, countsEndpoints: true)
      let found = scores(graph, from: sources, to: targets, countsEndpoints: true)
      #expect(largestDifference(found.nodes, expected.nodes) < 1e-12)
      #expect(largestDifference(found.edges, expected.edges) < 1e-12)
    }
  }
}
