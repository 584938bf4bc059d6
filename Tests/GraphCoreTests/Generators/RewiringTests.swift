import GraphCore
import TestSupport
import Testing

private func degrees(_ graph: Graph) -> [[Double]] {
  [.total, .outgoing, .incoming].map { graph.degree($0, isNormalized: false).values }
}

private func isSimple(_ graph: Graph) -> Bool { graph.simplified().edgeCount == graph.edgeCount }

@Suite struct RewiringTests {
  static let starts: [Graph] = [
    // Undirected: a path with a triangle, and degrees 2 2 2 1 1.
    GraphFamilies.make(5, [(0, 1), (1, 2), (0, 2), (3, 4)], isDirected: false),
    GraphFamilies.make(5, [(0, 1), (1, 2), (2, 3), (3, 4), (0, 2)], isDirected: false),
    // Directed: a triangle alone, which no switch can turn round.
    GraphFamilies.make(3, [(0, 1), (1, 2), (2, 0)], isDirected: true),
    GraphFamilies.make(4, [(0, 1), (1, 2), (2, 0), (2, 3)], isDirected: true),
    GraphFamilies.make(4, [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)], isDirected: true),
  ]

  @Test(arguments: starts.indices, [false, true])
  func everyGraphOfTheDegreesIsEquallyLikely(start: Int, keepsConnected: Bool) throws {
    let graph = Self.starts[start]
    if keepsConnected, graph.weakComponents().count > 1 { return }
    let expected = degrees(graph)
    let chances = GraphChances.equal(nodeCount: graph.nodeCount, isDirected: graph.isDirected) {
      degrees($0) == expected && (!keepsConnected || $0.weakComponents().count == 1)
    }
    let fit = try FitToChances(chances, draws: 3_000, seed: 411) {
      try graph.rewired(switchesPerEdge: 20, keepsConnected: keepsConnected, using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  @Test func degreesAndWeightsAreKept() throws {
    var generator = SeededGenerator(seed: 412)
    for (index, drawn) in GraphFamilies.random(
      count: 60, nodes: 4...30, seed: 413, isWeighted: true
    )
    .enumerated() {
      let graph = drawn.simplified()
      let found = try graph.rewired(using: &generator)
      try found.checkInvariants()
      #expect(isSimple(found))
      #expect(degrees(found) == degrees(graph))
      #expect(found.edges.map(\.weight) == graph.edges.map(\.weight))
      let largest = graph.subgraph(of: graph.weakComponents().largest ?? []).graph
      let connected = try largest.rewired(keepsConnected: true, using: &generator)
      #expect(degrees(connected) == degrees(largest), "\(index)")
      #expect(connected.weakComponents().count == 1 && isSimple(connected))
    }
  }

  /// A cycle of six falls into two triangles if it may: 10 of the 70 graphs of degree 2.
  @Test func connectednessIsKeptOnlyIfAsked() throws {
    let cycle = try Graph.cycle(nodeCount: 6)
    var generator = SeededGenerator(seed: 414)
    var apart = 0
    for _ in 0..<1_400 {
      if try cycle.rewired(using: &generator).weakComponents().count == 2 { apart += 1 }
    }
    // Binomial: mean 200, deviation 13.1.
    #expect(abs(apart - 200) < 66)
  }

  @Test func aSeedIsAGraphAndNoSwitchIsNone() throws {
    let graph = try ReferenceNetwork.plain("karate34")
    var (first, second) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
    #expect(try graph.rewired(using: &first) == graph.rewired(using: &second))
    #expect(try graph.rewired(switchesPerEdge: 0, using: &first) == graph)
    for graph in [
      try Graph.complete(nodeCount: 0), try Graph.complete(nodeCount: 1),
      try Graph.complete(nodeCount: 2), try Graph.complete(nodeCount: 5),
    ] {
      let found = try graph.rewired(keepsConnected: true, using: &first)
      #expect(Set(found.edges.map { Set([$0.tail, $0.head]) }).count == graph.edgeCount)
    }
  }

  @Test func unfitGraphsAreRefused() throws {
    var generator = SeededGenerator(seed: 1)
    let crowded = GraphFamilies.make(3, [(0, 0), (0, 1), (1, 0), (1, 2)], isDirected: false)
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "the number of loops and parallel edges", value: 2, range: "0; take them away first")
    ) { try crowded.rewired(using: &generator) }
    let apart = GraphFamilies.make(4, [(0, 1), (2, 3)], isDirected: false)
    #expect(throws: GraphError.self) { try apart.rewired(keepsConnected: true, using: &generator) }
    #expect(throws: GraphError.self) { try apart.rewired(switchesPerEdge: -1, using: &generator) }
  }
}
