import Evidence
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Decodes a value from JSON.
func decode<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
  try JSONDecoder().decode(type, from: Data(text.utf8))
}

@Suite struct VocabularyTests {
  let standard = Vocabulary.standard

  @Test func findsWordsByName() throws {
    #expect(standard.kind("attack")?.name == "attack")
    #expect(standard.kind("Attack") == nil)
    #expect(standard.attribute("deaths")?.value == .number)
    #expect(standard.attribute("died")?.value == .date)
    #expect(standard.attribute("suicide")?.value == .yesNo)
    #expect(standard.attribute("role")?.single == false)
    #expect(standard.relation("directed-by") == nil)
    #expect(standard.relation(inverse: "directed-by")?.name == "directed")
    #expect(standard.relation(inverse: "contacted") == nil)
    #expect(standard.projection("influence")?.extends == nil)
  }

  @Test(arguments: [
    ("ideologue", "person", true), ("person", "ideologue", false), ("person", "person", true),
    ("organisation", "authority", true), ("attack", "event", false),
    ("unheard-of", "person", false),
  ])
  func knowsSpecialCases(kind: String, ancestor: String, expected: Bool) {
    #expect(standard.isKind(kind, a: ancestor) == expected)
  }

  @Test(arguments: [
    ("inspired", "ideologue", "person", true), ("inspired", "place", "person", false),
    ("part-of", "attack", "attack", true), ("part-of", "attack", "group", false),
    ("part-of", "ideologue", "person", true), ("possibly-same-as", "place", "place", true),
    ("possibly-same-as", "place", "event", false), ("works-for", "person", "organisation", true),
  ])
  func allowsOnlyFittingKinds(
    name: String, subject: String, object: String, expected: Bool
  ) throws {
    let relation = try #require(standard.relation(name))
    #expect(standard.allows(relation, subject: subject, object: object) == expected)
  }

  /// The specification's table of projections.
  @Test func projectionsAddToEachOther() throws {
    func names(_ projection: String) throws -> [String] {
      standard.relations(of: try #require(standard.projection(projection)))
    }
    let influence = try names("influence")
    let moving = standard.relations.filter { $0.influence != .none && $0.degree != .associates }
    #expect(Set(influence) == Set(moving.map(\.name) + ["invoked"]))
    let associations = try names("associations")
    #expect(Array(associations.prefix(influence.count)) == influence)
    #expect(
      Set(associations.dropFirst(influence.count)).isSuperset(of: [
        "member-of", "affiliated-with", "contacted", "related-to",
      ]))
    #expect(
      try Set(names("opted-in")).subtracting(influence) == ["matches", "instructs", "called-for"])
    #expect(try Set(names("causes")).subtracting(influence) == ["prompted", "preceded"])
    #expect(Set(influence).count == influence.count)
  }

  @Test func comesBackFromItsOwnJSON() throws {
    let data = try JSONEncoder().encode(standard)
    #expect(try JSONDecoder().decode(Vocabulary.self, from: data) == standard)
  }

  @Test(arguments: [
    (
      #"{"kinds": [{"name": "a"}, {"name": "a"}], "relations": []}"#,
      VocabularyError.duplicate(what: "kind", name: "a")
    ),
    (
      #"{"kinds": [{"name": "a", "isA": "b"}], "relations": []}"#,
      .unknown(what: "kind", name: "b", usedBy: "kind a")
    ),
    (
      #"{"kinds": [], "relations": [{"name": "r"}, {"name": "r"}]}"#,
      .duplicate(what: "relation", name: "r")
    ),
    (
      #"{"kinds": [], "relations": [{"name": "r", "inverse": "s"}, {"name": "s"}]}"#,
      .duplicate(what: "inverse", name: "s")
    ),
    (
      #"{"kinds": [], "relations": [{"name": "r", "inverse": "t"}, {"name": "s", "inverse": "t"}]}"#,
      .duplicate(what: "inverse", name: "t")
    ),
    (
      #"{"kinds": [], "relations": [{"name": "r", "subject": ["x"]}]}"#,
      .unknown(what: "kind", name: "x", usedBy: "relation r")
    ),
    (
      #"{"kinds": [], "relations": [{"name": "r", "implies": ["x"]}]}"#,
      .unknown(what: "relation", name: "x", usedBy: "relation r")
    ),
    (
      #"{"kinds": [], "relations": [{"name": "r", "upward": "x"}]}"#,
      .unknown(what: "relation", name: "x", usedBy: "relation r")
    ),
    (
      #"{"kinds": [], "relations": [], "projections": [{"name": "p", "relations": ["x"]}]}"#,
      .unknown(what: "relation", name: "x", usedBy: "projection p")
    ),
    (
      #"{"kinds": [], "relations": [], "projections": [{"name": "p", "extends": "p", "relations": []}]}"#,
      .unknown(what: "projection", name: "p", usedBy: "projection p")
    ),
  ])
  func refusesPartsThatDoNotFit(text: String, expected: VocabularyError) {
    #expect(throws: expected) { try decode(Vocabulary.self, text) }
  }

  @Test func messagesSayWhatAndHowToMend() {
    #expect(
      VocabularyError.duplicate(what: "kind", name: "a").description
        == "the vocabulary defines the kind 'a' twice; keep one of the two entries")
    #expect(
      VocabularyError.unknown(what: "kind", name: "b", usedBy: "kind a").description
        == "kind a uses the kind 'b', which the vocabulary does not define; define it or correct "
        + "the name")
  }

  /// Two projections that extend each other must not send a reader round and round.
  @Test func refusesProjectionsThatExtendEachOther() {
    let text = """
      {"kinds": [], "relations": [], "projections": [
        {"name": "p", "extends": "q", "relations": []},
        {"name": "q", "extends": "p", "relations": []}]}
      """
    #expect(throws: VocabularyError.unknown(what: "projection", name: "q", usedBy: "projection p"))
    {
      try decode(Vocabulary.self, text)
    }
  }

  /// The same of kinds: a ring has no end, and the question is still answered.
  @Test func aRingOfKindsEnds() throws {
    let text = """
      {"kinds": [{"name": "a", "isA": "b"},
        {"name": "b", "isA": "a"}], "relations": []}
      """
    let ring = try decode(Vocabulary.self, text)
    #expect(ring.isKind("a", a: "b"))
    #expect(!ring.isKind("a", a: "c"))
  }
}
