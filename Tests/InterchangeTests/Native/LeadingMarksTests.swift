import Testing

@testable import Interchange

@Suite struct LeadingMarksTests {
  /// YAML 1.2, section 5.7: the escapes stand for U+FEFF.
  @Test(arguments: [
    (#"["\uFEFF"]"#, "\u{FEFF}"), (#"["\ufeffa"]"#, "\u{FEFF}a"),
    (#"["\uFEFF\uFEFFa"]"#, "\u{FEFF}\u{FEFF}a"), (#"["\U0000FEFFa"]"#, "\u{FEFF}a"),
    (#"["a\uFEFF"]"#, "a\u{FEFF}"), (#"["\\uFEFF"]"#, #"\uFEFF"#), (#"['\uFEFF']"#, #"\uFEFF"#),
    (#"[feff]"#, "feff"), (#"["\"\uFEFF"]"#, "\"\u{FEFF}"),
  ])
  func aTextKeepsTheMarkThatItBeginsWith(text: String, expected: String) throws {
    let scalars = DocumentTreeTests.scalars(try DocumentTree.parse(text))
    #expect(scalars.map { Array($0.unicodeScalars) } == [Array(expected.unicodeScalars)])
  }
}
