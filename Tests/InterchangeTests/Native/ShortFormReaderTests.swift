import Evidence
import Testing

@testable import Interchange

@Suite struct ShortFormReaderTests {
  static let entities = [
    Entity(id: "isis", kind: "group", name: "ISIS", aliases: ["Islamic State"]),
    Entity(id: "wilayat-sinai", kind: "group", name: "Wilayat Sinai"),
    Entity(id: "farook", kind: "person", name: "Syed Rizwan Farook"),
    Entity(id: "comey", kind: "person", name: "James Comey"),
    Entity(id: "raid", kind: "attack", name: "the raid"),
    Entity(id: "radio", kind: "outlet", name: "Al-Bayan Radio"),
    Entity(
      id: "magnanville", kind: "attack", name: "Magnanville",
      sourceAliases: [.init(source: "x", name: "Paris")]),
    Entity(id: "leads-weekly", kind: "outlet", name: "He leads weekly"),
  ]
  static let asserters = [DeclaredAsserter(id: "indictment", name: "federal indictment")]

  static func read(_ line: String, column: Int = 1) -> (statement: Statement?, findings: [Finding])
  {
    var log = ReadingLog(file: "g")
    let reader = ShortFormReader(
      names: NameReader(entities: entities, asserters: asserters), vocabulary: .standard,
      source: "x", paragraphs: ParagraphSet(3), mark: .init(line: 5, column: column),
      item: .statement(0))
    return (reader.statement(line, id: "s1", log: &log), log.findings)
  }

  static func expected(
    _ subject: String, _ relation: String, _ object: String,
    _ change: (inout Statement) -> Void = { _ in }
  ) -> Statement {
    var statement = Statement(
      id: "s1", subject: .one(subject), predicate: .relation(relation, object: .one(object)),
      citation: Citation(source: "x", paragraphs: ParagraphSet(3)))
    change(&statement)
    return statement
  }

  @Test(arguments: [
    "isis directed raid", "ISIS directed the raid", "Islamic State directed raid",
    "raid directed-by isis", "the raid directed-by Islamic State", " isis  directed  raid ",
  ])
  func findsNamesAliasesAndInverses(line: String) {
    let (statement, findings) = Self.read(line)
    #expect(statement == Self.expected("isis", "directed", "raid"))
    #expect(findings == [])
  }

  @Test func aNameMayHoldTheWordOfARelation() {
    #expect(
      Self.read("He leads weekly published raid").statement
        == Self.expected("leads-weekly", "published", "raid"))
  }

  @Test func anAliasOfOneSourceHoldsThere() {
    #expect(
      Self.read("isis claimed Paris").statement == Self.expected("isis", "claimed", "magnanville"))
  }

  @Test func readsAlternatives() {
    let statement = Self.expected("isis", "perpetrated", "raid") {
      $0.subject = .oneOf(["isis", "wilayat-sinai"])
    }
    #expect(Self.read("isis | Wilayat Sinai perpetrated raid").statement == statement)
    #expect(Self.read("isis|wilayat-sinai perpetrated raid").statement == statement)
  }

  @Test func readsEveryQualifier() throws {
    let line =
      "not isis directed raid @2015-12-02, says James Comey, via radio, via two officials, suspected, "
      + "no evidence, so far, grade 2, confirmed by a, interested, said 2016-06, through Al-Bayan Radio, "
      + "about s2 + s3, share 6/8, of police, role (one, two), words may have, sic 2016, "
      + "note (see \"x\") \"the words\""
    let (statement, findings) = Self.read(line)
    let date = try EDTF("2015-12-02")
    let said = try EDTF("2016-06")
    let expected = Self.expected("isis", "directed", "raid") {
      $0.stance = .findsNoEvidence
      $0.when = .date(date)
      $0.asserter = .entity("comey")
      $0.via = [.entity("radio"), .words("two officials")]
      $0.modality = .suspected
      $0.soFar = true
      $0.credibility = .probable
      $0.confirmedBy = "a"
      $0.isInterested = true
      $0.said = said
      $0.through = "radio"
      $0.about = ["s2", "s3"]
      $0.share = .fraction(6, of: 8)
      $0.of = "police"
      $0.role = "one, two"
      $0.words = "may have"
      $0.sic = "2016"
      $0.note = "see \"x\""
      $0.citation.quote = Quote("the words")
    }
    #expect(statement == expected)
    #expect(findings == [])
  }

  @Test(arguments: [
    ("isis directed raid", Stance.affirms), ("not isis directed raid", .denies),
    ("whether isis directed raid", .leavesOpen),
    ("not isis directed raid, no evidence", .findsNoEvidence),
  ])
  func readsTheStance(line: String, stance: Stance) {
    #expect(Self.read(line).statement?.stance == stance)
  }

  @Test(arguments: Modality.allCases)
  func readsTheModality(modality: Modality) {
    #expect(Self.read("isis directed raid, \(modality.rawValue)").statement?.modality == modality)
  }

  @Test func aVoiceIsADeclaredAsserterAnEntityOrWords() {
    func voice(_ words: String) -> Voice? {
      Self.read("isis directed raid, says \(words)").statement?.asserter
    }
    #expect(voice("indictment") == .declared("indictment"))
    #expect(voice("Federal Indictment") == .declared("indictment"))
    #expect(voice("comey") == .entity("comey"))
    #expect(voice("unnamed officials") == .words("unnamed officials"))
    #expect(voice("(one, two)") == .words("one, two"))
  }

  @Test(
    arguments: [
      ("before(farook, 1w/8w)", When.Relative.Side.before, "1w/8w"), ("after(raid)", .after, nil),
      ("after(the raid, 10d)", .after, "10d"),
    ] as [(String, When.Relative.Side, String?)])
  func readsRelativeTimes(text: String, side: When.Relative.Side, distance: String?) {
    let anchor = side == .before ? "farook" : "raid"
    let statement = Self.expected("isis", "directed", "raid") {
      $0.when = .relative(
        .init(side: side, anchor: anchor, distance: distance.flatMap { When.Distance($0) }))
    }
    #expect(Self.read("isis directed raid @\(text)").statement == statement)
  }

  @Test(arguments: [
    ("farook age = 28", "age", "28"), ("raid deaths = 2,000, reported", "deaths", "2,000"),
    ("farook role = (one, two)", "role", "one, two"),
    ("the raid method = a = b", "method", "a = b"),
    ("farook platform = @handle", "platform", "@handle"),
    ("farook platform = @handle @2015", "platform", "@handle"),
    ("raid deaths = >20 @2015", "deaths", ">20"),
  ])
  func readsAttributes(line: String, name: String, value: String) {
    #expect(Self.read(line).statement?.predicate == .attribute(name, value: value))
  }

  /// Columns counted by hand from the beginning of the line, which itself stands in column 1.
  @Test(arguments: [
    ("isis reads raid", "unreadable-statement", 6, "write 'leads'"),
    (
      "isis x raid", "unreadable-statement", 1,
      "write 'SUBJECT RELATION OBJECT' or 'SUBJECT ATTRIBUTE = VALUE'"
    ),
    (
      "age = 24", "unreadable-statement", 1,
      "write 'SUBJECT ATTRIBUTE = VALUE', such as 'abdulazeez age = 24'"
    ),
    ("isis directed raid @2015-13", "unreadable-date", 26, ""),
    (
      "isis directed raid @before(farook, x)", "unreadable-date", 21,
      "write 'before(ID, 1w/8w)' or 'after(ID)', in d, w, m or y"
    ),
    (
      "isis directed raid @before()", "unreadable-date", 21,
      "write 'before(ID, 1w/8w)' or 'after(ID)', in d, w, m or y"
    ),
    ("isis directed raid, grade 7", "wrong-value", 27, "write a grade from 1 to 6"),
    ("isis directed raid, share 9/8", "wrong-value", 27, "write 6/8, most, some or all"),
    ("isis directed raid, said 2015-1", "unreadable-date", 31, ""),
    ("isis directed raid, probably", "unreadable-statement", 21, ""),
    ("isis directed raid, note", "unreadable-statement", 21, ""),
    ("isis directed raid, note (x", "unreadable-statement", 28, "close it with ')'"),
    (
      "isis directed raid \"x", "unreadable-statement", 20,
      "end the line with the quote, or put a text with quotation marks in parentheses"
    ),
    ("", "unreadable-statement", 1, "write a statement"),
  ])
  func saysWhatIsWrongAndWhere(line: String, rule: String, column: Int, mend: String) throws {
    let finding = try #require(Self.read(line).findings.first)
    #expect(finding.rule == rule)
    #expect(finding.location == Location(file: "g", line: 5, column: column))
    if mend.isEmpty { #expect(!finding.mend.isEmpty) } else { #expect(finding.mend == mend) }
  }

  @Test func aNameThatFitsTwoIsReportedWhereItStands() {
    var log = ReadingLog(file: "g")
    let twins = [
      Entity(id: "a", kind: "person", name: "Smith"),
      Entity(id: "b", kind: "person", name: "Smith"),
      Entity(id: "c", kind: "person"),
    ]
    let reader = ShortFormReader(
      names: NameReader(entities: twins, asserters: []), vocabulary: .standard, source: "x",
      paragraphs: nil, mark: .init(line: 2, column: 9), item: .statement(0))
    #expect(reader.statement("c inspired Smith", id: "s", log: &log)?.object == .one("a"))
    #expect(log.findings.map(\.rule) == ["ambiguous-name"])
    #expect(log.findings.map(\.message) == ["'Smith' fits a, b"])
    #expect(log.findings.map(\.location) == [Location(file: "g", line: 2, column: 20)])
  }
}
