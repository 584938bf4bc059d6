import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct CreditTests {
  @Test("the prototype's cases", arguments: CaseFile.of("credit"))
  func prototype(_ row: CaseFile.Case) throws {
    let table = LinkTable(
      try CaseFile.shared.graph(row.input), policy: row.input.policy ?? .standard)
    let credit = try Tracer(try InfluenceNetwork(table)).credit(
      of: try need(row.input.players), for: try need(row.input.attack), throughGroups: true)
    try expectNear(credit.total, row.expect.total)
    let (shapley, reach) = (try need(row.expect.shapley), try need(row.expect.reach))
    #expect(credit.shares.count == shapley.count)
    for share in credit.shares {
      try expectNear(share.credit, shapley[share.player])
      try expectNear(share.reach, reach[share.player])
    }
    #expect(credit.method == .exact)
  }

  /// The chance that some of the players reaches node 0, by set of players.
  private func worths(_ evidence: RandomEvidence, players: Int) -> [Double] {
    let twin = BruteForce(evidence)
    let arcs = twin.arcs
    var worths = [Double](repeating: 0, count: 1 << players)
    twin.forEachWorld { weight, present in
      let reaching = (0..<players).filter { BruteForce.reaches($0 + 1, 0, arcs, present) }
      for set in worths.indices where reaching.contains(where: { set >> $0 & 1 == 1 }) {
        worths[set] += weight
      }
    }
    return worths
  }

  /// The mean, over all orders in which the players may join, of what each adds.
  private func shapley(_ worths: [Double], players: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: players)
    var orders = 0.0
    func join(_ order: [Int], _ set: Int) {
      if order.count == players {
        orders += 1
        var joined = 0
        for player in order {
          sums[player] += worths[joined | 1 << player] - worths[joined]
          joined |= 1 << player
        }
      }
      for player in 0..<players where set >> player & 1 == 0 {
        join(order + [player], set | 1 << player)
      }
    }
    join([], 0)
    return sums.map { $0 / orders }
  }

  @Test("credit is the Shapley value by definition, and sums to the reach", arguments: 0..<12)
  func definition(seed: Int) throws {
    // The last ones have up to 15 links and 8 voices.
    let evidence =
      seed < 9
      ? RandomEvidence(seed: UInt64(800 + seed), nodes: 5, arcs: 8, rows: 9, origins: 4)
      : RandomEvidence(seed: UInt64(800 + seed), nodes: 6, arcs: 15, rows: 12, origins: 8)
    let players = seed < 9 ? 4 : 5
    let worths = worths(evidence, players: players)
    let wanted = shapley(worths, players: players)
    let credit = try Tracer(try InfluenceNetwork(LinkTable(evidence.graph))).credit(
      of: (1...players).map { "n\($0)" }, for: "n0")
    #expect(credit.method == .exact)
    for share in credit.shares {
      let player = try need(Int(share.player.dropFirst())) - 1
      #expect(abs(share.credit - wanted[player]) < 1e-9)
      #expect(abs(share.reach - worths[1 << player]) < 1e-9)
    }
    let sum = credit.shares.reduce(0) { $0 + $1.credit }
    #expect(abs(sum - credit.total) < 1e-9)
    #expect(abs(credit.total - (worths.last ?? 0)) < 1e-9)
  }

  @Test("copies, and the order of statements, change no credit", arguments: 0..<8)
  func invariance(seed: Int) throws {
    let evidence = RandomEvidence(
      seed: UInt64(850 + seed), nodes: 5, arcs: 8, rows: 9, origins: 4)
    func credit(_ evidence: RandomEvidence) throws -> [String: Double] {
      let found = try Tracer(try InfluenceNetwork(LinkTable(evidence.graph))).credit(
        of: ["n1", "n2", "n3"], for: "n0")
      return Dictionary(uniqueKeysWithValues: found.shares.map { ($0.player, $0.credit) })
    }
    let wanted = try credit(evidence)
    var copied = evidence
    copied.rows += evidence.rows
    var turned = evidence
    turned.rows.reverse()
    for other in [copied, turned] {
      for (player, share) in try credit(other) {
        #expect(abs(share - wanted[player, default: -1]) < 1e-12)
      }
    }
  }

  @Test("players of several kinds are refused, a preacher among persons is not")
  func kinds() throws {
    let graph = InfluenceGraph(
      [
        Said("preacher authored sermon", "X"), Said("b consumed sermon", "Y"),
        Said("a inspired b", "Z"),
      ],
      entities: [
        Entity(id: "preacher", kind: "ideologue"), Entity(id: "sermon", kind: "publication"),
      ])
    let tracer = Tracer(try InfluenceNetwork(LinkTable(graph)))
    #expect(throws: AnalysisError.mixedKinds(["ideologue", "publication"])) {
      try tracer.credit(of: ["preacher", "sermon"], for: "b")
    }
    #expect(try tracer.credit(of: ["preacher", "a"], for: "b").shares.count == 2)
  }

  /// Without the chain through the group (decision 10), in closed form: Awlaki needs one voice below
  /// .675; Adnani the same voice below .855 and another below .45.
  @Test func `two preachers of the articles, by what sources said of them`() throws {
    let row = try need(CaseFile.of("credit").first { $0.id == "credit-one-kind" })
    let tracer = Tracer(
      try InfluenceNetwork(LinkTable(try CaseFile.shared.graph(row.input))))
    let credit = try tracer.credit(of: ["awlaki", "adnani"], for: "orlando")
    let both = 0.675 * 0.45
    #expect(credit.shares.map(\.player) == ["awlaki", "adnani"])
    #expect(abs(credit.shares[0].credit - (0.675 - both / 2)) < 1e-9)
    #expect(abs(credit.shares[1].credit - (0.855 * 0.45 - both / 2)) < 1e-9)
    #expect(abs(credit.total - (0.675 + 0.18 * 0.45)) < 1e-9)
  }

  @Test("what crosses a group by its spokesman earns nothing")
  func crossing() throws {
    let graph = InfluenceGraph(
      [Said("a leads group", "X"), Said("group inspired b", "Y")],
      entities: [Entity(id: "group", kind: "group")])
    let tracer = Tracer(try InfluenceNetwork(LinkTable(graph)))
    #expect(try tracer.credit(of: ["a"], for: "b").total == 0)
    #expect(try tracer.credit(of: ["a"], for: "b", throughGroups: true).total > 0)
    #expect(try tracer.credit(of: ["a"], for: "group").total > 0)
  }
}
