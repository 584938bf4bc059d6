import GraphCore
import TestSupport
import Testing

@Suite struct AveragePathLengthTests {
  @Test func agreesWithTheTableOfDistances() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 501, isWeighted: true)
    {
      for weighted in [false, true] {
        let table = GraphTable(graph).distances(weighted: weighted)
        let all = graph.nodes.flatMap { tail in
          graph.nodes.filter { $0 != tail }.map { table[tail][$0] }
        }
        let found = all.filter(\.isFinite)
        let mean = found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
        let lengths: EdgeLengths = weighted ? .weights : .hops
        let skipping = try graph.averagePathLength(lengths: lengths, skipsUnreachable: true)
        #expect(largestDifference([skipping], [mean]) < 1e-12)
        let strict = try graph.averagePathLength(lengths: lengths)
        #expect(largestDifference([strict], [found.count == all.count ? mean : nil]) < 1e-12)
      }
    }
  }

  @Test func aPathOfNNodesHasAThirdOfNPlusOne() throws {
    // Closed form: (n + 1) / 3.
    let path = GraphFamilies.make(11, (1..<11).map { ($0 - 1, $0) }, isDirected: false)
    #expect(try path.averagePathLength() == 4)
  }
}
