import GraphCore
import TestSupport
import Testing

@Suite struct MostReliablePathTests {
  @Test func agreesWithTheLikeliestOfAllPaths() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...7, seed: 481, isWeighted: true)
    {
      // Powers of one half: products are exact and ties are common. Weight 3 becomes 0.
      let chances = graph.edges.map { edge -> Double in
        let power = Int(((edge.weight ?? 0.25) * 4).rounded()) / 3
        return power == 4 ? 0 : 1 / Double(1 << power)
      }
      let table = GraphTable(graph)
      for tail in graph.nodes {
        for head in graph.nodes {
          let all = table.simplePaths(from: tail, to: head, weighted: false)
          func chance(_ path: EnumeratedPath) -> Double {
            path.edges.reduce(1) { $0 * chances[$1] }
          }
          let likeliest = all.map(chance).max().flatMap { $0 > 0 ? $0 : nil }
          let best = all.filter { chance($0) == likeliest }.min { left, right in
            if left.edges.count != right.edges.count { return left.edges.count < right.edges.count }
            if left.nodes != right.nodes {
              return left.nodes.lexicographicallyPrecedes(right.nodes)
            }
            return left.edges.lexicographicallyPrecedes(right.edges)
          }
          let found = try graph.mostReliablePath(from: tail, to: head, probabilities: chances)
          #expect(found?.probability == likeliest)
          #expect(found?.path.nodes == best?.nodes)
          #expect(found?.path.edges == best?.edges)
        }
      }
    }
  }

  @Test func roundingDoesNotHideATie() throws {
    // 0.1 * 0.2 is 0.02, but in binary a little more: the direct edge is as likely, and shorter.
    let graph = GraphFamilies.make(
      3,
      [
        Graph.Edge(0, 1, weight: 0.1), Graph.Edge(1, 2, weight: 0.2),
        Graph.Edge(0, 2, weight: 0.02),
      ], isDirected: true)
    #expect(0.1 * 0.2 > 0.02)
    #expect(try graph.mostReliablePath(from: 0, to: 2)?.path.nodes == [0, 2])
  }

  @Test func aProbabilityIsFromZeroToOne() {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: 1.5)], isDirected: true)
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "the probability of edge 0", value: 1.5, range: "0 to 1")
    ) {
      try graph.mostReliablePath(from: 0, to: 1)
    }
    #expect(throws: GraphError.wrongCount(of: "probabilities", expected: 1, actual: 0)) {
      try graph.mostReliablePath(from: 0, to: 1, probabilities: [])
    }
    #expect(throws: GraphError.self) {
      try graph.mostReliablePath(from: 0, to: 1, probabilities: [.nan])
    }
  }
}
