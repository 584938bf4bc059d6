import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct TranslatedReportTests {
  /// The sample with names in another script, so that every Latin word is the program's own.
  private static func graph() throws -> InfluenceGraph {
    let sample = try Sample.graph()
    let names = ["Проповедник", "Беседы", "Он", "Они", "Первое", "Второе"]
    return InfluenceGraph(
      title: "Образец",
      sources: [
        Source(
          id: "1", title: "Первая", publisher: "Газета", published: try EDTF("2016-06-14"),
          reliability: .b, why: "так"),
        Source(id: "2", title: "Вторая", publisher: "Радио", reliability: .b),
      ],
      asserters: [DeclaredAsserter(id: "3", name: "Обвинение", reliability: .a)],
      entities: zip(sample.entities, names).map { entity, name in
        var entity = entity
        entity.name = name
        return entity
      }
        + [
          Entity(
            id: "call", kind: "publication", name: "Призыв", date: try EDTF("2015-11-20"))
        ],
      statements: (sample.statements
        + [Sample.statement("s9", "call", "called-for", "attack", paragraph: 9)]).map { statement in
          var statement = statement
          statement.citation.source = statement.citation.source == "paper" ? "1" : "2"
          if case .declared? = statement.asserter { statement.asserter = .declared("3") }
          statement.citation.quote = statement.citation.quote.map { _ in Quote("как есть") }
          return statement
        })
  }

  private static func report() throws -> Report {
    var options = Report.Options()
    options.samples = 8
    options.draws = 2
    return try Report(
      try InfluenceNetwork(LinkTable(graph())),
      edition: .init(version: "1.2.3", date: "2026-11-21", seed: 9), options: options)
  }

  /// What is no word of a language: ids of statements and of entities, as the marks of a picture have them, and the
  /// names of a policy and a projection.
  private static let names: Set<String> = [
    "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "throughline-1", "influence", "B2",
    "all", "attack", "claims", "cluster", "doer", "group", "other", "preacher", "sermons",
  ]

  @Test(arguments: [true, false])
  func everyWordOfAReportComesFromItsTemplate(isInteractive: Bool) throws {
    let report = try Self.report()
    let html = try report.html(try PseudoLanguage.template(), isInteractive: isInteractive)
    let elements = try #require(XMLTree.elements(of: html))
    var found = Set<String>()
    for element in elements {
      // Text is counted with the innermost elements that have it; a style or a script holds no words.
      if ["style", "script"].contains(element.name) { continue }
      for name in ["aria-label", "alt", "title", "data-label", "xlink:title"] {
        found.formUnion(PseudoLanguage.latinWords(in: element.attributes[name] ?? ""))
      }
    }
    let hidden = elements.filter { ["style", "script"].contains($0.name) }.map(\.text)
    let body = try #require(elements.first { $0.name == "body" }).text
    let text = hidden.reduce(body) { $0.replacing($1, with: " ") }
    found.formUnion(PseudoLanguage.latinWords(in: text))
    #expect(found.subtracting(Self.names).sorted() == [])
  }

  @Test func everyWordOfMarkdownToo() throws {
    let text = try Self.report().markdown(try PseudoLanguage.template())
      .replacing(/\]\([^)]*\)|<[^>]*>|\[\^[^\]]*\]/, with: " ")
    #expect(PseudoLanguage.latinWords(in: text).subtracting(Self.names).sorted() == [])
  }

  @Test func theWordsOfTheScriptAreThoseOfTheTemplate() throws {
    let words = try PseudoLanguage.template().words
    guard case .object(let members) = ViewerWords(words: words).json else {
      Issue.record("the words are no object")
      return
    }
    #expect(members.count > 80)
    var forms = 0
    for member in members {
      switch member.value {
      case .string(let text):
        // A name between marks is a place for a value.
        let own = text.replacing(/\u{E000}\w+\u{E003}/, with: "")
        #expect(PseudoLanguage.latinWords(in: own).isEmpty, "\(member.key)")
      case .object(let parts):
        forms += 1
        #expect(parts.map(\.key) == ["language", "number", "one", "few", "many"], "\(member.key)")
        #expect(parts.first?.value == .string("ru"))
      default: Issue.record("\(member.key) is no text")
      }
    }
    #expect(forms > 2)
  }
}
