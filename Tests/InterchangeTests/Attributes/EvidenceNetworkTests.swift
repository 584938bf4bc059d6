import Evidence
import Foundation
import GraphCore
import TestSupport
import Testing

@testable import Interchange

@Suite struct EvidenceNetworkTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func graph(_ name: String) throws -> InfluenceGraph {
    let reading = try GraphFile.load(Self.root.appendingPathComponent("graphs/\(name).yaml").path)
    return try #require(reading.graph)
  }

  private func back(_ network: PlainNetwork) throws -> InfluenceGraph {
    let context = ReadingContext(folder: Self.root.appendingPathComponent("graphs").path)
    guard case .evidence(let reading) = context.loaded(network, path: "f") else {
      throw Text.Refused(Reading(graph: nil, findings: [], form: .long, locations: [:]))
    }
    #expect(reading.errors == [])
    return try #require(reading.graph)
  }

  @Test(arguments: ["isis-inspired-attacks", "florentine-families"])
  func evidenceComesBackAsItWas(name: String) throws {
    let graph = try graph(name)
    let network = try EvidenceNetwork.network(graph)
    #expect(network.nodes.count == graph.entities.count)
    #expect(
      network.edges.count
        == graph.statements.count { $0.subject.id != nil && $0.object?.id != nil })
    #expect(try back(network) == graph)
  }

  /// Texts that look like JSON, alternatives, values, and statements without an edge between others.
  @Test func whatLooksLikeSyntaxComesBackAsText() throws {
    let graph = InfluenceGraph(
      title: "{odd}", about: "[about]", depth: .influence,
      sources: [Source(id: "s", title: "\"Q\"", published: try EDTF("2015"), note: "[n]")],
      asserters: [DeclaredAsserter(id: "v", name: "Voice", reliability: .b)],
      entities: [
        Entity(id: "alpha", kind: "person", name: "[Alpha]", aliases: ["A, b", "{c}"]),
        Entity(id: "bravo", kind: "group", note: "\"note\"\nline"),
      ],
      statements: [
        Statement(
          id: "1", subject: .one("alpha"), predicate: .relation("member-of", object: .one("bravo")),
          credibility: .probable, citation: Citation(source: "s", paragraphs: ParagraphSet(3))),
        Statement(
          id: "2", subject: .one("alpha"), predicate: .attribute("role", value: "{x}"),
          asserter: .declared("v"), citation: Citation(source: "s")),
        Statement(
          id: "3", subject: .oneOf(["alpha", "bravo"]),
          predicate: .relation("contacted", object: .one("bravo")), stance: .denies,
          citation: Citation(source: "s")),
        Statement(
          id: "4", subject: .one("bravo"), predicate: .relation("contacted", object: .one("alpha")),
          stance: .findsNoEvidence, modality: .opinion, citation: Citation(source: "s")),
      ])
    let network = try EvidenceNetwork.network(graph)
    #expect(network.edges.count == 2)
    #expect(try back(network) == graph)
  }

  /// What Gephi, igraph and spreadsheets do to a network on its way.
  @Test func otherProgramsMayAddColumnsAndTurnNumbersIntoFractions() throws {
    let graph = try graph("florentine-families")
    let network = try EvidenceNetwork.network(graph)
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.isDirected = true
    builder.attributes = network.attributes
    for (row, node) in network.nodes.enumerated() {
      let index = builder.node(node.id)
      builder.setLabel(node.label, of: index)
      builder.set("modularity_class", .integer(row % 3), ofNode: index)
      for cell in network.nodeAttributes.attributes(of: row) {
        builder.set(cell.name, cell.value, ofNode: index)
      }
      builder.set("note", .text(""), ofNode: index)
    }
    for (row, edge) in network.edges.enumerated() {
      let index = builder.addEdge(edge.tail, edge.head)
      try builder.set("Weight", .real(1), ofEdge: index, offset: 0)
      for cell in network.edgeAttributes.attributes(of: row) {
        let value = cell.value.number.map(AttributeValue.real) ?? cell.value
        try builder.set(cell.name, value, ofEdge: index, offset: 0)
      }
    }
    #expect(try back(builder.network()) == graph)
  }
}
