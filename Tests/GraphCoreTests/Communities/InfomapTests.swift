import GraphCore
import TestSupport
import Testing

@Suite struct InfomapTests {
  /// The best of 50 trials of the package infomap 2.16.0 with --two-level, direction and weights left
  /// out, and the number of modules.
  @Test(arguments: [
    ("davis_women", 4.70803842327322, 2), ("florentine_marriage16", 3.4469617273598905, 4),
    ("ise_typed_nov13", 5.299223163918361, 20), ("karate34", 4.3117926458018285, 3),
    ("kite10", 3.1105560595227946, 2), ("lesmis77", 4.679966117806476, 8),
  ])
  func reachesThatOfInfomap(name: String, codelength: Double, count: Int) throws {
    let graph = try ReferenceNetwork.plain(name)
    let found = try graph.infomap(.init(trials: 50))
    let quality = try #require(found.quality)
    #expect(quality < codelength + 1e-9)
    // Nodes without edges are not among the modules of the package.
    let lone = graph.nodes.filter { graph.outNeighbors(of: $0).isEmpty }.count
    if abs((found.quality ?? 0) - codelength) < 1e-9 { #expect(found.count == count + lone) }
    #expect(found.measure == "codelength")
  }

  /// The same with --directed: the default leaps, unrecorded and to edges, and with
  /// --recorded-teleportation --to-nodes.
  @Test(arguments: [
    (Graph.InfomapOptions.Teleportation.unrecorded, 4.4236389608422515),
    (.recorded, 6.887808330348244),
  ])
  func reachesThatOfDirectedInfomap(
    teleportation: Graph.InfomapOptions.Teleportation, codelength: Double
  ) throws {
    let all = try ReferenceNetwork.named("ise_typed_nov13")
    // The package knows no nodes without edges, and a leap must end somewhere.
    let graph = all.subgraph(of: all.nodes.filter { all.degree(isNormalized: false)[$0] > 0 }).graph
    let found = try graph.infomap(.init(teleportation: teleportation, trials: 50))
    let quality = try #require(found.quality)
    #expect(quality < codelength + 1e-8)
  }

  @Test func neverBeatsTheBestOfAllDivisionsAndMostlyReachesIt() throws {
    var (reached, all) = (0, 0)
    for graph in GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 4...6, seed: 373, isWeighted: true)
    {
      for teleportation in Graph.InfomapOptions.Teleportation.allCases {
        let options = Graph.InfomapOptions(teleportation: teleportation, usesWeights: true)
        let found = try graph.infomap(options)
        let lengths = try Partitions.all(graph.nodeCount).compactMap {
          try graph.codelength(of: $0, options)
        }
        guard let best = lengths.min() else {
          #expect(found.quality == nil)
          continue
        }
        let quality = try #require(found.quality)
        #expect(quality > best - 1e-9)
        #expect(try quality == graph.codelength(of: found.groups, options))
        all += 1
        if quality < best + 1e-9 { reached += 1 }
      }
    }
    #expect(reached * 20 >= all * 19)
  }

  /// Two directed rings, tied by one edge each way: the flow goes round within each.
  @Test func flowStaysInRings() throws {
    let ring = (0..<8).map { ($0, $0 / 4 * 4 + ($0 + 1) % 4) }
    let graph = GraphFamilies.make(8, ring + [(0, 4), (4, 0)], isDirected: true)
    #expect(try graph.infomap().groups == [0, 0, 0, 0, 1, 1, 1, 1])
  }

  @Test func theSeedDecidesAndThreadsDoNot() throws {
    let graph = try ReferenceNetwork.plain("lesmis77")
    let found = try graph.infomap(.init(seed: 5, execution: Execution(threads: 1)))
    #expect(try graph.infomap(.init(seed: 5, execution: Execution(threads: 3))) == found)
    let all = try (0..<12 as Range<UInt64>).map {
      try graph.infomap(.init(seed: $0, trials: 1)).groups
    }
    #expect(Set(all).count > 1)
  }

  /// A search that goes on from the same first round can only be shorter.
  @Test(arguments: ["davis_women", "ise_typed_nov13", "karate34", "lesmis77"])
  func moreRoundsAreNoLonger(name: String) throws {
    let graph = try ReferenceNetwork.plain(name)
    let lengths = try [1, 2, 3, nil].map { rounds in
      let found = try graph.infomap(.init(trials: 1, rounds: rounds))
      if let rounds { #expect(found.rounds <= rounds) }
      let quality = try #require(found.quality)
      #expect(try quality == graph.codelength(of: found.groups))
      return quality
    }
    for (fewer, more) in zip(lengths, lengths.dropFirst()) { #expect(more <= fewer + 1e-12) }
    let once = try graph.infomap(.init(trials: 1, rounds: 1))
    #expect(once.rounds == 1 && !once.converged)
    #expect(try graph.infomap(.init(trials: 1)).converged)
    #expect(throws: GraphError.self) { try graph.infomap(.init(rounds: 0)) }
  }

  @Test func nothingAndLittle() throws {
    #expect(try GraphFamilies.ladder[0].infomap().groups == [])
    #expect(try GraphFamilies.make(2, [(0, 1)], isDirected: false).infomap().groups == [0, 0])
    #expect(throws: GraphError.self) { try GraphFamilies.ladder[0].infomap(.init(trials: 0)) }
  }
}
