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
    let normalized = try star.harmonic(isNormalized: true)
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

  @Test func agreesWithTheDefinitionInLargeGraphs() throws {
    // More nodes than are searched from at once, in one part and in several.
    for graph in GraphFamilies.random(count: 2, nodes: 600...800, seed: 36) {
      let slow = SlowHops(graph)
      for direction in Graph.Direction.allCases {
        let options = Graph.DistanceOptions(direction: direction)
        let plain = try graph.closeness(options, weighsByReach: false)
        let harmonic = try graph.harmonic(options)
        let farthest = try graph.eccentricity(options)
        for node in graph.nodes {
          let found = slow.others(node, direction)
          let sum = found.reduce(0, +)
          #expect(plain[node] == (sum > 0 ? Double(found.count) / Double(sum) : 0))
          let inverses = found.reduce(0) { $0 + 1 / Double($1) }
          #expect(abs(harmonic[node] - inverses) <= 1e-12 * max(1, inverses))
          #expect(
            farthest[node]
              == (found.count == graph.nodeCount - 1 ? Double(found.max() ?? 0) : nil))
        }
      }
    }
  }

  @Test func closedFormsOfLargeGraphs() throws {
    // Sums of distances: on a path i (i + 1) / 2 to each side, on a ring n^2 / 4, on a grid those of
    // the rows and of the columns, times the number of the others.
    func side(_ length: Int) -> Int { length * (length + 1) / 2 }
    let path = try Graph.path(nodeCount: 2_500)
    let far = try path.eccentricity()
    for (node, score) in try path.closeness().values.enumerated() {
      #expect(score == 2_499 / Double(side(node) + side(2_499 - node)))
      #expect(far[node] == Double(max(node, 2_499 - node)))
    }
    let ring = try Graph.cycle(nodeCount: 1_400)
    #expect(try ring.closeness().values.allSatisfy { $0 == 1_399 / 490_000.0 })
    let grid = try Graph.grid(rows: 30, columns: 50)
    for (node, score) in try grid.closeness().values.enumerated() {
      let (row, column) = (node / 50, node % 50)
      let sum = 50 * (side(row) + side(29 - row)) + 30 * (side(column) + side(49 - column))
      #expect(score == 1_499 / Double(sum))
    }
    let star = try Graph.star(nodeCount: 1_001)
    #expect(try star.harmonic().values == [1_000] + repeatElement(500.5, count: 1_000))
    let mean = try #require(try path.averagePathLength())
    // (n + 1) / 3.
    #expect(abs(mean - 2_501.0 / 3) < 1e-9)
  }

  @Test func oneThreadAndManyAgreeBitForBitInLargeGraphs() throws {
    for graph in GraphFamilies.random(count: 2, nodes: 1_500...1_600, seed: 37)
      + [try Graph.path(nodeCount: 2_100)]
    {
      let one = Graph.DistanceOptions(execution: .init(threads: 1))
      let many = Graph.DistanceOptions(execution: .init(threads: 4))
      #expect(try graph.harmonic(one) == graph.harmonic(many))
      #expect(try graph.closeness(one) == graph.closeness(many))
      #expect(try graph.eccentricity(one) == graph.eccentricity(many))
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
