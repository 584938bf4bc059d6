import Foundation
import Testing

/// What the command says of itself.
@Suite struct HelpTests {
  static let verbs = [
    "trace", "explain", "attribute", "timeline", "contradictions", "centrality", "structure",
    "communities", "robustness", "spread", "compare", "report", "template", "render", "diff",
    "validate", "convert", "number", "fmt",
  ]

  private func help(_ verb: String) throws -> String {
    let result = try Command.run([verb, "--help"], environment: ["COLUMNS": "200"])
    #expect(result.status == 0)
    return result.text
  }

  private func examples(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let after = lines.drop { $0 != "Examples:" }.dropFirst()
    return after.prefix { $0.hasPrefix("  throughline ") }.map { String($0.dropFirst(2)) }
  }

  @Test func theVerbsAreThese() throws {
    let listed = try Command.run(["--help"]).text.split(separator: "\n")
      .drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
      .filter { $0 != "See" }
    #expect(Set(listed) == Set(Self.verbs))
  }

  /// A graph with the names that the examples name.
  private static let graph: String = {
    let entities = [
      ("awlaki", "ideologue", "Anwar al-Awlaki", "Awlaki"),
      ("farook", "person", "Syed Rizwan Farook", "Farook"),
      ("adnani", "ideologue", "Abu Muhammad al-Adnani", "Adnani"),
      ("isis", "group", "ISIS", "IS"), ("sousse", "attack", "Sousse attack", "Sousse"),
      ("westminster", "attack", "Westminster attack", "Westminster"),
      ("magnanville", "attack", "Magnanville attack", "Magnanville"),
    ].map { "  - {id: \($0.0), kind: \($0.1), name: \($0.2), aliases: [\($0.3)]}" }
    let statements = [
      ("s160", "awlaki", "inspired", "farook"), ("s161", "adnani", "inspired", "magnanville"),
      ("s162", "isis", "directed", "sousse"), ("s163", "isis", "claimed", "westminster"),
      ("s164", "adnani", "inspired", "farook"), ("s165", "isis", "inspired", "awlaki"),
    ].enumerated().map { number, statement in
      "  - {id: \(statement.0), subject: \(statement.1), relation: \(statement.2), "
        + "object: \(statement.3), credibility: 2, "
        + "cite: {source: \(number < 3 ? "x" : "y"), paragraph: 1}}"
    }
    return """
      throughline: 1
      title: Small
      sources:
        - {id: x, title: Early, published: 2015-01-01, reliability: B}
        - {id: y, title: Late, published: 2016-12-31, reliability: B}
      entities:
      \(entities.joined(separator: "\n"))
      statements:
      \(statements.joined(separator: "\n"))

      """
  }()

  /// Each example works as it stands, beside files of these names.
  @Test(arguments: verbs) func examplesWork(verb: String) throws {
    let examples = examples(try help(verb))
    #expect(!examples.isEmpty)
    #expect(examples.allSatisfy { $0.hasPrefix("throughline \(verb) ") && $0.count < 78 })
    let scratch = try Scratch()
    for name in ["attacks.yaml", "old.yaml", "new.yaml"] { _ = try scratch.file(name, Self.graph) }
    let edges =
      "source,target,weight,kind\nA,B,0.5,knows\nB,C,0.5,knows\nC,A,0.25,knows\nC,D,1,knows\n"
    _ = try scratch.file("network.csv", edges)
    _ = try scratch.file("edges.csv", edges)
    _ = try scratch.file("nodes.csv", "id,kind\nA,x\nB,x\nC,y\nD,y\n")
    // What no example names is not made.
    func isNamed(_ name: String) -> Bool { examples.contains { $0.contains(name) } }
    for name in ["network.graphml", "network.gml", "before.graphml", "after.graphml"]
    where isNamed(name) {
      let made = try Command.run(
        [
          "convert", scratch.path("edges.csv"), "--nodes", scratch.path("nodes.csv"), "-o",
          scratch.path(name),
        ])
      #expect(made.status == 0, "\(made.errors)")
    }
    _ = try scratch.file("calls.csv", "source,target,day\nA,B,1\nB,C,2\nC,D,4\nA,B,9\n")
    let sides = try scratch.file(
      "sides.dot", "graph { a [side=person]; b [side=person]; a -- x; b -- x }")
    if isNamed("meetings.gml") {
      let joined = try Command.run(["convert", sides, "-o", scratch.path("meetings.gml")])
      #expect(joined.status == 0, "\(joined.errors)")
    }
    if verb != "template", isNamed(" mine") {
      let made = try Command.run(["template", scratch.path("mine")])
      #expect(made.status == 0, "\(made.errors)")
    }
    for example in examples {
      let arguments = try Self.words(example).dropFirst().map { word in
        let place = scratch.path(word)
        let isFile = word.contains(".") && !word.contains(" ") || word == "mine"
        return isFile && Double(word) == nil ? place : word
      }
      // Printing needs a browser.
      guard !example.hasSuffix(".pdf") || verb != "report" else { continue }
      let result = try Command.run(Array(arguments))
      #expect(
        result.status == 0 || result.status == 1 && verb == "trace", "\(example): \(result.errors)")
    }
  }

  /// The words of a line as a shell parts them, with double quotes only.
  private static func words(_ line: String) throws -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap {
      part, text in
      part.isMultiple(of: 2) ? text.split(separator: " ").map(String.init) : [String(text)]
    }
  }

  /// Options that would do nothing for the verb are not offered, and not taken.
  @Test(arguments: [
    ("template", "--vocabulary"), ("template", "--input-format"), ("template", "--lenient"),
    ("template", "--most-bytes"), ("fmt", "--input-format"), ("number", "--lenient"),
    ("explain", "--dependence"), ("contradictions", "--dependence"),
    ("attribute", "--undirected"), ("diff", "--undirected"),
    ("structure", "--dependence"), ("compare", "--dependence"), ("report", "--theme"),
  ])
  func whatDoesNothingIsNotOffered(verb: String, option: String) throws {
    let hidden = try Command.run([verb, "--help-hidden"]).text
    #expect(!hidden.contains(option))
    let names = ["explain", "diff", "compare"].contains(verb) ? ["a", "b"] : ["a"]
    let result = try Command.run([verb] + names + [option])
    #expect(result.status == 64)
    #expect(result.errors.contains("Unknown option '\(option)'"), "\(result.errors)")
  }

  /// Limits come up in none but the long help, and so do not stand before what a verb is for.
  @Test(arguments: ["trace", "render", "report"]) func limitsStandInTheLongHelp(verb: String) throws
  {
    #expect(!(try help(verb)).contains("--most-bytes"))
    #expect(!(try help(verb)).contains("--drawing-time"))
    let long = try Command.run([verb, "--help-hidden"]).text
    #expect(long.contains("--most-bytes") && long.contains("--drawing-time"))
    #expect(try Command.run(["--help"]).text.contains("--help-hidden"))
  }

  @Test(arguments: verbs.filter { !["template", "number", "fmt", "convert"].contains($0) })
  func everyFormatHasAShortName(verb: String) throws {
    #expect(try help(verb).contains("-f, --format"))
  }
}
