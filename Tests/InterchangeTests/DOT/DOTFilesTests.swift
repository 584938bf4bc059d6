import DOT
import Foundation
import GraphCore
import Graphviz
import Testing

@testable import Interchange

/// Files of other programs, see PROVENANCE.md.
@Suite struct DOTFilesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/dot")

  private static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// The counts are those of `gc -n -e` of Graphviz 2.43.
  @Test(
    arguments: [
      ("gonum__tokens.dot", 12, 1),
      ("gonum__attr.dot", 1, 0),
      ("gonum__attr_lists.dot", 1, 0),
      ("gonum__attr_sep.dot", 1, 0),
      ("gonum__attr_stmt.dot", 2, 1),
      ("gonum__backslash_newline_id.dot", 1, 0),
      ("gonum__digraph.dot", 2, 1),
      ("gonum__edge_stmt.dot", 5, 3),
      ("gonum__empty.dot", 0, 0),
      ("gonum__empty_attr.dot", 1, 0),
      ("gonum__graph.dot", 2, 1),
      ("gonum__multi.dot", 2, 1),
      ("gonum__named_graph.dot", 1, 0),
      ("pydot__escaped_newlines.dot", 1, 1),
      ("pydot__escaped_quoted_label.dot", 1, 0),
      ("pydot__numeric_ids_unicode.dot", 4, 0),
    ] as [(String, Int, Int)])
  func filesOfOthersHaveTheirCounts(name: String, nodes: Int, edges: Int) throws {
    let network = try Text.network(bytes: Self.bytes(name), path: name)
    #expect(network.nodes.count == nodes)
    #expect(network.edges.count == edges)
    let once = try GraphWriterTests.bytes(network, .dot)
    let again = try Text.network(bytes: once, .dot, path: name)
    #expect(again.holdsSame(as: network))
    #expect(try GraphWriterTests.bytes(again, .dot) == once)
  }

  @Test func aBrokenFileIsToldWithItsPlace() throws {
    let refused = #expect(throws: Text.Refused.self) {
      try Text.network(bytes: Self.bytes("gonum__error.dot"), .dot)
    }
    #expect(refused?.description.hasPrefix("2:") == true)
  }

  /// Random texts of the grammar: our parser and that of Graphviz find the same nodes and edges, or both
  /// find fault.
  @Test(arguments: 1...60)
  func theParserOfGraphvizReadsTheSame(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = DOTSentences.text(&generator)
      let theirs = try? DOTReader().read(text).graphs.first
      let ours = try? Text.network(text, .dot)
      guard let theirs, let ours else {
        #expect((theirs == nil) == (ours == nil), "\(text)")
        continue
      }
      let (nodes, edges) = DOTSentences.counts(theirs)
      #expect(ours.nodes.count == nodes, "\(text)")
      #expect(ours.edges.count == edges, "\(text)")
    }
  }
}

/// Random texts in the grammar of DOT, with some that break it.
private enum DOTSentences {
  static func counts(_ graph: DOTGraph) -> (nodes: Int, edges: Int) {
    var names = Set(graph.nodes.map(\.name))
    var edges = graph.edges.count
    var parts = graph.subgraphs
    names.formUnion(graph.edges.flatMap { [$0.tail, $0.head] })
    while let part = parts.popLast() {
      names.formUnion(part.nodes.map(\.name))
      names.formUnion(part.edges.flatMap { [$0.tail, $0.head] })
      edges += part.edges.count
      parts += part.subgraphs
    }
    return (names.count, edges)
  }

  static func text(_ generator: inout SeededGenerator) -> String {
    let isDirected = Bool.random(using: &generator)
    let strict = Int.random(in: 0..<3, using: &generator) == 0 ? "strict " : ""
    return strict + (isDirected ? "digraph" : "graph")
      + body(isDirected ? "->" : "--", depth: 0, &generator)
  }

  private static func body(
    _ arrow: String, depth: Int, _ generator: inout SeededGenerator
  ) -> String {
    let count = Int.random(in: 0..<5, using: &generator)
    return "{"
      + (0..<count).map { _ in statement(arrow, depth: depth, &generator) }
      .joined(separator: " ") + "}"
  }

  private static func name(_ generator: inout SeededGenerator) -> String {
    let names = [
      "a", "b", "c", "\"a\"", "\"b\"+\"\"", "1", "-2.5", ".5", "<c>", "d:p", "e:p:n", "x1",
    ]
    return names.randomElement(using: &generator) ?? "a"
  }

  private static func end(
    _ arrow: String, depth: Int, _ generator: inout SeededGenerator
  ) -> String {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0 where depth < 3:
      let names = ["", "subgraph ", "subgraph s ", "subgraph cluster_t "]
      return (names.randomElement(using: &generator) ?? "")
        + body(arrow, depth: depth + 1, &generator)
    case 1: return name(&generator) + ", " + name(&generator)
    default: return name(&generator)
    }
  }

  private static func statement(
    _ arrow: String, depth: Int, _ generator: inout SeededGenerator
  ) -> String {
    let lists = [
      "", "", " []", " [x=1]", " [x=1, y=\"2\"; z=<3>]", " [key=k]", " [a=b][c=d]", " [x]",
    ]
    let list = lists.randomElement(using: &generator) ?? ""
    let semicolon = Bool.random(using: &generator) ? ";" : ""
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return "node [x=2]" + semicolon
    case 1: return "edge [y=3]" + semicolon
    case 2: return "x = 4" + semicolon
    case 3: return "graph" + list + semicolon
    case 4...7:
      let count = Int.random(in: 2...3, using: &generator)
      return (0..<count).map { _ in end(arrow, depth: depth, &generator) }
        .joined(separator: " \(arrow) ") + list + semicolon
    default: return end(arrow, depth: depth, &generator) + list + semicolon
    }
  }
}
