import GraphCore
import TestSupport
import Testing

@Suite struct DegeneracyOrderTests {
  /// No node has more later neighbors than its core number, and cores come one after the other.
  @Test func noNodeHasMoreLaterNeighborsThanItsCoreNumber() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...14, seed: 601)
    {
      let table = GraphTable(graph)
      let order = graph.degeneracyOrder()
      #expect(order.sorted() == Array(graph.nodes))
      let cores = graph.asUndirected().simplified().coreNumbers()
      #expect(order.map { cores[$0] } == order.map { cores[$0] }.sorted())
      for place in order.indices {
        let rest = order[place...]
        let later = rest.count { table.isJoined(order[place], $0) }
        #expect(later <= cores[order[place]])
      }
    }
  }
}
