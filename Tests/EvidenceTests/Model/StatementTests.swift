import Evidence
import Testing

@Suite struct StatementTests {
  let relation = Statement(
    id: "s1", subject: .oneOf(["a", "b"]), predicate: .relation("inspired", object: .one("c")),
    citation: Citation(source: "x"))
  let value = Statement(
    id: "s2", subject: .one("a"), predicate: .attribute("age", value: "24"),
    citation: Citation(source: "x"))

  @Test func startsWithTheDefaultsOfTheSpecification() {
    #expect(relation.stance == .affirms)
    #expect(relation.modality == .asserted)
    #expect(relation.asserter == nil && relation.via.isEmpty)
    #expect(!relation.soFar)
    #expect(relation.share == nil && relation.credibility == nil && relation.isInterested == nil)
  }

  @Test func tellsRelationFromAttribute() {
    #expect(relation.relation == "inspired")
    #expect(relation.object == .one("c"))
    #expect(relation.ends == ["a", "b", "c"])
    #expect(value.relation == nil)
    #expect(value.object == nil)
    #expect(value.ends == ["a"])
  }

  @Test func alternativesHaveNoIdOfTheirOwn() {
    #expect(relation.subject.id == nil)
    #expect(relation.subject.ids == ["a", "b"])
    #expect(value.subject.id == "a")
  }

  /// The specification's words for stance and modality, and which of them weigh.
  @Test func wordsAreThoseOfTheSpecification() {
    #expect(
      Stance.allCases.map(\.rawValue) == ["affirms", "denies", "finds-no-evidence", "leaves-open"])
    #expect(Stance.allCases.filter(\.isDenial) == [.denies, .findsNoEvidence])
    #expect(
      Modality.allCases.map(\.rawValue)
        == ["asserted", "reported", "suspected", "opinion", "hypothetical", "forecast"])
    #expect(Modality.allCases.filter { !$0.pools } == [.hypothetical, .forecast])
  }

  @Test func aVoiceIsWrittenByItsIdOrItsWords() {
    #expect(Voice.entity("e").text == "e")
    #expect(Voice.declared("d").text == "d")
    #expect(Voice.words("analysts say").text == "analysts say")
  }
}
