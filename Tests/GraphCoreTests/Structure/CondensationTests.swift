import GraphCore
import TestSupport
import Testing

@Suite struct CondensationTests {
  @Test func joinsComponentsThatReachEachOtherByAnEdge() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...16, seed: 411, isWeighted: true)
    {
      let found = graph.condensation()
      let matrix = GraphTable(graph).matrix(weighted: true)
      let reach = GraphTable(graph).reach()
      try found.graph.checkInvariants()
      #expect(found.graph.isDirected)
      #expect(found.graph.isAcyclic())
      var sums = [[Double]](
        repeating: [Double](repeating: 0, count: found.components.count),
        count: found.components.count)
      for tail in graph.nodes {
        for head in graph.nodes where !(reach[tail][head] && reach[head][tail]) {
          sums[found.components.labels[tail]][found.components.labels[head]] += matrix[tail][head]
        }
      }
      let weighted = GraphTable(found.graph).matrix(weighted: graph.isWeighted)
      #expect(weighted == (graph.isWeighted ? sums : sums.map { $0.map { $0 > 0 ? 1 : 0 } }))
    }
  }
}
