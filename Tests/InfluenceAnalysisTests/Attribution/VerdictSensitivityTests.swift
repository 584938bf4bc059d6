import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct VerdictSensitivityTests {
  private func articles() throws -> Attributor {
    let row = try need(AttributionCases.of("attribution").first { $0.id == "attribution-brussels" })
    return try row.attributor
  }

  @Test("of the five articles only Sousse hangs on the numbers of the policy")
  func onlySousse() throws {
    let attributor = try articles()
    let found = attributor.sensitivity(draws: 40, seed: 1)
    #expect(found.filter(\.isSensitive).map(\.attack) == ["sousse"])
    let sousse = try need(attributor.sensitivity(seed: 1, attacks: ["sousse"]).first)
    // The prototype saw 58 of 200; two such counts differ by less than four standard deviations.
    #expect(abs(sousse.changed - 58) < 37)
    #expect(sousse.counts.map(\.draws).reduce(0, +) == 200)
    #expect(sousse.counts.first { $0.verdict == .directed }?.draws == 200 - sousse.changed)
  }

  @Test("without a spread nothing moves, and a seed repeats its draws")
  func fixed() throws {
    let attributor = try articles()
    for row in attributor.sensitivity(draws: 3, spread: 0) {
      #expect(row.changed == 0 && row.firmnessChanged == 0)
    }
    let once = attributor.sensitivity(draws: 10, seed: 4, attacks: ["sousse"])
    #expect(once == attributor.sensitivity(draws: 10, seed: 4, attacks: ["sousse"]))
  }

  @Test("one statement just above the bound falls below it in the share of draws in closed form")
  func closedForm() throws {
    // B2: 0.9 x 0.75 = 0.675 stays firm if the product of both factors is at least 0.5 / 0.675.
    // C2: 0.5625; P(xy < 0.8889) for x and y even on [0.85, 1.15] is 0.1982 by integration.
    let graph = InfluenceGraph(
      [Said("g directed t", "X", "C2")],
      entities: [Entity(id: "g", kind: "group"), Entity(id: "t", kind: "attack")])
    let row = try need(Attributor(graph).sensitivity(draws: 400, seed: 2).first)
    #expect(row.changed == 0)
    let wanted = 0.1982 * 400
    #expect(abs(Double(row.firmnessChanged) - wanted) < 4 * (400 * 0.1982 * 0.7967).squareRoot())
  }
}
