import TestSupport
import Testing

@testable import GraphCore

@Suite struct ColorRefinementTests {
  /// Colors depend on what is around a node, not on its name.
  @Test func namesOfNodesChangeNothing() throws {
    var generator = SeededGenerator(seed: 1_031)
    for graph in GraphFamilies.random(count: 30, nodes: 2...15, seed: 1_032) {
      let names = Array(graph.nodes).shuffled(using: &generator)
      let other = GraphFamilies.relabelled(graph, names)
      let start = [Int32](repeating: 0, count: graph.nodeCount)
      for view in [ColorRefinement.View.counts, .presence] {
        let left = try ColorRefinement(graph.simplified(), view: view).refined(start)
        let right = try ColorRefinement(other.simplified(), view: view).refined(start)
        #expect(left.count == right.count)
        for node in graph.nodes { #expect(left.colors[node] == right.colors[names[node]]) }
      }
    }
  }
}
