import Evidence
import Testing

@testable import Interchange

/// Every mistake that a file can hold, with the place counted by hand, the rule and the mend.
@Suite struct NativeReaderTests {
  static let corpus = ["x": "---\nid: x\ntitle: The X\n---\nFirst \"a b c\".\nSecond.\nThird.\n"]

  static func read(_ text: String, corpus: [String: String] = corpus) -> Reading {
    NativeReader(file: "g").read(text) { _ in
      { id in
        corpus[id].map { .found(text: $0, path: "\(id).md") } ?? .missing(path: "\(id).md")
      }
    }
  }

  /// Eleven lines; what comes next stands in line 12.
  static let head = """
    throughline: 1
    title: t
    sources:
      - x
    entities:
      - id: ann
        kind: person
      - id: bob
        kind: person
      - id: raid
        kind: attack

    """

  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var rule: String
    var line: Int
    var column: Int
    var message: String
    var mend: String
    var testDescription: String { "\(rule) \(line):\(column)" }

    init(
      _ text: String, _ rule: String, _ line: Int, _ column: Int, _ message: String, mend: String
    ) {
      self.text = text
      self.rule = rule
      self.line = line
      self.column = column
      self.message = message
      self.mend = mend
    }
  }

  /// One statement of the long form with a key more, in line 16 from column 5.
  static func long(_ extra: String, cite: String = "{source: x, paragraph: 1}") -> String {
    head + """
      statements:
        - subject: ann
          relation: inspired
          object: bob
          \(extra)
          cite: \(cite)
      """
  }

  /// One line of the short form, in line 15 behind `      - `, so from column 9.
  static func short(_ line: String) -> String {
    head + """
      statements:
        x:
          1:
            - \(line)
      """
  }

  static let documents: [Mistake] = [
    .init(
      "title: t", "missing-key", 1, 1, "the document has no throughline",
      mend: "add 'throughline: ...'"),
    .init(
      "throughline: 2\ntitle: t", "unknown-version", 1, 14,
      "the file has format version '2'; this tool reads version 1",
      mend: "use a newer throughline, or write 'throughline: 1'"),
    .init(
      "throughline: 1", "missing-key", 1, 1, "the document has no title", mend: "add 'title: ...'"),
    .init(
      "throughline: 1\ntitel: t\ntitle: t", "unknown-key", 2, 1,
      "the document has the unknown key 'titel'", mend: "write 'title'"),
    .init(
      "throughline: 1\ntitle: t\ndepth: deep", "wrong-value", 3, 8,
      "'deep' is no depth of the document", mend: "write influence or full"),
    .init(
      "throughline: 1\ntitle: [t]", "wrong-shape", 2, 8, "'title' of the document is a list",
      mend: "write a single value"),
    .init(
      "throughline: 1\ntitle: t\nsources: x", "wrong-shape", 3, 10, "'sources' is a single value",
      mend: "write a list, one '- ' an entry"),
    .init(
      "throughline: 1\ntitle: t\nentities: {a: b}", "wrong-shape", 3, 11,
      "'entities' is a mapping of keys", mend: "write a list, one '- ' an entry"),
    .init(
      "throughline: 1\ntitle: t\nstatements: x", "wrong-shape", 3, 13,
      "'statements' is a single value",
      mend: "write a list, or a mapping from sources to paragraphs"),
    .init(
      "- a\n- b", "wrong-shape", 1, 1, "the document is a list",
      mend: "write its keys: throughline, title, about, depth ..."),
    .init(
      "throughline: 1\ntitle: t\nsources:\n  - y", "missing-source", 4, 5,
      "the source 'y' has no file y.md",
      mend: "add the file, correct the id, or write the source's data here as a mapping"),
    .init(
      "throughline: 1\ntitle: t\nsources:\n  - {id: y, title: Y, reliability: G}", "wrong-value",
      4, 36, "'G' is no reliability of the source", mend: "write a letter from A to F"),
    .init(
      "throughline: 1\ntitle: t\nsources:\n  - {id: y}", "missing-key", 4, 5,
      "the source has no title", mend: "add 'title: ...'"),
    .init(
      "throughline: 1\ntitle: t\nsources:\n  - {id: y, title: Y, content: text}", "wrong-value", 4,
      32, "'text' is no content of the source", mend: "write digest or full-text"),
    .init(
      "throughline: 1\ntitle: t\nasserters:\n  - {id: v, reliabilty: A}", "unknown-key", 4, 13,
      "the asserter has the unknown key 'reliabilty'", mend: "write 'reliability'"),
    .init(
      "throughline: 1\ntitle: t\nentities:\n  - id: a\n    kind: person\n    died: 2011-02-30",
      "unreadable-date", 6, 19, "'2011-02-30' is no EDTF date", mend: ""),
    .init(
      "throughline: 1\ntitle: t\nentities:\n  - id: a\n    kind: person\n    collective: {size: lots}",
      "wrong-value", 6, 24, "'lots' is no size of the collective",
      mend: "write a number: 5, ~200, >20 or 50..60"),
    .init(
      "throughline: 1\ntitle: t\nentities:\n  - id: a\n    kind: person\n    aliases-in: [b]",
      "wrong-shape", 6, 17, "'aliases-in' is a list", mend: "write '{source-id: [alias, ...]}'"),
    .init(
      "throughline: 1\ntitle: t\nentities:\n  - id: a\n    kind: persn", "unknown-kind", 5, 11,
      "'persn' is no kind of the vocabulary", mend: "write 'person'"),
    .init(
      "throughline: 1\ntitle: t\nentities:\n  - {id: a, kind: person}\n  - {id: a, kind: person}",
      "duplicate-id", 5, 10, "a second entity has the id 'a'",
      mend: "give one of the two another id, or merge them"),
  ]

  static let longForms: [Mistake] = [
    .init(
      long("stance: affirm"), "wrong-value", 16, 13, "'affirm' is no stance of the statement",
      mend: "write affirms, denies, finds-no-evidence or leaves-open"),
    .init(
      long("modality: rumoured"), "wrong-value", 16, 15, "'rumoured' is no modality",
      mend: "write asserted, reported, suspected, opinion, hypothetical or forecast"),
    .init(
      long("credibility: 7"), "wrong-value", 16, 18, "'7' is no credibility of the statement",
      mend: "write a grade from 1 to 6"),
    .init(
      long("share: 9/8"), "wrong-value", 16, 12, "'9/8' is no share of the statement",
      mend: "write 6/8, most, some or all"),
    .init(
      long("so-far: perhaps"), "wrong-value", 16, 13, "'perhaps' is no so-far",
      mend: "write yes or no"),
    .init(
      long("when: 2015-13"), "unreadable-date", 16, 16, "'2015-13' is no EDTF date", mend: ""),
    .init(
      long("when: {before: raid, after: bob}"), "conflicting-keys", 16, 26,
      "the time has both 'before' and 'after'", mend: "keep one of the two"),
    .init(
      long("when: {before: raid, by: soon}"), "wrong-value", 16, 30, "'soon' is no by of the time",
      mend: "write a distance such as 1w/8w or 10d"),
    .init(
      long("when: {before: flood}"), "unknown-entity", 16, 11,
      "the time names 'flood', which is no entity", mend: "add the entity, or correct the id"),
    .init(
      long("said: yesterday"), "unreadable-date", 16, 11, "'yesterday' is no EDTF date", mend: ""),
    .init(
      long("through: radio"), "unknown-entity", 16, 14, "through names 'radio', which is no entity",
      mend: "add the entity, or correct the id"),
    .init(
      long("about: [s9]"), "unknown-statement", 16, 12, "'s9' is no other statement of this graph",
      mend: "name the ids of the statements that this one judges"),
    .init(
      long("attribute: age"), "conflicting-keys", 14, 5,
      "the statement has both 'attribute' and 'relation'",
      mend: "keep relation and object, or attribute and value; code the other on its own"),
    .init(
      long("value: 3"), "conflicting-keys", 16, 5, "the statement has both 'relation' and 'value'",
      mend: "keep relation and object, or attribute and value; code the other on its own"),
    .init(
      long("stanze: denies"), "unknown-key", 16, 5, "the statement has the unknown key 'stanze'",
      mend: "write 'stance'"),
    .init(
      long("note: n", cite: "{source: x, paragraph: 9}"), "missing-paragraph", 17, 34,
      "'x' has 3 paragraphs, the citation names 9",
      mend: "correct the number: non-blank lines are counted from 1"),
    .init(
      long("note: n", cite: "{source: x, paragraph: 1-}"), "wrong-value", 17, 34,
      "'1-' is no paragraph of the citation",
      mend: "write a number, a range (8-9) or a list (11, 26)"),
    .init(
      long("note: n", cite: "{source: x, paragraph: 2, quote: nope}"), "quote-not-found", 17, 44,
      "the quote does not stand in paragraph 2 of 'x'",
      mend: "copy the words from the text, or give their two ends joined by ' ... '"),
    .init(
      long("note: n", cite: "{source: y, paragraph: 1}"), "unknown-source", 17, 20,
      "'y' is no source of this graph", mend: "add it to sources, or correct the id"),
    .init(
      long("note: n", cite: "{source: x, paragraphs: 1}"), "unknown-key", 17, 23,
      "the citation has the unknown key 'paragraphs'", mend: "write 'paragraph'"),
    .init(
      long("note: n", cite: "{source: x, paragraph: 1, quote: First, at: 9-2}"), "wrong-value", 17,
      55, "'9-2' is no at of the citation", mend: "write two offsets, such as 12-40"),
    .init(
      long("note: n", cite: "x"), "wrong-shape", 17, 11, "the citation is a single value",
      mend: "write its keys: source, paragraph, quote, at ..."),
    .init(
      head + "statements:\n  - {subject: ann, relation: inspired, object: bob}", "missing-key", 13,
      5,
      "the statement has no cite",
      mend: "add 'cite: {source: ID, paragraph: N}': nothing stands without a source"),
    .init(
      head + "statements:\n  - {subject: ann, object: bob, cite: {source: x, paragraph: 1}}",
      "missing-key", 13,
      5, "the statement has no relation", mend: "add 'relation: ...'"),
    .init(
      head
        + "statements:\n  - {subject: amm, relation: inspired, object: bob, cite: {source: x, paragraph: 1}}",
      "unknown-entity", 13, 15, "the subject names 'amm', which is no entity",
      mend: "add the entity, or correct the id"),
    .init(
      head
        + "statements:\n  - {subject: ann, relation: inspird, object: bob, cite: {source: x, paragraph: 1}}",
      "unknown-relation", 13, 30, "'inspird' is no relation of the vocabulary",
      mend: "write 'inspired'"),
    .init(
      head
        + "statements:\n  - {subject: raid, relation: inspired, object: raid, cite: {source: x, paragraph: 1}}\n  - {subject: raid, relation: killed, object: raid, cite: {source: x, paragraph: 1}}",
      "wrong-kind", 14, 31, "'killed' cannot join raid (attack) to raid (attack)",
      mend: "it joins person/group/authority/attack/event to person: use another relation or ends"),
    .init(
      head + "statements:\n  - word", "wrong-shape", 13, 5, "the statement is a single value",
      mend: "write its keys: id, subject, relation, object ..."),
  ]

  static let shortForms: [Mistake] = [
    .init(
      short("ann inspird bob"), "unreadable-statement", 15, 13,
      "'inspird' is no relation of the vocabulary", mend: "write 'inspired'"),
    .init(
      short("s1: ann inspired bub"), "unknown-entity", 15, 26,
      "the object names 'bub', which is no entity",
      mend: "write 'bob'"),
    .init(
      short("s1: 'ann killed raid'"), "wrong-kind", 15, 18,
      "'killed' cannot join ann (person) to raid (attack)",
      mend: "it joins person/group/authority/attack/event to person: use another relation or ends"),
    .init(
      short("raid deths = 3"), "unknown-attribute", 15, 14,
      "'deths' is no attribute of the vocabulary", mend: "write 'deaths'"),
    .init(
      short("raid deaths = many"), "wrong-value", 15, 23, "'many' is no value of 'deaths'",
      mend: "write a number: 5, ~200, >2000, <60 or 50..60"),
    .init(
      short("ann inspired bob @2015-02-30"), "unreadable-date", 15, 35,
      "'2015-02-30' is no EDTF date", mend: ""),
    .init(
      short("'ann inspired bob, note it''s, said 2015-13'"), "unreadable-date", 15, 50,
      "'2015-13' is no EDTF date", mend: ""),
    .init(
      short("ann inspired bob, through radio"), "unknown-entity", 15, 35,
      "through names 'radio', which is no entity",
      mend: "add the entity, or correct the id"),
    .init(
      short("ann inspired bob, about s9"), "unknown-statement", 15, 33,
      "'s9' is no other statement of this graph",
      mend: "name the ids of the statements that this one judges"),
    .init(
      short("'ann inspired bob \"nope\"'"), "quote-not-found", 15, 28,
      "the quote does not stand in paragraph 1 of 'x'",
      mend: "copy the words from the text, or give their two ends joined by ' ... '"),
    .init(
      short("{a: b, c: d}"), "wrong-shape", 15, 9, "a statement has 2 keys but no 'subject'",
      mend: "write 'ID: SUBJECT RELATION OBJECT', or the keys of the long form"),
    .init(
      short("[a]"), "wrong-shape", 15, 9, "a statement is a list",
      mend: "write it as one line of text"),
    .init(
      head + "statements:\n  x:\n    9:\n      - ann inspired bob", "missing-paragraph", 14, 5,
      "'x' has 3 paragraphs, the citation names 9",
      mend: "correct the number: non-blank lines are counted from 1"),
    .init(
      head + "statements:\n  x:\n    nine:\n      - ann inspired bob", "wrong-value", 14, 5,
      "'nine' is no paragraph of 'x'",
      mend: "write a number, a range (8-9), a list (11, 26) or 'document'"),
    .init(
      head + "statements:\n  y:\n    1:\n      - ann inspired bob", "unknown-source", 13, 3,
      "'y' is no source of this graph", mend: "add it to sources, or correct the id"),
    .init(
      head + "statements:\n  x:\n    - ann inspired bob", "wrong-shape", 14, 5,
      "under the source 'x' stands a list",
      mend: "write paragraph numbers as keys, or 'document:' if there are none"),
    .init(
      head
        + "statements:\n  x:\n    1:\n      - s1: ann inspired bob\n      - s1: bob inspired ann",
      "duplicate-id", 16, 9, "a second statement has the id 's1'",
      mend: "give one of the two another id, or merge them"),
    .init(
      head
        + "statements:\n  x:\n    1:\n      - ann inspired bob\n    1:\n      - bob inspired ann",
      "malformed", 14, 5, "the key '1' stands twice in one mapping",
      mend: "merge the two, or rename one"),
    .init(
      head + "statements:\n  x:\n    1:\n      - ann inspired bob, note a: b: c", "malformed", 15,
      36,
      "not well-formed YAML", mend: "put a value that holds ': ' in single quotes"),
  ]

  @Test(arguments: documents + longForms + shortForms)
  func aMistakeIsOneErrorInItsPlace(mistake: Mistake) throws {
    let errors = Self.read(mistake.text).errors
    let error = try #require(errors.first)
    #expect(error.rule == mistake.rule)
    #expect(error.location == Location(file: "g", line: mistake.line, column: mistake.column))
    #expect(error.message.contains(mistake.message))
    #expect(mistake.mend.isEmpty ? !error.mend.isEmpty : error.mend.hasPrefix(mistake.mend))
    #expect(errors.count == 1)
  }

  @Test func theSameTextWithWindowsLinesHasTheSamePlaces() throws {
    for mistake in Self.documents + Self.longForms + Self.shortForms {
      let windows = mistake.text.replacing("\n", with: "\r\n")
      #expect(Self.read(windows).findings == Self.read(mistake.text).findings)
    }
  }

  @Test func severalMistakesComeInTheOrderOfTheFile() {
    let text =
      Self.head + """
        statements:
          x:
            1:
              - ann inspird bob
              - ann inspired bub
            9:
              - 'ann inspired bob, grade 9'
        """
    let errors = Self.read(text).errors
    #expect(
      errors.map { "\($0.location.map { "\($0.line):\($0.column)" } ?? "") \($0.rule)" } == [
        "15:13 unreadable-statement", "16:22 unknown-entity", "17:5 missing-paragraph",
        "18:34 wrong-value",
      ])
  }

  // MARK: The corpus

  @Test(arguments: [
    ("no front matter", "front-matter", 1, 1), ("---\nid: x\ntitle: T\n", "front-matter", 1, 1),
    ("---\nid: y\ntitle: T\n---\n", "front-matter", 2, 5),
    ("---\nid: x\n---\n", "missing-key", 2, 1),
    ("---\nid: x\ntitle: T\npublished: soon\n---\n", "unreadable-date", 4, 12),
    ("---\nid: x\ntitle: T\nreliability: G\n---\n", "wrong-value", 4, 14),
    ("---\nid: x\ntitle: T\npublishr: P\n---\n", "unknown-key", 4, 1),
    ("---\nid: x\ntitle: a: b\n---\n", "malformed", 3, 9),
    ("---\r\nid: x\r\ntitle: a: b\r\n---\r\n", "malformed", 3, 9),
    ("---\nid: x\nid: y\n---\n", "malformed", 2, 1),
  ])
  func aBrokenCorpusFileIsLocatedInItself(text: String, rule: String, line: Int, column: Int) throws
  {
    let reading = Self.read("throughline: 1\ntitle: t\nsources: [x]", corpus: ["x": text])
    let error = try #require(reading.errors.first)
    #expect(error.rule == rule)
    #expect(error.location == Location(file: "x.md", line: line, column: column))
    #expect(reading.errors.count == 1)
  }

  // MARK: What is read

  @Test func emptySectionsAreAllowed() {
    let reading = Self.read(
      "throughline: 1\ntitle: t\nsources:\nasserters:\nentities:\nstatements:\n")
    #expect(reading.findings == [])
    #expect(reading.graph?.entities == [])
  }

  @Test func bothFormsAndJSONLoadEqual() throws {
    let short =
      Self.head + """
        asserters:
          - {id: court, name: the court, reliability: A, interest-in: [bob]}
        statements:
          x:
            1:
              - s1: not Ann inspired bob @before(raid, 1w/8w), says court, no evidence, so far
              - s2: 'ann | bob perpetrated raid, reported, grade 2 "a ... c"'
            2-3:
              - s3: raid deaths = ~20, of police, share most, sic 19
        """
    let long =
      Self.head + """
        asserters:
          - {id: court, name: the court, reliability: A, interest-in: [bob]}
        statements:
          - id: s1
            subject: ann
            relation: inspired
            object: bob
            stance: finds-no-evidence
            so-far: yes
            asserter: court
            when: {before: raid, by: 1w/8w}
            cite: {source: x, paragraph: 1}
          - id: s2
            subject: [ann, bob]
            relation: perpetrated
            object: raid
            modality: reported
            credibility: 2
            cite: {source: x, paragraph: 1, quote: a ... c}
          - id: s3
            subject: raid
            attribute: deaths
            value: ~20
            share: most
            of: police
            sic: 19
            cite: {source: x, paragraph: 2-3}
        """
    let json = #"""
      {"throughline": 1, "title": "t", "sources": ["x"], "asserters": [{"id": "court", "name":
       "the court", "reliability": "A", "interest-in": ["bob"]}], "entities":
       [{"id": "ann", "kind": "person"}, {"id": "bob", "kind": "person"}, {"id": "raid", "kind": "attack"}],
       "statements": [
       {"id": "s1", "subject": "ann", "relation": "inspired", "object": "bob", "stance":
       "finds-no-evidence", "so-far": true, "asserter": "court", "when": {"before": "raid", "by": "1w/8w"},
       "cite": {"source": "x", "paragraph": 1}},
       {"id": "s2", "subject": ["ann", "bob"], "relation": "perpetrated", "object": "raid", "modality":
       "reported", "credibility": 2, "cite": {"source": "x", "paragraph": 1, "quote": "a ... c"}},
       {"id": "s3", "subject": "raid", "attribute": "deaths", "value": "~20", "share": "most", "of":
       "police", "sic": "19", "cite": {"source": "x", "paragraph": "2-3"}}]}
      """#
    let readings = [Self.read(short), Self.read(long), Self.read(json)]
    for reading in readings { #expect(reading.errors == []) }
    let graph = try #require(readings[0].graph)
    #expect(readings[1].graph == graph)
    #expect(readings[2].graph == graph)
    #expect(readings.map(\.form) == [.short, .long, .long])
    #expect(graph.statements[0].asserter == .declared("court"))
    #expect(graph.statements[0].citation == Citation(source: "x", paragraphs: ParagraphSet(1)))
    #expect(graph.statements[1].citation.quote == Quote("a ... c", range: 7..<12))
    #expect(graph.statements[1].subject == .oneOf(["ann", "bob"]))
  }

  @Test func aHeaderSourceStandsForAllStatements() throws {
    let reading = Self.read(
      Self.head + "source: x\nstatements:\n  2:\n    - ann inspired bob\n")
    #expect(reading.errors == [])
    #expect(
      reading.graph?.statements.map(\.citation) == [
        Citation(source: "x", paragraphs: ParagraphSet(2))
      ])
    #expect(reading.graph?.statements.map(\.id) == ["x.p2.1"])
  }

  @Test func aStatementOfTheShortFormMayUseTheLongKeys() throws {
    let reading = Self.read(
      Self.short("{id: s1, subject: ann, relation: inspired, object: bob, stance: denies}"))
    #expect(reading.errors == [])
    let statement = try #require(reading.graph?.statements.first)
    #expect(statement.id == "s1")
    #expect(statement.stance == .denies)
    #expect(statement.citation == Citation(source: "x", paragraphs: ParagraphSet(1)))
    #expect(reading.form == .short)
  }

  @Test(arguments: ["yes", "true", "{}", "{members: [], size: 2}"])
  func aCollectiveMayBeBare(text: String) {
    let reading = Self.read(
      "throughline: 1\ntitle: t\nentities:\n  - {id: a, kind: person, collective: \(text)}")
    #expect(reading.errors == [])
    #expect(reading.graph?.entities.first?.collective != nil)
  }

  @Test func severityPartsTheFindings() {
    let reading = Self.read(Self.head + "statements:\n")
    #expect(reading.errors == [])
    #expect(Set(reading.warnings.map(\.rule)) == ["unused-entity", "unused-source"])
    #expect(reading.warnings.first?.location == Location(file: "g", line: 4, column: 5))
  }
}
