import GraphCore
import TestSupport
import Testing

@Suite struct SteinerTreeTests {
  /// The shortest: a spanning tree of least length over the terminals and some of the others.
  private func shortest(_ graph: Graph, _ terminals: [Int]) throws -> Double? {
    let others = graph.nodes.filter { !terminals.contains($0) }
    return try (0..<(1 << others.count)).compactMap { mask -> Double? in
      let chosen = others.indices.filter { mask >> $0 & 1 == 1 }.map { others[$0] }
      let part = graph.subgraph(of: terminals + chosen).graph
      let forest = try part.minimumSpanningForest(lengths: .weights)
      return forest.treeCount == 1 ? forest.length : nil
    }.min()
  }

  @Test func isATreeAndNearlyTheShortest() throws {
    var generator = SeededGenerator(seed: 911)
    for graph in GraphFamilies.random(count: 100, nodes: 2...9, seed: 912, isWeighted: true) {
      let count = Int.random(in: 1...min(4, graph.nodeCount), using: &generator)
      let terminals = Array(graph.nodes.shuffled(using: &generator).prefix(count))
      let found = try graph.steinerTree(joining: terminals, lengths: .weights)
      let best = try shortest(graph, terminals)
      #expect((found == nil) == (best == nil))
      guard let found, let best else { continue }
      #expect(found.length >= best - 1e-12)
      #expect(found.length <= best * 2 * (1 - 1 / Double(count)) + 1e-12)
      // As many nodes as edges and one, all joined: a tree. Its ends are terminals.
      #expect(found.nodes.count == found.edges.count + 1)
      let edges = found.edges.map { graph.edges[$0] }
      let part = GraphFamilies.make(graph.nodeCount, edges, isDirected: false)
      let components = part.weakComponents()
      #expect(found.nodes.allSatisfy { components.joins($0, found.nodes[0]) })
      #expect(terminals.allSatisfy { found.nodes.contains($0) })
      for node in found.nodes where !terminals.contains(node) {
        #expect(edges.count { $0.tail == node || $0.head == node } > 1)
      }
      #expect(found.length == edges.reduce(0) { $0 + ($1.weight ?? 1) })
    }
  }

  @Test func noTerminalsNoTree() throws {
    let path = try Graph.path(nodeCount: 5, isDirected: true)
    #expect(try path.steinerTree(joining: []) == nil)
    let alone = try path.steinerTree(joining: [3, 3])
    #expect(alone?.nodes == [3])
    #expect(alone?.edges == [])
    #expect(try path.steinerTree(joining: [4, 1])?.edges == [1, 2, 3])
  }
}
