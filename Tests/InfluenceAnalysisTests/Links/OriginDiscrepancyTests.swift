import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct OriginDiscrepancyTests {
  @Test("one voice with another grade, date, share or stance in another document")
  func links() throws {
    func kinds(_ other: Said) throws -> [OriginDiscrepancy.Kind] {
      let first = Said("a inspired b", "X", "B2", in: "p") {
        $0.when = (try? EDTF("2015")).map { .date($0) }
      }
      return LinkTable(InfluenceGraph([first, other])).discrepancies().map(\.kind)
    }
    #expect(try kinds(Said("a inspired b", "X", "B2", in: "q")).isEmpty)
    #expect(try kinds(Said("a inspired b", "X", "B3", in: "q")) == [.grade])
    #expect(try kinds(Said("not a inspired b", "X", "B2", in: "q")) == [.stance])
    #expect(try kinds(Said("not a inspired b", "X", "B3", in: "q")) == [.stance])
    #expect(
      try kinds(
        Said("a inspired b", "X", "B2", in: "q") {
          $0.when = (try? EDTF("2016-01")).map { .date($0) }
        })
        == [.date])
    // A month of that year is more precise, not different.
    #expect(
      try kinds(
        Said("a inspired b", "X", "B2", in: "q") {
          $0.when = (try? EDTF("2015-01")).map { .date($0) }
        }
      )
      .isEmpty)
    #expect(try kinds(Said("a inspired b", "X", "B2", in: "q") { $0.share = .most }) == [.share])
    #expect(try kinds(Said("a inspired b", "Y", "B3", in: "q")).isEmpty)
    #expect(try kinds(Said("a inspired b", "X", "B3", in: "p")).isEmpty)
  }

  @Test("one voice with another value in another document")
  func values() throws {
    func statement(_ id: String, _ value: String, _ source: String, _ voice: String) -> Statement {
      Statement(
        id: id, subject: .one("attack"), predicate: .attribute("deaths", value: value),
        asserter: .words(voice), citation: Citation(source: source))
    }
    let graph = InfluenceGraph(
      sources: [Source(id: "p", reliability: .b), Source(id: "q", reliability: .b)],
      entities: [Entity(id: "attack", kind: "attack")],
      statements: [
        statement("s1", "3", "p", "Mia Bloom"), statement("s2", "5", "q", "Mia Bloom"),
        statement("s3", "7", "q", "Charlie Winter"), statement("s4", "9", "q", "police"),
        statement("s5", "8", "p", "police"),
      ])
    let found = LinkTable(graph).discrepancies()
    #expect(found.map(\.kind) == [.value])
    #expect(found.first?.statements == ["s1", "s2"])
    #expect(
      found.first?.sentence == "Mia Bloom has different values for attack deaths: 3 in s1, 5 in s2")
  }
}
