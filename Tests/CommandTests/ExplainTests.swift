import Foundation
import Testing

@Suite struct ExplainTests {
  private static func explain(_ link: [String]) throws -> [String: Any] {
    let result = try Command.run(["explain", Command.articles] + link + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    return try #require(value)
  }

  /// NBC's analysts B2 = .9 * .75 = .675; the columnist's opinion C3 = .75 * .5 = .375, which counts once
  /// though he denies it twice and denies foreknowledge, too (.75 * .5 * .5). Both .253125;
  /// p = (.675 - .253125) / .746875, q = (.375 - .253125) / .746875.
  @Test func `Sousse: analysts against a columnist`() throws {
    let value = try Self.explain(["isis directed sousse-2015"])
    func number(_ key: String) -> Double { value[key] as? Double ?? .nan }
    #expect(abs(number("support") - 0.675) < 1e-12)
    #expect(abs(number("opposition") - 0.375) < 1e-12)
    #expect(abs(number("probability") - 0.421875 / 0.746875) < 1e-12)
    #expect(abs(number("refuted") - 0.121875 / 0.746875) < 1e-12)
    #expect(abs(number("unknown") - (1 - 0.54375 / 0.746875)) < 1e-12)
    #expect(abs(number("echo") - 0.675) < 1e-12)
    #expect(value["status"] as? String == "disputed")
    #expect(value["phrase"] as? String == "likely, disputed")
    #expect(value["policy"] as? String == "throughline-1")
    let link = value["link"] as? [String: String]
    #expect(link == ["subject": "isis", "relation": "directed", "object": "sousse-2015"])
    let origins = try #require(value["origins"] as? [[String: Any]])
    #expect(origins.map { $0["statement"] as? String } == ["s764", "s253"])
    #expect(origins.map { $0["grade"] as? String } == ["B2", "C3"])
    #expect(origins.map { $0["stance"] as? String } == ["affirms", "denies"])
    #expect(origins.map { $0["source"] as? String } == ["nbc-2017-03-24", "talkleft-2015-06-28"])
    #expect(origins.map { $0["paragraph"] as? Int } == [5, 7])
    let notes = try #require(value["notes"] as? [String])
    #expect(notes.contains { $0.contains("s291") && $0.contains("isis knew-of sousse-2015") })
    // t = .765 * .6375 and .6375 * .425: .4876875 * .7290625 / (1 - .132133) = .4097; and 1 * .8625,
    // .8625 * .575: .8625 * .5040625 / (1 - .427746) = .7597.
    #expect(notes.last?.hasSuffix("lower the probability is 0.4097, 15 % higher 0.7597") == true)
  }

  @Test(arguments: [
    ["isis", "directed", "sousse-2015"], ["ISIS directed Sousse attack"],
    ["sousse-2015", "directed-by", "Islamic State in Iraq and Syria"], ["s764"], ["s294"],
  ])
  func `a link is named by ids, names, from either side, or by a statement on it`(
    link: [String]
  ) throws {
    #expect(
      try Self.explain(link)["link"] as? [String: String] == [
        "subject": "isis", "relation": "directed", "object": "sousse-2015",
      ])
  }

  @Test func `the text shows the sums and the checks`() throws {
    let result = try Command.run(["explain", Command.articles, "isis directed sousse-2015"])
    #expect(result.status == 0)
    for words in [
      "Likely, disputed: ", "reliability B 0.9 x credibility 2 0.75 = 0.675",
      "both at once 0.675 x 0.375 = 0.2531", "(0.675 - 0.2531) / (1 - 0.2531) = 0.5649",
      "(echo): 0.675", "s231", "it is only supposed", "stance 0.5",
    ] {
      #expect(result.text.contains(words), "\(words)")
    }
    #expect(!result.text.contains(" 0 %") && !result.text.contains("100 %"))
    let markdown = try Command.run(
      ["explain", Command.articles, "isis directed sousse-2015", "--format", "markdown"])
    #expect(markdown.text.hasPrefix("# "))
    #expect(markdown.text.contains("\n## Against it\n"))
  }

  /// A claim of responsibility by the group is nobody's word but its own. Denied without an affirmation:
  /// no word of likelihood, and no percentage.
  @Test func `a link that is only denied has no likelihood`() throws {
    let value = try Self.explain(["isis", "directed", "orlando-2016"])
    #expect(value["status"] as? String == "denied")
    #expect(value["phrase"] as? String == "denied")
    let text = try Command.run(["explain", Command.articles, "isis directed orlando-2016"]).text
    #expect(text.contains("Denied: "))
    for word in ["likely", "almost", "chance"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test func `an unknown link is status 64 with what is near`() throws {
    let result = try Command.run(["explain", Command.articles, "isis trained omar-mateen"])
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("no statement speaks of the link 'isis trained omar-mateen'"))
    #expect(result.errors.contains("isis linked-to omar-mateen"))
    #expect(result.errors.contains("omar-mateen pledged-allegiance isis"))
  }

  @Test(arguments: [
    ("isis directd sousse-2015", "did you mean 'directed'?"),
    ("Anwar Alwaki inspired syed-rizwan-farook", "anwar-al-awlaki"), ("s104", "bears on no link"),
    ("nothing", "neither the id of a statement nor SUBJECT relation OBJECT"),
  ])
  func `what is wrong with a link is told`(link: String, words: String) throws {
    let result = try Command.run(["explain", Command.articles, link])
    #expect(result.status == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test func `bad input is told by its status`() throws {
    #expect(try Command.run(["explain", "no/such.yaml", "a inspired b"]).status == 66)
    #expect(try Command.run(["explain", Command.articles]).status == 64)
    #expect(try Command.run(["explain", "-", "a b c"], input: "digraph { a -> b }\n").status == 65)
  }

  @Test func `names from a file never steer the terminal`() throws {
    let hostile = ValidateTests.sound.replacingOccurrences(
      of: "{id: ann, kind: person}", with: "{id: ann, kind: person, name: \"\\e[31mred\\a\"}")
    let result = try Command.run(["explain", "-", "ann perpetrated act"], input: hostile)
    #expect(result.status == 0, "\(result.errors)")
    let wrong = try Command.run(["explain", "-", "ann inspired act"], input: hostile)
    #expect(wrong.status == 64)
    for bytes in [result.output, Data(wrong.errors.utf8)] {
      #expect(!bytes.contains(0x1B) && !bytes.contains(0x07))
    }
  }
}
