import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

/// What the section of an attack says of its verdict, and on what it rests.
@Suite struct ReportVerdictTests {
  /// The section of an attack in a report on the entities of the sample, one more group and an entry for both
  /// attacks.
  private func section(_ statements: [Statement], of attack: String = "The Attack") throws -> String
  {
    let sample = try Sample.graph()
    var both = Entity(id: "both", kind: "attack", name: "Both Attacks")
    both.collective = Entity.Collective(members: ["attack", "other"])
    let graph = InfluenceGraph(
      title: "Verdicts", sources: sample.sources, asserters: sample.asserters,
      entities: sample.entities + [Entity(id: "rival", kind: "group", name: "The Rival"), both],
      statements: statements)
    var options = Report.Options()
    options.samples = 10
    options.draws = 2
    let report = try Report(
      InfluenceNetwork(LinkTable(graph)),
      edition: .init(version: "1.2.3", date: "2026-11-30", seed: 9), options: options)
    let text = report.markdown().replacingOccurrences(of: "\u{A0}", with: " ")
    let start = try #require(text.range(of: "</a>\(attack)", options: .backwards))
    let rest = text[start.upperBound...]
    return String(rest[..<(rest.range(of: "\n### ")?.lowerBound ?? rest.endIndex)])
  }

  @Test func aPledgeIsSaidToBeOne() throws {
    let told = try section([
      Sample.statement("s1", "doer", "pledged-allegiance", "group"),
      Sample.statement("s2", "doer", "perpetrated", "attack", paragraph: 2),
    ])
    #expect(told.contains("**The Group inspired it**"))
    #expect(
      told.contains(
        "What counts as having inspired it is that The Group *received a pledge of allegiance "
          + "from* The Doer. A pledge tells whom somebody followed"))
  }

  @Test func theWordOfTheVerdictNeedsNoGround() throws {
    let told = try section([Sample.statement("s1", "group", "directed", "attack")])
    #expect(told.contains("**The Group directed it**"))
    #expect(!told.contains("What counts as"))
  }

  @Test func whoHadTheSameChanceIsNamed() throws {
    let doubtful = [("s1", "group"), ("s2", "rival")].map {
      Sample.statement($0, $1, "inspired", "attack", credibility: .possible, paragraph: 2)
    }
    let told = try section(doubtful)
    #expect(told.contains("**The Group is the likeliest to have inspired it**"))
    #expect(told.contains("With the same chance it may have been The Rival:"))
    #expect(told.contains("this is the likeliest, taken tentatively"))
    #expect(told.contains("and the verdict would be: inspired, tentative, by The Rival."))
  }

  @Test func aChainToSeveralAttacksSaysSo() throws {
    let told = try section([Sample.statement("s1", "group", "directed", "both")])
    #expect(told.contains("**The Group directed it**"))
    #expect(told.contains("**The Group → Both Attacks**"))
    #expect(told.contains("Both Attacks stands for several attacks, this one among them."))
  }

  @Test func denialsAreToldByWhatTheyDeny() throws {
    let told = try section([
      Sample.statement("s1", "group", "inspired", "attack", credibility: .confirmed),
      Sample.statement(
        "s2", "group", "inspired", "attack", stance: .denies, credibility: .doubtful,
        source: "radio"),
      Sample.statement("s3", "group", "directed", "attack", stance: .denies, source: "radio"),
    ])
    #expect(told.contains("1 speaks against it, and 1 against another part"))
    let against = try #require(told.range(of: "#### What speaks against this verdict"))
    let denied = try #require(told.range(of: "#### What speaks against other parts"))
    let verdict = String(told[against.upperBound..<denied.lowerBound])
    #expect(verdict.contains("\\[s2\\]") && !verdict.contains("\\[s3\\]"))
    #expect(told[denied.upperBound...].contains("\\[s3\\]"))
  }

  @Test func aLinkIsToldOnce() throws {
    let told = try section([
      Sample.statement("s1", "group", "inspired", "doer"),
      Sample.statement("s2", "rival", "inspired", "doer"),
      Sample.statement("s3", "doer", "perpetrated", "attack"),
    ])
    #expect(told.contains("The Doer *carried out* The Attack: likely (68 %)"))
    #expect(told.contains("Told above."))
    let links = told.components(separatedBy: "\n").filter { $0.contains("*carried out*") }
    #expect(links.count == 2)
    #expect(links.count { $0.contains("Said by Paper") } == 1)
  }

  @Test func whatTheCoderNotedStandsBesideTheLink() throws {
    var statement = Sample.statement("s1", "group", "directed", "attack")
    statement.note = "the paper names the country only"
    let told = try section([statement])
    let link = try #require(
      told.components(separatedBy: "\n").first { $0.hasPrefix("1. The Group *directed*") })
    #expect(link.contains("coder’s note: the paper names the country only"))
  }

  @Test func longIdsAreNumbered() throws {
    let told = try section([
      Sample.statement(String(repeating: "f", count: 40), "group", "directed", "attack")
    ])
    #expect(told.contains("**The Group directed it**: likely (68 %).[\\[1\\]](#statement-ffff"))
  }
}
