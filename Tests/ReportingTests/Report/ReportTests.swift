import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct ReportTests {
  private func report(_ name: String = "The Preacher") throws -> Report {
    try Report(
      try Sample.network(preacherName: name),
      edition: .init(version: "1.2.3", date: "2026-11-21", seed: 9))
  }

  @Test(arguments: Sample.hostileNames)
  func htmlIsWellFormedWhateverTheNames(name: String) throws {
    let elements = try #require(XMLTree.elements(of: try report(name).html()))
    #expect(!elements.contains { $0.name == "script" || $0.name == "img" })
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let anchors = elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
    #expect(anchors.allSatisfy { ids.contains(String($0.dropFirst())) })
  }

  @Test func everyStatementHasAnEntryThatLeadsToItsSource() throws {
    let elements = try #require(XMLTree.elements(of: try report().html()))
    let ids = Set(elements.compactMap { $0.attributes["id"] })
    for number in 1...8 { #expect(ids.contains("statement-s\(number)")) }
    let targets = Set(elements.compactMap { $0.attributes["href"] })
    #expect(targets.isSuperset(of: ["#source-paper", "#source-radio", "#statement-s2"]))
    #expect(targets.contains("https://example.org/a?b=1&c=2"))
  }

  @Test func attacksAreSortedIntoReachedAndNot() throws {
    let report = try report()
    #expect(report.reached.map(\.attack) == ["attack"])
    #expect(report.unreached.map(\.attack) == ["other"])
    let reasons = Set(report.unreached.flatMap(\.refusals).map(\.reason))
    #expect(reasons == [.claimedOnly, .denied, .noInfluence])
  }

  @Test func markdownHoldsTheSameSections() throws {
    let markdown = try report().markdown()
    let sections = [
      "Summary", "The network", "Chains to attacks", "Attacks that no chain leads to",
      "Who stands where", "What the sources contradict", "Sources", "Method", "Statements",
    ]
    #expect(sections.allSatisfy { markdown.contains("\n## \($0)\n") })
    #expect(markdown.contains("Throughline 1.2.3, 2026-11-21"))
    #expect(!markdown.contains("<svg"))
  }

  @Test func theSameEvidenceMakesTheSameReport() throws {
    #expect(try report().html() == report().html())
    #expect(try report().json() == report().json())
  }

  @Test func jsonIsReadable() throws {
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(try report().json().utf8)) as? [String: Any])
    #expect((object["attacks"] as? [Any])?.count == 2)
    #expect((object["statements"] as? [Any])?.count == 8)
    #expect(object["version"] as? String == "1.2.3")
  }
}
