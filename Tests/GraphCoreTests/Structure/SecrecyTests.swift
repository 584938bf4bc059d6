import GraphCore
import TestSupport
import Testing

@Suite struct SecrecyTests {
  @Test func isTheShareThatStaysHiddenWhenOneIsFound() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 461)
    {
      let matrix = GraphTable(graph.asUndirected()).matrix(weighted: false)
      let n = Double(graph.nodeCount)
      let shares = graph.nodes.map { node in
        1 - Double(graph.nodes.filter { $0 == node || matrix[node][$0] > 0 }.count) / n
      }
      let expected = graph.nodeCount > 0 ? shares.reduce(0, +) / n : nil
      #expect(largestDifference([graph.secrecy()], [expected]) < 1e-12)
    }
  }

  @Test func extremes() {
    let pairs = (0..<4).flatMap { first in (0..<first).map { (first, $0) } }
    #expect(GraphFamilies.make(4, pairs, isDirected: false).secrecy() == 0)
    #expect(GraphFamilies.make(4, [(0, 0)], isDirected: false).secrecy() == 0.75)
    #expect(GraphFamilies.ladder[0].secrecy() == nil)
  }
}
