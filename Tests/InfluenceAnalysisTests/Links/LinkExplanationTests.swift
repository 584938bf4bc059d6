import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct LinkExplanationTests {
  private let key = LinkKey(subject: "a", relation: "inspired", object: "b")

  private func explanation(_ graph: InfluenceGraph) throws -> LinkExplanation {
    try need(LinkTable(graph).explanation(of: key))
  }

  @Test("per voice the statement that counts, its factors, and why the others do not")
  func voices() throws {
    let found = try explanation(
      InfluenceGraph(
        [
          Said("a inspired b", "X", "B3", in: "p") { $0.citation.paragraphs = ParagraphSet(4) },
          Said("a inspired b", "X", "B2", in: "q") { $0.citation.paragraphs = ParagraphSet("8-9") },
          Said("not a inspired b", "Y", "B2", in: "q") {
            $0.stance = .findsNoEvidence
            $0.soFar = true
          },
          Said("a inspired b", "Z", "A5", in: "r"),
          Said("a inspired b", "W", "A2", in: "r") { $0.modality = .hypothetical },
          Said("a inspired b", "V", "A2", in: "r") { $0.stance = .leavesOpen },
          Said("a inspired b", "U", "A2", in: "r") { $0.about = ["s1"] },
          Said("a inspired b", "T", "A2", in: "r") { $0.modality = .forecast },
        ]))
    #expect(found.origins.map(\.id) == ["x", "y", "t", "u", "v", "w", "z"])
    #expect(found.counting.map(\.id) == ["x", "y"])
    let x = try need(found.origins.first)
    #expect(x.side == .affirms)
    let counts = try need(x.counts)
    #expect(counts.statement == "s2")
    #expect(counts.grade == "B2")
    #expect(counts.source == "q")
    #expect(counts.paragraph == "8-9")
    #expect(abs(try need(counts.trust) - 0.675) < 1e-12)
    #expect(x.others.map(\.statement) == ["s1"])
    #expect(x.others.map(\.silence) == [.weaker])
    let y = try need(found.origins[1].counts?.weight)
    // .9 * .75 * .25
    #expect(y.basis == 0.25)
    #expect(abs(y.trust - 0.16875) < 1e-12)
    #expect(found.origins[1].counts?.credibility == 0.75)
    #expect(
      found.origins.dropFirst(2).map { $0.others.map(\.silence) }
        == [[.forecast], [.judgement], [.leftOpen], [.hypothetical], [.weightless]])
    #expect(abs(found.pooled.support - 0.675) < 1e-12)
    #expect(abs(found.pooled.opposition - 0.16875) < 1e-12)
    #expect(found.policy == "throughline-1")
  }

  @Test("p with every rho and kappa 15 % lower and higher, in closed form")
  func sensitivity() throws {
    let found = try explanation(
      InfluenceGraph([Said("a inspired b", "X", "B2"), Said("not a inspired b", "Y", "A3")]))
    func p(_ s: Double, _ d: Double) -> Double { s * (1 - d) / (1 - s * d) }
    // Lower: S = .765 * .6375, D = .85 * .425. Higher: S = 1 * .8625, D = 1 * .575.
    #expect(abs(found.sensitivity.lower - p(0.765 * 0.6375, 0.85 * 0.425)) < 1e-12)
    #expect(abs(found.sensitivity.higher - p(0.8625, 0.575)) < 1e-12)
    #expect(abs(found.pooled.echo - 0.675) < 1e-12)
  }

  @Test("who contradicts himself counts for neither, who takes it back for the later")
  func sides() throws {
    let said = [
      Said("a inspired b", "X", "A2", in: "early"), Said("not a inspired b", "X", "A3", in: "late"),
    ]
    let neither = try explanation(InfluenceGraph(said))
    #expect(neither.origins.map(\.side) == [nil])
    #expect(
      neither.origins[0].others.map(\.silence) == [.contradictsItself, .contradictsItself])
    let later = try explanation(
      InfluenceGraph(said, published: ["early": "2015", "late": "2016"]))
    #expect(later.origins[0].counts?.statement == "s2")
    #expect(later.origins[0].others.map(\.silence) == [.takenBack])
    #expect(
      later.notes.contains(
        "X has different stances for a inspired b: affirms in s1, denies in s2"))
  }

  @Test("what the numbers do not show stands in the notes")
  func notes() throws {
    let graded = try explanation(InfluenceGraph([Said("a inspired b", "X", "A1")]))
    #expect(graded.notes.contains("s1: grade 1 without confirmation counts as 2"))
    let claimed = try explanation(InfluenceGraph([Said("a inspired b", "a", "B2")]))
    #expect(claimed.notes.contains("only the party that it credits affirms it: it makes no arc"))
    let weak = try explanation(
      InfluenceGraph([Said("a inspired b", "X", "F2"), Said("a inspired b", "Y", "D2")]))
    #expect(weak.notes.contains { $0.hasPrefix("X, Y: of doubtful reliability") })
    let choice = try explanation(
      InfluenceGraph([Said("a inspired b", "X", "B2"), Said("a inspired b|c", "Y", "B2")]))
    #expect(choice.notes.contains("s2 names it as one of several, and counts for none of them"))
    // .9 * .5 = .45 is supported; with 15 % less it is weak.
    let near = try explanation(InfluenceGraph([Said("a inspired b", "X", "B3")]))
    #expect(near.notes == ["with every grade 15 % lower it would be weak"])
  }

  @Test("a statement on another link says through which it bears on this one")
  func implied() throws {
    let group = Entity(id: "group", kind: "group")
    let table = LinkTable(
      InfluenceGraph(
        [Said("group trained b", "X", "A2"), Said("not group linked-to b", "Y", "A3")],
        entities: [group]))
    let found = try need(
      table.explanation(of: LinkKey(subject: "group", relation: "trained", object: "b")))
    #expect(
      found.origins[1].counts?.through
        == LinkKey(subject: "b", relation: "linked-to", object: "group"))
    #expect(found.notes.count == 1)
    #expect(
      table.explanation(of: LinkKey(subject: "b", relation: "trained", object: "group")) == nil)
  }

  @Test("origins are those of the link, whatever the evidence", arguments: 0..<20)
  func agreement(seed: Int) throws {
    let table = LinkTable(RandomEvidence(seed: UInt64(1_000 + seed), rows: 14).graph)
    for link in table.links {
      let found = try need(table.explanation(of: link.key))
      #expect(found.counting.map { $0.counts?.statement } == link.origins.map(\.statement))
      let all = found.origins.flatMap { ($0.counts.map { [$0] } ?? []) + $0.others }
      #expect(Set(all.map(\.statement)) == Set(link.statements + link.implied))
      #expect(all.count == link.statements.count + link.implied.count)
      // The products by hand: without doubtful voices S = 1 - prod(1 - t).
      let side = found.counting.filter { $0.side == .affirms }.compactMap { $0.counts?.weight }
      if side.allSatisfy({ !$0.isWeak }) {
        let support = 1 - side.reduce(1) { $0 * (1 - $1.rho * $1.kappa) }
        #expect(abs(found.pooled.support - support) < 1e-12)
      }
    }
  }
}
