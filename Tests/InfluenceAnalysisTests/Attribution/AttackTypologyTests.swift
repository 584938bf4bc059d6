import InfluenceAnalysis
import Testing

@Suite struct AttackTypologyTests {
  @Test("six ties fold to three rungs as the literature has them, three classes one to one")
  func fold() {
    #expect(
      OrganisationalTie.allCases.map(\.rung)
        == [.directed, .directed, .enabled, .directed, .enabled, .inspired])
    #expect(Rung.allCases.flatMap(\.ties).count == OrganisationalTie.allCases.count)
    for rung in Rung.allCases {
      #expect(ServiceClass(rung).rung == rung)
      #expect(Verdict(rung).rung == rung)
    }
    #expect(Verdict.claimedOnly.rung == nil && Verdict.noKnownLink.rung == nil)
    #expect(Rung.allCases.sorted() == [.directed, .enabled, .inspired])
  }
}
