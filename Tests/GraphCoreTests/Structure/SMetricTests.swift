import GraphCore
import TestSupport
import Testing

@Suite struct SMetricTests {
  /// Half of d A d, with the matrix and its row sums; a loop adds twice to both.
  @Test func isAQuadraticFormOfTheMatrix() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, seed: 651)
    {
      var ties = GraphTable(graph.asUndirected()).matrix(weighted: false)
      for node in graph.nodes { ties[node][node] *= 2 }
      let degrees = ties.map { $0.reduce(0, +) }
      let sum = graph.nodes.reduce(0) { sum, first in
        sum + graph.nodes.reduce(0) { $0 + degrees[first] * ties[first][$1] * degrees[$1] }
      }
      #expect(graph.sMetric() == sum / 2)
    }
  }

  /// NetworkX 3.6.1 (`s_metric`).
  @Test(arguments: [("lesmis77", 34_055.0), ("karate34", 3_640), ("davis_women", 4_077)])
  func agreesWithNetworkX(name: String, value: Double) throws {
    #expect(try ReferenceNetwork.named(name).sMetric() == value)
  }
}
