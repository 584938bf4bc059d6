import GraphCore
import TestSupport
import Testing

// The twin by transitive closure is in ComponentsTests.
@Suite struct WeakComponentsTests {
  @Test func eachShapeIsAPart() {
    // A path of 3, a ring of 4, a star of 5 and a node by itself, their numbers dealt round by chance.
    let pairs = [(0, 1), (2, 1), (3, 4), (4, 5), (5, 6), (6, 3), (7, 8), (7, 9), (10, 7), (11, 7)]
    var generator = SeededGenerator(seed: 903)
    for _ in 0..<50 {
      let names = (0..<13).shuffled(using: &generator)
      let graph = GraphFamilies.relabelled(
        GraphFamilies.make(13, pairs, isDirected: Bool.random(using: &generator)), names)
      let shapes = [[0, 1, 2], [3, 4, 5, 6], [7, 8, 9, 10, 11], [12]]
      let expected = shapes.map { $0.map { names[$0] }.sorted() }.sorted { $0[0] < $1[0] }
      #expect(graph.weakComponents().members == expected)
      #expect(graph.weakComponents().largest == expected.first { $0.count == 5 })
    }
  }

  @Test func anEdgeJoinsAtMostTwo() {
    for graph in GraphFamilies.random(count: 60, nodes: 2...20, seed: 904) {
      var joined = 0
      for kept in 0..<graph.edgeCount {
        let before = GraphFamilies.make(
          graph.nodeCount, Array(graph.edges.prefix(kept)), isDirected: graph.isDirected
        ).weakComponents()
        let edge = graph.edges[kept]
        if !before.joins(edge.tail, edge.head) { joined += 1 }
      }
      #expect(graph.weakComponents().count == graph.nodeCount - joined)
    }
  }

  @Test func nothing() {
    #expect(GraphFamilies.ladder[0].weakComponents().members == [])
    #expect(GraphFamilies.make(3, [(1, 1)], isDirected: true).weakComponents().count == 3)
  }
}
