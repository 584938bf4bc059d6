import Foundation
import Testing

@Suite struct ConvertTests {
  /// Only formats that are read are values of the one option, and only those that are written of the other.
  @Test func `help and completions list the formats that fit`() throws {
    let help = try Command.run(["convert", "--help"], environment: ["COLUMNS": "2000"]).text
    let words = help.split { $0.isWhitespace }.joined(separator: " ")
    let read = try #require(words.range(of: "--input-format <format>"))
    let written = try #require(words.range(of: "--to <format>"))
    func values(after range: Range<String.Index>) -> [String] {
      guard let start = words[range.upperBound...].range(of: "(values: ")?.upperBound,
        let end = words[start...].firstIndex(of: ")")
      else { return [] }
      return words[start..<end].split(separator: ",").map { $0.filter { $0 != " " } }
    }
    #expect(values(after: read).contains("gtd") && values(after: read).contains("graphml"))
    #expect(!values(after: read).contains("cypher"))
    #expect(values(after: written).contains("cypher") && values(after: written).contains("graphml"))
    #expect(!values(after: written).contains("gtd"))
    let script = try Command.run(["--generate-completion-script", "bash"]).text
    let lists = script.split(separator: "\n").filter { $0.contains("graphml") }
    #expect(!lists.isEmpty)
    #expect(lists.allSatisfy { $0.contains("gtd") != $0.contains("cypher") })
    let refused = try Command.run(["convert", Command.articles, "--to", "gtd"])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("is only read; choose another"))
  }

  @Test(arguments: ["yaml", "json"])
  func `converting twice gives the same bytes`(format: String) throws {
    let scratch = try Scratch()
    let first = scratch.path("a.\(format)")
    let second = scratch.path("b.\(format)")
    #expect(try Command.run(["convert", Command.articles, "-o", first]).status == 0)
    #expect(try Command.run(["convert", first, "-o", second]).status == 0)
    #expect(try scratch.text("a.\(format)") == scratch.text("b.\(format)"))
    #expect(try scratch.names() == ["a.\(format)", "b.\(format)"])
  }

  @Test func `long form, short form, json and back is the same graph`() throws {
    let scratch = try Scratch()
    let steps = [("long.yaml", []), ("graph.json", []), ("short.yaml", ["--form", "short"])]
    var last = Command.articles
    for (name, options) in steps {
      let next = scratch.path(name)
      let result = try Command.run(["convert", last, "-o", next] + options)
      #expect(result.status == 0, "\(result.errors)")
      last = next
    }
    let original = scratch.path("original.yaml")
    #expect(
      try Command.run(["convert", Command.articles, "-o", original, "--form", "short"]).status == 0)
    #expect(try scratch.text("short.yaml") == scratch.text("original.yaml"))
  }

  @Test func `dot carries every statement and comes back`() throws {
    let scratch = try Scratch()
    let there = try Command.run(["convert", Command.articles, "-o", scratch.path("graph.dot")])
    #expect(there.status == 0)
    #expect(!there.errors.contains("lost"))
    #expect(
      try Command.run(["convert", scratch.path("graph.dot"), "-o", scratch.path("back.json")])
        .status == 0)
    #expect(
      try Command.run(["convert", Command.articles, "-o", scratch.path("a.json")]).status == 0)
    func parts(_ name: String) throws -> [String: Any] {
      let data = try Data(contentsOf: URL(fileURLWithPath: scratch.path(name)))
      return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
    func statements(_ document: [String: Any]) throws -> [NSDictionary] {
      let list = try #require(document["statements"] as? [NSDictionary])
      return list.sorted { ("\($0["id"] ?? "")") < ("\($1["id"] ?? "")") }
    }
    let (before, after) = (try parts("a.json"), try parts("back.json"))
    #expect(try statements(before) == statements(after))
    #expect(before["entities"] as? NSArray == after["entities"] as? NSArray)
    #expect(before["sources"] as? NSArray == after["sources"] as? NSArray)
  }

  @Test func `strict refuses a loss and writes nothing`() throws {
    let scratch = try Scratch()
    let result = try Command.run(
      ["convert", "-", "--input-format", "edges", "-o", scratch.path("net.mtx"), "--strict"],
      input: "a,b\n")
    #expect(result.status == 1)
    #expect(try scratch.names() == [])
  }

  @Test func `an output of unknown format and a folder that is not there are refused`() throws {
    let scratch = try Scratch()
    #expect(
      try Command.run(["convert", Command.articles, "-o", scratch.path("x.what")]).status == 64)
    let missing = try Command.run(
      ["convert", Command.articles, "-o", scratch.path("no/such/x.json")])
    #expect(missing.status == 73)
    #expect(missing.errors.contains("cannot be written"))
  }

  /// An export of others: made-up entities, with one link that has no word.
  private static let foreign = """
    {"id":"a","schema":"Person","properties":{"name":["Alpha"]},"datasets":["registry"]}
    {"id":"b","schema":"Company","properties":{"name":["Bravo Ltd"]},"datasets":["registry"]}
    {"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"]},"datasets":["registry"]}
    {"id":"c","schema":"Control","properties":{"controller":["a"],"controlled":["b"]}}

    """

  @Test func `a file of FollowTheMoney becomes evidence when asked for`() throws {
    let scratch = try Scratch()
    let plain = try Command.run(
      ["convert", "-", "--to", "native", "-o", scratch.path("no.yaml")], input: Self.foreign)
    #expect(plain.status == 65)
    #expect(plain.errors.contains("--as-evidence"))
    let result = try Command.run(
      ["convert", "-", "--as-evidence", "-o", scratch.path("g.yaml")], input: Self.foreign)
    #expect(result.status == 0)
    #expect(result.errors.contains("between such kinds: 1 (1 Control)"))
    #expect(try scratch.names() == ["g.yaml"])
    let validated = try Command.run(["validate", scratch.path("g.yaml")])
    #expect(validated.status == 0)
    // By the policy: reliability F is 0.5, credibility 6 is 0.5, and one voice has their product.
    let explained = try Command.run(
      ["explain", scratch.path("g.yaml"), "alpha did-business-with bravo-ltd"])
    #expect(explained.text.contains("established 0.25"))
  }

  @Test func `as evidence, strict refuses what is left out, and a dataset needs it`() throws {
    let scratch = try Scratch()
    let strict = try Command.run(
      ["convert", "-", "--as-evidence", "--strict", "-o", scratch.path("g.yaml")],
      input: Self.foreign)
    #expect(strict.status == 1)
    #expect(strict.errors.contains("nothing written (--strict)"))
    let lone = try Command.run(
      ["convert", "-", "--dataset", "x", "-o", scratch.path("g.yaml")], input: Self.foreign)
    #expect(lone.status == 64)
    #expect(try scratch.names() == [])
  }

  /// What has no ending of its own is named too, since the list of endings is not all there is.
  @Test func everyFormatThatIsWrittenIsNamed() throws {
    let scratch = try Scratch()
    let network = try scratch.file("n.csv", "source,target\na,b\n")
    let result = try Command.run(["convert", network])
    #expect(result.status == 64)
    for name in [".graphml", ".gexf", ".csv", ".yaml", "nodelink", "matrix", "statements"] {
      #expect(result.errors.contains(name), "\(name)")
    }
  }

  /// By hand: b and c share two meetings, of three and of two, and a shares one of them.
  @Test func aSideOfABipartiteNetwork() throws {
    let input =
      "graph { a [side=who]; b [side=who]; c [side=who]; x [side=what]; a -- x; b -- x; c -- x; b -- y; c -- y }"
    for (arguments, weights) in [
      ([], ["0.5", "0.5", "1.5"]), (["--project-weight", "shared"], ["1", "1", "2"]),
    ] {
      let made = try Command.run(
        ["convert", "-", "--project", "side=who", "--to", "edges"] + arguments, input: input)
      #expect(made.status == 0, "\(made.errors)")
      let lines = made.text.split(whereSeparator: \.isNewline).suffix(3)
      #expect(
        lines.compactMap { $0.split(whereSeparator: { ", \t".contains($0) }).last.map(String.init) }
          == weights)
    }
    for (project, status, words) in [
      ("side", 64, "such as side=person"), ("role=who", 64, "there is side"),
      ("side=when", 64, "there is what, who"), ("side=what", 0, ""),
    ] as [(String, Int32, String)] {
      let made = try Command.run(
        ["convert", "-", "--project", project, "--to", "edges"], input: input)
      #expect(
        made.status == status && (words.isEmpty || made.errors.contains(words)), "\(made.errors)")
    }
    let joined = try Command.run(
      ["convert", "-", "--project", "side=who", "--to", "edges"],
      input: "graph { a [side=who]; b [side=who]; a -- b }")
    #expect(joined.status == 65 && joined.errors.contains("a and b are tied"), "\(joined.errors)")
  }
}
