import GraphCore
import TestSupport
import Testing

// The twin by transitive closure is in ComponentsTests.
@Suite struct StrongComponentsTests {
  @Test func withoutDirectionTheyAreTheWeakOnes() {
    for graph in GraphFamilies.small + GraphFamilies.random(count: 60, nodes: 1...20, seed: 905)
    where !graph.isDirected {
      #expect(graph.strongComponents() == graph.weakComponents())
    }
  }

  @Test func theyAreSingleJustWhereNoWayLeadsBack() {
    for graph in GraphFamilies.small + GraphFamilies.random(count: 60, nodes: 1...20, seed: 906)
    where graph.isDirected && !graph.edges.contains(where: { $0.tail == $0.head }) {
      #expect((graph.strongComponents().count == graph.nodeCount) == graph.isAcyclic())
    }
  }

  @Test func ringsThatLeadIntoEachOtherStayApart() {
    // Rings of 2, 3 and 4, each with an edge into the next, their numbers dealt round by chance.
    let pairs = [
      (0, 1), (1, 0), (2, 3), (3, 4), (4, 2), (5, 6), (6, 7), (7, 8), (8, 5), (1, 2), (4, 5),
    ]
    var generator = SeededGenerator(seed: 907)
    for _ in 0..<50 {
      let names = (0..<9).shuffled(using: &generator)
      let graph = GraphFamilies.relabelled(
        GraphFamilies.make(9, pairs, isDirected: true), names)
      let expected = [[0, 1], [2, 3, 4], [5, 6, 7, 8]].map { $0.map { names[$0] }.sorted() }
      #expect(graph.strongComponents().members == expected.sorted { $0[0] < $1[0] })
      // One edge from the last ring to the first makes them one.
      let closed = GraphFamilies.make(
        9, Array(graph.edges) + [Graph.Edge(names[8], names[0])], isDirected: true)
      #expect(closed.strongComponents().count == 1)
    }
  }
}
