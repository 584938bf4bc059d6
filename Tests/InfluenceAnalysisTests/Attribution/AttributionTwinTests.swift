import Evidence
import Testing

@testable import InfluenceAnalysis

/// Attribution on random evidence against every world gone through by itself, and its laws.
@Suite struct AttributionTwinTests {
  private func found(_ evidence: RandomAttack) throws -> Attribution {
    try need(Attributor(evidence.graph).attribution(of: "t"))
  }

  @Test("chances of the rungs are those of all worlds", arguments: 0..<60)
  func twin(seed: Int) throws {
    let evidence = RandomAttack(seed: UInt64(seed))
    let twin = AttributionTwin(evidence)
    let attribution = try found(evidence)
    for principal in ["g", "h", "i"] {
      let wanted = twin.atLeast(principal)
      let candidate = attribution.candidates.first { $0.principal.id == principal }
      let chances = candidate?.degrees ?? .none
      for rung in Rung.allCases {
        #expect(
          abs(chances.atLeast(rung) - wanted[rung.place]) < 1e-9, "\(principal) \(rung)")
      }
    }
  }

  @Test("the random evidence is worth something: every verdict occurs")
  func sample() throws {
    var seen: [Verdict: Int] = [:]
    for seed in 0..<60 {
      seen[try found(RandomAttack(seed: UInt64(seed))).verdict, default: 0] += 1
    }
    for verdict in Verdict.allCases { #expect(seen[verdict, default: 0] > 0, "\(verdict)") }
  }

  @Test("a closer rung is a looser one too, and the three with none sum to one", arguments: 0..<40)
  func nested(seed: Int) throws {
    for candidate in try found(RandomAttack(seed: UInt64(500 + seed))).candidates {
      let chances = candidate.degrees
      #expect(chances.atLeast(.directed) <= chances.atLeast(.enabled) + 1e-12)
      #expect(chances.atLeast(.enabled) <= chances.atLeast(.inspired) + 1e-12)
      #expect(Rung.allCases.allSatisfy { chances[$0] >= 0 })
      #expect(chances.atLeast(.inspired) <= 1)
    }
  }

  @Test("claims, suppositions and interested statements move no chance", arguments: 0..<40)
  func claims(seed: Int) throws {
    let evidence = RandomAttack(seed: UInt64(100 + seed))
    let before = try found(evidence)
    func row(_ words: (String, String, String), isInterested: Bool) -> RandomAttack.Row {
      RandomAttack.Row(
        subject: words.0, relation: words.1, object: words.2, denies: false,
        isInterested: isInterested, voice: 7, letter: .a, digit: .probable)
    }
    var more = evidence
    more.rows += [
      row(("g", "claimed", "t"), isInterested: false),
      row(("h", "directed", "t"), isInterested: true),
      row(("g", "contacted", "q"), isInterested: false),
    ]
    let after = try found(more)
    for candidate in before.candidates {
      let other = after.candidates.first { $0.principal == candidate.principal }
      let chances = other?.degrees ?? .none
      for rung in Rung.allCases {
        #expect(abs(chances[rung] - candidate.degrees[rung]) < 1e-12)
      }
    }
    #expect(after.candidates.count == before.candidates.count)
    if before.verdict.rung == nil { #expect(after.verdict == .claimedOnly) }
  }

  @Test(
    "an affirmation lowers and a denial raises no chance of a rung or closer", arguments: 0..<40)
  func monotone(seed: Int) throws {
    let evidence = RandomAttack(seed: UInt64(200 + seed))
    let before = try found(evidence)
    let some = evidence.rows[seed % evidence.rows.count]
    for denies in [false, true] {
      var more = evidence
      var row = some
      (row.denies, row.isInterested, row.voice, row.letter, row.digit) =
        (denies, false, 9, .b, .possible)
      more.rows.append(row)
      let after = try found(more)
      for id in ["g", "h", "i"] {
        func chances(_ attribution: Attribution) -> RungChances {
          attribution.candidates.first { $0.principal.id == id }?.degrees ?? .none
        }
        for rung in Rung.allCases {
          let (a, b) = (chances(before).atLeast(rung), chances(after).atLeast(rung))
          if denies { #expect(b <= a + 1e-12) } else { #expect(b >= a - 1e-12) }
        }
      }
    }
  }

  @Test("drawn worlds come near the exact chances", arguments: 0..<10)
  func sampled(seed: Int) throws {
    let attributor = Attributor(RandomAttack(seed: UInt64(300 + seed)).graph)
    let search = RungSearch(attributor.network, targets: ["t"])
    let (chains, isComplete) = search.chains(from: ["g"], isGroup: true, lead: 730)
    #expect(isComplete)
    let presences = attributor.network.links.map {
      Presence($0, policy: attributor.table.policy, dependence: .origins)
    }
    let space = WorldSpace(presences)
    let exact = RungEvent(
      chains, network: attributor.network, policy: attributor.table.policy, dependence: .origins
    ).chances(samples: 10_000, seed: 1).atLeast
    for place in 0...2 {
      let ways = chains.filter { $0.rung.place <= place }.map { $0.steps.map(\.link) }
      let drawn = space.probability(.sampled(worlds: 10_000, seed: UInt64(seed))) { links in
        ways.reduce(0) { $0 | $1.reduce(.max) { $0 & links[$1] } }
      }
      // Five standard errors of a share of 10,000 draws.
      #expect(abs(drawn - exact[place]) < 5 * (0.25 / 10_000).squareRoot())
    }
  }
}
