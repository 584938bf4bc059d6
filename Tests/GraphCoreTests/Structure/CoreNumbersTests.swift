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

  /// Each of the few is joined to each of the many: no part has more than the few allow.
  @Test(arguments: [1, 2, 30]) func completeBipartiteGraphs(few: Int) {
    let pairs = (0..<few).flatMap { tail in (few..<few + 400).map { (tail, $0) } }
    for copies in 1...2 {
      let all = Array(repeatElement(pairs, count: copies).joined()) + [(0, 0), (few, few)]
      for isDirected in [false, true] {
        let found = GraphFamilies.make(few + 400, all, isDirected: isDirected).coreNumbers()
        #expect(found.values == [Int](repeating: few * copies, count: few + 400))
      }
    }
  }
}
