import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct WhatToCheckTests {
  @Test("the prototype's cases", arguments: CaseFile.of("check"))
  func prototype(_ row: CaseFile.Case) throws {
    let table = LinkTable(
      try CaseFile.shared.graph(row.input), policy: row.input.policy ?? .standard)
    let check = Tracer(try InfluenceNetwork(table)).whatToCheck(
      from: try need(row.input.from), to: try need(row.input.to))
    try expectNear(check.connection.probability, row.expect.connection)
    let wanted = try need(row.expect.statements)
    #expect(Set(check.statements.map(\.id)) == Set(wanted.keys))
    for statement in check.statements {
      let expected = try need(wanted[statement.id])
      try expectNear(statement.confirmed, expected.confirmed)
      try expectNear(statement.struck, expected.struck)
      try expectNear(statement.swing, expected.swing)
    }
    let swings = check.statements.map(\.swing)
    #expect(zip(swings, swings.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
    let origins = try need(row.expect.origins)
    #expect(check.origins.count == origins.count)
    for (name, value) in origins {
      // A voice that names nobody has its document behind the name.
      let key = FoldedName(name).key
      let found = check.origins.first { $0.id == key || $0.id.hasPrefix("\(key) (") }
      try expectNear(try need(found).bits, value)
    }
  }

  @Test("confirming and striking out are those of the changed statements", arguments: 0..<16)
  func bruteForce(seed: Int) throws {
    let evidence = RandomEvidence(seed: UInt64(700 + seed), rows: 8)
    let check = Tracer(try InfluenceNetwork(LinkTable(evidence.graph)))
      .whatToCheck(from: "n0", to: "n1")
    for statement in check.statements {
      let number = try need(Int(statement.id.dropFirst())) - 1
      var struck = evidence
      struck.rows.remove(at: number)
      var confirmed = evidence
      var more = evidence.rows[number]
      more.origin = 99
      more.letter = .a
      more.digit = .confirmed
      confirmed.rows.append(more)
      #expect(abs(statement.struck - BruteForce(struck).connection(from: 0, to: 1)) < 1e-9)
      #expect(abs(statement.confirmed - BruteForce(confirmed).connection(from: 0, to: 1)) < 1e-9)
    }
  }

  @Test("one voice tells all there is to know, and no voice more than that")
  func bits() throws {
    let one = Tracer(
      try InfluenceNetwork(LinkTable(InfluenceGraph([Said("a inspired b", "X", "A3")]))))
    // An even chance is one bit, and the voice settles it.
    #expect(abs(try need(one.whatToCheck(from: "a", to: "b").origins.first).bits - 1) < 1e-12)
    let two = Tracer(
      try InfluenceNetwork(
        LinkTable(
          InfluenceGraph([Said("a inspired b", "X", "A3"), Said("b inspired c", "Y", "A2")]))))
    let check = two.whatToCheck(from: "a", to: "c")
    let all = Entropy.bits(0.375)
    // H(.375) less what is left once X is known: half the time .75, else nothing.
    let wanted = ["x": all - Entropy.bits(0.75) / 2, "y": all - Entropy.bits(0.5) * 0.75]
    for origin in check.origins {
      #expect(abs(origin.bits - (try need(wanted[origin.id]))) < 1e-12)
      #expect(origin.bits <= all)
    }
    #expect(check.origins.count == 2)
  }

  @Test("a claim is worth checking, since somebody else's word would make it an arc")
  func claims() throws {
    let graph = InfluenceGraph(
      [Said("group directed attack", "group", "B2")],
      entities: [Entity(id: "group", kind: "group"), Entity(id: "attack", kind: "attack")])
    let tracer = Tracer(try InfluenceNetwork(LinkTable(graph)))
    let check = tracer.whatToCheck(from: "group", to: "attack")
    #expect(check.connection.probability == 0)
    // 1 - (1 - .3375)(1 - .95)
    let wanted = 1 - 0.6625 * 0.05
    let statement = try need(check.statements.first)
    #expect(abs(statement.confirmed - wanted) < 1e-9)
    #expect(statement.struck == 0)
  }

  @Test func `entropies in closed form`() {
    #expect(Entropy.bits(0) == 0)
    #expect(Entropy.bits(1) == 0)
    #expect(Entropy.bits(0.5) == 1)
    #expect(abs(Entropy.bits(0.25) - (0.5 + 0.75 * 0.415_037_499_278_844)) < 1e-12)
  }
}
