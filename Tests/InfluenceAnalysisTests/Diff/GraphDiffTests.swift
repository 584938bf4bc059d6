import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct GraphDiffTests {
  private func network(_ said: [Said]) throws -> InfluenceNetwork {
    try InfluenceNetwork(LinkTable(InfluenceGraph(said)))
  }

  private func diff(_ old: [Said], _ new: [Said]) throws -> GraphDiff {
    try GraphDiff(from: network(old), to: network(new), measures: ["out-degree"])
  }

  @Test func `a graph does not differ from itself, whatever the order of its statements`() throws {
    let said = [
      Said("a inspired b", "X", "B2") { $0.id = "s1" },
      Said("b inspired c", "Y", "B2") { $0.id = "s2" },
    ]
    #expect(try diff(said, said).isEmpty)
    #expect(try diff(said, said.reversed()).isEmpty)
  }

  /// B2 is .9 * .75 = .675. With a denial of the same weight p = .675 * .325 / (1 - .675^2) = .402985
  /// and q the same, so it is disputed.
  @Test func `a denial moves the link`() throws {
    let affirmed = Said("a inspired b", "X", "B2") { $0.id = "s1" }
    let denied = Said("not a inspired b", "Y", "B2") { $0.id = "s2" }
    let found = try diff([affirmed], [affirmed, denied])
    #expect(found.statements.map(\.new) == ["s2"])
    let link = try #require(found.links.first)
    #expect(found.links.count == 1)
    #expect(link.change == .changed)
    #expect(link.old?.pooled.status == .supported)
    #expect(link.new?.pooled.status == .disputed)
    #expect(abs((link.old?.pooled.probability ?? 0) - 0.675) < 1e-12)
    #expect(abs((link.new?.pooled.probability ?? 0) - 0.219375 / 0.544375) < 1e-12)
    #expect(found.ranks.isEmpty)
    let back = try diff([affirmed, denied], [affirmed])
    #expect(back.statements.map(\.old) == ["s2"])
    #expect(back.links.map(\.change) == [.changed])
  }

  /// Four nodes: a, b, c have one arc each and share places 1 to 3, d has none. Then a has two: it is
  /// first, b and c share places 2 and 3.
  @Test func `ranks move, and whoever comes has none before`() throws {
    let old = [
      Said("a inspired d", "X", "B2") { $0.id = "s1" },
      Said("b inspired d", "X", "B2") { $0.id = "s2" },
      Said("c inspired d", "X", "B2") { $0.id = "s3" },
    ]
    let found = try diff(old, old + [Said("a inspired e", "X", "B2") { $0.id = "s4" }])
    func places(_ id: String) -> [Double?] {
      found.ranks.filter { $0.entity == id }.flatMap { [$0.old, $0.new] }
    }
    #expect(places("a") == [2, 1])
    #expect(places("b") == [2, 2.5])
    // d was alone in place 4; now d and e share 4 and 5.
    #expect(places("d") == [4, 4.5])
    #expect(places("e") == [nil, 4.5])
    #expect(found.ranks.map(\.entity) == ["a", "b", "c", "d", "e"])
    #expect(found.links.map(\.change) == [.added])
  }

  @Test func `a source with another grade changes links without a change of statements`() throws {
    func graph(_ reliability: Reliability) throws -> InfluenceNetwork {
      try InfluenceNetwork(
        LinkTable(
          InfluenceGraph(
            title: "T", sources: [Source(id: "paper", reliability: reliability)],
            entities: [Entity(id: "a", kind: "person"), Entity(id: "b", kind: "person")],
            statements: [
              Statement(
                id: "s1", subject: .one("a"), predicate: .relation("inspired", object: .one("b")),
                credibility: .probable, citation: Citation(source: "paper"))
            ])))
    }
    let found = try GraphDiff(from: graph(.b), to: graph(.c), measures: [])
    #expect(found.statements.isEmpty)
    #expect(
      found.entries == [
        EntryChange(
          kind: .source, id: "paper", change: .changed,
          fields: [FieldChange(name: "reliability", old: "B", new: "C")])
      ])
    // C2: .75 * .75.
    #expect(abs((found.links.first?.new?.pooled.probability ?? 0) - 0.5625) < 1e-12)
  }

  @Test func `an unknown measure is an error`() throws {
    let network = try network([Said("a inspired b")])
    #expect(throws: AnalysisError.self) {
      try GraphDiff(from: network, to: network, measures: ["betweeness"])
    }
  }

  /// B2 affirmed is .675, firmly directed. Denied by another B2 it is .402985: still the likeliest rung,
  /// but below .5, so tentative, and disputed.
  @Test func `a denial moves the verdict on an attack`() throws {
    func network(_ said: [Said]) throws -> InfluenceNetwork {
      try InfluenceNetwork(
        LinkTable(
          InfluenceGraph(
            said, entities: [Entity(id: "g", kind: "group"), Entity(id: "t", kind: "attack")])))
    }
    let affirmed = Said("g directed t", "X", "B2") { $0.id = "s1" }
    let denied = Said("not g directed t", "Y", "B2") { $0.id = "s2" }
    let found = try GraphDiff(
      from: network([affirmed]), to: network([affirmed, denied]), measures: [])
    #expect(found.verdicts.map(\.attack) == ["t"])
    let change = try #require(found.verdicts.first)
    #expect(change.change == .changed)
    #expect(change.old?.verdict == .directed && change.old?.isTentative == false)
    #expect(change.old?.isDisputed == false)
    #expect(change.new?.verdict == .directed && change.new?.isTentative == true)
    #expect(change.new?.isDisputed == true)
    #expect(change.old?.principal?.id == "g")
    let same = try GraphDiff(from: network([affirmed]), to: network([affirmed]), measures: [])
    #expect(same.verdicts.isEmpty)
    let gone = try GraphDiff(
      from: network([affirmed]), to: network([denied]), measures: [])
    #expect(gone.verdicts.first?.new?.verdict == .noKnownLink)
  }
}
