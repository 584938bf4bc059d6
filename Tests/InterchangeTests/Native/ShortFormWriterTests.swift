import Evidence
import Testing

@testable import Interchange

@Suite struct ShortFormWriterTests {
  static let base = Statement(
    id: "s1", subject: .one("a"), predicate: .relation("inspired", object: .one("b")),
    citation: Citation(source: "x", paragraphs: ParagraphSet(3)))

  static func line(_ change: (inout Statement) -> Void) -> String? {
    var statement = base
    change(&statement)
    return ShortFormWriter.line(statement)
  }

  @Test func writesTheGrammarOfTheFormat() throws {
    #expect(Self.line { _ in } == "a inspired b")
    #expect(Self.line { $0.stance = .denies } == "not a inspired b")
    #expect(Self.line { $0.stance = .leavesOpen } == "whether a inspired b")
    #expect(Self.line { $0.stance = .findsNoEvidence } == "not a inspired b, no evidence")
    #expect(Self.line { $0.subject = .oneOf(["a", "c"]) } == "a | c inspired b")
    #expect(
      Self.line { $0.predicate = .attribute("role", value: "one, two") } == "a role = (one, two)")
    let date = try EDTF("2015-12")
    #expect(Self.line { $0.when = .date(date) } == "a inspired b @2015-12")
    #expect(
      Self.line {
        $0.when = .relative(
          .init(side: .before, anchor: "c", distance: When.Distance("1w/8w")))
      } == "a inspired b @before(c, 1w/8w)")
    #expect(Self.line { $0.isInterested = false } == "a inspired b, disinterested")
    #expect(Self.line { $0.citation.quote = Quote("he (said") } == "a inspired b \"he (said\"")
  }

  @Test func writesQualifiersInOneOrder() throws {
    let said = try EDTF("2016")
    let line = Self.line {
      $0.note = "n"
      $0.sic = "s"
      $0.words = "w"
      $0.role = "r"
      $0.of = "o"
      $0.share = .most
      $0.about = ["s2", "s3"]
      $0.through = "t"
      $0.said = said
      $0.isInterested = true
      $0.confirmedBy = "c"
      $0.credibility = .confirmed
      $0.soFar = true
      $0.modality = .reported
      $0.via = [.entity("v"), .words("two men")]
      $0.asserter = .declared("d")
    }
    #expect(
      line
        == "a inspired b, says d, via v, via two men, reported, so far, grade 1, confirmed by c, "
        + "interested, said 2016, through t, about s2 + s3, share most, of o, role r, words w, sic s, "
        + "note n")
  }

  /// What one line cannot hold is left to the long keys.
  @Test func leavesWhatALineCannotHold() {
    #expect(Self.line { $0.subject = .one("a b") } == nil)
    #expect(Self.line { $0.subject = .one("not") } == nil)
    #expect(Self.line { $0.subject = .one("a|b") } == nil)
    #expect(Self.line { $0.subject = .oneOf(["a"]) } == nil)
    #expect(Self.line { $0.subject = .one("") } == nil)
    #expect(Self.line { $0.predicate = .attribute("role", value: "") } == nil)
    #expect(Self.line { $0.note = "a\nb" } == nil)
    #expect(Self.line { $0.note = "a)" } == nil)
    #expect(Self.line { $0.through = "a b" } == nil)
    #expect(Self.line { $0.about = ["s 1"] } == nil)
    #expect(Self.line { $0.citation.quote = Quote("say \"x\"") } == nil)
    #expect(Self.line { $0.citation.quote = Quote("") } == nil)
  }
}
