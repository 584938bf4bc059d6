import Foundation
import GraphCore
import Testing

@testable import Interchange

/// Files that other programs wrote; what they hold is said by NetworkX 3.6.1 and python-igraph 1.0.0.
@Suite struct GraphMLFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/graphml")

  private func network(_ name: String, isLenient: Bool = false) throws -> PlainNetwork {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent(name))
    var options = NetworkOptions()
    options.isLenient = isLenient
    return try Text.network(bytes: Array(data), path: name, options: options)
  }

  /// The counts are those of both programs, where both read the file.
  @Test(arguments: [
    ("graphology__missing_nodes.graphml", 51, 37, true),
    ("tinkerpop__tinkerpop-modern.xml", 6, 6, true),
    ("nx__test_mixed_type_attributes.graphml", 2, 2, false),
    ("nx__test_mixed_int_type_number_attributes.graphml", 2, 2, false),
    ("nx__test_str_number_mixed_type_attributes.graphml", 2, 2, false),
    ("nx__test_unicode_attributes.graphml", 2, 1, false),
    // NetworkX refuses hyperedges, igraph passes over them.
    ("nx__test_hyperedge_raise.graphml", 3, 0, true),
    // NetworkX refuses edges of both sorts, igraph forgets the difference; here an edge without
    // direction is two of 8 and of 2.
    ("graphology__mixed_multigraph.graphml", 6, 8 + 6, true),
    ("nx__test_undirected_edge_in_directed.graphml", 3, 2 + 1, true),
    ("nx__test_directed_edge_in_undirected.graphml", 3, 2 + 1, true),
  ])
  func filesOfOthersAreRead(name: String, nodes: Int, edges: Int, isDirected: Bool) throws {
    let network = try network(name)
    #expect(network.nodes.count == nodes)
    #expect(network.edges.count == edges)
    #expect(network.isDirected == isDirected)
  }

  /// NetworkX refuses these too.
  @Test(arguments: [
    ("graphology__miserables_broken.graphml", "12:1: the key 'label' is not declared"),
    ("nx__test_key_raise.graphml", "19:7: the key 'd2' is not declared"),
    (
      "nx__test_graphml_header_line.graphml",
      "2:1: the namespace 'https://ghghgh' is not that of GraphML"
    ),
    (
      "tinkerpop__graph-types.xml",
      "27:5: the key 'id-n' has the unknown type 'nothing-supported-and-goes-to-string'"
    ),
  ])
  func whatOthersRefuseIsRefused(name: String, fault: String) {
    let error = #expect(throws: Text.Refused.self) { try network(name) }
    #expect(error?.description == fault)
  }

  /// igraph reads 77 nodes and 254 edges of it, without the values that have no key: a label and a
  /// class of each node.
  @Test func badValuesAreLeftOutOnRequest() throws {
    let network = try network("graphology__miserables_broken.graphml", isLenient: true)
    #expect(network.nodes.count == 77)
    #expect(network.edges.count == 254)
    #expect(network.skipped.count == 154)
    // By hand from the file: r=245, g=91, b=91.
    #expect(network.nodeAttributes["color"]?[0] == .text("#f55b5b"))
    #expect(network.nodeAttributes["size"]?[0] == .real(100))
  }

  /// By hand from the file.
  @Test func typesAreThoseOfTheKeys() throws {
    let network = try network("tinkerpop__tinkerpop-modern.xml")
    #expect(network.nodes.map(\.label) == ["marko", "vadas", "lop", "josh", "ripple", "peter"])
    #expect(network.nodeAttributes["kind"]?[2] == .text("software"))
    #expect(network.nodeAttributes["age"]?[0] == .integer(29))
    #expect(network.nodeAttributes["age"]?[2] == nil)
    #expect(network.edgeAttributes["kind"]?[2] == .text("created"))
    #expect(network.edgeAttributes["id"]?[5] == .text("12"))
    #expect(network.edges.map(\.weight) == [0.5, 1, 0.4, 1, 0.4, 0.2])
    let mixed = try self.network("nx__test_mixed_type_attributes.graphml")
    #expect(mixed.nodeAttributes["special"]?[0] == .flag(false))
    #expect(mixed.nodeAttributes["special"]?[1] == .integer(0))
  }
}
