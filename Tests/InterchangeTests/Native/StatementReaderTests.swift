import Evidence
import Testing

@testable import Interchange

@Suite struct StatementReaderTests {
  @Test func aStatementWithoutAnIdGoesByItsPlace() {
    #expect(
      Statement.provisionalId(source: "x", paragraphs: ParagraphSet("8-9"), number: 2) == "x.p8-9.2"
    )
    #expect(Statement.provisionalId(source: "x", paragraphs: nil, number: 1) == "x.document.1")
    let reading = NativeReaderTests.read(
      NativeReaderTests.head + """
        statements:
          x:
            1:
              - ann inspired bob
              - s7: bob inspired ann
              - ann inspired raid
            11, 2:
              - raid deaths = 3
            document:
              raid deaths = 4
        """)
    #expect(
      reading.graph?.statements.map(\.id) == [
        "x.p1.1", "s7", "x.p1.3", "x.p11, 2.1", "x.document.1",
      ])
  }

  static let graph = InfluenceGraph(
    sources: [Source(id: "x", title: "X", paragraphs: ["no words", "the words", "words again"])])

  static func cite(_ paragraphs: String, _ words: String, range: Range<Int>? = nil) -> Citation {
    Citation(source: "x", paragraphs: ParagraphSet(paragraphs), quote: Quote(words, range: range))
  }

  /// Offsets counted by hand, in the first cited paragraph that holds the words.
  @Test func aQuoteIsFoundInTheFirstParagraphThatHoldsIt() {
    #expect(Self.graph.placeOfQuote(in: Self.cite("1-3", "words")) == 3..<8)
    #expect(Self.graph.placeOfQuote(in: Self.cite("2-3", "words")) == 4..<9)
    #expect(Self.graph.placeOfQuote(in: Self.cite("3", "words")) == 0..<5)
    #expect(Self.graph.placeOfQuote(in: Self.cite("2, 99", "the")) == 0..<3)
    #expect(Self.graph.placeOfQuote(in: Self.cite("1", "absent")) == nil)
    #expect(Self.graph.placeOfQuote(in: Self.cite("99", "words")) == nil)
    #expect(
      Self.graph.placeOfQuote(in: Citation(source: "y", quote: Quote("words", range: 1..<2))) == nil
    )
  }

  @Test func whatIsNotFoundKeepsThePlaceGiven() {
    func located(_ citation: Citation) -> Range<Int>? {
      Self.graph.replacing(statements: [
        Statement(
          id: "s", subject: .one("a"), predicate: .attribute("age", value: "1"), citation: citation)
      ]).locatingQuotes().statements[0].citation.quote?.range
    }
    #expect(located(Self.cite("1", "words", range: 0..<1)) == 3..<8)
    #expect(located(Self.cite("1", "absent", range: 0..<1)) == 0..<1)
    #expect(located(Self.cite("1", "absent")) == nil)
  }
}
