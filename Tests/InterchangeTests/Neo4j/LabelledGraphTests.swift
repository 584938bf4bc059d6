import Evidence
import Testing

@testable import Interchange

@Suite struct LabelledGraphTests {
  /// By hand: a query for INSPIRED finds what is affirmed and nothing else.
  @Test(arguments: [
    ("s1", "MEMBER_OF"), ("s2", "DENIES_INSPIRED"), ("s3", "CLAIMED"),
    ("s4", "CLAIMS_DIRECTED"), ("s5", "SUPPOSES_INSPIRED"), ("s7", "INSPIRED"),
    ("s8", "FINDS_NO_EVIDENCE_OF_PERPETRATED"), ("s9", "LEAVES_OPEN_CONTACTED"),
  ])
  func whatIsNotAffirmedHasATypeOfItsOwn(id: String, type: String) throws {
    let graph = LabelledGraph(try SmallEvidence.graph())
    #expect(try #require(graph.relationships.first { $0.id == id }).type == type)
  }

  @Test func otherStatementsAreNodesAboutTheirEntities() throws {
    let graph = LabelledGraph(try SmallEvidence.graph())
    let value = try #require(graph.nodes.first { $0.id == "statement:s6" })
    #expect(value.labels == ["Node", "Statement"])
    #expect(value.properties.contains(NamedAttribute("value", .text("24"))))
    let alternatives = graph.relationships.filter { $0.id.hasPrefix("s10-about") }
    #expect(alternatives.map(\.type) == ["ABOUT_ONE_OF", "ABOUT_ONE_OF", "ABOUT_ONE_OF"])
    #expect(Set(graph.nodes.map(\.id)).count == graph.nodes.count)
    #expect(Set(graph.relationships.map(\.id)).count == graph.relationships.count)
  }

  @Test func kindsAreLabelsAndTypes() throws {
    #expect(LabelledGraph.label("fighting group") == "FightingGroup")
    #expect(LabelledGraph.label("iPhone-user") == "IPhoneUser")
    #expect(LabelledGraph.type("pledged-allegiance") == "PLEDGED_ALLEGIANCE")
    #expect(LabelledGraph.type("") == "LINKED_TO")
    let network = LabelledGraph(try AwkwardNetwork.network())
    #expect(network.nodes.count == 14)
    #expect(network.nodes[0].labels == ["Node", "Person"])
    #expect(network.relationships.map(\.type).prefix(4) == ["KNOWS", "MET", "KNOWS", "LINKED_TO"])
    #expect(network.relationships.map(\.id) == (0...8).map { "e\($0)" })
  }

  @Test func lossesAreSaid() throws {
    let losses = LabelledGraph.losses(try AwkwardNetwork.network(isDirected: false))
    #expect(losses.count == 2)
    #expect(losses[1] == "attributes of the whole are lost: title, version, scale, open, tags")
    #expect(LabelledGraph.losses(try Text.network("1 2\n")).isEmpty)
  }
}
