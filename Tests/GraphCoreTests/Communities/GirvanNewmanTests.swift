import GraphCore
import TestSupport
import Testing

/// Takes edges away by listing all shortest paths between all pairs each time.
private func slowly(_ graph: Graph, weighted: Bool) -> (edges: [Int], scores: [Double]) {
  var left = graph.edges.indices.filter { graph.edges[$0].tail != graph.edges[$0].head }
  var removed: (edges: [Int], scores: [Double]) = ([], [])
  while !left.isEmpty {
    let rest = GraphFamilies.make(
      graph.nodeCount, left.map { graph.edges[$0] }, isDirected: false)
    let scores = GraphTable(rest).betweenness(
      from: Array(graph.nodes), to: Array(graph.nodes), weighted: weighted, countsEndpoints: false
    ).edges.map { $0 / 2 }
    let most = scores.max() ?? 0
    let first = scores.firstIndex { $0 >= most * (1 - 1e-9) } ?? 0
    removed.edges.append(left.remove(at: first))
    removed.scores.append(scores[first])
  }
  return removed
}

@Suite struct GirvanNewmanTests {
  @Test func agreesWithListingAllShortestPaths() throws {
    for graph in GraphFamilies.small.filter({ !$0.isDirected }) + GraphFamilies.ladder
      + GraphFamilies.random(count: 24, nodes: 3...6, seed: 351, isWeighted: true)
    {
      for weighted in [false, true] {
        let found = try graph.girvanNewman(lengths: weighted ? .weights : .hops)
        let expected = slowly(graph, weighted: weighted)
        #expect(found.removedEdges == expected.edges)
        #expect(largestDifference(found.scores, expected.scores) < 1e-9)
        var counts: [Int] = []
        for place in 0...expected.edges.count {
          let gone = Set(expected.edges.prefix(place))
          let rest = GraphFamilies.make(
            graph.nodeCount,
            graph.edges.indices.filter { !gone.contains($0) }.map { graph.edges[$0] },
            isDirected: false)
          let parts = rest.weakComponents()
          if parts.count == counts.last { continue }
          counts.append(parts.count)
          let level = try #require(found.levels.first { $0.count == parts.count })
          #expect(level.removedCount == place)
          #expect(found.groups(count: parts.count) == parts.labels)
          #expect(try level.modularity == graph.modularity(of: parts.labels))
        }
        #expect(found.levels.map(\.count) == counts)
      }
    }
  }

  /// Parts and modularity of the first levels, and of the best, by girvan_newman and modularity of
  /// NetworkX 3.6.1. Where scores are equal the choice is its own, so only networks stand here on
  /// which that changes nothing.
  @Test(arguments: [
    ("karate34", [0.359960552268, 0.348783694938, 0.363247863248, 0.401298487837], 5),
    ("lesmis77", [0.074640399281, 0.260408270817, 0.266050282101, 0.415470580941], 11),
  ])
  func agreesWithNetworkX(name: String, modularities: [Double], best: Int) throws {
    let found = try ReferenceNetwork.plain(name).girvanNewman()
    #expect(found.levels[0].count == 1)
    for (count, modularity) in zip(2..., modularities) {
      let level = try #require(found.levels.first { $0.count == count })
      #expect(abs((level.modularity ?? 0) - modularity) < 1e-9)
    }
    #expect(found.best.count == best)
  }

  /// Newman and Girvan 2004: at the first split of the karate club only node 3 (2 from 0) is not
  /// with the faction that its members joined.
  @Test func theKarateClubSplitsAsItDid() throws {
    let club = NamedNetwork.karateClub
    let found = try #require(try club.graph.girvanNewman().groups(count: 2))
    let wrong = club.graph.nodes.filter {
      (found[$0] == found[0]) != (club.groups?[$0] == club.groups?[0])
    }
    #expect(wrong == [2] || wrong == [2, 8])
  }

  @Test func aBridgeGoesFirst() throws {
    let graph = GraphFamilies.make(
      6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)], isDirected: false)
    let found = try graph.girvanNewman()
    #expect(found.removedEdges.first == 6)
    // Three nodes on each side.
    #expect(found.scores.first == 9)
    #expect(found.groups(count: 2) == [0, 0, 0, 1, 1, 1])
    #expect(found.best.count == 2)
    #expect(abs((found.best.modularity ?? 0) - 5.0 / 14) < 1e-15)
    #expect(found.groups(count: 7) == nil)
    #expect(try graph.girvanNewman(execution: Execution(threads: 1)) == found)
  }

  @Test func unsoundLengthsAreRefused() {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: 0)], isDirected: false)
    #expect(throws: GraphError.self) { try graph.girvanNewman(lengths: .weights) }
  }
}
