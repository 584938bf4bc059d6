import GraphCore
import TestSupport
import Testing

@Suite struct SignedTrianglesTests {
  @Test func agreesWithAllTriples() throws {
    var generator = SeededGenerator(seed: 1_071)
    for plain in GraphFamilies.ladder + GraphFamilies.random(count: 60, seed: 1_072) {
      let graph = GraphFamilies.make(
        plain.nodeCount,
        plain.edges.map {
          Graph.Edge(
            $0.tail, $0.head, weight: Double(Int.random(in: -2...2, using: &generator)))
        }, isDirected: plain.isDirected)
      let ties = GraphTable(graph.asUndirected()).matrix(weighted: true)
      var counts = [0, 0, 0, 0]
      for first in graph.nodes {
        for second in 0..<first {
          for third in 0..<second {
            let own = [ties[first][second], ties[first][third], ties[second][third]]
            if own.contains(0) { continue }
            counts[own.count { $0 < 0 }] += 1
          }
        }
      }
      let found = try graph.signedTriangles()
      #expect(found.counts == counts)
      let all = counts.reduce(0, +)
      #expect(found.balance == (all > 0 ? Double(counts[0] + counts[2]) / Double(all) : nil))
    }
  }
}
