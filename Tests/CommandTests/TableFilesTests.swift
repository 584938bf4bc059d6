import Foundation
import Testing

/// Tables through the command: several files in, several files out.
@Suite struct TableFilesTests {
  private static let edges = "Source,Target,Type,note\nalpha,bravo,Directed,=1+1\n"
  private static let nodes = "Id,Label,age\nbravo,Bravo,7\nalpha,Alpha,\n"

  @Test func `a table of nodes goes with a table of edges`() throws {
    let scratch = try Scratch()
    let edges = try scratch.file("e.csv", Self.edges)
    let nodes = try scratch.file("n.csv", Self.nodes)
    let folder = scratch.path("out") + "/"
    let written = try Command.run(["convert", edges, "--nodes", nodes, "-o", folder])
    #expect(written.status == 0, "\(written.errors)")
    #expect(try scratch.text("out/nodes.csv") == Self.nodes)
    #expect(
      try scratch.text("out/edges.csv")
        == "Source,Target,Type,note\nalpha,bravo,Directed,'=1+1\n")
    // The folder is a graph, and an archive of the same.
    let packed = try Command.run(["convert", folder, "-o", scratch.path("net.zip")])
    #expect(packed.status == 0, "\(packed.errors)")
    let again = try Command.run(["convert", scratch.path("net.zip"), "-o", scratch.path("out")])
    #expect(again.status == 0, "\(again.errors)")
    #expect(try scratch.text("out/nodes.csv") == Self.nodes)
    let scores = try Command.run(["centrality", folder, "--measures", "degree", "--format", "csv"])
    #expect(scores.status == 0, "\(scores.errors)")
    #expect(scores.text.contains("Bravo"))
  }

  @Test func `nothing is written if anything fails`() throws {
    let scratch = try Scratch()
    let broken = try scratch.file("e.csv", "Source,Target,note\nalpha,bravo\n")
    let result = try Command.run(["convert", broken, "-o", scratch.path("out") + "/"])
    #expect(result.status == 65)
    #expect(
      result.errors.contains("e.csv:2:1: error: the record has 2 cells, the first line 3"))
    #expect(try scratch.names() == ["e.csv"])
    let missing = try Command.run(["convert", broken, "--nodes", scratch.path("none.csv")])
    #expect(missing.status == 66 || missing.status == 64)
    // A folder stands where a table should.
    let edges = try scratch.file("good.csv", Self.edges)
    try FileManager.default.createDirectory(
      atPath: scratch.path("full/edges.csv"), withIntermediateDirectories: true)
    let blocked = try Command.run(["convert", edges, "-o", scratch.path("full")])
    #expect(blocked.status == 73, "\(blocked.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.path("full")) == ["edges.csv"])
    let other = try scratch.file("net.edges", "1 2\n")
    let refused = try Command.run(["convert", other, "--nodes", edges, "--to", "csv"])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("a table of nodes goes with a table of edges"))
  }

  @Test func `a table of statements is validated at its cells`() throws {
    let scratch = try Scratch()
    let header = "subject,subject-kind,relation,object,object-kind,source-title,source-published\n"
    let table = try scratch.file(
      "coded.csv", header + "Alpha,person,knos,Bravo Club,group,Report,2001\n")
    let result = try Command.run(["validate", table])
    #expect(result.status != 0)
    #expect(
      (result.text + result.errors).contains(
        "coded.csv:2:14: error: 'knos' is no relation of the vocabulary"))
  }
}
