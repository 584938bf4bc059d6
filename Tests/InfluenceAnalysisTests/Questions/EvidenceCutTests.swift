import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct EvidenceCutTests {
  @Test("the prototype's cases", arguments: CaseFile.of("cut"))
  func prototype(_ row: CaseFile.Case) throws {
    let table = LinkTable(
      try CaseFile.shared.graph(row.input), policy: row.input.policy ?? .standard)
    let unit = try need(EvidenceCut.Unit(rawValue: try need(row.input.unit)))
    let cut = Tracer(try InfluenceNetwork(table)).cut(
      from: try need(row.input.from), to: try need(row.input.to), unit: unit,
      threshold: row.input.theta)
    // Voices are named by their folded key.
    let wanted = try need(row.expect.cuts).map { set in
      set.map { unit == .origin ? $0.lowercased() : $0 }
    }
    #expect(cut.sets == wanted)
    #expect(cut.count == wanted.count)
    #expect(cut.size == wanted.first?.count)
    #expect(cut.isExact)
  }

  /// By definition: every set of units is taken away from the statements, and every way is looked at in
  /// every world of what is left.
  private func smallestCuts(
    _ evidence: RandomEvidence, threshold: Double, by unit: (Int) -> String
  ) -> Set<Set<String>> {
    let affirming = evidence.rows.indices.filter { !evidence.rows[$0].denies }
    let units = Set(affirming.map(unit)).sorted()
    let subsets = (0..<(1 << units.count)).sorted {
      ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
    }
    var size = Int.max
    var found: Set<Set<String>> = []
    for subset in subsets where subset.nonzeroBitCount <= size {
      let gone = Set(units.indices.filter { subset >> $0 & 1 == 1 }.map { units[$0] })
      var rest = evidence
      rest.rows = evidence.rows.indices
        .filter { evidence.rows[$0].denies || !gone.contains(unit($0)) }
        .map { evidence.rows[$0] }
      guard BruteForce(rest).bestChain(from: 0, to: 1) < threshold - 1e-9 else { continue }
      size = gone.count
      found.insert(gone)
    }
    return found
  }

  @Test("a cut is the smallest among all sets, and all of that size are found", arguments: 0..<24)
  func allSubsets(seed: Int) throws {
    let rows = 6 + seed % 7
    let evidence = RandomEvidence(
      seed: UInt64(500 + seed), nodes: 4, arcs: 6, rows: rows, origins: 3)
    let tracer = Tracer(try InfluenceNetwork(LinkTable(evidence.graph)))
    let best = BruteForce(evidence).bestChain(from: 0, to: 1)
    for threshold in [nil, 0.1] {
      let wanted = smallestCuts(evidence, threshold: threshold ?? best / 2) { "s\($0 + 1)" }
      let cut = tracer.cut(from: "n0", to: "n1", threshold: threshold)
      #expect(abs(cut.best - best) < 1e-9)
      guard best > 0 else {
        #expect(cut.size == 0)
        continue
      }
      #expect(cut.isExact)
      #expect(cut.count == wanted.count)
      #expect(Set(cut.sets.map { Set($0) }).isSubset(of: wanted))
      #expect(cut.sets.count == min(20, wanted.count))
      #expect(cut.size == wanted.first?.count)
    }
  }

  @Test("voices and sources are cut as wholes", arguments: 0..<12)
  func wholes(seed: Int) throws {
    let evidence = RandomEvidence(
      seed: UInt64(600 + seed), nodes: 4, arcs: 6, rows: 10, origins: 4)
    let tracer = Tracer(try InfluenceNetwork(LinkTable(evidence.graph)))
    let best = BruteForce(evidence).bestChain(from: 0, to: 1)
    guard best > 0 else { return }
    let voices = smallestCuts(evidence, threshold: best / 2) { "voice \(evidence.rows[$0].origin)" }
    let byVoice = tracer.cut(from: "n0", to: "n1", unit: .origin)
    #expect(Set(byVoice.sets.map { Set($0) }) == voices)
    let sources = smallestCuts(evidence, threshold: best / 2) {
      "paper-\(evidence.rows[$0].letter.rawValue)"
    }
    let bySource = tracer.cut(from: "n0", to: "n1", unit: .source)
    #expect(Set(bySource.sets.map { Set($0) }) == sources)
  }

  @Test("denials are never cut, and what bears by implication is")
  func implied() throws {
    let group = Entity(id: "group", kind: "group")
    let graph = InfluenceGraph(
      [Said("group trained b", "X", "A2"), Said("not group linked-to b", "Y", "A3")],
      entities: [group])
    let cut = Tracer(try InfluenceNetwork(LinkTable(graph))).cut(from: "group", to: "b")
    #expect(cut.sets == [["s1"]])
  }

  @Test("without the other voice a claim is a claim, and makes no chain")
  func claims() throws {
    let graph = InfluenceGraph(
      [Said("group directed attack", "group", "A2"), Said("group directed attack", "X", "C3")],
      entities: [Entity(id: "group", kind: "group"), Entity(id: "attack", kind: "attack")])
    let tracer = Tracer(try InfluenceNetwork(LinkTable(graph)))
    // The claim alone would weigh .375, more than the threshold.
    #expect(tracer.cut(from: "group", to: "attack", threshold: 0.3).sets == [["s2"]])
  }

  @Test("a grade of 1 falls with what confirmed it")
  func confirmation() throws {
    let graph = InfluenceGraph([Said("a inspired b", "X", "A1"), Said("a inspired b", "Y", "A2")])
    let tracer = Tracer(try InfluenceNetwork(LinkTable(graph)))
    // Either alone is worth .75; only together is X's worth .95.
    #expect(tracer.cut(from: "a", to: "b", threshold: 0.8).sets == [["s1"], ["s2"]])
    #expect(tracer.cut(from: "a", to: "b", threshold: 0.7).sets == [["s1", "s2"]])
  }

  /// Voice X has B4 (.225, by itself) and F2 (.375, with the common doubt), and the larger counts. With
  /// Y's F2 beside it, S = .5 * (1 - .25^2) = .46875; without X's F2 it is
  /// .5 * (1 - .25 * .775) + .5 * .225 = .515625 (decision 11).
  @Test("to strike out a better grade may raise a chain, and the cut is right all the same")
  func regrading() throws {
    let graph = InfluenceGraph([
      Said("a inspired b", "X", "B4"), Said("a inspired b", "X", "F2"),
      Said("a inspired b", "Y", "F2"),
    ])
    let table = LinkTable(graph)
    let key = LinkKey(subject: "a", relation: "inspired", object: "b")
    #expect(abs(try need(table[key]).pooled.probability - 0.46875) < 1e-12)
    let without = try need(table.link(key, without: ["s2"]))
    #expect(abs(without.pooled.probability - 0.515_625) < 1e-12)
    // Y alone .375, X alone .375, X by B4 .225: below .37 neither voice may keep its F2.
    let cut = Tracer(try InfluenceNetwork(table)).cut(from: "a", to: "b", threshold: 0.37)
    #expect(cut.sets == [["s2", "s3"]])
  }

  @Test("nothing to cut where nothing leads there, and no set where seven are needed")
  func bounds() throws {
    let apart = Tracer(
      try InfluenceNetwork(LinkTable(InfluenceGraph([Said("a inspired b", "X")]))))
    #expect(apart.cut(from: "b", to: "a").size == 0)
    #expect(apart.cut(from: "b", to: "a").sets == [[]])
    let ways = (0..<7).flatMap { way in
      [Said("a inspired m\(way)", "X\(way)"), Said("m\(way) inspired b", "Y\(way)")]
    }
    let many = Tracer(try InfluenceNetwork(LinkTable(InfluenceGraph(ways))))
    let cut = many.cut(from: "a", to: "b", unit: .statement)
    #expect(cut.size == nil)
    #expect(cut.sets.isEmpty)
    // One more than half of all voices: each way has two, and 2^6 sets of six break six ways.
    let six = Tracer(
      try InfluenceNetwork(LinkTable(InfluenceGraph(Array(ways.dropLast(2))))))
    #expect(six.cut(from: "a", to: "b").size == 6)
    #expect(six.cut(from: "a", to: "b").count == 64)
    #expect(six.cut(from: "a", to: "b").sets.count == 20)
  }
}
