import Foundation
import Testing

@Suite struct ValidateTests {
  /// A graph of one statement; each case spoils one line of it.
  static let sound = """
    throughline: 1
    title: A small graph
    sources:
      - {id: paper, title: A paper, published: 2016-01-02, reliability: B}
    entities:
      - {id: ann, kind: person}
      - {id: act, kind: attack}
    statements:
      - {id: s1, subject: ann, relation: perpetrated, object: act, when: 2015-12-02, cite: {source: paper}}

    """

  @Test func `the bundled graphs have no errors`() throws {
    for name in ["isis-inspired-attacks", "is-network-in-europe", "florentine-families"] {
      let path = Command.root.appendingPathComponent("graphs/\(name).yaml").path
      let result = try Command.run(["validate", path])
      #expect(result.status == 0, "\(name): \(result.text)")
      #expect(result.errors.contains("0 errors"))
    }
  }

  @Test func `the graph of the articles is coded in full`() throws {
    let result = try Command.run(["validate", Command.articles])
    let numbers = result.errors.split { !$0.isNumber }.compactMap { Int($0) }
    // The floor that the project sets itself: 150 entities, 350 statements.
    #expect(numbers.count >= 5)
    #expect(numbers[numbers.count - 2] >= 150)
    #expect(numbers[numbers.count - 1] >= 350)
  }

  /// What is changed, the exit status, and the words `line:column` and the rule that must be said.
  @Test(arguments: [
    ("reliability: B}", "reliability: B", 65, "5:11", "malformed"),
    ("{id: act, kind: attack}", "{id: ann, kind: attack}", 1, "7:10", "duplicate-id"),
    ("object: act", "object: actt", 1, "9:61", "unknown-entity"),
    ("relation: perpetrated", "relation: contacted", 1, "9:40", "wrong-kind"),
    ("relation: perpetrated", "relation: perpetratd", 1, "9:40", "unknown-relation"),
    ("when: 2015-12-02", "when: 2015-13-02", 1, "9:77", "unreadable-date"),
    ("source: paper}", "source: papre}", 1, "9:96", "unknown-source"),
    ("id: s1,", "id: s1, stanse: denies,", 1, "9:14", "unknown-key"),
    ("throughline: 1", "throughline: 7", 1, "1:14", "unknown-version"),
  ])
  func `bad input is a located error with a mend`(
    find: String, replace: String, status: Int, place: String, rule: String
  ) throws {
    let scratch = try Scratch()
    let path = try scratch.file(
      "bad.yaml", Self.sound.replacingOccurrences(of: find, with: replace))
    let result = try Command.run(["validate", path])
    #expect(result.status == Int32(status), "\(result.text)\(result.errors)")
    let line = result.text.split(separator: "\n").first { $0.contains("[\(rule)]") }
    let found = try #require(line, "no \(rule) in: \(result.text)")
    let expected = place.split(separator: ":")[0]
    #expect(found.hasPrefix("\(path):\(expected):"), "\(found)")
    #expect(result.text.contains("mend: "))
  }

  @Test func `a missing paragraph and a quote that is not there are errors`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("corpus"), withIntermediateDirectories: true)
    _ = try scratch.file(
      "corpus/paper.md", "---\nid: paper\ntitle: A paper\n---\n\nAnn did it.\n\nNobody saw.\n")
    let text = """
      throughline: 1
      title: A small graph
      corpus: corpus
      sources: [paper]
      entities:
        - {id: ann, kind: person}
        - {id: act, kind: attack}
      statements:
        paper:
          1:
            - s1: ann perpetrated act "Ann did it"
            - s2: ann perpetrated act "Ben did it"
          3:
            - s3: ann perpetrated act

      """
    let path = try scratch.file("graph.yaml", text)
    let result = try Command.run(["validate", path])
    #expect(result.status == 1)
    #expect(result.text.contains(":12:"))
    #expect(result.text.contains("[quote-not-found]"))
    #expect(result.text.contains("[missing-paragraph]"))
    #expect(result.text.components(separatedBy: "quote-not-found").count == 2)
  }

  @Test func `json has the fields of the contract`() throws {
    let scratch = try Scratch()
    let path = try scratch.file(
      "bad.yaml", Self.sound.replacingOccurrences(of: "object: act", with: "object: acct"))
    let result = try Command.run(["validate", path, "--format", "json"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    #expect(Set(value.keys) == ["errors", "warnings", "findings"])
    let findings = try #require(value["findings"] as? [[String: Any]])
    #expect(value["errors"] as? Int == findings.count { $0["severity"] as? String == "error" })
    for finding in findings {
      #expect(
        Set(finding.keys) == ["severity", "rule", "file", "line", "column", "message", "mend"])
    }
  }

  @Test func `no such file is status 66, no text is 65`() throws {
    #expect(try Command.run(["validate", "no/such/file.yaml"]).status == 66)
    let scratch = try Scratch()
    try Data([0x74, 0x0A, 0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: scratch.path("x.yaml")))
    let result = try Command.run(["validate", scratch.path("x.yaml")])
    #expect(result.status == 65)
    #expect(result.text.contains("x.yaml:2:1"))
  }

  @Test func `control characters of a file never reach the terminal`() throws {
    let scratch = try Scratch()
    let path = try scratch.file(
      "bad.yaml",
      Self.sound.replacingOccurrences(of: "object: act", with: "object: \"\\e[31mred\\a\""))
    let result = try Command.run(["validate", path])
    #expect(result.status == 1)
    #expect(!result.output.contains(0x1B))
    #expect(!result.output.contains(0x07))
  }
}
