import GraphCore
import TestSupport
import Testing

@Suite struct CliquePercolationTests {
  @Test func agreesWithAllSetsOfNodes() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 5...10, seed: 361)
    {
      for size in 2...5 {
        let found = try graph.cliquePercolation(size: size)
        #expect(found.communities == GraphTable(graph).cliqueCommunities(size: size))
      }
    }
  }

  /// k_clique_communities of NetworkX 3.6.1: the sizes of the communities, ordered by their nodes.
  @Test(arguments: [
    ("karate34", 3, [25, 6, 3]), ("karate34", 4, [6, 4, 4]), ("karate34", 5, [6]),
    ("florentine_marriage16", 3, [4, 3]), ("davis_women", 3, []), ("kite10", 4, [4, 4]),
    ("ise_typed_nov13", 3, [4, 4, 28, 3, 4, 3, 3, 13, 4, 4, 5]), ("ise_typed_nov13", 4, [8, 4]),
    ("lesmis77", 3, [4, 46, 8, 3]), ("lesmis77", 4, [4, 33, 7, 8]),
    ("lesmis77", 5, [13, 6, 7, 14, 8]),
  ])
  func agreesWithNetworkX(name: String, size: Int, sizes: [Int]) throws {
    let found = try ReferenceNetwork.plain(name).cliquePercolation(size: size)
    #expect(found.communities.map(\.count) == sizes)
  }

  @Test func theKarateClubOverlaps() throws {
    // Communities of NetworkX 3.6.1.
    let found = try NamedNetwork.karateClub.graph.cliquePercolation(size: 3)
    #expect(found.communities[1] == [0, 4, 5, 6, 10, 16])
    #expect(found.communities[2] == [24, 25, 31])
    #expect(found.memberships[0] == [0, 1])
    #expect(found.memberships[31] == [0, 2])
    #expect(found.memberships[9] == [])
    #expect(found.method == "clique-percolation")
  }

  @Test func cliquesOfTwoAreComponents() throws {
    for graph in GraphFamilies.random(count: 40, seed: 362) {
      let parts = graph.weakComponents().members.filter { $0.count > 1 }
      #expect(try graph.cliquePercolation(size: 2).communities == parts)
    }
  }

  @Test func aSmallSizeIsRefused() {
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "the size of the cliques", value: 1, range: "2 or more")
    ) { try GraphFamilies.ladder[0].cliquePercolation(size: 1) }
  }
}
