import Foundation
import GraphCore
import Testing

@testable import Interchange

@Suite struct GraphFileNetworksTests {
  private func format(_ text: String, _ path: String) -> GraphFormat {
    GraphFormat.detect(
      NetworkText(bytes: Column(Array(text.utf8)), path: path), isPacked: path.hasSuffix("z"))
  }

  @Test(
    arguments: [
      ("%%MatrixMarket matrix coordinate pattern general\n1 1 0\n", "any.txt", .mtx),
      ("\u{feff}%%matrixmarket matrix", "-", .mtx),
      ("1 2\n", "-", .edges), ("1\t2\t0.5\n", "graph", .edges),
      ("# Directed graph\na b\n", "-", .edges),
      ("Source,Target\na,b\n", "x", .edges), ("a b\n", "x.txt", .edges),
      ("a b\n", "x.csv.gz", .csv),
      ("a b\n", "x.EDGES.zst.gz", .native), ("3 2\n2\n1 3\n2\n", "a.b/x.graph", .metis),
      ("3 2\n2\n1 3\n2\n", "x.metis.gz", .metis), ("digraph { a -> b }", "x.txt", .dot),
      ("# a comment\ndigraph { 1 -> 2 }", "x.graph", .dot), ("throughline: 1\n", "x.yaml", .native),
      ("1 2\n", "x.yaml", .native), ("a b\n", "-", .native),
      ("throughline: 1\nsources:\n", "-", .native),
      ("", "-", .native),
    ] as [(String, String, GraphFormat)])
  func aFormatIsToldByContentThenByEnding(text: String, path: String, format: GraphFormat) {
    #expect(self.format(text, path) == format)
  }

  @Test func filesAreMappedAndPipesRead() throws {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appendingPathComponent("throughline-\(UUID().uuidString).txt").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("1 2\n".utf8).write(to: URL(fileURLWithPath: path))
    guard case .plain(let network) = try GraphFile.loadAny(path) else {
      Issue.record("not read as a network")
      return
    }
    #expect(network.lines == ["1>2"])
    try Data().write(to: URL(fileURLWithPath: path))
    guard case .plain(let empty) = try GraphFile.loadAny(path) else {
      Issue.record("an empty edge list is a network without nodes")
      return
    }
    #expect(empty.nodes.isEmpty)
    #expect(throws: GraphFileError.noSuchFile("/no/such/file")) {
      try GraphFile.loadAny("/no/such/file")
    }
    #expect(throws: GraphFileError.folder(folder.path)) { try GraphFile.loadAny(folder.path) }
  }

  @Test func dotMayBeReadWithoutDirection() throws {
    let network = try Text.network("digraph { a -> b [weight=2]; b -> c; c [label=\"C!\"] }", .dot)
    #expect(network.lines == ["a>b:2", "b>c"])
    #expect(network.nodes.map(\.label) == ["a", "b", "C!"])
    #expect(try Text.network("digraph { a -> b }", .dot, direction: .undirected).lines == ["a-b"])
    #expect(throws: Text.Refused.self) {
      try Text.network("graph { a -- b }", .dot, direction: .directed)
    }
  }
}
