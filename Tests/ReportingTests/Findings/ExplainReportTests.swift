import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct ExplainReportTests {
  private func report(
    _ said: [Statement] = [], _ key: LinkKey = ExplainReportTests.directed, name: String = "Group"
  ) throws -> ExplainReport {
    let sample = try Sample.graph(preacherName: name)
    let sources =
      sample.sources + [
        Source(id: "forum", publisher: "Forum", reliability: .f),
        Source(id: "leaflet", publisher: "Leaflet", reliability: .e),
      ]
    let graph = InfluenceGraph(
      sources: sources, asserters: sample.asserters, entities: sample.entities,
      statements: sample.statements + said)
    return try #require(ExplainReport(of: key, in: LinkTable(graph)))
  }

  private static let directed = LinkKey(subject: "group", relation: "directed", object: "attack")
  private static let taught = LinkKey(subject: "preacher", relation: "trained", object: "doer")

  /// Two B2 voices: .9 * .75 = .675 on either side; both .455625; p = q = .219375 / .544375 = .402985;
  /// u = .19403. Lower by 15 % of each factor t = .765 * .6375 = .4876875, p = t (1 - t) / (1 - t^2)
  /// = t / (1 + t) = .327816; higher t = 1 * .8625, p = .463087.
  @Test func `the sums are shown step by step`() throws {
    let text = try report().text(TerminalStyle(columns: 200))
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    for line in [
      "Unlikely, disputed: by what the sources say it is established with a chance of 40 %, refuted "
        + "with 40 %, and open with 19 %. Status: disputed.",
      "s4 Paper, B2, paper ¶4: its only statement",
      "trust reliability B 0.9 x credibility 2 0.75 = 0.675",
      "s5 Radio, B2, radio ¶5 (denies): its only statement", "support 0.675: one voice",
      "opposition 0.675: one voice",
      "both at once 0.675 x 0.675 = 0.4556, which cannot be: dropped, and the rest scaled up",
      "established (0.675 - 0.4556) / (1 - 0.4556) = 0.403",
      "refuted (0.675 - 0.4556) / (1 - 0.4556) = 0.403", "unknown 1 - 0.403 - 0.403 = 0.194",
      "if all affirming voices are one, and nobody denies it (echo): 0.675",
      "with every reliability and credibility 15 % lower the probability is 0.3278, 15 % higher "
        + "0.4631",
    ] {
      #expect(lines.contains { $0 == line }, "\(line)")
    }
  }

  /// Voices of one side: 1 - (1 - .675)(1 - .225) = .748125. A copy by the same voice adds nothing.
  @Test func `each voice counts once, by its strongest statement`() throws {
    let said = [
      Sample.statement("t1", "preacher", "trained", "doer"),
      Sample.statement("t2", "preacher", "trained", "doer", credibility: .possible),
      Sample.statement(
        "t3", "preacher", "trained", "doer", credibility: .doubtful, source: "radio"),
    ]
    let report = try report(said, Self.taught)
    let text = report.text(TerminalStyle(columns: 200))
    #expect(text.contains("support 1 - (1 - 0.675) x (1 - 0.225) = 0.7481"))
    #expect(text.contains("established 0.7481"))
    #expect(
      text.contains(
        "t2 Paper, B3, paper ¶1: not counted, the same voice says it with as much trust or more "
          + "(reliability B 0.9 x credibility 3 0.5 = 0.45)"))
    #expect(!text.contains("both at once"))
    // Higher: Paper t = 1 * .8625, Radio .2875: 1 - .1375 * .7125 = .902; of grade 1, confirmed, t would
    // be 1, and nothing is certain.
    #expect(text.contains("15 % higher 0.902\n"))
    var sure = Sample.statement("t4", "preacher", "trained", "doer", credibility: .confirmed)
    sure.confirmedBy = "a court"
    #expect(
      try self.report([sure], Self.taught).text(TerminalStyle(columns: 200))
        .contains("15 % higher over 0.99\n"))
  }

  /// F and E share one doubt G: below .2 both can be right, .75 each, 1 - .25^2 = .9375; to .5 only F,
  /// .75; above none. S = .2 * .9375 + .3 * .75 = .4125. (F alone .375, E alone .15.)
  @Test func `the doubt that weak voices share is told`() throws {
    let said = ["forum", "leaflet"].map {
      Sample.statement("t-\($0)", "preacher", "trained", "doer", source: $0)
    }
    let report = try report(said, Self.taught)
    #expect(abs(report.explanation.pooled.support - 0.4125) < 1e-12)
    let text = report.text(TerminalStyle(columns: 200))
    #expect(text.contains("doubt from 0 to 0.2: support 0.9375, opposition 0\n"))
    #expect(text.contains("doubt from 0.2 to 0.5: support 0.75, opposition 0\n"))
    #expect(text.contains("doubt from 0.5 to 1: support 0, opposition 0\n"))
    #expect(text.contains("support 0.4125\n"))
  }

  @Test func `what counts for nothing is listed with the reason`() throws {
    var asked = Sample.statement("t1", "preacher", "trained", "doer", stance: .leavesOpen)
    var supposed = Sample.statement("t2", "preacher", "trained", "doer", source: "radio")
    supposed.modality = .hypothetical
    asked.note = "a question"
    let report = try report([asked, supposed], Self.taught)
    let text = report.text(TerminalStyle(columns: 200))
    #expect(text.contains("Not asserted: it was spoken of, but neither affirmed nor denied"))
    #expect(text.contains("(leaves open): not counted, it asks, or leaves the matter open\n"))
    #expect(text.contains("(hypothetical): not counted, it is only supposed\n"))
    #expect(!text.contains("%"))
    #expect(report.json(pretty: false).contains("\"origins\":[]"))
  }

  @Test func `the JSON has the keys of the contract and no others`() throws {
    let json = try report().json()
    let keys = [
      "link", "subject", "relation", "object", "support", "opposition", "probability", "refuted",
      "unknown", "echo", "status", "phrase", "policy", "origins", "id", "stance", "trust",
      "statement", "grade", "source", "paragraph", "notes",
    ]
    var place = json.startIndex
    for key in keys {
      let found = json.range(of: "\"\(key)\":", range: place..<json.endIndex)
      place = try #require(found, "\(key)").upperBound
    }
    let value = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(
      Set(value.keys) == [
        "link", "support", "opposition", "probability", "refuted", "unknown", "echo", "status",
        "phrase", "policy", "origins", "notes",
      ])
    let origins = try #require(value["origins"] as? [[String: Any]])
    #expect(
      origins.allSatisfy {
        Set($0.keys) == ["id", "stance", "trust", "statement", "grade", "source", "paragraph"]
      })
    #expect(origins.map { $0["stance"] as? String } == ["affirms", "denies"])
    #expect(origins.map { $0["paragraph"] as? Int } == [4, 5])
  }

  @Test(arguments: Sample.hostileNames)
  func `hostile names hold in every format`(name: String) throws {
    let report = try report(
      [Sample.statement("t1", "preacher", "trained", "doer")], Self.taught, name: name)
    #expect(
      report.text().unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control && $0 != "\u{202E}"
      })
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(report.json().utf8))
    }
    #expect(report.markdown().split(separator: "\n").count { $0.hasPrefix("#") } == 4)
    let elements = try #require(XMLTree.elements(of: report.page().html()))
    #expect(!elements.contains { $0.name == "script" })
  }
}
