import GraphCore
import TestSupport
import Testing

@Suite struct BetweennessFromSampleTests {
  /// The rule of NetworkX 3.6 on a sum from listed paths: a source lies behind k - 1 others of k.
  private func estimate(
    _ graph: Graph, sources: [Int], options: Graph.BetweennessOptions
  ) -> [Double?] {
    let ends = options.countsEndpoints
    let sums = GraphTable(graph).betweenness(
      from: sources, to: Array(graph.nodes), weighted: false, countsEndpoints: ends
    ).nodes
    let n = Double(graph.nodeCount)
    let k = Double(sources.count)
    let most = ends ? n : n - 1
    return graph.nodes.map { node in
      let behind = !ends && sources.contains(node) ? k - 1 : k
      if behind == 0 { return nil }
      if options.isNormalized { return sums[node] / (behind * (most - 1)) }
      return sums[node] * most / behind / (graph.isDirected ? 1 : 2)
    }
  }

  @Test func drawsEverySetOfSourcesAndScalesItsSum() throws {
    for graph in GraphFamilies.random(count: 6, nodes: 5...5, seed: 611) {
      for (ends, isNormalized) in [(false, true), (false, false), (true, true), (true, false)] {
        let options = Graph.BetweennessOptions(isNormalized: isNormalized, countsEndpoints: ends)
        for count in 1...3 {
          let sets = (0..<32).map { mask in graph.nodes.filter { mask >> $0 & 1 == 1 } }
            .filter { $0.count == count }
          let expected = sets.map { estimate(graph, sources: $0, options: options) }
          var isSeen = [Bool](repeating: false, count: sets.count)
          var generator = SeededGenerator(seed: 612)
          for _ in 0..<120 {
            let found = try graph.betweenness(fromSampleOf: count, using: &generator, options)
            let matching = expected.indices.filter {
              largestDifference(found.values, expected[$0]) < 1e-12
            }
            #expect(!matching.isEmpty)
            for index in matching { isSeen[index] = true }
          }
          #expect(!isSeen.contains(false))
        }
      }
    }
  }

  @Test func allSourcesGiveTheWholeBetweenness() throws {
    for graph in GraphFamilies.small.dropFirst() + GraphFamilies.random(count: 20, seed: 613)
    where graph.nodeCount > 0 {
      var generator = SeededGenerator(seed: 1)
      let found = try graph.betweenness(fromSampleOf: graph.nodeCount, using: &generator)
      let whole = try graph.betweenness()
      #expect(largestDifference(found.values, whole.values.map { $0 }) < 1e-12)
      #expect(found.normalization == whole.normalization)
    }
  }

  @Test func theNumberOfSourcesIsFromOneToN() {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    var generator = SeededGenerator(seed: 1)
    for count in [0, 3] {
      #expect(
        throws: GraphError.optionOutOfRange(
          name: "the number of sources", value: Double(count), range: "1 to 2")
      ) {
        try graph.betweenness(fromSampleOf: count, using: &generator)
      }
    }
  }
}
