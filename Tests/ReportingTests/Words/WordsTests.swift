import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct WordsTests {
  private func words(_ text: String, like base: Words? = nil) throws -> Words {
    try WordsFile(name: "w.json", text: text).read(over: base)
  }

  @Test(arguments: Sample.hostileNames + ["{{who}}", "{{#n.one}}", "\u{E000}0\u{E003}"])
  func dataNeverPassThroughTheParser(name: String) throws {
    let words = try words(#"{"k": "a {{who}} b {{#strong}}{{who}}{{/strong}}"}"#)
    let who = Inline.name(name)
    #expect(
      words("k", ["who": .inline([who])]) == [.text("a "), who, .text(" b "), .strong([who])])
  }

  @Test func formsGoByTheRuleOfTheFile() throws {
    let arabic = try words(
      """
      {"language": "ar", "direction": "rtl", "plural": "arabic",
       "k": "{{#n.two}}two{{/n.two}}{{#n.few}}{{n}} few{{/n.few}}{{#n.none}}none{{/n.none}}"}
      """)
    #expect(arabic.direction == .rightToLeft)
    #expect(arabic.plain("k", ["n": .count(2)]) == "two")
    #expect(arabic.plain("k", ["n": .count(4)]) == "4 few")
    #expect(arabic.plain("k", ["n": .count(0)]) == "none")
    // A text of another file keeps the rule of that file.
    let english = try words(
      #"{"k": "{{#n.one}}one{{/n.one}}{{#n.other}}other{{/n.other}}", "l": "x"}"#)
    let mixed = try words(#"{"plural": "arabic", "l": "y"}"#, like: english)
    #expect(mixed.plain("k", ["n": .count(2)]) == "other")
    #expect(mixed.plain("l") == "y")
    #expect(mixed.missing == 1)
  }

  @Test func flagsAndAbsentPartsGovernSections() throws {
    let words = try words(
      #"{"k": "{{#a}}a{{/a}}{{^a}}no a{{/a}}{{#b}}, {{b}}{{/b}}{{#emphasis}}!{{/emphasis}}"}"#)
    #expect(
      words("k", ["a": .flag(true), "b": .text("b")]) == [
        .text("a, "), .text("b"), .emphasis([.text("!")]),
      ])
    #expect(words.plain("k", ["a": .flag(false), "b": .inline([])]) == "no a!")
  }

  @Test func numbersAreWrittenAsTheLanguageHasThem() throws {
    let words = try words(#"{"number.decimal": ",", "number.group": "."}"#)
    #expect(words.number(1234) == "1234")
    #expect(words.number(1_234_567) == "1.234.567")
    #expect(words.number(-12_345) == "-12.345")
    #expect(words.number(0.25) == "0,25")
  }

  @Test(arguments: [
    (#"{"kay": "x"}"#, "w.json:1: no sentence has the key 'kay'; did you mean 'key'?"),
    (
      "{\n\"key\": \"{{whoo}} {{n}}\"}",
      "w.json:2: 'key' has no {{whoo}}; did you mean {{who}}?\n"
        + "w.json:2: 'key' leaves out {{who}}; put it where it belongs in the sentence"
    ),
    (
      #"{"key": "{{who}} {{n}} {{#n.few}}x{{/n.few}}"}"#,
      "w.json:1: 'key' asks for the form 'few', which the plural rule one-other does not have; "
        + "it has one, other, none"
    ),
    (
      #"{"key": "{{#who}} {{n}}"}"#,
      "w.json:1: in 'key' a section is never closed (column 15); "
        + "close {{#name}} and {{^name}} with {{/name}}"
    ),
    (
      #"{"plural": "latin", "key": "{{who}} {{n}}"}"#,
      "w.json:1: there is no plural 'latin'; write one of none, one-other, french, slavic, polish, "
        + "czech, hebrew, arabic"
    ),
    (
      #"{"key": "{{> other}} {{who}} {{n}}"}"#,
      "w.json:1: 'key' holds the tag {{>other}}, which words have no use for; use {{name}}, "
        + "{{#name}}...{{/name}} and {{^name}}...{{/name}}"
    ),
    (
      #"{"key": 7}"#,
      "w.json:1: the text of 'key' is none; write {\"key\": \"text\", ...}, every text in quotes"
    ),
  ])
  func faultsNameFileLineAndMend(text: String, message: String) throws {
    let base = try words(#"{"key": "{{who}} {{n}} {{#n.one}}x{{/n.one}}"}"#)
    let error = #expect(throws: TemplateError.self) { try words(text, like: base) }
    #expect(error?.description == message)
  }

  @Test func whatIsNoJSONIsSaid() {
    let error = #expect(throws: TemplateError.self) { try words("{\"a\": }") }
    #expect(error?.description.hasPrefix("w.json: the file is no JSON") == true)
  }

  @Test func wordsOfAVocabularyOfTheUsersOwnAreTaken() throws {
    let base = try words(#"{"key": "x"}"#)
    let own = try words(#"{"relation.met-at-sea": "met at sea"}"#, like: base)
    #expect(own.optional("relation.met-at-sea") == [.text("met at sea")])
    #expect(own.optional("relation.other") == nil)
  }

  /// Every value of an enumeration that becomes a key has its words.
  @Test func theBundledWordsKnowEveryValue() {
    let words = ReportTemplate.standard.words
    var keys: [String] = []
    keys += Verdict.allCases.flatMap { verdict in
      ["verdict.", "attack.verdict.", "verdict.sentence.", "count."].map {
        $0 + Words.key(verdict.rawValue)
      }
    }
    keys += Refusal.Reason.allCases.map { "refused." + Words.key($0.rawValue) }
    keys += AssociationResult.Refusal.allCases.map {
      "association.refused." + Words.key($0.rawValue)
    }
    keys += AssociationResult.Caveat.allCases.map {
      "association.caveat." + Words.key($0.rawValue)
    }
    keys += ClaimOfResponsibility.Content.allCases.map { "claim." + Words.key($0.rawValue) }
    keys += Degree.allCases.map { "degree." + $0.rawValue }
    keys += Degree.allCases.flatMap { degree in
      ["legend.", "involvement."].map { $0 + degree.rawValue }
    }
    keys += Standing.allCases.map { "standing." + Words.key($0.words) }
    keys += Standing.allCases.filter { $0 != .influence }.map {
      "legend." + Words.key($0.words)
    }
    keys += Phrase.Reserve.allCases.map { "reserve." + Words.key($0.rawValue) }
    keys += Change.allCases.map { "change." + $0.rawValue }
    keys += LinkStatus.allCases.map { "link-status." + Words.key($0.rawValue) }
    keys += DiagramOptions.LineColouring.allCases.map { "colouring." + $0.rawValue }
    keys += Modality.allCases.flatMap { modality in
      ["verb.", "hedge."].map { $0 + modality.rawValue }
    }
    keys += Modality.allCases.filter { $0 != .asserted }.map { "modality." + $0.rawValue }
    keys += Stance.allCases.flatMap { stance in
      ["said.", "voiced.", "told."].map { $0 + stance.rawValue }
    }
    keys += ["hedge.", "told."].map { $0 + "finds-no-evidence-so-far" }
    keys += Stance.allCases.filter { $0 != .affirms }.map { "hedge." + $0.rawValue }
    keys += LinkStatus.allCases.flatMap { status in
      ["status.", "contradictions.outcome."].map { $0 + Words.key(status.rawValue) }
    }
    keys += Rung.allCases.flatMap { rung in
      ["summary.", "lane.lesser."].map { $0 + rung.rawValue }
    }
    keys += Dependence.allCases.map { "condition.dependence." + $0.rawValue }
    keys += ["certain", "possible", "impossible"].map { "order." + $0 }
    keys += stride(from: 0.0, through: 1, by: 0.01).map {
      "likelihood." + Words.key(Phrase.likelihood($0))
    }
    for key in keys { #expect(words.entries[key] != nil, "\(key)") }
  }

  /// The program and the file name the same keys: none is missing, none is idle.
  @Test func everyKeyOfTheFileIsUsed() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Reporting")
    var code = ""
    for folder in [
      "Diagrams", "Findings", "Interactive", "Networks", "Page", "Report", "Resources/viewer",
      "Views",
      "Words",
    ] {
      let path = root.appendingPathComponent(folder)
      for file in try FileManager.default.contentsOfDirectory(atPath: path.path) {
        code += try String(contentsOf: path.appendingPathComponent(file), encoding: .utf8)
      }
    }
    let literals =
      code.matches(of: /"([a-z][a-zA-Z0-9.\-]*)"/).map { String($0.1) }
      + code.matches(of: /'([a-z][a-zA-Z0-9.\-]*)'/).map { String($0.1) }
    let families =
      code.matches(of: /"([a-z][a-z.\-]*\.)"/).map { String($0.1) }
      + code.matches(of: /"([a-z][a-z.\-]*\.)\\\(/).map { String($0.1) }
    let used = Set(literals + code.matches(of: /"#([a-z]+)"/).map { String($0.1) })
    for key in ReportTemplate.standard.words.entries.keys.sorted() {
      let isNamed =
        used.contains(key)
        || key.hasPrefix("column.") && used.contains(String(key.dropFirst(7)))
        || key.hasPrefix("condition.") && used.contains(String(key.dropFirst(10)))
        || families.contains { key.hasPrefix($0) }
        || key.hasPrefix("measure.") || key.hasPrefix("plain.measure.")
      #expect(isNamed, "nothing uses \(key)")
    }
  }
}
