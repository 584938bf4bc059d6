import GraphCore
import TestSupport
import Testing

@Suite struct BetweennessBySamplingTests {
  @Test func trueScoresAreWithinTheBounds() throws {
    for (index, graph)
      in (GraphFamilies.random(count: 24, nodes: 3...7, seed: 621)
      + GraphFamilies.ladder).enumerated()
    {
      var generator = SeededGenerator(seed: UInt64(index))
      let found = try graph.betweenness(epsilon: 0.04, delta: 0.01, using: &generator)
      let expected = GraphTable(graph).betweenness(weighted: false, countsEndpoints: false).nodes
      let pairs = max(1, Double(graph.nodeCount * (graph.nodeCount - 1)))
      for node in graph.nodes {
        #expect(found.errors[node].contains(expected[node] / pairs))
        #expect(found.errors[node].contains(found.scores[node]))
        #expect(found.errors[node].upperBound - found.scores[node] <= 0.04)
        #expect(found.scores[node] - found.errors[node].lowerBound <= 0.04)
      }
    }
  }

  @Test func boundsAreNarrowWhereScoresAreLow() throws {
    // In a ring of 200 each node lies on a quarter of the paths; in a complete graph on none, and
    // far fewer draws are needed.
    let ring = GraphFamilies.make(
      200, (0..<200).map { ($0, ($0 + 1) % 200) }, isDirected: false)
    let complete = GraphFamilies.make(
      40, (0..<40).flatMap { tail in (0..<tail).map { (tail, $0) } }, isDirected: false)
    var generator = SeededGenerator(seed: 622)
    let wide = try ring.betweenness(epsilon: 0.02, delta: 0.1, using: &generator)
    let narrow = try complete.betweenness(epsilon: 0.02, delta: 0.1, using: &generator)
    #expect(narrow.scores.values.allSatisfy { $0 == 0 })
    #expect(narrow.sampleCount * 5 < wide.sampleCount)
    // Closed form: over the 199 others of a node d - 1 sums to 9801, shared out over 200 nodes.
    let mean = 9_801.0 / 199 / 200
    #expect(wide.scores.values.allSatisfy { abs($0 - mean) < 0.02 })
  }

  @Test func oneThreadAndManyAgreeBitForBit() throws {
    let graph = GraphFamilies.random(count: 1, nodes: 80...80, seed: 623)[0]
    let results = try [1, 2, 5, nil].map { threads in
      var generator = SeededGenerator(seed: 7)
      return try graph.betweenness(
        epsilon: 0.05, delta: 0.1, using: &generator, execution: .init(threads: threads))
    }
    #expect(results.allSatisfy { $0 == results[0] })
  }

  @Test func optionsAreAboveZeroAndBelowOne() {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    for (epsilon, delta) in [(0, 0.1), (1, 0.1), (0.1, 0), (0.1, 1), (.nan, 0.1)] {
      var generator = SeededGenerator(seed: 1)
      #expect(throws: GraphError.self) {
        try graph.betweenness(epsilon: epsilon, delta: delta, using: &generator)
      }
    }
  }
}
