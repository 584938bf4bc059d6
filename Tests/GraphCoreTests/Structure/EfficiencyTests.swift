import GraphCore
import TestSupport
import Testing

@Suite struct EfficiencyTests {
  @Test func agreesWithTheTableOfDistances() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 451, isWeighted: true)
    {
      for weighted in [false, true] {
        let table = GraphTable(graph).distances(weighted: weighted)
        var sum = 0.0
        for tail in graph.nodes {
          for head in graph.nodes where tail != head { sum += 1 / table[tail][head] }
        }
        let pairs = Double(graph.nodeCount * (graph.nodeCount - 1))
        let options = Graph.DistanceOptions(lengths: weighted ? .weights : .hops)
        let found = try graph.efficiency(options)
        #expect(largestDifference([found], [pairs > 0 ? sum / pairs : nil]) < 1e-12)
        if !weighted { #expect((found ?? 0) <= 1 + 1e-12) }
      }
    }
  }

  @Test func knownValues() throws {
    // A path of three: two pairs at 1 and one at 2, of three.
    let path = GraphFamilies.make(3, [(0, 1), (1, 2)], isDirected: false)
    #expect(abs(try #require(try path.efficiency()) - 2.5 / 3) < 1e-15)
    #expect(throws: GraphError.wrongCount(of: "edge lengths", expected: 2, actual: 0)) {
      try path.efficiency(Graph.DistanceOptions(lengths: .values([])))
    }
  }
}
