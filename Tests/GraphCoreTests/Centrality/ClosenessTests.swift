import GraphCore
import TestSupport
import Testing

@Suite struct ClosenessTests {
  /// The three measures from a table of distances between all pairs.
  private func expectAgreement(_ graph: Graph, weighted: Bool) throws {
    let lengths: EdgeLengths = weighted ? .weights : .hops
    let table = GraphTable(graph).distances(weighted: weighted)
    let n = Double(graph.nodeCount)
    for direction in Graph.Direction.allCases {
      let options = Graph.DistanceOptions(direction: direction, lengths: lengths)
      let reach = try graph.closeness(options)
      let plain = try graph.closeness(options, weighsByReach: false)
      let harmonic = try graph.harmonic(options)
      let farthest = try graph.eccentricity(options)
      for node in graph.nodes {
        let all = graph.nodes.map { direction == .outward ? table[node][$0] : table[$0][node] }
        let found = all.enumerated().filter { $0.offset != node && $0.element.isFinite }
          .map(\.element)
        let sum = found.reduce(0, +)
        let count = Double(found.count)
        let mean = found.isEmpty ? 0 : count / sum
        #expect(abs(plain[node] - mean) < 1e-12)
        #expect(abs(reach[node] - (n > 1 ? mean * count / (n - 1) : 0)) < 1e-12)
        #expect(abs(harmonic[node] - found.reduce(0) { $0 + 1 / $1 }) < 1e-12)
        #expect(farthest[node] == (all.allSatisfy(\.isFinite) ? all.max() : nil))
      }
    }
  }

  @Test func agreesWithFloydAndWarshall() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, seed: 31)
    {
      try expectAgreement(graph, weighted: false)
    }
    for graph in GraphFamilies.random(count: 30, seed: 32, isWeighted: true) {
      try expectAgreement(graph, weighted: true)
    }
  }

  @Test func goldenNumbers() throws {
    // NetworkX 3.6.1.
    let graph = GraphFamilies.make(
      6, [(0, 1), (1, 2), (2, 3), (0, 2), (3, 4)], isDirected: true)
    let closeness = try graph.closeness().values
    #expect(largestDifference(closeness, [0, 0.2, 0.4, 0.36, 16.0 / 45, 0]) < 1e-15)
    let harmonic = try graph.harmonic().values
    #expect(largestDifference(harmonic, [0, 1, 2, 2, 13.0 / 6, 0]) < 1e-15)
  }

  @Test func harmonicIsDividedOnRequest() throws {
    let star = GraphFamilies.make(5, [(0, 1), (0, 2), (0, 3), (0, 4)], isDirected: false)
    #expect(try star.harmonic().values == [4, 2.5, 2.5, 2.5, 2.5])
    let normalized = try star.harmonic(normalized: true)
    #expect(normalized.values == [1, 0.625, 0.625, 0.625, 0.625])
    #expect(normalized.normalization == Normalization(rule: "n - 1", denominator: 4))
  }

  @Test func inwardIsOutwardOnTheReversedGraph() throws {
    for graph in GraphFamilies.random(count: 20, seed: 33) {
      let outward = Graph.DistanceOptions(direction: .outward)
      #expect(try graph.closeness() == graph.reversed().closeness(outward))
      #expect(try graph.harmonic() == graph.reversed().harmonic(outward))
    }
  }

  @Test func boundedAndIndifferentToNames() throws {
    for graph in GraphFamilies.random(count: 30, seed: 34) {
      let scores = try graph.closeness().values
      #expect(scores.allSatisfy { $0 >= 0 && $0 <= 1 })
      let names = Array(graph.nodes.reversed())
      let renamed = try GraphFamilies.relabelled(graph, names).closeness().values
      #expect(largestDifference(scores, names.map { renamed[$0] }) < 1e-12)
    }
  }

  @Test func oneThreadAndManyAgreeBitForBit() throws {
    let graph = GraphFamilies.random(count: 1, nodes: 120...120, seed: 35, isWeighted: true)[0]
    for lengths in [EdgeLengths.hops, .weights] {
      let one = try graph.harmonic(
        Graph.DistanceOptions(lengths: lengths, execution: .init(threads: 1)))
      #expect(
        try graph.harmonic(Graph.DistanceOptions(lengths: lengths, execution: .init(threads: 5)))
          == one)
    }
  }
}
