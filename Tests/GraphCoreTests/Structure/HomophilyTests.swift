import GraphCore
import TestSupport
import Testing

@Suite struct HomophilyTests {
  @Test func countsAgreeWithThePairs() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, seed: 691)
    {
      let groups = graph.nodes.map { [4, 4, -1, 9][$0 % 4] }
      let steps = GraphTable(graph).steps
      let found = try graph.homophily(of: groups)
      for node in graph.nodes {
        let near = graph.nodes.filter { $0 != node && !steps[node][$0].isEmpty }
        #expect(found.byNode[node].inside == near.count { groups[$0] == groups[node] })
        #expect(found.byNode[node].outside == near.count { groups[$0] != groups[node] })
      }
      for (place, name) in found.names.enumerated() {
        let members = graph.nodes.filter { groups[$0] == name }
        #expect(found.sizes[place] == members.count)
        let inside = members.reduce(0) { $0 + found.byNode[$1].inside }
        let outside = members.reduce(0) { $0 + found.byNode[$1].outside }
        #expect(found.byGroup[place].inside == inside)
        #expect(found.byGroup[place].outside == outside)
      }
      #expect(found.all.inside == found.byNode.map(\.inside).reduce(0, +))
      #expect(found.all.outside == found.byNode.map(\.outside).reduce(0, +))
    }
  }

  /// On a complete graph every pair is a tie, so the index is what is expected.
  @Test func aCompleteGraphIsAsExpected() throws {
    let graph = try Graph.complete(nodeCount: 7, isDirected: true)
    let found = try graph.homophily(of: [0, 0, 0, 1, 1, 2, 2])
    #expect(found.all.index == found.expectedIndex)
    // 42 ordered pairs, of which 6 + 2 + 2 inside: (32 - 10) / 42.
    #expect(found.expectedIndex == 22.0 / 42)
  }

  /// By hand: two triangles of different groups and a tie between them.
  @Test func twoTrianglesAndABridge() throws {
    let graph = GraphFamilies.make(
      6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3), (2, 3)], isDirected: false)
    let found = try graph.homophily(of: [5, 5, 5, 6, 6, 6])
    #expect(found.all.index == -5.0 / 7)
    #expect(found.byGroup.map(\.index) == [-5.0 / 7, -5.0 / 7])
    #expect(found.byNode.map(\.index) == [-1, -1, -1.0 / 3, -1.0 / 3, -1, -1])
    // A share of 6/7 where the size would give 1/2.
    #expect(largestDifference(found.inbreeding, [5.0 / 7, 5.0 / 7]) < 1e-15)
    #expect(found.names == [5, 6])
  }

  @Test func withoutTiesThereIsNoIndex() throws {
    let found = try GraphFamilies.make(1, [(0, 0)], isDirected: false).homophily(of: [0])
    #expect(found.all.index == nil)
    #expect(found.expectedIndex == nil)
    #expect(found.inbreeding == [nil])
  }
}
