import GraphCore
import TestSupport
import Testing

@Suite struct CommunitiesTests {
  @Test func membersAreTheNodesOfEachGroup() throws {
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 20, nodes: 1...15, seed: 444) {
      let found = try graph.leiden()
      #expect(found.count == Set(found.groups).count)
      #expect(
        found.members
          == (0..<found.count).map { group in graph.nodes.filter { found.groups[$0] == group } })
      // Numbered by first node.
      let firsts = found.members.compactMap(\.first)
      #expect(firsts.count == found.count && firsts == firsts.sorted())
    }
  }

  /// The quality that is told is that of the definition, summed over all pairs.
  @Test(arguments: [Graph.CommunityOptions.Quality.modularity, .constantPotts])
  func qualityIsThatOfTheDefinition(quality: Graph.CommunityOptions.Quality) throws {
    for graph in GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 1...10, seed: 445, isWeighted: true)
    {
      let found = try graph.leiden(.init(quality: quality, resolution: 0.7, usesWeights: true))
      let table = GraphTable(graph)
      let expected =
        quality == .modularity
        ? table.modularity(
          of: found.groups, resolution: 0.7, weighted: true, isDirected: graph.isDirected)
        : table.constantPotts(
          of: found.groups, resolution: 0.7, weighted: true, isDirected: graph.isDirected)
      #expect(largestDifference([found.quality], [expected]) < 1e-9)
      #expect(found.resolution == 0.7)
    }
  }

  @Test func optionsOutOfRangeAreRefused() throws {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: false)
    for options in [
      Graph.CommunityOptions(resolution: -1), .init(resolution: .nan), .init(maximumRounds: 0),
    ] {
      #expect(throws: GraphError.self) { try graph.leiden(options) }
    }
  }
}
