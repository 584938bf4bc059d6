import Evidence
import Testing

@Suite struct SourceTests {
  /// The specification: paragraphs are the non-blank lines; a line of white space only, non-breaking
  /// included, is blank; lines end in LF, CRLF or CR.
  @Test(arguments: [
    ("one\ntwo", ["one", "two"]), ("one\r\n\r\ntwo\r\n", ["one", "two"]),
    ("one\rtwo", ["one", "two"]),
    ("\n\n  one  \n\t\n\u{A0}\u{2003}\ntwo", ["one", "two"]), ("", []), (" \n\t\n", []),
    ("a\u{C}b\n", ["a\u{C}b"]), ("a\u{2028}b", ["a\u{2028}b"]), ("a\u{85}b", ["a\u{85}b"]),
    ("## Heading\n- point", ["## Heading", "- point"]),
  ])
  func cutsParagraphs(text: String, expected: [String]) {
    #expect(Source.paragraphs(of: text) == expected)
  }

  /// The Admiralty code: A to F, 1 to 6, the best first and what cannot be judged last.
  @Test func gradesAreOrdered() {
    #expect(Reliability.allCases.map(\.rawValue) == ["A", "B", "C", "D", "E", "F"])
    #expect(Reliability.allCases.sorted() == Reliability.allCases)
    #expect(Credibility.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6])
    #expect(Credibility.allCases.sorted() == Credibility.allCases)
    #expect(Reliability.a < .b && Credibility.confirmed < .unknown)
  }

  @Test func contentIsSpelledAsInTheFrontMatter() {
    #expect(Source.Content.allCases.map(\.rawValue) == ["digest", "full-text"])
  }
}
