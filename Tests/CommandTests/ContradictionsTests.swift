import Foundation
import Testing

@Suite struct ContradictionsTests {
  private static func list(_ path: String) throws -> [[String: Any]] {
    let result = try Command.run(["contradictions", path, "--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    return try #require(value?["contradictions"] as? [[String: Any]])
  }

  private static func ids(_ contradiction: [String: Any], _ position: Int) throws -> [String] {
    let positions = try #require(contradiction["positions"] as? [[String: Any]])
    return try #require(positions[position]["statements"] as? [[String: Any]]).compactMap {
      $0["id"] as? String
    }
  }

  /// Read off the statements of the graph by hand: who affirms, who denies.
  @Test func `the links on which the articles disagree`() throws {
    let links = try Self.list(Command.articles).filter { $0["kind"] as? String == "link" }
    let found = links.map {
      [$0["subject"], $0["predicate"], $0["object"]].compactMap { $0 as? String }
        .joined(separator: " ")
    }
    #expect(
      found == [
        "isis directed sousse-2015", "isis knew-of sousse-2015",
        "seifeddine-rezgui trained-in libya",
        "seifeddine-rezgui travelled-to abroad-from-tunisia",
      ])
    // Who directed must have known, and who trained in Libya was abroad.
    #expect(try Self.ids(links[0], 0) == ["s764"])
    #expect(Set(try Self.ids(links[0], 1)) == ["s253", "s294", "s291"])
    #expect(try Self.ids(links[3], 0) == ["s346"])
    #expect(try Self.ids(links[3], 1) == ["s336"])
    // The reader's remark judges other statements, and is told but not weighed.
    let unweighed = try #require(links[3]["unweighed"] as? [[String: Any]])
    #expect(unweighed.map { $0["id"] as? String } == ["s345"])
    // F3 .5 * .5 = .25 against C2 .75 * .75 = .5625: .25 * .4375 / (1 - .140625).
    let probability = try #require(links[3]["probability"] as? Double)
    #expect(abs(probability - 0.109375 / 0.859375) < 1e-12)
    #expect(links[3]["phrase"] as? String == "very unlikely, disputed")
  }

  /// One article takes attacks abroad for no sign of strength, another for a possible one (s010, s572).
  /// But 3 dead are 2 on the bridge and 1 at the gate, 5 are 4 marines and a sailor; 6 of 8 travelled,
  /// and 6 of 7 of the dead blew themselves up.
  @Test func `values at odds, and none that only looks so`() throws {
    let list = try Self.list(Command.articles)
    let values = list.filter { $0["kind"] as? String == "attribute" }
    #expect(
      values.map { "\($0["subject"] as? String ?? "") \($0["predicate"] as? String ?? "")" } == [
        "isis state", "kobani-recapture date", "kosher-supermarket-2015 date",
        "seifeddine-rezgui attended-training-camp",
      ])
    let sides = try #require(values[2]["positions"] as? [[String: Any]])
    #expect(sides.map { $0["says"] as? String } == ["2014-01", "2015-01-09"])
    let subjects = Set(list.compactMap { $0["subject"] as? String })
    #expect(
      subjects.isDisjoint(with: [
        "westminster-2017", "chattanooga-2015", "paris-attackers", "paris-attackers-dead",
      ]))
  }

  /// Every line of the graph file that has a `sic`.
  @Test func `every noted error of a source`() throws {
    let noted = try Self.list(Command.articles).filter { $0["kind"] as? String == "sic" }
    let text = try String(contentsOfFile: Command.articles, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.contains(", sic ") }
    #expect(noted.count == lines.count && lines.count == 12)
    for contradiction in noted {
      let id = try #require(try Self.ids(contradiction, 0).first)
      #expect(lines.contains { $0.contains("- \(id): ") }, "\(id)")
    }
  }

  @Test func `the text can be read aloud`() throws {
    let result = try Command.run(["contradictions", Command.articles])
    #expect(result.status == 0)
    let text = result.text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .joined(separator: " ")
    #expect(
      text.contains(
        "- According to analysts via NBC News, it is so: “directed or carried out by the group’s "
          + "operatives”; reported. (B2, nbc-2017-03-24 ¶5, s764)"))
    #expect(text.contains("it is not so: “never traveled abroad”. (C2, talkleft-2015-06-28"))
    #expect(!text.contains(" 0 %") && !text.contains("100 %"))
  }

  @Test func `none is status 0 and a plain sentence`() throws {
    let result = try Command.run(["contradictions", "-"], input: ValidateTests.sound)
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("There are no contradictions: "))
  }

  @Test func `a policy decides what has weight`() throws {
    let scratch = try Scratch()
    let policy = try scratch.file("mine.yaml", "reliability: {F: 0}\n")
    let result = try Command.run(
      ["contradictions", Command.articles, "--policy", policy, "--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    // The reader's headline, F, has no weight now: the two links on Rezgui are no longer at odds.
    #expect(value?["links"] as? Int == 2)
    #expect((value?["policy"] as? String)?.contains("changed by") == true)
  }

  @Test func `bad input is told by its status`() throws {
    #expect(try Command.run(["contradictions", "no/such.yaml"]).status == 66)
    #expect(
      try Command.run(
        ["contradictions", "-"],
        input: ValidateTests.sound.replacingOccurrences(of: "object: act", with: "object: acct")
      ).status == 65)
    let plain = try Command.run(["contradictions", "-"], input: "digraph { a -> b }\n")
    #expect(plain.status == 65)
    #expect(plain.errors.contains("plain network"))
    #expect(try Command.run(["contradictions", Command.articles, "--format", "svg"]).status == 64)
  }
}
