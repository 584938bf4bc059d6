import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct PoolingTests {
  @Test("the prototype's cases", arguments: CaseFile.of("pool"))
  func prototype(_ row: CaseFile.Case) throws {
    let table = LinkTable(
      try CaseFile.shared.graph(row.input), policy: row.input.policy ?? .standard)
    #expect(table.links.count == 1)
    let link = try need(table.links.first)
    let expected = row.expect
    try expectNear(link.pooled.support, expected.support, "support")
    try expectNear(link.pooled.opposition, expected.opposition, "opposition")
    try expectNear(link.pooled.probability, expected.probability, "probability")
    try expectNear(link.pooled.refuted, expected.refuted, "refuted")
    try expectNear(link.pooled.unknown, expected.unknown, "unknown")
    try expectNear(link.pooled.echo, expected.echo, "echo")
    #expect(link.pooled.status.rawValue == expected.status)
    #expect(link.phrase == expected.phrase)
  }
}
