import DOT
import Evidence
import Foundation
import GraphCore
import Graphviz
import Testing

@testable import Interchange

@Suite struct DOTTextTests {
  private func text(_ network: PlainNetwork) throws -> String {
    String(decoding: try GraphWriterTests.bytes(network, .dot), as: UTF8.self)
  }

  private func read(_ text: String) throws -> PlainNetwork { try Text.network(text, .dot) }

  @Test(arguments: [true, false])
  func theAwkwardNetworkComesBack(isDirected: Bool) throws {
    let network = try AwkwardNetwork.network(isDirected: isDirected)
    let first = try text(network)
    let again = try read(first)
    #expect(again.holdsSame(as: network))
    #expect(try text(again) == first)
    #expect(GraphWriter(.dot).losses(network) == [])
  }

  /// The text by hand from the grammar of the language.
  @Test func aNetworkIsWrittenAStatementALine() throws {
    let network = try Text.network("a \"b\"\tc\t0.5\nc\tc\t2\n", .tsv)
    #expect(
      try text(network) == """
        digraph {
          "a \\"b\\"";
          "c";
          "a \\"b\\"" -> "c" [weight="0.5"];
          "c" -> "c" [weight="2"];
        }

        """)
  }

  @Test func groupsAreSubgraphs() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.isDirected = true
    let groups =
      #"[{"id":"g","label":"Group"},{"id":"cluster_h","parent":"g"},{"id":"loop","parent":"a"},"#
      + #"{"id":"pool","parent":"d"},{"id":"s","cluster":"false"}]"#
    builder.attributes = [NamedAttribute("groups", .json(groups))]
    for (name, parent) in [("a", "g"), ("b", "cluster_h"), ("c", "s"), ("d", "a")] {
      builder.set("parent", .text(parent), ofNode: builder.node(name))
    }
    let network = try builder.network()
    let first = try text(network)
    #expect(
      first == """
        digraph {
          "a";
          "b";
          "c";
          "d" [parent="a"];
          subgraph "cluster_g" {
            graph [label="Group", "throughline:id"="g"];
            "a";
            subgraph "cluster_h" {
              "b";
            }
          }
          subgraph "cluster_loop" {
            graph ["throughline:id"="loop", parent="a"];
          }
          subgraph "cluster_pool" {
            graph ["throughline:id"="pool", parent="d"];
          }
          subgraph "s" {
            "c";
          }
        }

        """)
    let again = try read(first)
    #expect(again.holdsSame(as: network))
    #expect(try text(again) == first)
  }

  @Test func whatWasReadIsWrittenAsItStood() throws {
    let network = try read(
      #"""
      strict graph G {
        label=<<i>all</i>>; a [label="one\ltwo\l", tooltip="\N", pos="1,2"]
        b [shape=record, label="{<p> x|y\}}"]; c [label=""]; a:n -- b:p
      }
      """#)
    let first = try text(network)
    #expect(
      first == #"""
        strict graph "G" {
          graph [label=<<i>all</i>>];
          "a" [label="one\ltwo\l", pos="1,2", tooltip="\N"];
          "b" [label="{<p> x|y\}}", shape="record"];
          "c" [label=""];
          "a" -- "b" [headport="p", tailport="n"];
        }

        """#)
    #expect(try read(first).holdsSame(as: network))
  }

  @Test func keysThatWouldJoinEdgesAreLost() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.isDirected = false
    for (tail, head) in [("a", "b"), ("b", "a"), ("a", "c")] {
      let edge = builder.addEdge(builder.node(tail), builder.node(head))
      try builder.set("key", .text("k"), ofEdge: edge, offset: 0)
    }
    let network = try builder.network()
    #expect(
      GraphWriter(.dot).losses(network) == [
        "the keys of 1 parallel edges are lost: in DOT edges of one key are one edge"
      ])
    #expect(try read(text(network)).lines == ["a-b", "b-a", "a-c"])
  }

  @Test(arguments: ["florentine-families.yaml", "isis-inspired-attacks.yaml"])
  func evidenceComesBackEqual(file: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("graphs/\(file)").path
    let graph = try #require(try GraphFile.load(path).graph)
    var bytes: [UInt8] = []
    try GraphWriter(.dot).write(graph) { bytes += $0 }
    #expect(GraphWriter(.dot).losses(graph) == [])
    guard
      case .evidence(let reading) = GraphFile.readAny(
        bytes: bytes, path: "x.dot", folder: root.appendingPathComponent("graphs").path)
    else {
      Issue.record("this is no evidence")
      return
    }
    #expect(reading.errors == [])
    #expect(reading.graph == graph)
  }

  /// What the library of Graphviz reads of our files is what we read.
  @Test func graphvizReadsTheSame() throws {
    let network = try AwkwardNetwork.network()
    let dot = try #require(try DOTReader().read(text(network)).graphs.first)
    #expect(dot.nodes.map(\.name) == network.ids)
    #expect(
      dot.edges.map { "\($0.tail)>\($0.head)" }
        == network.edges.map { "\(network.ids[$0.tail])>\(network.ids[$0.head])" })
    for (row, node) in dot.nodes.enumerated() {
      #expect(node.attributes["label"]?.plainText ?? node.name == network.nodes[row].label)
      for column in network.nodeAttributes.columns {
        #expect(node.attributes[column.name]?.plainText == column[row]?.text, "\(column.name)")
      }
    }
  }
}
