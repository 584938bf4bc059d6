import Foundation
import GraphCore
import TestSupport
import Testing

@testable import Interchange

@Suite struct GraphWriterTests {
  private func text(_ network: PlainNetwork, _ format: GraphFormat) throws -> String {
    String(decoding: try Self.bytes(network, format), as: UTF8.self)
  }

  static func bytes(_ network: PlainNetwork, _ format: GraphFormat) throws -> [UInt8] {
    let sink = Sink()
    try GraphWriter(format).write(network) { sink.bytes += $0 }
    return sink.bytes
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }

  private static let names = "a \"b\",2\nc,d\nd,e\n"

  /// Each text is one that its own reader and other programs take; by hand from the formats'
  /// descriptions.
  @Test func eachFormatIsWrittenAsItsReadersExpect() throws {
    let directed = try Text.network("1 2 0.5\n2 3 4\n3 3 1\n5\n")
    #expect(
      try text(directed, .edges)
        == "# Directed graph\n# Nodes: 4 Edges: 3\n1 2 0.5\n2 3 4\n3 3 1\n5\n")
    #expect(try text(directed, .csv) == "source,target,weight\n1,2,0.5\n2,3,4\n3,3,1\n5,\n")
    #expect(
      try text(directed, .tsv) == "source\ttarget\tweight\n1\t2\t0.5\n2\t3\t4\n3\t3\t1\n5\t\n")
    #expect(
      try text(directed, .mtx)
        == "%%MatrixMarket matrix coordinate real general\n4 4 3\n1 2 0.5\n2 3 4\n3 3 1\n")
    let undirected = try Text.network("1 2 3\n3 2 4\n2 1 1\n3 3 9\n", direction: .undirected)
    #expect(
      try text(undirected, .mtx)
        == "%%MatrixMarket matrix coordinate real symmetric\n3 3 4\n2 1 3\n3 2 4\n2 1 1\n3 3 9\n")
    #expect(try text(undirected, .metis) == "3 2 001\n2 4\n1 4 3 4\n2 4\n")
  }

  @Test func losesAreSaid() throws {
    let network = try Text.network("b a\na b\nb b\n", direction: .undirected)
    #expect(
      GraphWriter(.metis).losses(network) == [
        "the names of the nodes are lost: METIS counts them from 1",
        "2 loops and parallel edges are lost: METIS has none; weights are added up",
      ])
    #expect(
      GraphWriter(.mtx).losses(network) == [
        "the names of the nodes are lost: Matrix Market counts them from 1"
      ])
    #expect(GraphWriter(.csv).losses(network) == [])
    #expect(GraphWriter(.edges).losses(network) == [])
    #expect(GraphWriter(.tlg).losses(network) == [])
    let half = try Text.network("1 2 0.5\n", direction: .undirected)
    #expect(
      GraphWriter(.metis).losses(half) == [
        "the weights are lost: METIS holds whole numbers above zero"
      ])
  }

  @Test func whatAFormatCannotHoldAtAllIsRefused() throws {
    #expect(throws: GraphWriter.Refusal.self) { try text(Text.network("1 2\n"), .metis) }
    let blanks = try Text.network("a b\tc\n")
    let refusal = #expect(throws: GraphWriter.Refusal.self) { try text(blanks, .edges) }
    #expect(
      refusal?.description
        == "the name 'a b' cannot stand between blanks; write .csv or .tsv instead")
    #expect(try text(blanks, .csv) == "source,target\na b,c\n")
  }

  /// Write, read, write: the same bytes, and the same network.
  @Test(arguments: [GraphFormat.edges, .csv, .tsv, .mtx, .metis, .tlg])
  func writingReadingAndWritingIsWritingOnce(format: GraphFormat) throws {
    var graphs = GraphFamilies.small + GraphFamilies.random(count: 30, seed: 4, isWeighted: true)
    if format == .metis { graphs = graphs.map { $0.asUndirected().simplified() } }
    for graph in graphs {
      for names in [
        NodeLabels.range(first: 1, count: graph.nodeCount),
        .numbers(Column(graph.nodes.map { Int32($0 * $0 + 3) })),
        .texts(TextTable(graph.nodes.map { "#n, \"\($0)\"" })),
      ] {
        let network = PlainNetwork(graph: graph, names: names)
        if case .texts = names, format == .edges { continue }
        let first = try Self.bytes(network, format)
        let ending = format == .metis ? "graph" : format.rawValue
        let again = try Text.network(
          bytes: first, direction: graph.isDirected ? .directed : .undirected, path: "x.\(ending)")
        #expect(try Self.bytes(again, format) == first)
        #expect(again.graph.edgeCount == graph.edgeCount)
        #expect(again.isDirected == graph.isDirected)
        if ![.mtx, .metis].contains(format) {
          #expect(again.lines == network.lines)
          #expect(Set(again.ids) == Set(network.ids))
        }
      }
    }
  }
}
