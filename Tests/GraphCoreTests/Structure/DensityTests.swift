import GraphCore
import TestSupport
import Testing

@Suite struct DensityTests {
  @Test func densityIsTheShareOfPossibleEdges() {
    for graph in GraphFamilies.small {
      let n = graph.nodeCount
      let possible = graph.isDirected ? n * (n - 1) : n * (n - 1) / 2
      #expect(
        graph.density() == (n > 1 ? Double(graph.edgeCount) / Double(possible) : nil))
    }
  }

  @Test func reciprocityComparesTheMatrixWithItsTranspose() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...10, seed: 131)
    {
      let matrix = GraphTable(graph).matrix(weighted: false)
      var joined = 0
      var mutual = 0
      for tail in graph.nodes {
        for head in graph.nodes where tail != head && matrix[tail][head] > 0 {
          joined += 1
          if matrix[head][tail] > 0 { mutual += 1 }
        }
      }
      #expect(graph.reciprocity() == (joined > 0 ? Double(mutual) / Double(joined) : nil))
    }
  }
}
