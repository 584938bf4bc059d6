import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct LinkTableTests {
  private func link(_ table: LinkTable, _ line: String) throws -> Link {
    let words = line.split(separator: " ").map(String.init)
    return try need(table[LinkKey(subject: words[0], relation: words[1], object: words[2])])
  }

  private let group = Entity(id: "group", kind: "group")
  private let attack = Entity(id: "attack", kind: "attack")

  @Test("weighing anew with other grades gives the links of a new table")
  func reweighed() throws {
    var policy = Policy.standard
    policy.reliability[.b] = 0.7
    policy.reliability[.f] = 0.6
    policy.credibility[.possible] = 0.4
    for seed in 0..<40 {
      let graph = RandomAttack(seed: UInt64(seed)).graph
      let anew = LinkTable(graph).reweighed(
        reliability: policy.reliability, credibility: policy.credibility)
      #expect(anew.links == LinkTable(graph, policy: policy).links)
    }
  }

  // MARK: Origins

  @Test("a copy counts once, whatever it is called")
  func copies() throws {
    let table = LinkTable(
      InfluenceGraph([
        Said("a inspired b", "James Comey", "B2"), Said("a inspired b", "james  COMEY", "B3"),
      ]))
    let link = try link(table, "a inspired b")
    #expect(link.origins.map(\.statement) == ["s1"])
    #expect(abs(link.pooled.probability - 0.675) < 1e-12)
  }

  @Test("voices that name nobody are kept apart by document")
  func genericVoices() throws {
    func count(_ voice: String) throws -> Int {
      let table = LinkTable(
        InfluenceGraph([
          Said("a inspired b", voice, "B2", in: "p"), Said("a inspired b", voice, "B2", in: "q"),
        ]))
      return try link(table, "a inspired b").origins.count
    }
    #expect(try count("officials") == 2)
    #expect(try count("law enforcement sources") == 2)
    #expect(try count("officials in Paris") == 2)
    #expect(try count("a friend of Mateen") == 1)
    #expect(try count("Mia Bloom") == 1)
  }

  @Test("a declared origin outweighs the voice: reprints of one wire are one")
  func declaredOrigin() throws {
    let table = LinkTable(
      InfluenceGraph(
        [Said("a inspired b", "X", "B2", in: "p"), Said("a inspired b", "Y", "B2", in: "q")],
        origins: ["p": "Wire", "q": "the wire"]))
    #expect(try link(table, "a inspired b").origins.map(\.id) == ["wire"])
  }

  @Test("a voice that takes something back counts for the later side only")
  func retraction() throws {
    let said = [
      Said("a inspired b", "X", "A2", in: "early"), Said("not a inspired b", "X", "A3", in: "late"),
    ]
    let dated = LinkTable(
      InfluenceGraph(said, published: ["early": "2015-06-28", "late": "2016"]))
    let link = try link(dated, "a inspired b")
    #expect(link.pooled.support == 0)
    #expect(abs(link.pooled.opposition - 0.5) < 1e-12)
    // The year may hold the earlier day: then nothing is known to be later.
    let vague = LinkTable(
      InfluenceGraph(said, published: ["early": "2016-06-28", "late": "2016"]))
    #expect(try self.link(vague, "a inspired b").origins.isEmpty)
  }

  @Test("quotes that are nearly the same come from one voice")
  func quotes() throws {
    let words = "we have no indication that this was a plot directed from abroad"
    func said(_ voice: String, _ text: String, _ source: String) -> Said {
      Said("a inspired b", voice, "B2", in: source) { $0.citation.quote = Quote(text) }
    }
    let same = LinkTable(
      InfluenceGraph([
        said("X", words, "p"),
        said("Y", "We have no indication, that this was a plot directed from abroad", "q"),
      ]))
    #expect(try link(same, "a inspired b").origins.count == 1)
    let other = LinkTable(
      InfluenceGraph([
        said("X", words, "p"),
        said("Y", "he was certainly moved by what he watched on the web", "q"),
      ]))
    #expect(try link(other, "a inspired b").origins.count == 2)
  }

  // MARK: Grades

  @Test("an authorship without a grade is as sure as usual, until somebody denies it")
  func usualCredibility() throws {
    let message = Entity(id: "message", kind: "publication")
    let plain = LinkTable(
      InfluenceGraph([Said("a authored message", "X", "A")], entities: [message]))
    #expect(try link(plain, "a authored message").origins.map(\.grade) == ["A1"])
    let denied = LinkTable(
      InfluenceGraph(
        [Said("a authored message", "X", "A"), Said("not a authored message", "Y", "A")],
        entities: [message]))
    #expect(try link(denied, "a authored message").origins.map(\.grade) == ["A2", "A2"])
  }

  @Test(
    "without a grade, the modality caps the credibility",
    arguments: [
      (Modality.asserted, "A2"), (.reported, "A2"), (.suspected, "A3"), (.opinion, "A3"),
    ])
  func caps(_ modality: Modality, _ grade: String) throws {
    let table = LinkTable(
      InfluenceGraph([Said("a inspired b", "X", "A") { $0.modality = modality }]))
    #expect(try link(table, "a inspired b").origins.map(\.grade) == [grade])
  }

  @Test("a source without a grade counts as F")
  func ungraded() throws {
    let graph = InfluenceGraph(
      sources: [Source(id: "p")],
      entities: [Entity(id: "a", kind: "person"), Entity(id: "b", kind: "person")],
      statements: [
        Statement(
          id: "s1", subject: .one("a"), predicate: .relation("inspired", object: .one("b")),
          citation: Citation(source: "p"))
      ])
    #expect(try link(LinkTable(graph), "a inspired b").origins.map(\.grade) == ["F2"])
  }

  // MARK: What never counts

  @Test("what is supposed, foretold, left open, judged or one of several weighs nothing")
  func neverPools() throws {
    let said = [
      Said("a inspired b", "X") { $0.modality = .hypothetical },
      Said("a inspired b", "Y") { $0.modality = .forecast },
      Said("a inspired b", "Z") { $0.stance = .leavesOpen },
      Said("a inspired b", "W") { $0.about = ["s1"] },
    ]
    let table = LinkTable(InfluenceGraph(said))
    let link = try link(table, "a inspired b")
    #expect(link.statements == ["s1", "s2", "s3", "s4"])
    #expect(link.origins.isEmpty)
    #expect(link.pooled.status == .raised)
    let alternatives = LinkTable(InfluenceGraph([Said("a inspired b|c", "X")]))
    #expect(alternatives.links.isEmpty)
  }

  // MARK: Implication

  @Test("a denial of what follows denies the link, an affirmation of the link what follows")
  func implication() throws {
    let table = LinkTable(
      InfluenceGraph(
        [
          Said("group trained b", "X", "A2"), Said("not group linked-to b", "Y", "A3"),
        ], entities: [group]))
    let trained = try link(table, "group trained b")
    #expect(trained.implied == ["s2"])
    #expect(abs(trained.pooled.opposition - 0.5) < 1e-12)
    let linked = try link(table, "b linked-to group")
    #expect(linked.implied == ["s1"])
    #expect(abs(linked.pooled.support - 0.75) < 1e-12)
    #expect(linked.isAffirmed == false)
    // Contact follows too, but nothing speaks of it, so there is no such link.
    #expect(table.links.count == 2)
  }

  @Test("an implication needs ends of the right kind, but passes on through others")
  func kindsOfEnds() throws {
    let table = LinkTable(
      InfluenceGraph(
        [
          Said("group directed attack", "X"), Said("not group linked-to attack", "Y"),
          Said("not group contacted attack", "Z"),
        ], entities: [group, attack]))
    #expect(try link(table, "group directed attack").implied == ["s2"])
  }

  @Test("an affirmation never denies, and a denial never climbs down")
  func oneWay() throws {
    let table = LinkTable(
      InfluenceGraph(
        [Said("not group trained b", "X"), Said("group linked-to b", "Y")], entities: [group]))
    #expect(try link(table, "group trained b").implied.isEmpty)
    #expect(try link(table, "group linked-to b").implied.isEmpty)
  }

  @Test("who was trained somewhere was in whatever that lies in")
  func upward() throws {
    let places = ["sirte", "libya", "africa"].map { Entity(id: $0, kind: "place") }
    let table = LinkTable(
      InfluenceGraph(
        [
          Said("sirte located-in libya", "X"), Said("libya located-in africa", "X"),
          Said("b trained-in sirte", "Y"), Said("not b travelled-to africa", "Z"),
        ], entities: places))
    #expect(try link(table, "b travelled-to africa").implied == ["s3"])
    #expect(try link(table, "b trained-in sirte").implied == ["s4"])
  }

  @Test("a symmetric relation is one link from both sides")
  func symmetric() throws {
    let table = LinkTable(
      InfluenceGraph([Said("b contacted a", "X"), Said("a contacted b", "Y")]))
    #expect(table.links.map(\.statements) == [["s1", "s2"]])
    #expect(table[LinkKey(subject: "b", relation: "contacted", object: "a")] != nil)
  }

  @Test("a group that carried an attack out counts as directing it, a person as carrying")
  func degrees() throws {
    let table = LinkTable(
      InfluenceGraph(
        [Said("group perpetrated attack", "X"), Said("a perpetrated attack", "X")],
        entities: [group, attack]))
    #expect(try link(table, "group perpetrated attack").degree == .directs)
    #expect(try link(table, "a perpetrated attack").degree == .carries)
  }
}
