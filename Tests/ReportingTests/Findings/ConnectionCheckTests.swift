import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct ConnectionCheckTests {
  private func report(from: String, to: String) throws -> TraceReport {
    let network = try Sample.network()
    let tracer = Tracer(network)
    return TraceReport(
      tracer.chains(from: from, to: to), context: FindingContext(network, seed: 0),
      check: ConnectionCheck(tracer, from: from, to: to))
  }

  /// The chain is s1 (Paper), s2 (indictment), s3 (Paper): each statement alone carries it, and so do
  /// the one paper that prints all three, and each of the two voices.
  @Test func whatItHangsOnIsToldByStatementSourceAndVoice() throws {
    let text = try report(from: "preacher", to: "attack").text(TerminalStyle(columns: 200))
    #expect(text.contains("Without 1 statement, in 3 ways, no chain of 23 % is left:"))
    #expect(text.contains("Without 1 source, no chain of 23 % is left:\n    paper (A paper)"))
    #expect(
      text.contains(
        "Without 1 voice, in 2 ways, no chain of 23 % is left:\n    Paper\n    indictment")
        || text.contains(
          "Without 1 voice, in 2 ways, no chain of 23 % is left:\n    indictment\n    Paper")
    )
  }

  /// Confirmed, s2 holds by 1 - (1 - .675)(1 - .95) = .98375, and Paper carries the rest with .675.
  @Test func whatToCheckNextIsToldWithBothOutcomes() throws {
    let report = try report(from: "preacher", to: "attack")
    let item = try #require(report.check?.check.statements.first { $0.id == "s2" })
    #expect(abs(item.confirmed - 0.98375 * 0.675) < 1e-12)
    #expect(item.struck == 0)
    let text = report.text(TerminalStyle(columns: 200))
    #expect(
      text.contains(
        "confirmed by one more voice, some chain holds with 66 %; struck out, with under 1 %"))
  }

  @Test func theJSONHasItOnlyWhereItWasAskedFor() throws {
    let asked = try report(from: "preacher", to: "attack").json()
    let value = try JSONSerialization.jsonObject(with: Data(asked.utf8)) as? [String: Any]
    let check = try #require(value?["check"] as? [String: Any])
    let cuts = try #require(check["cuts"] as? [[String: Any]])
    #expect(cuts.map { $0["unit"] as? String } == ["statement", "source", "origin"])
    #expect(cuts.map { $0["size"] as? Int } == [1, 1, 1])
    #expect(cuts.map { $0["count"] as? Int } == [3, 1, 2])
    let plain = Sample.trace(try Sample.network(), from: "preacher", to: "attack").json()
    #expect(plain.contains("\"check\": null"))
  }
}
