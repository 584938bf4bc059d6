import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct LouvainTests {
  @Test func neverBeatsTheBestOfAllDivisionsAndMostlyReachesIt() throws {
    var reached = 0
    for graph in LeidenTests.tried {
      let table = GraphTable(graph)
      let divisions = Partitions.all(graph.nodeCount)
      let best =
        divisions.map {
          table.modularity(of: $0, resolution: 1, weighted: true, isDirected: graph.isDirected)
            ?? 0
        }.max() ?? 0
      var found = -Double.infinity
      for seed in 0..<10 as Range<UInt64> {
        let communities = try graph.louvain(.init(seed: seed, usesWeights: true))
        let measured =
          table.modularity(
            of: communities.groups, resolution: 1, weighted: true, isDirected: graph.isDirected)
          ?? 0
        #expect(largestDifference([communities.quality ?? 0], [measured]) < 1e-12)
        #expect(measured <= best + 1e-12)
        found = max(found, measured)
      }
      if found > best - 1e-12 { reached += 1 }
    }
    #expect(reached * 20 >= LeidenTests.tried.count * 19)
  }

  /// Ranges of 20 runs of louvain_communities in NetworkX 3.6.1, direction and weights left out.
  @Test(arguments: [
    ("davis_women", 0.309115010731, 0.336005554854),
    ("florentine_marriage16", 0.39125, 0.39875),
    ("ise_typed_nov13", 0.534285197149, 0.560258409445),
    ("karate34", 0.395216962525, 0.419789612097), ("kite10", 0.222222222222, 0.222222222222),
    ("lesmis77", 0.552738855478, 0.560008370017),
  ])
  func liesInTheRangeOfNetworkX(name: String, least: Double, best: Double) throws {
    let url = try #require(
      Bundle.module.url(
        forResource: name, withExtension: "json", subdirectory: "Fixtures/networks"))
    let graph = try ReferenceNetwork.load(url).graph.asUndirected().simplified()
    for seed in 0..<10 as Range<UInt64> {
      let found = try #require(try graph.louvain(.init(seed: seed)).quality)
      #expect(found > least - 0.01)
      #expect(found < best + 1e-9)
    }
  }

  /// Large enough for nodes to choose together.
  @Test func aLargeGridIsDividedAsWellAsByOthersOnAnyNumberOfThreads() throws {
    let graph = try Graph.grid(rows: 200, columns: 200)
    let found = try graph.louvain(.init(seed: 1, execution: Execution(threads: 1)))
    // The least of three runs of community_multilevel in igraph 1.0.0.
    #expect(try #require(found.quality) > 0.93958)
    #expect(try graph.louvain(.init(seed: 1, execution: Execution(threads: 3))) == found)
  }

  @Test func theSeedDecides() throws {
    for graph in GraphFamilies.random(count: 20, nodes: 5...40, seed: 321) {
      #expect(try graph.louvain(.init(seed: 4)) == graph.louvain(.init(seed: 4)))
    }
  }

  @Test func nothingAndLittle() throws {
    #expect(try GraphFamilies.ladder[0].louvain().groups == [])
    #expect(try GraphFamilies.make(2, [(0, 1)], isDirected: false).louvain().groups == [0, 0])
    #expect(throws: GraphError.self) {
      try GraphFamilies.ladder[0].louvain(.init(resolution: .infinity))
    }
  }
}
