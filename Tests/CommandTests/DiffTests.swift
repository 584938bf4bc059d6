import Foundation
import Testing

@Suite struct DiffTests {
  /// The bundled graph with one change in its text; the corpus stays where it is.
  private static func edited(
    _ scratch: borrowing Scratch, _ find: String, _ replace: String
  ) throws -> String {
    let text = try String(contentsOfFile: Command.articles, encoding: .utf8)
    try #require(text.components(separatedBy: find).count == 2)
    try FileManager.default.createDirectory(
      atPath: scratch.path("graphs"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Command.root.appendingPathComponent("corpus"),
      to: URL(fileURLWithPath: scratch.path("corpus")))
    return try scratch.file(
      "graphs/new.yaml", text.replacingOccurrences(of: find, with: replace))
  }

  private static func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try Command.run(["diff"] + arguments + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    return try #require(value)
  }

  @Test func `no difference is status 0 and a plain sentence`() throws {
    let result = try Command.run(["diff", Command.articles, Command.articles, "--exit-code"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("No difference: the two graphs say the same.\n"))
  }

  /// Without the columnist's three denials nothing speaks against NBC's analysts: p is their .675 again.
  /// With the opinion alone lowered to grade 4 it is .675 against .75 * .25 = .1875, but his "no evidence"
  /// is .75 * .5 * .5 = .1875, too: p = .675 * .8125 / (1 - .675 * .1875) = .548438 / .873438.
  @Test func `a grade that was lowered moves its link`() throws {
    let scratch = try Scratch()
    let new = try Self.edited(
      scratch, "s253: not isis directed sousse-2015, opinion, grade 3",
      "s253: not isis directed sousse-2015, opinion, grade 4")
    let value = try Self.json([Command.articles, new])
    #expect(value["different"] as? Bool == true)
    let statements = try #require(value["statements"] as? [String: [[String: Any]]])
    #expect(statements["added"]?.isEmpty == true && statements["removed"]?.isEmpty == true)
    let changed = try #require(statements["changed"]?.first)
    #expect(statements["changed"]?.count == 1)
    #expect(changed["id"] as? String == "s253")
    let fields = try #require(changed["fields"] as? [[String: String]])
    #expect(fields == [["name": "credibility", "old": "3", "new": "4"]])
    let links = try #require(value["links"] as? [[String: Any]])
    #expect(links.count == 1)
    let state = try #require(links.first?["new"] as? [String: Any])
    #expect(abs((state["probability"] as? Double ?? 0) - 0.5484375 / 0.8734375) < 1e-12)
    #expect(state["status"] as? String == "disputed")
    // The arc is there before and after, so no measure of the network with every arc moves.
    #expect((value["ranks"] as? [Any])?.isEmpty == true)
    #expect((value["entries"] as? [Any])?.isEmpty == true)
    let status = try Command.run(["diff", Command.articles, new, "--exit-code"]).status
    #expect(status == 1)
  }

  /// Only s160 says that the lectures inspired Farook: without it he is joined to them by nothing, the
  /// link is gone, and Awlaki reaches fewer.
  @Test func `a statement that was taken out takes its link along`() throws {
    let scratch = try Scratch()
    let text = try String(contentsOfFile: Command.articles, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.contains("- s160: ") })
    let new = try Self.edited(scratch, line + "\n", "")
    let value = try Self.json([Command.articles, new, "--measures", "reach"])
    let statements = try #require(value["statements"] as? [String: [[String: Any]]])
    #expect(statements["removed"]?.compactMap { $0["id"] as? String } == ["s160"])
    let links = try #require(value["links"] as? [[String: Any]])
    let gone = links.filter { $0["change"] as? String == "removed" }
    #expect(gone.count == 1)
    #expect(
      gone.first?["link"] as? [String: String] == [
        "subject": "awlaki-lectures", "relation": "inspired", "object": "syed-rizwan-farook",
      ])
    let back = try Self.json([new, Command.articles, "--measures", "reach"])
    let added = try #require(back["statements"] as? [String: [[String: Any]]])["added"]
    #expect(added?.compactMap { $0["id"] as? String } == ["s160"])
  }

  @Test func `numbering and rewriting a file change nothing that it says`() throws {
    let scratch = try Scratch()
    let text = """
      throughline: 1
      title: A small graph
      sources:
        - {id: paper, title: A paper, published: 2016-01-02, reliability: B}
      entities:
        - {id: ann, kind: person}
        - {id: ben, kind: person}
        - {id: act, kind: attack}
      statements:
        paper:
          document:
            - ann inspired ben
            - ben perpetrated act

      """
    let plain = try scratch.file("plain.yaml", text)
    let numbered = try Command.run(["number", plain])
    let new = try scratch.file("numbered.yaml", numbered.text)
    let result = try Command.run(["diff", plain, new, "--exit-code"])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
    #expect(result.text.contains("Only ids differ: 2 statements have others."))
  }

  @Test func `bad input is told by its status`() throws {
    #expect(try Command.run(["diff", Command.articles]).status == 64)
    #expect(try Command.run(["diff", "-", "-"]).status == 64)
    #expect(try Command.run(["diff", Command.articles, "no/such.yaml"]).status == 66)
    #expect(
      try Command.run(["diff", Command.articles, "-"], input: "digraph { a -> b }\n").status == 65)
    let measure = try Command.run(
      ["diff", Command.articles, Command.articles, "--measures", "betweeness"])
    #expect(measure.status == 64)
    #expect(measure.errors.contains("betweenness"))
    #expect(
      try Command.run(
        ["diff", Command.articles, Command.articles, "--projection", "nothing"]
      ).status == 64)
  }

  @Test func `standard input can be one of the two`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("old.yaml", ValidateTests.sound)
    let result = try Command.run(
      ["diff", path, "-", "--format", "markdown"],
      input: ValidateTests.sound.replacingOccurrences(of: "2015-12-02", with: "2015-12-03"))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("## Statements changed"))
    #expect(result.text.contains("when: 2015-12-02 -\\> 2015-12-03"))
  }
}
