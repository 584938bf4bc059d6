import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct TracerTests {
  @Test("the prototype's cases", arguments: CaseFile.of("connection"))
  func prototype(_ row: CaseFile.Case) throws {
    let table = LinkTable(
      try CaseFile.shared.graph(row.input), policy: row.input.policy ?? .standard)
    let (from, to) = (try need(row.input.from), try need(row.input.to))
    let trace = Tracer(try InfluenceNetwork(table)).chains(from: from, to: to)
    try expectNear(trace.connection.probability, row.expect.connection)
    #expect(trace.connection.method == .exact)
    // The prototype lists chains by probability alone; those through a group come last here.
    let wanted = try need(row.expect.chains)
    let found = trace.chains.sorted(by: Chain.ranksBefore)
    #expect(found.map(\.nodes) == wanted.map(\.nodes))
    for (chain, expected) in zip(found, wanted) {
      try expectNear(chain.probability, expected.probability)
      try expectNear(chain.product, expected.product)
    }
    let apart = try InfluenceNetwork(table, dependence: .independent)
    let independent = Tracer(apart).chains(from: from, to: to)
    try expectNear(independent.connection.probability, row.expect.independent)
  }
}
