import Evidence
import Foundation
import GraphCore
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct CentralityReportTests {
  private func report(top: Int? = nil) throws -> CentralityReport {
    let network = try Sample.network()
    return CentralityReport(
      try MeasureTable(network, measures: ["out-degree", "eigenvector"]),
      setting: .init(
        projection: "influence", nodes: network.nodes.count, edges: network.hops.count,
        isDirected: true, seed: 3),
      top: top)
  }

  @Test func keysOfTheJSON() throws {
    let json = try report().json()
    let keys = [
      "projection", "nodes", "edges", "directed", "seed", "samples", "measures", "name",
      "normalization", "converged", "scores", "id", "name", "kind", "score", "rank",
    ]
    var place = json.startIndex
    for key in keys {
      let found = json.range(of: "\"\(key)\":", range: place..<json.endIndex)
      place = try #require(found, "\(key)").upperBound
    }
    #expect(!json.contains("\"low\""))
    #expect(!json.lowercased().contains("nan"))
  }

  @Test func intervalsOnlyWithSamples() throws {
    let network = try Sample.network()
    let table = try MeasureTable(network, measures: ["out-degree"], samples: 50, seed: 1)
    let json = CentralityReport(
      table,
      setting: .init(
        projection: "influence", nodes: 5, edges: 4, isDirected: true, seed: 1, samples: 50)
    ).json()
    var place = json.startIndex
    for key in ["rank", "low", "high", "rankLow", "rankHigh"] {
      let found = json.range(of: "\"\(key)\":", range: place..<json.endIndex)
      place = try #require(found, "\(key)").upperBound
    }
  }

  @Test func csvHasOneRowAScore() throws {
    let rows = try report(top: 2).csv().components(separatedBy: "\r\n")
    #expect(
      rows.first == "measure,normalization,rank,id,name,kind,score")
    #expect(rows.count { $0.hasPrefix("out-degree,") } == 2)
    #expect(rows.last?.isEmpty == true)
  }

  @Test func undefinedMeasuresSayWhy() throws {
    let text = try report().text()
    #expect(text.contains("Undefined: "))
    #expect(try report().markdown().contains("Undefined: "))
  }

  /// Four significant places by hand.
  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (0.123456, "0.1235"), (12.3456, "12.35"), (0.00123456, "0.001235"),
    (1234.56, "1235"), (-2.5, "-2.5"),
  ])
  func scoresAreShort(number: Double, expected: String) {
    #expect(CentralityReport.text(number) == expected)
  }

  @Test func undefinedScoresAreDashes() {
    #expect(CentralityReport.text(Double?.none) == "-")
    #expect(CentralityReport.text(.infinity) == "-")
    #expect(CentralityReport.rank(2.5) == "2.5")
    #expect(CentralityReport.rank(2) == "2")
  }

  @Test func columnsLineUp() throws {
    let network = try Sample.network()
    let table = try MeasureTable(network, measures: ["out-degree"], samples: 50, seed: 1)
    let report = CentralityReport(
      table,
      setting: .init(
        projection: "influence", nodes: 5, edges: 4, isDirected: true, seed: 1, samples: 50))
    for style in [TerminalStyle(columns: 160), TerminalStyle(columns: 160, drawsBoxes: true)] {
      let lines = report.text(style).split(separator: "\n")
      let head = try #require(lines.firstIndex { $0.hasPrefix("rank") })
      let kind = try #require(lines[head].range(of: "kind"))
      let column = lines[head].distance(from: lines[head].startIndex, to: kind.lowerBound)
      let rows = lines[(head + 1)...]
      #expect(rows.count == network.nodes.count)
      for row in rows {
        let start = row.index(row.startIndex, offsetBy: column)
        #expect(row[row.index(before: start)] == " ")
        #expect(Vocabulary.standard.kind(String(row[start...])) != nil, "\(row)")
      }
    }
  }
}
