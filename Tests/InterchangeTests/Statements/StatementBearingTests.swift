import Evidence
import Testing

@testable import Interchange

@Suite struct StatementBearingTests {
  /// By hand from the definitions: a claim of responsibility, and what only the credited party or its
  /// spokesman says, is a claim.
  @Test(arguments: [
    ("s1", StatementBearing.link), ("s2", .denial), ("s3", .claim), ("s4", .claim),
    ("s5", .supposed), ("s6", .value), ("s7", .link), ("s8", .noEvidence), ("s9", .leftOpen),
    ("s10", .alternatives), ("s11", .link), ("s12", .claim), ("s13", .link), ("s14", .link),
  ])
  func eachStatementComesToWhatItIs(id: String, expected: StatementBearing) throws {
    let graph = try SmallEvidence.graph()
    let statement = try #require(graph.statement(id))
    #expect(StatementBearings(graph).bearing(of: statement) == expected)
  }

  /// By hand: a modality that pools is a link still; who is interested claims, whoever is credited.
  @Test(arguments: [
    ("s15", StatementBearing.link), ("s16", .link), ("s17", .link), ("s18", .claim),
    ("s19", .denial),
  ])
  func aHedgeIsALinkAndAnInterestAClaim(id: String, expected: StatementBearing) throws {
    let graph = try SmallEvidence.hedged()
    let statement = try #require(graph.statement(id))
    #expect(StatementBearings(graph).bearing(of: statement) == expected)
  }

  @Test func onlyWhatIsAffirmedHasNoPrefix() {
    let plain = StatementBearing.allCases.filter { $0.prefix.isEmpty }
    #expect(plain == [.link, .value])
    let prefixes = StatementBearing.allCases.map(\.prefix).filter { !$0.isEmpty }
    #expect(Set(prefixes).count == prefixes.count)
  }
}
