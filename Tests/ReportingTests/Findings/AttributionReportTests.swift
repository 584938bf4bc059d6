import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct AttributionReportTests {
  private func report(_ attacks: [String]? = nil) throws -> AttributionReport {
    AttributionReport(Attributor(try Sample.graph()), attacks: attacks, draws: 20)
  }

  /// One B2 says that the group directed the attack and one B2 denies it: .675 on both sides, so
  /// established (.675 - .675^2) / (1 - .675^2) = .403. That is under one half and over one fifth.
  @Test func theVerdictIsToldWithItsDoubts() throws {
    let text = try report(["attack"]).text()
    #expect(text.hasPrefix("The Attack (2 December 2015)\npolicy throughline-1, seed 0\n"))
    #expect(
      text.contains("By what the sources say, The Group directed it: unlikely. No part has an even")
    )
    #expect(text.contains("Sources dispute it."))
    #expect(text.contains("The Group: directed 40 %."))
    // .675 by one voice and .675 by another; the first carries two of three hops.
    #expect(text.contains("The Preacher: inspired 46 %."))
    #expect(text.contains("Paper: The Group directed The Attack (B2, paper \u{00B6}4, s4)"))
    #expect(
      text.contains("Paper: it is not so that The Group directed The Attack") == false,
      "the denial is the radio's")
    #expect(
      text.contains(
        "Radio: it is not so that The Group directed The Attack (B2, radio \u{00B6}5, s5)"))
    #expect(!text.contains("Claimed"))
  }

  @Test func aClaimIsToldApartAndAddsNothing() throws {
    let text = try report(["other"]).text()
    #expect(
      text.contains("Only interested voices say that a group or an ideologue had a part in it"))
    #expect(text.contains("Claimed\n  The Group took credit."))
    #expect(text.contains("it is not so that The Group directed The Other Attack"))
    #expect(!text.contains("What speaks for it"))
  }

  @Test func theTableHasARowForEachAttack() throws {
    let lines = try report().text().split(separator: "\n").map(String.init)
    let head = try #require(lines.first { $0.hasPrefix("Attack") })
    #expect(
      head.split(separator: " ").map(String.init)
        == ["Attack", "Verdict", "Chances", "Principal", "Claimed", "by"])
    #expect(
      lines.contains { $0.hasPrefix("The Attack") && $0.contains("directed, tentative") })
    #expect(
      lines.contains {
        $0.split(separator: " ").joined(separator: " ")
          == "The Other Attack claimed only - - The Group"
      })
    #expect(
      lines.contains { $0.hasPrefix("A verdict says what the statements of this graph come to") })
  }

  /// The order of keys is that of the command's contract; more may follow.
  @Test func keysOfTheJSON() throws {
    let json = try report().json()
    let keys = [
      "attacks", "id", "name", "date", "verdict", "tentative", "principal", "phrase", "degrees",
      "directed", "enabled", "inspired", "claims", "statementsFor", "statementsAgainst", "disputed",
    ]
    var place = json.startIndex
    for key in keys {
      let found = try #require(
        json.range(of: "\"\(key)\":", range: place..<json.endIndex), "\(key)")
      place = found.upperBound
    }
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let attacks = try #require(value["attacks"] as? [[String: Any]])
    #expect(attacks.map { $0["verdict"] as? String } == ["directed", "claimed only"])
    #expect(attacks[0]["tentative"] as? Bool == true)
    #expect(attacks[0]["disputed"] as? Bool == true)
    #expect(attacks[0]["principal"] as? String == "group")
    #expect(attacks[1]["principal"] is NSNull)
    let degrees = try #require(attacks[0]["degrees"] as? [String: Double])
    let both = 0.675 * 0.675
    #expect(abs((degrees["directed"] ?? 0) - (0.675 - both) / (1 - both)) < 1e-12)
    let claims = try #require(attacks[1]["claims"] as? [[String: Any]])
    #expect(claims.map { $0["by"] as? String } == ["group"])
    #expect(claims[0]["lagDays"] is NSNull)
  }

  @Test(arguments: Sample.hostileNames)
  func nothingFromDataSteersATerminal(name: String) throws {
    let graph = try Sample.graph(preacherName: name)
    let attributor = Attributor(graph)
    for attacks in [nil, ["attack"]] {
      let report = AttributionReport(attributor, attacks: attacks, draws: 3)
      #expect(
        report.text().unicodeScalars.allSatisfy {
          $0 == "\n" || $0.properties.generalCategory != .control && $0 != "\u{202E}"
        })
      #expect(!report.page().html().contains("<script>alert"))
    }
  }

  @Test(arguments: [
    (0...0, "the same day"), (1...1, "1 day after"), (2...2, "2 days after"),
    (0...2, "0 to 2 days after"), (0...1, "0 to 1 day after"),
  ])
  func lagsAreToldInDays(lag: ClosedRange<Int>, words: String) {
    #expect(Words.standard.lag(lag).plain == words)
  }
}
