import Testing

@testable import Reporting

@Suite struct MarkdownTextTests {
  /// CommonMark 0.31: 2.4 backslash escapes; 4.2, 5.2, 5.3 what begins a heading, an item, a number.
  @Test(arguments: [
    ("plain", "plain"), ("*a* _b_", "\\*a\\* \\_b\\_"), ("[x](y)", "\\[x\\](y)"),
    ("<script>", "\\<script\\>"), ("AT&T", "AT\\&T"), ("# no heading", "\\# no heading"),
    ("- no item", "\\- no item"), ("12. no number", "12\\. no number"),
    ("3) no number", "3\\) no number"), ("v 2. stays", "v 2. stays"), ("a | b", "a \\| b"),
    ("two\n  lines", "two lines"), ("    no code", "no code"), ("a\u{0}b", "a\u{FFFD}b"),
    ("=====", "\\====="), ("C:\\dir", "C:\\\\dir"),
  ])
  func markupIsEscaped(input: String, expected: String) {
    #expect(MarkdownText.escaped(input) == expected)
  }

  @Test func rightToLeftTextIsIsolated() {
    #expect(MarkdownText.escaped("\u{0645}") == "\u{2068}\u{0645}\u{2069}")
  }

  @Test func addressesCannotLeaveTheirBrackets() {
    let address = MarkdownText.address("https://e.org/a b>c\n<d>(e)")
    #expect(address == "https://e.org/a%20b%3Ec%0A%3Cd%3E%28e%29")
  }
}
