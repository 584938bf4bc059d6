import Evidence
import Testing

@testable import Interchange

@Suite struct FieldReaderTests {
  static func open(
    _ text: String, known: [String] = ["name", "aliases", "date", "flag", "note"]
  ) throws -> (fields: FieldReader?, log: ReadingLog) {
    var log = ReadingLog(file: "g")
    let fields = FieldReader(
      try DocumentTree.parse(text), what: "the part", item: .entity(0), known: known, log: &log)
    return (fields, log)
  }

  @Test(arguments: [
    ("nmae: x", "write 'name'"), ("alias: x", "write 'aliases'"), ("dat: x", "write 'date'"),
    ("Name: x", "write 'name'"), ("url: x", nil), ("xy: x", nil), ("publisher: x", nil),
    ("so_far: x", nil),
  ])
  func anUnknownKeyNamesItsNearest(text: String, mend: String?) throws {
    let (_, log) = try Self.open(text)
    let finding = try #require(log.findings.first)
    #expect(finding.rule == "unknown-key")
    #expect(finding.location == Location(file: "g", line: 1, column: 1))
    #expect(finding.mend == mend ?? "remove it, or use one of name, aliases, date, flag, note")
  }

  @Test func whatIsNoMappingIsReported() throws {
    for (text, kind) in [("[a]", "a list"), ("word", "a single value")] {
      let (fields, log) = try Self.open(text)
      #expect(fields == nil)
      #expect(log.findings.map(\.rule) == ["wrong-shape"])
      #expect(log.findings.map(\.message) == ["the part is \(kind)"])
      #expect(log.findings.map(\.mend) == ["write its keys: name, aliases, date, flag ..."])
    }
  }

  @Test func anEmptyPlainValueIsAbsentAndAQuotedOneIsNot() throws {
    let (fields, opened) = try Self.open("name:\nnote: ''\naliases:")
    var log = opened
    let reader = try #require(fields)
    #expect(reader.text("name", log: &log) == nil)
    #expect(reader.text("note", log: &log) == "")
    #expect(reader.list("aliases", log: &log) == [])
    #expect(log.findings == [])
    #expect(reader.required("name", log: &log) == "")
    #expect(log.findings.map(\.message) == ["the part has no name"])
    #expect(log.findings.map(\.mend) == ["add 'name: ...'"])
  }

  @Test(arguments: [("aliases: x", ["x"]), ("aliases: [x, y]", ["x", "y"]), ("name: x", [])])
  func aSingleValueIsAListOfOne(text: String, expected: [String]) throws {
    let (fields, opened) = try Self.open(text)
    var log = opened
    #expect(fields?.list("aliases", log: &log) == expected)
    #expect(log.findings == [])
  }

  /// Places counted by hand.
  @Test(arguments: [
    ("name: [a]", "name", 7, "write a single value"),
    ("aliases: {a: b}", "aliases", 10, "write a list"),
    ("aliases: [a, [b]]", "aliases", 14, "write a list of single values"),
  ])
  func aValueOfTheWrongShapeIsReported(
    text: String, key: String, column: Int, mend: String
  ) throws {
    let (fields, opened) = try Self.open(text)
    var log = opened
    if key == "name" {
      #expect(fields?.text(key, log: &log) == nil)
    } else {
      _ = fields?.list(key, log: &log)
    }
    #expect(log.findings.map(\.rule) == ["wrong-shape"])
    #expect(log.findings.map(\.location) == [Location(file: "g", line: 1, column: column)])
    #expect(log.findings.map(\.mend) == [mend])
  }

  @Test(arguments: [
    ("yes", true), ("true", true), ("no", false), ("false", false), ("maybe", nil), ("Yes", nil),
  ])
  func readsATruthValue(text: String, expected: Bool?) throws {
    let (fields, opened) = try Self.open("flag: \(text)")
    var log = opened
    #expect(fields?.flag("flag", log: &log) == expected)
    #expect(
      log.findings.map(\.message)
        == (expected == nil ? ["'\(text)' is no flag of the part"] : []))
  }

  /// The wrong month begins at the sixth character of the date; the date in column 7, or behind a
  /// quotation mark in column 8.
  @Test(arguments: [("date: 2015-13", 12), ("date: '2015-13'", 13)])
  func aDatePointsAtItsMistake(text: String, column: Int) throws {
    let (fields, opened) = try Self.open(text)
    var log = opened
    #expect(fields?.date("date", log: &log) == nil)
    let finding = try #require(log.findings.first)
    #expect(finding.rule == "unreadable-date")
    #expect(finding.location == Location(file: "g", line: 1, column: column))
    #expect(finding.message.hasPrefix("'2015-13' is no EDTF date: "))
  }

  @Test func remembersWhereEachKeyStands() throws {
    let (fields, log) = try Self.open("name: x\nnote: y")
    #expect(log.locations[Place(.entity(0))] == Location(file: "g", line: 1, column: 1))
    #expect(log.locations[Place(.entity(0), "note")] == Location(file: "g", line: 2, column: 7))
    #expect(fields?.keyMark("note") == .init(line: 2, column: 1))
    #expect(fields?.keyMark("date") == .init(line: 1, column: 1))
  }
}
