import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct DiffReportTests {
  /// The sample, after a grade was lowered, a statement was taken out and one came in.
  private static func edited(_ name: String) throws -> InfluenceGraph {
    let sample = try Sample.graph(preacherName: name)
    var statements = sample.statements.filter { $0.id != "s8" }
    for index in statements.indices where statements[index].id == "s5" {
      statements[index].credibility = .possible
      statements[index].note = "doubted"
    }
    statements.append(Sample.statement("s9", "preacher", "inspired", "doer", paragraph: 9))
    return InfluenceGraph(
      title: sample.title, sources: sample.sources, asserters: sample.asserters,
      entities: sample.entities, statements: statements)
  }

  private func report(_ name: String = "The Preacher", top: Int = 10) throws -> DiffReport {
    let old = try Sample.network(preacherName: name)
    let new = try InfluenceNetwork(LinkTable(Self.edited(name)))
    return DiffReport(
      try GraphDiff(from: old, to: new, measures: ["out-degree"]), oldName: "old.yaml",
      newName: "new.yaml", top: top)
  }

  /// The denial falls from B2 .675 to B3 .45: p from .219375 / .544375 = 40 % to .37125 / .69625 = 53 %.
  /// Above .5 the verdict on the attack is firm. The preacher has two arcs of five nodes and is first; before, four nodes had one each and shared
  /// places 1 to 4.
  @Test func `statements, links and ranks in words`() throws {
    let text = try report().text(TerminalStyle(columns: 200))
    for line in [
      "Changes from old.yaml to new.yaml", "projection influence, policy throughline-1, seed 1",
      "  The Preacher inspired The Doer: s9 Paper, B2, paper ¶9",
      "  The Group directed The Other Attack: s8 Paper, B2, paper ¶8 (denies)",
      "    credibility: 2 -> 3", "    note: doubted, which was not given",
      "  The Group directed The Attack: unlikely, disputed (40 %) -> roughly even chance, disputed "
        + "(53 %)",
      "  The Preacher inspired The Doer: new, likely (68 %)",
      "  The Group directed The Other Attack: gone, was denied", "    The Preacher: 2.5 -> 1",
      "  The Attack (2 December 2015): directed by The Group (unlikely, tentative, disputed) -> directed by "
        + "The Group (roughly even chance, disputed)",
      "    The Doer: 2.5 -> 3",
    ] {
      #expect(text.split(separator: "\n").contains { $0 == line }, "\(line)")
    }
  }

  @Test func `ranks are told of the first places only`() throws {
    // Among the first one is only the preacher: all others are or were at 2.5 or later.
    let text = try report(top: 1).text(TerminalStyle(columns: 200))
    #expect(text.contains("who moved among the first 1"))
    #expect(text.contains("The Preacher: 2.5 -> 1"))
    #expect(!text.contains("The Doer: 2.5"))
  }

  @Test func `no difference is a plain sentence, other ids or not`() throws {
    let old = try Sample.network()
    let same = DiffReport(try GraphDiff(from: old, to: old), oldName: "a", newName: "b")
    #expect(same.text().contains("No difference: the two graphs say the same.\n"))
    #expect(same.markdown().contains("No difference: the two graphs say the same."))
    let renamed = old.evidence.replacing(
      statements: old.evidence.statements.map { statement in
        var other = statement
        other.id = "x" + statement.id
        return other
      })
    let diff = try GraphDiff(from: old, to: InfluenceNetwork(LinkTable(renamed)))
    #expect(diff.renumbered.count == 8)
    let report = DiffReport(diff, oldName: "a", newName: "b")
    #expect(report.text().contains("Only ids differ: 8 statements have others."))
    #expect(report.json(pretty: false).contains("\"different\":false"))
  }

  @Test func `the keys of the JSON keep their order`() throws {
    let json = try report().json()
    let keys = [
      "old", "new", "policy", "projection", "seed", "different", "statements", "added", "id",
      "sentence", "removed", "changed", "oldId", "fields", "name", "renumbered", "entries",
      "links", "link", "change", "probability", "status", "phrase", "verdicts", "attack", "name",
      "change", "old",
      "verdict", "tentative", "principal", "phrase", "disputed", "new", "ranks", "measure", "id",
      "name", "old", "new",
    ]
    var place = json.startIndex
    for key in keys {
      let found = json.range(of: "\"\(key)\":", range: place..<json.endIndex)
      place = try #require(found, "\(key)").upperBound
    }
    let value = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let links = try #require(value["links"] as? [[String: Any]])
    #expect(links.map { $0["change"] as? String } == ["changed", "removed", "added"])
    #expect(links[1]["new"] is NSNull && links[2]["old"] is NSNull)
    #expect(value["different"] as? Bool == true)
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
    #expect(report.markdown().split(separator: "\n").count { $0.hasPrefix("#") } == 7)
    let elements = try #require(XMLTree.elements(of: report.page().html()))
    #expect(!elements.contains { $0.name == "script" })
  }
}
