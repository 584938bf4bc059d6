import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct WorldSpaceTests {
  @Test("the prototype's joint cases", arguments: CaseFile.of("joint"))
  func prototype(_ row: CaseFile.Case) throws {
    let table = LinkTable(
      try CaseFile.shared.graph(row.input), policy: row.input.policy ?? .standard)
    let space = WorldSpace(
      table.links.map { Presence($0, policy: table.policy, dependence: .origins) })
    let both = space.probability(.exact) { $0.reduce(.max, &) }
    let any = space.probability(.exact) { $0.reduce(0, |) }
    try expectNear(both, row.expect.both)
    try expectNear(any, row.expect.any)
    let marginals = try need(row.expect.marginals)
    #expect(marginals.count == table.links.count)
    for (number, link) in table.links.enumerated() {
      let wanted = try need(marginals[link.key.description])
      try expectNear(space.probability(.exact) { $0[number] }, wanted)
      try expectNear(link.pooled.probability, wanted)
    }
  }
}
