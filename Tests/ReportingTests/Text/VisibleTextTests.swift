import Testing

@testable import Reporting

@Suite struct VisibleTextTests {
  /// Escapes named by the scalars' numbers in the Unicode charts.
  @Test(arguments: [
    ("plain \u{00E9} \u{0645}", "plain \u{00E9} \u{0645}"),
    ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("bell\u{7}", "bell\\u{7}"),
    ("nul\u{0}", "nul\\u{0}"), ("c1\u{9B}31m", "c1\\u{9B}31m"), ("del\u{7F}", "del\\u{7F}"),
    ("two\nlines\tand tab", "two lines and tab"), ("\u{202E}x\u{2066}", "\\u{202E}x\\u{2066}"),
  ])
  func controlCharactersAreShown(input: String, expected: String) {
    #expect(VisibleText.line(input) == expected)
  }

  @Test func nothingHiddenIsLeft() {
    let all = String(
      String.UnicodeScalarView((0...0x2100).compactMap { Unicode.Scalar(UInt32($0)) }))
    let shown = VisibleText.line(all).unicodeScalars
    #expect(shown.allSatisfy { $0.properties.generalCategory != .control })
    #expect(!shown.contains("\u{202E}"))
  }

  @Test func wideCharactersTakeTwoColumns() {
    #expect(VisibleText.width(of: "ab") == 2)
    #expect(VisibleText.width(of: "\u{6F22}\u{5B57}") == 4)
    #expect(VisibleText.padded("\u{6F22}", to: 4) == "\u{6F22}  ")
  }

  @Test func wrappingKeepsEveryWordWithinTheWidth() {
    let lines = VisibleText.wrapped("one two three four five", columns: 9)
    #expect(lines == ["one two", "three", "four five"])
    #expect(VisibleText.wrapped("left open 38 %", columns: 12) == ["left open", "38 %"])
  }
}
