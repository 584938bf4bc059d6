import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct ContradictionReportTests {
  private func report(_ name: String = "The Group") throws -> ContradictionReport {
    ContradictionReport(LinkTable(try Self.graph(name)))
  }

  /// The sample, with values at odds, a noted error, and what counts for no side. The name of the group
  /// may be hostile.
  private static func graph(_ name: String = "The Group") throws -> InfluenceGraph {
    let sample = try Sample.graph()
    func value(_ id: String, _ text: String, _ source: String, _ change: (inout Statement) -> Void)
      -> Statement
    {
      var statement = Statement(
        id: id, subject: .one("attack"), predicate: .attribute("deaths", value: text),
        citation: Citation(source: source, paragraphs: ParagraphSet(9)))
      change(&statement)
      return statement
    }
    var supposed = Sample.statement("s9", "group", "directed", "attack", paragraph: 9)
    supposed.modality = .hypothetical
    supposed.words = "could have"
    var implied = Sample.statement(
      "s10", "group", "knew-of", "attack", stance: .findsNoEvidence, source: "radio", paragraph: 6)
    implied.soFar = true
    return InfluenceGraph(
      title: sample.title, sources: sample.sources, asserters: sample.asserters,
      entities: sample.entities.map { entity in
        guard entity.id == "group" else { return entity }
        var renamed = entity
        renamed.name = name
        return renamed
      },
      statements: sample.statements + [
        supposed, implied, value("s11", "3", "paper") { _ in },
        value("s12", "5", "radio") { $0.sic = "3, the sum of 2 and 1" },
        value("s13", "2", "radio") { $0.of = "bystanders" },
      ])
  }

  /// Two B2 voices against each other: p = .675 * .325 / (1 - .675^2) = .402985, unlikely; q the same.
  @Test func `both sides of a link with voice, grade, source and paragraph`() throws {
    let text = try report().text(TerminalStyle(columns: 200))
    #expect(text.contains("1. The Group directed The Attack\n"))
    #expect(
      text.contains(
        "Taken together they make it unlikely, disputed: established 40 %, refuted 40 %"))
    #expect(text.contains("For it:\n   - According to Paper, it is so. (B2, paper ¶4, s4)"))
    #expect(
      text.contains("Against it:\n   - According to Radio, it is not so. (B2, radio ¶5, s5)"))
    // Who did not know of it did not direct it.
    #expect(
      text.contains(
        "According to Radio, there is no evidence so far that The Group knew of The Attack; without"
      ))
    #expect(text.contains("Said too, and not weighed:"))
    #expect(text.contains("According to Paper, it is so: “could have”; hypothetical."))
  }

  @Test func `values at odds, the noted error, and no value of another count`() throws {
    let text = try report().text(TerminalStyle(columns: 200))
    #expect(text.contains("The Attack (2015-12-02): deaths") == false)
    #expect(text.contains("The Attack: deaths\n"))
    #expect(text.contains("3:\n   - According to Paper. (B, paper ¶9, s11)"))
    #expect(text.contains("noted as an error: 3, the sum of 2 and 1. (B, radio ¶9, s12)"))
    #expect(!text.contains("s13"))
    #expect(text.contains("The source has “5”:\n   - According to Radio. (B, radio ¶9, s12)"))
    #expect(text.contains("Noted: 3, the sum of 2 and 1\n"))
    #expect(text.contains("2 links, 1 value, 1 noted error; policy throughline-1"))
  }

  @Test func `none is a plain sentence`() throws {
    let report = ContradictionReport(LinkTable(InfluenceGraph()))
    #expect(report.text().hasPrefix("There are no contradictions: "))
    #expect(report.text().split(separator: "\n").count == 1)
    #expect(report.markdown().contains("There are no contradictions: "))
    #expect(report.json(pretty: false).contains("\"contradictions\":[]"))
  }

  @Test func `the keys of the JSON keep their order`() throws {
    let json = try report().json()
    let keys = [
      "policy", "links", "attributes", "errors", "contradictions", "kind", "matter", "subject",
      "predicate", "object", "status", "phrase", "probability", "refuted", "unknown", "positions",
      "says", "statements", "id", "stance", "asserter", "grade", "source", "paragraph", "quote",
      "modality", "sentence", "unweighed",
    ]
    var place = json.startIndex
    for key in keys {
      let found = json.range(of: "\"\(key)\":", range: place..<json.endIndex)
      place = try #require(found, "\(key)").upperBound
    }
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let list = try #require(object["contradictions"] as? [[String: Any]])
    #expect(list.map { $0["kind"] as? String } == ["link", "link", "attribute", "sic"])
    #expect(list.map { $0["predicate"] as? String } == ["directed", "knew-of", "deaths", "deaths"])
    let probability = try #require(list[0]["probability"] as? Double)
    // Radio counts once, by its direct denial.
    #expect(abs(probability - 0.219375 / 0.544375) < 1e-12)
    #expect(list[2]["probability"] is NSNull)
  }

  @Test(arguments: Sample.hostileNames)
  func `hostile names hold in every format`(name: String) throws {
    let report = try report(name)
    #expect(
      report.text().unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control && $0 != "\u{202E}"
      })
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(report.json().utf8))
    }
    let headings = report.markdown().split(separator: "\n").count { $0.hasPrefix("#") }
    #expect(headings == 4)
    let elements = try #require(XMLTree.elements(of: report.page().html()))
    #expect(!elements.contains { $0.name == "script" })
  }

  @Test func `the report on a whole graph tells them with every side`() throws {
    let whole = try Report(
      InfluenceNetwork(LinkTable(Self.graph())),
      edition: .init(version: "1", date: "2026-11-29", seed: 1))
    let elements = try #require(XMLTree.elements(of: whole.html()))
    #expect(
      elements.contains {
        $0.name == "li" && $0.text.hasPrefix("Against it: ") && $0.text.contains("Radio denied it")
      })
    let targets = Set(elements.compactMap { $0.attributes["href"] })
    #expect(targets.isSuperset(of: ["#statement-s5", "#statement-s12"]))
  }
}
