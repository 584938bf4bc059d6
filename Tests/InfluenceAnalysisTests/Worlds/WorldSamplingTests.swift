import Evidence
import Testing

@testable import InfluenceAnalysis

/// Drawn worlds against the exact ones, and against what their definition says of them.
@Suite struct WorldSamplingTests {
  private func space(_ evidence: RandomEvidence) -> (space: WorldSpace, links: Int) {
    let table = LinkTable(evidence.graph)
    return (
      WorldSpace(table.links.map { Presence($0, policy: table.policy, dependence: .origins) }),
      table.links.count
    )
  }

  @Test("the interval covers the exact chance in at least 93 % of a thousand seeds")
  func coverage() {
    let (space, _) = space(RandomEvidence(seed: 11, nodes: 4, arcs: 6, rows: 10, origins: 5))
    let exact = space.probability(.exact) { $0.reduce(0, ^) }
    #expect(exact > 0.05 && exact < 0.95)
    let covered = (0..<1_000).count { seed in
      let drawn = space.probability(.sampled(worlds: 400, seed: UInt64(seed))) {
        $0.reduce(0, ^)
      }
      let interval = WilsonInterval(hits: drawn * 400, trials: 400)
      return interval.low <= exact && exact <= interval.high
    }
    #expect(covered >= 930)
    // An interval that always covers is too wide to say anything.
    #expect(covered <= 985)
  }

  @Test("every link, and every pair of links, is as frequent as it should be", arguments: 0..<6)
  func frequencies(seed: Int) {
    let (space, links) = space(RandomEvidence(seed: UInt64(20 + seed), rows: 12, origins: 3))
    let worlds = 40_000
    let mode = WorldSpace.Mode.sampled(worlds: worlds, seed: UInt64(seed))
    for one in 0..<links {
      for other in one..<links {
        let exact = space.probability(.exact) { $0[one] & $0[other] }
        let drawn = space.probability(mode) { $0[one] & $0[other] }
        let error = (exact * (1 - exact) / Double(worlds)).squareRoot()
        #expect(abs(drawn - exact) <= 5 * error + 1e-12)
      }
    }
  }

  @Test("bounds of one uniform are nested: below the lower is below the higher")
  func nested() {
    let said = ["A2", "A3", "A4"].enumerated().map { number, grade in
      Said("a inspired b\(number)", "X", grade)
    }
    let table = LinkTable(InfluenceGraph(said))
    let space = WorldSpace(
      table.links.map { Presence($0, policy: table.policy, dependence: .origins) })
    var worlds = 0
    space.forEachBlock(.sampled(worlds: 1_000, seed: 3)) { block in
      // b0 at .75, b1 at .5, b2 at .25.
      #expect(block.links[2] & ~block.links[1] == 0)
      #expect(block.links[1] & ~block.links[0] == 0)
      worlds += (0..<64).count { block.weight(ofWorld: $0) > 0 }
    }
    #expect(worlds == 1_000)
  }

  @Test("a uniform has the same numbers whatever else is drawn")
  func stable() {
    let mode = WorldSpace.Mode.sampled(worlds: 500, seed: 9)
    func masks(_ said: [Said]) -> [UInt64] {
      let table = LinkTable(InfluenceGraph(said))
      let space = WorldSpace(
        table.links.map { Presence($0, policy: table.policy, dependence: .origins) })
      var masks: [UInt64] = []
      space.forEachBlock(mode) { masks.append($0.links[0]) }
      return masks
    }
    let one = Said("a inspired b", "X", "B2")
    #expect(masks([one]) == masks([one, Said("c inspired d", "Y", "C3")]))
    #expect(masks([one]) != masks([Said("a inspired b", "Y", "B2")]))
  }
}
