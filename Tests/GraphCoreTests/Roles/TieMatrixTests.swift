import TestSupport
import Testing

@testable import GraphCore

@Suite struct TieMatrixTests {
  @Test func loopsAreLeftOutAndWeightsAddUp() {
    for graph in GraphFamilies.ladder
      + GraphFamilies.random(count: 30, seed: 1_001, isWeighted: true)
    {
      let table = GraphTable(graph)
      for usesWeights in [false, true] {
        let found = TieMatrix(graph, usesWeights: usesWeights)
        let expected = table.matrix(weighted: usesWeights)
        for tail in graph.nodes {
          for head in graph.nodes {
            let tie =
              usesWeights && graph.isWeighted
              ? expected[tail][head] : min(expected[tail][head], 1)
            #expect(found[tail, head] == (tail == head ? 0 : tie))
          }
        }
        #expect(
          TieMatrix(count: found.count, offDiagonal: found.offDiagonal).values == found.values)
      }
    }
  }
}
