import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct AttributorTests {
  @Test("the prototype's cases", arguments: AttributionCases.of("attribution"))
  func prototype(_ row: AttributionCases.Case) throws {
    let attack = try need(row.question.attack)
    let found = try need(try row.attributor.attribution(of: attack))
    #expect(found.verdict.rawValue == row.answer.verdict)
    #expect(found.isTentative == row.answer.tentative)
    #expect(found.principal?.id == row.answer.principal)
    let degrees = try need(row.answer.degrees)
    try expectNear(found.degrees.directed, degrees.directed)
    try expectNear(found.degrees.enabled, degrees.enabled)
    try expectNear(found.degrees.inspired, degrees.inspired)
    #expect(found.isDisputed == row.answer.disputed)
    #expect(found.disputedLinks.map(\.description) == row.answer.disputed_links)
    let claims = found.claims.flatMap { claim in
      claim.contents.contains(.tookCredit) ? ["\(claim.by) claimed \(attack)"] : []
    }
    #expect(claims == row.answer.claims)
  }
}
