import Foundation
import Testing

/// Plain networks through the command.
@Suite struct NetworkInputTests {
  /// Degrees by hand: the triangle 1, 2, 3 with 4 hanging on 3.
  @Test func `an edge list is scored by its own names`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("net.txt", "1 2\n2 3\n3 1\n3 4\n")
    let result = try Command.run(
      [
        "centrality", path, "--undirected", "--measures", "degree", "--normalization", "raw",
        "--format", "csv",
      ])
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.text.split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == 4)
    #expect(result.text.contains("3") && rows.first?.contains("3") == true)
  }

  @Test(arguments: ["edges", "csv", "tsv", "mtx", "metis", "tlg", "dot"])
  func `converting there and back keeps the edges`(format: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file("net.txt", "# Undirected graph\n1 2\n1 3\n2 3\n3 4\n")
    let there = try Command.run(["convert", path, "-o", scratch.path("there.\(format)")])
    #expect(there.status == 0, "\(there.errors)")
    let back = try Command.run(
      ["convert", scratch.path("there.\(format)"), "--undirected", "--to", "edges"])
    #expect(back.status == 0, "\(back.errors)")
    let edges = back.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(
      Set(edges.map { $0.split(separator: " ").sorted() }) == [
        ["1", "2"], ["1", "3"], ["2", "3"], ["3", "4"],
      ])
    #expect(try scratch.names().count == 2)
  }

  @Test func `a network is drawn`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("net.txt", "anna boris\nboris clara\n")
    let result = try Command.run(["render", path, "--to", "svg", "-o", scratch.path("net.svg")])
    #expect(result.status == 0 || result.status == 64, "\(result.errors)")
    let drawn = try Command.run(["render", path, "-o", scratch.path("net.svg")])
    #expect(drawn.status == 0, "\(drawn.errors)")
    #expect(try scratch.text("net.svg").contains(">clara<"))
  }

  @Test func `what is wrong is said with its place, and nothing is written`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("net.txt", "1 2 0.5\n2 3 much\n")
    let result = try Command.run(["convert", path, "-o", scratch.path("net.tlg")])
    #expect(result.status == 65)
    #expect(
      result.errors.contains(
        "net.txt:2:5: error: the third column is a weight, and 'much' is no number"))
    #expect(try scratch.names() == ["net.txt"])
    let directed = try scratch.file("other.txt", "1 2\n")
    #expect(try Command.run(["convert", directed, "-o", scratch.path("net.metis")]).status == 65)
    #expect(try Command.run(["convert", directed, "-o", scratch.path("net.yaml")]).status == 65)
    #expect(try scratch.names() == ["net.txt", "other.txt"])
    #expect(
      try Command.run(["convert", Command.articles, "-o", scratch.path("a.tlg")]).status == 65)
  }

  @Test func `standard input is told by content, and strict refuses losses`() throws {
    let piped = try Command.run(["convert", "-", "--to", "mtx"], input: "a,b\nb,c\n")
    #expect(piped.status != 0)
    let named = try Command.run(
      ["convert", "-", "--to", "mtx", "--input-format", "edges"], input: "a,b\nb,c\n")
    #expect(named.status == 0)
    #expect(named.text == "%%MatrixMarket matrix coordinate pattern general\n3 3 2\n1 2\n2 3\n")
    #expect(named.errors.contains("the names of the nodes are lost"))
    let strict = try Command.run(
      ["convert", "-", "--to", "mtx", "--input-format", "edges", "--strict"], input: "a,b\nb,c\n")
    #expect(strict.status == 1)
    #expect(strict.text == "")
  }

  /// From a file or from standard input, and whatever the format is taken to be.
  @Test func nothingIsRefusedWhereverItComesFrom() throws {
    let scratch = try Scratch()
    for name in ["net.csv", "net.txt", "net.graphml", "net.dot", "net.yaml"] {
      let result = try Command.run(["structure", scratch.file(name, "")])
      #expect(result.status == 65, "\(name): \(result.errors)")
    }
    for format in [[], ["--input-format", "edges"]] {
      let result = try Command.run(["structure", "-"] + format, input: "")
      #expect(
        result.status == 65 && result.errors.contains("the file is empty"), "\(result.errors)")
    }
  }
}
