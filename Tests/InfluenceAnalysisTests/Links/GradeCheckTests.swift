import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct GradeCheckTests {
  /// Statements on one link, each from its own voice: grade of the source, credibility, confirmation.
  static func findings(_ rows: [(Reliability, Credibility, String?)]) -> [String] {
    let statements = rows.enumerated().map { number, row in
      var statement = Statement(
        id: "s\(number)", subject: .one("a"), predicate: .relation("inspired", object: .one("b")),
        asserter: .words("voice \(number)"), credibility: row.1,
        citation: Citation(source: "x\(number)"))
      statement.confirmedBy = row.2
      return statement
    }
    let graph = InfluenceGraph(
      sources: rows.enumerated().map { Source(id: "x\($0)", reliability: $1.0) },
      entities: ["a", "b"].map { Entity(id: $0, kind: "person") }, statements: statements)
    return LinkTable(graph).unconfirmedGrades().map(\.message)
  }

  /// Origin: reasoning, section 1: B2 weighs .675, C3 .375; half is what confirms.
  @Test func `a one needs a word of confirmation or another voice of weight`() {
    #expect(Self.findings([(.b, .confirmed, nil)]).count == 1)
    #expect(Self.findings([(.b, .confirmed, "the court")]).isEmpty)
    #expect(Self.findings([(.b, .confirmed, nil), (.b, .probable, nil)]).isEmpty)
    #expect(Self.findings([(.b, .confirmed, nil), (.c, .possible, nil)]).count == 1)
    #expect(Self.findings([(.b, .probable, nil)]).isEmpty)
  }
}
