import Foundation
import Testing

/// Where a verb writes is looked at before it reads anything, and so before minutes of work.
@Suite struct OutputChecksTests {
  /// A verb with a graph that does not exist: whoever works first says 66.
  static let verbs: [[String]] = [
    ["trace", "no-graph.yaml", "--from", "a", "--to", "b"], ["explain", "no-graph.yaml", "s1"],
    ["attribute", "no-graph.yaml"], ["timeline", "no-graph.yaml"],
    ["contradictions", "no-graph.yaml"], ["centrality", "no-graph.yaml"],
    ["structure", "no-graph.yaml"], ["communities", "no-graph.yaml"],
    ["robustness", "no-graph.yaml"], ["spread", "no-graph.yaml", "--from", "a"],
    ["compare", "no-graph.yaml", "other.yaml"], ["report", "no-graph.yaml"],
    ["render", "no-graph.yaml"], ["diff", "no-graph.yaml", "other.yaml"],
    ["validate", "no-graph.yaml"], ["convert", "no-graph.yaml"], ["number", "no-graph.yaml"],
    ["fmt", "no-graph.yaml"],
  ]

  private func ending(of verb: String) -> String {
    switch verb {
    case "render": "svg"
    case "convert", "number", "fmt": "yaml"
    default: "json"
    }
  }

  @Test(arguments: verbs) func aMissingFolderIsToldFirst(arguments: [String]) throws {
    let scratch = try Scratch()
    let output = scratch.path("none/result.\(ending(of: arguments[0]))")
    let result = try Command.run(arguments + ["-o", output])
    #expect(result.status == 73, "\(result.errors)")
    #expect(result.errors.contains("none/result"))
    #expect(result.errors.contains("check that its folder exists"))
    #expect(try scratch.names().isEmpty)
  }

  @Test(arguments: verbs) func aFileIsNoFolder(arguments: [String]) throws {
    let scratch = try Scratch()
    let file = try scratch.file("file", "")
    let output = file + "/result.\(ending(of: arguments[0]))"
    let result = try Command.run(arguments + ["-o", output])
    #expect(result.status == 73, "\(result.errors)")
    #expect(result.errors.contains("Not a directory"))
  }

  @Test(arguments: verbs) func aFolderIsNoFile(arguments: [String]) throws {
    // Convert writes tables to a folder.
    guard arguments[0] != "convert" else { return }
    let scratch = try Scratch()
    for folder in [scratch.folder.path, scratch.path("new") + "/"] {
      let result = try Command.run(arguments + ["-o", folder])
      #expect(result.status == 73, "\(result.errors)")
      #expect(result.errors.contains("is a folder; name a file in it"))
    }
    #expect(try scratch.names().isEmpty)
  }

  @Test func tablesGoToAFolderThatCanBeMade() throws {
    let scratch = try Scratch()
    let edges = try scratch.file("edges.csv", "source,target\na,b\n")
    let file = try scratch.file("file", "")
    #expect(try Command.run(["convert", edges, "-o", file + "/in/"]).status == 73)
    #expect(try Command.run(["convert", edges, "-o", scratch.path("new/in") + "/"]).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("new/in")).count > 1)
  }

  @Test func anEmptyNameIsNone() throws {
    let result = try Command.run(["centrality", Command.articles, "-o", ""])
    #expect(result.status == 64)
    #expect(result.errors.contains("the name of the output is empty"))
  }

  /// Before, the text of a trace went into a file that was called a PDF.
  @Test(arguments: [
    (["trace", "--from", "Awlaki"], "pdf"), (["centrality"], "svg"), (["timeline"], "html"),
    (["attribute"], "csv"), (["explain", "s160"], "csv"), (["contradictions"], "svg"),
    (["validate"], "md"),
  ])
  func anEndingThatTellsAnotherFormatIsRefused(arguments: [String], ending: String) throws {
    let scratch = try Scratch()
    let verb = [arguments[0], Command.articles] + arguments.dropFirst()
    let result = try Command.run(verb + ["-o", scratch.path("x.\(ending)")])
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.errors.contains("there is no .\(ending) here"))
    #expect(result.errors.contains("--format"))
    #expect(try scratch.names().isEmpty)
  }

  @Test func anEndingThatTellsNothingIsText() throws {
    let scratch = try Scratch()
    let result = try Command.run(
      ["explain", Command.articles, "s160", "-o", scratch.path("notes.2016-06")])
    #expect(result.status == 0)
    #expect(try scratch.text("notes.2016-06").contains("s160"))
  }
}
