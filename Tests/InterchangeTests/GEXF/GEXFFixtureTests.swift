import Testing

@testable import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Files of other programs. The counts are those of networkx 3.6.1 (see PROVENANCE.md) where it reads the
/// file; where it does not, they are by hand from the elements of the file.
@Suite struct GEXFFixtureTests {
  private static func read(_ name: String) throws -> PlainNetwork {
    let path = NativeWriterTests.package + "/Tests/InterchangeTests/Fixtures/gexf/\(name).gexf"
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try Text.network(bytes: Array(data), path: path)
  }

  @Test(arguments: [
    ("graphology__les_miserables", 77, 254, true),
    ("graphology__missing_nodes", 6, 4, true),
    // networkx refuses it; one of the three edges has no direction and becomes two.
    ("graphology__mixed", 3, 4, true),
    ("graphology__pedantic", 0, 0, true),
    ("graphology__sanitized", 0, 0, true),
    ("networkit__dynamicTest", 4, 5, true),
    ("networkit__dynamicTest2", 50, 64, true),
    // networkx cannot take a spell without an end.
    ("networkit__dynamicTest3", 2, 1, true),
    ("gonum__basic", 2, 1, true),
    ("gonum__hierarchy1", 10, 9, true),
    ("gonum__hierarchy4", 7, 4, true),
    ("nx__test_slice_and_spell", 1, 0, false),
    // networkx refuses both: the only edge says the contrary of the graph. The edge counts.
    ("nx__test_directed_edge_in_undirected", 2, 1, true),
    ("nx__test_undirected_edge_in_directed", 2, 1, false),
  ])
  func aFileOfOthersIsRead(_ row: (String, Int, Int, Bool)) throws {
    let network = try Self.read(row.0)
    #expect(network.nodes.count == row.1)
    #expect(network.edges.count == row.2)
    #expect(network.isDirected == row.3)
    let text = try GEXFWriterTests.written(network)
    let back = try Text.network(text, .gexf)
    #expect(back.holdsSame(as: network))
    #expect(try GEXFWriterTests.written(back) == text)
  }

  @Test(arguments: [
    ("graphology__undeclared_attribute", "11:11: the attribute 'url' is not declared for nodes"),
    ("nx__test_key_raises", "7:17: the attribute '0' is not declared for nodes"),
  ])
  func aFileThatNetworkXRefusesIsRefused(_ row: (String, String)) {
    #expect {
      try Self.read(row.0)
    } throws: { error in
      "\(error)" == row.1
    }
  }

  /// By hand from the file.
  @Test func everythingInADynamicFileIsKept() throws {
    let network = try Self.read("networkit__dynamicTest")
    let nodes = network.nodeAttributes
    #expect(
      (0..<4).map { nodes["frog"]?[$0] } == [.flag(true), .flag(true), .flag(true), .flag(false)])
    #expect(
      nodes["indegree"]?[1]
        == .json(
          #"[{"value":1.0,"end":"2009-03-01"},{"value":2.0,"start":"2009-03-01","end":"2009-03-10"},"#
            + #"{"value":1.0,"start":"2009-03-10"}]"#))
    #expect(nodes["spells"]?[0] == .json(#"[{"startopen":"2009-03-01"}]"#))
    #expect(
      nodes["spells"]?[2]
        == .json(#"[{"end":"2009-03-01"},{"start":"2009-03-05","endopen":"2009-03-10"}]"#))
    #expect(network.edgeAttributes["end"]?[3] == .text("2009-03-10"))
    #expect(network.attribute("description") == .text("A Web network changing over time"))
  }

  @Test func looksAreThoseOfTheFile() throws {
    let network = try Self.read("graphology__les_miserables")
    #expect(network.nodes[0] == PlainNetwork.Node(id: "0.0", label: "Myriel"))
    #expect(network.nodeAttributes["size"]?[0] == .real(22.714287))
    #expect(network.nodeAttributes["color"]?[0] == .text("#d8482d"))
    #expect(network.nodeAttributes["x"]?[0] == .real(268.72385))
    #expect(network.nodeAttributes["Hub"]?[1] == .real(0.0034188034))
    #expect(
      network.attribute("title")
        == .text("Les Misérables, the characters coappearance weighted graph"))
  }
}
