import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct VerdictCheckTests {
  private static let ends = [
    Entity(id: "g", kind: "group"), Entity(id: "t", kind: "attack"),
    Entity(id: "lead", kind: "ideologue"),
  ]

  /// C2 is worth 0.75 x 0.75; of two independent voices at least one is right with 1 - (1 - a)(1 - b).
  @Test func `one statement carries all of it`() throws {
    let attributor = Attributor(
      InfluenceGraph([Said("g directed t", "X", "C2")], entities: Self.ends))
    let check = try #require(attributor.check("t"))
    #expect(check.outcome.verdict == .directed && !check.outcome.isTentative)
    #expect(abs(check.outcome.chance - 0.5625) < 1e-12)
    let statement = try #require(check.statements.first)
    #expect(check.statements.count == 1 && statement.isFor)
    #expect(statement.struck.verdict == .noKnownLink && statement.struck.chance == 0)
    let policy = attributor.table.policy
    let best = policy.worth(of: .a) * policy.worth(of: .confirmed)
    #expect(abs(statement.confirmed.chance - (1 - (1 - 0.5625) * (1 - best))) < 1e-12)
    #expect(check.breaking == [["s1"]])
  }

  @Test func `of two voices neither alone carries it, both do`() throws {
    let check = try #require(
      Attributor(
        InfluenceGraph(
          [Said("g directed t", "X", "B2"), Said("g directed t", "Y", "A2")], entities: Self.ends)
      ).check("t"))
    #expect(check.breaking == [["s1", "s2"]])
  }

  @Test func `a denial speaks against it, and without it the chance is higher`() throws {
    let check = try #require(
      Attributor(
        InfluenceGraph(
          [Said("g directed t", "X", "A2"), Said("not g directed t", "Y", "C3")],
          entities: Self.ends)
      ).check("t"))
    let denial = try #require(check.statements.first { !$0.isFor })
    #expect(denial.id == "s2")
    #expect(denial.struck.chance > check.outcome.chance)
    #expect(denial.confirmed.chance < check.outcome.chance)
  }

  @Test func `another principal is another verdict`() throws {
    let check = try #require(
      Attributor(
        InfluenceGraph(
          [Said("g directed t", "X", "A2"), Said("h directed t", "Y", "B2")],
          entities: Self.ends + [Entity(id: "h", kind: "group")])
      ).check("t"))
    #expect(check.outcome.principal == "g")
    #expect(check.statements.first?.struck.principal == "h")
    #expect(check.breaking == [["s1"]])
  }

  @Test func `who has no verdict has nothing to check`() {
    let attributor = Attributor(
      InfluenceGraph([Said("t located-in place", "X", "B2")], entities: Self.ends))
    #expect(attributor.check("t") == nil)
    #expect(attributor.check("nobody") == nil)
  }

  /// The slow way: the whole graph attributed anew without each statement.
  @Test func `it agrees with attributions of graphs that lack the statement`() throws {
    let row = try need(
      AttributionCases.of("attribution").first { $0.id == "attribution-brussels" })
    let attributor = try row.attributor
    let graph = attributor.evidence
    var tried = 0
    for attack in attributor.attacks {
      guard let check = attributor.check(attack), let rung = check.outcome.verdict.rung else {
        continue
      }
      let principal = try #require(attributor.attribution(of: attack)?.principal)
      for statement in check.statements.prefix(3) {
        let rest = Attributor(
          graph.replacing(statements: graph.statements.filter { $0.id != statement.id }))
        let found = try #require(rest.attribution(of: attack))
        #expect(found.verdict == statement.struck.verdict)
        #expect(found.isTentative == statement.struck.isTentative)
        #expect(found.principal?.id == statement.struck.principal)
        let degrees = found.candidates.first { $0.principal.id == principal.id }?.degrees
        let chance = check.outcome.isTentative ? degrees?[rung] : degrees?.atLeast(rung)
        #expect(abs((chance ?? 0) - statement.struck.chance) < 1e-9)
        tried += 1
      }
    }
    #expect(tried > 20)
  }
}
