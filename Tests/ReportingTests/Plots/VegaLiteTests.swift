import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct VegaLiteTests {
  private func parsed(_ text: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func rows(_ specification: [String: Any], view: Int = 0) throws -> [[String: Any]] {
    let views = try #require(specification["vconcat"] as? [[String: Any]])
    let data = try #require(views[view]["data"] as? [String: Any])
    return try #require(data["values"] as? [[String: Any]])
  }

  @Test func everyScoreIsARow() throws {
    let network = try Sample.network()
    let report = CentralityReport(
      try MeasureTable(network, measures: ["out-degree", "eigenvector"], samples: 20, seed: 1),
      setting: .init(
        projection: "influence", nodes: network.nodes.count, edges: network.hops.count,
        isDirected: true, seed: 1, samples: 20))
    let plot = try parsed(report.vegaLite())
    // Eigenvector scores are undefined here, so that there is one part.
    #expect((plot["vconcat"] as? [Any])?.count == 1)
    let rows = try rows(plot)
    #expect(rows.count == network.nodes.count)
    for row in rows {
      let (low, high) = (row["low"] as? Double ?? 2, row["high"] as? Double ?? -2)
      #expect(low <= high)
    }
  }

  @Test func everyLinkOfAChainIsARow() throws {
    let report = Sample.trace(try Sample.network(), from: "preacher", to: "attack")
    let rows = try rows(try parsed(report.vegaLite()))
    #expect(rows.map { $0["degree"] as? String } == ["carries", "inspires", "carries"])
    #expect(rows.count { $0["weakest"] as? String == "weakest link" } == 1)
    let lines = report.csv().components(separatedBy: "\r\n")
    #expect(lines.count == 1 + 3 + 1)
    #expect(lines[2].contains("sermons,Sermons,inspired,doer,The Doer,inspires,supported,"))
  }

  /// A name may hold what a plot would compute; it stands in the data and nowhere else.
  @Test(arguments: Sample.hostileNames)
  func namesStandInTheDataOnly(name: String) throws {
    let network = try Sample.network(preacherName: name)
    let report = ReachReport(
      of: "doer", .influencers, reached: Tracer(network).influencers(of: "doer"),
      context: FindingContext(network, seed: 1))
    let plot = try parsed(report.vegaLite())
    #expect(try rows(plot).contains { $0["id"] as? String == "preacher" })
    let expressions = try JSONSerialization.data(withJSONObject: plot["config"] ?? [:])
    #expect(!String(decoding: expressions, as: UTF8.self).contains("datum"))
    let row = try #require(report.csv().components(separatedBy: "\r\n").dropFirst().first)
    #expect(row.hasPrefix("1,"))
  }

  @Test func equalNamesAreToldApart() {
    let labels = VegaLite.labels([("a", "Smith"), ("b", "Smith"), ("c", "Jones")])
    #expect(labels == ["Smith (a)", "Smith (b)", "Jones"])
  }

  @Test func everyDatedEventIsARow() throws {
    let report = try SampleTimeline.report()
    let rows = try rows(try parsed(report.vegaLite()))
    #expect(rows.count == report.chronology.events.count)
    #expect(rows.allSatisfy { ($0["first"] as? String ?? "z") <= ($0["last"] as? String ?? "") })
    let lines = report.csv().components(separatedBy: "\r\n")
    #expect(lines.count { $0.contains(",event") } == report.chronology.events.count)
  }
}
