import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct NamedNetworkTests {
  private static let all: [(NamedNetwork, String)] = [
    (.karateClub, "karate34"), (.florentineFamilies, "florentine_marriage16"),
    (.krackhardtKite, "kite10"), (.southernWomen, "davis_women"), (.lesMiserables, "lesmis77"),
  ]

  /// The edges that NetworkX 3.6.1 has; see Fixtures/PROVENANCE.md.
  @Test(arguments: all)
  func hasTheEdgesThatNetworkXHas(network: NamedNetwork, name: String) throws {
    let url = try #require(
      Bundle.module.url(
        forResource: name, withExtension: "json", subdirectory: "Fixtures/networks"))
    let expected = try ReferenceNetwork.load(url)
    try network.graph.checkInvariants()
    #expect(network.graph.nodeCount == expected.nodeCount)
    #expect(!network.graph.isDirected)
    #expect(
      network.graph.edges.map { edge in
        [Double(edge.tail), Double(edge.head)] + (edge.weight.map { [$0] } ?? [])
      } == expected.edges)
    #expect(network.names.count == expected.nodeCount)
    #expect(Set(network.names).count == expected.nodeCount)
  }

  private func degree(_ name: String, in network: NamedNetwork) throws -> Int {
    let node = try #require(network.names.firstIndex(of: name))
    return network.graph.outNeighbors(of: node).count
  }

  /// Facts from the publications: the two heads of the club, the central Medici, Krackhardt's three
  /// kinds of centrality, the event that most women came to, the hero of the novel.
  @Test func namesBelongToTheirNodes() throws {
    #expect(try degree("1", in: .karateClub) == 16)
    #expect(try degree("34", in: .karateClub) == 17)
    #expect(try degree("Medici", in: .florentineFamilies) == 6)
    #expect(try degree("Pucci", in: .florentineFamilies) == 0)
    #expect(try degree("Diane", in: .krackhardtKite) == 6)
    #expect(try degree("Jane", in: .krackhardtKite) == 1)
    #expect(try degree("E8", in: .southernWomen) == 14)
    #expect(try degree("Evelyn Jefferson", in: .southernWomen) == 8)
    #expect(try degree("Valjean", in: .lesMiserables) == 36)
    let kite = NamedNetwork.krackhardtKite
    let between = try kite.graph.betweenness().values
    #expect(kite.names[between.indices.max { between[$0] < between[$1] } ?? 0] == "Heather")
    let close = try kite.graph.closeness().values
    let top = close.max() ?? 0
    #expect(
      close.indices.filter { close[$0] > top - 1e-12 }.map { kite.names[$0] }
        == ["Fernando", "Garth"])
  }

  /// Each head of the club is in a club of his own, 17 members each; no event meets an event.
  @Test func groupsAreThoseOfTheStudies() throws {
    let clubs = try #require(NamedNetwork.karateClub.groups)
    #expect(clubs.first == 0 && clubs.last == 1)
    #expect(clubs.count { $0 == 0 } == 17 && clubs.count == 34)
    let women = NamedNetwork.southernWomen
    let kinds = try #require(women.groups)
    #expect(kinds.count { $0 == 0 } == 18)
    #expect(women.graph.edges.allSatisfy { kinds[$0.tail] == 0 && kinds[$0.head] == 1 })
    #expect(NamedNetwork.lesMiserables.groups == nil)
  }
}
