import Evidence
import Testing

@Suite struct GraphValidatorTests {
  /// Two people, a group, an attack, a pair, a place; a source of three paragraphs.
  static let entities = [
    Entity(id: "ann", kind: "ideologue", name: "Ann Archer"),
    Entity(id: "bob", kind: "person", name: "Bob Baker"),
    Entity(id: "group", kind: "group", name: "The Group"),
    Entity(id: "raid", kind: "attack", name: "Raid"),
    Entity(
      id: "pair", kind: "person", name: "the pair", collective: .init(members: ["ann", "bob"])),
    Entity(id: "town", kind: "place", name: "Town"),
  ]
  static let text = [
    "Ann moved Bob.", "Bob made the raid in Town.", "The Group and the pair said nothing.",
  ]
  static let sources = [Source(id: "x", title: "X", content: .fullText, paragraphs: text)]

  static func cite(_ paragraph: Int? = 1, quote: String? = nil) -> Citation {
    Citation(
      source: "x", paragraphs: paragraph.map { ParagraphSet($0) }, quote: quote.map { Quote($0) })
  }

  static func link(
    _ subject: String, _ relation: String, _ object: String, id: String = "s1",
    cite: Citation = cite()
  ) -> Statement {
    Statement(
      id: id, subject: .one(subject), predicate: .relation(relation, object: .one(object)),
      citation: cite)
  }

  static func value(_ subject: String, _ name: String, _ value: String) -> Statement {
    Statement(
      id: "s1", subject: .one(subject), predicate: .attribute(name, value: value), citation: cite())
  }

  /// The findings about statements, errors only unless asked for.
  static func findings(
    _ statements: [Statement], severity: Finding.Severity = .error,
    entities: [Entity] = entities, sources: [Source] = sources,
    asserters: [DeclaredAsserter] = [], depth: InfluenceGraph.Depth? = nil
  ) -> [Finding] {
    GraphValidator.findings(
      in: InfluenceGraph(
        title: "t", depth: depth, sources: sources, asserters: asserters, entities: entities,
        statements: statements)
    ).filter { $0.severity == severity }
  }

  static func changed(_ statement: Statement, _ change: (inout Statement) -> Void) -> Statement {
    var statement = statement
    change(&statement)
    return statement
  }

  @Test func aSoundGraphHasNoFindings() {
    let statements = [
      Self.link("ann", "inspired", "bob", id: "s1", cite: Self.cite(1, quote: "Ann moved")),
      Self.link("bob", "perpetrated", "raid", id: "s2", cite: Self.cite(2)),
      Self.link("raid", "located-in", "town", id: "s3", cite: Self.cite(2)),
      Self.link("pair", "linked-to", "group", id: "s4", cite: Self.cite(3)),
    ]
    #expect(Self.findings(statements, depth: .full) == [])
    #expect(Self.findings(statements, severity: .warning, depth: .full) == [])
  }

  /// One mistake each: the rule, the key of the place, a part of the message and the mend.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var statement: Statement
    var rule: String
    var key: String
    var message: String
    var mend: String
    var testDescription: String { rule + " " + message }
  }

  static let mistakes: [Mistake] = [
    .init(
      statement: link("ana", "inspired", "bob"), rule: "unknown-entity", key: "subject",
      message: "the subject names 'ana', which is no entity",
      mend: "add the entity, or correct the id; near it: ann"),
    .init(
      statement: link("ann", "inspired", "Bob Baker"), rule: "unknown-entity", key: "object",
      message: "the object names 'Bob Baker', which is no entity", mend: "write 'bob'"),
    .init(
      statement: link("ann", "inspird", "bob"), rule: "unknown-relation", key: "relation",
      message: "'inspird' is no relation of the vocabulary", mend: "write 'inspired'"),
    .init(
      statement: link("bob", "inspired-by", "ann"), rule: "unknown-relation", key: "relation",
      message: "'inspired-by' is no relation of the vocabulary",
      mend: "exchange the ends and write 'inspired'"),
    .init(
      statement: link("ann", "zzz", "bob"), rule: "unknown-relation", key: "relation",
      message: "'zzz' is no relation of the vocabulary",
      mend: "use a relation of the vocabulary, or pass your own with --vocabulary"),
    .init(
      statement: link("town", "inspired", "bob"), rule: "wrong-kind", key: "relation",
      message: "'inspired' cannot join town (place) to bob (person)",
      mend: "it joins person/group/publication/attack to person/attack/group: use another relation "
        + "or ends"),
    .init(
      statement: link("bob", "part-of", "group"), rule: "wrong-kind", key: "relation",
      message: "'part-of' cannot join bob (person) to group (group)",
      mend: "it joins attack/publication/event/group/person to attack/publication/event/group/"
        + "person, both of one kind: use another relation or ends"),
    .init(
      statement: value("raid", "death", "3"), rule: "unknown-attribute", key: "attribute",
      message: "'death' is no attribute of the vocabulary", mend: "write 'deaths'"),
    .init(
      statement: value("raid", "zzz", "3"), rule: "unknown-attribute", key: "attribute",
      message: "'zzz' is no attribute of the vocabulary",
      mend: "use an attribute of the vocabulary (description fits anything)"),
    .init(
      statement: value("raid", "deaths", "about 3"), rule: "wrong-value", key: "value",
      message: "'about 3' is no value of 'deaths'",
      mend: "write a number: 5, ~200, >2000, <60 or 50..60"),
    .init(
      statement: value("raid", "suicide", "maybe"), rule: "wrong-value", key: "value",
      message: "'maybe' is no value of 'suicide'", mend: "write yes or no"),
    .init(
      statement: value("raid", "method", ""), rule: "wrong-value", key: "value",
      message: "'' is no value of 'method'", mend: "write what the source says"),
    .init(
      statement: changed(link("ann", "inspired", "bob")) { $0.subject = .oneOf(["ann", "ann"]) },
      rule: "alternatives", key: "subject",
      message: "the subject has fewer than two different alternatives",
      mend: "name the one entity, or add the other alternatives"),
    .init(
      statement: changed(link("ann", "inspired", "bob")) { $0.subject = .oneOf([]) },
      rule: "alternatives", key: "subject",
      message: "the subject has fewer than two different alternatives",
      mend: "name the one entity, or add the other alternatives"),
    .init(
      statement: changed(link("ann", "inspired", "bob")) { $0.about = ["s9"] },
      rule: "unknown-statement", key: "about", message: "'s9' is no other statement of this graph",
      mend: "name the ids of the statements that this one judges"),
    .init(
      statement: changed(link("ann", "inspired", "bob")) { $0.about = ["s1"] },
      rule: "unknown-statement", key: "about", message: "'s1' is no other statement of this graph",
      mend: "name the ids of the statements that this one judges"),
    .init(
      statement: changed(link("ann", "inspired", "bob")) { $0.through = "radio" },
      rule: "unknown-entity", key: "through", message: "through names 'radio', which is no entity",
      mend: "add the entity, or correct the id"),
    .init(
      statement: changed(link("ann", "inspired", "bob")) {
        $0.when = .relative(.init(side: .before, anchor: "flood"))
      },
      rule: "unknown-entity", key: "when", message: "the time names 'flood', which is no entity",
      mend: "add the entity, or correct the id"),
    .init(
      statement: link("ann", "inspired", "bob", cite: Citation(source: "y")),
      rule: "unknown-source", key: "source", message: "'y' is no source of this graph",
      mend: "add it to sources, or correct the id"),
    .init(
      statement: link("ann", "inspired", "bob", cite: cite(4)), rule: "missing-paragraph",
      key: "paragraph", message: "'x' has 3 paragraphs, the citation names 4",
      mend: "correct the number: non-blank lines are counted from 1"),
    .init(
      statement: link("ann", "inspired", "bob", cite: cite(2, quote: "Ann moved")),
      rule: "quote-not-found", key: "quote",
      message: "the quote does not stand in paragraph 2 of 'x'",
      mend: "copy the words from the text, or give their two ends joined by ' ... '"),
  ]

  @Test(arguments: mistakes)
  func findsEachMistakeInItsPlace(mistake: Mistake) {
    let found = Self.findings([mistake.statement])
    #expect(
      found == [
        Finding(
          .error, rule: mistake.rule, message: mistake.message, mend: mistake.mend,
          place: Place(.statement(0), mistake.key))
      ])
  }

  @Test func anUnreadableDateIsAWrongValueWithTheMendOfTheDate() throws {
    let found = Self.findings([Self.value("raid", "date", "2015-13-01")])
    #expect(found.map(\.rule) == ["wrong-value"])
    #expect(throws: EDTFError.self) { try EDTF("2015-13-01") }
    do { _ = try EDTF("2015-13-01") } catch { #expect(found.first?.mend == error.mend) }
  }

  @Test func findsDuplicateAndEmptyIdsAtTheSecond() {
    let entities =
      Self.entities + [Entity(id: "ann", kind: "person"), Entity(id: "", kind: "place")]
    let statement = Self.link("ann", "inspired", "bob")
    let found = Self.findings(
      [statement, statement], entities: entities, sources: Self.sources + Self.sources)
    #expect(
      found.map { "\($0.place.item) \($0.place.key ?? ""): \($0.message)" } == [
        "source(1) id: a second source has the id 'x'",
        "entity(6) id: a second entity has the id 'ann'",
        "entity(7) id: this entity has an empty id",
        "statement(1) id: a second statement has the id 's1'",
      ])
    #expect(Set(found.map(\.rule)) == ["duplicate-id"])
  }

  @Test func checksEntitiesAndAsserters() {
    let entities = [
      Entity(id: "a", kind: "persn"),
      Entity(id: "b", kind: "person", collective: .init(members: ["b", "nobody"])),
      Entity(id: "c", kind: "person", sourceAliases: [.init(source: "y", name: "See")]),
    ]
    let found = Self.findings(
      [], entities: entities,
      asserters: [DeclaredAsserter(id: "v", interestIn: ["nothing"])])
    #expect(
      found.map { "\($0.rule) \($0.place.item) \($0.place.key ?? "")" } == [
        "unknown-entity asserter(0) interest-in", "unknown-kind entity(0) kind",
        "collective entity(1) collective", "unknown-entity entity(1) collective",
        "unknown-source entity(2) aliases-in",
      ])
    #expect(found[1].mend == "write 'person'")
  }

  @Test func warnsOfWhatAReaderShouldLookAt() throws {
    let statements = [
      Self.changed(Self.link("ann", "inspired", "bob", id: "s1")) { $0.soFar = true },
      Self.changed(Self.link("ann", "inspired", "bob", id: "s2")) { $0.share = .most },
      Self.link("bob", "perpetrated", "raid", id: "s3", cite: Self.cite(nil)),
    ]
    let entities = [
      Self.entities[0], Self.entities[1],
      Entity(id: "raid", kind: "attack", name: "Raid", date: try EDTF("2015-06-26")),
      Entity(id: "idle", kind: "place", name: "Idle"),
    ]
    let sources = Self.sources + [Source(id: "z", title: "Z")]
    let found = Self.findings(
      statements, severity: .warning, entities: entities, sources: sources, depth: .full)
    #expect(
      found.map { "\($0.rule) \($0.place.item) \($0.place.key ?? "")" } == [
        "so-far statement(0) so-far", "share statement(1) share", "no-paragraph statement(2) cite",
        "uncited-date entity(2) date", "unused-entity entity(3) ",
        "uncoded-paragraph source(0) ", "unused-source source(1) ",
      ])
    #expect(
      found.first { $0.rule == "uncoded-paragraph" }?.message
        == "2 of 3 paragraphs of 'x' hold no statement: 2, 3")
  }

  @Test func aDateThatAStatementGivesIsCited() throws {
    var raid = Self.entities[3]
    raid.date = try EDTF("2015-06-26")
    let statement = Self.value("raid", "date", "2015-06-26")
    let found = Self.findings([statement], severity: .warning, entities: [raid])
    #expect(found == [])
  }

  @Test func warnsOfANameThatFitsTwo() {
    let entities = [
      Entity(id: "one", kind: "person", name: "John Smith"),
      Entity(id: "two", kind: "person", name: "John Smith"),
    ]
    let found = Self.findings([], severity: .warning, entities: entities)
      .filter { $0.rule == "ambiguous-name" }
    #expect(found.map(\.place) == [Place(.entity(0))])
    #expect(found.first?.message == "the name 'John Smith' fits one, two")
  }

  @Test func anUnknownRelationOrKindIsReportedOnce() {
    let statement = Self.link("ghost", "zzz", "spirit")
    #expect(
      Self.findings([statement]).map(\.rule) == [
        "unknown-entity", "unknown-entity", "unknown-relation",
      ])
  }

  @Test func alternativesAreCheckedOneByOne() {
    let statement = Self.changed(Self.link("ann", "inspired", "bob")) {
      $0.subject = .oneOf(["ann", "town"])
    }
    #expect(Self.findings([statement]).map(\.rule) == ["wrong-kind"])
  }

  @Test func aSourceWithoutTextIsNotCheckedForParagraphs() {
    let statement = Self.link("ann", "inspired", "bob", cite: Self.cite(99, quote: "anything"))
    #expect(Self.findings([statement], sources: [Source(id: "x", title: "X")]) == [])
  }

  @Test func anEmptyGraphHasNoFindings() {
    #expect(GraphValidator.findings(in: InfluenceGraph()) == [])
  }
}
