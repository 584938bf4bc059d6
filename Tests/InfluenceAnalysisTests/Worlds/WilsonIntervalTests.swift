import InfluenceAnalysis
import Testing

@Suite struct WilsonIntervalTests {
  @Test("the prototype's cases", arguments: CaseFile.of("wilson"))
  func prototype(_ row: CaseFile.Case) throws {
    let interval = WilsonInterval(
      hits: try need(row.input.hits), trials: try need(row.input.n))
    try expectNear(interval.low, row.expect.low)
    try expectNear(interval.high, row.expect.high)
  }
}
