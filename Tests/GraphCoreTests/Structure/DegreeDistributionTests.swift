import GraphCore
import TestSupport
import Testing

@Suite struct DegreeDistributionTests {
  @Test func countsTheRowsOfTheMatrix() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 421)
    {
      let matrix = GraphTable(graph).matrix(weighted: false)
      for kind in Graph.DegreeKind.allCases {
        let degrees = graph.nodes.map { node -> Int in
          let out = matrix[node].reduce(0, +)
          let into = matrix.reduce(0) { $0 + $1[node] }
          if !graph.isDirected { return Int(out + matrix[node][node]) }
          return switch kind {
          case .total: Int(out + into)
          case .outgoing: Int(out)
          case .incoming: Int(into)
          }
        }
        let found = graph.degreeDistribution(kind)
        #expect(found.count == (degrees.max().map { $0 + 1 } ?? 0))
        for (degree, count) in found.enumerated() {
          #expect(degrees.filter { $0 == degree }.count == count)
        }
      }
    }
  }

  @Test func knownDistributions() {
    let star = GraphFamilies.make(5, [(0, 1), (0, 2), (0, 3), (0, 4)], isDirected: false)
    #expect(star.degreeDistribution() == [0, 4, 0, 0, 1])
    #expect(GraphFamilies.ladder[0].degreeDistribution() == [])
  }
}
