import GraphCore
import TestSupport
import Testing

@Suite struct CoreNumbersTests {
  @Test func agreesWithStrikingOutNodes() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...14, seed: 91)
    {
      #expect(graph.coreNumbers().values == GraphTable(graph).coreNumbers())
    }
  }

  @Test func completeGraphsAndTrees() {
    // Every node of K5 has 4 edges; a tree has no 2-core.
    let pairs = (0..<5).flatMap { tail in ((tail + 1)..<5).map { (tail, $0) } }
    #expect(
      GraphFamilies.make(5, pairs, isDirected: false).coreNumbers().values == [4, 4, 4, 4, 4])
    let tree = GraphFamilies.make(5, [(0, 1), (0, 2), (2, 3), (2, 4)], isDirected: false)
    #expect(tree.coreNumbers().values == [1, 1, 1, 1, 1])
  }
}
