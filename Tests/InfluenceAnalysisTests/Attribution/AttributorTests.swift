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

  private static let kinds = [
    Entity(id: "g", kind: "group", name: "G"), Entity(id: "h", kind: "group", name: "H"),
    Entity(id: "i", kind: "ideologue"), Entity(id: "t", kind: "attack"),
    Entity(id: "m", kind: "publication"),
  ]

  private func found(_ said: [Said], _ entities: [Entity] = kinds) throws -> Attribution {
    try need(Attributor(InfluenceGraph(said, entities: entities)).attribution(of: "t"))
  }

  @Test("the dead direct nothing, but their words go on")
  func dead() throws {
    var entities = Self.kinds
    entities[2].died = try EDTF("2011-09-30")
    entities[3].date = try EDTF("2016-06-12")
    let directed = try found([Said("i directed t", "X", "B2")], entities)
    #expect(directed.verdict == .noKnownLink)
    #expect(directed.candidates.isEmpty)
    let inspired = try found(
      [Said("i authored m", "X", "B2"), Said("m inspired t", "X", "B2")], entities)
    #expect(inspired.verdict == .inspired)
    #expect(inspired.principal?.id == "i")
  }

  @Test("one of two groups is one principal, and neither of them alone")
  func alternatives() throws {
    let said = Said("g perpetrated t", "X", "C2") { $0.subject = .oneOf(["h", "g"]) }
    let attribution = try found([said])
    #expect(attribution.verdict == .directed)
    #expect(attribution.principal?.id == "g | h")
    #expect(attribution.principal?.alternatives == ["g", "h"])
    #expect(attribution.principal?.name == "G or H")
    #expect(abs(attribution.degrees.directed - 0.75 * 0.75) < 1e-12)
    #expect(attribution.candidates.count == 1)
    // What is said of one of them is true of "one of them"; two voices are independent.
    let more = try found([said, Said("g perpetrated t", "Y", "C3")])
    #expect(abs(more.degrees.directed - (1 - (1 - 0.5625) * (1 - 0.375))) < 1e-12)
    #expect(more.principal?.id == "g | h")
    #expect(more.candidates.map(\.principal.id) == ["g | h", "g"])
    // A group or a person is no principal of one kind.
    let mixed = Said("g directed t", "X", "C2") { $0.subject = .oneOf(["g", "p"]) }
    #expect(try found([mixed]).verdict == .noKnownLink)
  }

  @Test("a leader's own act is his group's, not his own inspiration")
  func leader() throws {
    let said = [Said("i leads g", "X", "B2"), Said("i perpetrated t", "Y", "B2")]
    let attribution = try found(said)
    #expect(attribution.verdict == .directed)
    #expect(attribution.principal?.id == "g")
    #expect(attribution.candidates.map(\.principal.id) == ["g"])
    #expect(attribution.perpetrators == ["i"])
  }

  @Test("a group is not credited with its leader's inspiration backwards")
  func noReverse() throws {
    // The group directed; its leader is not therefore a principal.
    let attribution = try found([
      Said("i leads g", "X", "B2"), Said("i spokesman-of g", "X", "B2"),
      Said("g directed t", "Y", "B2"),
    ])
    #expect(attribution.candidates.map(\.principal.id) == ["g"])
  }

  @Test("what is said of all of several attacks reaches each, of most of them none")
  func collectives() throws {
    var entities = Self.kinds
    var both = Entity(id: "both", kind: "attack")
    both.collective = Entity.Collective(members: ["t", "s"])
    entities += [both, Entity(id: "s", kind: "attack")]
    let all = try found([Said("g directed both", "X", "B2")], entities)
    #expect(all.verdict == .directed)
    let most = try found([Said("g directed both", "X", "B2") { $0.share = .most }], entities)
    #expect(most.verdict == .noKnownLink)
    let denial = try found([Said("not g directed both", "X", "B2") { $0.share = .most }], entities)
    #expect(denial.statementsAgainst.isEmpty)
  }

  @Test("claims, verdict and what it rests on stand apart")
  func threeParts() throws {
    var entities = Self.kinds
    entities[3].date = try EDTF("2015-06-26")
    let day = try EDTF("2015-06-28")
    let attribution = try found(
      [
        Said("p perpetrated t", "X", "B2"),
        Said("g claimed t", "X", "B2") {
          $0.when = .date(day)
          $0.through = "outlet"
        },
        Said("g claimed p", "X", "B2") {
          $0.when = .date(day)
          $0.through = "outlet"
          $0.role = "soldier"
        },
        Said("p pledged-allegiance g", "Y", "B3"), Said("not g directed t", "Z", "B3"),
        Said("not g knew-of t", "Z", "B4"), Said("not service knew-of t", "Z", "B4"),
      ], entities + [Entity(id: "service", kind: "authority")])
    let claim = try need(attribution.claims.first)
    #expect(attribution.claims.count == 1)
    #expect(claim.by == "g" && claim.outlet == "outlet" && claim.lagDays == 2)
    #expect(claim.contents == [.tookCredit, .calledItsOwn])
    #expect(claim.titles == ["soldier"])
    #expect(claim.statements == ["s2", "s3"])
    #expect(attribution.verdict == .inspired && attribution.isTentative)
    #expect(attribution.statementsFor == ["s1", "s4"])
    #expect(attribution.statementsAgainst == ["s5", "s6"])
    #expect(attribution.phrase == "inspired, unlikely, tentative")
  }

  @Test("a verdict tells the ways that it rests on, and what speaks against that very part")
  func grounds() throws {
    let attribution = try found([
      Said("p perpetrated t", "X", "B1"), Said("g directed t", "Y", "B2"),
      Said("g inspired p", "Y", "B3"), Said("not g directed t", "Z", "C3"),
      Said("not g inspired p", "Z", "C4"), Said("not h directed t", "Z", "C3"),
    ])
    #expect(attribution.verdict == .directed)
    // Two ways lead from g, and only one of them directs.
    #expect(attribution.ways.map(\.statements) == [["s2"]])
    #expect(attribution.ways.map(\.rung) == [.directed])
    let way = try need(attribution.ways.first)
    // 0.9 x 0.75 of weight for it, 0.75 x 0.5 against; both at once cannot be, and the rest is scaled up.
    let both = 0.675 * 0.375
    try expectNear(way.probability, (0.675 - both) / (1 - both))
    #expect(attribution.statementsForVerdict == ["s2"])
    #expect(attribution.statementsFor == ["s1", "s2", "s3"])
    #expect(attribution.statementsAgainstVerdict == ["s4"])
    #expect(attribution.statementsAgainst == ["s4", "s5", "s6"])
  }

  @Test("ways come the most probable first, and of each the link next to the attack first")
  func order() throws {
    let attribution = try found([
      Said("g inspired m", "X", "B1"), Said("m inspired t", "X", "B3"),
      Said("g inspired p", "Y", "B2"), Said("p perpetrated t", "Z", "B1"),
    ])
    #expect(attribution.verdict == .inspired)
    #expect(attribution.ways.map { $0.arcs.map(\.head) } == [["p", "t"], ["m", "t"]])
    #expect(attribution.statementsForVerdict == ["s4", "s3", "s2", "s1"])
    #expect(attribution.statementsAgainstVerdict.isEmpty)
  }

  @Test("without a verdict on a rung there are no ways, and nothing is against it")
  func noGrounds() throws {
    let attribution = try found([
      Said("g claimed t", "X", "B2"), Said("not g directed t", "Z", "B3"),
    ])
    #expect(attribution.verdict == .claimedOnly)
    #expect(attribution.ways.isEmpty && attribution.statementsForVerdict.isEmpty)
    #expect(attribution.statementsAgainstVerdict.isEmpty)
    #expect(attribution.statementsAgainst == ["s2"])
  }

  @Test("a claim made before an attack is no claim of it")
  func earlierClaim() throws {
    var entities = Self.kinds
    entities[3].date = try EDTF("2015-06-26")
    let day = try EDTF("2014")
    let said = [
      Said("p perpetrated t", "X", "B2"),
      Said("g claimed p", "X", "B2") { $0.when = .date(day) },
    ]
    let attribution = try found(said, entities)
    #expect(attribution.claims.isEmpty)
    #expect(attribution.verdict == .noKnownLink)
  }

  @Test("an interested voice of larger trust does not hide what it said without interest")
  func interestAside() throws {
    let attribution = try found([
      Said("g directed t", "X", "A2") { $0.isInterested = true },
      Said("g directed t", "X", "D4") { $0.isInterested = false },
    ])
    // Half and a quarter: a weak voice of D4.
    #expect(abs(attribution.degrees.directed - 0.125) < 1e-12)
  }

  @Test("no attack, no attribution")
  func noAttack() throws {
    let attributor = Attributor(InfluenceGraph([Said("g directed t")], entities: Self.kinds))
    #expect(attributor.attribution(of: "g") == nil)
    #expect(attributor.hypotheses(on: "nobody") == nil)
    #expect(attributor.attacks == ["t"])
  }
}
