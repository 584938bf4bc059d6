import Evidence
import Testing

@testable import Interchange

@Suite struct FollowTheMoneyEvidenceTests {
  private func lines(_ graph: InfluenceGraph) throws -> [String: String] {
    var lines: [String: String] = [:]
    for line in try SmallEvidence.text(graph, .ftm).split(separator: "\n") {
      let id = line.dropFirst("{\"id\":\"".count).prefix { $0 != "\"" }
      lines[String(id)] = String(line)
    }
    return lines
  }

  @Test(arguments: ["florentine-families", "isis-inspired-attacks"])
  func aGraphComesBackEqual(name: String) throws {
    let graph = try SmallEvidence.bundled(name)
    for format in [GraphFormat.ftm, .ftmStatements] {
      let bytes = try SmallEvidence.bytes(graph, format)
      let back = try SmallEvidence.graph(of: bytes, nil)
      #expect(back == graph)
      #expect(try SmallEvidence.bytes(back, format) == bytes)
    }
  }

  @Test func theOrderOfTheLinesDoesNotMatter() throws {
    let graph = try SmallEvidence.graph()
    let lines = try SmallEvidence.text(graph, .ftm).split(separator: "\n")
    let back = try SmallEvidence.graph(
      of: Array((lines.reversed().joined(separator: "\n")).utf8), .ftm)
    #expect(back == graph)
  }

  /// By hand from the mapping: schema, and whether it is a link.
  @Test(arguments: [
    ("alpha", "Person"), ("league", "Organization"), ("blast", "Event"), ("town", "Address"),
    ("source-echo", "Article"), ("statement-s1", "Membership"), ("statement-s2", "Note"),
    ("statement-s3", "Note"), ("statement-s4", "Note"), ("statement-s5", "Note"),
    ("statement-s6", "Note"), ("statement-s7", "UnknownLink"), ("statement-s8", "Note"),
    ("statement-s9", "Note"), ("statement-s10", "Note"), ("statement-s11", "Membership"),
    ("statement-s12", "Note"), ("statement-s13", "UnknownLink"), ("statement-s14", "Family"),
  ])
  func onlyWhatIsAffirmedIsALink(id: String, schema: String) throws {
    let line = try #require(try lines(SmallEvidence.graph())[id])
    #expect(line.contains("\"schema\":\"\(schema)\""))
    #expect(!line.contains("\"topics\""))
  }

  @Test func linksTellTheirSourceAndDates() throws {
    let lines = try lines(SmallEvidence.graph())
    let member = try #require(lines["statement-s1"])
    for part in [
      "\"member\":[\"alpha\"]", "\"organization\":[\"league\"]", "\"role\":[\"member of\"]",
      "\"startDate\":[\"2014\"]", "\"endDate\":[\"2015-06\"]", "\"proof\":[\"source-echo\"]",
      "\"publisher\":[\"Daily Echo\"]", "\"sourceUrl\":[\"https://example.org/a?b=1&c=2\"]",
      "\"recordId\":[\"s1\"]", "\"datasets\":[\"echo\"]",
    ] { #expect(member.contains(part), "\(part)") }
    #expect(try #require(lines["statement-s7"]).contains("\"date\":[\"2015-06-26\"]"))
    let denial = try #require(lines["statement-s2"])
    #expect(denial.contains("\"entity\":[\"alpha\",\"bravo\"]"))
    #expect(denial.contains("Daily Echo denies that"))
  }

  /// The label of a link is often all that a user sees.
  @Test func linksTellTheirHedge() throws {
    let lines = try lines(SmallEvidence.hedged())
    for (id, words) in [
      ("s15", "inspired (suspected)"), ("s16", "inspired (opinion)"),
      ("s17", "contacted (reported)"),
    ] {
      let line = try #require(lines["statement-" + id])
      #expect(line.contains("\"schema\":\"UnknownLink\""))
      #expect(line.contains("\"role\":[\"\(words)\"]"))
    }
    #expect(try #require(lines["statement-s18"]).contains("\"schema\":\"Note\""))
  }

  @Test func whatIsNoLinkIsSaid() throws {
    #expect(
      GraphWriter(.ftm).losses(try SmallEvidence.graph()) == [
        "FollowTheMoney takes every link for a fact: 8 statements that deny, claim, suppose, judge or "
          + "leave open are notes about the entities, not links",
        "1 statements of a value are notes about the entities, not properties",
      ])
  }

  @Test func aDamagedMarkIsRefused() throws {
    let text = try SmallEvidence.text(try SmallEvidence.graph(), .ftm)
    let damaged = text.split(separator: "\n").map { line in
      line.hasPrefix("{\"id\":\"bravo\"")
        ? line.split(separator: "\\\"node\\\",").joined(separator: "\\\"node\\\",,") : String(line)
    }.joined(separator: "\n")
    #expect(damaged != text)
    #expect(Text.fault(damaged, .ftm)?.contains("a mark of Throughline is damaged") == true)
  }
}

@Suite struct FollowTheMoneyDateTests {
  /// By hand from the rule: what holds for every day that is possible, and a part less in doubt.
  @Test(
    arguments: [
      ("2015-06-26", "2015-06-26"), ("2015-06", "2015-06"), ("2015", "2015"), ("2015-12~", "2015"),
      ("2015-06-26?", "2015-06"), ("2015~", nil), ("199X", nil), ("2015-XX", "2015"),
      ("[2009,2010]", nil), ("2014/2015", nil), ("-0044-03-15", nil), ("2015-21", "2015"),
    ] as [(String, String?)])
  func aDateIsCutToWhatHolds(text: String, expected: String?) throws {
    #expect(FollowTheMoneyDate.point(try EDTF(text)) == expected)
  }

  /// By hand.
  @Test func aTimeHasTwoEnds() throws {
    let time = try EDTF("2014/2015-06-26")
    #expect(FollowTheMoneyDate.start(time) == "2014")
    #expect(FollowTheMoneyDate.end(time) == "2015-06-26")
    #expect(FollowTheMoneyDate.start(try EDTF("../2015")) == nil)
    #expect(FollowTheMoneyDate.end(try EDTF("2014/")) == nil)
    #expect(FollowTheMoneyDate.start(try EDTF("2014-06")) == nil)
  }

  @Test(arguments: [
    ("2015", true), ("2015-06", true), ("2015-06-31", false), ("0000", false), ("15", false),
    ("2015-6", false), ("2015-06-26T10:00", false), ("", false), ("2015-", false),
  ])
  func datesAreTold(text: String, expected: Bool) {
    #expect(FollowTheMoneyDate.isDate(text) == expected)
  }
}
