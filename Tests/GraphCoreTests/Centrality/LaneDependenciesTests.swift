import TestSupport
import Testing

@testable import GraphCore

@Suite struct LaneDependenciesTests {
  /// Scores by node and edge of searches from some nodes to some others, in turns of at most 64.
  private func scores(
    _ graph: Graph, from sources: [Int], to targets: [Int], countsEndpoints: Bool = false
  ) -> (nodes: [Double], edges: [Double]) {
    let folded = FoldedGraph(graph, foldsTrees: false, keepsEdges: true)
    var search = LaneDependencies(
      folded, countsEndpoints: countsEndpoints, edgeCount: graph.edgeCount)
    let roots = folded.nodes.indices.filter { sources.contains(Int(folded.nodes[$0])) }
    let ends = folded.nodes.map { targets.contains(Int($0)) ? 1.0 : 0 }
    for first in stride(from: 0, to: roots.count, by: LaneLevels.width) {
      let turn = roots.dropFirst(first).prefix(LaneLevels.width).map { Int32($0) }
      search.add(from: turn[...], to: ends)
    }
    var nodes = [Double](repeating: 0, count: graph.nodeCount)
    for (place, node) in folded.nodes.enumerated() { nodes[Int(node)] = search.nodeScores[place] }
    return (nodes, search.edgeScores)
  }

  @Test func agreesWithListedShortestPaths() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 1...12, seed: 631)
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

  @Test func agreesWithCountsForMoreRootsThanLanes() {
    for (seed, isDirected) in [(UInt64(632), false), (633, true)] {
      let graph = GraphFamilies.crowded(seed: seed, isDirected: isDirected)
      let targets = graph.nodes.filter { $0 % 3 != 1 }
      for sources in [Array(graph.nodes), Array(graph.nodes.prefix(9)), [20]] {
        let expected = GraphTable(graph).betweennessByCounts(
          from: sources, to: targets, countsEndpoints: true)
        let found = scores(graph, from: sources, to: targets, countsEndpoints: true)
        #expect(largestDifference(found.nodes, expected.nodes) < 1e-12)
        #expect(largestDifference(found.edges, expected.edges) < 1e-12)
      }
    }
  }

  @Test func countsPathsBeyondIntegers() {
    // From one end of 70 diamonds in a row to the other there are 2^70 paths.
    let count = 70
    let graph = GraphFamilies.diamonds(count, isDirected: true)
    let all = Array(graph.nodes)
    let expected = graph.nodes.map { node -> Double in
      let (index, isJoint) = (Double(node / 3), node.isMultiple(of: 3))
      let left = isJoint ? 3 * index : 3 * index + 1
      let right = isJoint ? 3 * (Double(count) - index) : 3 * (Double(count) - index - 1) + 1
      return isJoint ? left * right : left * right / 2
    }
    #expect(largestDifference(scores(graph, from: all, to: all).nodes, expected) < 1e-12)
  }
}
