import Evidence
import TestSupport
import Testing

@testable import Interchange

@Suite struct StatementLineTests {
  /// Offsets are counted by hand from 0, in Unicode scalars.
  @Test func cutsALineIntoItsParts() throws {
    let line = try StatementLine(
      "not isis directed orlando @2016-06-12, says comey, note (a, b), so far \"we see no sign\"")
    #expect(line.stance == "not")
    #expect(line.head == .init(text: "isis directed orlando", offset: 4))
    #expect(line.date == .init(text: "2016-06-12", offset: 27))
    #expect(
      line.qualifiers == [
        .init(text: "says comey", offset: 39), .init(text: "note (a, b)", offset: 51),
        .init(text: "so far", offset: 64),
      ])
    #expect(line.quote == .init(text: "we see no sign", offset: 72))
  }

  @Test func aPlainLineHasAHeadOnly() throws {
    let line = try StatementLine("a inspired b")
    #expect(line.head == .init(text: "a inspired b", offset: 0))
    #expect(line.stance == nil && line.date == nil && line.quote == nil)
    #expect(line.qualifiers == [])
  }

  @Test(arguments: [
    ("whether a inspired b", "whether"), ("nota inspired b", nil), ("not  a inspired b", "not"),
  ])
  func readsTheStance(text: String, stance: String?) throws {
    #expect(try StatementLine(text).stance == stance)
  }

  @Test(arguments: [
    ("a killed b @before(c, 1w/8w), reported", "before(c, 1w/8w)"), ("a killed b, @2015", "2015"),
    ("a killed b @[2015,2016]", "[2015,2016]"), ("a handle = x@y.org", nil),
    ("a handle = (me @home)", nil), ("a handle = (@home)", nil),
  ])
  func readsTheDate(text: String, date: String?) throws {
    #expect(try StatementLine(text).date?.text == date)
  }

  @Test func onlyACommaBeforeABlankSeparates() throws {
    let line = try StatementLine("raid deaths = 2,000, of police,")
    #expect(line.head.text == "raid deaths = 2,000")
    #expect(line.qualifiers.map(\.text) == ["of police"])
  }

  @Test func parenthesesAndQuotesMayHoldAnything() throws {
    let line = try StatementLine("a age = 2, note (say \"x\", y (z)) \"one, (two\"")
    #expect(line.qualifiers.map(\.text) == ["note (say \"x\", y (z))"])
    #expect(line.quote?.text == "one, (two")
  }

  @Test(arguments: [
    ("", 0, "the line is empty"), (" , ", 0, "the line is empty"),
    ("a inspired b \"open", 13, "the quotation mark is not closed at the end of the line"),
    ("a \"b\" c", 2, "the quotation mark is not closed at the end of the line"),
    ("a inspired b \"", 13, "the quotation mark is not closed at the end of the line"),
    ("a inspired b, note (x", 21, "a parenthesis is not closed"),
    ("a inspired b, note x)", 20, "a parenthesis is closed that was not opened"),
  ])
  func saysWhatIsWrongAndWhere(text: String, offset: Int, message: String) {
    do throws(StatementLine.Failure) {
      _ = try StatementLine(text)
      Issue.record("'\(text)' was read")
    } catch {
      #expect(error.message == message)
      #expect(error.offset == offset)
      #expect(!error.mend.isEmpty)
    }
  }

  @Test(arguments: [
    ("(a, b)", "a, b"), ("a", "a"), ("(one) and (two)", "(one) and (two)"), ("((a))", "(a)"),
    ("( a )", " a "), ("()", ""), ("(a", "(a"), ("a)", "a)"), ("(a) b", "(a) b"),
  ])
  func takesTheParenthesesOffAFreeText(text: String, expected: String) {
    #expect(StatementLine.free(text) == expected)
  }

  @Test(arguments: [
    ("a", "a"), ("a, b", "(a, b)"), ("a,b", "a,b"), ("a,", "(a,)"), (" a", "( a)"), ("@a", "(@a)"),
    ("a @b", "(a @b)"), ("a \"b\"", "(a \"b\")"), ("a (b)", "(a (b))"), ("\u{A0}a", "(\u{A0}a)"),
    ("a)", nil), ("(a", nil), (")(", nil), ("", nil), ("a\nb", nil), ("\u{301}a", nil),
  ])
  func writesAFreeText(text: String, expected: String?) {
    #expect(StatementLine.written(text) == expected)
  }

  /// Whatever is written as a free text is the same when it is read, wherever it stands in the line.
  @Test(arguments: RandomEvidence.hostile)
  func aFreeTextReadsBack(text: String) throws {
    guard let written = StatementLine.written(text) else { return }
    let line = try StatementLine("a role = \(written) @2015, note \(written), so far \"q\"")
    let scalars = Array(line.head.text.unicodeScalars)
    let value = String(String.UnicodeScalarView(scalars.dropFirst("a role = ".count)))
    #expect(Array(StatementLine.free(value).unicodeScalars) == Array(text.unicodeScalars))
    #expect(line.date?.text == "2015")
    #expect(line.quote?.text == "q")
    let note = try #require(line.qualifiers.first).text.unicodeScalars.dropFirst("note ".count)
    #expect(Array(StatementLine.free(String(note)).unicodeScalars) == Array(text.unicodeScalars))
    #expect(line.qualifiers.count == 2)
  }
}
