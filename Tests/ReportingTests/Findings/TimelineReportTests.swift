import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

/// A call on 1 January 2015 and attacks 2, 12 and 40 days later, one of them known by its month only.
enum SampleTimeline {
  static func graph(callName: String = "The Call") throws -> InfluenceGraph {
    InfluenceGraph(
      title: "Sample",
      sources: [Source(id: "paper", title: "A paper", publisher: "Paper", reliability: .b)],
      entities: [
        Entity(id: "call", kind: "publication", name: callName, date: try EDTF("2015-01-01")),
        Entity(id: "a1", kind: "attack", name: "First", date: try EDTF("2015-01-03")),
        Entity(id: "a2", kind: "attack", name: "Second", date: try EDTF("2015-01")),
        Entity(id: "a3", kind: "attack", name: "Third", date: try EDTF("2015-02-10")),
        Entity(id: "loss", kind: "event", name: "The Loss", date: try EDTF("2014-22")),
        Entity(id: "undated", kind: "attack", name: "Some Day"),
        Entity(
          id: "all", kind: "attack", name: "Attacks in the West", collective: Entity.Collective()),
      ],
      statements: [Sample.statement("s1", "call", "called-for", "all")])
  }

  static func report(
    _ windows: [Int] = [30], isComplete: Bool = false, callName: String = "The Call"
  ) throws -> TimelineReport {
    TimelineReport(
      LinkTable(try graph(callName: callName)), windows: windows, isComplete: isComplete)
  }
}

@Suite struct TimelineReportTests {
  @Test func eventsComeInOrder() throws {
    let lines = try SampleTimeline.report().text().split(separator: "\n").map(String.init)
    let rows = lines.filter { $0.hasPrefix("  ") }.prefix(5).map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(
      rows == [
        "summer 2014 event The Loss", "1 January 2015 publication The Call (a call)",
        "January 2015 attack Second", "3 January 2015 attack First",
        "10 February 2015 attack Third",
      ])
    #expect(lines.contains("Without a date: Attacks in the West; Some Day."))
  }

  @Test func whatFollowedACallIsCountedInDays() throws {
    let text = try SampleTimeline.report().text()
    #expect(text.contains("1 January 2015: The Call\n"))
    #expect(text.contains("    First, 2 days after\n"))
    // The month may begin with the call's own day and ends 30 days after it.
    #expect(text.contains("    Second, 0 to 30 days after (its date leaves that open)\n"))
    #expect(!text.contains("Third, 40"))
    #expect(try SampleTimeline.report([45]).text().contains("    Third, 40 days after\n"))
  }

  @Test func noPValueIsGivenWithoutACompleteList() throws {
    let report = try SampleTimeline.report()
    #expect(report.association?.p == nil)
    let text = report.text()
    #expect(text.contains("No p-value is given, since:"))
    #expect(text.contains("the list of attacks is not declared complete for the span"))
    #expect(text.contains("association, not evidence of direction."))
    #expect(report.association?.refusals.contains(.frame) == true)
    let complete = try SampleTimeline.report(isComplete: true)
    #expect(complete.association?.refusals.contains(.frame) == false)
  }

  @Test func theJSONHoldsWhatTheTextSays() throws {
    let json = try SampleTimeline.report().json()
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let events = try #require(value["events"] as? [[String: Any]])
    #expect(events.map { $0["id"] as? String } == ["loss", "call", "a2", "a1", "a3"])
    #expect(events[0]["first"] as? String == "2014-06-01")
    #expect(events[0]["last"] as? String == "2014-09-23")
    let calls = try #require(value["calls"] as? [[String: Any]])
    let followers = try #require(calls.first?["followers"] as? [[String: Any]])
    #expect(followers.map { $0["attack"] as? String } == ["a2", "a1"])
    #expect(followers.map { $0["lag"] as? [Int] } == [[0, 30], [2, 2]])
    let association = try #require(value["association"] as? [String: Any])
    #expect(association["p"] is NSNull)
    #expect(association["first"] as? String == "2015-01-01")
    #expect(association["last"] as? String == "2015-02-10")
  }

  @Test(arguments: [(0.0123, "0.012"), (0.0004, "under 0.001"), (0.25, "0.25")])
  func pValuesAreNeverZero(p: Double, text: String) {
    #expect(TimelineReport.pText(p) == text)
  }

  @Test(arguments: Sample.hostileNames)
  func nothingFromDataSteersATerminal(name: String) throws {
    let report = try SampleTimeline.report(callName: name)
    #expect(
      report.text().unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control && $0 != "\u{202E}"
      })
  }
}
